/// What the zygote and every worker do first.
#pragma once

#include <sys/types.h>
#include <unistd.h>

namespace breakeven {

/// Where a process made here keeps its one socket; every higher descriptor is closed.
inline constexpr int OwnSocket = 3;

/// Keeps stderr and the socket alone, leaves signals to its parent, and ends with it. name: 15 characters are kept.
void settle(int socket, pid_t parent, const char* name);

/// Set in a process that an item has made by fork().
inline bool isCopyOfWorker = false;

/// After every call of the kernel: a copy that comes back from it must not go on as the worker.
inline void endIfCopy() {
    if (isCopyOfWorker) _exit(0);
}

}  // namespace breakeven
