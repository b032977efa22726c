/// What is said of a class: the same words in files, terminal and report.
#pragma once

#include "core/analysis/class_summary.h"

#include <string>

namespace breakeven {

/// "31 000 items (24 000–45 000)": the median over runs and the quartiles; "always faster", "never in range".
std::string spreadText(const ClassSpread& breakEven);

/// "1.84× (1.70–1.95)": likewise of speed-ups.
std::string ratioSpreadText(const ClassSpread& speedup);

/// "31 000 items (28 000–36 000)" with the run's own 95 % interval, or the word for why there is none.
std::string placeText(const ClassPlace& place);

/// One sentence or two: how far the run is from whom, and what differs: "Learner 7: the break-even of tbb is 310 000
/// items, where the median of all 30 runs is 31 000 items (modified z-score 12.4). What differs from most: Frequency
/// governor: powersave (29 others: performance).".
std::string outlierText(const ClassSummary& summary, const ClassOutlier& outlier);

/// What differs of the run, or that it is unexplained: the last sentence of outlierText.
std::string reasonText(const ClassOutlier& outlier);

/// "CPU quota: 0.50 CPUs (29 others: none)", "Load average: 7.9 6.0 2.1 (usually 0.2)".
std::string tellingText(const TellingFact& fact);

/// "tbb ×4 pays off from 31 000 items (24 000–45 000), the median of 28 runs on 3 kinds of machine".
std::string classHeadline(const ClassSummary& summary);

}  // namespace breakeven
