#include "core/analysis/recommendation.h"
#include "tests/support/sample_results.h"

#include <QTest>

#include <algorithm>

using namespace breakeven;

namespace {

/// Ten rounds whose noise each way has for itself, as two ways of one list have.
std::vector<double> rounds(double seconds, int phase) {
    std::vector<double> times;
    for (int i = 0; i < 10; ++i)
        times.push_back(seconds * (1 + 0.0004 * ((i * 7 + phase * 3) % 10 - 4.5)));
    return times;
}

void at(SampleResults& sample, ItemCount size, double serial, double tbb, double openmp, double processes) {
    sample.measured("serial", size, rounds(serial, 0));
    sample.measured("processes", size, rounds(processes, 3));
    sample.measured("tbb", size, rounds(tbb, 1));
    sample.measured("openmp-static", size, rounds(openmp, 2));
}

Recommendation only(const SampleResults& sample) {
    const auto all = recommendations(sample.results);
    return all.size() == 1 ? all.front() : Recommendation{};
}

}  // namespace

class TestRecommendation : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void theFastestIsRecommended() {
        SampleResults sample;
        at(sample, 1000, 1, 0.6, 0.8, 0.9);
        const Recommendation advice = only(sample);
        QCOMPARE(advice.trial.backend, std::string("tbb"));
        QVERIFY(advice.isSettled);
        QCOMPARE(advice.asGood.size(), std::size_t(1));
        QCOMPARE(advice.fastest, advice.trial.id);
        QVERIFY(std::abs(advice.speedup->value - 1 / 0.6) < 0.02);
        QVERIFY(advice.time.interval.has_value());
    }

    void serialIsPreferredWhereItIsAsFast() {
        SampleResults sample;
        at(sample, 1000, 1, 0.99, 1.5, 1.5);
        const Recommendation advice = only(sample);
        QCOMPARE(advice.trial.backend, std::string("serial"));
        QVERIFY(advice.fastest != advice.trial.id);
        QCOMPARE(advice.asGood.size(), std::size_t(2));
        QVERIFY(!advice.speedup);
        SampleResults faster;
        at(faster, 1000, 1, 0.95, 1.5, 1.5);
        QCOMPARE(only(faster).trial.backend, std::string("tbb"));
    }

    void threadsArePreferredToProcessesAndFewWorkersToMany() {
        SampleResults sample(8);
        sample.measured("serial", 1000, rounds(1, 0));
        sample.measured("processes", 1000, rounds(0.5, 1));
        sample.measured("tbb", 1000, rounds(0.503, 2), 4);
        sample.measured("openmp-static", 1000, rounds(0.505, 3), 2);
        QCOMPARE(only(sample).trial.backend, std::string("openmp-static"));
    }

    void whatIsNotClearlyFasterIsNoReasonToLeaveSerial() {
        SampleResults sample;
        sample.measured("serial", 1000, {1.3, 0.9, 1.4, 0.9, 1.5, 0.8, 1.4, 0.9, 1.3, 1.4});
        sample.measured("tbb", 1000, std::vector<double>(10, 1.0));
        const Recommendation advice = only(sample);
        QCOMPARE(advice.trial.backend, std::string("serial"));
        QCOMPARE(advice.asGood.size(), std::size_t(2));
    }

    void fewRoundsAreNotSettled() {
        SampleResults sample;
        sample.measured("serial", 1000, {1, 1});
        sample.measured("tbb", 1000, {0.5, 0.5});
        QVERIFY(!only(sample).isSettled);
        QCOMPARE(only(sample).trial.backend, std::string("tbb"));
        QVERIFY(recommendationFindings(sample.results).empty());
    }

    void whatFailedIsNotRecommended() {
        SampleResults sample;
        sample.measured("serial", 1000, rounds(1, 0));
        sample.fail(sample.measured("tbb", 1000, rounds(0.1, 1)), TrialStatus::WrongResult);
        QVERIFY(recommendations(sample.results).empty());
    }

    void pythonIsAListOfItsOwn() {
        SampleResults sample;
        sample.measured("serial", 1000, rounds(1, 0));
        sample.measured("tbb", 1000, rounds(0.5, 1));
        sample.measured("python-serial", 1000, rounds(80, 2));
        sample.measured("python-multiprocessing", 1000, rounds(50, 3));
        const auto all = recommendations(sample.results);
        QCOMPARE(all.size(), std::size_t(2));
        QCOMPARE(all[0].trial.backend, std::string("tbb"));
        QCOMPARE(all[1].trial.backend, std::string("python-multiprocessing"));
        QVERIFY(std::abs(all[1].speedup->value - 1.6) < 0.02);
        const auto found = recommendationFindings(sample.results);
        QCOMPARE(found.size(), std::size_t(2));
        QCOMPARE(QString::fromStdString(found[0].text), QString("square: At 1\u202fk items use tbb with 2 workers."));
        QCOMPARE(QString::fromStdString(found[1].text),
                 QString("square: At 1\u202fk items use python-multiprocessing with 2 workers. Compared with "
                         "python-serial."));
    }

    void listsOfOneWorkloadAreToldApart() {
        SampleResults sample;
        double parallel = 0.5;
        for (const char* distribution : {"linear", "one-heavy"}) {
            Trial trial;
            trial.workload = "imbalance";
            trial.params = {{"distribution", distribution}};
            trial.size = 1000;
            trial.backend = "serial";
            sample.times(sample.add(trial), rounds(1, 0));
            trial.backend = "tbb";
            trial.workers = 2;
            sample.times(sample.add(trial), rounds(parallel, 1));
            parallel = 1.5;
        }
        const auto found = recommendationFindings(sample.results);
        QCOMPARE(found.size(), std::size_t(2));
        QCOMPARE(QString::fromStdString(found[0].text),
                 QString("distribution=linear: At 1\u202fk items use tbb with 2 workers."));
        QCOMPARE(QString::fromStdString(found[1].text),
                 QString("distribution=one-heavy: Stay serial: nothing that was measured is clearly faster up to "
                         "1\u202fk items."));
    }

    void findingsNameTheSizes() {
        SampleResults sample;
        at(sample, 100, 1e-6, 1e-5, 1e-5, 1e-4);
        at(sample, 1000, 1e-5, 2e-5, 2e-5, 1e-4);
        at(sample, 10'000, 1e-4, 6e-5, 8e-5, 2e-4);
        at(sample, 1'000'000, 1e-2, 8e-3, 5e-3, 6e-3);
        const auto found = recommendationFindings(sample.results);
        QCOMPARE(found.size(), std::size_t(1));
        QCOMPARE(QString::fromStdString(found[0].text),
                 QString("Up to 1\u202fk items stay serial; from 10\u202fk items use tbb with 2 workers; from "
                         "1\u202fM items use openmp-static with 2 workers."));
        QCOMPARE(found[0].numbers.at("from"), 1e6);
        QCOMPARE(found[0].words.at("series"), std::string("openmp-static"));
    }

    void whereNothingIsClearAnyMoreSerialIsNotRecommended() {
        SampleResults sample;
        at(sample, 100, 1e-6, 1e-5, 1e-5, 1e-4);
        at(sample, 10'000, 1e-4, 6e-5, 8e-5, 2e-4);
        at(sample, 1'000'000, 1e-2, 1e-2, 2e-2, 2e-2);
        QCOMPARE(QString::fromStdString(recommendationFindings(sample.results).at(0).text),
                 QString("Up to 100 items stay serial; from 10\u202fk items use tbb with 2 workers; from 1\u202fM "
                         "items nothing is clearly faster than serial."));
    }

    void aBaseThatWaitedIsAsGood() {
        SampleResults sample;
        sample.delayedTimes(sample.trial("serial", 100), std::vector<double>(8, 1.5), 0.5);
        sample.measured("tbb", 100, std::vector<double>(8, 1.0));
        QCOMPARE(recommendations(sample.results).at(0).trial.backend, std::string("serial"));
    }

    void sizesOfOneBreakEvenAloneAreNoAdvice() {
        SampleResults sample;
        at(sample, 100, 1.0, 2.0, 3.0, 9.0);
        at(sample, 10000, 2.0, 1.5, 1.0, 9.0);
        sample.measured("serial", 20000, rounds(3.0, 0));
        sample.measured("tbb", 20000, rounds(4.0, 1));
        QVERIFY(!recommendations(sample.results).back().isWhole);
        const auto found = recommendationFindings(sample.results);
        QCOMPARE(found.size(), std::size_t(1));
        QVERIFY2(found.front().text.find("20\u202fk") == std::string::npos, found.front().text.c_str());
    }

    void whereTheRoundsEndIsSaid() {
        SampleResults sample;
        at(sample, 100, 1e-6, 1e-5, 1e-5, 1e-4);
        for (const char* backend : {"serial", "processes", "tbb", "openmp-static"})
            sample.measured(backend, 1000, {1, 1});
        QCOMPARE(QString::fromStdString(recommendationFindings(sample.results).at(0).text),
                 QString("Stay serial: nothing that was measured is clearly faster up to 100 items. Beyond, up to "
                         "1\u202fk items, the rounds are too few to tell."));
    }

    void oneAdviceForAllSizes() {
        SampleResults slow;
        at(slow, 100, 1e-6, 1e-5, 1e-5, 1e-4);
        at(slow, 1000, 1e-5, 2e-5, 2e-5, 1e-4);
        QCOMPARE(QString::fromStdString(recommendationFindings(slow.results).at(0).text),
                 QString("Stay serial: nothing that was measured is clearly faster up to 1\u202fk items."));
        SampleResults fast;
        at(fast, 100, 1, 0.6, 0.7, 0.7);
        at(fast, 1000, 10, 6, 7, 7);
        QCOMPARE(QString::fromStdString(recommendationFindings(fast.results).at(0).text),
                 QString("Use tbb with 2 workers from 100 items to 1\u202fk items."));
    }
};

QTEST_GUILESS_MAIN(TestRecommendation)
#include "tst_recommendation.moc"
