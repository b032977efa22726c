/// T(n, p) = start + dispatch + work / p: what a parallel call should take, from parts that were each measured by
/// itself, beside what it took. What is left over is shown as it is: imbalance, memory bandwidth, a lower clock.
/// Method: EPCC's, see PoolReference; the references are those of the run itself, on the same machine in the same
/// launches.
#pragma once

#include "core/analysis/time_part.h"
#include "core/experiment/results.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace breakeven {

struct OverheadModel {
    Trial trial;
    std::string label;    ///< the curve's label
    std::string refusal;  ///< why there is no model, one sentence; then only trial, label, busy and measured are set

    TimePart start;      ///< cold: making the pool; after-idle: waking parked workers beyond hot ones; warm: 0
    TimePart wake;       ///< a call of a hot pool with one empty chunk per worker
    TimePart dispatch;   ///< the chunks beyond one per worker
    TimePart transport;  ///< copying the items there and back; 0 where memory is shared
    TimePart work;       ///< serial's time, shared evenly
    TimePart total;      ///< the sum of these

    TimePart perChunk;                    ///< of dispatch: one further chunk
    std::optional<std::uint64_t> chunks;  ///< per call; absent: not known, so that dispatch is 0
    std::string note;  ///< what could not be counted and is therefore part of the residual, one sentence; or empty

    double busy = 1;    ///< share of serial's time in which it needs a CPU, in [0, 1]; 1 where that was not recorded
    TimePart measured;  ///< the median of the samples
    TimePart residual;  ///< measured - total; below 0 where the parts overlap in time
};

/// Part of serial's time that perfectly divided work takes: what waits needs a worker and what computes a CPU, too, and
/// an item is one worker's. busy: see OverheadModel. Range: (0, 1].
double evenShare(ItemCount items, double busy, WorkerCount workers, WorkerCount usableCpus);

/// One per parallel trial that can be compared with serial, by curve and size. References are medianOf their
/// launches.
/// Refused: without a reference of the trial's pool; for calls that submit chunks, since the references are of a map.
std::vector<OverheadModel> overheadModels(const Results& results);

}  // namespace breakeven
