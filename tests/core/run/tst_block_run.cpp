// What a block does with backends that misbehave.
#include "core/base/calls.h"
#include "core/base/numbers.h"
#include "core/run/block_run.h"
#include "tests/support/events_of.h"

#include <QtTest>

#include <algorithm>
#include <cstddef>
#include <optional>
#include <utility>

using namespace breakeven;

namespace {

int startedPools = 0;

class ForgetfulPool final : public WorkerPool {
public:
    /// Leaves out the last item of the list.
    Result<void> map(const ListJob& job) override {
        job.kernel.run(0, job.size - 1);
        return {};
    }
};

class FragilePool final : public WorkerPool {
public:
    /// Loses a worker at the third call.
    Result<void> map(const ListJob& job) override {
        if (++m_calls == 3) return Error{ErrorCode::ChildCrashed, "fragile: worker 1 was killed"};
        job.kernel.run(0, job.size);
        return {};
    }

private:
    int m_calls = 0;
};

class ThrowingPool final : public WorkerPool {
public:
    Result<void> map(const ListJob&) override { return Error{ErrorCode::WorkFailed, "item 3 is odd"}; }
};

class DecidingPool final : public WorkerPool {
public:
    Result<void> map(const ListJob& job) override {
        job.run({0, job.size});
        return {};
    }
    std::string decision() const override { return "tbb, chunk 512"; }
};

/// Like one whose workers get their items serialised: takes all it needs from the recipe.
class CopyingPool final : public WorkerPool {
public:
    Result<void> map(const ListJob& job) override {
        if (job.shared == nullptr || job.shared->memoryFd != -1)
            return Error{ErrorCode::Internal, "copying: the list is not as it should be"};
        std::vector<std::byte> memory(4096);
        BREAKEVEN_TRY(const auto away, kernelFromRecipe(job.shared->recipe, memory));
        std::string bytes;
        job.kernel.pack(Side::Input, 0, job.size, bytes);
        away->unpack(Side::Input, 0, job.size, bytes);
        away->run(0, job.size);
        bytes.clear();
        away->pack(Side::Output, 0, job.size, bytes);
        job.kernel.unpack(Side::Output, 0, job.size, bytes);
        return {};
    }
};

template <class Pool>
Result<std::unique_ptr<WorkerPool>> startPool(const PoolOptions&) {
    ++startedPools;
    return std::unique_ptr<WorkerPool>(std::make_unique<Pool>());
}

/// As one whose kernel throws all it was given.
class WordyPool final : public WorkerPool {
public:
    Result<void> map(const ListJob&) override {
        return Error{ErrorCode::WorkFailed, std::string(4095, 'a') + "\u20ac and more"};
    }
};

Result<std::unique_ptr<WorkerPool>> startNothing(const PoolOptions&) {
    return Error{ErrorCode::Internal, "absent: no workers could be had"};
}

Backend backendOf(const std::string& id, decltype(Backend::start) start) {
    Backend backend{.info = {}, .start = start};
    backend.info.id = id;
    backend.info.family = id;
    return backend;
}

const Backend* findTestBackend(std::string_view id) {
    static const std::vector<Backend> table = {backendOf("forgetful", startPool<ForgetfulPool>),
                                               backendOf("fragile", startPool<FragilePool>),
                                               backendOf("throwing", startPool<ThrowingPool>),
                                               backendOf("deciding", startPool<DecidingPool>),
                                               backendOf("copying", startPool<CopyingPool>),
                                               backendOf("wordy", startPool<WordyPool>),
                                               backendOf("absent", startNothing)};
    for (const auto& backend : table)
        if (backend.info.id == id) return &backend;
    static const Backend copier = [] {
        Backend backend = backendOf("copier", startPool<CopyingPool>);
        backend.info.copiesItems = true;
        return backend;
    }();
    return id == copier.info.id ? &copier : findBackend(id);
}

Trial trialOf(int id, const std::string& backend, const std::string& pool = "warm") {
    Trial trial;
    trial.id = id;
    trial.workload = "square";
    trial.backend = backend;
    trial.size = 100;
    if (backend != "serial") trial.pool = pool;
    return trial;
}

BlockRequest requestOf(std::vector<Trial> trials) {
    BlockRequest request;
    request.launch = 2;
    request.trials = std::move(trials);
    return request;
}

}  // namespace

