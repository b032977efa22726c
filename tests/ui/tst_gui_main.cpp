/// The program `breakeven` as a black box.
#include "core/experiment/codec.h"
#include "tests/ui/ui_test.h"

#include <QDir>
#include <QFile>
#include <QImage>
#include <QProcess>

#include <algorithm>

#include <signal.h>

using namespace breakeven;

namespace {

struct Outcome {
    int status = -1;
    QByteArray out;
    QByteArray err;
};

Outcome start(const QString& program, const QStringList& arguments, bool withPlatform = true) {
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    for (const char* name : {"DISPLAY", "WAYLAND_DISPLAY"})
        environment.remove(QLatin1String(name));
    if (!withPlatform) environment.remove(QStringLiteral("QT_QPA_PLATFORM"));
    environment.remove(QStringLiteral("BREAKEVEN_CLI"));
    process.setProcessEnvironment(environment);
    process.start(qEnvironmentVariable("BREAKEVEN_BIN") + QStringLiteral("/") + program, arguments);
    process.closeWriteChannel();
    if (!process.waitForFinished(60'000) || process.exitStatus() != QProcess::NormalExit) return {};
    return {process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError()};
}

Outcome window(const QStringList& arguments) {
    return start(QStringLiteral("breakeven"), arguments, false);
}

/// Nothing of the user's, and no display.
void startWindow(QProcess& process, const QTemporaryDir& home, const QStringList& arguments = {}) {
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    for (const char* name : {"HOME", "TMPDIR", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME"})
        environment.insert(QLatin1String(name), home.path());
    environment.insert(QStringLiteral("QT_QPA_PLATFORM"), QStringLiteral("offscreen"));
    process.setProcessEnvironment(environment);
    process.start(qEnvironmentVariable("BREAKEVEN_BIN") + QStringLiteral("/breakeven"), arguments);
}

QStringList temporaryFolders(const QTemporaryDir& home) {
    return QDir(home.path()).entryList({QStringLiteral("breakeven-window-*")}, QDir::Dirs);
}

/// Whether the process has the folder open.
bool holds(const QProcess& process, const QString& folder) {
    const QFileInfoList open = QDir(QStringLiteral("/proc/%1/fd").arg(process.processId())).entryInfoList();
    return std::ranges::any_of(open, [&](const QFileInfo& each) { return each.symLinkTarget() == folder; });
}

}  // namespace

class TestGuiMain : public QObject, UiTest {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() {
        const Outcome run =
            start(QStringLiteral("breakeven-cli"),
                  {"run", "--workload", "square", "--sizes", "100,1000", "--backends", "serial,threads", "--workers",
                   "2", "--max-seconds", "1", "--launches", "1", "--out", path("run.jsonl")});
        QVERIFY2(run.status == 0, run.err.constData());
    }

    void init() { failOnAnyWarning(); }

    void tellsVersionAndUsage() {
        QVERIFY(window({"--version"}).out.startsWith("breakeven "));
        const Outcome help = window({"--help"});
        QCOMPARE(help.status, 0);
        QVERIFY(help.out.contains("--render RUN PLOT OUT"));
    }

    void rendersWithoutADisplay_data() {
        QTest::addColumn<QString>("suffix");
        QTest::addColumn<QByteArray>("magic");
        QTest::newRow("png") << QStringLiteral("png") << QByteArray("\x89PNG");
        QTest::newRow("svg") << QStringLiteral("svg") << QByteArray("<?xml");
        QTest::newRow("pdf") << QStringLiteral("pdf") << QByteArray("%PDF");
    }

    void rendersWithoutADisplay() {
        QFETCH(QString, suffix);
        QFETCH(QByteArray, magic);
        const QString picture = folder.filePath(QStringLiteral("chart.") + suffix);
        const Outcome outcome = window({"--render", path("run.jsonl"), "runtime", picture});
        QCOMPARE(outcome.status, 0);
        QCOMPARE(outcome.err, QByteArray());
        QFile file(picture);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY(file.readAll().startsWith(magic));
    }

    void writesTheReportWithoutADisplay() {
        const Outcome outcome = window({"--report", path("run.jsonl"), path("report.pdf")});
        QCOMPARE(outcome.status, 0);
        QCOMPARE(outcome.err, QByteArray());
        QFile file(path("report.pdf"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY(file.readAll().startsWith("%PDF"));
    }

    void chartsSpeakTheLanguageAskedFor() {
        const auto drawn = [this](const QStringList& options) {
            const Outcome outcome =
                window(QStringList{"--render", path("run.jsonl"), "runtime", path("a.svg")} + options);
            QFile file(path("a.svg"));
            return outcome.status == 0 && file.open(QIODevice::ReadOnly) ? file.readAll() : outcome.err;
        };
        QVERIFY(drawn({}).contains(">Runtime"));
        QVERIFY(drawn({"--language", "de"}).contains(">Laufzeit"));
        QVERIFY(drawn({"--language", "en"}).contains(">Runtime"));
    }

    void screenshotShowsTheWholeWindow() {
        const Outcome outcome =
            window({"--screenshot", path("window.png"), "--size", "1280x720", "--theme", "dark", path("run.jsonl")});
        QCOMPARE(outcome.status, 0);
        QCOMPARE(outcome.err, QByteArray());
        const QImage image(path("window.png"));
        QCOMPARE(image.size(), QSize(1280, 720));
        QVERIFY(image.pixelColor(640, 4).lightness() < 80);
    }

    void aScreenshotMayBeAPageForPrint() {
        QCOMPARE(window({"--screenshot", path("window.pdf"), path("run.jsonl")}).status, 0);
        QFile page(path("window.pdf"));
        QVERIFY(page.open(QIODevice::ReadOnly));
        QVERIFY(page.readAll().startsWith("%PDF"));
    }

    /// Before anything was measured the command line is asked for them, which takes a while.
    void screenshotWithoutARunTellsTheMachine() {
        const Outcome outcome = window({"--screenshot", path("machine.svg"), "--size", "1440x2800"});
        QCOMPARE(outcome.status, 0);
        QFile drawn(path("machine.svg"));
        QVERIFY(drawn.open(QIODevice::ReadOnly));
        const QByteArray svg = drawn.readAll();
        const Result<Environment> machine =
            parseEnvironment(start(QStringLiteral("breakeven-cli"), {"doctor", "--json"}).out.toStdString());
        QVERIFY(machine && machine->facts.size() > 10);
        for (const Fact& fact : machine->facts) {
            const std::string word = fact.title.substr(0, fact.title.find(' '));  // longer titles wrap
            QVERIFY2(svg.contains((">" + word).c_str()), fact.title.c_str());
        }
    }

    void aWindowThatIsEndedLeavesNothing_data() {
        QTest::addColumn<int>("signal");
        QTest::newRow("interrupt") << SIGINT;
        QTest::newRow("terminate") << SIGTERM;
        QTest::newRow("hang up") << SIGHUP;
    }

    /// As by a log-out, amid the measurement of its first start.
    void aWindowThatIsEndedLeavesNothing() {
        QFETCH(int, signal);
        const QTemporaryDir home;
        QProcess shown;
        startWindow(shown, home);
        QTRY_COMPARE_WITH_TIMEOUT(temporaryFolders(home).size(), 1, 20'000);
        ::kill(static_cast<pid_t>(shown.processId()), signal);
        QVERIFY(shown.waitForFinished(20'000));
        QCOMPARE(shown.exitStatus(), QProcess::NormalExit);
        QCOMPARE(shown.exitCode(), 0);
        QCOMPARE(temporaryFolders(home), QStringList());
    }

    /// It has the timelines of the run that the next one offers.
    void whatAKilledWindowLeavesGoesWithTheNextOne() {
        const QTemporaryDir home;
        QProcess killed;
        startWindow(killed, home);
        QTRY_COMPARE_WITH_TIMEOUT(temporaryFolders(home).size(), 1, 20'000);
        const QStringList left = temporaryFolders(home);
        killed.kill();
        QVERIFY(killed.waitForFinished(20'000));
        QCOMPARE(temporaryFolders(home), left);
        QProcess picture;
        startWindow(picture, home, {QStringLiteral("--screenshot"), path("between.png")});
        QVERIFY(picture.waitForFinished(20'000));
        QCOMPARE(picture.exitCode(), 0);
        QCOMPARE(temporaryFolders(home), left);  // nobody was offered what is in it
        QProcess next;
        startWindow(next, home);
        QTRY_VERIFY_WITH_TIMEOUT(holds(next, home.filePath(left.front())), 20'000);
        next.terminate();
        QVERIFY(next.waitForFinished(20'000));
        QCOMPARE(temporaryFolders(home), QStringList());
    }

    void errorsAreOneLine_data() {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<QByteArray>("about");
        const QString run = path("run.jsonl");
        QTest::newRow("no display") << QStringList() << QByteArray("display: ");
        QTest::newRow("option") << QStringList{"--bogus"} << QByteArray("bogus");
        QTest::newRow("two files") << QStringList{"a", "b"} << QByteArray("at most one file");
        QTest::newRow("words") << QStringList{"--render", run} << QByteArray("RUN PLOT OUT");
        QTest::newRow("run") << QStringList{"--render", "missing.jsonl", "runtime", "o.png"}
                             << QByteArray("missing.jsonl");
        QTest::newRow("plot") << QStringList{"--render", run, "runtme", "o.png"}
                              << QByteArray("did you mean 'runtime'");
        QTest::newRow("suffix") << QStringList{"--render", run, "runtime", "o.bmp"} << QByteArray(".png, .svg or .pdf");
        QTest::newRow("picture suffix") << QStringList{"--screenshot", "o.bmp", run}
                                        << QByteArray(".png, .svg or .pdf");
        QTest::newRow("report words") << QStringList{"--report", run} << QByteArray("RUN OUT.pdf");
        QTest::newRow("report run") << QStringList{"--report", "missing.jsonl", "o.pdf"} << QByteArray("missing.jsonl");
        QTest::newRow("report suffix") << QStringList{"--report", run, "o.html"} << QByteArray(".pdf");
        QTest::newRow("report folder") << QStringList{"--report", run, "/nowhere/o.pdf"}
                                       << QByteArray("/nowhere/o.pdf");
        QTest::newRow("folder") << QStringList{"--render", run, "runtime", "/nowhere/o.png"}
                                << QByteArray("/nowhere/o.png");
        QTest::newRow("language") << QStringList{"--language", "fr"} << QByteArray("(en, de)");
        QTest::newRow("theme") << QStringList{"--theme", "neon"} << QByteArray("system, light, dark");
        QTest::newRow("size") << QStringList{"--screenshot", "o.png", "--size", "1x1"} << QByteArray("640x480");
        QTest::newRow("small") << QStringList{"--screenshot", path("o.png"), "--size", "640x480", "--language", "de"}
                               << QByteArray("x480 is the least");
        QTest::newRow("file") << QStringList{"--screenshot", path("o.png"), "missing.json"}
                              << QByteArray("missing.json");
        QTest::newRow("picture") << QStringList{"--screenshot", "/nowhere/o.png"} << QByteArray("/nowhere/o.png");
    }

    void errorsAreOneLine() {
        QFETCH(QStringList, arguments);
        QFETCH(QByteArray, about);
        const Outcome outcome = window(arguments);
        QCOMPARE(outcome.status, 2);
        QVERIFY2(outcome.err.startsWith("breakeven: "), outcome.err.constData());
        QVERIFY2(outcome.err.contains(about), outcome.err.constData());
        QCOMPARE(outcome.err.count('\n'), 1);
        QCOMPARE(outcome.out, QByteArray());
    }

    /// As on a full disk: what the command line calls unfinished, too.
    void whatCannotBeWrittenToItsEndIsUnfinished_data() {
        QTest::addColumn<QString>("words");
        QTest::newRow("chart") << QStringLiteral("--render '%1' runtime '%2.png'");
        QTest::newRow("report") << QStringLiteral("--report '%1' '%2.pdf'");
        QTest::newRow("window") << QStringLiteral("--screenshot '%2.png' '%1'");
    }

    void whatCannotBeWrittenToItsEndIsUnfinished() {
        QFETCH(QString, words);
        QProcess shell;
        shell.start(QStringLiteral("/bin/sh"),
                    {QStringLiteral("-c"), QStringLiteral("ulimit -f 1; exec \"$BREAKEVEN_BIN/breakeven\" ") +
                                               words.arg(path("run.jsonl"), path("too-large"))});
        QVERIFY(shell.waitForFinished(60'000));
        QCOMPARE(shell.exitStatus(), QProcess::NormalExit);
        const QByteArray said = shell.readAllStandardError();
        QVERIFY2(said.startsWith("breakeven: ") && said.contains("too-large") && said.count('\n') == 1,
                 said.constData());
        QCOMPARE(shell.exitCode(), 4);
    }
};

QTEST_MAIN(TestGuiMain)
#include "tst_gui_main.moc"
