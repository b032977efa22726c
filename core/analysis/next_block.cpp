#include "core/analysis/next_block.h"

#include "core/analysis/forecast.h"
#include "core/analysis/speedup.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <limits>
#include <vector>

namespace breakeven {

namespace {

constexpr double RequestSeconds = 2;  ///< what a request should last at most, so that blocks take turns
constexpr int MostRounds = 20;        ///< of one request
constexpr double ClearFactor = 5;     ///< a clear verdict needs only this many times the wanted half-width
constexpr int FewestForInterval = 6;  ///< samples from which a median has an interval
constexpr double NotYetKnown = std::numeric_limits<double>::infinity();

/// What a block's last request cost.
struct BlockCost {
    bool isKnown = false;
    double setup = 0;     ///< seconds
    double perRound = 0;  ///< seconds, setup apart

    double of(int rounds) const { return setup + perRound * rounds; }
};

std::vector<BlockCost> costsOf(const Plan& plan, const Results& results) {
    std::vector<BlockCost> costs(plan.blocks.size());
    for (const BlockFinished& done : results.blocks()) {
        if (done.block < 0 || done.block >= static_cast<int>(costs.size()) || done.rounds < 1) continue;
        const double rounds = std::max(0.0, (done.elapsed - done.setup).count());
        costs[static_cast<std::size_t>(done.block)] = {true, done.setup.count(), rounds / done.rounds};
    }
    return costs;
}

/// Half-width of the median's interval over the median.
double precisionOf(const TrialResult& result) {
    const auto summary = summaryOf(result);
    if (!summary || !summary->interval || summary->median.count() <= 0) return NotYetKnown;
    return 0.5 * (summary->interval->high - summary->interval->low) / summary->median;
}

/// Plan and results seen together, for one decision.
class Survey {
public:
    Survey(const Plan& plan, const Results& results)
        : m_plan(plan), m_results(results), m_stopping(plan.spec.stopping), m_costs(costsOf(plan, results)) {}

    const BlockCost& cost(const Block& block) const { return m_costs[static_cast<std::size_t>(block.id)]; }
    const Trial& planned(int trial) const { return m_plan.trials[static_cast<std::size_t>(trial)]; }

    /// Others of its block are compared with it.
    bool isBase(int trial) const { return isLoop(planned(trial)); }

    bool isHealthy(int trial) const {
        const TrialResult* result = m_results.find(trial);
        return result == nullptr || (result->status == TrialStatus::Ok && !result->finished);
    }

    /// A trial that failed is done with; one that was not reached is not.
    bool isLost(int trial) const {
        const TrialResult* result = m_results.find(trial);
        return result != nullptr && result->status != TrialStatus::Ok && result->status != TrialStatus::Interrupted &&
               result->status != TrialStatus::Skipped;
    }

    int samples(int trial) const {
        const TrialResult* result = m_results.find(trial);
        return result == nullptr ? 0 : static_cast<int>(result->samples.size());
    }

    /// When its block was visited, the trial was not reachable.
    bool wasLeftOut(const Block& block, int trial) const { return cost(block).isKnown && samples(trial) == 0; }

    /// Samples that a trial may have by the end of a launch: later launches keep their part of the maximum.
    int cap(int launch) const { return ceilOfPart(m_stopping.maxSamples, launch + 1); }

    /// Rounds of every launch that together make the minimum.
    int share() const { return ceilOfPart(m_stopping.minSamples, 1); }

    /// Half-width to reach within a launch. An interval narrows with the root of the samples, and the launches to
    /// come bring theirs.
    double wanted(int launch) const {
        return m_stopping.precision * std::sqrt(static_cast<double>(m_stopping.launches) / (launch + 1));
    }

    /// Trials that a launch may still measure, base first. None when the base has all its samples: what came then
    /// could not be paired.
    std::vector<int> open(const Block& block, int launch) const {
        std::vector<int> trials;
        for (const int trial : block.trials) {
            if (!isHealthy(trial) || wasLeftOut(block, trial)) continue;
            if (samples(trial) < cap(launch)) {
                trials.push_back(trial);
            } else if (isBase(trial)) {
                return {};
            }
        }
        return trials;
    }

    /// Open trials of which one execution should fit the time, and their base's too: without it nothing could be
    /// compared.
    std::vector<int> reachable(const Block& block, int launch, double seconds) const {
        std::vector<int> trials;
        std::vector<int> tooLong;
        for (const int trial : open(block, launch)) {
            const auto isMissed = [&](int base) { return isBaseOf(planned(base), planned(trial)); };
            const auto forecast = samples(trial) > 0 ? std::nullopt : forecastOf(planned(trial), m_plan, m_results);
            const bool isTooLong = forecast && forecast->count() > seconds;
            (isTooLong || std::ranges::any_of(tooLong, isMissed) ? tooLong : trials).push_back(trial);
        }
        return trials;
    }

