/// Survey: a plan and what is known of it so far, seen together for one decision. What nextBlock, refinement and the
/// progress decide by.
#pragma once

#include "core/experiment/event.h"
#include "core/experiment/plan.h"
#include "core/experiment/results.h"

#include <cstdint>
#include <limits>
#include <optional>
#include <vector>

namespace breakeven {

inline constexpr double WideBreakEven = 1.25;  ///< high / low of a break-even above which it is worth more rounds
inline constexpr double NotYetKnown = std::numeric_limits<double>::infinity();

/// What a request for a block costs.
struct BlockCost {
    bool isKnown = false;
    double setup = 0;     ///< seconds, the least of all requests for which the block had to be prepared
    double perRound = 0;  ///< seconds, setup apart, of the last request

    double of(int rounds) const { return setup + perRound * rounds; }
};

/// Refers to the plan and the results, which have to outlive it unchanged.
class Survey {
public:
    Survey(const Plan& plan, const Results& results);

    /// Looks for break-evens that rounds could narrow; until then every one counts as narrow. Costs milliseconds.
    void weighBreakEvens();

    const BlockCost& cost(const Block& block) const { return m_costs[static_cast<std::size_t>(block.id)]; }
    const Trial& planned(int trial) const { return m_plan.trials[static_cast<std::size_t>(trial)]; }
    int samples(int trial) const;
    /// Half-width of the median's interval over the median; NotYetKnown without an interval.
    double precision(int trial) const;
    bool isHealthy(int trial) const;
    bool isLost(int trial) const;  ///< it failed; one that was not reached is not lost

    /// A block whose parallel trials all failed: its serial times compare with nothing.
    bool isLeftover(const Block& block) const;
    bool isVisited(const Block& block) const;

    bool isHeld(const Block& block, int launch) const;  ///< it was asked for last: the runner still has it prepared

    /// The launch under way, and when one has to be over, in seconds.
    int launch() const;
    double endOf(int launch) const { return m_stopping.maxTime.count() * (launch + 1) / m_stopping.launches; }

    /// Trials that a launch may still measure, base first. None when the base has all its samples: what came then
    /// could not be paired.
    std::vector<int> open(const Block& block, int launch) const;
    /// Open trials of which one execution should fit the time, and their base's too: without it nothing could be
    /// compared.
    std::vector<int> reachable(const Block& block, int launch, double seconds) const;
    /// Open trials that the launch wants to know better, with their base.
    std::vector<int> imprecise(const Block& block, int launch) const;

    /// Rounds that a launch still owes to the minimum. The last one also owes what is missing of it altogether, as for
    /// a block that was added late.
    int owed(const Block& block, int launch) const { return owed(block, launch, 0); }
    /// The same of the launch under way and those to come.
    int owedInAll(const Block& block) const;

    /// How far the trial is from what a launch wants, as a factor: above 1 it goes on. A clear verdict (the whole
    /// speed-up interval on one side of 1) asks for less, and so does a base, which is judged by its ratios. A trial
    /// beside a break-even that is wide asks for what would narrow that.
    double excess(const Block& block, int trial, int launch) const;
    /// The open trial furthest from what the launch wants; 0 when none is open.
    double widest(const Block& block, int launch) const;
    /// True when an open trial is beside a break-even that is wider than the launch wants.
    bool isBesideBreakEven(const Block& block, int launch) const;
    /// Rounds after which the block should be as precise as the launch wants: the half-width falls with the root of
    /// the number of samples. No fewer than take as long as their set-up, if a request may have as many.
    int roundsToPrecision(const Block& block, int launch) const;

    /// True when every trial has its minimum and is precise, whatever the time.
    bool isComplete() const;

    /// Rounds that keep the caps and fit the time; 0 when not even one does.
    int fitting(const Block& block, int launch, const std::vector<int>& trials, int rounds, double seconds) const;
    BlockRequest request(const Block& block, int launch, const std::vector<int>& trials, int rounds) const;

private:
    /// What a trial's samples say; worked out once, when it is asked for.
    struct Known {
        double precision = NotYetKnown;
        bool isClear = false;  ///< the whole interval of its speed-up is on one side of 1
    };

    const Known& known(const TrialResult& result) const;
    int ceilOfPart(std::int64_t samples, int launches) const;
    int cap(int launch) const;
    int share() const;
    double launchFactor(int launch) const;
    bool isBase(int trial) const;
    bool wasLeftOut(const Block& block, int trial) const;
    int rounds(const Block& block, int launch) const;
    int owed(const Block& block, int launch, int before) const;
    int nextRound(const Block& block, int launch) const;

    const Plan& m_plan;
    const Results& m_results;
    const Stopping& m_stopping;
    std::vector<BlockCost> m_costs;
    mutable std::vector<std::optional<Known>> m_known;  // per trial
    std::vector<double>
        m_breakEvenExcess;  // per trial: high / low over what is wanted, as logarithms; 0: nothing to narrow
};

}  // namespace breakeven
