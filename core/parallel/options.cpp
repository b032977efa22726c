#include "core/parallel/options.h"

#include "core/base/in_flight.h"
#include "core/base/workers.h"
#include "core/os/cpus.h"
#include "core/parallel/parallel_error.h"

namespace breakeven {

ChunkOption::ChunkOption(const char* text) : m_policy(valueOrThrow(parseChunk(text))) {}

std::uint64_t InFlightOption::limit(WorkerCount workers) const {
    return valueOrThrow(parseInFlight(m_text, workers));
}

void thisCallableOrItsDataCannotTravelToAnotherProcess() {}

LocalBackend LocalBackend::named(std::string_view id) {
    if (isOfProcesses(id))
        throw ParallelError({ErrorCode::InvalidInput, "backend: '" + std::string(id) +
                                                          "' is not allowed for a callable or data that cannot travel "
                                                          "to another process (serial, tbb, threads)"});
    return LocalBackend(id, 0);
}

WorkerCount resolvedWorkers(int workers) {
    // Asking the kernel costs more than a short list; what it says hardly changes while a program runs.
    static const WorkerCount cpus = usableCpus().count;
    return valueOrThrow(resolveWorkers(workers, cpus));
}

}  // namespace breakeven
