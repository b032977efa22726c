#include "core/base/random.h"
#include "core/workloads/cpu_levels.h"
#include "core/workloads/slot_workload.h"

#include <algorithm>
#include <array>
#include <cstring>

namespace breakeven {

namespace {

constexpr ItemCount NumbersPerRow = 5;
using Row = std::array<std::uint8_t, NumbersPerRow>;

std::uint8_t digit(const Params& params, const char* name) {
    return static_cast<std::uint8_t>(std::get<double>(params.at(name)));
}

/// In blocks that stay in the cache: first each number by itself, then the five of a row at once. The product has their
/// sum in its fifth byte; no sum is too large for a byte, and what the product takes of the next row comes above it.
BREAKEVEN_CPU_LEVELS
void countInRange(const Row* __restrict input, std::uint8_t minimum, std::uint8_t maximum,
                  std::uint8_t* __restrict output, ItemCount begin, ItemCount end) {
    constexpr ItemCount BlockRows = 64;
    std::array<std::uint8_t, NumbersPerRow * BlockRows + sizeof(std::uint64_t)> isInRange{};
    for (ItemCount block = begin; block < end; block += BlockRows) {
        const ItemCount rows = std::min(BlockRows, end - block);
        const std::uint8_t* const numbers = input[block].data();
        for (ItemCount k = 0; k < NumbersPerRow * rows; ++k)
            isInRange[k] = static_cast<std::uint8_t>(minimum <= numbers[k] && numbers[k] <= maximum);
        for (ItemCount row = 0; row < rows; ++row) {
            std::uint64_t five;
            std::memcpy(&five, &isInRange[NumbersPerRow * row], sizeof five);
            output[block + row] = static_cast<std::uint8_t>((five * 0x0101010101) >> 32);
        }
    }
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
        countInRange(m_input.data(), m_minimum, m_maximum, m_output.data(), begin, end);
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
