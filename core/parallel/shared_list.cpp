#include "core/parallel/shared_list.h"

#include <string>

#include <fcntl.h>

namespace breakeven {

Result<SharedLayout> sharedLayout(ItemCount size, std::size_t itemBytes, std::size_t slotBytes) {
    constexpr std::size_t Alignment = 64;  // one cache line, and enough for any plain type
    const auto items = checkedProduct(size, itemBytes);
    const auto slots = checkedProduct(size, slotBytes);
    const auto padded = items ? checkedSum(*items, Alignment) : std::nullopt;
    const auto bytes = padded && slots ? checkedSum(*padded, *slots) : std::nullopt;
    if (!bytes)
        return Error{ErrorCode::Refused,
                     "list: " + std::to_string(size) + " items are larger than any memory (use fewer items)"};
    const std::size_t begin = *items / Alignment * Alignment + (*items % Alignment == 0 ? 0 : Alignment);
    return SharedLayout{.slots = begin, .bytes = begin + *slots};
}

Result<MemoryBlock> mapForeign(const ForeignItems& items) {
    const std::string path = "/proc/" + std::to_string(items.owner) + "/fd/" + std::to_string(items.fd);
    const Descriptor file(open(path.c_str(), O_RDWR | O_CLOEXEC));
    if (!file) return Error{ErrorCode::Internal, "processes: the items cannot be mapped: " + path};
    return MemoryBlock::map(file.get(), items.bytes);
}

}  // namespace breakeven
