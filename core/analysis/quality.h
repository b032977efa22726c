/// Whether the samples of a trial are what the intervals take them for: one steady law, every value on its own.
#pragma once

#include "core/analysis/findings.h"
#include "core/stats/distribution.h"
#include "core/stats/order_tests.h"

#include <cstddef>
#include <optional>
#include <vector>

namespace breakeven {

/// One series of numbers in the order of measuring. What is absent has too few values to be said.
struct SeriesQuality {
    std::size_t count = 0;
    Outliers outliers;  ///< positions in the order of measuring
    std::optional<Modality> modality;
    std::optional<SerialCorrelation> serial;
    std::optional<Drift> drift;
    std::optional<LevelShift> shift;  ///< a clear one means: no steady state
};

struct TrialQuality {
    int trial = 0;                        ///< id
    SeriesQuality times;                  ///< of the samples, in seconds
    std::optional<SeriesQuality> ratios;  ///< of the log ratios of paired rounds; absent where there is no base
};

/// Every comparable trial with samples, in the order of the results.
std::vector<TrialQuality> quality(const Results& results);

/// Ids of the trials whose times clearly have more than one mode, by the rule of "several-modes".
std::vector<int> trialsWithSeveralModes(const Results& results);

/// What is wrong with the samples, said once per kind: "drift", "no-steady-state", "several-modes" and "outliers" of
/// times, "serial-correlation" of the ratios, since that is what widens their intervals. A trial is named only where
/// its p-value survives Holm's correction over all trials at 5 %; outliers where at least a tenth of all samples are
/// severe ones.
std::vector<Finding> qualityFindings(const Results& results);

}  // namespace breakeven
