#include "core/analysis/break_even.h"
#include "core/analysis/findings.h"
#include "tests/core/io/imported.h"

#include <QtTest>

#include <vector>

using namespace breakeven;

namespace {

Result<LoadedRun> readRows(const std::string& rows) {
    return readAs("google-benchmark", R"({"context": {}, "benchmarks": [)" + rows + "]}");
}

std::string row(const std::string& name, const std::string& fields) {
    return R"({"name": ")" + name + R"(", )" + fields + "}";
}

const std::string GoodRow = row("BM_a/10", R"("real_time": 5, "time_unit": "us", "iterations": 100)");

}  // namespace

class TestGoogleBenchmarkJson : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aRealFileIsReadAsItWasMeasured() {
        const auto run = readAs("google-benchmark", importedText("google_benchmark.json"), "google_benchmark.json");
        QVERIFY2(run, refusalOf(run).c_str());
        const Results results = foldEvents(run->events);
        QCOMPARE(results.trials().size(), std::size_t{9});
        for (const ItemCount size : {1'000U, 10'000U, 100'000U, 1'000'000U}) {
            const TrialResult* const serial = trialOf(results, "serial", size, 1);
            const TrialResult* const threads = trialOf(results, "threads", size, UnknownWorkers);
            QVERIFY(serial && threads);
            QCOMPARE(serial->samples.size(), std::size_t{6});
            QCOMPARE(serial->trial.workload, std::string("BM_Squares"));
            QCOMPARE(results.baseOf(*threads), serial);
            QVERIFY(threads->samples[0].cpu && !serial->samples[0].cpu);  // only process_time counts all threads
        }
        const Sample& first = trialOf(results, "serial", 1'000, 1)->samples[0];
        QCOMPARE(first.seconds.count(), 4.4163220117263691e-06);
        QCOMPARE(first.iterations, std::uint64_t{9599});
        QCOMPARE(trialOf(results, "serial", 1'000, 1)->samples[5].round, 5);
        const TrialResult* const refused = trialOf(results, "BM_Refused", 1, UnknownWorkers);
        QVERIFY(refused);
        QCOMPARE(refused->status, TrialStatus::Failed);
        QCOMPARE(refused->detail, std::string("no device"));
        QCOMPARE(run->warnings,
                 (std::vector<std::string>{
                     "google_benchmark.json: 2 rows of complexity (BigO, RMS) left out: fits are no times",
                     "google_benchmark.json: the library of Google Benchmark was a debug build, which may cost time"}));
    }

    void theMachineIsKnown() {
        const auto run = readAs("google-benchmark", importedText("google_benchmark.json"), "g.json");
        QVERIFY(run);
        const RunStarted& started = std::get<RunStarted>(run->events.front());
        QCOMPARE(started.startedAt, std::string("2026-11-22T04:50:10Z"));
        QCOMPARE(started.spec.name, std::string("g"));
        QCOMPARE(started.spec.x, std::string("size"));
        QCOMPARE(started.environment.usableCpus, 2);
        const auto host = std::ranges::find(started.environment.facts, "google-benchmark.host_name", &Fact::id);
        QVERIFY(host != started.environment.facts.end());
        QCOMPARE(host->title, std::string("Host name"));
        QCOMPARE(*host->value, std::string("vm"));
    }

    /// The history knows runs by their id, and many files are called results.json.
    void theIdTellsFilesOfOneNameApart() {
        const auto idOf = [](const std::string& rows) {
            const auto run = readRows(rows);
            return run ? std::get<RunStarted>(run->events.front()).runId : "";
        };
        QCOMPARE(idOf(GoodRow), idOf(GoodRow));
        QVERIFY(idOf(GoodRow).starts_with("x-"));
        QVERIFY(idOf(GoodRow) != idOf(GoodRow + "," + GoodRow));
    }

    void whatWasReadIsAnalysed() {
        const auto run = readAs("google-benchmark", importedText("google_benchmark.json"));
        QVERIFY(run);
        const Results results = foldEvents(run->events);
        const auto found = breakEvens(results);
        QCOMPARE(found.size(), std::size_t{1});
        QCOMPARE(found[0].label, std::string("BM_Squares threads"));
        QVERIFY(!findings(results).empty());
    }

    void datesAreInUtc_data() {
        QTest::addColumn<QString>("date");
        QTest::addColumn<QString>("utc");
        QTest::newRow("east") << "2026-01-01T00:30:00+01:00"
                              << "2025-12-31T23:30:00Z";
        QTest::newRow("west") << "2026-02-28T20:00:05-05:30"
                              << "2026-03-01T01:30:05Z";
        QTest::newRow("no offset") << "2026-01-01 00:30:00"
                                   << "";
        QTest::newRow("no day") << "2026-02-31T00:30:00+01:00"
                                << "";
        QTest::newRow("no date") << "yesterday"
                                 << "";
    }

    void datesAreInUtc() {
        QFETCH(QString, date);
        QFETCH(QString, utc);
        const auto run = readAs("google-benchmark", R"({"context": {"date": ")" + date.toStdString() +
                                                        R"("}, "benchmarks": [)" + GoodRow + "]}");
        QVERIFY(run);
        QCOMPARE(std::get<RunStarted>(run->events.front()).startedAt, utc.toStdString());
    }