    /// A block whose parallel trials all failed: its serial times compare with nothing.
    bool isLeftover(const Block& block) const {
        const auto isParallel = [&](int trial) { return !isBase(trial); };
        return std::ranges::any_of(block.trials, isParallel) &&
               std::ranges::none_of(block.trials, [&](int trial) { return isParallel(trial) && isHealthy(trial); });
    }

    bool isVisited(const Block& block) const {
        return cost(block).isKnown ||
               std::ranges::all_of(block.trials, [&](int trial) { return !isHealthy(trial) || samples(trial) > 0; });
    }

    /// Rounds that were answered in a launch; those of a runner that died count by their samples.
    int rounds(const Block& block, int launch) const {
        int answered = 0;
        for (const BlockFinished& done : m_results.blocks()) {
            if (done.block == block.id && done.launch == launch) answered += done.rounds;
        }
        int fewest = std::numeric_limits<int>::max();
        for (const int trial : open(block, launch)) {
            const TrialResult* result = m_results.find(trial);
            const auto own = result == nullptr ? 0 : std::ranges::count(result->samples, launch, &Sample::launch);
            fewest = std::min(fewest, static_cast<int>(own));
        }
        return std::max(answered, fewest == std::numeric_limits<int>::max() ? 0 : fewest);
    }

    /// Rounds that a launch still owes to the minimum.
    int owed(const Block& block, int launch) const {
        return open(block, launch).empty() ? 0 : std::max(0, share() - rounds(block, launch));
    }

    /// The lowest number that no round of the block has in this launch.
    int nextRound(const Block& block, int launch) const {
        int next = rounds(block, launch);
        for (const int trial : block.trials) {
            const TrialResult* result = m_results.find(trial);
            if (result == nullptr) continue;
            for (const Sample& sample : result->samples) {
                if (sample.launch == launch) next = std::max(next, sample.round + 1);
            }
        }
        return next;
    }

    /// How far the trial is from what a launch wants, as a factor: above 1 it goes on. A clear verdict (the whole
    /// speed-up interval on one side of 1) asks for less, and so does a base, which is judged by its ratios.
    double excess(const Block& block, int trial, int launch) const {
        const TrialResult* result = m_results.find(trial);
        if (result == nullptr) return NotYetKnown;
        const double excess = precisionOf(*result) / wanted(launch);
        if (excess <= 1 || excess > ClearFactor) return excess;
        if (isBase(trial)) return block.trials.size() > 1 ? excess / ClearFactor : excess;
        const auto speedup = speedupVsSerial(m_results, *result);
        const bool isClear =
            speedup && speedup->interval && (speedup->interval->low > 1 || speedup->interval->high < 1);
        return isClear ? excess / ClearFactor : excess;
    }

    /// The open trial furthest from what the launch wants; 0 when none is open.
    double widest(const Block& block, int launch) const {
        double widest = 0;
        for (const int trial : open(block, launch))
            widest = std::max(widest, excess(block, trial, launch));
        return widest;
    }

    /// Open trials that are not precise yet, with their base.
    std::vector<int> imprecise(const Block& block, int launch) const {
        std::vector<int> trials = open(block, launch);
        std::erase_if(trials, [&](int trial) { return !isBase(trial) && excess(block, trial, launch) <= 1; });
        return trials;
    }

    /// Rounds after which the block should be as precise as the launch wants: the half-width falls with the root of
    /// the number of samples.
    int roundsToPrecision(const Block& block, int launch) const {
        double most = 0;
        for (const int trial : open(block, launch)) {
            const double factor = excess(block, trial, launch);
            const int have = samples(trial);
            const int room = cap(launch) - have;
            const double needed = std::isfinite(factor) ? have * (factor * factor - 1) : FewestForInterval - have;
            if (factor > 1) most = std::max(most, std::clamp(std::ceil(needed), 1.0, static_cast<double>(room)));
        }
        return static_cast<int>(most);
    }

    /// The launch under way.
    int launch() const {
        int latest = 0;
        for (const BlockFinished& done : m_results.blocks())
            latest = std::max(latest, done.launch);
        for (const TrialResult& result : m_results.trials()) {
            if (!result.samples.empty()) latest = std::max(latest, result.samples.back().launch);
        }
        return std::min(latest, m_stopping.launches - 1);
    }

    /// When a launch has to be over.
    double endOf(int launch) const { return m_stopping.maxTime.count() * (launch + 1) / m_stopping.launches; }

    /// True when every trial has its minimum and is precise, whatever the time.
    bool isComplete() const {
        const int last = m_stopping.launches - 1;
        return std::ranges::all_of(m_plan.blocks, [&](const Block& block) {
            return widest(block, last) <= 1 && std::ranges::all_of(open(block, last), [&](int trial) {
                       return samples(trial) >= m_stopping.minSamples;
                   });
        });
    }

    BlockRequest request(const Block& block, int launch, const std::vector<int>& trials, int rounds) const {
        BlockRequest request;
        request.block = block.id;
        request.launch = launch;
        request.rounds = rounds;
        request.firstRound = nextRound(block, launch);
        request.seed = m_plan.spec.seed;
        for (const int trial : trials)
            request.trials.push_back(planned(trial));
        return request;
    }

