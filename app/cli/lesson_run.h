/// The runs of a lesson: one experiment measured for somebody who waits, without files.
#pragma once

#include "app/cli/progress.h"
#include "app/experiment_run.h"
#include "core/base/result.h"
#include "core/experiment/plan.h"

#include <filesystem>
#include <optional>
#include <string>

namespace breakeven {

struct LessonRunSettings {
    RunSettings run;  ///< runner, machine, descriptor to stop by
    ProgressMode progress = ProgressMode::Auto;
    std::optional<std::string> history;  ///< as of recordInto
    std::filesystem::path out = {};      ///< file of the run; empty: none
};

/// Runner, machine and memory of here. Errors: those of findRunner.
Result<RunSettings> settingsOfHere();

/// Blocks until the run is over. Errors: Interrupted; those of ExperimentRun::execute; Unwritable for out.
Result<Results> measureLesson(Plan plan, const LessonRunSettings& settings);

}  // namespace breakeven
