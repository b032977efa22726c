#include "core/parallel/slots.h"

#include "core/base/numbers.h"
#include "core/os/memory.h"
#include "core/parallel/parallel_error.h"

namespace breakeven {

void refuseResults(ItemCount count, std::size_t bytesOfEach, const std::string& why) {
    throw ParallelError({ErrorCode::Refused, "results: " + std::to_string(count) + " of " +
                                                 std::to_string(bytesOfEach) + " bytes do not fit into memory (" + why +
                                                 ")"});
}

void checkResultsFit(ItemCount count, std::size_t bytesOfEach) {
    // Asking costs some 80 us, less than 1 % of what touching so much for the first time takes.
    constexpr ByteCount TooSmallToAsk = 64 << 20;
    const auto bytes = checkedProduct(count, bytesOfEach);
    if (!bytes) refuseResults(count, bytesOfEach, "no machine has that much");
    if (*bytes <= TooSmallToAsk) return;
    const AvailableMemory memory = availableMemory();
    if (*bytes <= memory.bytes) return;
    refuseResults(count, bytesOfEach,
                  "only " + formatBytes(static_cast<double>(memory.bytes)) + " are free, " + memory.reason);
}

}  // namespace breakeven
