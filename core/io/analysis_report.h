/// What `analyze` prints: as JSON by the contract, and as text for the terminal.
#pragma once

#include "core/analysis/what_if_question.h"
#include "core/base/units.h"
#include "core/experiment/results.h"

#include <optional>
#include <string>
#include <vector>

namespace breakeven {

/// What a user asks beyond what every run is asked.
struct AnalysisQuestions {
    std::optional<ItemCount> at = {};  ///< a size of the user's own
    std::vector<NamedWhatIf> whatIf = {};
};

/// {"schema":1,"break_even":[…],"at":…,"speedup":[…],"waterfall":[],"models":[],"regimes":[],"findings":[…], …}
std::string analysisJson(const Results& results, const AnalysisQuestions& asked);

/// Headline, break-even per series, the answer at a size, findings, what tells why (why_tables.h), pitfalls, notes.
/// Ends with a newline.
std::string analysisText(const Results& results, const AnalysisQuestions& asked);

/// The table that `run` prints: one row per trial with median, interval, speed-up, verified. Ends with a newline.
std::string resultsTable(const Results& results);

/// What the run noted, such as the decisions of pools: each text once, in the order of noting. Empty when there is
/// none.
std::string notesText(const Results& results);

}  // namespace breakeven
