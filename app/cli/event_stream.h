/// The events of a run on standard output, for the window and for scripts.
#pragma once

#include "core/base/result.h"
#include "core/experiment/event.h"

#include <cstddef>
#include <vector>

namespace breakeven {

/// Writes the lines at once. A reader that is slow holds the run up; once stopFd is readable it gets one more second.
/// Errors: Interrupted when the reader is gone or does not read; Internal.
Result<void> streamEvents(const std::vector<Event>& events, int fd, int stopFd);

/// Lets whoever reads the events work while nothing is measured: it answers each block with a line on fd.
class Pace {
public:
    explicit Pace(int fd, int stopFd) : m_fd(fd), m_stopFd(stopFd) {}

    /// Waits for the lines of all blocks so far, at most a second; not once stopFd is readable or fd has ended.
    void await();

private:
    int m_fd;
    int m_stopFd;
    std::ptrdiff_t m_owed = 0;  ///< lines that have not come yet, also those that were not waited for any longer
};

/// True when fd is a pipe or a socket that nobody reads any more.
bool isReaderGone(int fd);

}  // namespace breakeven
