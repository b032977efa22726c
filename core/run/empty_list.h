/// A list whose items cost nothing and are as large as one likes, in any pool: what its calls take is the pool's own.
#pragma once

#include "core/base/result.h"
#include "core/engine/kernel.h"
#include "core/os/memory.h"
#include "core/run/execution.h"

#include <memory>
#include <span>
#include <string>

namespace breakeven {

struct EmptyListShape {
    ItemCount items = 1;      ///< >= 1
    ByteCount sent = 0;       ///< bytes of an item's input
    ByteCount collected = 0;  ///< bytes of an item's output
};

class EmptyList {
public:
    /// Errors: those of MemoryBlock; Refused beyond 64 bits.
    static Result<EmptyList> create(const EmptyListShape& shape, Sharing sharing);

    /// A map, item by item, each a chunk of its own. Valid as long as the list.
    ListCall call(WorkerCount workers) const;

private:
    EmptyListShape m_shape;
    MemoryBlock m_memory;
    std::unique_ptr<Kernel> m_kernel;
    SharedKernel m_shared;
};

/// Whether a SharedKernel's recipe is that of an empty list.
bool isEmptyListRecipe(const std::string& recipe);

/// Errors: InvalidInput for another recipe, or memory that it does not fit into.
Result<std::unique_ptr<Kernel>> emptyListKernel(const std::string& recipe, std::span<std::byte> memory);

}  // namespace breakeven
