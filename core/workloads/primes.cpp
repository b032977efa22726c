#include "core/workloads/slot_workload.h"

namespace breakeven {

namespace {

/// Of an odd number below 2^62.
bool isPrime(std::uint64_t number) {
    for (std::uint64_t divisor = 3; divisor * divisor <= number; divisor += 2)
        if (number % divisor == 0) return false;
    return number > 1;
}

class Primes final : public SummedWorkload<std::uint64_t, std::uint64_t> {
public:
    Primes(const ListRecipe& recipe, std::span<std::byte> memory)
        : SummedWorkload(memory, recipe.size),
          m_first(static_cast<std::uint64_t>(std::get<double>(recipe.params.at("start"))) | 1U) {}

    void generate(std::uint64_t) override {
        for (ItemCount i = 0; i < m_input.size(); ++i)
            m_input[i] = m_first + 2 * i;
        clearOutput();
    }

    void run(ItemCount begin, ItemCount end) override {
        for (ItemCount i = begin; i < end; ++i)
            m_output[i] = isPrime(m_input[i]) ? 1 : 0;
    }

    void fold(ItemCount begin, ItemCount end) override {
        std::uint64_t count = 0;
        for (ItemCount i = begin; i < end; ++i)
            count += isPrime(m_input[i]) ? 1 : 0;
        m_output[begin] = count;
    }

private:
    std::uint64_t m_first;
};

}  // namespace

WorkloadEntry primesWorkload() {
    return {.info = {.id = "primes",
                     .title = "Primes",
                     .description = "Tells for each odd number from a start on whether it is prime, by dividing it by "
                                    "3, 5, 7, … up to its root; the call reduce counts the primes. Most numbers have "
                                    "a small divisor and are done at once, the primes need all divisions.",
                     .teaches = "Pure computing with little memory scales with the CPUs, and items of very different "
                                "length want chunks that are handed out as workers become free.",
                     .params = {{.name = "start",
                                 .title = "First number",
                                 .description = "Where the odd numbers begin; larger numbers need more divisions.",
                                 .unit = "",
                                 .kind = ParamKind::Integer,
                                 .minimum = 1,
                                 .maximum = 1e15,
                                 .initial = 1'000'001.0}},
                     .inputBytesPerItem = sizeof(std::uint64_t),
                     .outputBytesPerItem = sizeof(std::uint64_t),
                     .operationsPerItem = 0,
                     .reduces = true,
                     .typicalSize = 100'000},
            .bind = [](const ListRecipe& recipe, std::span<std::byte> memory) -> std::unique_ptr<Workload> {
                return std::make_unique<Primes>(recipe, memory);
            }};
}

}  // namespace breakeven
