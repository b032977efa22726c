#include "core/experiment/codec.h"
#include "core/io/formats.h"
#include "tests/ui/scripted_cli.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QProcess>
#include <QSignalSpy>

using namespace breakeven;

namespace {

/// Refuses what comes without --trust, unless anything has been said yes to.
const QByteArray Distrustful =
    "if [ -d state/breakeven/trusted ]; then :; else case \"$*\" in *--trust*) ;; *) echo 'breakeven-cli: trust: the "
    "experiment would run mine.py' >&2; exit 3;; esac; fi\n";

/// Whatever it is.
const QByteArray AlwaysDistrustful = "echo 'breakeven-cli: trust: the experiment would run mine.py' >&2; exit 3\n";

}  // namespace

class TestSession : public QObject, ScriptedCli {
    Q_OBJECT

private:
    /// An experiment of Python functions, one case each.
    QString programFile(const std::vector<std::string>& programs) const {
        ExperimentSpec spec;
        spec.name = "theirs";
        for (const std::string& program : programs) {
            Case& row = spec.cases.emplace_back();
            row.workload = "python-function";
            write(program.c_str(), "def f(x): return x\n");
            row.params["file"] = {path(program.c_str()).toStdString()};
            row.backends = {"python-serial"};
            row.sizes = "10";
        }
        write("theirs.json", QByteArray::fromStdString(writeSpec(spec)));
        return path("theirs.json");
    }

private Q_SLOTS:
    void initTestCase() { makeCatalog(); }

    void whatCouldNotBeOpenedIsStillSaidWithTheDefault() {
        pretend("exit 1\n");
        write("garbage.json", "{");
        Session session;
        session.open(path("garbage.json"));
        const QString failure = session.failure();
        QVERIFY(!failure.isEmpty());
        ready(session);
        QVERIFY(!session.spec().cases.empty());
        QCOMPARE(session.failure(), failure);
    }

    void init() {
        failOnAnyWarning();
        QDir(path("state")).removeRecursively();
        qputenv("XDG_STATE_HOME", path("state").toUtf8());
    }

    void startsWithTheDefaultExperiment() {
        pretend("");
        Session session;
        ready(session);
        QCOMPARE(session.spec().name, std::string("overhead-vs-size"));
        QVERIFY(!session.catalog().workloads.empty());
    }

    void opensAPackedExperiment() {
        pretend("");
        Session session;
        ready(session);
        programFile({"mine.py"});
        QCOMPARE(QProcess::execute(QStringLiteral("gzip"), {QStringLiteral("-f"), path("theirs.json")}), 0);
        session.open(path("theirs.json.gz"));
        QCOMPARE(session.failure(), QString());
        QCOMPARE(session.spec().name, std::string("theirs"));
    }

    void foldsEventsAndTellsSeldom() {
        constexpr int Sizes = 40;
        constexpr int Rounds = 50;
        write("events.jsonl", recordedRun(Sizes, Rounds));
        pretend("while IFS= read -r line; do printf '%s\\n' \"$line\"; done < events.jsonl\n");
        Session session;
        ready(session);
        const QSignalSpy told(&session, &Session::resultsChanged);
        QElapsedTimer clock;
        clock.start();
        measure(session);
        const qint64 most = clock.elapsed() / 100 + 4;  // at the start, ten times a second, at the end
        QCOMPARE(session.results().trials().size(), std::size_t(2 * Sizes));
        QCOMPARE(session.results().trials().back().samples.size(), std::size_t(Rounds));
        QCOMPARE(session.results().run().runId, std::string("recorded"));
        QVERIFY(session.failure().isEmpty());
        QVERIFY2(told.count() <= most, qPrintable(QString::number(told.count())));
    }

    /// Each block is answered with a line once it has been looked at.
    void theChildWaitsUntilItsBlockIsShown() {
        const QByteArray run = recordedRun(2, 3);
        const auto cut = run.lastIndexOf("{\"event\":\"trial-started\"");
        QVERIFY(cut > 0);
        write("first.jsonl", run.left(cut) + QByteArray::fromStdString(writeEvent(BlockFinished{})) + '\n');
        write("rest.jsonl", run.mid(cut));
        pretend("cat first.jsonl\nread answer && cat rest.jsonl\n");
        Session session;
        ready(session);
        std::size_t shown = 0;
        connect(&session, &Session::resultsChanged, this, [&] {
            if (session.state() == Session::State::Running && session.results().trials().size() == 3) ++shown;
        });
        measure(session);
        QCOMPARE(shown, std::size_t(1));
        QCOMPARE(session.results().trials().size(), std::size_t(4));
        QVERIFY(session.results().finished());
    }

