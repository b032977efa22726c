#include "core/workloads/pause.h"
#include "core/workloads/slot_workload.h"

#include <numeric>

namespace breakeven {

namespace {

class SleepSquare final : public SlotWorkload<double, double> {
public:
    SleepSquare(const ListRecipe& recipe, std::span<std::byte> memory)
        : SlotWorkload(memory, recipe.size), m_pause(Seconds(std::get<double>(recipe.params.at("seconds")))) {}

    void generate(std::uint64_t) override {
        std::iota(m_input.begin(), m_input.end(), 0.0);
        clearOutput();
    }

    void run(ItemCount begin, ItemCount end) override {
        for (ItemCount i = begin; i < end; ++i) {
            m_pause.wait();
            m_output[i] = m_input[i] * m_input[i];
        }
    }

private:
    Pause m_pause;
};

}  // namespace

WorkloadEntry sleepSquareWorkload() {
    return {.info = {.id = "sleep-square",
                     .title = "Sleep, then square",
                     .description = "Waits for a fixed time, then squares the item, as a slow call to another system "
                                    "would. Waiting needs no CPU, so more workers than CPUs still help.",
                     .teaches = "Run time is a staircase: it rises by one wait each time the list outgrows another "
                                "multiple of the workers.",
                     .params = {pauseParam(Seconds(2), "How long each item waits before it is squared.")},
                     .inputBytesPerItem = sizeof(double),
                     .outputBytesPerItem = sizeof(double),
                     .operationsPerItem = 1,
                     .typicalSize = 8},
            .bind = [](const ListRecipe& recipe, std::span<std::byte> memory) -> std::unique_ptr<Workload> {
                return std::make_unique<SleepSquare>(recipe, memory);
            }};
}

}  // namespace breakeven
