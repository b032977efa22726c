/// Programs of this build, run as a user would run them.
#pragma once

#include "core/base/result.h"
#include "core/experiment/results.h"

#include <string>
#include <vector>

namespace breakeven::benchmarks {

/// Of the build that this program belongs to: beside it, or one folder up.
std::string pathOf(const std::string& program);

struct ProgramOutput {
    std::string text;  ///< what it printed
    int status = 0;    ///< exit status
};

/// Errors: Internal when it cannot be started; ChildCrashed when it ended by a signal.
Result<ProgramOutput> outputOf(const std::vector<std::string>& program);

/// `breakeven-cli run ARGUMENTS` with its events folded. Errors: those of outputOf; WorkFailed when the run fails.
Result<Results> runExperiment(const std::vector<std::string>& arguments);

}  // namespace breakeven::benchmarks
