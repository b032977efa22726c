/// The wish to stop, as one descriptor to wait on: Ctrl-C, SIGTERM, SIGHUP, and the end of whoever reads our output.
#pragma once

#include "core/base/result.h"
#include "core/os/descriptor.h"

#include <utility>

namespace breakeven {

/// Install once per process, before the run. The first signal makes fd() readable for good; a second one ends the
/// process at once with status 130. Writing to a reader that is gone becomes an error (EPIPE) and not the end.
class StopSignal {
public:
    /// watchOutput: the end of standard output's reader counts too. Errors: Internal.
    static Result<StopSignal> install(bool watchOutput);

    int fd() const { return m_epoll.get(); }

private:
    explicit StopSignal(Descriptor epoll) : m_epoll(std::move(epoll)) {}

    Descriptor m_epoll;
};

}  // namespace breakeven
