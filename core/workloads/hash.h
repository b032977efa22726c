/// XXH64, a fast hash of an output's bytes; any changed, missing or exchanged item changes it. Not for hostile data.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

namespace breakeven {

std::uint64_t hashBytes(std::span<const std::byte> bytes, std::uint64_t seed = 0);

template <class T>
std::uint64_t hashItems(std::span<const T> items) {
    return hashBytes(std::as_bytes(items));
}

}  // namespace breakeven
