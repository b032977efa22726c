#include "core/analysis/ceilings.h"
#include "tests/support/sample_results.h"

#include <QTest>

#include <algorithm>
#include <cmath>

using namespace breakeven;

namespace {

SampleResults withCaches(const std::optional<std::string>& text, WorkerCount usableCpus = 2) {
    SampleResults sample(usableCpus);
    sample.run().environment.facts = {{"cpu.caches", "Caches", text}};
    sample.updateRun();
    return sample;
}

void profile(SampleResults& sample, const Trial& trial, ByteCount bytes) {
    TrialProfiled pass;
    pass.trial = trial.id;
    pass.wall = Seconds(1);
    pass.listBytes = bytes;
    pass.workers.push_back({Seconds(1), Seconds(0), Seconds(0), Seconds(1), 1});
    sample.apply(pass);
}

const Ceiling* find(const std::vector<Ceiling>& all, CeilingKind kind) {
    const auto found = std::ranges::find(all, kind, &Ceiling::kind);
    return found == all.end() ? nullptr : &*found;
}

constexpr ByteCount Mebibyte = ByteCount{1} << 20;

/// Serial takes 1 s to move 100 MiB; 2 threads move 150 MiB a second.
SampleResults beyondTheCache(ByteCount bytes = 100 * Mebibyte) {
    SampleResults sample = withCaches("L1 48 KiB, L2 2048 KiB, L3 32 MiB");
    sample.measured("serial", 1000, std::vector<double>(8, 1.0));
    profile(sample, sample.measured("tbb", 1000, std::vector<double>(8, 0.8)), bytes);
    for (const int launch : {0, 1, 2})
        sample.apply(LaunchReference{launch, 0, 0, {}, {{1, 1e8, Seconds(1)}, {2, 150.0 * Mebibyte, Seconds(1)}}});
    return sample;
}

}  // namespace

