// Who is far from the others, and what is said of why.
#include "core/analysis/class_summary.h"
#include "core/analysis/class_text.h"
#include "tests/support/class_runs.h"

#include <QtTest>

#include <algorithm>
#include <cmath>

using namespace breakeven;

namespace {

const ClassOutlier* outlierOf(const ClassSummary& summary, const std::string& learner, ClassMeasure measure) {
    const auto found = std::ranges::find_if(summary.outliers, [&](const ClassOutlier& each) {
        return summary.runs[each.run].learner == learner && each.measure == measure;
    });
    return found != summary.outliers.end() ? &*found : nullptr;
}

std::vector<std::string> idsOf(const ClassOutlier& outlier) {
    std::vector<std::string> ids;
    for (const TellingFact& each : outlier.facts)
        ids.push_back(each.fact.id);
    return ids;
}

/// Nine who agree, and one.
std::vector<Learner> tenLearners(const Learner& other) {
    std::vector<Learner> all;
    for (int i = 0; i < 9; ++i)
        all.push_back({"usual" + std::to_string(i), 20'000 + 300.0 * i});
    all.push_back(other);
    return all;
}

}  // namespace

class TestClassOutliers : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theOneWhoIsFarIsExplained() {
        const ClassSummary summary = summariseClass(classRunsOf(thirtyLearners()));
        const ClassOutlier* zoe = outlierOf(summary, "zoe", ClassMeasure::BreakEven);
        QVERIFY(zoe != nullptr);
        QVERIFY(zoe->score > 3.5);
        QVERIFY(zoe->machine && summary.machines[*zoe->machine].usableCpus == 4);
        QCOMPARE(zoe->peers, std::size_t{25});
        QCOMPARE(idsOf(*zoe), (std::vector<std::string>{"cpu.governor", "load.average"}));
        QCOMPARE(zoe->facts[0].most, std::size_t{24});
        QCOMPARE(zoe->facts[0].alike, std::size_t{0});
        QCOMPARE(tellingText(zoe->facts[0]), std::string("Frequency governor: powersave (24 others: performance)"));
        QCOMPARE(tellingText(zoe->facts[1]), std::string("Load average (1, 5, 15 min): 7.90 6.10 2.00 (usually 0.2)"));
        for (const ClassOutlier& each : summary.outliers)
            QCOMPARE(summary.runs[each.run].learner, std::string("zoe"));
    }

    /// Five on another machine agree among themselves: they are another machine, not outliers.
    void anotherMachineIsNoOutlier() {
        const ClassSummary summary = summariseClass(classRunsOf(thirtyLearners()));
        for (int i = 0; i < 5; ++i)
            QVERIFY(outlierOf(summary, "ben" + std::to_string(i), ClassMeasure::BreakEven) == nullptr);
    }

    /// The only one of its machine is compared with the class, and its processor is what differs.
    void aMachineOfItsOwnIsComparedWithTheClass() {
        const ClassSummary summary = summariseClass(classRunsOf(tenLearners({"pi", 250'000, 4, "Cortex-A72"})));
        const ClassOutlier* pi = outlierOf(summary, "pi", ClassMeasure::BreakEven);
        QVERIFY(pi != nullptr);
        QVERIFY(!pi->machine);
        QCOMPARE(pi->peers, std::size_t{10});
        QCOMPARE(idsOf(*pi), (std::vector<std::string>{"cpu.model"}));
    }

    void whatNoFactTellsIsUnexplained() {
        const ClassSummary summary = summariseClass(classRunsOf(tenLearners({"odd", 250'000})));
        const ClassOutlier* odd = outlierOf(summary, "odd", ClassMeasure::BreakEven);
        QVERIFY(odd != nullptr && odd->facts.empty());
        QVERIFY(
            QString::fromStdString(outlierText(summary, *odd)).contains("Unexplained: nothing that its file tells"));
    }

    void disturbedSamplesAreTold() {
        Learner hot{"hot", 250'000};
        hot.throttled = 0.5;
        const ClassSummary summary = summariseClass(classRunsOf(tenLearners(hot)));
        const ClassOutlier* found = outlierOf(summary, "hot", ClassMeasure::BreakEven);
        QVERIFY(found != nullptr);
        QCOMPARE(idsOf(*found), (std::vector<std::string>{"flag.throttled"}));
        QCOMPARE(tellingText(found->facts[0]), std::string("Samples flagged throttled: 50\u202f% (usually 0\u202f%)"));
    }

    /// A fact that others have who are not far off is a weaker reason, and says so.
    void othersWithTheSameFactAreCounted() {
        std::vector<Learner> all = tenLearners({"odd", 250'000});
        all.back().facts = {{"compiler", "Clang 14"}};
        all[0].facts = all[1].facts = all.back().facts;
        const ClassSummary summary = summariseClass(classRunsOf(all));
        const ClassOutlier* odd = outlierOf(summary, "odd", ClassMeasure::BreakEven);
        QVERIFY(odd != nullptr);
        QCOMPARE(tellingText(odd->facts.at(0)),
                 std::string("Compiler: Clang 14 (7 others: GCC 12.2.0, but 2 as here are not far off)"));
    }

    /// One that never pays is at least as far as the largest size.
    void oneThatNeverPaysIsFar() {
        const ClassSummary summary = summariseClass(classRunsOf(tenLearners({"never", 1e12})));
        const ClassOutlier* never = outlierOf(summary, "never", ClassMeasure::BreakEven);
        QVERIFY(never != nullptr && std::isinf(never->value));
        QVERIFY(QString::fromStdString(outlierText(summary, *never))
                    .startsWith("never: the break-even of tbb is never in range, where"));
    }

    /// Nearly equal runs whose intervals hold the median are not far, however small the spread of the others.
    void whatTheIntervalAllowsIsNotFar() {
        std::vector<ClassRun> runs = classRunsOf(tenLearners({"wide", 20'000}));
        for (ClassRun& run : runs) {
            run.curves.front().speedups.clear();
            run.curves.front().breakEven->size = 20'000 + static_cast<double>(&run - runs.data());
            run.curves.front().breakEven->interval = {19'900, 20'100};
        }
        runs.back().curves.front().breakEven->size = 30'000;
        runs.back().curves.front().breakEven->interval = {29'900, 30'100};
        QCOMPARE(summariseClass(runs).outliers.size(), std::size_t{1});
        runs.back().curves.front().breakEven->interval = {19'000, 33'000};
        QVERIFY(summariseClass(runs).outliers.empty());
        runs.back().curves.front().breakEven->size = 24'000;  // not a quarter
        runs.back().curves.front().breakEven->interval = {23'900, 24'100};
        QVERIFY(summariseClass(runs).outliers.empty());
    }

    void fewRunsHaveNoOutliers() {
        std::vector<Learner> four = tenLearners({"odd", 250'000});
        four.erase(four.begin() + 3, four.end() - 1);
        QVERIFY(summariseClass(classRunsOf(four)).outliers.empty());
    }

    void aSlowSpeedUpIsFarToo() {
        std::vector<ClassRun> runs = classRunsOf(tenLearners({"slow", 20'000}));
        for (RunCurve& curve : runs.back().curves)
            curve.speedups.back() = {curve.speedups.back().size, 0.8, Interval<Ratio>{0.79, 0.81}};
        const ClassSummary summary = summariseClass(runs);
        const ClassOutlier* slow = outlierOf(summary, "slow", ClassMeasure::Speedup);
        QVERIFY(slow != nullptr && slow->score < -3.5);
        QVERIFY(QString::fromStdString(outlierText(summary, *slow))
                    .startsWith(
                        QString::fromUtf8("slow: the speed-up of tbb at 1\u202f000\u202f000 items is 0.80×, where")));
    }
};

QTEST_GUILESS_MAIN(TestClassOutliers)
#include "tst_class_outliers.moc"
