/// The waiting of workloads whose items stand for slow calls to another system. It needs no CPU.
#pragma once

#include "core/base/catalog.h"

#include <string>

#include <time.h>

namespace breakeven {

class Pause {
public:
    explicit Pause(Seconds length);
    /// Sleeps for all of its length, also when signals arrive.
    void wait() const;

private:
    timespec m_length;
};

/// The parameter `seconds`, which scripts set and the estimate of an experiment's time reads: what an item waits on the
/// mean.
ParamInfo pauseParam(Seconds initial, std::string description);

}  // namespace breakeven
