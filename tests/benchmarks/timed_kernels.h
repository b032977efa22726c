/// Ten kernels of different kinds, from 50 ns to 50 ms. They are a shared library, so that programs that load it run
/// the same machine code at the same places within its pages.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

namespace breakeven::benchmarks {

struct TimedKernel {
    const char* name;
    std::uint64_t (*run)();  ///< its result must be kept (keep); not thread-safe
};

/// From the shortest to the longest.
std::span<const TimedKernel> timedKernels();
const TimedKernel* findKernel(std::string_view name);  ///< nullptr when unknown

/// The compiler must assume that somebody reads the value.
inline void keep(std::uint64_t value) {
    asm volatile("" : : "r"(value) : "memory");
}

}  // namespace breakeven::benchmarks
