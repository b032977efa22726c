/// One budget of cores for parallel calls inside parallel calls: what a pool may use that is started by a worker of
/// another pool. The outermost pool is never clamped: more workers than CPUs are its caller's choice.
#pragma once

#include "core/base/units.h"

namespace breakeven {

/// While it lives, the calling thread is one of `workers` threads that compute at the same time, those of outer pools
/// included. Costs two thread-local stores.
class CoreShare {
public:
    explicit CoreShare(WorkerCount workers) : m_outer(s_workers) { s_workers = workers; }
    ~CoreShare() { s_workers = m_outer; }

    CoreShare(const CoreShare&) = delete;
    CoreShare& operator=(const CoreShare&) = delete;

    /// The product of the worker counts around this thread; 1 outside of all pools.
    static WorkerCount current() { return s_workers; }

private:
    WorkerCount m_outer;
    static inline thread_local constinit WorkerCount s_workers = 1;
};

/// How many workers a pool may have that the calling thread starts: `wanted` outside of all pools, else at most the
/// usable CPUs divided by the workers around, and at least 1.
WorkerCount nestedWorkers(WorkerCount wanted);

/// The CoreShare of each worker of a pool of `workers` that the calling thread starts.
WorkerCount shareOfEach(WorkerCount workers);

}  // namespace breakeven
