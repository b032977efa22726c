/// Whose programs an experiment runs: what the user has typed or chosen himself is his own.
#pragma once

#include "core/base/catalog.h"
#include "core/experiment/spec.h"

namespace breakeven {

/// True when the spec would execute, or hand to a program, a text that stands in the other one, too. Initial values and
/// words of a choice are nobody's.
bool sharesPrograms(const ExperimentSpec& spec, const ExperimentSpec& other, const Catalog& catalog);

}  // namespace breakeven
