#include "core/engine/core_budget.h"

#include "core/os/cpus.h"

#include <algorithm>
#include <limits>

namespace breakeven {

WorkerCount nestedWorkers(WorkerCount wanted) {
    const WorkerCount around = CoreShare::current();
    if (around == 1) return wanted;
    static const WorkerCount cpus = usableCpus().count;
    return std::min(std::max(cpus / around, 1), wanted);
}

WorkerCount shareOfEach(WorkerCount workers) {
    const WorkerCount around = CoreShare::current();
    const auto most = std::numeric_limits<WorkerCount>::max();
    return around > most / workers ? most : around * workers;
}

}  // namespace breakeven
