/// The wish to stop, as one descriptor to wait on: Ctrl-C, SIGTERM, SIGHUP, and the end of whoever reads our output.
#pragma once

#include "core/base/result.h"

namespace breakeven {

/// Install once per process, before the run. The first signal makes fd() readable for good; a second one ends the
/// process at once with status 130. Writing to a reader that is gone becomes an error (EPIPE) and not the end.
class StopSignal {
public:
    /// watchOutput: the end of standard output's reader counts too. Errors: Internal.
    static Result<StopSignal> install(bool watchOutput);

    StopSignal(StopSignal&& other) noexcept;
    StopSignal& operator=(StopSignal&&) = delete;
    ~StopSignal();

    int fd() const { return m_epoll; }

private:
    explicit StopSignal(int epoll) : m_epoll(epoll) {}
    int m_epoll = -1;
};

}  // namespace breakeven
