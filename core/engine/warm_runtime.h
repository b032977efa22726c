/// Runtimes that could not be taken down with the pool that used them.
#pragma once

#include <atomic>
#include <cstdint>

namespace breakeven {

/// Counts pools whose destruction left threads of their runtime alive, because another pool uses them or the runtime
/// refused. A cold start during which it has risen was not as cold as it should have been: the next one finds threads.
inline std::atomic<std::uint64_t> runtimesLeftWarm{0};

}  // namespace breakeven