class TestBlockRun : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void failsATrialOnceAndGoesOn_data() {
        QTest::addColumn<QString>("backend");
        QTest::addColumn<QString>("pool");
        QTest::addColumn<int>("status");
        QTest::addColumn<QString>("detail");
        for (const char* pool : {"warm", "cold", "after-idle"}) {
            const auto row = [&](const char* backend, TrialStatus status, const char* detail) {
                QTest::addRow("%s %s", backend, pool) << backend << pool << static_cast<int>(status) << detail;
            };
            row("forgetful", TrialStatus::WrongResult,
                "forgetful: the output differs from serial's (size 100, workers 1)");
            row("throwing", TrialStatus::Failed, "item 3 is odd");
            row("absent", TrialStatus::Failed, "absent: no workers could be had");
        }
    }
    void failsATrialOnceAndGoesOn() {
        QFETCH(QString, backend);
        QFETCH(QString, pool);
        QFETCH(int, status);
        QFETCH(QString, detail);
        const auto request = requestOf(
            {trialOf(0, "serial"), trialOf(1, backend.toStdString(), pool.toStdString()), trialOf(2, "threads")});
        BlockRun block(request, findTestBackend);
        const auto first = block.runRound(request.trials, 0, false);
        const auto failed = only<TrialFailed>(first);
        QCOMPARE(failed.size(), std::size_t{1});
        QCOMPARE(failed[0].trial, 1);
        QCOMPARE(failed[0].launch, 2);
        QCOMPARE(static_cast<int>(failed[0].status), status);
        QCOMPARE(QString::fromStdString(failed[0].detail), detail);
        QCOMPARE(only<Sample>(first).size(), std::size_t{2});

        const auto second = block.runRound(request.trials, 1, false);
        QCOMPARE(only<TrialFailed>(second).size(), std::size_t{0});
        QCOMPARE(only<Sample>(second).size(), std::size_t{2});
    }

    void keepsReasonsReadable() {
        const auto request = requestOf({trialOf(0, "serial"), trialOf(1, "wordy")});
        const auto failed = only<TrialFailed>(BlockRun(request, findTestBackend).runRound(request.trials, 0, false));
        QCOMPARE(failed.size(), std::size_t{1});
        QCOMPARE(failed[0].detail, std::string(4095, 'a') + "\u2026 (12 more bytes)");
    }

    void aSmallBlockDoesNotReportTheMemoryOfABigOne() {
        constexpr ByteCount BigList = 16 * 4'000'000;
        const auto peakAt = [](ItemCount size) {
            Trial trial = trialOf(0, "serial");
            trial.size = size;
            BlockRun block(requestOf({trial}), findTestBackend);
            return only<Sample>(block.runRound({trial}, 0, true)).at(0).peakRss.value_or(0);
        };
        const ByteCount big = peakAt(4'000'000);
        const ByteCount small = peakAt(10);
        QVERIFY2(small > 0 && big > small + BigList * 3 / 4, qPrintable(QString("%1 %2").arg(big).arg(small)));
    }

    /// Each of its workers would have a list as long as the block's. Nothing is started then.
    void refusesMoreCopiesThanFitTheMemory() {
        startedPools = 0;
        auto trials = std::vector{trialOf(0, "serial"), trialOf(1, "copier"), trialOf(2, "copier")};
        trials[1].workers = 2;
        trials[2].workers = 2'000'000'000;
        BlockRun block(requestOf(trials), findTestBackend);
        const auto events = block.runRound(trials, 0, true);
        QCOMPARE(only<Sample>(events).size(), std::size_t{2});
        QCOMPARE(startedPools, 1);
        const auto failed = only<TrialFailed>(events);
        QVERIFY(failed.size() == 1 && failed[0].trial == 2 && failed[0].status == TrialStatus::Refused);
        const auto detail = QString::fromStdString(failed[0].detail);
        QVERIFY2(detail.startsWith("copier: size 100 needs a copy of " + QString::fromStdString(formatBytes(1664)) +
                                   " in each of 2000000000 workers (allowed together is half of the "),
                 qPrintable(detail));
    }

    /// The trial that saw the crash is over; another one that shares the pool gets a new pool.
    void replacesACrashedPool() {
        startedPools = 0;
        const auto request = requestOf({trialOf(0, "serial"), trialOf(1, "fragile"), trialOf(2, "fragile")});
        BlockRun block(request, findTestBackend);
        const auto failed = only<TrialFailed>(block.runRound(request.trials, 0, false));
        QCOMPARE(failed.size(), std::size_t{2});
        for (const auto& event : failed)
            QCOMPARE(event.status, TrialStatus::Crashed);
        QCOMPARE(startedPools, 2);
    }

    void sharesAWarmPool() {
        startedPools = 0;
        const auto request = requestOf({trialOf(0, "serial"), trialOf(1, "throwing"), trialOf(2, "throwing")});
        BlockRun block(request, findTestBackend);
        block.runRound(request.trials, 0, false);
        QCOMPARE(startedPools, 1);  // work that fails leaves the pool alone
    }

    void saysWhatThePoolDecided() {
        const auto request = requestOf({trialOf(0, "serial"), trialOf(1, "deciding"), trialOf(2, "deciding", "cold")});
        BlockRun block(request, findTestBackend);
        const auto samples = only<Sample>(block.runRound(request.trials, 0, false));
        QCOMPARE(samples.size(), std::size_t{3});
        for (const auto& sample : samples)
            QCOMPARE(std::ranges::count(sample.flags, "chose-tbb"), sample.trial == 0 ? 0 : 1);
    }

    /// In full, once.
    void notesWhatThePoolDecided() {
        auto request = requestOf({trialOf(0, "serial"), trialOf(1, "deciding")});
        request.launch = 0;
        request.trials[1].call = "map";
        BlockRun block(request, findTestBackend);
        const auto notes = only<Note>(block.runRound(request.trials, 0, false));
        QCOMPARE(notes.size(), std::size_t{1});
        QCOMPARE(notes[0].text, std::string("square, size 100, deciding ×1 map chose tbb, chunk 512"));
        QVERIFY(only<Note>(block.runRound(request.trials, 1, false)).empty());
    }

    void saysWhatThePoolDecidedAboutSubmittedChunks() {
        auto request = requestOf({trialOf(0, "serial"), trialOf(1, "deciding"), trialOf(2, "deciding", "cold")});
        for (auto& trial : request.trials)
            if (trial.backend == "deciding") trial.call = "map-async";
        BlockRun block(request, findTestBackend);
        const auto samples = only<Sample>(block.runRound(request.trials, 0, false));
        QCOMPARE(samples.size(), std::size_t{3});
        for (const auto& sample : samples)
            QCOMPARE(std::ranges::count(sample.flags, "chose-tbb"), sample.trial == 0 ? 0 : 1);
    }

    void serialisesAPrivateList() {
        const auto request = requestOf({trialOf(0, "serial"), trialOf(1, "copying")});
        BlockRun block(request, findTestBackend);
        const auto events = block.runRound(request.trials, 0, true);
        QCOMPARE(only<Sample>(events).size(), std::size_t{2});
    }

    void callsAsTheTrialSays() {
        std::vector<Trial> trials = {trialOf(0, "serial")};
        for (const auto& entry : calls()) {
            if (entry.info.id == ReduceCall) continue;
            trials.push_back(trialOf(static_cast<int>(trials.size()), "threads"));
            trials.back().call = entry.info.id;
            trials.back().workers = 2;
            trials.back().inFlight = "2*n_jobs";
        }
        BlockRun block(requestOf(trials), findTestBackend);
        const auto samples = only<Sample>(block.runRound(trials, 0, true));
        QCOMPARE(samples.size(), trials.size());
        for (const auto& sample : samples) {
            QCOMPARE(sample.verified, std::optional(true));
            const bool streams = trials[static_cast<std::size_t>(sample.trial)].call.starts_with("imap");
            QCOMPARE(sample.firstResult.has_value(), streams);
            if (streams) QVERIFY(*sample.firstResult <= sample.seconds);
        }
    }

    void foldsWhenTheBaseDoes() {
        std::vector<Trial> trials = {trialOf(0, "serial"), trialOf(1, "threads")};
        for (Trial& trial : trials) {
            trial.workload = "primes";
            trial.params = {{"start", 1.0}};
            trial.call = "reduce";
        }
        BlockRun block(requestOf(trials), findTestBackend);
        QCOMPARE(only<Sample>(block.runRound(trials, 0, true)).size(), std::size_t{2});
        // The base is a list of results now, which a reduction does not leave behind.
        trials[0].call.clear();
        BlockRun mixed(requestOf(trials), findTestBackend);
        const auto failed = only<TrialFailed>(mixed.runRound(trials, 0, true));
        QCOMPARE(failed.size(), std::size_t{1});
        QCOMPARE(failed[0].status, TrialStatus::WrongResult);
    }

    void refusesWhatItCannotCall_data() {
        QTest::addColumn<QString>("call");
        QTest::addColumn<QString>("inFlight");
        QTest::addColumn<QString>("detail");
        QTest::newRow("call") << "mapp"
                              << ""
                              << "call: 'mapp' is not known (";
        QTest::newRow("limit") << "imap"
                               << "0"
                               << "in_flight: '0' is not allowed (";
    }
    void refusesWhatItCannotCall() {
        QFETCH(QString, call);
        QFETCH(QString, inFlight);
        QFETCH(QString, detail);
        std::vector<Trial> trials = {trialOf(0, "serial"), trialOf(1, "threads")};
        trials[1].call = call.toStdString();
        trials[1].inFlight = inFlight.toStdString();
        BlockRun block(requestOf(trials), findTestBackend);
        const auto failed = only<TrialFailed>(block.runRound(trials, 0, false));
        QCOMPARE(failed.size(), std::size_t{1});
        QCOMPARE(failed[0].status, TrialStatus::Refused);
        QVERIFY2(QString::fromStdString(failed[0].detail).startsWith(detail), failed[0].detail.c_str());
    }

    void holdsOneBlockOfOneLaunch() {
        auto request = requestOf({trialOf(0, "serial")});
        const BlockRun block(request, findTestBackend);
        QVERIFY(block.holds(request));
        request.launch = 3;
        QVERIFY(!block.holds(request));
        request.launch = 2;
        request.block = 1;
        QVERIFY(!block.holds(request));
    }

    void wantsOneListPerBlock() {
        Trial other = trialOf(1, "threads");
        other.size = 101;
        const auto request = requestOf({trialOf(0, "serial"), other});
        BlockRun block(request, findTestBackend);
        const auto failed = only<TrialFailed>(block.runRound(request.trials, 0, false));
        QCOMPARE(failed.size(), std::size_t{1});
        QCOMPARE(failed[0].status, TrialStatus::Refused);
    }
};

QTEST_GUILESS_MAIN(TestBlockRun)
#include "tst_block_run.moc"
