#include "core/analysis/curves.h"
#include "tests/support/sample_results.h"

#include <QTest>

#include <algorithm>

using namespace breakeven;

namespace {

bool isComparableAs(TrialStatus status) {
    SampleResults sample;
    const Trial tbb = sample.measured("tbb", 10, {1});
    sample.fail(tbb, status);
    return isComparable(*sample.results.find(tbb.id));
}

}  // namespace

class TestCurves : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void areInPlanOrderWhateverWasMeasuredFirst() {
        SampleResults planned;
        std::vector<Trial> trials;
        for (const ItemCount size : {1000, 10}) {
            for (const char* backend : {"serial", "tbb", "threads"})
                trials.push_back(planned.trial(backend, size));
        }
        SampleResults measured;
        std::ranges::reverse(trials);
        for (const Trial& trial : trials)
            measured.apply(TrialStarted{0, trial});

        const std::vector<Curve> curves = curvesOf(measured.results);
        QCOMPARE(curves.size(), std::size_t(3));
        QCOMPARE(curves[0].label, std::string("serial"));
        QCOMPARE(curves[1].label, std::string("tbb"));
        QCOMPARE(curves[2].label, std::string("threads"));
        QVERIFY(curves[0].isSerial() && !curves[1].isSerial());
        for (const Curve& curve : curves) {
            QCOMPARE(curve.trials.size(), std::size_t(2));
            QCOMPARE(curve.trials[0]->trial.size, ItemCount(10));
            QCOMPARE(curve.trials[1]->trial.size, ItemCount(1000));
        }
        QVERIFY(curvesOf(Results{}).empty());
    }

    void tablesListByListAndEachBySize() {
        SampleResults sample;
        Trial later;
        for (const ItemCount size : {1000, 10}) {
            sample.trial("serial", size);
            later = sample.trial("tbb", size);
        }
        later.params["seconds"] = 0.5;
        sample.add(later);
        sample.trial("serial", 100);  // added while measuring
        sample.trial("tbb", 100);
        std::vector<std::pair<ItemCount, std::string>> rows;
        for (const TrialResult* result : bySize(sample.results))
            rows.emplace_back(result->trial.size, result->trial.backend);
        const std::vector<std::pair<ItemCount, std::string>> expected = {
            {10, "serial"}, {10, "tbb"}, {100, "serial"}, {100, "tbb"}, {1000, "serial"}, {1000, "tbb"}, {10, "tbb"}};
        QCOMPARE(rows, expected);
    }

    void lieOverWhatIsOnX() {
        SampleResults sample;
        for (const ItemCount size : {10, 1000}) {
            for (const WorkerCount workers : {1, 2, 8})
                sample.trial("tbb", size, workers);
        }
        QCOMPARE(curvesOf(sample.results).size(), std::size_t(3));
        const std::vector<Curve> curves = curvesOf(sample.results, "workers");
        QCOMPARE(curves.size(), std::size_t(2));
        QCOMPARE(curves[1].trials.size(), std::size_t(3));
        QCOMPARE(curves[1].first().size, ItemCount(1000));
        QCOMPARE(curvesOf(sample.results, "chunk").size(), std::size_t(6));
    }

    void onlyValidTimesAreComparable() {
        QVERIFY(isComparableAs(TrialStatus::Ok));
        QVERIFY(isComparableAs(TrialStatus::Interrupted));
        for (const TrialStatus status : {TrialStatus::Failed, TrialStatus::WrongResult, TrialStatus::TimedOut,
                                         TrialStatus::Crashed, TrialStatus::Refused, TrialStatus::Skipped}) {
            QVERIFY2(!isComparableAs(status), statusWord(status).data());
        }
        SampleResults sample;
        QVERIFY(!isComparable(*sample.results.find(sample.trial("tbb", 10).id)));
        QVERIFY(isComparable(*sample.results.find(sample.imported("tbb", 10, 1, 2, 3).id)));
    }

    void aBaseThatFailedIsNone() {
        SampleResults sample;
        const Trial serial = sample.measured("serial", 10, {1});
        const Trial tbb = sample.measured("tbb", 10, {1});
        const TrialResult& parallel = *sample.results.find(tbb.id);
        QCOMPARE(comparableBaseOf(sample.results, parallel)->trial.id, serial.id);
        sample.fail(serial, TrialStatus::WrongResult);
        QVERIFY(comparableBaseOf(sample.results, parallel) == nullptr);
    }
};

QTEST_GUILESS_MAIN(TestCurves)
#include "tst_curves.moc"
