#include "core/engine/core_budget.h"

#include "core/os/cpus.h"

#include <algorithm>

namespace breakeven {

WorkerCount nestedWorkers(WorkerCount wanted) {
    const WorkerCount around = CoreShare::current();
    if (around == 1) return wanted;
    static const WorkerCount cpus = usableCpus().count;
    return std::clamp(cpus / around, 1, wanted);
}

}  // namespace breakeven
