/// What a measured curve would become if one thing were different: the measured times, less what the parts of the
/// overhead model and the profiled passes say would be saved. Nothing is promised that was not measured to be lost.
#pragma once

#include "core/analysis/findings.h"
#include "core/analysis/speedup.h"
#include "core/experiment/results.h"

#include <optional>
#include <string>
#include <vector>

namespace breakeven {

struct WhatIf {
    double dispatchFactor = 1;     ///< on waking, handing over and transport, in [0, 10]; 0.5: half of their cost
    bool perfectBalance = false;   ///< all workers compute equally long
    bool noStart = false;          ///< the pool is there, and awake
    WorkerCount extraWorkers = 0;  ///< on as many further CPUs; in [0, 1024]
    std::optional<ItemCount> chunk = {};  ///< items handed over together, >= 1; absent: as measured
    bool operator==(const WhatIf&) const = default;
};

struct WhatIfPoint {
    ItemCount size = 1;
    Seconds measured{0};  ///< median
    Speedup before;       ///< over serial, as measured
    Seconds time{0};      ///< moved, > 0; never below perfectly divided work, unless measured so
    Speedup after;        ///< its interval joins those of the measured speed-up and of what is saved
};

/// From which size on a curve is faster than serial. No size: not at its largest one.
struct Payoff {
    std::optional<double> size;                ///< items; 0: at every size
    std::optional<Interval<double>> interval;  ///< where the ends of the speed-ups' intervals cross 1; infinity: never
    bool isLatest = false;  ///< it pays from size at the latest: what smaller ones would take cannot be told
};

struct WhatIfCurve {
    Trial series;       ///< its size is meaningless
    std::string label;  ///< the curve's label
    std::vector<WhatIfPoint> points;
    Payoff before;
    Payoff after;
    bool isExtrapolated = false;  ///< more workers than were measured, or than there are usable CPUs
    std::string refusal;          ///< why there are no points, one sentence; or empty
};

/// One per parallel curve that was compared with serial. Sizes without the parts that the question needs are left out,
/// and so are those where these parts by themselves take more than the whole call leaves; a curve without any is
/// refused. Errors: a setting out of its range refuses every curve, naming it. The crossing of the medians is the last
/// change from slower to faster, interpolated in log(size). Where the curve has a resolved break-even (break_even.h),
/// that is what it pays from before. The question moves what is known before by as much as it moves the crossing of the
/// sizes that are not left out; what saves at each of them pays no later than before.
std::vector<WhatIfCurve> whatIf(const Results& results, const WhatIf& question);

/// Of half the dispatch cost, no start and perfect balance, what moves the break-even of the fastest curve most, or
/// what speeds its largest size up most where no break-even moves or it is not resolved; none when nothing gives 5 %,
/// and none of curves with samples too few for an interval at some size.
std::vector<Finding> whatIfFindings(const Results& results);

}  // namespace breakeven
