// Which backend a trial is compared with, and what that makes of a plan.
#include "core/analysis/break_even.h"
#include "core/analysis/curves.h"
#include "core/analysis/findings.h"
#include "core/analysis/next_block.h"
#include "core/analysis/speedup.h"
#include "core/analysis/verdict.h"
#include "tests/core/experiment/plan_text.h"
#include "tests/core/experiment/sample_catalog.h"
#include "tests/support/sample_results.h"

#include <QtTest>

using namespace breakeven;

namespace {

Catalog catalogWithPython() {
    Catalog catalog = sampleCatalog();
    BackendInfo loop{
        .id = "python-serial", .title = "Loop", .family = "python", .description = "", .usesWorkers = false};
    loop.calls = {"map"};
    BackendInfo pool{.id = "python-joblib", .title = "Pool", .family = "python", .description = ""};
    pool.calls = {"map", "starmap"};
    catalog.backends.insert(catalog.backends.end(), {loop, pool});
    catalog.calls = {{"map", "map", ""}, {"imap", "imap", ""}, {"starmap", "starmap", ""}, {"reduce", "reduce", ""}};
    WorkloadInfo function;
    function.id = "python-function";
    catalog.workloads.push_back(function);
    catalog.workloads.front().reduces = true;
    return catalog;
}

Case rowOf(const std::vector<std::string>& backends) {
    Case row;
    row.workload = "square";
    row.sizes = "10";
    row.workers = "2";
    row.backends = backends;
    return row;
}

Trial trialOn(const std::string& workload, const std::string& backend) {
    Trial trial;
    trial.workload = workload;
    trial.backend = backend;
    return trial;
}

}  // namespace

