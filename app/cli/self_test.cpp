#include "app/cli/self_test.h"

#include "app/cli/catalog.h"
#include "app/cli/progress.h"
#include "app/cli/subcommands.h"
#include "app/experiment_run.h"
#include "core/analysis/self_test.h"
#include "core/io/self_test_file.h"
#include "core/measure/machine.h"
#include "core/os/memory.h"
#include "core/os/stop_signal.h"

#include <iostream>
#include <string>

namespace breakeven {
namespace {

constexpr Seconds TimePerRepeat{60};

void print(const DatedSelfTest& test) {
    const SelfTest& outcome = test.outcome;
    std::cout << selfTestText(outcome) << ".\n";
    if (outcome.passes()) {
        std::cout << "Verdicts on this machine can be trusted as they are given.\n";
    } else {
        std::cout << "That is more than chance explains: something on this machine favours one of two equals. Close "
                     "what else runs, and repeat; until then read verdicts with care.\n";
    }
}

}  // namespace

Result<int> runSelfTest(const SelfTestOptions& options) {
    BREAKEVEN_TRY(const Catalog catalog, composeCatalog());
    RunSettings settings;
    BREAKEVEN_TRY(settings.runner, findRunner());
    const Environment machine = settings.environment = describeMachine(settings.runner);
    settings.largestList = availableMemory().bytes / 2;
    const SelfTestSettings wanted{.repeats = options.repeats, .maxTime = TimePerRepeat * options.repeats};
    BREAKEVEN_TRY(Plan plan, selfTestPlan(wanted, catalog, {machine.usableCpus, machine.physicalCores}));

    BREAKEVEN_TRY(const StopSignal stop, StopSignal::install(false));
    settings.wakeFd = stop.fd();
    ProgressLine progress(ProgressMode::Auto);
    const ExperimentRun* running = nullptr;
    const EventSink show = [&](const std::vector<Event>&) {
        progress.update(running->plan(), running->results(), running->elapsed());
        return Result<void>();
    };
    ExperimentRun run(std::move(plan), std::move(settings), {show});
    running = &run;
    const Result<void> outcome = run.execute();
    progress.finish(run.plan(), run.results(), run.elapsed());
    if (!outcome) {
        if (outcome.error().code != ErrorCode::Interrupted) return outcome.error();
        return Error{ErrorCode::Interrupted, "self-test: interrupted (nothing is kept)"};
    }

    const auto found = selfTestOf(run.results());
    if (!found) return Error{ErrorCode::Internal, "self-test: no comparison could be made (doctor tells the machine)"};
    const DatedSelfTest test{*found, run.results().run().startedAt, machineOf(machine)};
    if (options.json) {
        std::cout << writeSelfTest(test);
    } else {
        print(test);
    }
    const auto file = selfTestFile();
    const Result<void> saved =
        file.empty() ? Result<void>(Error{ErrorCode::Unwritable, "there is no home folder"}) : saveSelfTest(file, test);
    if (!saved) warn("self-test: not kept for later runs: " + saved.error().detail);
    return found->passes() ? 0 : 1;
}

}  // namespace breakeven
