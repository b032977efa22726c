/// Fast hashes of bytes: any changed, missing or exchanged item changes them. Not for hostile data.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

namespace breakeven {

/// XXH64, which workloads' twins in other languages compute, too.
std::uint64_t hashBytes(std::span<const std::byte> bytes, std::uint64_t seed = 0);

template <class T>
std::uint64_t hashItems(std::span<const T> items) {
    return hashBytes(std::as_bytes(items));
}

/// XXH3 with 64 bits, as fast as memory: for whole outputs.
std::uint64_t hashOutput(std::span<const std::byte> bytes);

}  // namespace breakeven
