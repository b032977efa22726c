#include "core/analysis/break_even.h"
#include "core/analysis/recommendation.h"
#include "core/analysis/trial_verdict.h"
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

/// An interval that excludes 1, but not beside many others.
const std::vector<double> nearlyClear = {0.93, 0.985, 0.91, 1.01, 0.94, 0.99, 0.9, 0.98, 0.92, 0.97};

/// A list of ten sizes whose ratios are open.
void addManyOpen(SampleResults& sample) {
    const std::vector<double> open = {0.98, 1.02, 0.97, 1.03, 0.96, 1.04, 0.95, 1.05, 0.94, 1.06};
    Trial trial;
    trial.workload = "imbalance";
    for (trial.size = 1; trial.size < 10'000'000'000; trial.size *= 10) {
        trial.backend = "serial";
        trial.workers = 1;
        sample.times(sample.add(trial), std::vector<double>(10, 1.0));
        trial.backend = "tbb";
        trial.workers = 2;
        sample.times(sample.add(trial), open);
    }
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

    void whatIsFasterByLittleIsSaid() {
        SampleResults sample;
        at(sample, 100, 1, 0.985, 1.5, 1.5);
        at(sample, 1000, 10, 9.85, 15, 15);
        QCOMPARE(trialVerdicts(sample.results).at(1).kind, TrialVerdict::Kind::Faster);
        QVERIFY(recommendations(sample.results).at(0).gain == Recommendation::Gain::Small);
        const auto said = [&] { return QString::fromStdString(recommendationFindings(sample.results).at(0).text); };
        QCOMPARE(said(), QString("Stay serial: nothing that was measured is faster by 2\u202f% or more up to 1\u202fk "
                                 "items."));
        at(sample, 10'000, 100, 60, 70, 70);
        QCOMPARE(said(), QString("Up to 1\u202fk items stay serial, where nothing is faster by 2\u202f% or more; from "
                                 "10\u202fk items use tbb with 2 workers."));
        at(sample, 100'000, 1000, 985, 2000, 2000);
        QVERIFY2(said().endsWith("; from 100\u202fk items nothing is faster than serial by 2\u202f% or more."),
                 qPrintable(said()));
    }

    /// The fastest may be too noisy to be told from serial, and another way be clear.
    void serialIsNotAsGoodAsWhatIsClearlySlower() {
        SampleResults sample;
        sample.measured("serial", 1000, rounds(1, 0));
        sample.measured("tbb", 1000, rounds(0.8, 1));
        sample.measured("openmp-static", 1000, {0.5, 1.4, 0.6, 1.3, 0.7, 1.2, 0.6, 1.1, 0.7, 1.2});
        sample.measured("processes", 1000, {0.5, 1.4, 0.6, 1.3, 0.5, 1.2, 0.6, 1.1, 0.5, 0.6});
        const Recommendation advice = only(sample);
        QCOMPARE(advice.fastest, 3);
        QCOMPARE(advice.trial.backend, std::string("tbb"));
        QVERIFY(std::ranges::find(advice.asGood, 0) == advice.asGood.end());
        QVERIFY(std::ranges::find(advice.asGood, 1) != advice.asGood.end());
    }

    /// What is not told beside all others is no reason for an advice: its chip says that it is not resolved.
    void adviceNeedsAVerdict() {
        SampleResults sample;
        addManyOpen(sample);
        sample.measured("serial", 20, std::vector<double>(10, 1.0));
        sample.measured("tbb", 20, nearlyClear);
        const auto verdict = trialVerdicts(sample.results).back();
        QVERIFY(verdict.interval->low > 1);
        QCOMPARE(verdict.kind, TrialVerdict::Kind::NotResolved);
        QVERIFY(std::ranges::all_of(recommendations(sample.results),
                                    [](const Recommendation& each) { return each.trial.backend == "serial"; }));
    }

    void sizesOfLessSayWhereSomethingIsFaster() {
        SampleResults sample;
        at(sample, 100, 1, 1.5, 1.6, 1.7);
        at(sample, 1000, 10, 15, 16, 17);
        const auto said = [&] { return QString::fromStdString(recommendationFindings(sample.results).at(0).text); };
        const auto refined = [&](ItemCount size, double tbb) {
            sample.measured("serial", size, rounds(1, 0));
            sample.measured("tbb", size, rounds(tbb, 1));
        };
        refined(10'000, 1.1);  // beyond what is said, and no exception
        QVERIFY(said().startsWith("Stay serial: nothing that was measured is clearly faster up to 1\u202fk items."));
        refined(300, 0.8);
        QCOMPARE(said(), QString("Stay serial up to 1\u202fk items. But at 300 items, where not every way was measured "
                                 "enough, tbb with 2 workers is faster."));
        refined(400, 0.7);
        refined(500, 0.985);
        QCOMPARE(said(), QString("Stay serial up to 1\u202fk items. But at 2 sizes from 300 to 400 items, where not "
                                 "every way was measured enough, tbb with 2 workers is faster."));
        at(sample, 200, 2, 1, 1.6, 1.7);  // and so from 200 on
        QVERIFY2(said().contains("from 200 items use tbb"), qPrintable(said()));
    }

    /// The headline's break-even holds above its upper end, too.
    void nothingIsSaidAgainstTheBreakEven() {
        SampleResults sample;
        addManyOpen(sample);
        for (const ItemCount size : {10, 1000}) {
            sample.measured("serial", size, std::vector<double>(10, 1.0));
            sample.measured("threads", size, size == 10 ? std::vector<double>(10, 2.0) : nearlyClear);
        }
        QCOMPARE(trialVerdicts(sample.results).back().kind, TrialVerdict::Kind::NotResolved);
        QVERIFY(breakEvens(sample.results).back().status == BreakEvenStatus::Resolved);
        QCOMPARE(recommendations(sample.results).back().trial.backend, std::string("threads"));
        sample.measured("tbb", 1000, std::vector<double>(10, 0.96));  // slower, but judged to be faster than serial
        QCOMPARE(recommendations(sample.results).back().trial.backend, std::string("tbb"));
    }

    void aboveABreakEvenASizeNeedsItsOwnRounds() {
        SampleResults sample;
        for (const auto& [size, tbb] : {std::pair(10, 2.0), std::pair(1000, 0.5), std::pair(1'000'000, 0.5)}) {
            sample.measured("serial", size, std::vector<double>(10, 1.0));
            sample.measured("tbb", size, std::vector<double>(10, tbb));
        }
        sample.fail(sample.measured("serial", 10'000, std::vector<double>(10, 1.0)), TrialStatus::Crashed);
        for (const char* backend : {"threads", "tbb"})
            sample.measured(backend, 10'000, std::vector<double>(10, 0.5));
        sample.measured("serial", 100'000, {1, 1});
        sample.measured("tbb", 100'000, {0.5, 0.5});
        const auto all = recommendations(sample.results);
        QCOMPARE(all.size(), std::size_t(5));
        QVERIFY(breakEvens(sample.results).at(0).status == BreakEvenStatus::Resolved);
        QVERIFY(all.at(1).gain == Recommendation::Gain::Clear);
        QVERIFY(all.at(2).gain == Recommendation::Gain::None);
        QVERIFY(all.at(3).gain == Recommendation::Gain::None);
    }

    void norAgainstABreakEvenThatIsOpenBelow() {
        SampleResults sample;
        addManyOpen(sample);
        for (const ItemCount size : {10, 1000}) {
            sample.measured("serial", size, std::vector<double>(10, 1.0));
            sample.measured("threads", size, size == 10 ? rounds(1, 3) : nearlyClear);
        }
        QCOMPARE(trialVerdicts(sample.results).back().kind, TrialVerdict::Kind::NotResolved);
        QVERIFY(breakEvens(sample.results).back().status == BreakEvenStatus::NotResolved);
        QVERIFY(breakEvens(sample.results).back().interval->high < 1000);  // "at the latest"
        QCOMPARE(recommendations(sample.results).back().trial.backend, std::string("threads"));
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
