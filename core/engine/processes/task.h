/// A task: one cache line of shared memory in which work is handed to a worker and answered. Templates over the
/// atomics, so that a model checker can run the very code of the protocol.
#pragma once

#include "core/base/units.h"

#include <atomic>
#include <cstddef>
#include <cstdint>

namespace breakeven {

inline constexpr std::size_t MostWorkers = 1024;

/// Tasks are numbered as they are posted; task p lies in line p modulo the number of lines. 50 bits of it travel. A
/// task that only one worker may take has OwnTask set and the worker in its lowest bits, and lies in that worker's own
/// line.
using Position = std::uint64_t;
inline constexpr Position OwnTask = Position{1} << 49;

constexpr Position ownTask(std::uint64_t number, std::size_t worker) {
    return OwnTask | ((number * MostWorkers + worker) & (OwnTask - 1));
}

enum class TaskState : std::uint8_t {
    Done,     ///< over, or taken back
    Left,     ///< as Done, but the list may go on: its worker ends and is replaced
    Ready,    ///< nobody's
    Taken,    ///< a worker's; of a list: about to take a chunk from the cursor
    Running,  ///< of a list: the worker runs [begin, end)
};

inline bool isOver(TaskState state) {
    return state == TaskState::Done || state == TaskState::Left;
}

/// A task's state, number and owner change in one step, so that it is never unknown whose a lost task was.
struct TaskWord {
    Position position = 0;
    TaskState state = TaskState::Done;
    std::uint16_t worker = 0;  ///< below MostWorkers
    bool operator==(const TaskWord&) const = default;

    constexpr std::uint64_t packed() const { return position << 14 | static_cast<std::uint64_t>(state) << 11 | worker; }
    static constexpr TaskWord unpacked(std::uint64_t word) {
        return {.position = word >> 14,
                .state = static_cast<TaskState>(word >> 11 & 7),
                .worker = static_cast<std::uint16_t>(word & 0x7ff)};
    }
};

/// An item that has outrun its deadline, and the task it is of.
struct LateItem {
    Position position = 0;
    ItemCount item = 0;
    bool operator==(const LateItem&) const = default;
};

/// What a task asks for, and how it is done.
enum TaskFlag : std::uint32_t {
    WholeList = 1,   ///< chunks from the cursor until none is left; else [begin, end)
    Fold = 2,        ///< Kernel::fold instead of run
    ItemByItem = 4,  ///< under a JobControl; never with WholeList
};

using TaskFlags = std::uint16_t;

/// One cache line, so that handing over and answering move one line each way.
template <template <class> class Atomic>
struct alignas(64) Task {
    Atomic<std::uint64_t> word{0};
    Atomic<ItemCount> begin{0};
    Atomic<ItemCount> end{0};
    Atomic<ItemCount> finished{0};     ///< item by item: items that are over, well or not
    Atomic<Position> stop{0};          ///< item by item: tasks up to this one begin no further item
    Atomic<std::int64_t> deadline{0};  ///< item by item: longest time of one item in ns; 0: none
    Atomic<std::int64_t> itemDue{0};   ///< ns of the steady clock at which the item that runs is late; 0: none is timed
    Atomic<std::uint32_t> list{0};     ///< number of the list to be loaded
    Atomic<TaskFlags> flags{0};
    Atomic<std::uint8_t> spoke{0};  ///< set by the worker: it has sent messages about this task
};

}  // namespace breakeven
