#include "core/workloads/hash.h"

#include <array>
#include <bit>
#include <cstring>

namespace breakeven {

namespace {

constexpr std::uint64_t Prime1 = 0x9E3779B185EBCA87ULL;
constexpr std::uint64_t Prime2 = 0xC2B2AE3D27D4EB4FULL;
constexpr std::uint64_t Prime3 = 0x165667B19E3779F9ULL;
constexpr std::uint64_t Prime4 = 0x85EBCA77C2B2AE63ULL;
constexpr std::uint64_t Prime5 = 0x27D4EB2F165667C5ULL;

template <class T>
T load(const std::byte* place) {
    static_assert(std::endian::native == std::endian::little);
    T value;
    std::memcpy(&value, place, sizeof value);
    return value;
}

std::uint64_t mix(std::uint64_t lane, std::uint64_t input) {
    return std::rotl(lane + input * Prime2, 31) * Prime1;
}

std::uint64_t merge(std::uint64_t hash, std::uint64_t lane) {
    return (hash ^ mix(0, lane)) * Prime1 + Prime4;
}

}  // namespace

std::uint64_t hashBytes(std::span<const std::byte> bytes, std::uint64_t seed) {
    constexpr std::size_t Stripe = 32;
    const std::byte* at = bytes.data();
    std::size_t left = bytes.size();
    std::uint64_t hash = seed + Prime5;
    if (left >= Stripe) {
        std::array<std::uint64_t, 4> lanes = {seed + Prime1 + Prime2, seed + Prime2, seed, seed - Prime1};
        for (; left >= Stripe; at += Stripe, left -= Stripe)
            for (std::size_t i = 0; i < lanes.size(); ++i)
                lanes[i] = mix(lanes[i], load<std::uint64_t>(at + 8 * i));
        hash = std::rotl(lanes[0], 1) + std::rotl(lanes[1], 7) + std::rotl(lanes[2], 12) + std::rotl(lanes[3], 18);
        for (const auto lane : lanes)
            hash = merge(hash, lane);
    }
    hash += bytes.size();
    for (; left >= 8; at += 8, left -= 8)
        hash = std::rotl(hash ^ mix(0, load<std::uint64_t>(at)), 27) * Prime1 + Prime4;
    for (; left >= 4; at += 4, left -= 4)
        hash = std::rotl(hash ^ (load<std::uint32_t>(at) * Prime1), 23) * Prime2 + Prime3;
    for (; left > 0; ++at, --left)
        hash = std::rotl(hash ^ (load<std::uint8_t>(at) * Prime5), 11) * Prime1;
    hash = (hash ^ (hash >> 33)) * Prime2;
    hash = (hash ^ (hash >> 29)) * Prime3;
    return hash ^ (hash >> 32);
}

}  // namespace breakeven
