#include "core/analysis/survey.h"

#include "core/analysis/break_even.h"
#include "core/analysis/forecast.h"
#include "core/analysis/speedup.h"

#include <algorithm>
#include <cmath>

namespace breakeven {

namespace {

constexpr double RequestSeconds = 2;  ///< what a request should last at most, so that blocks take turns
constexpr double SetupsWorth = 4;     ///< a set-up that is dear is made good by as many times its length of rounds
constexpr int MostRounds = 20;        ///< of one request
constexpr double ClearFactor = 5;     ///< a clear verdict needs only this many times the wanted half-width
constexpr double OpenExcess = 2;      ///< of the trial at the end of the range that leaves a break-even open

std::vector<BlockCost> costsOf(const Plan& plan, const Results& results) {
    std::vector<BlockCost> costs(plan.blocks.size());
    const BlockFinished* before = nullptr;
    for (const BlockFinished& done : results.blocks()) {
        const bool wasHeld = before != nullptr && before->block == done.block && before->launch == done.launch;
        before = &done;
        if (done.block < 0 || done.block >= static_cast<int>(costs.size()) || done.rounds < 1) continue;
        BlockCost& cost = costs[static_cast<std::size_t>(done.block)];
        // Some requests also take references or profile, which is setup, too.
        if (!wasHeld) cost.setup = cost.isKnown ? std::min(cost.setup, done.setup.count()) : done.setup.count();
        cost.perRound = std::max(0.0, (done.elapsed - done.setup).count()) / done.rounds;
        cost.isKnown = true;
    }
    return costs;
}

/// What rounds at a size would do for a break-even of its series; 0 when nothing.
double excessAt(ItemCount size, const BreakEven& found) {
    if (!found.interval) return 0;
    const auto [low, high] = *found.interval;
    if (found.status == BreakEvenStatus::Resolved) {
        const auto items = static_cast<double>(size);
        const bool isNear =
            size == found.neighbours.low || size == found.neighbours.high || (low <= items && items <= high);
        return isNear ? std::log(high / low) / std::log(WideBreakEven) : 0;
    }
    const bool leavesOpen =
        (low <= 0 && size == found.measured.low) || (std::isinf(high) && size == found.measured.high);
    return leavesOpen ? OpenExcess : 0;
}

/// Half-width of the median's interval over the median.
double precisionOf(const TrialResult& result) {
    const auto summary = summaryOf(result);
    if (!summary || !summary->interval || summary->median.count() <= 0) return NotYetKnown;
    return 0.5 * (summary->interval->high - summary->interval->low) / summary->median;
}

}  // namespace

Survey::Survey(const Plan& plan, const Results& results)
    : m_plan(plan),
      m_results(results),
      m_stopping(plan.spec.stopping),
      m_costs(costsOf(plan, results)),
      m_known(plan.trials.size()),
      m_breakEvenExcess(plan.trials.size()) {}

void Survey::weighBreakEvens() {
    if (m_plan.spec.x != "size") return;
    for (const BreakEven& found : breakEvens(m_results)) {
        for (const Trial& trial : m_plan.trials) {
            if (!sameSeries(trial, found.series)) continue;
            m_breakEvenExcess[static_cast<std::size_t>(trial.id)] = excessAt(trial.size, found);
        }
    }
}

bool Survey::isBase(int trial) const {
    return isLoop(planned(trial));
}

bool Survey::isHealthy(int trial) const {
    const TrialResult* result = m_results.find(trial);
    return result == nullptr || (result->status == TrialStatus::Ok && !result->finished);
}

bool Survey::isLost(int trial) const {
    const TrialResult* result = m_results.find(trial);
    return result != nullptr && result->status != TrialStatus::Ok && result->status != TrialStatus::Interrupted &&
           result->status != TrialStatus::Skipped;
}

int Survey::samples(int trial) const {
    const TrialResult* result = m_results.find(trial);
    return result == nullptr ? 0 : static_cast<int>(result->samples.size());
}

/// When its block was visited, the trial was not reachable.
bool Survey::wasLeftOut(const Block& block, int trial) const {
    return cost(block).isKnown && samples(trial) == 0;
}

/// `samples` times `launches` over all launches, rounded up; at most `samples`.
int Survey::ceilOfPart(std::int64_t samples, int launches) const {
    const std::int64_t all = m_stopping.launches;
    return static_cast<int>(std::min(samples, (samples * launches + all - 1) / all));
}

/// Samples that a trial may have by the end of a launch: later launches keep their part of the maximum.
int Survey::cap(int launch) const {
    return ceilOfPart(m_stopping.maxSamples, launch + 1);
}

/// Rounds of every launch that together make the minimum.
int Survey::share() const {
    return ceilOfPart(m_stopping.minSamples, 1);
}

/// How much wider than wanted in the end an interval may be within a launch. It narrows with the root of the samples,
/// and the launches to come bring theirs.
double Survey::launchFactor(int launch) const {
    return std::sqrt(static_cast<double>(m_stopping.launches) / (launch + 1));
}

std::vector<int> Survey::open(const Block& block, int launch) const {
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

std::vector<int> Survey::reachable(const Block& block, int launch, double seconds) const {
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

bool Survey::isLeftover(const Block& block) const {
    const auto isParallel = [&](int trial) { return !isBase(trial); };
    return std::ranges::any_of(block.trials, isParallel) &&
           std::ranges::none_of(block.trials, [&](int trial) { return isParallel(trial) && isHealthy(trial); });
}

bool Survey::isVisited(const Block& block) const {
    return cost(block).isKnown ||
           std::ranges::all_of(block.trials, [&](int trial) { return !isHealthy(trial) || samples(trial) > 0; });
}

/// Rounds that were answered in a launch; those of a runner that died count by their samples.
int Survey::rounds(const Block& block, int launch) const {
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

/// before: rounds that launches before it will bring.
int Survey::owed(const Block& block, int launch, int before) const {
    const std::vector<int> trials = open(block, launch);
    if (trials.empty()) return 0;
    int missing = share() - rounds(block, launch);
    if (launch == m_stopping.launches - 1) {
        for (const int trial : trials)
            missing = std::max(missing, m_stopping.minSamples - samples(trial) - before);
    }
    return std::max(0, missing);
}

int Survey::owedInAll(const Block& block) const {
    int all = 0;
    for (int launch = this->launch(); launch < m_stopping.launches; ++launch)
        all += owed(block, launch, all);
    return all;
}

/// The lowest number that no round of the block has in this launch.
int Survey::nextRound(const Block& block, int launch) const {
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

const Survey::Known& Survey::known(const TrialResult& result) const {
    std::optional<Known>& known = m_known[static_cast<std::size_t>(result.trial.id)];
    if (known) return *known;
    known.emplace().precision = precisionOf(result);
    if (isLoop(result.trial)) return *known;
    const auto speedup = speedupVsSerial(m_results, result);
    known->isClear = speedup && speedup->interval && (speedup->interval->low > 1 || speedup->interval->high < 1);
    return *known;
}

double Survey::precision(int trial) const {
    const TrialResult* result = m_results.find(trial);
    return result == nullptr ? NotYetKnown : known(*result).precision;
}

double Survey::excess(const Block& block, int trial, int launch) const {
    const TrialResult* result = m_results.find(trial);
    if (result == nullptr) return NotYetKnown;
    const double beside = m_breakEvenExcess[static_cast<std::size_t>(trial)] / launchFactor(launch);
    const double excess = known(*result).precision / (m_stopping.precision * launchFactor(launch));
    if (excess <= 1) return std::max(excess, beside);
    const bool needsLess = isBase(trial) ? block.trials.size() > 1 : known(*result).isClear;
    return std::max(needsLess ? excess / ClearFactor : excess, beside);
}

double Survey::widest(const Block& block, int launch) const {
    double widest = 0;
    for (const int trial : open(block, launch))
        widest = std::max(widest, excess(block, trial, launch));
    return widest;
}

bool Survey::isBesideBreakEven(const Block& block, int launch) const {
    return std::ranges::any_of(open(block, launch), [&](int trial) {
        return m_breakEvenExcess[static_cast<std::size_t>(trial)] > launchFactor(launch);
    });
}

std::vector<int> Survey::imprecise(const Block& block, int launch) const {
    std::vector<int> trials = open(block, launch);
    std::erase_if(trials, [&](int trial) { return !isBase(trial) && excess(block, trial, launch) <= 1; });
    return trials;
}

int Survey::roundsToPrecision(const Block& block, int launch) const {
    constexpr auto fewest = static_cast<int>(FewestForInterval);
    double most = 0;
    for (const int trial : open(block, launch)) {
        const double factor = excess(block, trial, launch);
        const int have = samples(trial);
        const int room = cap(launch) - have;
        const double needed = std::isfinite(factor) ? have * (factor * factor - 1) : fewest - have;
        if (factor > 1) most = std::max(most, std::clamp(std::ceil(needed), 1.0, static_cast<double>(room)));
    }
    const BlockCost& known = cost(block);
    if (most > 0 && known.perRound > 0)
        most = std::max(most, std::min(std::ceil(known.setup / known.perRound), static_cast<double>(MostRounds)));
    return static_cast<int>(most);
}

bool Survey::isHeld(const Block& block, int launch) const {
    if (m_results.blocks().empty()) return false;
    const BlockFinished& last = m_results.blocks().back();
    return last.block == block.id && last.launch == launch;
}

int Survey::launch() const {
    int latest = 0;
    for (const BlockFinished& done : m_results.blocks())
        latest = std::max(latest, done.launch);
    for (const TrialResult& result : m_results.trials()) {
        if (!result.samples.empty()) latest = std::max(latest, result.samples.back().launch);
    }
    return std::min(latest, m_stopping.launches - 1);
}

bool Survey::isComplete() const {
    const int last = m_stopping.launches - 1;
    return std::ranges::all_of(m_plan.blocks, [&](const Block& block) {
        return widest(block, last) <= 1 && std::ranges::all_of(open(block, last), [&](int trial) {
                   return samples(trial) >= m_stopping.minSamples;
               });
    });
}

int Survey::fitting(const Block& block, int launch, const std::vector<int>& trials, int rounds, double seconds) const {
    for (const int trial : trials)
        rounds = std::min(rounds, cap(launch) - samples(trial));
    rounds = std::min(rounds, MostRounds);
    const BlockCost& known = cost(block);
    const double longest = std::min(seconds, std::max(RequestSeconds, (1 + SetupsWorth) * known.setup));
    while (rounds > 1 && known.of(rounds) > longest)
        --rounds;
    return known.of(rounds) > seconds ? 0 : rounds;
}

BlockRequest Survey::request(const Block& block, int launch, const std::vector<int>& trials, int rounds) const {
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

}  // namespace breakeven
