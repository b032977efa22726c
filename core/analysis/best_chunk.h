/// Which chunk is best, where a run varies it: one answer for the headline, the advice and the chart.
#pragma once

#include "core/experiment/results.h"

#include <optional>
#include <vector>

namespace breakeven {

struct BestChunk {
    int trial = 0;     ///< id of the one with the smallest median time
    double items = 1;  ///< its chunk
    std::vector<int>
        others;  ///< ids of the trials that differ from it in the chunk alone, those of `auto` and `pool`, too
    /// From the smallest to the largest chunk beside it that is not told to be slower: the 95 % interval of the paired
    /// ratio holds 1, or it is less than PracticalGate. Absent: rounds are too few, or that is every chunk, so that
    /// there is no best one.
    std::optional<Interval<double>> asGood;
};

/// One for each series with two sizes of chunks or more that can be compared.
std::vector<BestChunk> bestChunks(const Results& results);

}  // namespace breakeven
