/// Quantities that cross function borders. Durations are typed; counts are named, and travel in structs with named
/// fields, so that a size cannot be handed over as a worker count unnoticed.
#pragma once

#include <chrono>
#include <cstdint>

namespace breakeven {

using Seconds = std::chrono::duration<double>;
using ItemCount = std::uint64_t;  ///< items in a list, >= 1 unless said otherwise
using WorkerCount = int;          ///< threads or processes that execute a list, >= 1
using ByteCount = std::uint64_t;
using Ratio = double;  ///< dimensionless, > 0 for speed-ups

/// Two ends of an uncertainty statement; low <= high.
template <class T>
struct Interval {
    T low{};
    T high{};
    bool operator==(const Interval&) const = default;
};

}  // namespace breakeven
