/// Which runs of a class can be summarised together.
#pragma once

#include "core/analysis/class_run.h"

#include <string>
#include <vector>

namespace breakeven {

/// The largest group of runs that measured the same, in their order, each once and under a name of its own; the others
/// are added to those left out, with why. See summariseClass.
std::vector<ClassRun> sameExperiment(std::vector<ClassRun> runs, std::vector<LeftOut>& leftOut);

/// Why a copy is left out, by the name of the one that counts.
std::string sameRunText(const std::string& counted);

}  // namespace breakeven