    /// Rounds that keep the caps and fit the time; 0 when not even one does.
    int fitting(const Block& block, int launch, const std::vector<int>& trials, int rounds, double seconds) const {
        for (const int trial : trials)
            rounds = std::min(rounds, cap(launch) - samples(trial));
        rounds = std::min(rounds, MostRounds);
        const BlockCost& known = cost(block);
        while (rounds > 1 && known.of(rounds) > std::min(seconds, RequestSeconds))
            --rounds;
        return known.of(rounds) > seconds ? 0 : rounds;
    }

private:
    /// `samples` times `launches` over all launches, rounded up; at most `samples`.
    int ceilOfPart(std::int64_t samples, int launches) const {
        const std::int64_t all = m_stopping.launches;
        return static_cast<int>(std::min(samples, (samples * launches + all - 1) / all));
    }

    const Plan& m_plan;
    const Results& m_results;
    const Stopping& m_stopping;
    std::vector<BlockCost> m_costs;
};

/// Minimum first, the block that has least before the others; then precision, the widest block before the others.
std::optional<BlockRequest> requestIn(int launch, const Plan& plan, const Survey& survey, double seconds,
                                      bool leftovers) {
    const Block* chosen = nullptr;
    std::vector<int> chosenTrials;
    int chosenRounds = 0;
    double urgency = 0;
    for (const Block& block : plan.blocks) {
        if (survey.isLeftover(block) != leftovers || !survey.isVisited(block)) continue;
        const int owed = survey.owed(block, launch);
        const double widest = owed > 0 ? 0 : survey.widest(block, launch);
        if (owed == 0 && widest <= 1) continue;
        const std::vector<int> trials = owed > 0 ? survey.open(block, launch) : survey.imprecise(block, launch);
        const int wantedRounds = owed > 0 ? owed : survey.roundsToPrecision(block, launch);
        const int rounds = survey.fitting(block, launch, trials, wantedRounds, seconds);
        // Any owed round comes before all precision, of which an unknown one is the widest.
        const double own = owed > 0 ? 2e9 + owed : std::min(widest, 1e9);
        if (rounds < 1 || own <= urgency) continue;
        chosen = &block;
        chosenTrials = trials;
        chosenRounds = rounds;
        urgency = own;
    }
    if (chosen == nullptr) return std::nullopt;
    return survey.request(*chosen, launch, chosenTrials, chosenRounds);
}

}  // namespace

NextBlock nextBlock(const Plan& plan, const Results& results, Seconds elapsed) {
    const Survey survey(plan, results);
    const Stopping& stopping = plan.spec.stopping;
    const int current = survey.launch();
    if (elapsed < stopping.maxTime) {
        for (const Block& block : plan.blocks) {
            if (survey.isVisited(block)) continue;
            const auto seconds = (stopping.maxTime - elapsed).count();
            const std::vector<int> trials = survey.reachable(block, current, seconds);
            if (!trials.empty()) return {survey.request(block, current, trials, 1), {}};
        }
        for (int launch = current; launch < stopping.launches; ++launch) {
            const double seconds = survey.endOf(launch) - elapsed.count();
            if (seconds <= 0) continue;
            for (const bool leftovers : {false, true}) {
                if (auto request = requestIn(launch, plan, survey, seconds, leftovers)) return {*request, {}};
            }
        }
    }
    return {std::nullopt, survey.isComplete() ? "completed" : "budget"};
}

Progress progressOf(const Plan& plan, const Results& results, Seconds elapsed) {
    const Survey survey(plan, results);
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
    // Half of the way is the minimum, half is what precision may take at most.
    double done = 0;
    double all = 0;
    for (const Trial& trial : plan.trials) {
        const int samples = survey.isLost(trial.id) ? stopping.maxSamples : survey.samples(trial.id);
        const int extra = stopping.maxSamples - stopping.minSamples;
        done += std::min(1.0, static_cast<double>(samples) / stopping.minSamples);
        done += extra > 0 ? std::clamp(static_cast<double>(samples - stopping.minSamples) / extra, 0.0, 1.0) : 1.0;
        all += 2;
    }
    const double byTime = isOver ? 0 : 1 - timeLeft / stopping.maxTime.count();
    progress.fraction = std::clamp(std::max(all > 0 ? done / all : 1.0, byTime), 0.0, 1.0);
    if (isOver) return progress;

    double needed = 0;
    for (const Block& block : plan.blocks) {
        if (!survey.isVisited(block)) needed = NotYetKnown;
        int owed = 0;
        for (int launch = survey.launch(); launch <= last; ++launch)
            owed += survey.owed(block, launch);
        const int rounds = std::max(owed, survey.roundsToPrecision(block, last));
        if (rounds > 0) needed += survey.cost(block).of(rounds);
    }
    progress.remaining = Seconds(std::min(needed, timeLeft));
    return progress;
}

}  // namespace breakeven
