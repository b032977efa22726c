/// The events of a run on standard output, for the window and for scripts.
#pragma once

#include "core/base/result.h"
#include "core/experiment/event.h"

#include <vector>

namespace breakeven {

/// Writes the lines at once. A reader that is slow holds the run up; once stopFd is readable it gets one more second.
/// Errors: Interrupted when the reader is gone or does not read; Internal.
Result<void> streamEvents(const std::vector<Event>& events, int fd, int stopFd);

/// True when fd is a pipe or a socket that nobody reads any more.
bool isReaderGone(int fd);

}  // namespace breakeven
