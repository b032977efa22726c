#include "core/workloads/slot_workload.h"

#include <algorithm>
#include <numeric>

namespace breakeven {

namespace {

class Identity final : public SlotWorkload<double, double> {
public:
    Identity(const ListRecipe& recipe, std::span<std::byte> memory) : SlotWorkload(memory, recipe.size) {}

    void generate(std::uint64_t) override {
        std::iota(m_input.begin(), m_input.end(), 0.0);
        clearOutput();
    }

    void run(ItemCount begin, ItemCount end) override {
        std::copy_n(m_input.begin() + static_cast<std::ptrdiff_t>(begin), end - begin,
                    m_output.begin() + static_cast<std::ptrdiff_t>(begin));
    }
};

}  // namespace

WorkloadEntry identityWorkload() {
    return {
        .info = {.id = "identity",
                 .title = "Identity",
                 .description = "Returns each number of the list as it is. Nothing is computed, so what is measured "
                                "is the hand-over alone: calls, chunks, queues and the copying of items.",
                 .teaches = "What remains when the work is taken away is the price of a call, item by item or "
                            "chunk by chunk.",
                 .params = {},
                 .inputBytesPerItem = sizeof(double),
                 .outputBytesPerItem = sizeof(double),
                 .operationsPerItem = 0,
                 .typicalSize = 1'000'000},
        .bind = [](const ListRecipe& recipe, std::span<std::byte> memory) -> std::unique_ptr<Workload> {
            return std::make_unique<Identity>(recipe, memory);
        }};
}

}  // namespace breakeven
