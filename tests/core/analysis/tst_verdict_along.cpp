#include "core/analysis/verdict_along.h"
#include "tests/support/sample_results.h"

#include <QTest>

#include <string>
#include <vector>

using namespace breakeven;

namespace {

/// Eight rounds in which serial takes 1 s, at 1000 items.
SampleResults runOver(const std::string& x) {
    SampleResults sample;
    sample.setX(x);
    sample.measured("serial", 1000, std::vector<double>(8, 1.0));
    return sample;
}

void addChunk(SampleResults& sample, const std::string& backend, const std::string& chunk, double ratio) {
    Trial trial = sample.trial(backend, 1000);
    trial.chunk = chunk;
    sample.times(sample.add(trial), std::vector<double>(8, 1 / ratio));
}

std::vector<std::string> textsOf(const SampleResults& sample) {
    std::vector<std::string> texts;
    for (const Verdict& verdict : verdicts(sample.results))
        texts.push_back(verdict.finding.text);
    return texts;
}

}  // namespace

class TestVerdictAlong : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void chunksAreAnsweredByTheBest() {
        SampleResults sample = runOver("chunk");
        for (const auto& [chunk, ratio] : {std::pair("1", 0.5), std::pair("16", 1.8), std::pair("256", 1.81),
                                           std::pair("4096", 1.0), std::pair("auto", 1.9)})
            addChunk(sample, "tbb", chunk, ratio);
        addChunk(sample, "threads", "1", 0.5);
        addChunk(sample, "threads", "16", 1.2);
        QCOMPARE(textsOf(sample), (std::vector<std::string>{
                                      "tbb is fastest with chunks of 256 items (16–256 are as good): 1.81× (1.81–1.81)",
                                      "threads is fastest with chunks of 16 items: 1.20× (1.20–1.20)"}));
        QCOMPARE(verdicts(sample.results).front().finding.id, std::string("best-chunk"));
    }

    void chunksThatAreAllAlikeHaveNoBest() {
        SampleResults sample = runOver("chunk");
        for (const char* chunk : {"1", "16"})
            addChunk(sample, "tbb", chunk, 1.5);
        const auto all = verdicts(sample.results);
        QCOMPARE(all.size(), std::size_t(1));
        QCOMPARE(all[0].kind, Verdict::Kind::NotResolved);
        QCOMPARE(all[0].finding.text,
                 std::string("no chunk is clearly the best for tbb; with 1 item it reaches 1.50× (1.50–1.50)"));
    }

    void workersAreAnsweredByTheBestAndTheWorst() {
        SampleResults sample = runOver("workers");
        for (const auto& [workers, ratio] : {std::pair(1, 0.9), std::pair(2, 1.7), std::pair(8, 1.5)})
            sample.measured("threads", 1000, std::vector<double>(8, 1 / ratio), workers);
        QCOMPARE(textsOf(sample),
                 std::vector<std::string>{"threads reaches 1.70× (1.70–1.70) with 2 workers and only 0.90× (0.90–0.90) "
                                          "with 1 worker"});
    }

    void parametersAreAnsweredByName() {
        SampleResults sample;
        sample.setX("param:fraction");
        for (const auto& [fraction, ratio] : {std::pair(0.0, 1.9), std::pair(0.5, 1.3), std::pair(1.0, 0.95)}) {
            for (const char* backend : {"serial", "tbb"}) {
                Trial trial;
                trial.workload = "serial-fraction";
                trial.backend = backend;
                trial.size = 1000;
                trial.params["fraction"] = fraction;
                const bool isSerial = trial.backend == "serial";
                trial.workers = isSerial ? 1 : 2;
                sample.times(sample.add(trial), std::vector<double>(8, isSerial ? 1.0 : 1 / ratio));
            }
        }
        QCOMPARE(textsOf(sample),
                 std::vector<std::string>{"tbb reaches 1.90× (1.90–1.90) with fraction 0 and only 0.95× (0.95–0.95) "
                                          "with fraction 1"});
    }

    void sizesAreAnsweredByBreakEvens() {
        SampleResults sample = runOver("size");
        sample.measured("tbb", 1000, std::vector<double>(8, 0.5));
        QVERIFY(verdictsAlong(sample.results).empty());
        QCOMPARE(verdicts(sample.results).size(), std::size_t(1));
    }

    void fewRoundsAreProvisional() {
        SampleResults sample;
        sample.setX("workers");
        sample.measured("serial", 1000, {1, 1});
        sample.measured("tbb", 1000, {1, 1}, 1);
        sample.measured("tbb", 1000, {0.5, 0.5}, 2);
        QVERIFY(verdicts(sample.results).at(0).provisional);
    }
};

QTEST_GUILESS_MAIN(TestVerdictAlong)
#include "tst_verdict_along.moc"
