/// What limits each parallel trial, with the evidence that says so.
#pragma once

#include "core/analysis/findings.h"

#include <string>
#include <string_view>
#include <vector>

namespace breakeven {

enum class RegimeKind {
    ComputeBound,    ///< the workers compute nearly all the time, at serial's pace
    OverheadBound,   ///< handing the work over takes too large a part of the time
    ImbalanceBound,  ///< some workers wait for the busiest
    BandwidthBound,  ///< the work slows down since memory serves all workers
    Oversubscribed,  ///< more workers than CPUs
    Blocking,        ///< the items wait (sleep, files, answers) instead of computing
    NotResolved      ///< the evidence does not choose; the sentence says what is missing
};

struct Evidence {
    /// "speedup-per-worker", "load-balance", "overhead", "work-inflation", "clock", "cpu-share", "list-over-cache",
    /// "speedup-over-memory-ceiling", "hot-call-share", "serial-seconds", "passes", …
    std::string id;
    double value = 0;
};

struct Regime {
    Trial trial;
    std::string label;  ///< the curve's label
    RegimeKind kind = RegimeKind::NotResolved;
    std::vector<Evidence> evidence;  ///< what the rule that decided looked at; never empty
    std::string sentence;            ///< one, for people
};

/// One per parallel trial that has a speed-up, by curves. Rules, the first that holds:
/// 1. Blocking: serial uses a CPU for less than half of its time, less what it waited for a CPU, in each of its samples
///    of which that is known, three at least. Serial, since a parallel runtime may burn CPU time while it waits, and
///    workers that wait for work use none. Not known of a sample flagged with steal, nor of one of an older file that
///    other programs disturbed.
/// 2. NotResolved: samples too few for an interval of the speed-up.
/// 3. Oversubscribed: more workers than usable CPUs.
/// 4. ComputeBound: a speed-up of at least 0.8 per worker, which the POP project takes for good, with its whole
///    interval; where only the estimate reaches that, it is not resolved.
/// 5. With a loss waterfall the largest loss decides: load balance, overhead, or work inflation, each as far as its
///    interval is below 1. Inflation is BandwidthBound where the list exceeds the last cache or the speed-up reaches
///    0.8 of the memory ceiling; inflation within the caches (shared cores, false sharing) is not resolved, or
///    OverheadBound where serial takes less than 0.5 ms. A clock that falls with the workers is ComputeBound: the
///    workers compute, at a slower pace. What fewer than FewestPasses saw has no interval, and the sentence says so.
/// 6. Without one: OverheadBound where a hot call of the pool with nothing to do (PoolReference), for a cold pool with
///    its start, takes more than a fifth of the trial's time, or where serial takes less than 0.5 ms, oneTBB's rule of
///    a million cycles at 2 GHz for loops worth running in parallel.
/// Sources: POP project, standard metrics for parallel performance analysis; oneTBB Developer Guide, Automatic
/// Chunking.
std::vector<Regime> regimes(const Results& results);

/// How each workload's curves change over the sizes, those not resolved among them unless what is on either side of
/// them is the same: one sentence per workload with a regime that is known at some size. It is of the best curve, or of
/// the best that is known of those with as many workers.
std::vector<Finding> regimeFindings(const Results& results);

/// Contract words: compute-bound, overhead-bound, imbalance-bound, bandwidth-bound, oversubscribed, blocking,
/// not-resolved.
std::string_view regimeWord(RegimeKind kind);

}  // namespace breakeven
