// How one trial is called, checked and measured, as its block sees it.
#include "core/run/block_run.h"
#include "tests/support/events_of.h"

#include <QtTest>

#include <cstdint>
#include <optional>
#include <utility>
#include <vector>

using namespace breakeven;

namespace {

class TiringPool final : public WorkerPool {
public:
    /// Works at the first call only.
    Result<void> map(const ListJob& job) override {
        if (!std::exchange(m_isTired, true)) job.kernel.run(0, job.size);
        return {};
    }

private:
    bool m_isTired = false;
};

class CountingPool final : public WorkerPool {
public:
    static inline std::uint64_t calls = 0;
    Result<void> map(const ListJob& job) override {
        ++calls;
        job.kernel.run(0, job.size);
        return {};
    }
};

template <class Pool>
Backend backendOf(const std::string& id) {
    Backend backend{.info = {}, .start = [](const PoolOptions&) -> Result<std::unique_ptr<WorkerPool>> {
                        return std::unique_ptr<WorkerPool>(std::make_unique<Pool>());
                    }};
    backend.info.id = id;
    backend.info.family = id;
    return backend;
}

const Backend* findTestBackend(std::string_view id) {
    static const Backend tiring = backendOf<TiringPool>("tiring");
    static const Backend counting = backendOf<CountingPool>("counting");
    for (const Backend* backend : {&tiring, &counting})
        if (backend->info.id == id) return backend;
    return findBackend(id);
}

Trial trialOf(int id, const std::string& backend, ItemCount size, const std::string& pool = "warm") {
    Trial trial;
    trial.id = id;
    trial.workload = "square";
    trial.backend = backend;
    trial.size = size;
    if (backend != "serial") trial.pool = pool;
    return trial;
}

/// One item that sleeps.
Trial sleeper(int id, const std::string& backend, double seconds) {
    Trial trial = trialOf(id, backend, 1);
    trial.workload = "sleep-square";
    trial.params = {{"seconds", seconds}};
    return trial;
}

BlockRequest requestOf(const std::vector<Trial>& trials) {
    BlockRequest request;
    request.trials = trials;
    return request;
}

}  // namespace

class TestTrialRun : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void checksAgainInTheLastRound_data() {
        QTest::addColumn<double>("seconds");
        QTest::newRow("short calls") << 0.0;
        QTest::newRow("calls too long to be doubled") << 0.1;
    }
    void checksAgainInTheLastRound() {
        QFETCH(double, seconds);
        const std::vector trials = {sleeper(0, "serial", seconds), sleeper(1, "tiring", seconds),
                                    sleeper(2, "threads", seconds)};
        BlockRun block(requestOf(trials), findTestBackend);
        QCOMPARE(only<Sample>(block.runRound(trials, 0, false)).size(), std::size_t{3});
        const auto last = block.runRound(trials, 1, true);
        const auto failed = only<TrialFailed>(last);
        QCOMPARE(failed.size(), std::size_t{1});
        QCOMPARE(failed[0].trial, 1);
        QCOMPARE(failed[0].status, TrialStatus::WrongResult);
        const auto samples = only<Sample>(last);
        QCOMPARE(samples.size(), std::size_t{2});
        for (const auto& sample : samples)
            QCOMPARE(sample.verified, std::optional(true));
    }

    /// Clearing, reading and comparing a list that is squared takes about as long as to square it.
    void anOutputThatIsDearToCheckIsCheckedOnceAtFirst() {
        const std::vector trials = {trialOf(0, "serial", 20'000'000), trialOf(1, "threads", 20'000'000, "cold")};
        BlockRun block(requestOf(trials), findTestBackend);
        for (const auto& sample : only<Sample>(block.runRound(trials, 0, true)))
            QCOMPARE(sample.verified, std::optional(true));
        const auto samples = only<Sample>(block.runRound(trials, 1, true));
        QCOMPARE(samples.size(), std::size_t{2});
        for (const auto& sample : samples)
            QVERIFY(!sample.verified);
    }

    /// In a sample of several, what is cold in the first one is little.
    void callsOfSomeMillisecondsAreNotHeated() {
        const std::vector trials = {sleeper(0, "serial", 0.006), sleeper(1, "counting", 0.006)};
        CountingPool::calls = 0;
        BlockRun block(requestOf(trials), findTestBackend);
        std::uint64_t sampled = 0;
        for (int round = 0; round < 3; ++round)
            for (const auto& sample : only<Sample>(block.runRound(trials, round, false)))
                if (sample.trial == 1) sampled += sample.iterations;
        QCOMPARE(CountingPool::calls, 1 + sampled);  // the first one is for the check
    }
};

QTEST_GUILESS_MAIN(TestTrialRun)
#include "tst_trial_run.moc"
