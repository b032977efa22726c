/// Carries out a call: hands a list to a pool in one of the ways of core/base/calls.h.
#pragma once

#include "core/base/calls.h"
#include "core/base/in_flight.h"
#include "core/base/result.h"
#include "core/base/units.h"
#include "core/engine/worker_pool.h"

#include <optional>

namespace breakeven {

struct CallOptions {
    Call call = Call::Map;
    WorkerCount workers = 1;           ///< of the pool; the chunk rules count them
    std::uint64_t inFlight = NoLimit;  ///< chunks handed over whose results have not been taken back, >= 1
};

struct CallReport {
    std::optional<Seconds> firstResult =
        {};  ///< from the start of the call until the first result was taken; imap only
};

/// Executes the whole list and returns when every item is done. The job's chunk is used as ChunkUse says; its step is
/// set here. Reduce leaves the value with the kernel; the same chunk gives the same value, whatever the schedule.
/// Nothing is handed over any more after a failure or when the job is stopped. Not more than one call at a time on a
/// pool. Errors: those of WorkerPool::map, of the lowest chunk that failed; WorkFailed when the kernel has no
/// reduction; InvalidInput for reduce with a JobControl, since items of a fold have no outcome of their own.
Result<CallReport> executeCall(WorkerPool& pool, const ListJob& job, const CallOptions& options);

}  // namespace breakeven
