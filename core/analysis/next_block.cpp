#include "core/analysis/next_block.h"

#include "core/analysis/precision_forecast.h"
#include "core/analysis/speedup.h"
#include "core/analysis/survey.h"

#include <algorithm>
#include <cmath>
#include <compare>
#include <vector>

namespace breakeven {

namespace {

/// Profiled passes that a trial should have in all: each costs a whole execution.
int passesWanted(Seconds execution) {
    constexpr Seconds Short{0.01};
    constexpr Seconds Middling{0.1};
    constexpr Seconds Long{2};
    return execution < Short ? 5 : execution < Middling ? 3 : execution <= Long ? 1 : 0;
}

/// Passes that are missing of a launch's part, once the request brings the block to the launch's minimum.
int passesAfter(const BlockRequest& request, const Block& block, const Plan& plan, const Results& results,
                const Survey& survey, double seconds) {
    if (survey.owed(block, request.launch) > request.rounds) return 0;
    Seconds longest{0};
    Seconds all{0};
    int have = 0;  // those that cannot be profiled never have any
    for (const Trial& trial : request.trials) {
        const TrialResult* const result = results.find(trial.id);
        if (isLoop(trial) || result == nullptr) continue;
        have = std::max(have, static_cast<int>(result->profiles.size()));
        if (const auto summary = summaryOf(*result)) {
            longest = std::max(longest, summary->median);
            all += summary->median;
        }
    }
    if (all <= Seconds(0)) return 0;
    const int launches = plan.spec.stopping.launches;
    const int wanted = (passesWanted(longest) * (request.launch + 1) + launches - 1) / launches;
    const double room = seconds - survey.cost(block).of(request.rounds);
    const double missing = std::max(0, wanted - have);
    return static_cast<int>(std::clamp(std::max(0.0, room) / all.count(), 0.0, missing));
}

/// Rounds of a block's first request. One in the first visit of all, which goes by ascending size; a block that the
/// plan has grown by gets what the launch owes it, as far as the next larger size would.
int firstRounds(const Block& block, int launch, const Plan& plan, const Survey& survey, double seconds) {
    const Trial& base = survey.planned(block.trials.front());
    const Block* larger = nullptr;
    for (const Block& other : plan.blocks) {
        const Trial& trial = survey.planned(other.trials.front());
        if (trial.size <= base.size || !sameSeries(trial, base) || !survey.cost(other).isKnown) continue;
        if (larger == nullptr || trial.size < survey.planned(larger->trials.front()).size) larger = &other;
    }
    if (larger == nullptr) return 1;
    return std::max(1, survey.fitting(*larger, launch, {}, survey.owed(block, launch), seconds));
}

/// What a launch wants of a block; the larger one is asked for first.
struct Wish {
    enum Kind { Nothing, Precision, BreakEven, Interval, Minimum };
    Kind kind = Nothing;
    double amount = 0;    // rounds owed, or how far it is from what is wanted
    bool isHeld = false;  // no set-up is to be paid
    auto operator<=>(const Wish&) const = default;
};

Wish wishOf(const Block& block, int launch, const Survey& survey) {
    if (const int owed = survey.owed(block, launch); owed > 0)
        return {.kind = Wish::Minimum, .amount = static_cast<double>(owed)};
    const double widest = survey.widest(block, launch);
    if (widest <= 1) return {};
    if (!std::isfinite(widest)) return {.kind = Wish::Interval, .amount = 1};
    return {.kind = survey.isBesideBreakEven(block, launch) ? Wish::BreakEven : Wish::Precision, .amount = widest};
}

std::optional<BlockRequest> requestIn(int launch, const Plan& plan, const Results& results, const Survey& survey,
                                      double seconds, bool leftovers) {
    std::optional<BlockRequest> chosen;
    Wish greatest;
    for (const Block& block : plan.blocks) {
        if (survey.isLeftover(block) != leftovers || !survey.isVisited(block)) continue;
        Wish wish = wishOf(block, launch, survey);
        wish.isHeld = survey.isHeld(block, launch);
        if (wish.kind == Wish::Nothing || wish <= greatest) continue;
        const bool isOwed = wish.kind == Wish::Minimum;
        const std::vector<int> trials = isOwed ? survey.open(block, launch) : survey.imprecise(block, launch);
        const int wanted = isOwed ? static_cast<int>(wish.amount) : survey.roundsToPrecision(block, launch);
        const int rounds = survey.fitting(block, launch, trials, wanted, seconds);
        if (rounds < 1) continue;
        chosen = survey.request(block, launch, trials, rounds);
        greatest = wish;
    }
    if (chosen) {
        const Block& block = plan.blocks[static_cast<std::size_t>(chosen->block)];
        chosen->profiles = passesAfter(*chosen, block, plan, results, survey, seconds);
    }
    return chosen;
}

}  // namespace

NextBlock nextBlock(const Plan& plan, const Results& results, Seconds elapsed) {
    Survey survey(plan, results);
    const Stopping& stopping = plan.spec.stopping;
    const int current = survey.launch();
    if (elapsed < stopping.maxTime) {
        for (const Block& block : plan.blocks) {
            if (survey.isVisited(block)) continue;
            const auto seconds = (stopping.maxTime - elapsed).count();
            const std::vector<int> trials = survey.reachable(block, current, seconds);
            if (trials.empty()) continue;
            return {survey.request(block, current, trials, firstRounds(block, current, plan, survey, seconds)), {}};
        }
        survey.weighBreakEvens();
        for (int launch = current; launch < stopping.launches; ++launch) {
            const double seconds = survey.endOf(launch) - elapsed.count();
            if (seconds <= 0) continue;
            for (const bool leftovers : {false, true}) {
                if (auto request = requestIn(launch, plan, results, survey, seconds, leftovers)) return {*request, {}};
            }
        }
    }
    return {std::nullopt, survey.isComplete() ? "completed" : "budget"};
}

Progress progressOf(const Plan& plan, const Results& results, Seconds elapsed) {
    Survey survey(plan, results);
    const Stopping& stopping = plan.spec.stopping;
    const double timeLeft = std::max(0.0, (stopping.maxTime - elapsed).count());
    const int last = stopping.launches - 1;

    Progress progress;
    for (const TrialResult& result : results.trials())
        progress.samples += result.samples.size();
    const bool isOver = results.finished().has_value();
    if (isOver && (results.finished()->reason == "completed" || results.finished()->reason == "budget")) {
        progress.fraction = 1;
        return progress;
    }
    // Half of the way is the minimum, half is what precision may take at most, if it may take any more.
    double done = 0;
    double all = 0;
    for (const Trial& trial : plan.trials) {
        const int samples = survey.isLost(trial.id) ? stopping.maxSamples : survey.samples(trial.id);
        const int extra = stopping.maxSamples - stopping.minSamples;
        done += std::min(1.0, static_cast<double>(samples) / stopping.minSamples);
        all += 1;
        if (extra == 0) continue;
        done += std::clamp(static_cast<double>(samples - stopping.minSamples) / extra, 0.0, 1.0);
        all += 1;
    }
    const double byTime = isOver ? 0 : 1 - timeLeft / stopping.maxTime.count();
    progress.fraction = std::clamp(std::max(all > 0 ? done / all : 1.0, byTime), 0.0, 1.0);
    if (isOver) return progress;

    survey.weighBreakEvens();
    double needed = 0;
    for (const Block& block : plan.blocks) {
        if (!survey.isVisited(block)) needed = NotYetKnown;
        const int rounds = std::max(survey.owedInAll(block), survey.roundsToPrecision(block, last));
        if (rounds > 0) needed += survey.cost(block).of(rounds);
    }
    progress.remaining = Seconds(std::min(needed, timeLeft));
    progress.expectedPrecision = expectedPrecision(plan, results, survey, progress.remaining);
    return progress;
}

}  // namespace breakeven
