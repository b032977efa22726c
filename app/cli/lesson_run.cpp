#include "app/cli/lesson_run.h"

#include "app/cli/open_history.h"
#include "app/cli/subcommands.h"
#include "core/history/run_entry.h"
#include "core/io/run_file.h"
#include "core/io/self_test_file.h"
#include "core/measure/machine.h"
#include "core/os/memory.h"

#include <utility>
#include <vector>

namespace breakeven {

Result<RunSettings> settingsOfHere() {
    RunSettings settings;
    BREAKEVEN_TRY(settings.runner, findRunner());
    settings.environment = describeMachine(settings.runner);
    settings.environment.facts.push_back(selfTestFact(settings.environment, selfTestFile()));
    settings.largestList = availableMemory().bytes / 2;
    return settings;
}

Result<Results> measureLesson(Plan plan, const LessonRunSettings& settings) {
    std::vector<EventSink> sinks;
    if (!settings.out.empty()) {
        BREAKEVEN_TRY(auto created, RunWriter::create(settings.out));
        sinks.push_back([writer = std::make_shared<RunWriter>(std::move(created))](const std::vector<Event>& events) {
            return writer->append(events);
        });
    }
    BREAKEVEN_TRY(const auto recorder, recordInto(settings.history, settings.out));
    if (recorder != nullptr) {
        sinks.push_back([&recorder](const std::vector<Event>& events) {
            recorder->append(events);
            return Result<void>();
        });
    }
    ProgressLine progress(settings.progress);
    const ExperimentRun* running = nullptr;
    sinks.push_back([&](const std::vector<Event>&) {
        progress.update(running->plan(), running->results(), running->elapsed());
        return Result<void>();
    });
    ExperimentRun run(std::move(plan), settings.run, std::move(sinks));
    running = &run;
    const Result<void> outcome = run.execute();
    progress.finish(run.plan(), run.results(), run.elapsed());
    if (recorder != nullptr) isClosed(recorder->finish(run.results(), stateOf(run.events())));
    if (!outcome) return outcome.error();
    return run.results();
}

}  // namespace breakeven