class TestCeilings : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void readsTheLastCache() {
        QCOMPARE(lastCacheBytes(withCaches("L1 48 KiB, L2 2048 KiB, L3 260 MiB").results.run().environment),
                 std::optional<ByteCount>(260 * Mebibyte));
        QCOMPARE(lastCacheBytes(withCaches("L1 48 KiB, L2 2048 KiB").results.run().environment),
                 std::optional<ByteCount>(2 * Mebibyte));
        for (const char* text :
             {"", "L3", "L3 MiB", "L3 12 GiB", "L3 0 MiB", "L3 -1 MiB", "260 MB", "L3 99999999999 MiB"})
            QVERIFY2(!lastCacheBytes(withCaches(text).results.run().environment), text);
        const auto caches = cachesOf(withCaches("L1 48 KiB, L3 260 MiB").results.run().environment);
        QCOMPARE(caches.size(), std::size_t(2));
        QCOMPARE(caches[0].text, std::string("L1 48 KiB"));
        QCOMPARE(caches[0].bytes, ByteCount{48 * 1024});
        QVERIFY(cachesOf(withCaches("L1 48 KiB, L2").results.run().environment).empty());
        QVERIFY(!lastCacheBytes(withCaches({}).results.run().environment));
        QVERIFY(!lastCacheBytes(Environment{}));
    }

    void workersAreTheIdeal() {
        SampleResults sample(4);
        for (const ItemCount size : {1000, 2000}) {
            sample.measured("serial", size, {1, 1});
            for (const WorkerCount workers : {1, 2, 4, 8})
                sample.measured("tbb", size, {1, 1}, workers);
        }
        const auto all = ceilings(sample.results);
        QCOMPARE(all.size(), std::size_t(2));  // neither one worker nor 8 on 4 CPUs
        QCOMPARE(all[0].label, std::string("ideal ×2"));
        QCOMPARE(all[1].label, std::string("ideal ×4"));
        QCOMPARE(all[1].points.size(), std::size_t(2));
        QCOMPARE(all[1].points[1].size, ItemCount(2000));
        QCOMPARE(all[1].points[1].value, 4.0);
    }

    void theSerialFractionOfTheBestIsAmdahls() {
        SampleResults sample(4);
        sample.measured("serial", 1000, std::vector<double>(8, 1.0));
        sample.measured("tbb", 1000, std::vector<double>(8, 0.4), 4);  // e = 0.2
        sample.measured("threads", 1000, std::vector<double>(8, 0.7), 4);
        sample.measured("tbb", 1000, std::vector<double>(8, 0.39), 2);  // not on the most workers
        const auto all = ceilings(sample.results);
        const Ceiling* amdahl = find(all, CeilingKind::Amdahl);
        QVERIFY(amdahl);
        QCOMPARE(amdahl->label, std::string("Amdahl"));
        QCOMPARE(amdahl->points.size(), std::size_t(1));
        QVERIFY(std::fabs(amdahl->points[0].value - 5) < 1e-9);
        QCOMPARE(amdahl->points[0].workers, 4);
    }

    void whereNotAllWereTriedThereIsNoAmdahl() {
        SampleResults sample(4);
        for (const ItemCount size : {1000, 1500, 2000}) {
            sample.measured("serial", size, std::vector<double>(8, 1.0));
            sample.measured("tbb", size, std::vector<double>(8, 0.8), 4);
            if (size != 1500) sample.measured("threads", size, std::vector<double>(8, 0.4), 4);  // e = 0.2
        }
        sample.measured("serial", 3000, std::vector<double>(8, 1.0));
        sample.measured("threads", 3000, std::vector<double>(8, 0.4), 4);
        sample.fail(sample.trial("tbb", 3000, 4), TrialStatus::Crashed);  // tried all the same
        const auto all = ceilings(sample.results);
        const Ceiling* amdahl = find(all, CeilingKind::Amdahl);
        QVERIFY(amdahl);
        std::vector<ItemCount> sizes;
        for (const CeilingPoint& point : amdahl->points) {
            sizes.push_back(point.size);
            QVERIFY(std::fabs(point.value - 5) < 1e-9);
        }
        QCOMPARE(sizes, (std::vector<ItemCount>{1000, 2000, 3000}));
    }

    void withoutASerialFractionThereIsNoAmdahl() {
        for (const std::vector<double>& times : {std::vector<double>(8, 0.5),             // ideal
                                                 std::vector<double>(8, 1.2),             // slower than serial
                                                 {0.9, 1.1, 0.9, 1.1, 0.9, 1.1, 0.9},     // not to be told from it
                                                 std::vector<double>{0.52, 0.52, 0.52},   // n too small
                                                 {0.6, 0.4, 0.6, 0.4, 0.6, 0.4, 0.6}}) {  // not to be told from 0
            SampleResults sample;
            sample.measured("serial", 1000, std::vector<double>(times.size(), 1.0));
            sample.measured("tbb", 1000, times);
            QVERIFY(find(ceilings(sample.results), CeilingKind::Amdahl) == nullptr);
        }
    }

    void memoryLimitsWhatExceedsTheCache() {
        const auto all = ceilings(beyondTheCache().results);
        const Ceiling* memory = find(all, CeilingKind::Memory);
        QVERIFY(memory);
        QCOMPARE(memory->label, std::string("memory ×2"));
        QVERIFY(std::fabs(memory->points.at(0).value - 1.5) < 1e-9);
        QVERIFY(memory->points[0].interval);
        QVERIFY(std::fabs(memory->points[0].interval->high - 1.5) < 1e-9);
    }

    void whatFitsTheCacheIsNotLimited() {
        QVERIFY(find(ceilings(beyondTheCache(32 * Mebibyte).results), CeilingKind::Memory) == nullptr);
        QVERIFY(find(ceilings(beyondTheCache(32 * Mebibyte + 1).results), CeilingKind::Memory) != nullptr);
    }

    void unknownCachesOrBandwidthsLimitNothing() {
        SampleResults blind = beyondTheCache();
        blind.run().environment.facts.clear();
        blind.updateRun();
        QVERIFY(find(ceilings(blind.results), CeilingKind::Memory) == nullptr);
        SampleResults sample = withCaches("L3 32 MiB");
        sample.measured("serial", 1000, {1, 1});
        profile(sample, sample.measured("tbb", 1000, {1, 1}), 100 * Mebibyte);
        QVERIFY(find(ceilings(sample.results), CeilingKind::Memory) == nullptr);
        sample.apply(LaunchReference{0, 0, 0, {}, {{1, 1e9, Seconds(1)}}});  // not of 2 threads
        QVERIFY(find(ceilings(sample.results), CeilingKind::Memory) == nullptr);
    }

    void bandwidthOfOneLaunchHasNoInterval() {
        SampleResults sample = withCaches("L3 32 MiB");
        sample.measured("serial", 1000, std::vector<double>(8, 1.0));
        profile(sample, sample.measured("tbb", 1000, std::vector<double>(8, 0.8)), 100 * Mebibyte);
        sample.apply(LaunchReference{0, 0, 0, {}, {{2, 1e9, Seconds(1)}}});
        const auto all = ceilings(sample.results);
        const Ceiling* memory = find(all, CeilingKind::Memory);
        QVERIFY(memory && !memory->points.at(0).interval);
    }

    void severalWorkloadsAreNamed() {
        SampleResults sample;
        for (const char* workload : {"square", "primes"}) {
            for (const char* backend : {"serial", "tbb"}) {
                Trial trial;
                trial.workload = workload;
                trial.backend = backend;
                trial.workers = trial.backend == "serial" ? 1 : 2;
                sample.times(sample.add(trial), {1, 1});
            }
        }
        const auto all = ceilings(sample.results);
        QCOMPARE(all.size(), std::size_t(2));
        QCOMPARE(all[0].label, std::string("primes: ideal ×2"));
        QCOMPARE(all[1].label, std::string("square: ideal ×2"));
    }
};

QTEST_GUILESS_MAIN(TestCeilings)
#include "tst_ceilings.moc"
