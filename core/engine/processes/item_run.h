/// Item by item, under a JobControl: what both kinds of workers do.
#pragma once

#include "core/engine/chunk.h"
#include "core/engine/kernel.h"
#include "core/engine/processes/task.h"
#include "core/engine/work_error.h"

#include <chrono>

namespace breakeven {

inline std::int64_t steadyNanoseconds() {
    return std::chrono::nanoseconds(std::chrono::steady_clock::now().time_since_epoch()).count();
}

/// Runs the task's items [begin, end) until it is stopped. done(item) or failed(item, Error) come before the item
/// counts as finished, so that a death never hides an error.
template <class Done, class Failed>
void runItems(Kernel& kernel, Task<std::atomic>& task, Chunk chunk, Done done, Failed failed) {
    const bool isTimed = (task.flags.load(std::memory_order_relaxed) & Timed) != 0;
    ItemCount finished = task.finished.load(std::memory_order_relaxed);
    for (ItemCount item = chunk.begin; item < chunk.end && task.stop.load(std::memory_order_relaxed) == 0; ++item) {
        if (isTimed) task.itemStart.store(steadyNanoseconds(), std::memory_order_release);
        try {
            kernel.run(item, item + 1);
            done(item);
        } catch (...) {
            failed(item, workError(std::current_exception()));
        }
        task.itemStart.store(0, std::memory_order_relaxed);
        task.finished.store(++finished, std::memory_order_release);
    }
}

}  // namespace breakeven
