#include "core/run/trial_run.h"

#include "core/base/numbers.h"
#include "core/base/random.h"
#include "core/os/clock.h"
#include "core/os/memory.h"
#include "core/os/memory_nodes.h"
#include "core/peers/peers.h"
#include "core/run/process_usage.h"

#include <algorithm>
#include <string>
#include <thread>
#include <utility>

namespace breakeven {

namespace {

/// A sample this long heats itself: what is cold when it begins is hot after a hundredth of it.
constexpr Seconds SelfHeating{0.05};
/// An output is checked again when that is short or no more than this part of what was measured since the last time.
constexpr Seconds ShortCheck{0.01};
constexpr double CheckShare = 0.1;
/// A first call this long is too dear to be thrown away.
constexpr Seconds WorthKeeping{0.1};
constexpr Seconds IdleTime{0.05};
/// A sample lasts longer than the heating before it, by so many calls where one call heats.
constexpr Seconds HeatedSample{0.01};
constexpr double CallsPerHeating = 10;
/// Samples of runtimes that take turns last longer, so that what one leaves behind for the other fades out.
constexpr Seconds AlternatingSample{0.02};
/// Fewer iterations cannot be varied by a fifth.
constexpr std::uint64_t FewestToVary = 5;

Error refused(const std::string& field, const std::string& value, const std::string& allowed) {
    return {ErrorCode::Refused, field + ": '" + value + "' cannot be measured by this version (" + allowed + ")"};
}

Result<void> checkFields(const Trial& trial, const ListRecipe& list) {
    if (trial.workload != list.workload || trial.params != list.params || trial.size != list.size)
        return Error{ErrorCode::Refused, "block: trial " + std::to_string(trial.id) +
                                             " has another list than the block's first trial (one list per block)"};
    if (trial.workers < 1) return refused("workers", std::to_string(trial.workers), "1 or more");
    if (!trial.cache.empty() && trial.call == ReduceCall)
        return refused("cache", trial.cache, "none with the call reduce, which leaves no results of items");
    constexpr std::string_view Pools[] = {"", "cold", "warm", "after-idle"};
    if (std::ranges::find(Pools, trial.pool) == std::end(Pools))
        return refused("pool", trial.pool, "cold, warm, after-idle");
    return {};
}

/// A backend that shares no memory fills a list of the same size in every worker, and sends what is in between.
Result<void> checkCopiesFit(const Trial& trial, const ListRecipe& recipe, const BackendInfo& backend) {
    if (!backend.copiesItems) return {};
    BREAKEVEN_TRY(const ByteCount list, listBytes(recipe));
    const auto needed = checkedProduct(list, static_cast<ByteCount>(trial.workers));
    const AvailableMemory available = availableMemory();
    if (needed && *needed <= available.bytes / 2) return {};
    const auto text = [](ByteCount bytes) { return formatBytes(static_cast<double>(bytes)); };
    return Error{ErrorCode::Refused, backend.id + ": size " + std::to_string(trial.size) + " needs a copy of " +
                                         text(list) + " in each of " + std::to_string(trial.workers) +
                                         " workers (allowed together is half of the " + text(available.bytes) +
                                         " that " + available.reason + " leaves)"};
}

/// "tbb, 4 workers: …" as chose-tbb: a word that is the same in all samples that went the same way.
std::string decisionFlag(const std::string& decision) {
    return std::string(ChoiceFlagPrefix) + decision.substr(0, decision.find_first_of(",: "));
}

}  // namespace

Result<TrialRun> TrialRun::create(const Trial& trial, const ListRecipe& list, const BackendLookup& findBackend) {
    BREAKEVEN_CHECK(checkFields(trial, list));
    TrialRun run;
    run.m_trial = trial;
    run.m_backend = findBackend(carrierOf(trial));
    if (run.m_backend == nullptr)
        return Error{ErrorCode::Refused, "backend: '" + trial.backend + "' is not known to this version"};
    const auto& onlyFamily = findWorkload(trial.workload)->info.family;
    if (!onlyFamily.empty() && run.m_backend->info.family != onlyFamily)
        return refused("backend", trial.backend,
                       "the workload " + trial.workload + " runs on " + onlyFamily + " backends only");
    BREAKEVEN_CHECK(run.bindCall());
    return run;
}

Result<void> TrialRun::bindCall() {
    m_options.workers = m_trial.workers;
    if (!m_trial.call.empty()) {
        BREAKEVEN_TRY(m_options.call, parseCall(m_trial.call));
    }
    if (!m_trial.inFlight.empty()) {
        BREAKEVEN_TRY(m_options.inFlight, parseInFlight(m_trial.inFlight, m_trial.workers));
    }
    if (!m_trial.chunk.empty()) {
        BREAKEVEN_TRY(m_chunk, parseChunk(m_trial.chunk));
    }
    // The base is one loop, also when it is a fold.
    if (isReference(m_trial)) m_chunk = {.kind = ChunkPolicy::Kind::Count, .count = m_trial.size};
    return {};
}

Result<Sample> TrialRun::measure(BlockShared& shared, std::uint64_t random, bool isLast) {
    makeRoom(shared);
    auto sample = sampleOf(shared, random, isLast);
    if (!sample) forgetPool(shared, sample.error());
    return sample;
}

Result<void> TrialRun::callFirst(BlockShared& shared) {
    makeRoom(shared);
    const Result<void> called = firstCall(shared);
    if (!called) forgetPool(shared, called.error());
    return called;
}

void TrialRun::makeRoom(BlockShared& shared) const {
    giveBackFreedMemory();  // else it would count as memory of this trial
    // Another pool of the same runtime would keep its threads alive, and the start would not be cold.
    if (isCold()) shared.pools.dropRuntime(m_backend->info.family);
}

/// A pool that lost a worker is over; other trials that share it get a new one.
void TrialRun::forgetPool(BlockShared& shared, const Error& error) const {
    if (error.code != ErrorCode::WorkFailed && !isCold()) shared.pools.drop(*m_backend, poolOptions());
}

Result<Sample> TrialRun::sampleOf(BlockShared& shared, std::uint64_t random, bool isLast) {
    const bool isFirst = !m_called;
    if (isFirst) {
        BREAKEVEN_CHECK(firstCall(shared));
    }
    if (m_kept) return toSample(shared, *std::exchange(m_kept, std::nullopt), 1);
    return nextSample(shared, random, isLast, isFirst && m_once >= HeatingTime.high);
}

bool TrialRun::canBeProfiled() const {
    const auto isSame = [this](const Backend& peer) { return peer.info.id == m_backend->info.id; };
    return !isLoop(m_trial) && m_trial.cache.empty() && std::ranges::none_of(peers(), isSame);
}

Result<std::vector<ProfiledPass>> TrialRun::profile(BlockShared& shared, int passes, bool keepsSpans) {
    // Beside the copies that the samples' own pool has.
    BREAKEVEN_CHECK(checkCopiesFit(m_trial, shared.list.recipe(), m_backend->info));
    if (isCold()) shared.pools.dropRuntime(m_backend->info.family);
    shared.quiesced += quiesce();
    return profileList(shared.list, {.backend = *m_backend,
                                     .pool = poolOptions(),
                                     .call = callOf(shared),
                                     .isCold = isCold(),
                                     .heats = !isCold() && m_once < SelfHeating,
                                     .rest = restsFirst() ? IdleTime : Seconds(0),
                                     .passes = passes,
                                     .keepsSpans = keepsSpans});
}

std::vector<std::uint64_t> TrialRun::nodePages(const BlockShared& shared) const {
    static const bool hasSeveral = memoryNodes().value_or(1) > 1;
    if (!hasSeveral || m_backend->info.copiesItems) return {};
    return pagesByNode(shared.list.memory().data());
}

Result<void> TrialRun::firstCall(BlockShared& shared) {
    m_called = true;
    BREAKEVEN_CHECK(checkCopiesFit(m_trial, shared.list.recipe(), m_backend->info));
    if (!m_trial.cache.empty()) {
        BREAKEVEN_TRY(m_cached, CachedList::open(shared.list, m_trial.cache));
    }
    shared.quiesced += quiesce();
    const auto begin = Clock::now();
    BREAKEVEN_TRY(Execution first, checkedCall(shared));
    remember(first, 1);
    const Seconds taken = Clock::now() - begin;
    const bool isKept = !restsFirst() && (first.timing.wall >= WorthKeeping || first.stored);
    // A program may claim more than there was.
    shared.setup += isKept ? std::max(Seconds(0), taken - first.timing.wall) : taken;
    if (isKept) m_kept = std::move(first);
    return {};
}

Result<Sample> TrialRun::nextSample(BlockShared& shared, std::uint64_t random, bool isLast, bool isHot) {
    const bool checks = isLast && m_checking <= std::max(ShortCheck, CheckShare * (m_unchecked + m_once));
    // Clearing the output leaves it in this CPU's caches, which only heating or a long call makes up for.
    const bool checksItself = checks && (!isCold() || m_once >= WorthKeeping);
    if (checksItself) shared.list.workload().clearOutput();
    shared.quiesced += quiesce();
    if (!isCold()) {
        BREAKEVEN_TRY(WorkerPool* const pool, shared.pools.get(*m_backend, poolOptions()));
        if ((!isHot && needsHeating()) || restsFirst()) {
            BREAKEVEN_TRY(m_once, heat(*pool, callOf(shared)));
        }
        if (restsFirst()) std::this_thread::sleep_for(IdleTime);
    }
    const std::uint64_t iterations = iterationsOf(shared.runtimesAlternate, random);
    BREAKEVEN_TRY(const Execution execution, execute(shared, iterations));
    remember(execution, iterations);
    m_unchecked += execution.timing.wall;
    if (checks) {
        const auto begin = Clock::now();
        if (!checksItself) {
            BREAKEVEN_CHECK(checkedCall(shared));
        } else {
            BREAKEVEN_CHECK(checkOutput(shared));
        }
        shared.setup += Clock::now() - begin;
    }
    return toSample(shared, execution, iterations);
}

void TrialRun::remember(const Execution& execution, std::uint64_t iterations) {
    m_once = execution.stored ? Seconds(0) : execution.timing.wall / static_cast<double>(iterations);
}

Result<Execution> TrialRun::execute(BlockShared& shared, std::uint64_t iterations) {
    if (!m_cached) return executePool(shared, iterations);
    m_cached->kernel->takeComputed();
    BREAKEVEN_TRY(auto execution, executePool(shared, iterations));
    execution.stored = m_cached->kernel->takeComputed() > 0;
    return execution;
}

Result<Execution> TrialRun::executePool(BlockShared& shared, std::uint64_t iterations) {
    if (isCold()) return executeCold(*m_backend, poolOptions(), callOf(shared));
    BREAKEVEN_TRY(WorkerPool* const pool, shared.pools.get(*m_backend, poolOptions()));
    return executeWarm(*pool, callOf(shared), iterations);
}

Result<Execution> TrialRun::checkedCall(BlockShared& shared) {
    const auto begin = Clock::now();
    shared.list.workload().clearOutput();
    const Seconds clearing = Clock::now() - begin;
    BREAKEVEN_TRY(Execution execution, execute(shared, 1));
    BREAKEVEN_CHECK(checkOutput(shared));
    m_checking += clearing;
    return execution;
}

Result<void> TrialRun::checkOutput(BlockShared& shared) {
    const auto begin = Clock::now();
    if (isReference(m_trial) && !shared.list.hasExpected()) {
        shared.list.expect(shared.list.workload().digest());
        if (shared.list.workload().isCompared()) m_verified = true;
    } else {
        m_verified = shared.list.outputIsRight();
    }
    m_checking = Clock::now() - begin;
    m_unchecked = Seconds(0);
    if (m_verified != false) return {};
    m_outputWasWrong = true;
    return Error{ErrorCode::WorkFailed,
                 m_trial.backend + ": the output differs from " + std::string(baseBackendOf(m_trial)) + "'s (size " +
                     std::to_string(m_trial.size) + ", workers " + std::to_string(m_trial.workers) + ")"};
}

Sample TrialRun::toSample(BlockShared& shared, const Execution& execution, std::uint64_t iterations) {
    shared.measured += execution.timing.wall;
    const auto count = static_cast<double>(iterations);
    Sample sample;
    sample.trial = m_trial.id;
    sample.iterations = iterations;
    sample.seconds = execution.timing.wall / count;
    sample.startup = execution.startup;
    if (execution.firstResult) sample.firstResult = *execution.firstResult / count;
    if (execution.timing.delayed) sample.delayed = *execution.timing.delayed / count;
    sample.cpu = (execution.timing.cpu + execution.workerCpu) / count;
    if (execution.waits) sample.waits = static_cast<double>(*execution.waits) / count;
    sample.peakRss = execution.peakMemory;
    sample.verified = std::exchange(m_verified, std::nullopt);
    sample.flags = execution.timing.flags;
    if (execution.stored) sample.flags.emplace_back(CacheStoresFlag);
    if (!execution.decision.empty()) sample.flags.push_back(decisionFlag(execution.decision));
    m_decision = execution.decision;
    return sample;
}

/// Of a backend that does not repeat, a sample is one call.
bool TrialRun::needsHeating() const {
    return m_once < (m_backend->repeats ? HeatingTime.high : SelfHeating);
}

std::uint64_t TrialRun::iterationsOf(bool runtimesAlternate, std::uint64_t random) const {
    if (isCold() || restsFirst() || !m_backend->repeats || m_once >= SelfHeating) return 1;
    const Seconds wanted = std::max({shortestSample(), runtimesAlternate ? AlternatingSample : HeatedSample,
                                     std::min(SelfHeating, CallsPerHeating * m_once)});
    const std::uint64_t enough = iterationsFor(m_once, wanted);
    if (enough <= FewestToVary) return enough;
    // A fifth less or more than 5/4 of what is enough: in [enough, 3/2 enough].
    return enough + randomBelow(random, 0, enough / 2 + 1);
}

ListCall TrialRun::callOf(const BlockShared& shared) const {
    Kernel& plain = shared.list.workload();
    CallOptions options = m_options;
    options.backend = m_trial.backend;
    return {.job = {.kernel = m_cached ? *m_cached->kernel : plain,
                    .size = m_trial.size,
                    .chunk = m_chunk,
                    .shared = m_cached ? &m_cached->shared : &shared.list.shared()},
            .options = options};
}

PoolOptions TrialRun::poolOptions() const {
    PoolOptions options{.workers = m_trial.workers};
    if (!m_trial.start.empty()) options.start = m_trial.start;
    return options;
}

}  // namespace breakeven
