#include "core/workloads/hash.h"

#include "core/base/xxhash.h"

namespace breakeven {

std::uint64_t hashBytes(std::span<const std::byte> bytes, std::uint64_t seed) {
    return XXH64(bytes.data(), bytes.size(), seed);
}

std::uint64_t hashOutput(std::span<const std::byte> bytes) {
    return XXH3_64bits(bytes.data(), bytes.size());
}

}  // namespace breakeven
