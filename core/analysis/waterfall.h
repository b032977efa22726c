/// Where a speed-up was lost: the measured one as an exact product of what each cause left of it.
#pragma once

#include "core/analysis/findings.h"
#include "core/analysis/speedup.h"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace breakeven {

/// Profiled passes from which a factor has an interval.
inline constexpr std::size_t FewestPasses = 3;

/// What a chunk has to compute for, on average, to be timed by itself: some 30 steps of the clock, and ten times what
/// the stores take that a CPU still has under way when the clock is read.
inline constexpr Seconds ShortestTimed{500e-9};

enum class LossCause { Workers, LoadBalance, Overhead, Clock, WorkInflation };

struct LossFactor {
    LossCause cause = LossCause::Workers;
    Ratio value = 1;  ///< > 0; below 1 it costs, above 1 it gives; the number of workers for Workers
    std::optional<Interval<Ratio>>
        interval;    ///< 95 %; absent for Workers, which is no measurement, and from few passes
    Ratio left = 1;  ///< of the ideal after this cause and those before it: the product of their values without Workers
    std::optional<Interval<Ratio>> leftInterval = {};  ///< 95 %; absent: not known, as from few passes

    /// Whether it is told on which side of 1 it is; what fewer than FewestPasses say is taken for what it is.
    bool isTold() const { return !interval || interval->low > 1 || interval->high < 1; }
    std::string costText() const;  ///< "12 % (10 %–14 %)" of the time; range: value < 1
};

struct Waterfall {
    Trial trial;
    std::string label;                ///< the curve's label
    Speedup speedup;                  ///< over the trial's base; the product of the factors
    std::vector<LossFactor> factors;  ///< in the order of LossCause; Clock and WorkInflation only where they are known
    std::size_t passes = 0;           ///< profiled ones that this rests on, >= 1
    bool isTooFine = false;           ///< the chunks are too short to be timed: no Clock and no WorkInflation
};

/// One per parallel trial that has a speed-up and a profiled pass in which something was computed, by curves.
///
/// With the times u that each of p workers computed in a pass of wall time W, 0 for a worker that had nothing to do,
/// and S = T1 / Tp over the samples:
///     S = p  ×  mean u / max u  ×  max u / W  ×  (T1 / Tp) · (W / Σu)
///         workers, load balance, overhead, work inflation
/// Overhead is all that passes while even the busiest worker does not compute: waking, handing over, transport,
/// collecting. Work inflation tells how much longer the workers computed than serial did; W / Tp brings a pass to the
/// pace of the samples. Over several passes each factor is the geometric mean, so the product stays exact. Where
/// spins of 1 and of p threads were measured in the same run, work inflation is parted into the clock's share, the time
/// of a spin alone over that of p at once, and the rest; beside factors with an interval only where the clock has one,
/// too, from two launches or more, since without it neither part could be told.
/// Where chunks compute for less than ShortestTimed, what they took is mostly the clock's own time, or is missing: the
/// work is taken to be as fast as serial's, so that overhead is all that balance leaves open, unless that would make it
/// a gain.
/// More workers than CPUs still count as p: what they do not get shows as work inflation, since a worker's clock runs
/// on while another one has its CPU.
/// Sources: POP project, multiplicative efficiency metrics (load balance, communication, computation scalability).
std::vector<Waterfall> waterfalls(const Results& results);

/// What was lost on the way to the best speed-up of each workload: one sentence each, at its largest size of those with
/// samples enough for an interval. A factor that may be 1 is called not resolved.
std::vector<Finding> waterfallFindings(const Results& results);

/// Contract words: workers, load-balance, overhead, clock, work-inflation.
std::string_view causeWord(LossCause cause);

/// ", as far as one profiled pass tells" of what fewer than FewestPasses saw, which may be luck; else empty.
std::string asFarAsPassesTell(std::size_t passes);

/// The factor of that cause; nullptr when the waterfall has none.
const LossFactor* findFactor(const Waterfall& waterfall, LossCause cause);

}  // namespace breakeven
