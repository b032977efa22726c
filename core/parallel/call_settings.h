/// CallSettings: options whose backend has been checked, as the functions below the typed face take them.
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

struct CallSettings {
    WorkerCount workers = 1;
    std::string backend;
    std::string start;
    ChunkPolicy chunk;
    InFlightOption inFlight = "2*n_jobs";
    JobRules rules;
    std::stop_token stop;
    RandomOrigin random = {};
    ProgressOption progress = false;
};

/// Throws ParallelError (InvalidInput) for workers = 0.
template <class BackendName>
CallSettings settingsOf(const BasicOptions<BackendName>& options) {
    return {.workers = resolvedWorkers(options.workers),
            .backend = options.backend.id(),
            .start = options.start,
            .chunk = options.chunk.policy(),
            .inFlight = options.inFlight,
            .rules = options.rules(),
            .stop = options.stop,
            .random = {.seed = options.seed},
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
ListOutcome outcomeOf(Result<void> result, const JobControl* control, ItemCount size);
ListOutcome execute(JobQueue* queue, const ListJob& job, const CallSettings& settings);

/// What map() throws for this outcome. Precondition: it has an error.
class FailingKernel;
ParallelError failureOf(const ListOutcome& outcome, const FailingKernel& kernel);

}  // namespace breakeven
