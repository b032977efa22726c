#include "core/workloads/cpu_levels.h"
#include "core/workloads/slot_workload.h"

namespace breakeven {

namespace {

/// Side by side, unlike in STREAM's three arrays; each item still moves 24 bytes.
struct Operands {
    double b;
    double c;
};

BREAKEVEN_CPU_LEVELS
void triad(const Operands* __restrict input, double scalar, double* __restrict output, ItemCount begin, ItemCount end) {
    for (ItemCount i = begin; i < end; ++i)
        output[i] = input[i].b + scalar * input[i].c;
}

class Triad final : public SlotWorkload<Operands, double> {
public:
    Triad(const ListRecipe& recipe, std::span<std::byte> memory)
        : SlotWorkload(memory, recipe.size), m_scalar(std::get<double>(recipe.params.at("scalar"))) {}

    void generate(std::uint64_t) override {
        for (ItemCount i = 0; i < m_input.size(); ++i)
            m_input[i] = {.b = static_cast<double>(i), .c = static_cast<double>(2 * i + 1)};
        clearOutput();
    }

    void run(ItemCount begin, ItemCount end) override { triad(m_input.data(), m_scalar, m_output.data(), begin, end); }

private:
    double m_scalar;
};

}  // namespace

WorkloadEntry triadWorkload() {
    return {
        .info = {.id = "triad",
                 .title = "Triad",
                 .description = "Computes a = b + s × c for lists of numbers b and c, the last kernel of the STREAM "
                                "benchmark: two operations for 24 bytes of memory traffic.",
                 .teaches = "Once a list no longer fits the caches, memory sets the speed, and a few workers use "
                            "all the bandwidth there is.",
                 .params = {{.name = "scalar",
                             .title = "Scalar",
                             .description = "The factor s.",
                             .unit = "",
                             .kind = ParamKind::Real,
                             .minimum = -1e6,
                             .maximum = 1e6,
                             .initial = 3.0}},
                 .inputBytesPerItem = sizeof(Operands),
                 .outputBytesPerItem = sizeof(double),
                 .operationsPerItem = 2,
                 .typicalSize = 10'000'000},
        .bind = [](const ListRecipe& recipe, std::span<std::byte> memory) -> std::unique_ptr<Workload> {
            return std::make_unique<Triad>(recipe, memory);
        }};
}

}  // namespace breakeven
