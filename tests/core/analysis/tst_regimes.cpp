#include "core/analysis/pitfalls.h"
#include "core/analysis/regimes.h"
#include "tests/support/sample_results.h"

#include <QTest>

#include <algorithm>
#include <cmath>

using namespace breakeven;

namespace {

constexpr ByteCount Mebibyte = ByteCount{1} << 20;

/// Serial and one parallel trial on 2 workers, by default without a hint of what limits it.
struct Setup {
    double serial = 1;
    double parallel = 0.7;
    double serialCpu = 1;              ///< over wall
    double parallelCpu = 1.4;          ///< over wall
    std::vector<double> compute = {};  ///< of a profiled pass that takes as long as a sample; empty: none
    ByteCount bytes = 1000;
    WorkerCount workers = 2;
    std::string pool = "warm";
    std::size_t chunks = 1;  ///< of each worker in the pass

    SampleResults measured() const {
        SampleResults sample;
        sample.run().environment.facts = {{"cpu.caches", "Caches", "L2 1024 KiB, L3 32 MiB"}};
        sample.updateRun();
        for (const char* backend : {"serial", "tbb"}) {
            const bool isSerial = std::string_view(backend) == "serial";
            Trial trial;
            trial.workload = "square";
            trial.backend = backend;
            trial.size = 1000;
            trial.workers = isSerial ? 1 : workers;
            trial.pool = isSerial ? "" : pool;
            trial = sample.add(trial);
            const double seconds = isSerial ? serial : parallel;
            for (int round = 0; round < 8; ++round) {
                Sample one;
                one.trial = trial.id;
                one.round = round;
                one.seconds = Seconds(seconds);
                one.cpu = Seconds(seconds * (isSerial ? serialCpu : parallelCpu));
                sample.apply(one);
            }
            if (isSerial || compute.empty()) continue;
            TrialProfiled pass;
            pass.trial = trial.id;
            pass.wall = Seconds(parallel);
            pass.listBytes = bytes;
            for (const double busy : compute)
                pass.workers.push_back({Seconds(busy), Seconds(0), Seconds(0), Seconds(busy), chunks});
            sample.apply(pass);
        }
        return sample;
    }
};

Regime only(const SampleResults& sample) {
    const auto found = regimes(sample.results);
    return found.size() == 1 ? found.front() : Regime{};
}

double valueOf(const Regime& regime, const std::string& id) {
    const auto found = std::ranges::find(regime.evidence, id, &Evidence::id);
    return found == regime.evidence.end() ? std::nan("") : found->value;
}

PoolReference poolOf(double startup, double hotCall) {
    PoolReference pool;
    pool.backend = "tbb";
    pool.workers = 2;
    pool.startup = Seconds(startup);
    pool.hotCall = Seconds(hotCall);
    return pool;
}

}  // namespace

