#include "core/base/random.h"
#include "core/workloads/slot_workload.h"

#include <algorithm>
#include <array>

namespace breakeven {

namespace {

/// Numbers behind the count are 0, so that equal lists have equal bytes.
struct ShortList {
    static constexpr std::uint32_t Capacity = 7;

    std::uint32_t count;
    std::array<std::int32_t, Capacity> numbers;

    void add(std::int32_t number) { numbers[count++] = number; }
    bool contains(std::int32_t number) const {
        const auto end = numbers.begin() + count;
        return std::find(numbers.begin(), end, number) != end;
    }
};

struct Row {
    ShortList a;
    ShortList b;
};

/// Two to seven ascending numbers, with gaps of up to two between them.
ShortList ascendingList(RandomStream& random, std::int32_t first) {
    const auto below = [&random](std::uint32_t bound) { return static_cast<std::uint32_t>(random() >> 32) % bound; };
    ShortList list{};
    const std::uint32_t count = 2 + below(ShortList::Capacity - 1);
    for (std::int32_t number = first; list.count < count; number += 1 + static_cast<std::int32_t>(below(3)))
        list.add(number);
    return list;
}

class CommonItems final : public SlotWorkload<Row, ShortList> {
public:
    CommonItems(const ListRecipe& recipe, std::span<std::byte> memory) : SlotWorkload(memory, recipe.size) {}

    void generate(std::uint64_t seed) override {
        for (ItemCount i = 0; i < m_input.size(); ++i) {
            RandomStream random(seed, i);
            const auto first = static_cast<std::int32_t>(random() % 20);
            m_input[i].a = ascendingList(random, first);
            m_input[i].b = ascendingList(random, first + 1);
        }
        clearOutput();
    }

    void run(ItemCount begin, ItemCount end) override {
        for (ItemCount i = begin; i < end; ++i) {
            const auto& [a, b] = m_input[i];
            ShortList common{};
            for (std::uint32_t k = 0; k < a.count; ++k)
                if (b.contains(a.numbers[k])) common.add(a.numbers[k]);
            m_output[i] = common;
        }
    }
};

}  // namespace

WorkloadEntry commonItemsWorkload() {
    return {.info = {.id = "common-items",
                     .title = "Common items of rows",
                     .description = "Looks up, row by row of two columns of short lists, which numbers of the first "
                                    "list are in the second too, and returns them in the order of the first. A list "
                                    "has two to seven numbers.",
                     .teaches = "Some tens of comparisons per row, with branches that cannot be foreseen: more work "
                                "for the same memory, so that workers pay earlier than with sums and products.",
                     .params = {},
                     .inputBytesPerItem = sizeof(Row),
                     .outputBytesPerItem = sizeof(ShortList),
                     .operationsPerItem = 0,
                     .typicalSize = 100'000},
            .bind = [](const ListRecipe& recipe, std::span<std::byte> memory) -> std::unique_ptr<Workload> {
                return std::make_unique<CommonItems>(recipe, memory);
            }};
}

}  // namespace breakeven
