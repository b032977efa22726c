#include "core/workloads/pause.h"
#include "core/workloads/slot_workload.h"

namespace breakeven {

namespace {

struct Arguments {
    double x;
    double y;
};

class SumXySquares final : public SlotWorkload<Arguments, double> {
public:
    SumXySquares(const ListRecipe& recipe, std::span<std::byte> memory)
        : SlotWorkload(memory, recipe.size), m_pause(Seconds(std::get<double>(recipe.params.at("seconds")))) {}

    void generate(std::uint64_t) override {
        for (ItemCount i = 0; i < m_input.size(); ++i)
            m_input[i] = {.x = static_cast<double>(i), .y = static_cast<double>(i)};
        clearOutput();
    }

    void run(ItemCount begin, ItemCount end) override {
        for (ItemCount i = begin; i < end; ++i) {
            m_pause.wait();
            const auto& [x, y] = m_input[i];
            m_output[i] = x * x + y * y;
        }
    }

private:
    Pause m_pause;
};

}  // namespace

WorkloadEntry sumXySquaresWorkload() {
    return {.info = {.id = "sum-xy-squares",
                     .title = "Function of two arguments",
                     .description = "Waits for a fixed time, then computes x² + y² for the pairs (0, 0), (1, 1), "
                                    "(2, 2) and so on: a function of two arguments, where an item is one set of them.",
                     .teaches = "Two arguments cost no more than one: the pair is the item, and the wait alone decides "
                                "how many workers pay.",
                     .params = {pauseParam(Seconds(2), "How long each pair waits before it is computed.")},
                     .inputBytesPerItem = sizeof(Arguments),
                     .outputBytesPerItem = sizeof(double),
                     .operationsPerItem = 3,
                     .typicalSize = 10},
            .bind = [](const ListRecipe& recipe, std::span<std::byte> memory) -> std::unique_ptr<Workload> {
                return std::make_unique<SumXySquares>(recipe, memory);
            }};
}

}  // namespace breakeven
