/// Runs a program to its end and takes what it says.
#pragma once

#include "core/base/result.h"
#include "core/base/units.h"
#include "core/os/program.h"

#include <cstddef>
#include <functional>
#include <span>
#include <string>
#include <vector>

namespace breakeven {

struct ProgramResult {
    ExitStatus status;
    Seconds startup{0};  ///< from the request until a process of its own turns to the program
    Seconds wall{0};     ///< from then until it ended; that the system loads it is part of this
    ProgramUsage usage;
    std::string lastError;  ///< last line of its standard error that is not empty, at most 1000 bytes of it; or empty
};

/// Takes the next part of a program's standard output; empty: it goes to /dev/null.
using OutputTaker = std::function<void(std::span<const std::byte>)>;

/// Its standard input is empty. It ends when its own process does: whatever that has started is killed then, and also
/// when it takes longer than the limit, or when this process dies, be it by SIGKILL (except what has left its process
/// group). Thread-safe; memory is bounded, however much it says.
/// Errors: Internal "PROGRAM: could not be started: …"; TimedOut "ran longer than 3 s".
Result<ProgramResult> runProgram(const std::vector<std::string>& argv, Seconds limit, const OutputTaker& takeOutput);

}  // namespace breakeven
