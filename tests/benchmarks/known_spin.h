/// Work of known length: it counts ticks of the processor's own counter, which the sampler does not read.
#pragma once

#include "core/base/units.h"

#include <cstdint>

namespace breakeven::benchmarks {

/// Busy for so long. The first one of the process compares the counter with the monotonic clock for half a second, and
/// measures by how much a spin exceeds what it is told; on processors other than x86-64 the counter is that clock.
class KnownSpin {
public:
    explicit KnownSpin(Seconds length);  ///< >= 1 us
    void operator()() const;

private:
    std::uint64_t m_ticks;
};

}  // namespace breakeven::benchmarks
