#include "core/run/block_run.h"

#include "core/base/random.h"
#include "core/base/utf8.h"
#include "core/os/clock.h"
#include "core/run/profile_report.h"

#include <algorithm>
#include <set>
#include <utility>

namespace breakeven {

namespace {

TrialStatus statusOf(ErrorCode code) {
    switch (code) {
        case ErrorCode::ChildCrashed:
            return TrialStatus::Crashed;
        case ErrorCode::TimedOut:
            return TrialStatus::TimedOut;
        case ErrorCode::Refused:
        case ErrorCode::InvalidInput:
        case ErrorCode::NotBuilt:
            return TrialStatus::Refused;
        default:
            return TrialStatus::Failed;
    }
}

Note decisionNote(const Trial& trial, const std::string& decision) {
    return {trial.workload + ", size " + std::to_string(trial.size) + ", " + trial.backend + " ×" +
            std::to_string(trial.workers) + " " + trial.call + " chose " + decision};
}

std::uint64_t counter(int number) {
    return static_cast<std::uint64_t>(number);
}

}  // namespace

BlockRun::BlockRun(const BlockRequest& request, BackendLookup findBackend)
    : m_block(request.block), m_launch(request.launch), m_seed(request.seed), m_findBackend(std::move(findBackend)) {
    const auto begin = Clock::now();
    prepare(request);
    m_setup = Clock::now() - begin;
}

void BlockRun::prepare(const BlockRequest& request) {
    if (request.trials.empty()) {
        m_unprepared = Error{ErrorCode::InvalidInput, "block: it has no trials"};
        return;
    }
    const Trial& first = request.trials.front();
    std::set<std::string> runtimes;
    auto sharing = Sharing::Private;
    for (const auto& trial : request.trials) {
        const Backend* backend = m_findBackend(carrierOf(trial));
        if (backend == nullptr) continue;
        if (backend->info.family != "serial") runtimes.emplace(runtimeOf(backend->info.family));
        if (backend->info.needsSharedMemory) sharing = Sharing::Shared;
    }
    const ListRecipe recipe{.workload = first.workload, .params = first.params, .size = first.size};
    auto list = BlockList::prepare(recipe, sharing, request.seed);
    if (!list) {
        m_unprepared = list.error();
        return;
    }
    m_shared.emplace(BlockShared{.list = *std::move(list), .pools = {}, .runtimesAlternate = runtimes.size() > 1});
}

std::vector<Event> BlockRun::runRound(const std::vector<Trial>& trials, int round, bool isLast) {
    const std::uint64_t random =
        randomBits(randomBits(randomBits(m_seed, counter(m_launch)), counter(m_block)), counter(round));
    std::vector<Event> events;
    expectOutput(trials, events);
    int order = 0;
    for (const Trial* trial : inRandomOrder(trials, random)) {
        take(*trial, randomBits(random, trials.size() + counter(order)), {round, order, isLast}, events);
        ++order;
    }
    if (m_launch == 0 && round == 0) addDecisions(trials, events);
    return events;
}

void BlockRun::addDecisions(const std::vector<Trial>& trials, std::vector<Event>& events) const {
    for (const Trial& trial : trials) {
        const auto& run = m_states.at(trial.id).run;
        if (run && !run->decision().empty()) events.push_back(decisionNote(trial, run->decision()));
    }
}

std::vector<Event> BlockRun::profile(const BlockRequest& request) {
    const auto begin = Clock::now();
    const std::uint64_t random = randomBits(randomBits(randomBits(m_seed, counter(m_launch)), counter(m_block)),
                                            counter(request.firstRound + request.rounds));
    std::vector<Event> events;
    for (const Trial* trial : inRandomOrder(request.trials, random)) {
        const auto found = m_states.find(trial->id);
        if (found == m_states.end() || found->second.failed || !found->second.run->canBeProfiled()) continue;
        if (const auto added = addProfiles(*trial, *found->second.run, request, events); !added)
            events.push_back(Note{"profile of trial " + std::to_string(trial->id) + ": " + added.error().detail});
    }
    m_setup += Clock::now() - begin;
    return events;
}

Result<void> BlockRun::addProfiles(const Trial& trial, TrialRun& run, const BlockRequest& request,
                                   std::vector<Event>& events) {
    BREAKEVEN_TRY(const auto passes, run.profile(*m_shared, request.profiles, !request.spansFile.empty()));
    BREAKEVEN_TRY(const ByteCount bytes, listBytes(m_shared->list.recipe()));
    const auto nodePages = run.nodePages(*m_shared);
    for (const ProfiledPass& pass : passes)
        events.push_back(profileOf(pass, trial.id, m_launch, bytes, nodePages));
    if (request.spansFile.empty() || passes.empty()) return {};
    return appendSpans(request.spansFile, spansOf(passes.back(), trial.id, m_launch));
}

std::vector<const Trial*> BlockRun::inRandomOrder(const std::vector<Trial>& trials, std::uint64_t random) const {
    std::vector<const Trial*> order;
    for (const auto& trial : trials)
        order.push_back(&trial);
    for (std::size_t left = order.size(); left > 1; --left)
        std::swap(order[left - 1], order[randomBelow(random, left - 1, left)]);
    std::ranges::stable_partition(order, [this](const Trial* trial) {
        const auto state = m_states.find(trial->id);
        return state != m_states.end() && state->second.run && state->second.run->hasSample();
    });
    return order;
}

void BlockRun::expectOutput(const std::vector<Trial>& trials, std::vector<Event>& events) {
    for (const Trial& trial : trials) {
        if (!m_shared || m_shared->list.hasExpected()) return;
        if (!isReference(trial)) continue;
        TrialState& state = stateOf(trial, events);
        if (state.failed) continue;
        if (const auto called = state.run->callFirst(*m_shared); !called)
            events.push_back(fail(trial, state, called.error()));
    }
}

BlockRun::TrialState& BlockRun::stateOf(const Trial& trial, std::vector<Event>& events) {
    const auto [place, isNew] = m_states.try_emplace(trial.id);
    TrialState& state = place->second;
    if (!isNew) return state;
    if (m_unprepared) {
        events.push_back(fail(trial, state, *m_unprepared));
        return state;
    }
    auto run = TrialRun::create(trial, m_shared->list.recipe(), m_findBackend);
    if (run)
        state.run = *std::move(run);
    else
        events.push_back(fail(trial, state, run.error()));
    return state;
}

void BlockRun::take(const Trial& trial, std::uint64_t random, Turn turn, std::vector<Event>& events) {
    TrialState& state = stateOf(trial, events);
    if (state.failed) return;
    auto sample = state.run->measure(*m_shared, random, turn.isLast);
    if (!sample) return events.push_back(fail(trial, state, sample.error()));
    sample->launch = m_launch;
    sample->round = turn.round;
    sample->order = turn.order;
    events.push_back(*std::move(sample));
}

Event BlockRun::fail(const Trial& trial, TrialState& state, const Error& error) const {
    state.failed = true;
    constexpr std::size_t LongestDetail = 4096;  // of what may be the text of an exception
    const bool wrong = state.run && state.run->outputWasWrong();
    return TrialFailed{.trial = trial.id,
                       .launch = m_launch,
                       .status = wrong ? TrialStatus::WrongResult : statusOf(error.code),
                       .detail = shortened(error.detail, LongestDetail)};
}

}  // namespace breakeven
