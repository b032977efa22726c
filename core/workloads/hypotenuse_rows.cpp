#include "core/base/random.h"
#include "core/workloads/slot_workload.h"

#include <cmath>

namespace breakeven {

namespace {

/// Of a data frame with two columns.
struct Row {
    double a;
    double b;
};

class HypotenuseRows final : public SlotWorkload<Row, double> {
public:
    HypotenuseRows(const ListRecipe& recipe, std::span<std::byte> memory) : SlotWorkload(memory, recipe.size) {}

    void generate(std::uint64_t seed) override {
        const auto digit = [seed](ItemCount index) { return static_cast<double>(3 + randomBelow(seed, index, 7)); };
        for (ItemCount i = 0; i < m_input.size(); ++i)
            m_input[i] = {.a = digit(2 * i), .b = digit(2 * i + 1)};
        clearOutput();
    }

    void run(ItemCount begin, ItemCount end) override {
        const Row* __restrict input = m_input.data();
        double* __restrict output = m_output.data();
        for (ItemCount i = begin; i < end; ++i)
            output[i] = std::sqrt(input[i].a * input[i].a + input[i].b * input[i].b);
    }
};

}  // namespace

WorkloadEntry hypotenuseRowsWorkload() {
    return {.info = {.id = "hypotenuse-rows",
                     .title = "Hypotenuse of rows",
                     .description = "Goes through a table of two columns row by row and computes the hypotenuse of "
                                    "the triangle with these two sides, which are random whole numbers from 3 to 9.",
                     .teaches = "A row of a table is too little work to be handed over by itself; as with single "
                                "numbers, only chunks of many rows pay.",
                     .params = {},
                     .inputBytesPerItem = sizeof(Row),
                     .outputBytesPerItem = sizeof(double),
                     .operationsPerItem = 4,
                     .typicalSize = 1'000'000},
            .bind = [](const ListRecipe& recipe, std::span<std::byte> memory) -> std::unique_ptr<Workload> {
                return std::make_unique<HypotenuseRows>(recipe, memory);
            }};
}

}  // namespace breakeven
