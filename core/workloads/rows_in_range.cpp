#include "core/base/random.h"
#include "core/workloads/slot_workload.h"

#include <array>

namespace breakeven {

namespace {

constexpr ItemCount NumbersPerRow = 5;
using Row = std::array<std::uint8_t, NumbersPerRow>;

std::uint8_t digit(const Params& params, const char* name) {
    return static_cast<std::uint8_t>(std::get<double>(params.at(name)));
}

class RowsInRange final : public SlotWorkload<Row, std::uint8_t> {
public:
    RowsInRange(const ListRecipe& recipe, std::span<std::byte> memory)
        : SlotWorkload(memory, recipe.size),
          m_minimum(digit(recipe.params, "minimum")),
          m_maximum(digit(recipe.params, "maximum")) {}

    /// Number k of row i is the random number with index 5 i + k, in [0, 10).
    void generate(std::uint64_t seed) override {
        for (ItemCount i = 0; i < m_input.size(); ++i)
            for (ItemCount k = 0; k < NumbersPerRow; ++k)
                m_input[i][k] = static_cast<std::uint8_t>(randomBelow(seed, NumbersPerRow * i + k, 10));
        clearOutput();
    }

    void run(ItemCount begin, ItemCount end) override {
        for (ItemCount i = begin; i < end; ++i) {
            unsigned count = 0;
            for (const auto number : m_input[i])
                count += static_cast<unsigned>(m_minimum <= number && number <= m_maximum);
            m_output[i] = static_cast<std::uint8_t>(count);
        }
    }

private:
    std::uint8_t m_minimum;
    std::uint8_t m_maximum;
};

}  // namespace

WorkloadEntry rowsInRangeWorkload() {
    return {.info = {.id = "rows-in-range",
                     .title = "Rows in range",
                     .description = "Counts, for each row of five random digits, how many lie between the minimum and "
                                    "the maximum, both included.",
                     .teaches = "A few operations per row are not worth a hand-over each: only chunks of many rows "
                                "make workers pay.",
                     .params = {{.name = "minimum",
                                 .title = "Minimum",
                                 .description = "Smallest digit that counts.",
                                 .unit = "",
                                 .kind = ParamKind::Integer,
                                 .minimum = 0,
                                 .maximum = 9,
                                 .initial = 4.0},
                                {.name = "maximum",
                                 .title = "Maximum",
                                 .description = "Largest digit that counts.",
                                 .unit = "",
                                 .kind = ParamKind::Integer,
                                 .minimum = 0,
                                 .maximum = 9,
                                 .initial = 8.0}},
                     .inputBytesPerItem = sizeof(Row),
                     .outputBytesPerItem = sizeof(std::uint8_t),
                     .operationsPerItem = 2 * NumbersPerRow,
                     .typicalSize = 200'000},
            .bind = [](const ListRecipe& recipe, std::span<std::byte> memory) -> std::unique_ptr<Workload> {
                return std::make_unique<RowsInRange>(recipe, memory);
            }};
}

}  // namespace breakeven