class TestBases : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void baseOfABackend() {
        QCOMPARE(baseBackendOf(trialOn("square", "tbb")), std::string_view("serial"));
        QCOMPARE(baseBackendOf(trialOn("square", "serial")), std::string_view("serial"));
        QCOMPARE(baseBackendOf(trialOn("square", "python-serial")), std::string_view("serial"));
        QCOMPARE(baseBackendOf(trialOn("square", "python-joblib")), std::string_view("python-serial"));
        QCOMPARE(baseBackendOf(trialOn("python-function", "python-joblib")), std::string_view("python-serial"));
        QCOMPARE(baseBackendOf(trialOn("python-function", "python-serial")), std::string_view("python-serial"));
        QVERIFY(isReference(trialOn("square", "serial")) && !isReference(trialOn("square", "python-serial")));
        QVERIFY(isReference(trialOn("python-function", "python-serial")));
        QVERIFY(isBaseOf(trialOn("square", "python-serial"), trialOn("square", "python-joblib")));
        QVERIFY(!isBaseOf(trialOn("square", "serial"), trialOn("square", "python-joblib")));
    }

    void plansBringEveryBase() {
        const auto plan = makePlan(specOf(rowOf({"python-joblib", "tbb"})), catalogWithPython(), EightCpus);
        QVERIFY2(plan, plan ? "" : plan.error().detail.c_str());
        QCOMPARE(
            textOf(*plan),
            (QStringList{"block 0", "0 square serial - - - - - n10 w1", "1 square python-serial - - - - - n10 w1",
                         "2 square python-joblib map auto warm - - n10 w2", "3 square tbb map auto warm - - n10 w2"}));
    }

    void plansHoldTheLoopOnceHoweverItIsAskedFor() {
        auto row = rowOf({"python-joblib", "python-serial"});
        row.pools = {"cold", "warm"};
        const auto plan = makePlan(specOf(row), catalogWithPython(), EightCpus);
        QVERIFY2(plan, plan ? "" : plan.error().detail.c_str());
        QCOMPARE(textOf(*plan),
                 (QStringList{"block 0", "0 square serial - - - - - n10 w1", "1 square python-serial - - - - - n10 w1",
                              "2 square python-joblib map auto cold - - n10 w2",
                              "3 square python-joblib map auto warm - - n10 w2"}));
    }

    void aWorkloadOfPythonHasItsLoopFirst() {
        auto row = rowOf({"python-joblib", "tbb"});
        row.workload = "python-function";
        const auto plan = makePlan(specOf(row), catalogWithPython(), EightCpus);
        QVERIFY2(plan, plan ? "" : plan.error().detail.c_str());
        QCOMPARE(textOf(*plan), (QStringList{"block 0", "0 python-function python-serial - - - - - n10 w1",
                                             "1 python-function python-joblib map auto warm - - n10 w2",
                                             "2 python-function tbb map auto warm - - n10 w2"}));
    }

    void callsThatAPeerLacksAreErrors() {
        auto row = rowOf({"tbb", "python-joblib"});
        row.calls = {"map", "imap"};
        const auto plan = makePlan(specOf(row), catalogWithPython(), EightCpus);
        QVERIFY(!plan);
        QCOMPARE(plan.error().detail,
                 std::string("calls: 'imap' is not allowed (with python-joblib: map, starmap; did you mean 'map'?)"));
        row.backends = {"tbb", "python-serial"};  // its loop stands beside any of them
        QVERIFY(makePlan(specOf(row), catalogWithPython(), EightCpus));
        row.calls = {"reduce"};
        QVERIFY(!makePlan(specOf(row), catalogWithPython(), EightCpus));
    }

    void cachesAreNotForPeers() {
        auto row = rowOf({"python-serial"});
        row.caches = {"folder"};
        const auto plan = makePlan(specOf(row), catalogWithPython(), EightCpus);
        QVERIFY(!plan);
        QVERIFY2(plan.error().detail.starts_with("cache: 'folder' is not allowed (none with python-serial"),
                 plan.error().detail.c_str());
    }

    void ratiosAreAgainstTheOwnBase() {
        SampleResults sample;
        sample.measured("serial", 100, {1, 1, 1, 1, 1, 1});
        const Trial loop = sample.measured("python-serial", 100, {8, 8, 8, 8, 8, 8}, 1);
        const Trial pool = sample.measured("python-joblib", 100, {2, 2, 2, 2, 2, 2});
        const auto ratioOf = [&](const Trial& trial) {
            return speedupVsSerial(sample.results, *sample.results.find(trial.id))->value;
        };
        QCOMPARE(ratioOf(pool), 4.0);
        QCOMPARE(ratioOf(loop), 0.125);
        QCOMPARE(baseNote(pool), std::string(" vs python-serial"));
        QCOMPARE(baseNote(loop), std::string());
    }

    /// Parallel is what the headline is about, however the loops compare.
    void loopsHaveNoVerdict() {
        SampleResults sample;
        for (const ItemCount size : {100U, 1000U}) {
            const double unit = static_cast<double>(size) / 100;
            sample.measured("serial", size, std::vector<double>(8, unit));
            sample.measured("python-serial", size, std::vector<double>(8, 8 * unit), 1);
            sample.measured("python-joblib", size, std::vector<double>(8, 80 * unit));
        }
        QCOMPARE(breakEvens(sample.results).size(), std::size_t(1));
        QCOMPARE(verdicts(sample.results).size(), std::size_t(1));
        QCOMPARE(headline(sample.results).words.at("series"), std::string("python-joblib"));
    }

    /// What is compared with a loop that does not fit the time would be measured for nothing.
    void aLoopThatIsTooLongTakesItsOwnAlong() {
        auto row = rowOf({"python-joblib", "tbb"});
        row.sizes = "10,100,1000";
        auto spec = specOf(row);
        spec.stopping.maxTime = Seconds(100);
        const auto plan = makePlan(spec, catalogWithPython(), EightCpus);
        QVERIFY(plan);
        SampleResults sample;
        for (const Trial& trial : plan->trials) {
            if (trial.size == 1000) continue;
            sample.apply(TrialStarted{0, trial});
            const double perItem = trial.backend == "python-serial" ? 0.2 : 0.001;
            sample.times(trial, {perItem * static_cast<double>(trial.size)});
        }
        for (const int block : {0, 1})
            sample.apply(BlockFinished{block, 0, 1, Seconds(0), Seconds(20), Seconds(20)});
        const auto next = nextBlock(*plan, sample.results, Seconds(40));
        QVERIFY(next.request);
        QStringList asked;
        for (const Trial& trial : next.request->trials)
            asked << QString("%1 %2").arg(QString::fromStdString(trial.backend)).arg(trial.size);
        QCOMPARE(asked, (QStringList{"serial 1000", "tbb 1000"}));
    }
};

QTEST_GUILESS_MAIN(TestBases)
#include "tst_bases.moc"
