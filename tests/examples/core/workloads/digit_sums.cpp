#include "core/workloads/slot_workload.h"

#include <cstdint>
#include <memory>
#include <numeric>

namespace breakeven {

namespace {

std::uint32_t digitSum(std::uint64_t number) {
    std::uint32_t sum = 0;
    for (; number > 0; number /= 10)
        sum += static_cast<std::uint32_t>(number % 10);
    return sum;
}

/// A number in, a number out.
class DigitSums final : public SlotWorkload<std::uint64_t, std::uint32_t> {
public:
    DigitSums(const ListRecipe& recipe, std::span<std::byte> memory) : SlotWorkload(memory, recipe.size) {}

    void generate(std::uint64_t) override {
        std::iota(m_input.begin(), m_input.end(), std::uint64_t{0});
        clearOutput();
    }

    void run(ItemCount begin, ItemCount end) override {
        for (ItemCount i = begin; i < end; ++i)
            m_output[i] = digitSum(m_input[i]);
    }
};

}  // namespace

WorkloadEntry digitSumsWorkload() {
    return {.info = {.id = "digit-sums",
                     .title = "Digit sums",
                     .description = "Adds up the digits of the numbers 0, 1, 2, … of the list.",
                     .teaches = "A few divisions per item are enough for shorter lists to pay than squares do.",
                     .params = {},
                     .inputBytesPerItem = sizeof(std::uint64_t),
                     .outputBytesPerItem = sizeof(std::uint32_t),
                     .typicalSize = 100'000},
            .bind = [](const ListRecipe& recipe, std::span<std::byte> memory) -> std::unique_ptr<Workload> {
                return std::make_unique<DigitSums>(recipe, memory);
            }};
}

}  // namespace breakeven
