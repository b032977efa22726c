/// Item by item, under a JobControl: what both kinds of workers do.
#pragma once

#include "core/engine/chunk.h"
#include "core/engine/kernel.h"
#include "core/engine/processes/settle.h"
#include "core/engine/processes/task.h"
#include "core/engine/work_error.h"

#include <chrono>
#include <optional>

namespace breakeven {

inline std::int64_t steadyNanoseconds() {
    return std::chrono::nanoseconds(std::chrono::steady_clock::now().time_since_epoch()).count();
}

/// Runs the items of a task as long as mayGoOn() says so. done(item) or failed(item, Error) come before the item counts
/// as finished, so that a death never hides an error. A late item fails by TimedOut, without a text.
template <class MayGoOn, class Done, class Failed>
void runItems(Kernel& kernel, Task<std::atomic>& task, Chunk chunk, MayGoOn mayGoOn, Done done, Failed failed) {
    const std::int64_t deadline = task.deadline.load(std::memory_order_relaxed);
    ItemCount finished = 0;
    for (ItemCount item = chunk.begin; item < chunk.end && mayGoOn(); ++item) {
        const std::int64_t due = deadline > 0 ? steadyNanoseconds() + deadline : 0;
        task.itemDue.store(due, std::memory_order_release);
        try {
            kernel.run(item, item + 1);
            endIfCopy();
            const bool isLate = due != 0 && steadyNanoseconds() > due;
            task.itemDue.store(0, std::memory_order_relaxed);  // telling takes as long as it takes
            if (isLate)
                failed(item, Error{ErrorCode::TimedOut, {}});
            else
                done(item);
        } catch (...) {
            endIfCopy();
            task.itemDue.store(0, std::memory_order_relaxed);
            failed(item, workError(std::current_exception()));
        }
        task.finished.store(++finished, std::memory_order_release);
    }
}

/// The item for which its worker is to be killed, if any: it runs, and is late.
inline std::optional<LateItem> lateItem(const Task<std::atomic>& task) {
    const std::int64_t due = task.itemDue.load(std::memory_order_acquire);
    if (due == 0 || steadyNanoseconds() <= due) return std::nullopt;
    const LateItem late{
        .position = TaskWord::unpacked(task.word.load(std::memory_order_acquire)).position,
        .item = task.begin.load(std::memory_order_acquire) + task.finished.load(std::memory_order_acquire)};
    // What was read in between belongs together when it still runs.
    if (task.itemDue.load(std::memory_order_acquire) != due) return std::nullopt;
    return late;
}

}  // namespace breakeven
