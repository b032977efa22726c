#include "core/base/random.h"
#include "core/workloads/pause.h"
#include "core/workloads/slot_workload.h"

#include <array>

namespace breakeven {

namespace {

/// The hyper-parameters of one model, and what its training takes: 1, 2 or 3, at random. Drawn with the list, so that
/// every worker and every call finds the same.
struct Model {
    std::uint32_t estimators;
    std::uint32_t depth;
    std::uint32_t effort;
};

constexpr std::array<std::uint32_t, 4> Estimators = {100, 150, 200, 300};
constexpr std::uint32_t SmallestDepth = 4;
constexpr std::uint32_t Depths = 3;
constexpr std::uint32_t Efforts = 3;

class ModelRun final : public SlotWorkload<Model, std::uint32_t> {
public:
    ModelRun(const ListRecipe& recipe, std::span<std::byte> memory)
        : SlotWorkload(memory, recipe.size), m_meanWait(std::get<double>(recipe.params.at("seconds"))) {}

    /// Twelve models one after the other have all pairs of estimators and depth.
    void generate(std::uint64_t seed) override {
        for (ItemCount i = 0; i < m_input.size(); ++i)
            m_input[i] = {.estimators = Estimators[i % Estimators.size()],
                          .depth = SmallestDepth + static_cast<std::uint32_t>(i % Depths),
                          .effort = 1 + static_cast<std::uint32_t>(randomBelow(seed, i, Efforts))};
        clearOutput();
    }

    void run(ItemCount begin, ItemCount end) override {
        constexpr double MeanEffort = (1 + Efforts) / 2.0;
        for (ItemCount i = begin; i < end; ++i) {
            Pause(m_meanWait * (m_input[i].effort / MeanEffort)).wait();
            m_output[i] = m_input[i].effort;
        }
    }

private:
    Seconds m_meanWait;
};

}  // namespace

WorkloadEntry modelRunWorkload() {
    return {.info = {.id = "model-run",
                     .title = "Model runs",
                     .description = "Stands for the training of models, one for each pair of hyper-parameters (number "
                                    "of estimators, largest depth). A run waits for a random time of half, once or one "
                                    "and a half times the mean wait, and returns what it has drawn: 1, 2 or 3. What "
                                    "is drawn depends on the seed alone, never on the workers.",
                     .teaches = "Runs of different length leave workers without work at the end, so the gain stays "
                                "below the number of workers unless there are many more runs than workers.",
                     .params = {pauseParam(Seconds(2), "What a run waits on the mean.")},
                     .inputBytesPerItem = sizeof(Model),
                     .outputBytesPerItem = sizeof(std::uint32_t),
                     .operationsPerItem = 0,
                     .typicalSize = 12},
            .bind = [](const ListRecipe& recipe, std::span<std::byte> memory) -> std::unique_ptr<Workload> {
                return std::make_unique<ModelRun>(recipe, memory);
            }};
}

}  // namespace breakeven