class TestRegimes : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void itemsThatWaitAreBlocking() {
        const Regime regime = only(Setup{.serialCpu = 0.01, .parallelCpu = 0.04, .workers = 16}.measured());
        QCOMPARE(regimeWord(regime.kind), std::string_view("blocking"));  // and not oversubscribed
        QVERIFY(std::fabs(valueOf(regime, "serial-cpu-share") - 0.01) < 1e-12);
        QVERIFY(std::fabs(valueOf(regime, "cpu-share") - 0.0025) < 1e-12);
        QCOMPARE(only(Setup{.parallel = 0.5, .serialCpu = 0.51}.measured()).kind, RegimeKind::ComputeBound);
    }

    void aBusyMachineIsNotBlocking() {
        SampleResults sample = Setup{.parallel = 0.5, .serialCpu = 0.3}.measured();
        Sample undisturbed;
        undisturbed.round = 8;
        undisturbed.seconds = Seconds(1);
        undisturbed.cpu = Seconds(0.99);
        sample.apply(undisturbed);  // of serial, the first trial
        QCOMPARE(only(sample).kind, RegimeKind::ComputeBound);
    }

    /// A flag says that somebody was disturbed; the delay says for how long the serial loop was.
    void aFlagAloneTakesNoSampleAway() {
        const auto kindOf = [](const char* flag, std::optional<double> delayed, double cpu) {
            SampleResults sample;
            for (const char* backend : {"serial", "tbb"}) {
                const Trial trial = sample.trial(backend, 9);
                for (int round = 0; round < 8; ++round) {
                    Sample one;
                    one.trial = trial.id;
                    one.round = round;
                    one.seconds = Seconds(trial.workers == 1 ? 0.18 : 0.1);
                    one.cpu = one.seconds * cpu;
                    if (delayed) one.delayed = one.seconds * *delayed;
                    one.flags = {flag};
                    sample.apply(one);
                }
            }
            return only(sample).kind;
        };
        QCOMPARE(kindOf("pressure", 0.004, 0.001), RegimeKind::Blocking);
        QCOMPARE(kindOf("throttled", 0.004, 0.001), RegimeKind::Blocking);
        QCOMPARE(kindOf("pressure", 0.5, 0.2), RegimeKind::Blocking);    // 40 % of what it could have
        QVERIFY(kindOf("pressure", 0.5, 0.3) != RegimeKind::Blocking);   // 60 %
        QVERIFY(kindOf("pressure", {}, 0.001) != RegimeKind::Blocking);  // of an older file
        QVERIFY(kindOf("steal", 0.004, 0.001) != RegimeKind::Blocking);  // nobody sees how much was stolen
    }

    void workersBeyondTheCpusAreOversubscribed() {
        const Regime regime = only(Setup{.workers = 4}.measured());
        QCOMPARE(regime.kind, RegimeKind::Oversubscribed);
        QCOMPARE(regime.sentence, std::string("4 workers share 2 CPUs: they compute in turn."));
        QVERIFY(only(Setup{.parallel = 1 / 2.9, .workers = 4}.measured()).kind != RegimeKind::Oversubscribed);
    }

    void fourFifthsPerWorkerAreComputeBound() {
        QCOMPARE(only(Setup{.parallel = 1 / 1.61}.measured()).kind, RegimeKind::ComputeBound);
        QCOMPARE(only(Setup{.parallel = 1 / 1.59}.measured()).kind, RegimeKind::NotResolved);
    }

    void theLargestLossDecides() {
        const Regime imbalance = only(Setup{.parallel = 0.7, .compute = {0.68, 0.32}}.measured());
        QCOMPARE(imbalance.kind, RegimeKind::ImbalanceBound);
        QVERIFY(std::fabs(valueOf(imbalance, "load-balance") - 0.5 / 0.68) < 1e-12);
        QCOMPARE(imbalance.sentence,
                 std::string("Imbalance costs 26\u202f% (n too small): workers wait for the busiest one, as far as one "
                             "profiled pass tells."));
        const Regime overhead = only(Setup{.parallel = 0.8, .compute = {0.5, 0.5}}.measured());
        QCOMPARE(overhead.kind, RegimeKind::OverheadBound);
        QVERIFY(std::fabs(valueOf(overhead, "overhead") - 0.625) < 1e-12);
    }

    void chunksTooShortToBeTimedAreSaid() {
        const Setup tiny{.serial = 1e-5, .parallel = 1.2e-5, .compute = {1e-6, 1e-6}, .chunks = 64};
        const Regime regime = only(tiny.measured());
        QCOMPARE(regime.kind, RegimeKind::OverheadBound);
        QVERIFY(std::fabs(valueOf(regime, "overhead") - 1 / 2.4) < 1e-12);  // not the 0.083 that the pass saw
        QCOMPARE(
            regime.sentence,
            std::string("Overhead costs 58\u202f% (n too small), if an item takes as long as in serial: the chunks "
                        "are too short to be timed, as far as one profiled pass tells."));
    }

    void whatCostsNearlyAllIsNotAll() {
        SampleResults sample;
        for (const double parallel : {1e-3, 1e-1, 1e1}) {
            const auto size = static_cast<ItemCount>(1e5 * parallel);
            sample.measured("serial", size, std::vector<double>(8, 1e-5));
            const Trial trial = sample.measured("tbb", size, std::vector<double>(8, parallel));
            TrialProfiled pass;
            pass.trial = trial.id;
            pass.wall = Seconds(parallel);
            pass.workers = {{Seconds(5e-6), Seconds(0), Seconds(0), Seconds(5e-6), 64},
                            {Seconds(5e-6), Seconds(0), Seconds(0), Seconds(5e-6), 64}};
            for (int i = 0; i < 3; ++i)
                sample.apply(pass);
        }
        const auto found = regimes(sample.results);
        QCOMPARE(found.size(), std::size_t(3));
        const auto beginsWith = [&](std::size_t at, const char* text) {
            return QString::fromStdString(found[at].sentence).startsWith(QString::fromUtf8(text));
        };
        QVERIFY2(beginsWith(0, "Overhead costs 99.5\u202f% (99.5\u202f%–99.5\u202f%), if"), found[0].sentence.c_str());
        QVERIFY2(beginsWith(1, "Overhead costs >99.9\u202f%, if"), found[1].sentence.c_str());
        QVERIFY2(beginsWith(2, "Overhead costs >99.9\u202f%, if"), found[2].sentence.c_str());
    }

    void fewPassesTellNoMoreThanTheySaw() {
        const Setup setup{.parallel = 0.7, .compute = {0.68, 0.32}};
        SampleResults sample = setup.measured();
        const TrialProfiled pass = sample.results.trials().back().profiles.front();
        const auto pitfall = [&] {
            const auto all = pitfalls(sample.results);
            return std::ranges::find(all, "imbalance", &Pitfall::id)->text;
        };
        const std::string waits = "Some workers wait for the busiest, which costs up to 26\u202f%";
        QCOMPARE(valueOf(only(sample), "passes"), 1.0);
        QCOMPARE(pitfall(), waits + ", as far as one profiled pass tells at 1 of 2 trials.");
        sample.apply(pass);
        QVERIFY2(only(sample).sentence.ends_with("busiest one, as far as 2 profiled passes tell."),
                 only(sample).sentence.c_str());
        QCOMPARE(valueOf(only(sample), "passes"), 2.0);
        QCOMPARE(pitfall(), waits + ", as far as 2 profiled passes tell at 1 of 2 trials.");
        sample.apply(pass);
        QVERIFY2(only(sample).sentence.ends_with("%): workers wait for the busiest one."),
                 only(sample).sentence.c_str());
        QCOMPARE(valueOf(only(sample), "passes"), 3.0);
        QCOMPARE(pitfall(), waits + " at 1 of 2 trials.");
    }

    void slowerWorkBeyondTheCacheIsBandwidthBound() {
        const Regime regime = only(Setup{.parallel = 0.8, .compute = {0.8, 0.8}, .bytes = 64 * Mebibyte}.measured());
        QCOMPARE(regime.kind, RegimeKind::BandwidthBound);
        QVERIFY(std::fabs(valueOf(regime, "list-over-cache") - 2) < 1e-12);
        QVERIFY(std::fabs(valueOf(regime, "work-inflation") - 0.625) < 1e-12);
        QVERIFY2(regime.sentence.starts_with("The workers take 60\u202f% (n too small) more time"),
                 regime.sentence.c_str());
    }

    void theMemoryCeilingIsEvidence() {
        SampleResults sample = Setup{.parallel = 0.8, .compute = {0.8, 0.8}, .bytes = 64 * Mebibyte}.measured();
        sample.apply(LaunchReference{0, 0, 0, {}, {{1, 1e9, Seconds(1)}, {2, 80.0 * Mebibyte, Seconds(1)}}});
        const Regime regime = only(sample);
        QCOMPARE(regime.kind, RegimeKind::BandwidthBound);
        QVERIFY(std::fabs(valueOf(regime, "speedup-over-memory-ceiling") - 1) < 1e-9);  // 1.25 of 80 / 64
        QVERIFY2(regime.sentence.find("more workers cannot help") != std::string::npos, regime.sentence.c_str());
    }

    void slowerWorkWithinTheCacheIsNotResolved() {
        const Regime regime = only(Setup{.parallel = 0.8, .compute = {0.8, 0.8}, .bytes = Mebibyte}.measured());
        QCOMPARE(regime.kind, RegimeKind::NotResolved);
        QVERIFY2(regime.sentence.find("though the list fits") != std::string::npos, regime.sentence.c_str());
    }

    void aFallingClockIsComputeBound() {
        SampleResults sample = Setup{.parallel = 0.8, .compute = {0.8, 0.8}, .bytes = 64 * Mebibyte}.measured();
        sample.apply(LaunchReference{0, 0, 0, {}, {{1, 1e9, Seconds(0.7)}, {2, 1e12, Seconds(1)}}});
        const Regime regime = only(sample);
        QCOMPARE(regime.kind, RegimeKind::ComputeBound);
        QVERIFY(std::fabs(valueOf(regime, "clock") - 0.7) < 1e-12);
    }

    void aCallThatTakesAFifthIsOverhead() {
        SampleResults dear = Setup{}.measured();
        dear.apply(poolOf(10, 0.15));
        QCOMPARE(only(dear).kind, RegimeKind::OverheadBound);
        QVERIFY(std::fabs(valueOf(only(dear), "hot-call-share") - 0.15 / 0.7) < 1e-12);
        SampleResults cheap = Setup{}.measured();
        cheap.apply(poolOf(10, 0.13));
        QCOMPARE(only(cheap).kind, RegimeKind::NotResolved);
        SampleResults cold = Setup{.pool = "cold"}.measured();
        cold.apply(poolOf(0.1, 0.05));
        QCOMPARE(only(cold).kind, RegimeKind::OverheadBound);  // with its start
    }

    void tooLittleWorkIsOverhead() {
        QCOMPARE(only(Setup{.serial = 0.4e-3, .parallel = 0.35e-3}.measured()).kind, RegimeKind::OverheadBound);
        QCOMPARE(only(Setup{.serial = 0.6e-3, .parallel = 0.5e-3}.measured()).kind, RegimeKind::NotResolved);
    }

    void whatIsFasterIsNotSaidNotToPay() {
        const auto said = [](double parallel) {
            return only(Setup{.serial = 0.4e-3, .parallel = parallel}.measured()).sentence;
        };
        QCOMPARE(said(0.35e-3),
                 std::string("Serial takes only 400\u202fµs: beside so little work, handing it over weighs heavily."));
        const std::string doesNotPay = "Serial takes only 400\u202fµs: too little work for handing it over to pay.";
        QCOMPARE(said(0.4e-3), doesNotPay);
        QCOMPARE(said(0.5e-3), doesNotPay);
    }

    void everyRegimeHasEvidence() {
        for (const Setup& each : {Setup{}, Setup{.serialCpu = 0}, Setup{.workers = 3}, Setup{.parallel = 0.5},
                                  Setup{.compute = {0.7, 0.1}}, Setup{.compute = {0.7, 0.7}}}) {
            const Regime regime = only(each.measured());
            QVERIFY(!regime.evidence.empty());
            QVERIFY(regime.sentence.ends_with('.'));
            QCOMPARE(regime.label, std::string("tbb"));
        }
    }

    void findingsTellTheCourse() {
        SampleResults sample;
        for (const auto& [size, serial, parallel] :
             {std::tuple(ItemCount{10}, 1e-6, 5e-6), std::tuple(ItemCount{100}, 1e-5, 2e-5),
              std::tuple(ItemCount{10'000}, 1.0, 0.51)}) {
            sample.measured("serial", size, std::vector<double>(8, serial));
            sample.measured("tbb", size, std::vector<double>(8, parallel));
        }
        const auto found = regimeFindings(sample.results);
        QCOMPARE(found.size(), std::size_t(1));
        QCOMPARE(found[0].id, std::string("regime"));
        QCOMPARE(found[0].text,
                 std::string(
                     "tbb is overhead-bound up to 100 items, then compute-bound. At 10\u202f000 items each "
                     "worker gives 98\u202f% (98\u202f%–98\u202f%) of what it could: the work itself is the limit."));
    }

    void sizesThatAreNotResolvedStayInTheCourse() {
        SampleResults sample;
        for (const auto& [size, serial, parallel] :
             {std::tuple(ItemCount{10}, 1e-6, 5e-6), std::tuple(ItemCount{10'000}, 1.0, 0.78125)}) {
            sample.measured("serial", size, std::vector<double>(8, serial));
            sample.measured("tbb", size, std::vector<double>(8, parallel));
        }
        const auto found = regimeFindings(sample.results);
        QCOMPARE(found.size(), std::size_t(1));
        QCOMPARE(
            found[0].text,
            std::string(
                "tbb is overhead-bound up to 10 items, then not resolved. At 10\u202f000 items each worker "
                "gives 64\u202f% (64\u202f%–64\u202f%) of what it could; where the rest goes cannot be told without a "
                "profiled pass."));
    }

    void fewSamplesTellNothing() {
        for (const std::size_t rounds : {std::size_t(1), std::size_t(5), std::size_t(6)}) {
            SampleResults sample;
            for (const auto& [size, serial, parallel] :
                 {std::tuple(ItemCount{10}, 1e-6, 5e-6), std::tuple(ItemCount{10'000}, 1.0, 0.51)}) {
                sample.measured("serial", size, std::vector<double>(rounds, serial));
                sample.measured("tbb", size, std::vector<double>(rounds, parallel));
            }
            QCOMPARE(regimeFindings(sample.results).size(), std::size_t(rounds < 6 ? 0 : 1));
            for (const Regime& regime : regimes(sample.results))
                QCOMPARE(regime.kind == RegimeKind::NotResolved, rounds < 6);
        }
    }

    void anIntervalBelowFourFifthsIsNotComputeBound() {
        SampleResults sample;
        sample.measured("serial", 1000, {1, 1, 1, 1, 1, 1, 1, 1});
        sample.measured("tbb", 1000, {0.5, 0.55, 0.59, 0.6, 0.6, 0.65, 0.7, 0.75});
        const Regime regime = only(sample);
        QCOMPARE(regime.kind, RegimeKind::NotResolved);
        QVERIFY2(regime.sentence.ends_with("too wide an interval to call the work itself the limit."),
                 regime.sentence.c_str());
    }

    void aLossThatMayBeNoneDecidesNothing() {
        SampleResults sample = Setup{.parallel = 0.8, .compute = {0.3, 0.78}}.measured();
        QCOMPARE(only(sample).kind, RegimeKind::ImbalanceBound);
        TrialProfiled other = sample.results.trials().back().profiles.front();
        other.workers[0].compute = Seconds(0.56);
        other.workers[1].compute = Seconds(0.52);
        sample.apply(other);
        other.workers[0].compute = Seconds(0.58);
        other.workers[1].compute = Seconds(0.5);
        sample.apply(other);
        // 0.69, 0.96 and 0.93: the least mean of all factors, but it may be 1.
        QCOMPARE(only(sample).kind, RegimeKind::NotResolved);
    }

    void tinyListsThatLookSlowerHaveTooLittleWork() {
        const Setup tiny{.serial = 1e-6, .parallel = 3e-5, .compute = {5e-6, 5e-6}, .bytes = 1000};
        const Regime regime = only(tiny.measured());
        QCOMPARE(regime.kind, RegimeKind::OverheadBound);
        const Setup short_{.serial = 1e-6, .parallel = 8e-6, .compute = {7e-6, 7e-6}, .bytes = 1000};
        QVERIFY2(only(short_.measured()).sentence.starts_with("Serial takes only "), "inflation is the largest loss");
        QCOMPARE(only(short_.measured()).kind, RegimeKind::OverheadBound);
    }
};

QTEST_GUILESS_MAIN(TestRegimes)
#include "tst_regimes.moc"
