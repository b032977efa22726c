/// Counter-based random numbers: the value depends on seed and index alone, so generated input is the same whatever
/// the workers, the schedule or the language. One number per index: SplitMix64. As many as an item needs: RandomStream.
#pragma once

#include <array>
#include <cstdint>
#include <limits>

namespace breakeven {

/// Source: SplitMix64 finaliser; Steele, Lea and Flood, Fast Splittable Pseudorandom Number Generators, OOPSLA 2014.
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

using PhiloxCounter = std::array<std::uint32_t, 4>;
using PhiloxKey = std::array<std::uint32_t, 2>;

/// Philox4x32-10: for each key another permutation of all counters, so different counters never meet.
/// Source: Salmon, Moraes, Dror and Shaw, Parallel Random Numbers: As Easy as 1, 2, 3, SC 2011.
constexpr PhiloxCounter philox(PhiloxCounter counter, PhiloxKey key) {
    constexpr int Rounds = 10;
    for (int round = 0; round < Rounds; ++round) {
        const std::uint64_t first = std::uint64_t{0xD2511F53} * counter[0];
        const std::uint64_t second = std::uint64_t{0xCD9E8D57} * counter[2];
        counter = {static_cast<std::uint32_t>(second >> 32) ^ counter[1] ^ key[0], static_cast<std::uint32_t>(second),
                   static_cast<std::uint32_t>(first >> 32) ^ counter[3] ^ key[1], static_cast<std::uint32_t>(first)};
        key = {key[0] + 0x9E3779B9, key[1] + 0xBB67AE85};
    }
    return counter;
}

/// As many random numbers as one item needs: a stream of its own per item, for the distributions of <random> and for
/// std::shuffle. Make one where the item is computed, RandomStream(seed, item); nothing is shared between workers.
/// The streams of one seed are 2^65 numbers long and no part of one is part of another: the key of Philox is the seed,
/// its counter the item and the place within the stream. Satisfies std::uniform_random_bit_generator.
class RandomStream {
public:
    using result_type = std::uint64_t;

    constexpr RandomStream(std::uint64_t seed, std::uint64_t item) : m_key(wordsOf(seed)), m_item(wordsOf(item)) {}

    static constexpr result_type min() { return 0; }
    static constexpr result_type max() { return std::numeric_limits<result_type>::max(); }
    constexpr result_type operator()() {
        if (m_hasSecond) {
            m_hasSecond = false;
            return m_second;
        }
        const Words block = wordsOf(m_block++);
        const PhiloxCounter bits = philox({block[0], block[1], m_item[0], m_item[1]}, m_key);
        m_second = std::uint64_t{bits[3]} << 32 | bits[2];
        m_hasSecond = true;
        return std::uint64_t{bits[1]} << 32 | bits[0];
    }

private:
    using Words = std::array<std::uint32_t, 2>;
    static constexpr Words wordsOf(std::uint64_t number) {
        return {static_cast<std::uint32_t>(number), static_cast<std::uint32_t>(number >> 32)};
    }

    PhiloxKey m_key;
    Words m_item;
    std::uint64_t m_block = 0;   ///< of two numbers
    std::uint64_t m_second = 0;  ///< of the block before
    bool m_hasSecond = false;
};

}  // namespace breakeven
