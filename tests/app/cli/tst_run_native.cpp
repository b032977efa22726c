// Workloads of one's own in C and C++, as plug-ins and as snippets, through the command line.
#include "tests/app/cli_process.h"

#include <QTemporaryDir>
#include <QtTest>

class TestRunNative : public QObject {
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;

    QString path(const QString& name) const { return m_folder->filePath(name); }

    /// In the test's own folder.
    CliResult run(const QStringList& arguments, const QByteArray& input = {}, const QStringList& variables = {}) const {
        QProcess process;
        prepareCli(process, QStringList{"run", "--progress", "never"} + arguments,
                   QStringList{"XDG_STATE_HOME=" + path("state")} + variables);
        process.setWorkingDirectory(m_folder->path());
        process.start();
        process.write(input);
        process.closeWriteChannel();
        if (!process.waitForFinished(240'000)) return {};
        return {process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError()};
    }

    static QStringList quick(const QStringList& more) {
        return QStringList{"--backends", "serial,threads,processes,processes-pipe,tbb",
                           "--sizes",    "1,500",
                           "--workers",  "2",
                           "--samples",  "2:2",
                           "--launches", "1"} +
               more;
    }

    /// As its page says, and without a warning.
    void build(const QString& compiler, const QString& source, const QString& library) const {
        const QString file = qEnvironmentVariable("BREAKEVEN_RESOURCES") + "/examples/" + source;
        QCOMPARE(QProcess::execute(compiler,
                                   {"-I" + qEnvironmentVariable("BREAKEVEN_TEST_INCLUDE"), "-O3", "-Wall", "-Wextra",
                                    "-pedantic", "-Werror", compiler == "cc" ? "-std=c99" : "-std=c++11", "-shared",
                                    "-fPIC", "-o", path(library), file}),
                 0);
    }

    static QByteArray specOf(const QJsonArray& cases, int seconds) {
        const QJsonObject stopping{{"samples", QJsonArray{2, 2}}, {"launches", 1}, {"max_seconds", seconds}};
        return QJsonDocument({{"schema", 1}, {"name", "own"}, {"cases", cases}, {"stopping", stopping}}).toJson();
    }
    static QJsonObject caseOf(const QString& workload, const QJsonObject& params,
                              const QJsonArray& backends = {"serial", "threads"}) {
        return {{"workload", workload}, {"params", params}, {"backends", backends}, {"sizes", "100"}, {"workers", "2"}};
    }
    static QJsonObject snippet(const QString& source) { return caseOf("snippet", {{"source", source}}); }
    static QJsonObject square() { return caseOf("square", {}); }

    /// "SOURCE: BACKEND" → "STATUS: DETAIL", or "ok".
    QMap<QString, QString> endings(const QString& runFile) const {
        QMap<int, QString> names;
        QMap<QString, QString> endings;
        for (const QJsonObject& event : eventsOf(fileText(runFile))) {
            const int id = event["trial"].toInt();
            if (event["event"] == "trial-started") {
                names[id] = event["params"]["source"].toString(event["workload"].toString()) + ": " +
                            event["backend"].toString();
                endings.insert(names[id], "ok");
            } else if (event["event"] == "trial-failed") {
                endings[names[id]] = event["status"].toString() + ": " + event["detail"].toString();
            }
        }
        return endings;
    }

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void examplesRunEverywhere_data() {
        QTest::addColumn<QString>("compiler");
        QTest::addColumn<QString>("source");
        QTest::addColumn<QString>("start");
        for (const char* start : {"fork", "spawn"}) {
            QTest::addRow("C, %s", start) << "cc"
                                          << "plugin-c/collatz.c" << start;
            QTest::addRow("C++, %s", start) << "c++"
                                            << "plugin-cpp/great_circle.cpp" << start;
        }
    }
    void examplesRunEverywhere() {
        QFETCH(QString, compiler);
        QFETCH(QString, source);
        QFETCH(QString, start);
        build(compiler, source, "mine.so");
        const auto result =
            run(quick({"--workload", "plugin", "--param", "file=mine.so", "--start", start, "--csv", path("a.csv")}));
        QCOMPARE(result.err, QByteArray());
        QCOMPARE(result.status, 0);
        const auto rows = rowsOf(fileText(path("a.csv")));
        QCOMPARE(rows.size(), 10);
        for (const auto& row : rows)
            QCOMPARE(row["verified"], QByteArray("yes"));
    }

    void aSnippetRunsEverywhere() {
        const auto result = run(quick(
            {"--workload", "snippet", "--param", "source=double f(double x) { return -x; }", "--csv", path("a.csv")}));
        QCOMPARE(result.err, QByteArray());
        QCOMPARE(result.status, 0);
        QCOMPARE(fileText(path("a.csv")).count(",yes,ok,"), 10);
    }

    void whatGoesWrongIsOneTrialEach() {
        const QString broken = "double f(double x) {\n  return x\n}";
        const QString segment = "double f(double x) { return x + *(volatile double*)8; }";
        const QString overflow =
            "double g(double x, int n) { volatile char a[4096]; a[n % 4096] = 1; return a[7] + g(x, n + 1) + a[n % 9]; "
            "}\n"
            "double f(double x) { return g(x, 0); }";
        const QString leaves = "#include <cstdlib>\ndouble f(double) { std::exit(3); }";
        const QString aborts = "#include <cstdlib>\ndouble f(double) { std::abort(); }";
        const QString throws = "#include <stdexcept>\ndouble f(double) { throw std::runtime_error(\"no luck\"); }";
        const QString inWorkers =
            "#include <csignal>\n#include <cstring>\n#include <sys/prctl.h>\n"
            "double f(double x) {\n"
            "  char name[16]; prctl(PR_GET_NAME, name);\n"
            "  if (std::strcmp(name, \"breakeven-work\") == 0) raise(SIGSEGV);\n"
            "  return x;\n}";
        const auto spec =
            specOf({snippet(broken), snippet(segment), snippet(overflow), snippet(leaves), snippet(aborts),
                    snippet(throws), caseOf("snippet", {{"source", inWorkers}}, {"serial", "processes"}), square()},
                   100);
        const auto result = run({"-", "--trust", "--out", path("run.jsonl")}, spec);
        QCOMPARE(result.status, 1);
        const auto seen = endings(path("run.jsonl"));
        const auto check = [&](const QString& source, const QString& backend, const QString& ending) {
            const QString found = seen.value(source + ": " + backend);
            QVERIFY2(found.startsWith(ending), qPrintable(source + ": " + backend + ": " + found));
        };
        for (const QString backend : {"serial", "threads"}) {
            check(broken, backend, "failed: snippet: line 2: expected ';' before '}' token");
            check(segment, backend, "crashed: the runner ended ");
            check(overflow, backend, "crashed: the runner ended ");
            check(leaves, backend, "crashed: the runner ended with status 3");
            check(aborts, backend, "crashed: the runner ended by signal 6");
            check(throws, backend, "failed: snippet: no luck");
            check("square", backend, "ok");
        }
        check(inWorkers, "serial", "ok");
        check(inWorkers, "processes", "crashed: ");
    }

    /// Its answers are not what the function says, and its questions not what the function hears.
    void whatIsPrintedAndReadIsNotTheRunners() {
        const auto result = run(quick({"--workload", "snippet", "--param",
                                       "source=#include <iostream>\ndouble f(double x) {\n"
                                       "  std::string line;\n  std::getline(std::cin, line);\n"
                                       "  std::cout << \"{\\\"event\\\":1}\" << std::endl;\n"
                                       "  return x + static_cast<double>(line.size());\n}"}));
        QCOMPARE(result.err, QByteArray());
        QCOMPARE(result.status, 0);
    }

    /// The one without end gets its part of the time, and no more.
    /// The source is the same; what it includes is not, and neither is the library.
    void anotherHeaderIsNotLookedUpInTheCache() {
        const QString source = "#include \"" + path("mine.h") + "\"";
        for (const QByteArray body : {"x + 1", "x + 2"}) {
            saveText(path("mine.h"), "inline double f(double x) { return " + body + "; }");
            const auto result =
                run({"--workload", "snippet", "--param", "source=" + source, "--sizes", "10", "--backends",
                     "serial,threads", "--samples", "2:2", "--launches", "1", "--cache", path("kept")});
            QVERIFY2(result.status == 0 && result.err.isEmpty(), result.err);
        }
    }

    void whatHasNoEndIsEnded() {
        const QString endless = "double f(double x) { for (volatile int i = 0;; i = i + 1) {} return x; }";
        const auto result = run({"-", "--trust", "--out", path("run.jsonl")}, specOf({snippet(endless), square()}, 12));
        QCOMPARE(result.status, 1);
        const auto seen = endings(path("run.jsonl"));
        for (const QString backend : {"serial", "threads"}) {
            QCOMPARE(
                seen[endless + ": " + backend],
                QString(
                    "timed-out: it was not done after 10.0\u202fs and was ended (a larger time budget waits longer)"));
            QCOMPARE(seen["square: " + backend], QString("ok"));
        }
    }

    void whatAFileBringsNeedsAYes() {
        build("cc", "plugin-c/collatz.c", "theirs.so");
        saveText(path("plugin.json"), specOf({caseOf("plugin", {{"file", "theirs.so"}})}, 60));
        saveText(path("snippet.json"), specOf({snippet("double f(double x) { return x / 3; }")}, 60));
        for (const QString spec : {"plugin.json", "snippet.json"}) {
            const auto refused = run({spec});
            QCOMPARE(refused.status, 3);
            QVERIFY2(refused.err.startsWith("breakeven-cli: trust: ") && linesOf(refused.err).size() == 1, refused.err);
            QCOMPARE(run({spec, "--dry-run"}).status, 0);
            QCOMPARE(run({spec, "--trust"}).status, 0);
            QCOMPARE(run({spec}).status, 0);
        }
        QFile library(path("theirs.so"));
        QVERIFY(library.open(QIODevice::Append));
        library.write("changed");
        library.close();
        QCOMPARE(run({"plugin.json"}).status, 3);
    }

    /// It is not loaded for a plan, nor for a list of what there is.
    void whatIsPlannedIsNotLoaded() {
        build("cc", "plugin-c/collatz.c", "mine.so");
        const auto planned = run({"--workload", "plugin", "--param", "file=mine.so", "--sizes", "10", "--dry-run"});
        QCOMPARE(planned.status, 0);
        QVERIFY2(planned.out.contains("Largest list       as large as its library says\n"), planned.out);
        const QByteArray listed = runCli({"list", "workloads"}).out;
        QVERIFY2(listed.contains("\n    source = double f(double x) {     double sum"), listed);
    }

    void withoutACompilerItIsSaidWhatBringsOne() {
        const QStringList none{"BREAKEVEN_CXX=/nonexistent/c++", "XDG_CACHE_HOME=" + path("cache")};
        const auto result = run({"--workload", "snippet", "--sizes", "10", "--backends", "serial"}, {}, none);
        QCOMPARE(result.status, 1);
        const QByteArray reason =
            "no C++ compiler is found (package g++ brings it; BREAKEVEN_CXX names '/nonexistent/c++')";
        QVERIFY2(result.err.endsWith("snippet: " + reason + "\nbreakeven-cli: run: failed: nothing was measured\n"),
                 result.err);
        QVERIFY(runCli({"doctor"}, {}, none).out.contains(reason));
        const auto facts = QJsonDocument::fromJson(runCli({"doctor", "--json"}).out).object()["facts"].toArray();
        QString version;
        for (const auto& fact : facts)
            if (fact.toObject()["id"] == "compiler.version") version = fact.toObject()["value"].toString();
        QVERIFY2(version.endsWith(" (c++)"), qPrintable(version));
    }

    void twoRunsMayCompileAtOnce() {
        const QStringList arguments{"run",     "--progress", "never",     "--workload", "snippet",
                                    "--sizes", "10",         "--samples", "2:2",        "--backends",
                                    "serial",  "--launches", "1"};
        QProcess first;
        QProcess second;
        for (QProcess* process : {&first, &second}) {
            prepareCli(*process, arguments, {"XDG_CACHE_HOME=" + path("cache")});
            process->start();
        }
        for (QProcess* process : {&first, &second}) {
            QVERIFY(process->waitForFinished(120'000));
            QCOMPARE(process->readAllStandardError(), QByteArray());
            QCOMPARE(process->exitCode(), 0);
        }
        const QDir kept(path("cache/breakeven/snippets"));
        QCOMPARE(kept.entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot).size(), 1);
    }
};

QTEST_GUILESS_MAIN(TestRunNative)
#include "tst_run_native.moc"
