/// Carries out a call: hands a list to a pool in one of the ways of core/base/calls.h.
#pragma once

#include "core/base/calls.h"
#include "core/base/in_flight.h"
#include "core/base/result.h"
#include "core/base/units.h"
#include "core/engine/worker_pool.h"

#include <optional>
#include <string_view>

namespace breakeven {

struct CallOptions {
    Call call = Call::Map;
    WorkerCount workers = 1;           ///< of the pool; the chunk rules count them
    std::uint64_t inFlight = NoLimit;  ///< chunks handed over whose results have not been taken back, >= 1
    std::string_view backend = {};     ///< as the trial names it; for programs that are told
};

/// What a call took by the clock of the runtime that carried it out.
struct OwnClock {
    Seconds wall{0};     ///< of all iterations together
    Seconds cpu{0};      ///< user and system time of that runtime and its workers in the same span
    Seconds startup{0};  ///< starting the runtime, before any call; not part of wall
    ByteCount peakMemory =
        0;  ///< of processes that are gone by now, or of this one when that is more; 0: there are none
};

struct CallReport {
    std::optional<Seconds> firstResult =
        {};                            ///< from the start of the call until the first result was taken; imap only
    std::optional<OwnClock> own = {};  ///< of pools with wholeCalls
};

/// What is timed of a call that is carried out whole.
struct CallSpan {
    std::uint64_t iterations = 1;  ///< executions of the list, >= 1
    bool makesPool = false;        ///< the runtime makes its pool in the timed span, for this call alone
};

/// Implemented by pools of another runtime, which has calls of these names and a clock of its own.
class WholeCalls {
public:
    /// As executeCall; what the runtime prepares for the call is not timed. Errors: those of executeCall; Refused for a
    /// call or an option that the runtime does not have.
    virtual Result<CallReport> carryOut(const ListJob& job, const CallOptions& options, const CallSpan& span) = 0;

protected:
    ~WholeCalls() = default;
};

/// Executes the whole list and returns when every item is done. The job's chunk is used as ChunkUse says; its step is
/// set here. Reduce leaves the value with the kernel; the same chunk gives the same value, whatever the schedule.
/// Nothing is handed over any more after a failure or when the job is stopped. Not more than one call at a time on a
/// pool. Errors: those of WorkerPool::map, of the lowest chunk that failed; WorkFailed when the kernel has no
/// reduction; InvalidInput for reduce with a JobControl, since items of a fold have no outcome of their own.
Result<CallReport> executeCall(WorkerPool& pool, const ListJob& job, const CallOptions& options);

}  // namespace breakeven
