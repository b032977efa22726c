/// Verdict: what one parallel curve gives against serial, as a sentence that can be ranked.
#pragma once

#include "core/analysis/findings.h"

#include <optional>
#include <vector>

namespace breakeven {

struct Verdict {
    /// From the best news to the worst; decides which curve the headline speaks about.
    enum class Kind { Pays, PaysSoFar, FasterAtOneSize, PaysInPart, NotResolved, SlowerAtOneSize, NeverPays };

    Kind kind = Kind::NotResolved;
    bool provisional = false;        ///< samples too few for an interval where it matters
    bool isOutdone = false;          ///< one size, and another chunk is best there: comes after all that are not
    bool isFasterSomewhere = false;  ///< of a curve that is not resolved: clearly faster at one size or more
    double from = 0;                 ///< items; orders the curves that pay: 0 when faster at every size
    Ratio speedup = 1;               ///< at the largest size; for NeverPays the best at any size
    Finding finding;                 ///< without the words that mark it as provisional
};

/// One per parallel curve that was compared with serial at one size or more, best first; where the run varies something
/// else than the size, those of verdict_along.h.
/// None says otherwise than its sizes do, judged together (trial_verdict.h): a curve of which every size is clear is
/// not "not resolved", and where it is faster within their gate only, that is said.
std::vector<Verdict> verdicts(const Results& results);

}  // namespace breakeven
