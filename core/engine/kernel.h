/// Kernel: the work on a range of a list's items. The only thing that backends know of a workload.
#pragma once

#include "core/base/result.h"
#include "core/base/unique_number.h"
#include "core/base/units.h"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <stdexcept>
#include <string>
#include <string_view>

namespace breakeven {

/// Which slots of an item travel.
enum class Side { Input, Output };

class Kernel {
public:
    Kernel() = default;
    virtual ~Kernel() = default;

    Kernel(const Kernel&) = delete;
    Kernel& operator=(const Kernel&) = delete;

    /// Tells this kernel from one that was at the same address before.
    std::uint64_t id() const { return m_id; }

    /// Computes items [begin, end) into preallocated slots. Called from any worker; ranges of one call never overlap,
    /// and a range may be run twice (after the death of a worker), so it must not depend on its own output. May throw:
    /// the backend turns it into an Error.
    virtual void run(ItemCount begin, ItemCount end) = 0;

    /// For reduce: folds items [begin, end) into the output slot of `begin`. May throw, like run.
    virtual void fold(ItemCount, ItemCount) { throw std::logic_error("call: this workload has no reduction"); }

    /// For reduce: folds the partial results in the slots of `begins` (ascending), in this order, into the result.
    virtual void combine(std::span<const ItemCount>) { throw std::logic_error("call: this workload has no reduction"); }

    /// For backends that share no memory: appends one side of items [begin, end) to `bytes`.
    virtual void pack(Side, ItemCount, ItemCount, std::string&) const {
        throw std::logic_error("backend: this list cannot be serialised");
    }

    /// Reads back what pack wrote for the same side and items. Throws on bytes that pack cannot have written.
    virtual void unpack(Side, ItemCount, ItemCount, std::string_view) {
        throw std::logic_error("backend: this list cannot be serialised");
    }

private:
    std::uint64_t m_id = uniqueNumber();
};

/// All that another process needs to run the same kernel, on the same memory or on its own.
struct SharedKernel {
    std::string recipe;                 ///< opaque to the engine; understood by the KernelFactory
    int memoryFd = -1;                  ///< memfd with the list's slots
    std::size_t bytes = 0;              ///< its size
    std::uint64_t id = uniqueNumber();  ///< a descriptor's number is used again, this is not
};

/// Rebuilds a kernel inside a worker process over the mapped memory.
using KernelFactory = Result<std::unique_ptr<Kernel>> (*)(const std::string& recipe, std::span<std::byte> memory);

}  // namespace breakeven
