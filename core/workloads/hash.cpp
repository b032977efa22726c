#include "core/workloads/hash.h"

#define XXH_INLINE_ALL  // the header alone, no library
#include <xxhash.h>

namespace breakeven {

std::uint64_t hashBytes(std::span<const std::byte> bytes, std::uint64_t seed) {
    return XXH64(bytes.data(), bytes.size(), seed);
}

}  // namespace breakeven
