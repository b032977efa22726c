/// A question to whoever sits at the terminal.
#pragma once

#include "core/base/result.h"

#include <optional>
#include <string>

namespace breakeven {

/// True when standard input and output are a terminal: nobody else is asked.
bool canAsk();

/// Writes the question to standard output and waits for a line of standard input; absent at its end. stopFd: readable
/// when the user wants to stop. Errors: Interrupted.
Result<std::optional<std::string>> ask(const std::string& question, int stopFd);

}  // namespace breakeven
