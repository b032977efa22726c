/// What the zygote and every worker do first.
#pragma once

#include <sys/types.h>

namespace breakeven {

/// Where a process made here keeps its one socket; every higher descriptor is closed.
inline constexpr int OwnSocket = 3;

/// Keeps stderr and the socket alone, leaves signals to its parent, and ends with it. name: 15 characters are kept.
void settle(int socket, pid_t parent, const char* name);

}  // namespace breakeven
