#include "tests/app/cli_process.h"

#include <QTemporaryDir>
#include <QTest>

#include <csignal>

/// breakeven-cli lesson: what it says, keeps and answers, on a lesson that sleeps: four times 3 ms by one worker are
/// never less than 12 ms, so that its outcome is known.
class TestLessonCommand : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void listsLessonsInTheirOrder();
    void teachesWithoutATerminal();
    void aTerminalIsAsked();
    void theTerminalCanStopAtAQuestion();
    void aCurveIsShownBesideWhatWasMeasured();
    void badPredictionsAreRefusedBeforeAnythingRuns();
    void whatIsDoneIsRememberedAndTheNextOneComes();
    void interruptedLessonsKeepTheirPrediction();
    void unusableProgressIsLeftAlone();
    void aBrokenLessonIsNamed();
    void referencesAreMeasuredAndShown();
    void whatIsNotResolvedSaysWhatWouldBeCompared();
    void aReferenceThatFailedIsSaid();
    void germanIsGermanThroughout();

private:
    QString path(const QString& name) const { return m_folder->filePath(name); }
    void ship(const QString& name, const QByteArray& text) const;
    QByteArray lesson(const QByteArray& title, const QByteArray& predict) const;
    QStringList variables() const {
        return {"BREAKEVEN_RESOURCES=" + path("resources"), "XDG_STATE_HOME=" + path("state"),
                "XDG_DATA_HOME=" + path("data")};
    }
    CliResult cli(const QStringList& arguments) const { return runCli(arguments, {}, variables()); }
    /// The lesson `sleep` on a terminal where somebody types this once asked; \x03 is Ctrl-C.
    CliResult onTerminal(const QByteArray& typed) const;
    QJsonObject record(const QString& id) const {
        return QJsonDocument::fromJson(fileText(path("state/breakeven/lessons.json")))["lessons"]
            .toObject()[id]
            .toObject();
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestLessonCommand::ship(const QString& name, const QByteArray& text) const {
    const QString file = path("resources/" + name);
    QDir().mkpath(QFileInfo(file).path());
    saveText(file, text);
}

QByteArray TestLessonCommand::lesson(const QByteArray& title, const QByteArray& predict) const {
    return "---\ntitle: " + title + "\nchart: speedup\npredict: " + predict +
           "\nswitch: workers=1\n"
           "check: median(after, backend=threads, size=4) > 0.011\n---\n# " +
           title +
           "\n## Question\nDoes *sleeping* overlap on {cpus} CPUs?\n\nMore.\n## Prediction\nGuess.\n## Run\nIt runs.\n"
           "## Measured\n{judgement} So {speedup(before, backend=threads, size=4)}.\n## Open\nToo noisy here.\n"
           "## Switch\nOne worker.\n## Check\nNow {speedup(after, backend=threads, size=4)}.\n"
           "### Yes\nThey overlapped.\n### No\nThey did not.\n## Next\nOn.\n";
}

void TestLessonCommand::init() {
    m_folder = std::make_unique<QTemporaryDir>();
    const QString shipped = qEnvironmentVariable("BREAKEVEN_RESOURCES") + "/lessons/";
    ship("experiments/none.json", sleeperSpec("1", "0.01", 1));
    ship("translations/core_de.ts", fileText(shipped + "/../translations/core_de.ts"));
    for (const QString language : {"en", "de"}) {
        ship("lessons/" + language + "/words.json", fileText(shipped + language + "/words.json"));
        ship("lessons/" + language + "/01-sleep.md",
             lesson("Sleeping", "number speedup(before, backend=threads, size=4)"));
        ship("lessons/" + language + "/02-curve.md", lesson("Drawing", "curve threads"));
    }
    for (const char* id : {"sleep", "curve"})
        ship("lessons/experiments/" + QString(id) + ".json", sleeperSpec("2,4", "0.003", 6));
}

void TestLessonCommand::listsLessonsInTheirOrder() {
    const CliResult text = cli({"list", "lessons"});
    QCOMPARE(text.status, 0);
    QCOMPARE(text.out, QByteArray("   1  sleep  Sleeping\n   2  curve  Drawing\n"));
    const QJsonArray lessons = QJsonDocument::fromJson(cli({"list", "lessons", "--json"}).out)["lessons"].toArray();
    QCOMPARE(lessons.size(), 2);
    QCOMPARE(lessons[1]["id"].toString(), QString("curve"));
    QCOMPARE(lessons[0]["title"].toString(), QString("Sleeping"));
    QCOMPARE(lessons[1]["number"].toInt(), 2);
}

void TestLessonCommand::teachesWithoutATerminal() {
    const CliResult taught = cli({"lesson", "sleep", "--predict", "2x", "--progress", "never"});
    QCOMPARE(taught.err, QByteArray());
    QCOMPARE(taught.status, 0);
    const QString out = QString::fromUtf8(taught.out);
    QVERIFY2(out.startsWith("1  Sleeping\n───────────\n\nQuestion\n────────\nDoes sleeping overlap on "),
             qPrintable(out));
    for (const char* part : {"You said 2.00×, measured was ", "median(after, backend=threads, size=4) > 0.011\n    ",
                             "→ holds", "\nYes\n───\nThey overlapped.", "Next: breakeven-cli lesson curve (Drawing)"})
        QVERIFY2(out.contains(part), qPrintable(out));
    QVERIFY2(!out.contains("Too noisy here") && !out.contains('{'), qPrintable(out));
    QCOMPARE(record("sleep")["outcome"].toString(), QString("holds"));
    QCOMPARE(record("sleep")["prediction"].toObject()["number"].toDouble(), 2.0);
    QVERIFY(record("sleep")["done"].toBool());
    QVERIFY(cli({"history", "list"}).out.contains("Sleeping"));
}

CliResult TestLessonCommand::onTerminal(const QByteArray& typed) const {
    QProcess process;
    prepareCli(process, {}, variables());
    process.setProgram("script");
    process.setArguments({"-qec", cliProgram() + " lesson sleep --history none", "/dev/null"});
    process.start();
    QByteArray out;
    while (!out.contains("(Enter skips): ") && process.waitForReadyRead(60'000))
        out += process.readAllStandardOutput();
    process.write(typed);
    if (!process.waitForFinished(120'000)) return {};
    return {process.exitCode(), out + process.readAllStandardOutput(), process.readAllStandardError()};
}

void TestLessonCommand::aTerminalIsAsked() {
    const CliResult taught = onTerminal("many\n2\n\n");
    QCOMPARE(taught.status, 0);
    const QString out = QString::fromUtf8(taught.out);
    for (const char* part : {"prediction: 'many' is not allowed (a factor from", "You said 2.00×",
                             "Enter turns the switch on", "Next: breakeven-cli lesson curve"})
        QVERIFY2(out.contains(part), qPrintable(out));
    QCOMPARE(out.count("Your prediction as a factor"), 2);
}

void TestLessonCommand::theTerminalCanStopAtAQuestion() {
    const CliResult stopped = onTerminal("\x03");
    QCOMPARE(stopped.status, 130);
    QVERIFY2(stopped.out.contains("lesson: interrupted") && !stopped.out.contains("Measured"), stopped.out.constData());
}

void TestLessonCommand::aCurveIsShownBesideWhatWasMeasured() {
    const CliResult taught = cli({"lesson", "2", "--predict", "1,2,3", "--history", "none", "--progress", "never"});
    QCOMPARE(taught.status, 2);  // there are two places
    QVERIFY2(taught.err.contains("more than 2 values"), taught.err.constData());
    const CliResult curve = cli({"lesson", "2", "--predict", "1, 4", "--history", "none", "--progress", "never"});
    QCOMPARE(curve.status, 0);
    const QString out = QString::fromUtf8(curve.out);
    QVERIFY2(out.contains("predicted") && out.contains("1.00×") && out.contains("4.00×"), qPrintable(out));
    QVERIFY2(out.count("●") == 3 && out.count("○") == 3, qPrintable(out));
    QVERIFY2(out.contains("This was the last lesson."), qPrintable(out));
    QCOMPARE(record("curve")["prediction"].toObject()["curve"].toArray().size(), 2);
    QVERIFY(!cli({"history", "list"}).out.contains("Drawing"));
}

void TestLessonCommand::badPredictionsAreRefusedBeforeAnythingRuns() {
    const CliResult refused = cli({"lesson", "sleep", "--predict", "fast"});
    QCOMPARE(refused.status, 2);
    QCOMPARE(refused.err, QByteArray("breakeven-cli: prediction: 'fast' is not allowed (a factor from 1e-6 to 1e6, "
                                     "such as 2.5, 2.5x or 40 %)\n"));
    for (const char* absurd : {"1e300", "nan", "0"}) {
        const CliResult beyond = cli({"lesson", "sleep", "--predict", absurd});
        QCOMPARE(beyond.status, 2);
        QVERIFY2(beyond.err.contains(QByteArray("prediction: '") + absurd + "' is not allowed"),
                 beyond.err.constData());
    }
    QVERIFY(!QFile::exists(path("state/breakeven/lessons.json")));
    const CliResult unknown = cli({"lesson", "slep"});
    QCOMPARE(unknown.status, 2);
    QVERIFY2(unknown.err.contains("sleep, curve; did you mean 'sleep'?"), unknown.err.constData());
}

void TestLessonCommand::whatIsDoneIsRememberedAndTheNextOneComes() {
    ship("../state/breakeven/lessons.json",
         R"({"schema":1,"lessons":{"sleep":{"done":true,"outcome":"not-resolved"}}})");
    QCOMPARE(cli({"list", "lessons"}).out,
             QByteArray("   1  sleep  Sleeping (done: not resolved)\n   2  curve  Drawing\n"));
    const QByteArray german = cli({"list", "lessons", "--language", "de"}).out;
    QVERIFY2(german.contains(" (fertig: nicht entschieden)\n"), german.constData());
    const CliResult taught = cli({"lesson", "--max-seconds", "0.2", "--history", "none", "--progress", "never"});
    QVERIFY2(taught.out.startsWith("2  Drawing\n"), taught.out.constData());
}

void TestLessonCommand::interruptedLessonsKeepTheirPrediction() {
    ship("lessons/experiments/sleep.json", sleeperSpec("4", "0.5", 50));
    QProcess process;
    prepareCli(process, {"lesson", "sleep", "--predict", "3", "--progress", "always"}, variables());
    process.start();
    process.closeWriteChannel();
    QByteArray progress;
    while (!progress.contains("sleeper") && process.waitForReadyRead(30'000))
        progress += process.readAllStandardError();
    ::kill(static_cast<pid_t>(process.processId()), SIGINT);
    QVERIFY(process.waitForFinished(30'000));
    QCOMPARE(process.exitCode(), 130);
    QVERIFY(
        process.readAllStandardError().contains("lesson: interrupted (breakeven-cli lesson sleep begins it again)"));
    QCOMPARE(record("sleep")["prediction"].toObject()["number"].toDouble(), 3.0);
    QVERIFY(!record("sleep")["done"].toBool());
}

void TestLessonCommand::unusableProgressIsLeftAlone() {
    ship("../state/breakeven/lessons.json", "not ours");
    const CliResult taught =
        cli({"lesson", "sleep", "--max-seconds", "0.2", "--history", "none", "--progress", "never"});
    QCOMPARE(taught.status, 0);
    QVERIFY2(taught.err.contains("lessons.json: line 1 is not valid JSON; progress is not kept"),
             taught.err.constData());
    QCOMPARE(fileText(path("state/breakeven/lessons.json")), QByteArray("not ours"));
}

void TestLessonCommand::aBrokenLessonIsNamed() {
    ship("lessons/en/02-curve.md", "nothing");
    const CliResult taught = cli({"lesson", "sleep"});
    QCOMPARE(taught.status, 2);
    QVERIFY2(taught.err.startsWith("breakeven-cli: 02-curve.md: front matter: "), taught.err.constData());
    const CliResult all = cli({"list"});  // the others are there all the same
    QCOMPARE(all.status, 0);
    QVERIFY2(all.err.contains("02-curve.md"), all.err.constData());
    QVERIFY(all.out.contains("Workloads"));
}

void TestLessonCommand::referencesAreMeasuredAndShown() {
    const QString folder = path("resources/lessons/references");
    const CliResult measured =
        cli({"lesson", "--all", "--reference", folder, "--history", "none", "--progress", "never"});
    QCOMPARE(measured.err, QByteArray());
    QCOMPARE(measured.status, 0);
    QCOMPARE(linesOf(measured.out).size(), 4);
    for (const char* name : {"sleep.jsonl", "sleep.after.jsonl", "curve.jsonl", "curve.after.jsonl"})
        QVERIFY2(eventsOf(fileText(folder + '/' + name)).value(0)["event"] == "run-started", name);
    saveText(folder + "/sleep.jsonl",
             QByteArray(fileText(folder + "/sleep.jsonl")).replace("\"usable_cpus\":", "\"usable_cpus\":9"));
    const CliResult taught =
        cli({"lesson", "sleep", "--max-seconds", "0.2", "--history", "none", "--progress", "never"});
    const QString out = QString::fromUtf8(taught.out).simplified();
    const QString machine = out.mid(out.indexOf("Measured on "));
    QVERIFY2(QRegularExpression("^Measured on .*9\\d+ CPUs: [\\d.]+×").match(machine).hasMatch(), qPrintable(out));
    const QString check = machine.mid(machine.indexOf("Measured on ", 1));
    QVERIFY2(QRegularExpression("^Measured on .*9\\d+ CPUs: median\\(.* → holds").match(check).hasMatch(),
             qPrintable(out));
}

/// Fewer samples than an interval takes leave every check open.
void TestLessonCommand::whatIsNotResolvedSaysWhatWouldBeCompared() {
    ship("lessons/experiments/sleep.json", sleeperSpec("2,4", "0.003", 2));
    ship("lessons/experiments/curve.json", sleeperSpec("2,3", "0.003", 2));
    const QStringList arguments{"lesson", "sleep", "--history", "none", "--progress", "never"};
    const QString own = path("data/breakeven/references");
    const QString none = QString::fromUtf8(cli(arguments).out);
    QVERIFY2(none.contains("Too noisy here.") && none.simplified().contains("breakeven-cli lesson sleep --reference"),
             qPrintable(none));
    QVERIFY2(QString(none).remove('\n').contains(own), qPrintable(none));
    QCOMPARE(cli({"lesson", "curve", "--reference", own, "--history", "none", "--progress", "never"}).status, 0);
    QVERIFY(QFile::rename(own + "/curve.jsonl", own + "/sleep.jsonl"));
    const CliResult foreign = cli(arguments);
    QVERIFY2(foreign.err.contains("of another experiment than the lesson sleep"), foreign.err.constData());
    QVERIFY(!foreign.out.contains("Measured on"));
}

void TestLessonCommand::aReferenceThatFailedIsSaid() {
    ship("lessons/experiments/sleep.json",
         QByteArray(sleeperSpec("4", "0.001", 1)).replace("threads", "python-joblib"));
    const CliResult measured =
        runCli({"lesson", "sleep", "--reference", path("references"), "--history", "none", "--progress", "never"}, {},
               variables() << "BREAKEVEN_PYTHON=" + path("no-python"));
    QCOMPARE(measured.status, 1);
    QVERIFY2(measured.err.contains("at size 4: refused: "), measured.err.constData());
}

void TestLessonCommand::germanIsGermanThroughout() {
    const CliResult taught = cli({"lesson", "sleep", "--language", "de", "--predict", "2", "--max-seconds", "0.3",
                                  "--history", "none", "--progress", "never"});
    QCOMPARE(taught.status, 0);
    const QString out = QString::fromUtf8(taught.out);
    QVERIFY2(out.contains("Vorhergesagt: 2.00×") && out.contains("--language de"), qPrintable(out));
    for (const char* english : {"You said", "holds", "predicted", "Measured on"})
        QVERIFY2(!out.contains(english), english);

    const QStringList curve{"lesson", "curve", "--predict", "1, 4", "--history", "none", "--progress", "never"};
    const CliResult drawn = runCli(curve, {}, variables() << "LC_ALL=de_DE.UTF-8");
    QCOMPARE(drawn.status, 0);
    const QString table = QString::fromUtf8(drawn.out);
    QVERIFY2(table.contains("Größe (Elemente)  Beschleunigung gegen seriell (×)"), qPrintable(table));
    for (const char* english : {"items", "Items", "Speed-up"})
        QVERIFY2(!table.contains(english), english);
}

QTEST_GUILESS_MAIN(TestLessonCommand)
#include "tst_lesson_command.moc"
