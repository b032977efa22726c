/// CallSettings: options that have been checked, as the functions below the typed face take them.
#pragma once

#include "core/parallel/future_state.h"
#include "core/parallel/item_call.h"
#include "core/parallel/options.h"
#include "core/parallel/parallel_error.h"
#include "core/parallel/workforce.h"

#include <functional>
#include <memory>
#include <optional>
#include <stop_token>
#include <string>

namespace breakeven {

/// A list whose items are parts of another one: each of `each` items, the last of what is left.
struct PartsOfList {
    ItemCount each = 1;
    ItemCount items = 0;  ///< of the other list
};

struct CallSettings {
    WorkerCount workers = 1;
    std::string backend;
    std::string start;
    ChunkPolicy chunk;
    std::uint64_t inFlight = 1;  ///< streams: chunks
    JobRules rules;
    std::stop_token stop;
    RandomOrigin random = {};
    ProgressOption progress = false;
    std::optional<PartsOfList> parts = {};  ///< progress counts the other list's items, and a crash names its part
};

/// All throw ParallelError (InvalidInput) for a backend, workers, an in-flight limit, a start or rules that cannot be,
/// whatever the call then needs of them.
template <class BackendName>
CallSettings settingsOf(const BasicOptions<BackendName>& options) {
    return {.workers = resolvedWorkers(options.workers),
            .backend = knownBackend(options.backend.id()).info.id,
            .start = checkedStart(options.start),
            .chunk = options.chunk.policy(),
            .rules = options.rules(),
            .stop = options.stop,
            .random = {.seed = options.seed},
            .progress = options.progress};
}

template <class BackendName>
CallSettings settingsOf(const BasicStreamOptions<BackendName>& options) {
    const WorkerCount workers = resolvedWorkers(options.workers);
    return {.workers = workers,
            .backend = knownBackend(options.backend.id()).info.id,
            .start = checkedStart(options.start),
            .chunk = options.chunk.policy(),
            .inFlight = options.inFlight.limit(workers),
            .rules = checked({.itemDeadline = options.deadline}),
            .stop = options.stop,
            .random = {.seed = options.seed}};
}

template <class BackendName>
CallSettings settingsOf(const BasicReduceOptions<BackendName>& options) {
    return {.workers = resolvedWorkers(options.workers),
            .backend = knownBackend(options.backend.id()).info.id,
            .start = checkedStart(options.start),
            .chunk = options.chunk.policy(),
            .rules = {},
            .stop = options.stop,
            .progress = options.progress};
}

/// Where a list is executed.
struct Place {
    std::shared_ptr<Workforce> workforce;  ///< null: in the calling thread

    bool isLocal() const { return !workforce || workforce->isLocal(); }
    bool sharesMemory() const { return workforce && workforce->sharesMemory(); }
};

/// The calling thread for lists within another job, for backends within this process that one worker or one item leaves
/// alone, and for serial; else the warm workers. Throws like Workforce::start.
Place placeFor(const CallSettings& settings, ItemCount items);

/// Posts to the callback thread; calls at once when the job runs in the calling thread.
FutureState::Poster posterOf(const std::shared_ptr<Workforce>& workforce);

/// Runs one list with the rules and the progress of the settings, and says what became of it.
struct ListOutcome {
    Result<void> result;
    std::vector<ItemError> errors;  ///< of single items, in input order, as far as the rules ask for them
};
ListOutcome outcomeOf(Result<void> result, const ListJob& job);
ListOutcome execute(JobQueue* queue, const ListJob& job, const CallSettings& settings);

/// What map() throws for this outcome. Precondition: it has an error.
class FailingKernel;
ParallelError failureOf(const ListOutcome& outcome, const FailingKernel& kernel);

}  // namespace breakeven
