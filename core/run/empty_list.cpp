#include "core/run/empty_list.h"

#include "core/base/parse.h"

#include <algorithm>
#include <array>
#include <cstring>
#include <optional>
#include <stdexcept>
#include <string_view>
#include <utility>

namespace breakeven {

namespace {

constexpr std::string_view RecipePrefix = "empty-list ";

std::optional<ByteCount> bytesOf(const EmptyListShape& shape) {
    const auto perItem = checkedSum(shape.sent, shape.collected);
    return perItem ? checkedProduct(shape.items, *perItem) : std::nullopt;
}

class EmptyKernel final : public Kernel {
public:
    EmptyKernel(const EmptyListShape& shape, std::span<std::byte> memory) : m_shape(shape), m_memory(memory) {}

    void run(ItemCount, ItemCount) override {}

    void pack(Side side, ItemCount begin, ItemCount end, std::string& bytes) const override {
        const auto part = slots(side, begin, end);
        bytes.append(reinterpret_cast<const char*>(part.data()), part.size());
    }

    void unpack(Side side, ItemCount begin, ItemCount end, std::string_view bytes) override {
        const auto part = slots(side, begin, end);
        if (bytes.size() != part.size()) throw std::runtime_error("empty list: another number of bytes was packed");
        if (!bytes.empty()) std::memcpy(part.data(), bytes.data(), bytes.size());
    }

private:
    /// All inputs, then all outputs.
    std::span<std::byte> slots(Side side, ItemCount begin, ItemCount end) const {
        const bool isInput = side == Side::Input;
        const ByteCount perItem = isInput ? m_shape.sent : m_shape.collected;
        const ByteCount first = isInput ? 0 : m_shape.items * m_shape.sent;
        return m_memory.subspan(first + begin * perItem, (end - begin) * perItem);
    }

    EmptyListShape m_shape;
    std::span<std::byte> m_memory;
};

std::string recipeOf(const EmptyListShape& shape) {
    return std::string(RecipePrefix) + std::to_string(shape.items) + ' ' + std::to_string(shape.sent) + ' ' +
           std::to_string(shape.collected);
}

std::optional<EmptyListShape> shapeOf(std::string_view recipe) {
    recipe.remove_prefix(RecipePrefix.size());
    std::array<ByteCount, 3> numbers{};
    for (ByteCount& number : numbers) {
        const std::size_t end = std::min(recipe.find(' '), recipe.size());
        const auto value = parseWhole<ByteCount>(recipe.substr(0, end));
        if (!value) return std::nullopt;
        number = *value;
        recipe.remove_prefix(std::min(end + 1, recipe.size()));
    }
    return EmptyListShape{.items = numbers[0], .sent = numbers[1], .collected = numbers[2]};
}

}  // namespace

Result<EmptyList> EmptyList::create(const EmptyListShape& shape, Sharing sharing) {
    const auto bytes = bytesOf(shape);
    if (!bytes) return Error{ErrorCode::Refused, "empty list: it needs more bytes than can be addressed"};
    EmptyList list;
    list.m_shape = shape;
    BREAKEVEN_TRY(list.m_memory, MemoryBlock::create(*bytes, sharing));
    std::ranges::fill(list.m_memory.bytes(), std::byte{0x55});  // pages that nobody wrote are all the same one
    list.m_kernel = std::make_unique<EmptyKernel>(shape, list.m_memory.bytes());
    list.m_shared = {.recipe = recipeOf(shape), .memoryFd = list.m_memory.fd(), .bytes = *bytes};
    return list;
}

ListCall EmptyList::call(WorkerCount workers) const {
    return {.job = {.kernel = *m_kernel,
                    .size = m_shape.items,
                    .chunk = {.kind = ChunkPolicy::Kind::Count, .count = 1},
                    .shared = &m_shared},
            .options = {.workers = workers}};
}

bool isEmptyListRecipe(const std::string& recipe) {
    return recipe.starts_with(RecipePrefix);
}

Result<std::unique_ptr<Kernel>> emptyListKernel(const std::string& recipe, std::span<std::byte> memory) {
    const auto shape = isEmptyListRecipe(recipe) ? shapeOf(recipe) : std::nullopt;
    const auto bytes = shape ? bytesOf(*shape) : std::nullopt;
    if (!bytes || *bytes > memory.size())
        return Error{ErrorCode::InvalidInput, "recipe: '" + recipe + "' is not that of an empty list in " +
                                                  std::to_string(memory.size()) + " bytes"};
    return std::unique_ptr<Kernel>(std::make_unique<EmptyKernel>(*shape, memory));
}

}  // namespace breakeven
