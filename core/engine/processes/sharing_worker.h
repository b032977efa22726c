/// A worker that computes in the list's own memory.
#pragma once

#include "core/engine/kernel.h"
#include "core/engine/processes/message.h"

namespace breakeven {

/// setup: with the control block and the bell.
[[noreturn]] void serveSharing(int socket, Received setup, KernelFactory factory);

}  // namespace breakeven
