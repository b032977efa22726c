/// Counter-based random numbers: the value depends on seed and index alone, so generated input is the same whatever
/// the workers, the schedule or the language.
/// Source: SplitMix64 finaliser; Steele, Lea and Flood, Fast Splittable Pseudorandom Number Generators, OOPSLA 2014.
#pragma once

#include <cstdint>
#include <limits>

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

/// Uniform in [0, 1), in steps of 2^-53.
constexpr double randomUnit(std::uint64_t seed, std::uint64_t index) {
    return static_cast<double>(randomBits(seed, index) >> 11) * 0x1p-53;
}

/// As many random numbers as one item needs: a stream of its own per item, for the distributions of <random> and for
/// std::shuffle. Make one where the item is computed, RandomStream(seed, item); nothing is shared between workers.
/// Satisfies std::uniform_random_bit_generator.
class RandomStream {
public:
    using result_type = std::uint64_t;

    constexpr RandomStream(std::uint64_t seed, std::uint64_t item) : m_seed(randomBits(seed, item)) {}

    static constexpr result_type min() { return 0; }
    static constexpr result_type max() { return std::numeric_limits<result_type>::max(); }
    constexpr result_type operator()() { return randomBits(m_seed, m_index++); }

private:
    std::uint64_t m_seed;
    std::uint64_t m_index = 0;
};

}  // namespace breakeven
