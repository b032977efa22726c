// The summary of a class, against made-up runs whose break-evens are known.
#include "core/analysis/class_summary.h"
#include "core/io/formats.h"
#include "tests/support/class_runs.h"

#include <QtTest>

#include <algorithm>
#include <cmath>
#include <limits>
#include <random>
#include <sstream>

using namespace breakeven;

namespace {

bool isNear(double value, double expected, double share) {
    return std::fabs(value - expected) <= share * expected;
}

std::vector<Learner> learners(int count, double pays = 20'000) {
    std::vector<Learner> all;
    for (int i = 0; i < count; ++i)
        all.push_back({"learner" + std::to_string(i), pays});
    return all;
}

std::string leftOutText(const ClassSummary& summary) {
    std::string text;
    for (const LeftOut& each : summary.leftOut)
        text += each.name + ": " + each.why + "\n";
    return text;
}

/// The run as its summary table alone tells it.
ClassRun tableOf(const Learner& learner, const std::string& name) {
    std::ostringstream csv;
    const auto format = *formatFor("x.csv");
    if (!format->write(eventsOf(learner), {}, csv)) qFatal("no table");
    const auto read = format->read(csv.str(), name);
    return classRunOf(name, foldEvents(read->events));
}

}  // namespace

class TestClassSummary : public QObject {
    Q_OBJECT

private Q_SLOTS:
    /// Whatever the learners' break-evens are: each is found, and median and quartiles are those of the known ones.
    void knownBreakEvensAreFound_data() {
        QTest::addColumn<int>("seed");
        for (const int seed : {1, 2, 3})
            QTest::addRow("%d", seed) << seed;
    }

    void knownBreakEvensAreFound() {
        QFETCH(int, seed);
        std::mt19937_64 generator(static_cast<std::uint64_t>(seed));
        std::uniform_real_distribution<double> decades(3.2, 5.2);
        std::vector<Learner> all = learners(15);
        std::vector<double> known;
        for (Learner& learner : all)
            known.push_back(learner.pays = std::pow(10.0, decades(generator)));
        const ClassSummary summary = summariseClass(classRunsOf(all));
        QCOMPARE(summary.runs.size(), all.size());
        QCOMPARE(summary.curves.size(), std::size_t{1});
        const ClassCurve& curve = summary.curves.front();
        QCOMPARE(curve.count(BreakEvenStatus::Resolved), all.size());
        for (const ClassPlace& place : curve.places)
            QVERIFY2(isNear(*knownBreakEven(place), known[place.run], 0.15),
                     qPrintable(QString("%1 for %2").arg(*knownBreakEven(place)).arg(known[place.run])));
        std::ranges::sort(known);
        QVERIFY(isNear(curve.breakEven->median, known[7], 0.15));
        QVERIFY(isNear(curve.breakEven->quartiles.low, (known[3] + known[4]) / 2, 0.15));
        QVERIFY(isNear(curve.breakEven->quartiles.high, (known[10] + known[11]) / 2, 0.15));
        QVERIFY(isNear(curve.breakEven->range.low, known.front(), 0.15));
        QVERIFY(isNear(curve.breakEven->range.high, known.back(), 0.15));
    }

