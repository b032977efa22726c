/// Curve: the trials that differ in one quantity only. What a chart draws as one line and, where that quantity is the
/// size, a break-even is found on.
#pragma once

#include "core/experiment/results.h"

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace breakeven {

struct Curve {
    std::string label;                       ///< unique within the results, see seriesLabels
    std::vector<const TrialResult*> trials;  ///< ascending size, then plan order; into the Results, never empty
    const Trial& first() const { return trials.front()->trial; }
    bool isSerial() const { return isReference(first()); }  ///< compared with nothing
};

/// All curves over x, a word of ExperimentSpec::x, in plan order, whatever order the trials were measured in. Valid as
/// long as the results are unchanged. has: which trials there are at all, so that labels tell only these apart; empty:
/// every one.
std::vector<Curve> curvesOf(const Results& results, std::string_view x = "size",
                            const std::function<bool(const Trial&)>& has = {});

/// All trials as tables list them: the lists (workload and parameters) in plan order, each by ascending size, and at
/// one size in plan order. A size that was added while measuring stands among its neighbours. Valid as long as the
/// results are unchanged.
std::vector<const TrialResult*> bySize(const Results& results);

/// What is compared with another base than serial says so: " vs python-serial"; else empty.
std::string baseNote(const Trial& trial);

/// True when the trial's times may be compared: it has some, and neither failed nor gave a wrong result. Times that an
/// interrupted run had already taken count.
bool isComparable(const TrialResult& result);

/// The serial base of a trial when both are comparable, else nullptr; the base of a serial trial is itself.
const TrialResult* comparableBaseOf(const Results& results, const TrialResult& result);

}  // namespace breakeven
