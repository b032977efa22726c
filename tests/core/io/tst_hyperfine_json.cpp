#include "core/analysis/pitfalls.h"
#include "core/analysis/speedup.h"
#include "tests/core/io/imported.h"

#include <QtTest>

#include <vector>

using namespace breakeven;

namespace {

Result<LoadedRun> readEntries(const std::string& entries) {
    return readAs("hyperfine", R"({"results": [)" + entries + "]}");
}

std::string entry(const std::string& command, const std::string& fields) {
    return R"({"command": ")" + command + R"(", )" + fields + "}";
}

const std::string GoodEntry = entry("true", R"("times": [0.5, 0.25], "exit_codes": [0, 0])");

}  // namespace

class TestHyperfineJson : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aRealFileIsReadAsItWasMeasured() {
        const auto run = readAs("hyperfine", importedText("hyperfine.json"), "hyperfine.json");
        QVERIFY2(run, refusalOf(run).c_str());
        QCOMPARE(run->warnings, std::vector<std::string>());
        const Results results = foldEvents(run->events);
        QCOMPARE(results.trials().size(), std::size_t{4});
        const std::string command = "sort --parallel=… -o /dev/null n….txt";
        for (const ItemCount size : {1'000U, 100'000U}) {
            for (const WorkerCount workers : {1, 2}) {
                const TrialResult* const trial = trialOf(results, command, size, workers);
                QVERIFY(trial);
                QCOMPARE(trial->samples.size(), std::size_t{6});
                QCOMPARE(trial->samples[5].launch, 5);
                QVERIFY(summaryOf(*trial)->interval);
            }
            QVERIFY(selfSpeedup(results, *trialOf(results, command, size, 2)));
        }
        QCOMPARE(trialOf(results, command, 1'000, 1)->samples[0].seconds.count(), 0.007800642000000001);
        QCOMPARE(results.run().spec.x, std::string("size"));
    }

    /// Every run is a process of its own.
    void theLayoutIsNoPitfall() {
        const auto run = readAs("hyperfine", importedText("hyperfine.json"));
        QVERIFY(run);
        const auto all = pitfalls(foldEvents(run->events));
        const auto layout = std::ranges::find(all, "layout", &Pitfall::id);
        QVERIFY(layout->state == PitfallState::Prevented);
    }

    void parametersSayWhatVaries() {
        const auto run = readEntries(
            entry("job 4 serial", R"("times": [1], "parameters": {"size": "4", "backend": "serial"})") + "," +
            entry("job 4 tbb", R"("times": [1], "parameters": {"size": 4, "backend": "tbb", "threads": 2})"));
        QVERIFY2(run, refusalOf(run).c_str());
        const Results results = foldEvents(run->events);
        const TrialResult* const tbb = trialOf(results, "tbb", 4, 2);
        QVERIFY(tbb);
        QCOMPARE(results.baseOf(*tbb), trialOf(results, "serial", 4, 1));
    }

    void otherParametersAreKept() {
        const auto run = readEntries(entry("job -O2 x", R"("times": [1], "parameters": {"level": "2"})") + "," +
                                     entry("job -O3 x", R"("times": [1], "parameters": {"level": "3"})"));
        QVERIFY(run);
        const Results results = foldEvents(run->events);
        QCOMPARE(results.trials()[0].trial.backend, std::string("job -O… x"));
        QCOMPARE(results.trials()[1].trial.params, (Params{{"level", 3.0}}));
        QCOMPARE(results.run().spec.x, std::string("param:level"));
    }

    void onlyWholeValuesAreLeftOpen_data() {
        QTest::addColumn<QString>("command");
        QTest::addColumn<QString>("backend");
        QTest::newRow("word") << "job 4 -j4 f4.bin"
                              << "job … -j… f….bin";
        QTest::newRow("part of a number") << "job 4 14 41 0.4 4.5"
                                          << "job … 14 41 0.4 4.5";
        QTest::newRow("none") << "job"
                              << "job";
    }

    void onlyWholeValuesAreLeftOpen() {
        QFETCH(QString, command);
        QFETCH(QString, backend);
        const auto run = readEntries(entry(command.toStdString(), R"("times": [1], "parameters": {"size": "4"})"));
        QVERIFY(run);
        QCOMPARE(foldEvents(run->events).trials().at(0).trial.backend, backend.toStdString());
    }

    void endingsAndMemoryAreKept() {
        const auto run = readEntries(
            entry("job", R"("times": [1, 2, 3], "exit_codes": [0, 3, null], "memory_usage_byte": [100, 200, 300])"));
        QVERIFY(run);
        const Results results = foldEvents(run->events);
        const auto& samples = results.trials().at(0).samples;
        QCOMPARE(samples[0].flags, std::vector<std::string>());
        QCOMPARE(samples[1].flags, std::vector<std::string>{"exit-3"});
        QCOMPARE(samples[2].flags, std::vector<std::string>{"killed"});
        QCOMPARE(*samples[2].peakRss, ByteCount{300});
    }

    void unusableEntriesAreNamed_data() {
        QTest::addColumn<QString>("bad");
        QTest::addColumn<QString>("why");
        const QString times = " is not allowed (numbers from 0 on, up to thirty years)";
        const auto add = [](const char* title, const std::string& bad, const QString& why) {
            QTest::newRow(title) << QString::fromStdString(bad) << why;
        };
        add("not an object", "null", "command: missing");
        add("command", R"({"command": 7, "times": [1]})", "command: 7 is not allowed (a text)");
        add("no times", entry("b", R"("mean": 1)"), "times: missing or empty");
        add("empty", entry("b", R"("times": [])"), "times: missing or empty");
        add("negative", entry("b", R"("times": [1, -1])"), "times[1]: -1" + times);
        add("not a number", entry("b", R"("times": [NaN])"), "times[0]: null" + times);
        add("text", entry("b", R"("times": ["1"])"), "times[0]: '1'" + times);
        add("huge", entry("b", R"("times": [1e99])"), "times[0]: 1e+99" + times);
        add("parameters", entry("b", R"("times": [1], "parameters": [1])"), "parameters: not an object");
        add("parameter", entry("b", R"("times": [1], "parameters": {"a": {}})"),
            "parameters.a: neither a text nor a number");
        add("size", entry("b", R"("times": [1], "parameters": {"size": "many"})"),
            "size: 'many' is not allowed (whole numbers from 1 to 1e12)");
    }

    void unusableEntriesAreNamed() {
        QFETCH(QString, bad);
        QFETCH(QString, why);
        const auto run = readEntries(GoodEntry + "," + bad.toStdString());
        QVERIFY2(run, refusalOf(run).c_str());
        QCOMPARE(run->warnings, std::vector<std::string>{"x.json: result 2 is skipped: " + why.toStdString()});
        QCOMPARE(foldEvents(run->events).trials().size(), std::size_t{1});
    }

    void cutFilesAreReadOrRefused() { QVERIFY(isReadOrRefused("hyperfine", importedText("hyperfine.json"), 1)); }

    void manyTimesAreRead() {
        std::string times = "0.001";
        for (int i = 1; i < 100'000; ++i)
            times += ",0.001";
        const auto run = readEntries(entry("job", R"("times": [)" + times + "]"));
        QVERIFY(run);
        QCOMPARE(foldEvents(run->events).trials().at(0).samples.size(), std::size_t{100'000});
    }
};

QTEST_GUILESS_MAIN(TestHyperfineJson)
#include "tst_hyperfine_json.moc"
