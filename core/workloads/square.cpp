#include "core/workloads/cpu_levels.h"
#include "core/workloads/slot_workload.h"

#include <numeric>

namespace breakeven {

namespace {

BREAKEVEN_CPU_LEVELS
void square(const double* __restrict input, double* __restrict output, ItemCount begin, ItemCount end) {
    for (ItemCount i = begin; i < end; ++i)
        output[i] = input[i] * input[i];
}

class Square final : public SlotWorkload<double, double> {
public:
    Square(const ListRecipe& recipe, std::span<std::byte> memory) : SlotWorkload(memory, recipe.size) {}

    void generate(std::uint64_t) override {
        std::iota(m_input.begin(), m_input.end(), 0.0);
        clearOutput();
    }

    void run(ItemCount begin, ItemCount end) override { square(m_input.data(), m_output.data(), begin, end); }
};

}  // namespace

WorkloadEntry squareWorkload() {
    return {.info = {.id = "square",
                     .title = "Square",
                     .description = "Squares the numbers 0, 1, 2, … of the list. One multiplication per item: as "
                                    "little work as an item can have.",
                     .teaches = "With next to no work per item, starting and feeding workers costs more than they "
                                "save until the list is long, and then memory sets the limit.",
                     .params = {},
                     .inputBytesPerItem = sizeof(double),
                     .outputBytesPerItem = sizeof(double),
                     .operationsPerItem = 1,
                     .typicalSize = 1'000'000},
            .bind = [](const ListRecipe& recipe, std::span<std::byte> memory) -> std::unique_ptr<Workload> {
                return std::make_unique<Square>(recipe, memory);
            }};
}

}  // namespace breakeven
