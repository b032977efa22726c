/// Where a launch's stack lies. The size of the environment and of what is on the stack alone moves times by per cents;
/// drawing both anew for each launch makes that part of the spread between launches instead of a bias of all of them.
/// Source: Mytkowicz, Diwan, Hauswirth and Sweeney, Producing Wrong Data Without Doing Anything Obviously Wrong, ASPLOS
/// 2009; Curtsinger and Berger, Stabilizer, ASPLOS 2013.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

namespace breakeven {

struct LaunchLayout {
    std::size_t environmentBytes = 0;  ///< added to the environment, in [0, 4095]
    std::size_t stackBytes = 0;        ///< skipped on the stack, a multiple of 16 in [0, 4080]
    bool operator==(const LaunchLayout&) const = default;
};

/// The same for the same run and launch.
LaunchLayout randomLayout(std::uint64_t seed, int launch);

/// Puts the layout into this process's environment, for the next program that it starts.
void announceLayout(const LaunchLayout& layout);

/// What the parent has announced; nothing was added and nothing is to be skipped where it has not.
LaunchLayout announcedLayout();

/// Calls the function with so many bytes of the stack left out: what it calls in turn lies that much lower.
template <class Function>
[[gnu::noinline]] auto withStackOffset(std::size_t bytes, Function&& function) {
    void* const skipped = __builtin_alloca(bytes + 1);
    asm volatile("" : : "r"(skipped) : "memory");
    return function();
}

}  // namespace breakeven