    void handsTheSpecOver() {
        pretend("");
        Session session;
        ready(session);
        ExperimentSpec spec = session.spec();
        spec.cases[0].sizes = "10,20";
        session.setSpec(spec);
        measure(session);
        QFile file(path("spec.json"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const Result<ExperimentSpec> handed = parseSpec(file.readAll().toStdString());
        QVERIFY(handed);
        QCOMPARE(*handed, spec);
    }

    void savedRunsReadBack() {
        write("events.jsonl", recordedRun(3, 4));
        pretend("cat events.jsonl\n");
        Session session;
        ready(session);
        measure(session);
        session.saveResults(path("saved.jsonl"));
        session.saveResults(path("saved.csv"));
        for (const char* name : {"saved.jsonl", "saved.csv"}) {
            const Result<LoadedRun> loaded = readResults(path(name).toStdString());
            QVERIFY2(loaded, name);
            QCOMPARE(foldEvents(loaded->events).trials().size(), std::size_t(6));
        }
    }

    void errorsAreOneLineAndResultsAreKept() {
        write("events.jsonl", recordedRun(2, 2));
        pretend("cat events.jsonl\necho 'first warning' >&2\necho 'breakeven-cli: runner: is missing' >&2\nexit 4\n");
        Session session;
        ready(session);
        QSignalSpy failures(&session, &Session::failed);
        measure(session);
        QCOMPARE(failures.count(), 1);
        QCOMPARE(session.failure(), QStringLiteral("breakeven-cli: runner: is missing"));
        QCOMPARE(session.results().trials().size(), std::size_t(4));
    }

    void linesThatAreNoEventsAreLogged() {
        pretend("echo 'this is no event'\n");
        Session session;
        ready(session);
        QStringList lines;
        connect(&session, &Session::logged, this, [&lines](const QString& line) { lines += line; });
        measure(session);
        QVERIFY(lines.contains(QStringLiteral("this is no event")));
    }

    void aMissingCommandLineIsNamed() {
        qputenv("BREAKEVEN_CLI", path("nowhere").toUtf8());
        Session session;
        QSignalSpy failures(&session, &Session::failed);
        session.loadCatalog();
        QTRY_COMPARE(failures.count(), 1);
        QVERIFY(session.failure().startsWith(QStringLiteral("breakeven-cli: could not be started")));
        QVERIFY(!session.failure().contains(u'\n'));
    }

    void resultsOutliveAMissingCommandLine() {
        write("events.jsonl", recordedRun(2, 2));
        pretend("cat events.jsonl\n");
        Session session;
        ready(session);
        measure(session);
        qputenv("BREAKEVEN_CLI", path("nowhere").toUtf8());
        session.run();
        QTRY_COMPARE_WITH_TIMEOUT(session.state(), Session::State::Idle, WaitMilliseconds);
        QVERIFY(session.failure().startsWith(QStringLiteral("breakeven-cli: could not be started")));
        QCOMPARE(session.results().trials().size(), std::size_t(4));
        session.saveResults(path("kept.jsonl"));
        QVERIFY2(session.failure().isEmpty(), qPrintable(session.failure()));
    }

    void whatIsNotTrustedRunsAfterAYes_data() {
        QTest::addColumn<QString>("state");
        QTest::newRow("remembered") << path("state");
        QTest::newRow("nothing can be remembered") << path("catalog.json");
    }
    void whatIsNotTrustedRunsAfterAYes() {
        QFETCH(QString, state);
        qputenv("XDG_STATE_HOME", state.toUtf8());
        write("events.jsonl", recordedRun(1, 2));
        pretend(Distrustful + "cat events.jsonl\n");
        Session session;
        ready(session);
        session.open(programFile({"theirs.py"}));
        const QSignalSpy asked(&session, &Session::trustNeeded);
        const QSignalSpy logged(&session, &Session::logged);
        measure(session);
        QCOMPARE(asked.count(), 1);
        QCOMPARE(session.failure(), QString());  // the user is being asked
        session.decline();
        QCOMPARE(session.failure(), QStringLiteral("Not run: you have not said yes to its program"));
        for (const QList<QVariant>& line : logged)
            QVERIFY2(!line[0].toString().contains(QStringLiteral("breakeven-cli")), qPrintable(line[0].toString()));
        const auto programs = asked[0][0].value<Programs>();
        QCOMPARE(programs.size(), std::size_t(1));
        QVERIFY(session.results().trials().empty());

        write("theirs.py", "changed since it was shown\n");
        session.agree(programs);
        QTRY_COMPARE_WITH_TIMEOUT(session.state(), Session::State::Idle, WaitMilliseconds);
        QCOMPARE(asked.count(), 2);
        QVERIFY(session.results().trials().empty());

        session.agree(asked[1][0].value<Programs>());
        QTRY_COMPARE_WITH_TIMEOUT(session.state(), Session::State::Idle, WaitMilliseconds);
        QCOMPARE(asked.count(), 2);
        QVERIFY2(session.failure().isEmpty(), qPrintable(session.failure()));
        QCOMPARE(session.results().trials().size(), std::size_t(2));
    }

    void onlyWhatCameWithAFileNeedsTrust() {
        pretend(AlwaysDistrustful);
        Session session;
        ready(session);
        const QSignalSpy asked(&session, &Session::trustNeeded);
        const auto asks = [&] {
            const auto before = asked.count();
            measure(session);
            return asked.count() > before;
        };
        QVERIFY(!asks());  // shipped

        write("mine.py", "def f(x): return x\n");
        session.open(programFile({"theirs.py", "theirs too.py"}));
        QVERIFY(asks());
        ExperimentSpec spec = session.spec();
        const ParamValue theirs = spec.cases[1].params["file"].front();
        for (Case& row : spec.cases)
            row.params["file"] = {path("mine.py").toStdString()};
        session.setSpec(spec);
        QVERIFY(asks());  // edited, but nobody has said yes to anything yet
        session.agree(asked.back()[0].value<Programs>());
        QTRY_COMPARE_WITH_TIMEOUT(session.state(), Session::State::Idle, WaitMilliseconds);
        write("mine.py", "def f(x): return x + 1\n");
        QVERIFY(!asks());
        spec.cases[1].params["file"] = {theirs};
        session.setSpec(spec);
        QVERIFY(asks());

        RunStarted started;
        started.spec = spec;
        write("run.jsonl", QByteArray::fromStdString(writeEvent(started) + '\n'));
        session.openExperiment(Session::DefaultExperiment);
        session.setSpec(spec);
        QVERIFY(!asks());  // typed after something shipped was opened
        QDir(path("state")).removeRecursively();
        session.open(path("run.jsonl"));
        QVERIFY(asks());
        session.open(path("gone.json"));
        QVERIFY(asks());
    }

    void whatIsShippedNeedsNoTrust() {
        pretend(AlwaysDistrustful);
        Session session;
        ready(session);
        const auto restore =
            qScopeGuard([resources = qgetenv("BREAKEVEN_RESOURCES")] { qputenv("BREAKEVEN_RESOURCES", resources); });
        qputenv("BREAKEVEN_RESOURCES", folder.path().toUtf8());
        QVERIFY(QDir(folder.path()).mkdir(QStringLiteral("experiments")));
        QVERIFY(QFile::copy(programFile({"ours.py"}), path("experiments/ours.json")));
        const QSignalSpy asked(&session, &Session::trustNeeded);
        session.openExperiment("ours");
        QCOMPARE(session.spec().name, std::string("theirs"));
        measure(session);
        QCOMPARE(asked.count(), 0);
    }

    void aKilledCommandLineHasNotFinished() {
        pretend("kill -9 $$\n");
        Session session;
        ready(session);
        QStringList lines;
        connect(&session, &Session::logged, this, [&lines](const QString& line) { lines += line; });
        measure(session);
        QVERIFY(lines.contains(QStringLiteral("Ended early")));
        QVERIFY(!lines.contains(QStringLiteral("Finished")));
        QVERIFY(session.failure().contains(QStringLiteral("signal")));
    }

    void brokenFilesLeaveEverythingAsItWas() {
        pretend("");
        Session session;
        ready(session);
        const ExperimentSpec before = session.spec();
        write("broken.json", "{\"schema\":1,");
        write("broken.jsonl", "not a run\n");
        for (const char* name : {"broken.json", "broken.jsonl", "missing.jsonl"}) {
            session.open(path(name));
            QVERIFY2(session.failure().contains(QLatin1String(name)), qPrintable(session.failure()));
            QVERIFY(!session.failure().contains(u'\n'));
        }
        QCOMPARE(session.spec(), before);
    }
};

QTEST_MAIN(TestSession)
#include "tst_session.moc"