    void aggregatesAloneAreSummaries() {
        const auto run = readAs("google-benchmark", importedText("google_benchmark_aggregates.json"));
        QVERIFY2(run, refusalOf(run).c_str());
        const Results results = foldEvents(run->events);
        QCOMPARE(results.trials().size(), std::size_t{2});
        const TrialResult* const serial = trialOf(results, "serial", 1'000, 1);
        QVERIFY(serial && serial->imported && serial->samples.empty());
        QCOMPARE(serial->imported->count, std::size_t{6});
        QVERIFY(serial->imported->minimum <= serial->imported->median);
        QVERIFY(serial->imported->median <= serial->imported->maximum);
        QVERIFY(serial->imported->stddev > Seconds(0));
    }

    void oldFilesTellAggregatesByTheirNames() {
        const auto run = readRows(row("BM_a/10_mean", R"("real_time": 5, "iterations": 3)") + "," +
                                  row("BM_a/10_median", R"("real_time": 4, "iterations": 3)"));
        QVERIFY2(run, refusalOf(run).c_str());
        const Results results = foldEvents(run->events);
        QCOMPARE(results.trials().size(), std::size_t{1});
        QCOMPARE(results.trials()[0].imported->median.count(), 4e-9);
    }

    void namesSaySizeAndWorkers_data() {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("backend");
        QTest::addColumn<int>("size");
        QTest::addColumn<int>("workers");
        QTest::addColumn<int>("params");
        QTest::newRow("plain") << "BM_a"
                               << "BM_a" << 1 << 0 << 0;
        QTest::newRow("size") << "BM_a/1000"
                              << "BM_a" << 1000 << 0 << 0;
        QTest::newRow("threads") << "BM_a/1000/threads:4"
                                 << "BM_a" << 1000 << 4 << 0;
        QTest::newRow("two numbers") << "BM_a/8/1024"
                                     << "BM_a" << 1024 << 0 << 1;
        QTest::newRow("named size") << "BM_a/n:64/depth:3"
                                    << "BM_a" << 64 << 0 << 1;
        QTest::newRow("fixture") << "Sort/Shuffled/100"
                                 << "Sort/Shuffled" << 100 << 0 << 0;
        QTest::newRow("template") << "BM_a<std::vector<int>>/100"
                                  << "BM_a<std::vector<int>>" << 100 << 0 << 0;
        QTest::newRow("colons") << "Sort/List<std::string>/100"
                                << "Sort/List<std::string>" << 100 << 0 << 0;
        QTest::newRow("settings") << "BM_a/5/min_time:2.000/repeats:3/process_time/real_time"
                                  << "BM_a" << 5 << 0 << 0;
        QTest::newRow("large") << "BM_a/1048576/iterations:10"
                               << "BM_a" << 1048576 << 0 << 0;
    }

    void namesSaySizeAndWorkers() {
        QFETCH(QString, name);
        QFETCH(QString, backend);
        QFETCH(int, size);
        QFETCH(int, workers);
        QFETCH(int, params);
        const auto run = readRows(row(name.toStdString(), R"("real_time": 5)"));
        QVERIFY2(run, refusalOf(run).c_str());
        const Trial trial = foldEvents(run->events).trials().at(0).trial;
        QCOMPARE(trial.backend, backend.toStdString());
        QCOMPARE(trial.size, static_cast<ItemCount>(size));
        QCOMPARE(trial.workers, workers);
        QCOMPARE(trial.params.size(), static_cast<std::size_t>(params));
    }

    void unusableRowsAreNamed_data() {
        QTest::addColumn<QString>("bad");
        QTest::addColumn<QString>("why");
        const auto add = [](const char* title, const std::string& bad, const char* why) {
            QTest::newRow(title) << QString::fromStdString(bad) << why;
        };
        const char* const times = " is not allowed (numbers from 0 on, up to thirty years)";
        const auto timed = [&](const char* value) { return (std::string("real_time: ") + value + times); };
        add("not an object", "7", "name: missing");
        add("no name", R"({"real_time": 5})", "name: missing");
        add("name", R"({"name": 5, "real_time": 5})", "name: 5 is not allowed (a text)");
        add("no time", R"({"name": "BM_b"})", "real_time: missing");
        add("negative", row("BM_b", R"("real_time": -5)"), timed("-5").c_str());
        add("text", row("BM_b", R"("real_time": "fast")"), timed("'fast'").c_str());
        add("list", row("BM_b", R"("real_time": [1])"), timed("a list").c_str());
        add("not a number", row("BM_b", R"("real_time": NaN)"), "real_time: missing");
        add("endless", row("BM_b", R"("real_time": -Infinity)"), "real_time: missing");
        add("huge", row("BM_b", R"("real_time": 1e300)"), timed("1e+300").c_str());
        add("unit", row("BM_b", R"("real_time": 1, "time_unit": "h")"),
            "time_unit: 'h' is not allowed (ns, us, ms, s)");
        add("iterations", row("BM_b", R"("real_time": 1, "iterations": 0)"),
            "iterations: 0 is not allowed (whole numbers from 1)");
        add("size", row("BM_b/0", R"("real_time": 1)"), "size: '0' is not allowed (whole numbers from 1 to 1e12)");
        add("workers", row("BM_b/threads:-1", R"("real_time": 1)"),
            "threads: '-1' is not allowed (whole numbers from 1 to 1024)");
    }

    void unusableRowsAreNamed() {
        QFETCH(QString, bad);
        QFETCH(QString, why);
        const auto run = readRows(GoodRow + "," + bad.toStdString());
        QVERIFY2(run, refusalOf(run).c_str());
        QCOMPARE(run->warnings, std::vector<std::string>{"x.json: benchmark 2 is skipped: " + why.toStdString()});
        QCOMPARE(foldEvents(run->events).trials().at(0).samples.size(), std::size_t{1});
        const auto alone = readRows(bad.toStdString());
        QCOMPARE(refusalOf(alone), "x.json: no usable row (benchmark 1 is skipped: " + why.toStdString() + ")");
    }

    void otherShapesAreRefused_data() {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("line");
        QTest::newRow("nothing in it") << QByteArray(R"({"context": {}, "benchmarks": []})")
                                       << "x.json: benchmarks: an empty list";
        QTest::newRow("no list") << QByteArray(R"({"context": {}, "benchmarks": 5})")
                                 << "x.json: benchmarks: 5 is not allowed (a list with something in it)";
        QTest::newRow("missing") << QByteArray(R"({"context": {}})") << "x.json: benchmarks: missing";
        QTest::newRow("cut") << QByteArray("{\n\"context\": {},\n\"benchmarks\": [")
                             << "x.json: line 3 is not valid JSON";
        QTest::newRow("two lists") << QByteArray(R"({"context": {}, "benchmarks": [{}], "benchmarks": [{}]})")
                                   << "x.json: benchmarks: it is there twice";
        QTest::newRow("a list") << QByteArray("[1]") << "x.json: not a JSON object";
    }

    void otherShapesAreRefused() {
        QFETCH(QByteArray, text);
        QFETCH(QString, line);
        const auto run = readAs("google-benchmark", text.toStdString());
        QCOMPARE(QString::fromStdString(refusalOf(run)), line);
        QCOMPARE(run.error().code, ErrorCode::Unreadable);
    }

    void cutFilesAreReadOrRefused() {
        QVERIFY(isReadOrRefused("google-benchmark", importedText("google_benchmark.json"), 997));
    }

    void manyRowsAreRead() {
        std::string rows = GoodRow;
        for (int i = 0; i < 100'000; ++i)
            rows += "," + row("BM_a/" + std::to_string(i % 1'000 + 1), R"("real_time": 5, "iterations": 1)");
        const auto run = readRows(rows);
        QVERIFY2(run, refusalOf(run).c_str());
        QCOMPARE(foldEvents(run->events).trials().size(), std::size_t{1'000});
    }
};

QTEST_GUILESS_MAIN(TestGoogleBenchmarkJson)
#include "tst_google_benchmark_json.moc"
