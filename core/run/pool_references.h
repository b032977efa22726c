/// What the parts of a pool cost when the items cost nothing, and what the machine can do: measured once per launch,
/// beside the samples, by the call site that takes them.
#pragma once

#include "core/engine/worker_pool.h"
#include "core/experiment/event.h"
#include "core/experiment/reference.h"

#include <set>
#include <string>
#include <tuple>
#include <vector>

namespace breakeven {

/// Makes pools of its own, one after the other, and leaves none: some 50 ms. Each time is the median of a few; what a
/// difference of two times makes negative is 0. Method: see PoolReference.
/// Errors: those of the pool's start and of executeCall.
Result<PoolReference> measurePool(const Backend& backend, const PoolOptions& options);

/// Some 0.3 s. The memory speed is 0 where it cannot be had, as Triad says; where so many threads cannot be had, one is
/// measured alone. Range: threads >= 1.
LaunchReference measureLaunch(int launch, WorkerCount threads);

/// What a launch has measured so far of all this.
class References {
public:
    /// True when the request wants references and its launch lacks one that its trials need. Serial loops, peers and
    /// auto, which is several pools, need none.
    bool areMissing(const BlockRequest& request) const;

    /// One LaunchReference per launch, one PoolReference per pool of the launch. A pool that cannot be had has none:
    /// its trials say why. While no other pool lives.
    std::vector<Event> measureMissing(const BlockRequest& request);

private:
    using Pool = std::tuple<std::string, std::string, WorkerCount>;  ///< backend, start, workers
    std::vector<Pool> missingPools(const BlockRequest& request) const;

    int m_launch = -1;
    std::set<Pool> m_measured;  ///< or tried, in that launch
};

}  // namespace breakeven
