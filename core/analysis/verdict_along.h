/// What a run that varies something else than the size says of its curves: of the chunks, of the workers, of a
/// parameter. Its question is which of them is best, not from which size on parallel pays.
#pragma once

#include "core/analysis/verdict.h"

#include <vector>

namespace breakeven {

/// One per parallel curve that was compared with serial at two values or more of what the spec has on x, best first.
/// Empty where that is the size.
std::vector<Verdict> verdictsAlong(const Results& results);

}  // namespace breakeven
