#include "core/experiment/codec.h"
#include "core/experiment/plan.h"
#include "tests/core/experiment/plan_text.h"
#include "tests/core/experiment/sample_catalog.h"

#include <QtTest>

#include <cmath>
#include <functional>
#include <map>
#include <set>
#include <string>

using namespace breakeven;

namespace {

ExperimentSpec wideSpec() {
    Case row;
    row.workload = "rows-in-range";
    row.params["minimum"] = {3.0, 4.0};
    row.backends = {"tbb", "processes", "threads", "serial", "tbb"};
    row.chunks = {"auto", "pool", "16"};
    row.pools = {"cold", "warm"};
    row.sizes = "10:1e4,5";
    row.workers = "1:16:x2";
    auto spec = specOf(row);
    row.sizes = "7,100";
    row.pools = {"warm"};
    spec.cases.push_back(row);
    Case square;
    square.workload = "square";
    spec.cases.push_back(square);
    return spec;
}

}  // namespace

class TestPlan : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void smallPlan() {
        Case row;
        row.workload = "sleep-square";
        row.params["seconds"] = {2.0, 1.0};
        row.backends = {"tbb", "processes"};
        row.sizes = "10,5";
        row.workers = "2,16";
        const auto plan = makePlan(specOf(row), sampleCatalog(), EightCpus);
        QVERIFY(plan);
        const QStringList expected{
            "block 0",
            "0 sleep-square folder=here seconds=1 times=1 serial - - - - - n5 w1",
            "1 sleep-square folder=here seconds=1 times=1 tbb map auto warm - - n5 w2",
            "2 sleep-square folder=here seconds=1 times=1 tbb map auto warm - - n5 w16 over",
            "3 sleep-square folder=here seconds=1 times=1 processes map auto warm fork - n5 w2",
            "4 sleep-square folder=here seconds=1 times=1 processes map auto warm fork - n5 w16 over",
            "block 1",
            "5 sleep-square folder=here seconds=2 times=1 serial - - - - - n5 w1",
            "6 sleep-square folder=here seconds=2 times=1 tbb map auto warm - - n5 w2",
            "7 sleep-square folder=here seconds=2 times=1 tbb map auto warm - - n5 w16 over",
            "8 sleep-square folder=here seconds=2 times=1 processes map auto warm fork - n5 w2",
            "9 sleep-square folder=here seconds=2 times=1 processes map auto warm fork - n5 w16 over",
        };
        QCOMPARE(textOf(*plan).mid(0, expected.size()), expected);
        QCOMPARE(plan->blocks.size(), std::size_t{4});
        QCOMPARE(plan->trials.size(), std::size_t{20});
    }

    void blocksKeepTheirPromises() {
        const auto plan = makePlan(wideSpec(), sampleCatalog(), EightCpus);
        QVERIFY(plan);
        std::set<std::string> seen;
        int id = 0;
        std::map<std::string, ItemCount> lastSize;
        for (std::size_t i = 0; i < plan->blocks.size(); ++i) {
            const auto& block = plan->blocks[i];
            QCOMPARE(block.id, static_cast<int>(i));
            const Trial& base = plan->trials[static_cast<std::size_t>(block.trials.front())];
            QCOMPARE(base.backend, std::string("serial"));
            QVERIFY(base.size >= lastSize[base.workload]);
            lastSize[base.workload] = base.size;
            int serials = 0;
            for (const int trialId : block.trials) {
                QCOMPARE(trialId, id++);
                Trial trial = plan->trials[static_cast<std::size_t>(trialId)];
                QVERIFY(isBaseOf(base, trial));
                serials += trial.backend == "serial" ? 1 : 0;
                trial.id = 0;
                QVERIFY2(seen.insert(textOf(trial)).second, textOf(trial).c_str());
            }
            QCOMPARE(serials, 1);
        }
        QCOMPARE(plan->trials.size(), static_cast<std::size_t>(id));
    }

    void sameSpecSamePlan() {
        const auto first = makePlan(wideSpec(), sampleCatalog(), EightCpus);
        const auto second = makePlan(wideSpec(), sampleCatalog(), EightCpus);
        QVERIFY(first && second);
        QVERIFY(first->trials == second->trials);
        QVERIFY(first->blocks == second->blocks);
    }

    void casesThatMeetShareABlock() {
        Case row;
        row.workload = "square";
        row.sizes = "10,100";
        row.pools = {"warm"};
        auto spec = specOf(row);
        row.pools = {"cold"};
        spec.cases.push_back(row);
        const auto plan = makePlan(spec, sampleCatalog(), EightCpus);
        QVERIFY(plan);
        QCOMPARE(plan->blocks.size(), std::size_t{2});
        QCOMPARE(plan->blocks[0].trials.size(), std::size_t{3});
    }

    void noLimitIsNoDifference() {
        Case row;
        row.workload = "square";
        row.backends = {"tbb", "processes"};
        row.sizes = "10";
        row.inFlights = {"all", "all"};
        const auto plan = makePlan(specOf(row), sampleCatalog(), EightCpus);
        QVERIFY(plan);
        QCOMPARE(plan->trials.size(), std::size_t{3});
        for (const auto& trial : plan->trials)
            QCOMPARE(trial.inFlight + trial.cache, std::string());
        QCOMPARE(plan->trials[1].start, std::string());
        QCOMPARE(plan->trials[2].start, std::string("fork"));
    }

    /// Runs keep their spec, so a spec that can be measured and not be read back would be a run that is lost.
    void whatIsAcceptedCanBeReadBack_data() {
        QTest::addColumn<Stopping>("stopping");
        QTest::addColumn<bool>("accepted");
        const Seconds minute(60);
        QTest::newRow("least") << Stopping{1e-300, 1, 1, Seconds(1e-9), 1} << true;
        QTest::newRow("most") << Stopping{1, 1'000'000, 1'000'000, Seconds(1e9), 100} << true;
        QTest::newRow("precision") << Stopping{1.01, 1, 2, minute, 1} << false;
        QTest::newRow("precision nan") << Stopping{std::nan(""), 1, 2, minute, 1} << false;
        QTest::newRow("samples") << Stopping{0.5, 1, 1'000'001, minute, 1} << false;
        QTest::newRow("seconds") << Stopping{0.5, 1, 2, Seconds(1.1e9), 1} << false;
        QTest::newRow("seconds inf") << Stopping{0.5, 1, 2, Seconds(HUGE_VAL), 1} << false;
        QTest::newRow("launches") << Stopping{0.5, 1, 2, minute, 101} << false;
        QTest::newRow("no launch") << Stopping{0.5, 1, 2, minute, 0} << false;
    }

    void whatIsAcceptedCanBeReadBack() {
        QFETCH(Stopping, stopping);
        QFETCH(bool, accepted);
        auto spec = wideSpec();
        spec.stopping = stopping;
        QCOMPARE(makePlan(spec, sampleCatalog(), EightCpus).has_value(), accepted);
        const auto read = parseSpec(writeSpec(spec));
        QCOMPARE(read.has_value(), accepted);
        if (accepted) QVERIFY(*read == spec);
    }

    void numbersMayBeTyped() {
        Case row;
        row.workload = "sleep-square";
        row.params["seconds"] = {std::string("0.5")};
        row.sizes = "10";
        const auto plan = makePlan(specOf(row), sampleCatalog(), EightCpus);
        QVERIFY(plan);
        QCOMPARE(std::get<double>(plan->trials[0].params.at("seconds")), 0.5);
    }

    void errors_data() {
        QTest::addColumn<std::function<void(ExperimentSpec&)>>("spoil");
        QTest::addColumn<QString>("expected");
        using Spoil = std::function<void(ExperimentSpec&)>;
        const auto row = [](const char* name, const Spoil& spoil, const char* expected) {
            QTest::newRow(name) << spoil << expected;
        };
        row(
            "workload", [](auto& s) { s.cases[0].workload = "sqare"; },
            "workload: 'sqare' is not known (square, sleep-square, rows-in-range; did you mean 'square'?)");
        row(
            "far", [](auto& s) { s.cases[0].workload = "zzzzzzzz"; },
            "workload: 'zzzzzzzz' is not known (square, sleep-square, rows-in-range)");
        row(
            "unbuilt workload", [](auto& s) { s.cases[0].workload = "mandelbrot"; },
            "workload: 'mandelbrot' is not built yet (square, sleep-square, rows-in-range)");
        row(
            "backend",
            [](auto& s) {
                s.cases[0].backends = {"tbb", "thread"};
            },
            "backends: 'thread' is not known (serial, tbb, threads, processes; did you mean 'threads'?)");
        row(
            "unbuilt backend", [](auto& s) { s.cases[0].backends = {"mpi"}; },
            "backends: 'mpi' is not built yet (serial, tbb, threads, processes)");
        row(
            "no backend", [](auto& s) { s.cases[0].backends.clear(); },
            "backends: an empty list is not allowed (serial, tbb, threads, processes)");
        row(
            "call", [](auto& s) { s.cases[0].calls = {"mapp"}; },
            "calls: 'mapp' is not known (map; did you mean 'map'?)");
        row(
            "unbuilt call", [](auto& s) { s.cases[0].calls = {"imap"}; }, "calls: 'imap' is not built yet (map)");
        row(
            "pool", [](auto& s) { s.cases[0].pools = {"hot"}; }, "pools: 'hot' is not known (cold, warm)");
        row(
            "unbuilt pool", [](auto& s) { s.cases[0].pools = {"after-idle"}; },
            "pools: 'after-idle' is not built yet (cold, warm)");
        row(
            "chunk", [](auto& s) { s.cases[0].chunks = {"0"}; },
            "chunks: '0' is not allowed (auto, pool or a whole number from 1 to 1e12)");
        row(
            "chunk text", [](auto& s) { s.cases[0].chunks = {"10x"}; },
            "chunks: '10x' is not allowed (auto, pool or a whole number from 1 to 1e12)");
        row(
            "sizes", [](auto& s) { s.cases[0].sizes = "-5"; },
            "sizes: '-5' is not allowed (whole numbers from 1 to 1e12)");
        row(
            "workers", [](auto& s) { s.cases[0].workers = "0"; },
            "workers: '0' is not allowed (whole numbers from 1 to 1024, -1 for all CPUs, -2 for all but one, 1.5x, "
            "all or physical)");
        row(
            "start", [](auto& s) { s.cases[0].starts = {"forkserver"}; },
            "start: 'forkserver' is not allowed (fork or spawn)");
        row(
            "no start", [](auto& s) { s.cases[0].starts.clear(); },
            "start: an empty list is not allowed (fork or spawn)");
        row(
            "in flight",
            [](auto& s) {
                s.cases[0].inFlights = {"2*n_jobs", "2*"};
            },
            "in_flight: '2*' is not allowed (numbers, n_jobs, + - * / // % ** and parentheses)");
        row(
            "in flight with some of the workers",
            [](auto& s) {
                s.cases[0].workers = "2,8";
                s.cases[0].inFlights = {"n_jobs//4"};
            },
            "in_flight: 'n_jobs//4' is not allowed (results from 1; this is less with 2 workers)");
        row(
            "in flight of nobody",
            [](auto& s) {
                s.cases[0].backends = {"serial"};
                s.cases[0].inFlights = {"0"};
            },
            "in_flight: '0' is not allowed (results from 1; this is less with 8 workers)");
        row(
            "reduce without a reduction",
            [](auto& s) {
                s.cases[0].calls = {"map", "reduce"};
            },
            "calls: 'reduce' is not built yet (map)");
        row(
            "param name", [](auto& s) { s.cases[0].params["secnds"] = {1.0}; },
            "params: 'secnds' is not known (seconds, times, folder; did you mean 'seconds'?)");
        row(
            "param range",
            [](auto& s) {
                s.cases[0].params["seconds"] = {1.0, -1.0};
            },
            "params.seconds: -1 is not allowed (from 0 to 3600 s)");
        row(
            "param most", [](auto& s) { s.cases[0].params["seconds"] = {3600.5}; },
            "params.seconds: 3600.5 is not allowed (from 0 to 3600 s)");
        row(
            "param nan", [](auto& s) { s.cases[0].params["seconds"] = {std::string("nan")}; },
            "params.seconds: nan is not allowed (from 0 to 3600 s)");
        row(
            "param whole", [](auto& s) { s.cases[0].params["times"] = {1.5}; },
            "params.times: 1.5 is not allowed (whole numbers from 1 to 10)");
        row(
            "param text", [](auto& s) { s.cases[0].params["seconds"] = {std::string("long")}; },
            "params.seconds: 'long' is not allowed (from 0 to 3600 s)");
        row(
            "param number", [](auto& s) { s.cases[0].params["folder"] = {1.0}; },
            "params.folder: 1 is not allowed (a text)");
        row(
            "precision", [](auto& s) { s.stopping.precision = 0; },
            "precision: 0 is not allowed (a share above 0 and up to 1, or 2%)");
        row(
            "samples", [](auto& s) { s.stopping.minSamples = 0; },
            "samples: '0:200' is not allowed (the least and then the most samples, whole numbers from 1 to 1000000, "
            "such as 10:200)");
        row(
            "most samples", [](auto& s) { s.stopping.maxSamples = 5; },
            "samples: '10:5' is not allowed (the least and then the most samples, whole numbers from 1 to 1000000, "
            "such as 10:200)");
        row(
            "seconds", [](auto& s) { s.stopping.maxTime = Seconds(0); },
            "max_seconds: 0 is not allowed (seconds above 0 and up to 1e9)");
        row(
            "launches", [](auto& s) { s.stopping.launches = 101; },
            "launches: 101 is not allowed (whole numbers from 1 to 100)");
        row(
            "x", [](auto& s) { s.x = "param:second"; },
            "x: 'param:second' is not allowed (size, workers, chunk, param:seconds, param:times, param:folder; did "
            "you mean 'param:seconds'?)");
        row(
            "no case", [](auto& s) { s.cases.clear(); }, "cases: an empty list is not allowed (at least one case)");
        row(
            "second case",
            [](auto& s) {
                s.cases.push_back(s.cases[0]);
                s.cases[1].sizes = "0";
            },
            "cases[1].sizes: '0' is not allowed (whole numbers from 1 to 1e12)");
        row(
            "too many",
            [](auto& s) {
                s.cases[0].sizes = "1:10000:+1";
                s.cases[0].workers = "1:16";
            },
            "cases: 170000 trials are too many (at most 100 000)");
    }

    void errors() {
        QFETCH(std::function<void(ExperimentSpec&)>, spoil);
        Case row;
        row.workload = "sleep-square";
        row.backends = {"tbb"};
        row.sizes = "10";
        auto spec = specOf(row);
        QVERIFY(makePlan(spec, sampleCatalog(), EightCpus));
        spoil(spec);
        const auto plan = makePlan(spec, sampleCatalog(), EightCpus);
        QVERIFY(!plan);
        QTEST(QString::fromStdString(plan.error().detail), "expected");
        const bool isUnbuilt = plan.error().detail.find("not built yet") != std::string::npos;
        QCOMPARE(plan.error().code, isUnbuilt ? ErrorCode::NotBuilt : ErrorCode::InvalidInput);
    }

    void theLargestPlanIsMade() {
        Case row;
        row.workload = "square";
        row.backends = {"tbb", "threads"};
        row.sizes = "1:4000:+1";
        row.workers = "1:12";
        const auto plan = makePlan(specOf(row), sampleCatalog(), EightCpus);
        QVERIFY(plan);
        QCOMPARE(plan->trials.size(), std::size_t{100'000});
    }
};

QTEST_GUILESS_MAIN(TestPlan)
#include "tst_plan.moc"
