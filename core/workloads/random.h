/// Counter-based random numbers: the value depends on seed and index alone, so generated input is the same whatever
/// the workers, the schedule or the language.
/// Source: SplitMix64 finaliser; Steele, Lea and Flood, Fast Splittable Pseudorandom Number Generators, OOPSLA 2014.
#pragma once

#include <cstdint>

namespace breakeven {

constexpr std::uint64_t randomBits(std::uint64_t seed, std::uint64_t index) {
    std::uint64_t z = seed + (index + 1) * 0x9E3779B97F4A7C15ULL;
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9ULL;
    z = (z ^ (z >> 27)) * 0x94D049BB133111EBULL;
    return z ^ (z >> 31);
}

__extension__ using WideBits = unsigned __int128;

/// Uniform in [0, bound), bound >= 1.
constexpr std::uint64_t randomBelow(std::uint64_t seed, std::uint64_t index, std::uint64_t bound) {
    return static_cast<std::uint64_t>((static_cast<WideBits>(randomBits(seed, index)) * bound) >> 64);
}

}  // namespace breakeven
