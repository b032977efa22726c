#include "core/run/recorded_list.h"

#include "core/workloads/workload.h"

#include <nlohmann/json.hpp>

#include <utility>

namespace breakeven {

namespace {

constexpr const char* PlaceKey = "recorder";
constexpr const char* BytesKey = "recorder_bytes";

}  // namespace

Result<RecordedList> RecordedList::open(const BlockList& list, WorkerCount workers, std::size_t spansPerLane,
                                        Sharing sharing) {
    RecordedList recorded;
    BREAKEVEN_TRY(auto recorder, SpanRecorder::create(workers, spansPerLane, sharing));
    recorded.recorder = std::make_unique<SpanRecorder>(std::move(recorder));
    recorded.kernel = std::make_unique<SpanKernel>(list.workload(), *recorded.recorder);
    auto recipe = nlohmann::json::parse(list.shared().recipe);
    if (sharing == Sharing::Shared) {
        recipe[PlaceKey] = recorded.recorder->place();
        recipe[BytesKey] = recorded.recorder->bytes();
    }
    recorded.shared = {.recipe = recipe.dump(), .memoryFd = list.shared().memoryFd, .bytes = list.shared().bytes};
    return recorded;
}

bool isRecordedListRecipe(const nlohmann::json& recipe) {
    return recipe.is_object() && recipe.contains(PlaceKey);
}

Result<std::unique_ptr<Kernel>> recordedListKernel(const nlohmann::json& recipe, std::span<std::byte> memory) {
    BREAKEVEN_TRY(auto inner, kernelFromRecipe(recipe.dump(), memory));
    BREAKEVEN_TRY(auto recorder,
                  SpanRecorder::join(recipe.at(PlaceKey).get<std::string>(), recipe.at(BytesKey).get<std::size_t>()));
    return std::unique_ptr<Kernel>(std::make_unique<SpanKernel>(std::move(inner), std::move(recorder)));
}

}  // namespace breakeven
