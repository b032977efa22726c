#include "core/base/random.h"
#include "core/workloads/slot_workload.h"
#include "core/workloads/steps.h"

#include <algorithm>
#include <cmath>

namespace breakeven {

namespace {

/// The work of an item relative to the mean, for lists of `size` items.
class Weights {
public:
    Weights(const std::string& distribution, ItemCount size, std::uint64_t seed)
        : m_distribution(distribution),
          m_size(static_cast<double>(size)),
          m_seed(seed),
          m_heavy(randomBelow(seed, 0, size)) {}

    double of(ItemCount item) const {
        if (m_distribution == "linear") return 2 * (static_cast<double>(item) + 0.5) / m_size;
        if (m_distribution == "exponential") return -std::log1p(-randomUnit(m_seed, item));
        if (m_distribution == "one-heavy" && m_size > 1) return m_size / 2 / (item == m_heavy ? 1 : m_size - 1);
        return 1;
    }

private:
    std::string m_distribution;
    double m_size;
    std::uint64_t m_seed;
    ItemCount m_heavy;
};

class Imbalance final : public SlotWorkload<std::uint64_t, std::uint64_t> {
public:
    Imbalance(const ListRecipe& recipe, std::span<std::byte> memory)
        : SlotWorkload(memory, recipe.size),
          m_distribution(std::get<std::string>(recipe.params.at("distribution"))),
          m_mean(std::get<double>(recipe.params.at("steps"))) {}

    void generate(std::uint64_t seed) override {
        constexpr double MostSteps = 1e18;
        const Weights weights(m_distribution, m_input.size(), seed);
        for (ItemCount i = 0; i < m_input.size(); ++i)
            m_input[i] = static_cast<std::uint64_t>(std::min(MostSteps, std::round(m_mean * weights.of(i))));
        clearOutput();
    }

    void run(ItemCount begin, ItemCount end) override {
        for (ItemCount i = begin; i < end; ++i)
            m_output[i] = workedOn(i, m_input[i]);
    }

private:
    std::string m_distribution;
    double m_mean;
};

}  // namespace

WorkloadEntry imbalanceWorkload() {
    return {.info = {.id = "imbalance",
                     .title = "Unequal items",
                     .description = "Computes for as many steps as an item is given. All items are alike (uniform), "
                                    "grow along the list (linear), are of random length (exponential), or one of them "
                                    "takes as long as all others together (one-heavy); the mean stays the same.",
                     .teaches = "When items differ, the last worker decides: small chunks even the load out, and no "
                                "chunk can divide a single heavy item.",
                     .params = {{.name = "distribution",
                                 .title = "Distribution",
                                 .description = "How the work is spread over the items.",
                                 .unit = "",
                                 .kind = ParamKind::Text,
                                 .minimum = 0,
                                 .maximum = 0,
                                 .initial = "exponential",
                                 .choices = {"uniform", "linear", "exponential", "one-heavy"}},
                                stepsParam()},
                     .inputBytesPerItem = sizeof(std::uint64_t),
                     .outputBytesPerItem = sizeof(std::uint64_t),
                     .operationsPerItem = 0,
                     .typicalSize = 1000},
            .bind = [](const ListRecipe& recipe, std::span<std::byte> memory) -> std::unique_ptr<Workload> {
                return std::make_unique<Imbalance>(recipe, memory);
            }};
}

}  // namespace breakeven
