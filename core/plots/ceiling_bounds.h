/// The ceilings of core/analysis/ceilings.h as lines of a chart of speed-ups.
#pragma once

#include "core/experiment/results.h"
#include "core/plots/plot.h"

#include <optional>

namespace breakeven {

/// Over the sizes each worker count has its own memory ceiling. What is ideal is the same everywhere: a guide.
void addCeilingsOverSizes(Plot& plot, const Results& results);

/// Over the workers each list has its own lines. Amdahl's ceiling is that of any number of workers.
/// only: of that size alone, which the labels then leave out; absent: of all.
void addCeilingsOverWorkers(Plot& plot, const Results& results, std::optional<ItemCount> only = {});

}  // namespace breakeven
