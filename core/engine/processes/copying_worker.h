/// A worker that gets its items through a stream and keeps them in memory of its own.
#pragma once

#include "core/engine/kernel.h"
#include "core/engine/processes/message.h"

namespace breakeven {

/// setup: with the control block and the stream.
[[noreturn]] void serveCopying(int socket, Received setup, KernelFactory factory);

}  // namespace breakeven
