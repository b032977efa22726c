#include "core/base/random.h"
#include "core/workloads/cpu_levels.h"
#include "core/workloads/slot_workload.h"

#include <algorithm>
#include <array>

namespace breakeven {

namespace {

constexpr ItemCount Columns = 4;
using Row = std::array<double, Columns>;

BREAKEVEN_CPU_LEVELS
void normalise(const Row* __restrict input, Row* __restrict output, ItemCount begin, ItemCount end) {
    for (ItemCount i = begin; i < end; ++i) {
        const Row& row = input[i];
        const double least = std::min(std::min(row[0], row[1]), std::min(row[2], row[3]));
        const double most = std::max(std::max(row[0], row[1]), std::max(row[2], row[3]));
        const double range = most > least ? most - least : 1;
        for (ItemCount k = 0; k < Columns; ++k)
            output[i][k] = (row[k] - least) / range;
    }
}

class NormaliseRows final : public SlotWorkload<Row, Row> {
public:
    NormaliseRows(const ListRecipe& recipe, std::span<std::byte> memory) : SlotWorkload(memory, recipe.size) {}

    void generate(std::uint64_t seed) override {
        for (ItemCount i = 0; i < m_input.size(); ++i)
            for (ItemCount k = 0; k < Columns; ++k)
                m_input[i][k] = static_cast<double>(randomBelow(seed, Columns * i + k, 100));
        clearOutput();
    }

    void run(ItemCount begin, ItemCount end) override { normalise(m_input.data(), m_output.data(), begin, end); }
};

}  // namespace

WorkloadEntry normaliseRowsWorkload() {
    return {.info = {.id = "normalise-rows",
                     .title = "Normalise rows",
                     .description = "Maps the four numbers of each row to the range from 0 to 1: the row's smallest "
                                    "becomes 0, its largest 1. A row of equal numbers becomes zeros.",
                     .teaches = "As many numbers come back as go out, with a few operations each, so memory and, "
                                "where items are copied, the way to the workers and back decide.",
                     .params = {},
                     .inputBytesPerItem = sizeof(Row),
                     .outputBytesPerItem = sizeof(Row),
                     .operationsPerItem = 15,  // 6 to compare, 1 for the range, a difference and a quotient each
                     .typicalSize = 1'000'000},
            .bind = [](const ListRecipe& recipe, std::span<std::byte> memory) -> std::unique_ptr<Workload> {
                return std::make_unique<NormaliseRows>(recipe, memory);
            }};
}

}  // namespace breakeven
