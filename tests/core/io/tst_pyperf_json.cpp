#include "core/analysis/pitfalls.h"
#include "tests/core/io/imported.h"

#include <QtTest>

#include <vector>

using namespace breakeven;

namespace {

Result<LoadedRun> readBenchmarks(const std::string& benchmarks, const std::string& metadata = "{}") {
    return readAs("pyperf",
                  R"({"version": "1.0", "metadata": )" + metadata + R"(, "benchmarks": [)" + benchmarks + "]}");
}

std::string benchmark(const std::string& name, const std::string& runs) {
    return R"({"metadata": {"name": ")" + name + R"("}, "runs": [)" + runs + "]}";
}

const std::string GoodBenchmark = benchmark("good", R"({"values": [0.5, 0.25]})");

}  // namespace

class TestPyperfJson : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aFileIsReadAsItWasMeasured() {
        const auto run = readAs("pyperf", importedText("pyperf.json"), "pyperf.json");
        QVERIFY2(run, refusalOf(run).c_str());
        QCOMPARE(run->warnings, std::vector<std::string>());
        const Results results = foldEvents(run->events);
        QCOMPARE(results.trials().size(), std::size_t{4});
        const TrialResult* const threads = trialOf(results, "threads", 100'000, UnknownWorkers);
        QVERIFY(threads);
        QCOMPARE(threads->trial.workload, std::string("squares"));
        QCOMPARE(results.baseOf(*threads), trialOf(results, "serial", 100'000, 1));
        QCOMPARE(threads->samples.size(), std::size_t{6});  // the process that calibrated has none
        QCOMPARE(threads->samples[0].seconds.count(), 2.9e-3);
        QCOMPARE(threads->samples[0].iterations, std::uint64_t{640});
        std::vector<std::pair<int, int>> places;
        for (const Sample& sample : threads->samples)
            places.emplace_back(sample.launch, sample.round);
        QCOMPARE(places, (std::vector<std::pair<int, int>>{{0, 0}, {0, 1}, {1, 0}, {1, 1}, {2, 0}, {2, 1}}));
    }

    void theMachineIsKnown() {
        const auto run = readAs("pyperf", importedText("pyperf.json"));
        QVERIFY(run);
        const Environment& environment = std::get<RunStarted>(run->events.front()).environment;
        QCOMPARE(environment.usableCpus, 8);
        QCOMPARE(environment.facts.front().id, std::string("cpu.model"));
        QCOMPARE(*environment.facts.front().value, std::string("Intel(R) Core(TM) i7-8650U CPU @ 1.90GHz"));
    }

    void namesSaySizeAndWorkers_data() {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("backend");
        QTest::addColumn<int>("size");
        QTest::addColumn<int>("workers");
        QTest::newRow("plain") << "json_dumps"
                               << "json_dumps" << 1 << 0;
        QTest::newRow("underscore") << "sort_1000"
                                    << "sort" << 1000 << 0;
        QTest::newRow("dash") << "sort-1000"
                              << "sort" << 1000 << 0;
        QTest::newRow("brackets") << "sort[1000]"
                                  << "sort" << 1000 << 0;
        QTest::newRow("round brackets") << "sort(1000)"
                                        << "sort" << 1000 << 0;
        QTest::newRow("named") << "sort(n=1000, threads=4)"
                               << "sort" << 1000 << 4;
        QTest::newRow("within a word") << "2to3"
                                       << "2to3" << 1 << 0;
        QTest::newRow("version") << "regex_v8"
                                 << "regex_v8" << 1 << 0;
        QTest::newRow("a statement") << "[1]*1000"
                                     << "[1]*1000" << 1 << 0;
        QTest::newRow("a number alone") << "1000"
                                        << "1000" << 1 << 0;
        QTest::newRow("values alone") << "n=5"
                                      << "n=5" << 5 << 0;
    }

    void namesSaySizeAndWorkers() {
        QFETCH(QString, name);
        QFETCH(QString, backend);
        QFETCH(int, size);
        QFETCH(int, workers);
        const auto run = readBenchmarks(benchmark(name.toStdString(), R"({"values": [1]})"));
        QVERIFY2(run, refusalOf(run).c_str());
        const Trial trial = foldEvents(run->events).trials().at(0).trial;
        QCOMPARE(trial.backend, backend.toStdString());
        QCOMPARE(trial.size, static_cast<ItemCount>(size));
        QCOMPARE(trial.workers, workers);
    }

    void commonMetadataNameALoneBenchmark() {
        const auto run =
            readBenchmarks(R"({"runs": [{"metadata": {"loops": 4}, "values": [1]}]})", R"({"name": "timeit"})");
        QVERIFY2(run, refusalOf(run).c_str());
        const TrialResult result = foldEvents(run->events).trials().at(0);
        QCOMPARE(result.trial.backend, std::string("timeit"));
        QCOMPARE(result.samples.at(0).iterations, std::uint64_t{4});
    }

    void unusableBenchmarksAreNamed_data() {
        QTest::addColumn<QString>("bad");
        QTest::addColumn<QString>("why");
        const QString times = " is not allowed (numbers from 0 on, up to thirty years)";
        const auto add = [](const char* title, const std::string& bad, const QString& why) {
            QTest::newRow(title) << QString::fromStdString(bad) << why;
        };
        add("not an object", "[]", "metadata.name: missing");
        add("no name", R"({"runs": [{"values": [1]}]})", "metadata.name: missing");
        add("bytes", R"({"metadata": {"name": "b", "unit": "byte"}, "runs": []})",
            "metadata.unit: 'byte' is not allowed (second: only times can be read)");
        add("no runs", R"({"metadata": {"name": "b"}})", "runs: missing");
        add("calibration alone", benchmark("b", R"({"warmups": [[1, 0.5]]})"), "runs: no process has values");
        add("negative", benchmark("b", R"({"values": [1]}, {"values": [1, -2]})"), "runs[1].values[1]: -2" + times);
        add("not a number", benchmark("b", R"({"values": [NaN]})"), "runs[0].values[0]: null" + times);
        add("values", benchmark("b", R"({"values": 5})"), "runs[0].values: 5 is not allowed (a list of numbers)");
    }

    void unusableBenchmarksAreNamed() {
        QFETCH(QString, bad);
        QFETCH(QString, why);
        const auto run = readBenchmarks(GoodBenchmark + "," + bad.toStdString());
        QVERIFY2(run, refusalOf(run).c_str());
        QCOMPARE(run->warnings, std::vector<std::string>{"x.json: benchmark 2 is skipped: " + why.toStdString()});
    }

    void otherVersionsAreRefused() {
        const auto run = readAs("pyperf", R"({"version": "2.0", "benchmarks": [{"runs": []}]})");
        QCOMPARE(refusalOf(run), std::string(R"(x.json: version: '2.0' is not allowed (1.0))"));
    }

    void cutFilesAreReadOrRefused() { QVERIFY(isReadOrRefused("pyperf", importedText("pyperf.json"), 7)); }
};

QTEST_GUILESS_MAIN(TestPyperfJson)
#include "tst_pyperf_json.moc"
