#include "core/workloads/cpu_levels.h"
#include "core/workloads/slot_workload.h"

#include <array>
#include <numeric>

namespace breakeven {

namespace {

BREAKEVEN_CPU_LEVELS
void squares(const double* __restrict input, double* __restrict output, ItemCount begin, ItemCount end) {
    for (ItemCount i = begin; i < end; ++i)
        output[i] = input[i] * input[i];
}

BREAKEVEN_CPU_LEVELS
double sumOfSquares(const double* input, ItemCount begin, ItemCount end) {
    // Sums that do not wait for each other; one alone takes as long as the latency of its additions.
    constexpr ItemCount Lanes = 16;
    std::array<double, Lanes> sums{};
    ItemCount i = begin;
    for (; end - i >= Lanes; i += Lanes)
        for (ItemCount lane = 0; lane < Lanes; ++lane)
            sums[lane] += input[i + lane] * input[i + lane];
    for (; i < end; ++i)
        sums[0] += input[i] * input[i];
    return std::accumulate(sums.begin(), sums.end(), 0.0);
}

class SumOfSquares final : public SummedWorkload<double, double> {
public:
    SumOfSquares(const ListRecipe& recipe, std::span<std::byte> memory) : SummedWorkload(memory, recipe.size) {}

    void generate(std::uint64_t) override {
        std::iota(m_input.begin(), m_input.end(), 0.0);
        clearOutput();
    }

    void run(ItemCount begin, ItemCount end) override { squares(m_input.data(), m_output.data(), begin, end); }

    void fold(ItemCount begin, ItemCount end) override { m_output[begin] = sumOfSquares(m_input.data(), begin, end); }
};

/// Sums of n positive numbers in another order differ by at most n units of 1.1e-16 relatively, and by far less as a
/// rule; an item that is missing makes the sum no number.
constexpr double Tolerance = 1e-9;

}  // namespace

WorkloadEntry sumOfSquaresWorkload() {
    return {.info = {.id = "sum-of-squares",
                     .title = "Sum of squares",
                     .description = "Squares the numbers 0, 1, 2, … of the list; the call reduce adds the squares up, "
                                    "each chunk by itself and then the chunks in their order, without a list of "
                                    "results in between.",
                     .teaches = "A reduction leaves no list behind, so it reaches the limit of the memory later; its "
                                "last digits depend on the chunks, but never on the schedule.",
                     .params = {},
                     .inputBytesPerItem = sizeof(double),
                     .outputBytesPerItem = sizeof(double),
                     .operationsPerItem = 2,
                     .reduces = true,
                     .typicalSize = 10'000'000},
            .bind = [](const ListRecipe& recipe, std::span<std::byte> memory) -> std::unique_ptr<Workload> {
                return std::make_unique<SumOfSquares>(recipe, memory);
            },
            .tolerance = Tolerance};
}

}  // namespace breakeven
