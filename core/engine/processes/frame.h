/// What a pool that copies and its workers send through their streams: a head, then as many bytes as it says. Lengths
/// have 64 bits, so that a chunk beyond 4 GiB arrives whole.
#pragma once

#include "core/engine/chunk.h"

#include <cstdint>

namespace breakeven {

enum class FrameKind : std::uint32_t {
    Load,        ///< pool: the bytes are the recipe of the list that follows; `begin` is the size of its memory
    Task,        ///< pool: the bytes are the packed input of [begin, end)
    Output,      ///< worker: the bytes are the packed output of [begin, end)
    ItemFailed,  ///< worker, item by item: the bytes say why item `begin` failed
    ItemLate,    ///< worker, item by item: item `begin` has ended after its deadline
    Failed,      ///< worker: the bytes say why the task failed as a whole; the task is over
    Over,        ///< worker, item by item: the task is over
};

struct FrameHead {
    FrameKind kind = FrameKind::Task;
    std::uint32_t flags = 0;  ///< Task: TaskFlag
    std::uint32_t job = 0;    ///< Task, item by item: number of its job's ControlBlock::errorsLeft
    ItemCount begin = 0;
    ItemCount end = 0;
    std::int64_t deadline = 0;  ///< Task, item by item: of one item, in ns; 0: none
    std::uint64_t bytes = 0;    ///< that follow
};

}  // namespace breakeven
