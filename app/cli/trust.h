/// Trust: what a spec from somebody else would run as a program runs only after the user has said yes to exactly that.
#pragma once

#include "core/base/catalog.h"
#include "core/base/result.h"
#include "core/experiment/plan.h"

namespace breakeven {

/// For specs that were read from a file. Shows what would run and asks where somebody can answer; `given`: the answer
/// is yes. A yes is remembered together with the content, so that a changed file is asked for again.
/// Errors: Refused "trust: …"; Unreadable for a file that would run but cannot be read.
Result<void> checkTrust(const Plan& plan, const Catalog& catalog, bool given);

}  // namespace breakeven
