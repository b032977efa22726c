#include "core/workloads/slot_workload.h"
#include "core/workloads/steps.h"

#include <algorithm>
#include <cmath>

namespace breakeven {

namespace {

std::uint64_t wholeSteps(double steps) {
    constexpr double MostSteps = 1e18;
    return static_cast<std::uint64_t>(std::min(MostSteps, std::round(steps)));
}

/// A list has two places for work that only one worker can do. In a reduction it is the end: nobody else has anything
/// to do while partial results are combined, which is Amdahl's law. A list of results has no such end, and workers in
/// other processes have no lock in common; there the serial part belongs to the first item, which nobody can divide.
/// Workers that have their share fixed beforehand then wait as in Amdahl's law, others go on with the rest meanwhile.
class SerialFraction final : public SummedWorkload<std::uint64_t, std::uint64_t> {
public:
    SerialFraction(const ListRecipe& recipe, std::span<std::byte> memory) : SummedWorkload(memory, recipe.size) {
        const double fraction = std::get<double>(recipe.params.at("fraction"));
        const double steps = std::get<double>(recipe.params.at("steps"));
        m_parallelSteps = wholeSteps((1 - fraction) * steps);
        m_serialSteps = wholeSteps(fraction * steps * static_cast<double>(recipe.size));
    }

    void generate(std::uint64_t) override {
        std::ranges::fill(m_input, m_parallelSteps);
        m_input.front() += m_serialSteps;
        clearOutput();
    }

    void run(ItemCount begin, ItemCount end) override {
        for (ItemCount i = begin; i < end; ++i)
            m_output[i] = workedOn(i, m_input[i]);
    }

    void fold(ItemCount begin, ItemCount end) override {
        std::uint64_t sum = 0;
        for (ItemCount i = begin; i < end; ++i)
            sum += workedOn(i, m_parallelSteps);
        m_output[begin] = sum;
    }

    void combine(std::span<const ItemCount> begins) override {
        SummedWorkload::combine(begins);
        m_sum = workedOn(*m_sum, m_serialSteps);
    }

private:
    std::uint64_t m_parallelSteps = 0;  ///< of each item
    std::uint64_t m_serialSteps = 0;    ///< of the list
};

}  // namespace

WorkloadEntry serialFractionWorkload() {
    return {.info = {.id = "serial-fraction",
                     .title = "Serial part",
                     .description =
                         "Computes for a number of steps per item, of which a fraction cannot be shared out. With the "
                         "call reduce it follows at the end, when one thread combines what the workers have, and all "
                         "others wait: Amdahl's law. With all other calls it belongs to the first item, which nobody "
                         "can divide: other workers may go on beside it, but none can finish before it.",
                     .teaches = "The serial part sets the limit: however many workers there are, the speed-up stays "
                                "below 1 / fraction.",
                     .params = {{.name = "fraction",
                                 .title = "Serial fraction",
                                 .description = "Part of all steps that only one worker can do.",
                                 .unit = "",
                                 .kind = ParamKind::Real,
                                 .minimum = 0,
                                 .maximum = 1,
                                 .initial = 0.25},
                                stepsParam()},
                     .inputBytesPerItem = sizeof(std::uint64_t),
                     .outputBytesPerItem = sizeof(std::uint64_t),
                     .operationsPerItem = 0,
                     .reduces = true,
                     .typicalSize = 1000},
            .bind = [](const ListRecipe& recipe, std::span<std::byte> memory) -> std::unique_ptr<Workload> {
                return std::make_unique<SerialFraction>(recipe, memory);
            }};
}

}  // namespace breakeven
