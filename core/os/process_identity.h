/// Which process a number meant: numbers are given out again.
#pragma once

#include <string>

#include <sys/types.h>

namespace breakeven {

/// Of a process that lives: a word that no other process of this machine has, had or will have. Empty when there is
/// none of that number, or it has ended and only waits to be reaped.
std::string processIdentity(pid_t pid);

/// True while the process of that identity lives. False also for one that cannot be seen from here: of another
/// machine, or beyond a container's border.
bool isAlive(const std::string& identity);

}  // namespace breakeven
