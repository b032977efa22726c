/// What `analyze` prints: as JSON by the contract, and as text for the terminal.
#pragma once

#include "core/base/units.h"
#include "core/experiment/results.h"

#include <optional>
#include <string>

namespace breakeven {

/// {"schema":1,"break_even":[…],"at":…,"speedup":[…],"waterfall":[],"models":[],"regimes":[],"findings":[…]}
std::string analysisJson(const Results& results, std::optional<ItemCount> at);

/// Headline, break-even per series, the answer at a size, findings, notes. Ends with a newline.
std::string analysisText(const Results& results, std::optional<ItemCount> at);

/// The table that `run` prints: one row per trial with median, interval, speed-up, verified. Ends with a newline.
std::string resultsTable(const Results& results);

/// What the run noted, such as the decisions of pools: each text once, in the order of noting. Empty when there is
/// none.
std::string notesText(const Results& results);

}  // namespace breakeven
