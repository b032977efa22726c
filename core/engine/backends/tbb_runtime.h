/// oneTBB for one pool: its worker threads, limited to the pool's workers, from the first pool to the last.
#pragma once

#include "core/base/units.h"

#include <oneapi/tbb/global_control.h>
#include <oneapi/tbb/task_arena.h>

#include <memory>

namespace breakeven {

class TbbRuntime {
public:
    /// Throws what TBB throws when the system refuses threads.
    explicit TbbRuntime(WorkerCount workers);

    /// Joins TBB's threads when no other pool uses them; else counts in runtimesLeftWarm.
    ~TbbRuntime();

    TbbRuntime(const TbbRuntime&) = delete;
    TbbRuntime& operator=(const TbbRuntime&) = delete;

    /// The caller of execute() is one of its workers.
    tbb::task_arena& arena() { return m_arena; }

private:
    tbb::task_scheduler_handle m_scheduler;
    std::shared_ptr<tbb::global_control> m_limit;
    tbb::task_arena m_arena;
};

}  // namespace breakeven
