/// What to use for which size: the fastest way that was measured, or a simpler one that is as fast.
#pragma once

#include "core/analysis/findings.h"
#include "core/analysis/speedup.h"
#include "core/experiment/results.h"

#include <optional>
#include <string>
#include <vector>

namespace breakeven {

struct Recommendation {
    /// What is shown of the ways beside the serial one: none to be faster, or some by less than 2 %, or by more.
    enum class Gain { None, Small, Clear };

    Trial trial;        ///< backend, workers, chunk, call and pool to use at its size
    std::string label;  ///< its curve's label
    Summary time;
    std::optional<Speedup> speedup;  ///< over serial; absent for serial itself
    Gain gain = Gain::None;
    int fastest = 0;  ///< id of the trial with the smallest median
    std::vector<int>
        asGood;           ///< ids of those that are not shown to be slower than the fastest, it and the trial included
    bool isWhole = true;  ///< every way of its list was tried at this size; not so where one break-even was refined
    bool isSettled = false;  ///< enough rounds to tell: every other trial's ratio to the fastest has an interval
};

/// One per list that was measured in two ways or more: workload, parameters, size, and whether it is reduced; Python
/// beside C++ is a list of its own. Ascending sizes within a workload.
/// Shown to be faster than serial is what is judged so beside all trials (trial_verdict.h); where nothing is, what lies
/// above the upper end of its curve's break-even: no advice contradicts a headline or a size's own verdict. Serial is
/// recommended, and as good, unless something is shown to be faster by 2 % or more. Then the fastest of those is, or
/// the simplest within 2 % of it: fewer workers, then threads before processes, then the plan's order; the same of all
/// ways where serial has too few rounds. Another way is as good as the fastest where it took no longer in its paired
/// rounds, its ratio's 95 % interval reaches 1, or it is within 2 %.
std::vector<Recommendation> recommendations(const Results& results);

/// One per workload and parameters: "Up to 1 k items stay serial; from 10 k items use tbb with 2 workers." It says up
/// to where the rounds are enough, where less than all was measured and yet something is faster, and of Python what it
/// is compared with.
std::vector<Finding> recommendationFindings(const Results& results);

}  // namespace breakeven
