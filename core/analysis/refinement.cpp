#include "core/analysis/refinement.h"

#include "core/analysis/break_even.h"
#include "core/analysis/survey.h"
#include "core/base/calls.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace breakeven {

namespace {

constexpr double NarrowestGap = 1.1;  ///< between neighbouring sizes
constexpr double WidestGap = 1.5;     ///< beyond, where the curve crosses depends on how one interpolates

/// Sizes far from each other leave it wide however narrow its interval is: that of a curve bent between two of them
/// lies beside what is measured between them. A size that the last of several launches alone would measure narrows
/// nothing: it has that launch's luck.
bool isWide(const BreakEven& found, bool isLastLaunch) {
    if (found.status != BreakEvenStatus::Resolved) return false;
    const bool isFar =
        static_cast<double>(found.neighbours.high) > WidestGap * static_cast<double>(found.neighbours.low);
    return isFar || (!isLastLaunch && found.interval->high > WideBreakEven * found.interval->low);
}

double roundedToTwoDigits(double value) {
    const double unit = std::pow(10, std::max(0.0, std::floor(std::log10(value)) - 1));
    return std::round(value / unit) * unit;
}

/// The block in which the series was measured at the size; nullptr when there is none.
const Block* blockOf(const Plan& plan, const Trial& series, ItemCount size) {
    const auto found = std::ranges::find_if(plan.blocks, [&](const Block& block) {
        return std::ranges::any_of(block.trials, [&](int id) {
            const Trial& trial = plan.trials[static_cast<std::size_t>(id)];
            return trial.size == size && sameSeries(trial, series);
        });
    });
    return found == plan.blocks.end() ? nullptr : &*found;
}

bool isOnSameList(const Trial& a, const Trial& b) {
    return a.workload == b.workload && a.params == b.params && a.size == b.size &&
           (a.call == ReduceCall) == (b.call == ReduceCall);
}

/// In the part of the interval that lies between the measured neighbours.
std::optional<ItemCount> newSize(const BreakEven& found, const Plan& plan) {
    const auto below = static_cast<double>(found.neighbours.low);
    const auto above = static_cast<double>(found.neighbours.high);
    if (above < NarrowestGap * below) return std::nullopt;
    const double middle = std::sqrt(std::max(below, found.interval->low) * std::min(above, found.interval->high));
    for (const double size : {roundedToTwoDigits(middle), std::round(middle)}) {
        if (size <= below || size >= above) continue;
        Trial wanted = found.series;
        wanted.size = static_cast<ItemCount>(size);
        const auto isTaken = [&](const Trial& trial) { return isOnSameList(trial, wanted); };
        if (std::ranges::none_of(plan.trials, isTaken)) return wanted.size;
    }
    return std::nullopt;
}

class Refiner {
public:
    Refiner(const Plan& plan, const Results& results)
        : m_plan(plan),
          m_survey(plan, results),
          m_breakEvens(breakEvens(results)),
          m_isLastLaunch(plan.spec.stopping.launches > 1 && m_survey.launch() + 1 == plan.spec.stopping.launches) {}

    /// Those that a size more would tell better, widest first.
    std::vector<const BreakEven*> wide() const {
        std::vector<const BreakEven*> found;
        for (const BreakEven& breakEven : m_breakEvens)
            if (isWide(breakEven, m_isLastLaunch)) found.push_back(&breakEven);
        std::ranges::stable_sort(
            found, [](const auto& a, const auto& b) { return a > b; },
            [](const BreakEven* one) { return one->interval->high / one->interval->low; });
        return found;
    }

    double cost(const Block& block, int rounds) const { return m_survey.cost(block).of(rounds); }

    /// The block with another size, for the series that gain by it.
    Refinement at(ItemCount size, const Block& like) const {
        std::vector<int> kept;
        for (const int id : like.trials)
            if (!isLoop(m_survey.planned(id)) && m_survey.isHealthy(id) && isWanted(m_survey.planned(id), size))
                kept.push_back(id);
        Refinement refinement;
        refinement.block.id = static_cast<int>(m_plan.blocks.size());
        for (const int id : like.trials) {
            const Trial& trial = m_survey.planned(id);
            const bool isNeeded = isReference(trial) || std::ranges::any_of(kept, [&](int other) {
                                      return other == id || isBaseOf(trial, m_survey.planned(other));
                                  });
            if (!isNeeded) continue;
            Trial& added = refinement.trials.emplace_back(trial);
            added.size = size;
            added.id = static_cast<int>(m_plan.trials.size() + refinement.block.trials.size());
            refinement.block.trials.push_back(added.id);
        }
        return refinement;
    }

private:
    bool isWanted(const Trial& trial, ItemCount size) const {
        const auto items = static_cast<double>(size);
        return std::ranges::any_of(m_breakEvens, [&](const BreakEven& found) {
            return isWide(found, m_isLastLaunch) && sameSeries(found.series, trial) && found.interval->low <= items &&
                   items <= found.interval->high;
        });
    }

    const Plan& m_plan;
    Survey m_survey;
    std::vector<BreakEven> m_breakEvens;
    bool m_isLastLaunch;
};

/// Whether every block has what it is owed in the launch under way, as far as that fits the time.
bool hasMinimum(const Plan& plan, const Survey& survey, double secondsLeft) {
    const int launch = survey.launch();
    return std::ranges::all_of(plan.blocks, [&](const Block& block) {
        if (survey.isLeftover(block)) return true;
        if (!survey.isVisited(block)) return survey.reachable(block, launch, secondsLeft).empty();
        const int owed = survey.owed(block, launch);
        return owed == 0 || survey.fitting(block, launch, survey.open(block, launch), owed, secondsLeft) == 0;
    });
}

}  // namespace

std::optional<Refinement> refinement(const Plan& plan, const Results& results, Seconds elapsed) {
    const Stopping& stopping = plan.spec.stopping;
    const double left = (stopping.maxTime - elapsed).count();
    if (plan.spec.x != "size" || left <= 0) return std::nullopt;
    if (!hasMinimum(plan, Survey(plan, results), left)) return std::nullopt;
    const Refiner refiner(plan, results);
    for (const BreakEven* found : refiner.wide()) {
        const auto size = newSize(*found, plan);
        const Block* const like = blockOf(plan, found->series, found->neighbours.high);
        if (!size || like == nullptr || refiner.cost(*like, stopping.minSamples) > left / 2) continue;
        return refiner.at(*size, *like);
    }
    return std::nullopt;
}

void refine(Plan& plan, const Refinement& refinement) {
    plan.trials.insert(plan.trials.end(), refinement.trials.begin(), refinement.trials.end());
    plan.blocks.push_back(refinement.block);
}

void adoptRefinements(Plan& plan, const Results& results) {
    for (auto next = static_cast<int>(plan.trials.size());; ++next) {
        const TrialResult* const result = results.find(next);
        if (result == nullptr) return;
        const Trial& trial = result->trial;
        const bool isNext = isReference(trial) || plan.blocks.empty() || !isOnSameList(plan.trials.back(), trial);
        if (isNext) plan.blocks.push_back({static_cast<int>(plan.blocks.size()), {}});
        plan.blocks.back().trials.push_back(next);
        plan.trials.push_back(trial);
    }
}

}  // namespace breakeven
