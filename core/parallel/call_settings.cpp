#include "core/parallel/call_settings.h"

#include "core/engine/call_progress.h"
#include "core/engine/work_error.h"
#include "core/parallel/init.h"
#include "core/parallel/remote_kernel.h"

#include <algorithm>
#include <iostream>
#include <utility>

namespace breakeven {

namespace {

bool hasRules(const CallSettings& settings) {
    return settings.rules.stopAfterErrors != 1 || settings.rules.itemDeadline.count() > 0 ||
           settings.stop.stop_possible();
}

}  // namespace

Place placeFor(const CallSettings& settings, ItemCount items) {
    if (items == 0) return {};
    const BackendInfo& backend = knownBackend(settings.backend).info;
    const bool isLocal = backend.isLocal();
    // A worker process has no workers of its own.
    if (InsideJob::isTrue() && (isLocal || !processesAreReady())) return {};
    if (isLocal && (settings.workers == 1 || items == 1 || !backend.usesWorkers)) return {};
    return {.workforce = warmWorkforce(settings.backend, settings.start, settings.workers, items)};
}

/// Workers in other processes name the item in the text; in this one such a text is the callable's own.
ListOutcome outcomeOf(Result<void> result, const ListJob& job) {
    const bool isNamed = job.shared != nullptr;
    ListOutcome outcome{.result = std::move(result), .errors = {}};
    if (job.control != nullptr) {
        outcome.errors = job.control->errors();
        for (ItemError& failed : outcome.errors)
            if (isNamed) takeItemName(failed.error.detail);
        if (job.control->done() == job.size) outcome.result = {};  // a stop that came too late
    } else if (!outcome.result && isNamed) {
        Error error = outcome.result.error();
        if (const auto item = takeItemName(error.detail)) outcome.errors.push_back({*item, std::move(error)});
    }
    return outcome;
}

FutureState::Poster posterOf(const std::shared_ptr<Workforce>& workforce) {
    if (workforce) return workforce->callbacks().poster();
    return [](const std::function<void()>& function) { function(); };
}

namespace {

ListOutcome executeQuietly(JobQueue* queue, ListJob job, JobControl* control) {
    job.control = control;
    return outcomeOf(queue != nullptr ? queue->map(job) : runInCaller(job), job);
}

ProgressBar::Settings barSettings(const ListJob& job, const CallSettings& settings) {
    auto sink = settings.progress.sink;
    if (!sink) sink = [](std::string_view text) { std::cerr << text << std::flush; };
    return {.label = settings.progress.label,
            .total = settings.parts ? settings.parts->items : job.size,
            .workers = settings.workers,
            .done = {},
            .sink = std::move(sink)};
}

}  // namespace

ListOutcome execute(JobQueue* queue, const ListJob& job, const CallSettings& settings) {
    const bool isElsewhere = job.shared != nullptr;
    std::optional<JobControl> control;
    if (hasRules(settings) || (isElsewhere && (settings.progress.shown || settings.parts)))
        control.emplace(settings.rules);
    const std::stop_callback stop(settings.stop, [&control] { control->stop(); });
    JobControl* const rules = control ? &*control : nullptr;
    if (!settings.progress.shown || job.size == 0) return executeQuietly(queue, job, rules);

    ProgressCounter counter;
    CountedKernel counted(job.kernel, counter);
    auto bar = barSettings(job, settings);
    bar.done = [&, each = settings.parts ? settings.parts->each : 1, total = bar.total] {
        return std::min(total, each * (isElsewhere ? control->done() : counter.total()));
    };
    const ProgressBar shown(std::move(bar));
    ListJob countedJob{.kernel = counted, .size = job.size, .chunk = job.chunk, .shared = job.shared};
    return executeQuietly(queue, isElsewhere ? job : countedJob, rules);
}

ParallelError failureOf(const ListOutcome& outcome, const FailingKernel& kernel) {
    if (!outcome.errors.empty()) {
        const ItemError& lowest = outcome.errors.front();
        const auto failure = kernel.failure().first();
        const bool isSame = failure && failure->item == lowest.item;
        return ParallelError({lowest.error.code, "item " + std::to_string(lowest.item) + ": " + lowest.error.detail},
                             lowest.item, isSame ? failure->cause : nullptr);
    }
    const Error& error = outcome.result.error();
    if (const auto failure = kernel.failure().first(); failure && error.code == ErrorCode::WorkFailed) {
        const Error own = workError(failure->cause);
        return ParallelError({own.code, "item " + std::to_string(failure->item) + ": " + own.detail}, failure->item,
                             failure->cause);
    }
    return ParallelError(error);
}

}  // namespace breakeven
