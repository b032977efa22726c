#include "app/experiment_run.h"

#include "core/analysis/next_block.h"
#include "core/analysis/refinement.h"
#include "core/base/numbers.h"
#include "core/base/version.h"
#include "core/experiment/codec.h"
#include "core/measure/launch_layout.h"
#include "core/workloads/workload.h"

#include <algorithm>
#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <random>
#include <utility>

#include <unistd.h>

namespace breakeven {
namespace {

std::string newRunId() {
    constexpr char Digits[] = "0123456789abcdef";
    std::random_device random;
    std::string id;
    for (const char c : utcNow()) {
        if (c != '-' && c != ':') id += c;
    }
    id += '-';
    for (int i = 0; i < 8; ++i)
        id += Digits[random() % 16];
    return id;
}

std::string describe(ExitStatus death) {
    if (death.signal == 0) return "the runner ended with status " + std::to_string(death.code);
    return "the runner ended by signal " + std::to_string(death.signal) + " (" + ::strsignal(death.signal) + ')';
}

/// How many threads a launch's references are taken with; 0: none, they would use up too much of the time. Where the
/// later launches are short, those of the first one stand for all.
WorkerCount referenceThreads(const Plan& plan, int launch, WorkerCount usableCpus) {
    constexpr Seconds ShortestRun{3};
    constexpr Seconds ShortestLaunch{1};
    constexpr Seconds LongLaunch{10};
    const Stopping& stopping = plan.spec.stopping;
    if (stopping.maxTime < std::max(ShortestRun, ShortestLaunch * stopping.launches)) return 0;
    if (launch > 0 && stopping.maxTime < LongLaunch * stopping.launches) return 0;
    const WorkerCount most = std::ranges::max(plan.trials, {}, &Trial::workers).workers;
    return std::max(1, std::min(most, usableCpus));
}

bool hasSamples(const TrialResult* result) {
    return result != nullptr && (!result->samples.empty() || result->imported);
}

bool hasOutcome(const TrialResult* result) {
    return hasSamples(result) || (result != nullptr && result->status != TrialStatus::Ok);
}

}  // namespace

std::vector<OversizeBlock> oversizeBlocks(const Plan& plan, ByteCount largestList) {
    std::vector<OversizeBlock> oversize;
    for (const Block& block : plan.blocks) {
        const Trial& base = plan.trials[static_cast<std::size_t>(block.trials.front())];
        const WorkloadEntry* workload = findWorkload(base.workload);
        if (workload == nullptr) continue;
        const Result<ByteCount> need = listBytes(workload->info, base.size);
        if (need && *need <= largestList) continue;
        const std::string amount = need ? formatBytes(static_cast<double>(*need)) : "more than can be addressed";
        oversize.push_back({block.id, base.workload + " at size " + formatItems(static_cast<double>(base.size)) +
                                          " needs " + amount + ", the limit is " +
                                          formatBytes(static_cast<double>(largestList)) +
                                          ", half of the available memory"});
    }
    return oversize;
}

Result<std::filesystem::path> findRunner() {
    const char* chosen = std::getenv("BREAKEVEN_RUNNER");
    const auto path =
        chosen != nullptr && *chosen != '\0' ? std::filesystem::path(chosen) : executableFolder() / "breakeven-runner";
    if (::access(path.c_str(), X_OK) != 0) {
        return Error{ErrorCode::Internal, "breakeven-runner: " + path.string() + ": " + std::strerror(errno) +
                                              " (install it beside breakeven-cli)"};
    }
    return path;
}

ExperimentRun::ExperimentRun(Plan plan, RunSettings settings, std::vector<EventSink> sinks)
    : m_plan(std::move(plan)), m_settings(std::move(settings)), m_sinks(std::move(sinks)) {}

Result<void> ExperimentRun::execute() {
    m_started = Clock::now();
    const Result<std::string> reason = measure();
    m_runner.reset();
    if (reason) return finish(hasRefusedAll() ? "failed" : *reason);
    const Result<void> finished = finish(reason.error().code == ErrorCode::Interrupted ? "interrupted" : "failed");
    return finished ? Result<void>(reason.error()) : finished;
}

Result<std::string> ExperimentRun::measure() {
    BREAKEVEN_CHECK(emit({RunStarted{newRunId(), utcNow(), Version, m_plan.spec, m_settings.environment}}));
    std::error_code failure;
    if (!m_settings.spansFile.empty()) std::filesystem::remove(m_settings.spansFile, failure);  // of an earlier run
    BREAKEVEN_CHECK(skipOversize());
    BREAKEVEN_CHECK(makeTemporaryCache());
    while (true) {
        if (const auto finer = refinement(m_plan, m_results, elapsed())) refine(m_plan, *finer);
        const NextBlock next = nextBlock(m_plan, m_results, elapsed());
        if (!next.request) return next.reason;
        const BlockRequest& request = *next.request;
        if (!m_runner || m_launch != request.launch) BREAKEVEN_CHECK(startRunner(request.launch));
        const std::size_t before = outcomeCount();
        BREAKEVEN_TRY(const RunnerDeath death, ask(request));
        BREAKEVEN_CHECK(nameSpans());
        if (death && !m_wasStopped) BREAKEVEN_CHECK(blame(request, *death));
        if (m_wasStopped) {
            BREAKEVEN_CHECK(emit({Note{"the runner was stopped and did not go on, so it was ended"}}));
            return std::string("budget");
        }
        if (outcomeCount() == before) {  // asking again would go on for ever
            return Error{ErrorCode::Internal, "breakeven-runner: block " + std::to_string(request.block) +
                                                  " was answered without any sample"};
        }
    }
}

Result<void> ExperimentRun::makeTemporaryCache() {
    const auto isTemporary = [](const Trial& trial) { return trial.cache == TemporaryCache; };
    if (std::ranges::none_of(m_plan.trials, isTemporary)) return {};
    BREAKEVEN_TRY(auto folder, TemporaryFolder::make("breakeven-cache-"));
    m_temporaryCache.emplace(std::move(folder));
    return {};
}

BlockRequest ExperimentRun::withFolders(BlockRequest request) const {
    for (Trial& trial : request.trials)
        if (trial.cache == TemporaryCache) trial.cache = m_temporaryCache->path().string();
    const bool isFirst = request.firstRound == 0;
    if (m_settings.needsTimeline && isFirst && isUnprofiled(request)) request.profiles = std::max(request.profiles, 1);
    if (request.profiles > 0 && isUnprofiled(request)) request.spansFile = m_settings.spansFile.string();
    request.referenceThreads = referenceThreads(m_plan, request.launch, m_settings.environment.usableCpus);
    return request;
}

/// Spans are recorded once per trial, and of the first launch alone: a timeline is looked at, not averaged.
bool ExperimentRun::isUnprofiled(const BlockRequest& request) const {
    const auto isProfiled = [this](const Trial& trial) {
        const TrialResult* const result = m_results.find(trial.id);
        return result != nullptr && !result->profiles.empty();
    };
    return request.launch == 0 && std::ranges::none_of(request.trials, isProfiled);
}

Result<void> ExperimentRun::nameSpans() {
    std::error_code failure;
    const bool isThere = !m_settings.spansFile.empty() && std::filesystem::exists(m_settings.spansFile, failure);
    if (!isThere || !m_results.spansFile().empty()) return {};
    return emit({TraceWritten{m_settings.spansName}});
}

Result<std::vector<Event>> ExperimentRun::asPlanned(std::vector<Event> events) const {
    for (Event& event : events) {
        auto* const started = std::get_if<TrialStarted>(&event);
        if (started == nullptr) continue;
        const auto id = static_cast<std::size_t>(started->trial.id);
        if (id >= m_plan.trials.size())
            return Error{ErrorCode::Internal,
                         "breakeven-runner: trial " + std::to_string(started->trial.id) + " is none of the plan's"};
        started->trial = m_plan.trials[id];
    }
    return events;
}

Result<void> ExperimentRun::startRunner(int launch) {
    m_runner.reset();
    announceLayout(randomLayout(m_plan.spec.seed, launch));
    BREAKEVEN_TRY(auto child, Child::spawn({m_settings.runner.string()}));
    m_runner.emplace(std::move(child));
    m_launch = launch;
    return {};
}

/// A program that somebody wrote may never end. It has its share of the time that is left, so that the blocks to come
/// have theirs; one that has ended before is given the whole budget, since what it does is known.
std::optional<Seconds> ExperimentRun::patienceWith(const BlockRequest& request) const {
    constexpr Seconds FewestPerTrial{5};
    const Seconds fewest = FewestPerTrial * static_cast<double>(request.trials.size());
    const WorkloadEntry* workload = findWorkload(request.trials.front().workload);
    if (workload == nullptr || !workload->info.runsPrograms) return std::nullopt;
    const Seconds budget = m_plan.spec.stopping.maxTime;
    const auto isNew = [&](const Block& block) {
        return std::ranges::none_of(block.trials, [&](int trial) { return hasOutcome(m_results.find(trial)); });
    };
    if (!isNew(m_plan.blocks[static_cast<std::size_t>(request.block)])) return std::max(fewest, budget);
    const auto toCome = static_cast<double>(std::ranges::count_if(m_plan.blocks, isNew));
    return std::max(fewest, (budget - elapsed()) / toCome);
}

Result<ExperimentRun::RunnerDeath> ExperimentRun::ask(const BlockRequest& request) {
    m_patience = patienceWith(request);
    m_wasSilent = false;
    // A write to a runner that is gone fails; how it ended is then read below.
    [[maybe_unused]] const Result<void> written = m_runner->writeLine(writeRequest(withFolders(request)));
    while (true) {
        BREAKEVEN_TRY(auto events, readEvents());
        if (events.empty()) {
            const ExitStatus death = m_runner->wait();
            m_runner.reset();
            if (!m_answered && death.signal == 0) {
                return Error{ErrorCode::Internal, m_settings.runner.string() + ": " + describe(death) +
                                                      " before it answered (is it breakeven-runner?)"};
            }
            if (m_wasSilent)
                return RunnerDeath({TrialStatus::TimedOut, "it was not done after " + formatSeconds(*m_patience) +
                                                               " and was ended (a larger time budget waits longer)"});
            return RunnerDeath({TrialStatus::Crashed, describe(death)});
        }
        m_answered = true;
        const bool isAnswered = std::holds_alternative<BlockFinished>(events.back());
        BREAKEVEN_TRY(const auto planned, asPlanned(std::move(events)));
        BREAKEVEN_CHECK(emit(planned));
        if (isAnswered) return RunnerDeath();
    }
}

/// All events that have arrived, waiting for the first; none: the runner is gone.
Result<std::vector<Event>> ExperimentRun::readEvents() {
    std::vector<Event> events;
    BREAKEVEN_TRY(auto line, awaitLine());
    while (line) {
        auto event = parseEvent(*line);
        if (!event) {
            BREAKEVEN_TRY(const auto after, awaitLine());
            if (!after) break;  // the runner died while it wrote this line
            return Error{ErrorCode::Internal, "breakeven-runner: " + event.error().detail};
        }
        events.push_back(*std::move(event));
        if (std::holds_alternative<BlockFinished>(events.back())) break;
        auto more = m_runner->readLine(Seconds(0));
        if (!more) break;  // nothing further yet; a real fault shows at the next wait
        line = *std::move(more);
    }
    return events;
}

/// A sample of our own workloads takes what it takes, also beyond the budget. A runner that is stopped would outlast it
/// for ever, so it is killed when it is found so twice after the budget.
Result<std::optional<std::string>> ExperimentRun::awaitLine() {
    constexpr Seconds LookEvery{0.5};
    const Seconds begin = elapsed();
    for (bool looksStopped = false;;) {
        Seconds wait = std::max(m_plan.spec.stopping.maxTime - elapsed(), LookEvery);
        if (m_patience) wait = std::min(wait, std::max(*m_patience - (elapsed() - begin), LookEvery));
        auto line = m_runner->readLine(wait, m_settings.wakeFd);
        if (line || line.error().code != ErrorCode::TimedOut) return line;
        if (m_patience && elapsed() - begin >= *m_patience && !std::exchange(m_wasSilent, true)) m_runner->kill();
        const bool isStopped = m_runner->isStopped();
        if (isStopped && looksStopped && !std::exchange(m_wasStopped, true)) m_runner->kill();
        looksStopped = isStopped;
    }
}

/// Only a whole round is heard of, so which of its trials killed the runner shows when each is asked for alone.
/// To try them one by one when nothing was heard of them would take as long for each.
Result<void> ExperimentRun::blame(const BlockRequest& request, const Death& death) {
    if (death.status == TrialStatus::TimedOut) return markFailed(request.trials, request.launch, death);
    bool isExplained = false;
    BREAKEVEN_CHECK(emit(
        {Note{"block " + std::to_string(request.block) + ": " + death.detail + "; its trials are tried one by one"}}));
    for (const Trial& trial : request.trials) {
        BlockRequest probe = request;
        probe.rounds = 1;
        probe.firstRound = nextRound(request);
        probe.trials = {request.trials.front()};
        if (trial.id != probe.trials.front().id) probe.trials.push_back(trial);
        // A runner of its own for each: what one has prepared for its trials need not suit the next one's.
        BREAKEVEN_CHECK(startRunner(request.launch));
        BREAKEVEN_TRY(const RunnerDeath again, ask(probe));
        if (m_wasStopped) return {};
        if (!again) continue;
        isExplained = true;
        BREAKEVEN_CHECK(markFailed({trial}, request.launch, *again));
        if (probe.trials.size() == 1) break;  // without their base the others cannot be tried
    }
    m_runner.reset();
    if (isExplained || ++m_unexplainedDeaths[request.block] == 1) return {};  // it is asked for again
    return markFailed(
        request.trials, request.launch,
        {death.status, death.detail + " in the middle of this block, though not when its trials ran alone"});
}

Result<void> ExperimentRun::markFailed(const std::vector<Trial>& trials, int launch, const Death& death) {
    std::vector<Event> events;
    for (const Trial& trial : trials) {
        events.push_back(TrialStarted{launch, trial});
        events.push_back(TrialFailed{trial.id, launch, death.status, death.detail});
    }
    return events.empty() ? Result<void>() : emit(events);
}

Result<void> ExperimentRun::skipOversize() {
    for (const OversizeBlock& oversize : oversizeBlocks(m_plan, m_settings.largestList)) {
        std::vector<Trial> trials;
        for (const int id : m_plan.blocks[static_cast<std::size_t>(oversize.block)].trials) {
            trials.push_back(m_plan.trials[static_cast<std::size_t>(id)]);
        }
        BREAKEVEN_CHECK(markFailed(trials, 0, {TrialStatus::Skipped, oversize.detail}));
    }
    return {};
}

/// Serial alone answers nothing: it is only what the others would have been compared with.
bool ExperimentRun::hasRefusedAll() const {
    const std::vector<TrialResult>& all = m_results.trials();
    const auto isParallel = [](const TrialResult& result) { return result.trial.backend != "serial"; };
    const bool isSerialAlone = std::ranges::none_of(all, isParallel);
    const auto isRefused = [](const TrialResult& result) {
        return result.status == TrialStatus::Refused || result.status == TrialStatus::Skipped;
    };
    return std::ranges::any_of(all, isRefused) && std::ranges::none_of(all, [&](const TrialResult& result) {
               return (isSerialAlone || isParallel(result)) && !result.samples.empty();
           });
}

/// Closes every trial, the ones never reached too, and the run.
Result<void> ExperimentRun::finish(const std::string& reason) {
    const bool interrupted = reason == "interrupted";
    std::vector<Trial> unreached;
    std::vector<Event> closing;
    for (const Trial& trial : m_plan.trials) {
        const TrialResult* result = m_results.find(trial.id);
        if (result != nullptr && result->status != TrialStatus::Ok) continue;
        if (!hasSamples(result)) {
            unreached.push_back(trial);
        } else if (!interrupted) {
            closing.push_back(TrialFinished{trial.id});
        }
    }
    const Death never{interrupted ? TrialStatus::Interrupted : TrialStatus::Skipped,
                      interrupted          ? "stopped before it was measured"
                      : reason == "budget" ? "the time budget was used before it was measured"
                                           : "the run ended before it was measured"};
    const Result<void> marked = markFailed(unreached, std::max(m_launch, 0), never);
    closing.push_back(RunFinished{reason, elapsed()});
    const Result<void> closed = emit(closing);
    return marked ? closed : marked;
}

Result<void> ExperimentRun::emit(const std::vector<Event>& events) {
    for (const Event& event : events)
        m_results.apply(event);
    m_events.insert(m_events.end(), events.begin(), events.end());
    Result<void> outcome;
    std::erase_if(m_sinks, [&](const EventSink& sink) {
        Result<void> taken = sink(events);
        if (!taken && outcome) outcome = taken;
        return !taken;
    });
    return outcome;
}

/// Rounds of the request's block that this launch has seen, finished or not.
int ExperimentRun::nextRound(const BlockRequest& request) const {
    int round = request.firstRound;
    for (const Trial& trial : request.trials) {
        const TrialResult* result = m_results.find(trial.id);
        if (result == nullptr) continue;
        for (const Sample& sample : result->samples) {
            if (sample.launch == request.launch) round = std::max(round, sample.round + 1);
        }
    }
    return round;
}

/// Grows with every sample and every failed trial.
std::size_t ExperimentRun::outcomeCount() const {
    std::size_t count = 0;
    for (const TrialResult& result : m_results.trials()) {
        count += result.samples.size() + (result.status != TrialStatus::Ok ? 1 : 0);
    }
    return count;
}

}  // namespace breakeven