    void machinesAreToldApart() {
        const ClassSummary summary = summariseClass(classRunsOf(thirtyLearners()));
        QCOMPARE(summary.machines.size(), std::size_t{2});
        QCOMPARE(summary.machines[0].label(), std::string("Intel Core i5-8250U, 4 CPUs"));
        QCOMPARE(summary.machines[0].runs.size(), std::size_t{25});
        QCOMPARE(summary.machines[1].label(), std::string("AMD Ryzen 7 5800X, 8 CPUs"));
        const ClassCurve& curve = summary.curves.front();
        QCOMPARE(curve.machines.size(), std::size_t{2});
        QVERIFY(isNear(curve.machines[0].breakEven->median, 20'000, 0.15));
        QVERIFY(isNear(curve.machines[1].breakEven->median, 60'000, 0.15));
        QCOMPARE(machineOf(summary, summary.machines[1].runs.front()).processor, std::string("AMD Ryzen 7 5800X"));
    }

    void processorsAreNamedWithoutMarks() {
        const auto nameOf = [](const char* processor) { return ClassMachine{processor, 1, {}}.name(); };
        QCOMPARE(nameOf("Intel(R) Core(TM) i5-8250U CPU @ 1.60GHz"), std::string("Intel Core i5-8250U"));
        QCOMPARE(nameOf("AMD Ryzen 7 5800X 8-Core Processor"), std::string("AMD Ryzen 7 5800X"));
        QCOMPARE(nameOf("Apple M1"), std::string("Apple M1"));
        QCOMPARE(nameOf(" CPU"), std::string(" CPU"));
    }

    /// As many workers as each machine has CPUs is one curve, and says so.
    void asManyWorkersAsCpusAreOneCurve() {
        const ClassSummary summary = summariseClass(classRunsOf(thirtyLearners()));
        QCOMPARE(summary.curves.size(), std::size_t{1});
        QCOMPARE(summary.curves.front().label, std::string("tbb ×4–8"));
        QCOMPARE(summariseClass(classRunsOf(learners(3))).curves.front().label, std::string("tbb"));
    }

    /// Where all runs have a count, it stands for itself; what each has beyond that is one curve.
    void countsThatAllHaveAreCurvesOfTheirOwn() {
        std::vector<ClassRun> runs;
        for (const WorkerCount most : {4, 8, 16}) {
            ClassRun run = classRunOf(Learner{"on " + std::to_string(most), 20'000, most});
            RunCurve two = run.curves.front();
            two.series.workers = 2;
            run.curves.insert(run.curves.begin(), two);
            runs.push_back(run);
        }
        const ClassSummary summary = summariseClass(runs);
        QCOMPARE(summary.curves.size(), std::size_t{2});
        QCOMPARE(summary.curves[0].label, std::string("tbb ×2"));
        QCOMPARE(summary.curves[1].label, std::string("tbb ×4–16"));
        for (const ClassCurve& curve : summary.curves)
            QCOMPARE(curve.places.size(), std::size_t{3});
    }

    void theLargestGroupOfOneExperimentIsSummarised() {
        std::vector<ClassRun> runs = classRunsOf(learners(4));
        runs[1].run.spec.cases.front().sizes = "100:1e5";
        runs[2].run.spec.name = "the same under another name";
        runs[2].run.spec.seed = 99;
        runs[2].run.spec.stopping.launches = 7;
        const ClassSummary summary = summariseClass(runs, {{"notes", "not a file of results"}});
        QCOMPARE(summary.runs.size(), std::size_t{3});
        QCOMPARE(leftOutText(summary),
                 std::string("notes: not a file of results\n"
                             "learner1: another experiment: sizes 100:1e5 instead of 100:1e6:n13\n"));
    }

    void otherExperimentsSayInWhat_data() {
        QTest::addColumn<int>("field");
        QTest::addColumn<QString>("why");
        QTest::newRow("workload") << 0 << "workload triad instead of square";
        QTest::newRow("x") << 1 << "over workers instead of size";
        QTest::newRow("backends") << 2 << "backends serial,async instead of serial,tbb";
        QTest::newRow("workers") << 3 << "workers 2 instead of -1";
        QTest::newRow("params") << 4 << "other parameters";
        QTest::newRow("cases") << 5 << "2 cases instead of 1";
    }

    void otherExperimentsSayInWhat() {
        QFETCH(int, field);
        QFETCH(QString, why);
        std::vector<ClassRun> runs = classRunsOf(learners(3));
        ExperimentSpec& spec = runs.back().run.spec;
        if (field == 0) spec.cases.front().workload = "triad";
        if (field == 1) spec.x = "workers";
        if (field == 2) spec.cases.front().backends = {"serial", "async"};
        if (field == 3) spec.cases.front().workers = "2";
        if (field == 4) spec.cases.front().params["seconds"] = {ParamValue(0.1)};
        if (field == 5) spec.cases.push_back(spec.cases.front());
        const ClassSummary summary = summariseClass(runs);
        QCOMPARE(summary.runs.size(), std::size_t{2});
        QCOMPARE(QString::fromStdString(leftOutText(summary)),
                 QStringLiteral("learner2: another experiment: ") + why + QStringLiteral("\n"));
    }

    void copiesCountOnce() {
        std::vector<Learner> all = learners(3);
        std::vector<ClassRun> runs = classRunsOf(all);
        runs.push_back(runs.front());
        runs.back().learner = "copy";
        const ClassSummary summary = summariseClass(runs);
        QCOMPARE(summary.runs.size(), std::size_t{3});
        QCOMPARE(leftOutText(summary), std::string("copy: the same run as learner0, which is counted once\n"));
    }

    /// A learner's run and its table have one name but for the suffix.
    void filesAreNamedWhole() {
        const std::vector<Learner> all = learners(3);
        std::vector<ClassRun> runs = classRunsOf(all);
        runs.push_back(tableOf(all[0], "learner0"));
        runs[0].file = "learner0.jsonl";
        runs[3].file = "learner0.csv";
        QCOMPARE(leftOutText(summariseClass(runs)),
                 std::string("learner0.csv: the same run as learner0.jsonl, which is counted once\n"));
        std::vector<LeftOut> none;
        anonymise(runs, none);
        const std::string anonymous = leftOutText(summariseClass(runs, none));
        QVERIFY2(anonymous.find("learner0") == std::string::npos, anonymous.c_str());
        const auto counted = std::ranges::find_if(runs, [&](const ClassRun& run) {
            return anonymous == "Learner 4: the same run as " + run.learner + ", which is counted once\n";
        });
        QVERIFY2(counted != runs.end(), anonymous.c_str());
        QCOMPARE(*counted->curves.front().breakEven->size, *classRunOf(all[0]).curves.front().breakEven->size);
    }

    /// Of copies the whole one is counted, with names and without, whatever their order.
    void aCutCopyNeverCounts() {
        const std::vector<Learner> all = learners(3);
        std::vector<ClassRun> runs = classRunsOf(all);
        for (const std::size_t samples : {5, 6}) {
            ClassRun cut = runs[0];
            cut.learner = "cut" + std::to_string(samples);
            cut.samples = samples;
            runs.insert(runs.begin(), cut);
        }
        const ClassSummary named = summariseClass(runs);
        QCOMPARE(named.runs.front().learner, std::string("learner0"));
        QCOMPARE(leftOutText(named), std::string("cut5: the same run as learner0, which is counted once\n"
                                                 "cut6: the same run as learner0, which is counted once\n"));
        std::vector<LeftOut> leftOut;
        anonymise(runs, leftOut);
        QCOMPARE(runs.size(), std::size_t{3});
        QVERIFY(std::ranges::none_of(runs, [](const ClassRun& run) { return run.samples < 7; }));
        QCOMPARE(leftOut.size(), std::size_t{2});
        QCOMPARE(leftOut[0].why, leftOut[1].why);
    }

    /// Of a run and its own table the run is kept, whichever comes first.
    void theFullerFileOfARunIsCounted() {
        const std::vector<Learner> all = learners(3);
        std::vector<ClassRun> runs{tableOf(all[0], "table")};
        for (const ClassRun& run : classRunsOf(all))
            runs.push_back(run);
        const ClassSummary summary = summariseClass(runs);
        QCOMPARE(summary.runs.size(), std::size_t{3});
        QVERIFY(summary.runs.front().tellsEnvironment());
        QCOMPARE(leftOutText(summary), std::string("table: the same run as learner0, which is counted once\n"));
    }

    void tablesOfTheSameCurvesBelongToTheClass() {
        std::vector<ClassRun> runs = classRunsOf(learners(2));
        runs.push_back(tableOf({"late", 20'000}, "late"));
        const ClassSummary summary = summariseClass(runs);
        QCOMPARE(leftOutText(summary), std::string());
        QCOMPARE(summary.curves.size(), std::size_t{1});
        QCOMPARE(summary.curves.front().places.size(), std::size_t{3});
        QCOMPARE(machineOf(summary, 2).label(), std::string("machine not told"));
        QVERIFY(isNear(*knownBreakEven(summary.curves.front().places[2]), 20'000, 0.15));
    }

    /// Always faster is below every size, never in range above every size.
    void breakEvensBeyondTheSizesCountAsEnds() {
        std::vector<Learner> all = learners(3);
        all[0].pays = 1e-3;
        all[2].pays = 1e12;
        const ClassSummary summary = summariseClass(classRunsOf(all));
        const ClassCurve& curve = summary.curves.front();
        QCOMPARE(curve.count(BreakEvenStatus::AlwaysFaster), std::size_t{1});
        QCOMPARE(curve.count(BreakEvenStatus::NeverInRange), std::size_t{1});
        QVERIFY(isNear(curve.breakEven->median, 20'000, 0.15));
        QCOMPARE(curve.breakEven->range.low, 0.0);
        QVERIFY(std::isinf(curve.breakEven->range.high));
    }

    void spreadOfEndsIsNoNumberInBetween() {
        const double infinity = std::numeric_limits<double>::infinity();
        const ClassSpread spread = *classSpread({infinity, 0, 10, infinity, 20, infinity});
        QVERIFY(!std::isnan(spread.median) && !std::isnan(spread.quartiles.low) && !std::isnan(spread.quartiles.high));
        QVERIFY(std::isinf(spread.quartiles.high));
        QVERIFY(!classSpread({}));
        QCOMPARE(classSpread({4, 1, 2, 3})->median, 2.5);
    }

    /// One run that was cut short does not take the largest size from all others.
    void theLargestCommonSizeIsWhatMostHave() {
        std::vector<ClassRun> runs = classRunsOf(learners(12));
        runs[5].curves.front().speedups.resize(4);
        const ClassSummary summary = summariseClass(runs);
        QCOMPARE(summary.curves.front().largest, std::optional<ItemCount>(1'000'000));
        QCOMPARE(summary.curves.front().speedup->count, std::size_t{11});
        runs[6].curves.front().speedups.resize(4);
        QCOMPARE(summariseClass(runs).curves.front().largest, std::optional<ItemCount>(classSizes()[3]));
    }

    void runsOfOneLearnerAreToldApart() {
        std::vector<ClassRun> runs = classRunsOf(learners(2));
        runs[1].learner = runs[0].learner;
        const ClassSummary summary = summariseClass(runs);
        QCOMPARE(summary.runs[1].learner, std::string("learner0 (2)"));
    }

    void nothingIsSummarisedOfNothing() {
        QVERIFY(summariseClass({}).runs.empty());
        ClassRun begun;
        begun.learner = "begun";
        const ClassSummary summary = summariseClass({begun});
        QVERIFY(summary.runs.empty() && summary.curves.empty() && mainCurve(summary) == nullptr);
        QCOMPARE(leftOutText(summary), std::string("begun: holds no parallel trial beside its serial base\n"));
    }
};

QTEST_GUILESS_MAIN(TestClassSummary)
#include "tst_class_summary.moc"
