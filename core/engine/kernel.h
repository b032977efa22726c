/// Kernel: the work on a range of a list's items. The only thing that backends know of a workload.
#pragma once

#include "core/base/result.h"
#include "core/base/units.h"

#include <cstddef>
#include <memory>
#include <span>
#include <string>

namespace breakeven {

class Kernel {
public:
    virtual ~Kernel() = default;

    /// Computes items [begin, end) into preallocated slots. Called from any worker; ranges of one call never overlap.
    /// May throw: the backend turns it into an Error.
    virtual void run(ItemCount begin, ItemCount end) = 0;
};

/// All that another process needs to run the same kernel on the same memory.
struct SharedKernel {
    std::string recipe;     ///< opaque to the engine; understood by the KernelFactory
    int memoryFd = -1;      ///< memfd with the list's slots
    std::size_t bytes = 0;  ///< its size
};

/// Rebuilds a kernel inside a worker process over the mapped memory.
using KernelFactory = Result<std::unique_ptr<Kernel>> (*)(const std::string& recipe, std::span<std::byte> memory);

}  // namespace breakeven
