#include "core/workloads/slot_workload.h"

#include <cerrno>
#include <cmath>
#include <numeric>

#include <time.h>

namespace breakeven {

namespace {

timespec toTimespec(double seconds) {
    const double whole = std::floor(seconds);
    return {.tv_sec = static_cast<time_t>(whole), .tv_nsec = static_cast<long>((seconds - whole) * 1e9)};
}

class SleepSquare final : public SlotWorkload<double, double> {
public:
    SleepSquare(const ListRecipe& recipe, std::span<std::byte> memory)
        : SlotWorkload(memory, recipe.size), m_pause(toTimespec(std::get<double>(recipe.params.at("seconds")))) {}

    void generate(std::uint64_t) override {
        std::iota(m_input.begin(), m_input.end(), 0.0);
        clearOutput();
    }

    void run(ItemCount begin, ItemCount end) override {
        for (ItemCount i = begin; i < end; ++i) {
            timespec left = m_pause;
            while (clock_nanosleep(CLOCK_MONOTONIC, 0, &left, &left) == EINTR) {
            }
            m_output[i] = m_input[i] * m_input[i];
        }
    }

private:
    timespec m_pause;
};

}  // namespace

WorkloadEntry sleepSquareWorkload() {
    return {.info = {.id = "sleep-square",
                     .title = "Sleep, then square",
                     .description = "Waits for a fixed time, then squares the item, as a slow call to another system "
                                    "would. Waiting needs no CPU, so more workers than CPUs still help.",
                     .teaches = "Run time is a staircase: it rises by one wait each time the list outgrows another "
                                "multiple of the workers.",
                     .params = {{.name = "seconds",
                                 .title = "Wait",
                                 .description = "How long each item waits before it is squared.",
                                 .unit = "s",
                                 .kind = ParamKind::Real,
                                 .minimum = 0,
                                 .maximum = 60,
                                 .initial = 2.0}},
                     .inputBytesPerItem = sizeof(double),
                     .outputBytesPerItem = sizeof(double),
                     .operationsPerItem = 1,
                     .typicalSize = 8},
            .bind = [](const ListRecipe& recipe, std::span<std::byte> memory) -> std::unique_ptr<Workload> {
                return std::make_unique<SleepSquare>(recipe, memory);
            }};
}

}  // namespace breakeven
