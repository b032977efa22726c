/// Watches a process that is not our child.
#pragma once

#include "core/base/units.h"

#include <poll.h>
#include <sys/syscall.h>
#include <sys/types.h>
#include <unistd.h>

namespace breakeven {

class Watch {
public:
    explicit Watch(pid_t pid) : m_fd(static_cast<int>(syscall(SYS_pidfd_open, pid, 0))) {}
    Watch(const Watch&) = delete;
    Watch& operator=(const Watch&) = delete;
    ~Watch() { close(m_fd); }

    bool isOpen() const { return m_fd >= 0; }
    bool ends(Seconds within) const {
        pollfd entry{m_fd, POLLIN, 0};
        return poll(&entry, 1, static_cast<int>(within.count() * 1000)) == 1;
    }

private:
    int m_fd;
};

}  // namespace breakeven
