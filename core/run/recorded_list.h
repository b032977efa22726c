/// A list whose kernel records what each worker does, in worker processes as well.
#pragma once

#include "core/engine/span_recorder.h"
#include "core/run/block_list.h"

#include <nlohmann/json_fwd.hpp>

#include <memory>
#include <span>

namespace breakeven {

struct RecordedList {
    std::unique_ptr<SpanRecorder> recorder;
    std::unique_ptr<SpanKernel> kernel;  ///< on the memory of the block's list
    SharedKernel shared;

    /// Arguments as of SpanRecorder::create. Errors: as there.
    static Result<RecordedList> open(const BlockList& list, WorkerCount workers, std::size_t spansPerLane,
                                     Sharing sharing);
};

bool isRecordedListRecipe(const nlohmann::json& recipe);

/// In a worker process. Errors: those of SpanRecorder::join and kernelFromRecipe.
Result<std::unique_ptr<Kernel>> recordedListKernel(const nlohmann::json& recipe, std::span<std::byte> memory);

}  // namespace breakeven
