/// Numbers that tell apart what looks alike: addresses and descriptors are used again, these are not.
#pragma once

#include <atomic>
#include <cstdint>

namespace breakeven {

/// Unique in this process; never 0. Thread-safe.
inline std::uint64_t uniqueNumber() {
    static std::atomic<std::uint64_t> last{0};
    return last.fetch_add(1, std::memory_order_relaxed) + 1;
}

}  // namespace breakeven
