#include "core/workloads/pause.h"
#include "core/workloads/slot_workload.h"

#include <cmath>

namespace breakeven {

namespace {

class SqrtSleep final : public SlotWorkload<double, double> {
public:
    SqrtSleep(const ListRecipe& recipe, std::span<std::byte> memory)
        : SlotWorkload(memory, recipe.size), m_pause(Seconds(std::get<double>(recipe.params.at("seconds")))) {}

    void generate(std::uint64_t) override {
        for (ItemCount i = 0; i < m_input.size(); ++i)
            m_input[i] = 100 * static_cast<double>(i + 1);
        clearOutput();
    }

    void run(ItemCount begin, ItemCount end) override {
        for (ItemCount i = begin; i < end; ++i) {
            m_pause.wait();
            m_output[i] = std::sqrt(m_input[i]);
        }
    }

private:
    Pause m_pause;
};

}  // namespace

WorkloadEntry sqrtSleepWorkload() {
    return {.info = {.id = "sqrt-sleep",
                     .title = "Sleep, then square root",
                     .description = "Waits for a fixed time, then takes the square root of the item: of 100, 200, 300 "
                                    "and so on. The first loop that many people make parallel is of this kind, with "
                                    "a slow call where this one waits.",
                     .teaches = "With one worker per item all wait at once; what is left above a single wait is the "
                                "price of starting the workers.",
                     .params = {pauseParam(Seconds(0.5), "How long each item waits before its root is taken.")},
                     .inputBytesPerItem = sizeof(double),
                     .outputBytesPerItem = sizeof(double),
                     .operationsPerItem = 1,
                     .typicalSize = 20},
            .bind = [](const ListRecipe& recipe, std::span<std::byte> memory) -> std::unique_ptr<Workload> {
                return std::make_unique<SqrtSleep>(recipe, memory);
            }};
}

}  // namespace breakeven
