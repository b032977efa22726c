/// A C++ source that a user typed, as a plug-in: compiled once, kept in the user's cache folder.
#pragma once

#include "core/base/result.h"

#include <string>

namespace breakeven {

/// The source with all that makes it a library with the interface of <breakeven/plugin.h>: items are doubles, the input
/// uniform in [0, 1) from the seed.
std::string snippetText(const std::string& source);

/// The path of its library, below breakeven/snippets in XDG_CACHE_HOME, else in ~/.cache, else in a folder of the
/// user's own in the temporary one. It is compiled when no library of the same text, options and CPU is kept there, or
/// when a header of the user's own is newer; isMade: another process has seen to that just now. Any number of processes
/// may ask at once; of each, one thread. Errors: WorkFailed with what the compiler complains of; TimedOut; Refused
/// without a compiler; Internal, Unwritable.
Result<std::string> snippetLibrary(const std::string& source, bool isMade = false);

}  // namespace breakeven
