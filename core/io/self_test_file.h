/// The outcome of the last self-test on this machine, kept for the runs that follow.
#pragma once

#include "core/analysis/self_test.h"
#include "core/base/environment.h"
#include "core/base/result.h"

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace breakeven {

struct DatedSelfTest {
    SelfTest outcome;
    std::string date;     ///< ISO 8601, UTC
    std::string machine;  ///< see machineOf
};

/// XDG_STATE_HOME, else ~/.local/state, and there breakeven/self-test.json. Empty when there is no home.
std::filesystem::path selfTestFile();

/// What must not change for a self-test to hold: processor, usable CPUs, kernel, program.
std::string machineOf(const Environment& environment);

/// Errors: Unwritable.
Result<void> saveSelfTest(const std::filesystem::path& file, const DatedSelfTest& test);

/// Errors: Unreadable; InvalidInput.
Result<DatedSelfTest> readSelfTest(const std::filesystem::path& file);

/// As one JSON object, ends with a newline.
std::string writeSelfTest(const DatedSelfTest& test);

/// "2 of 40 comparisons of equals came out different, up to 5 are chance, 1 by more than 1 %; only differences from 1.3
/// % on can be seen"
std::string selfTestText(const SelfTest& test);

/// For the environment of a run: the outcome in `file`; SelfTestNotRun when there is none for this machine.
Fact selfTestFact(const Environment& environment, const std::filesystem::path& file);

}  // namespace breakeven
