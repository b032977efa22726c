#include "core/base/random.h"
#include "core/workloads/slot_workload.h"

#include <array>

namespace breakeven {

namespace {

constexpr ItemCount Rows = 1000;
using Column = std::array<double, Rows>;

double sumOfSquares(const Column& column) {
    // Sums that do not wait for each other. All numbers are small and whole, so that their order makes no difference.
    constexpr ItemCount Lanes = 8;
    static_assert(Rows % Lanes == 0);
    std::array<double, Lanes> sums{};
    for (ItemCount row = 0; row < Rows; row += Lanes)
        for (ItemCount lane = 0; lane < Lanes; ++lane)
            sums[lane] += column[row + lane] * column[row + lane];
    double sum = 0;
    for (const double part : sums)
        sum += part;
    return sum;
}

class SumSquaresColumns final : public SummedWorkload<Column, double> {
public:
    SumSquaresColumns(const ListRecipe& recipe, std::span<std::byte> memory) : SummedWorkload(memory, recipe.size) {}

    void generate(std::uint64_t seed) override {
        for (ItemCount i = 0; i < m_input.size(); ++i)
            for (ItemCount row = 0; row < Rows; ++row)
                m_input[i][row] = static_cast<double>(3 + randomBelow(seed, Rows * i + row, 7));
        clearOutput();
    }

    void run(ItemCount begin, ItemCount end) override {
        for (ItemCount i = begin; i < end; ++i)
            m_output[i] = sumOfSquares(m_input[i]);
    }

    void fold(ItemCount begin, ItemCount end) override {
        double sum = 0;
        for (ItemCount i = begin; i < end; ++i)
            sum += sumOfSquares(m_input[i]);
        m_output[begin] = sum;
    }
};

}  // namespace

WorkloadEntry sumSquaresColumnsWorkload() {
    return {.info = {.id = "sum-squares-columns",
                     .title = "Sums of squares of columns",
                     .description = "Goes through a table column by column and adds up the squares of a column's 1000 "
                                    "numbers, which are random whole numbers from 3 to 9; the call reduce adds up "
                                    "those of the whole table.",
                     .teaches = "A column is a thousand times the work of a number and yields a single one: columns "
                                "pay from far fewer items than rows, unless all their numbers have to be copied.",
                     .params = {},
                     .inputBytesPerItem = sizeof(Column),
                     .outputBytesPerItem = sizeof(double),
                     .operationsPerItem = 2 * Rows,
                     .reduces = true,
                     .typicalSize = 1000},
            .bind = [](const ListRecipe& recipe, std::span<std::byte> memory) -> std::unique_ptr<Workload> {
                return std::make_unique<SumSquaresColumns>(recipe, memory);
            }};
}

}  // namespace breakeven
