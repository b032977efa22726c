/// run: measures an experiment and writes what was asked for.
#include "app/cli/catalog.h"
#include "app/cli/event_stream.h"
#include "app/cli/open_history.h"
#include "app/cli/outcome_text.h"
#include "app/cli/plan_report.h"
#include "app/cli/progress.h"
#include "app/cli/run_options.h"
#include "app/cli/subcommands.h"
#include "app/cli/trust.h"
#include "app/experiment_run.h"
#include "core/base/numbers.h"
#include "core/base/utf8.h"
#include "core/engine/disk_cache.h"
#include "core/experiment/wording.h"
#include "core/io/formats.h"
#include "core/io/programs.h"
#include "core/io/run_file.h"
#include "core/io/self_test_file.h"
#include "core/io/spans_file.h"
#include "core/measure/machine.h"
#include "core/os/files.h"
#include "core/os/memory.h"
#include "core/os/stop_signal.h"
#include "core/os/temporary_folder.h"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <filesystem>
#include <iostream>
#include <memory>
#include <optional>
#include <set>
#include <sstream>
#include <string_view>
#include <system_error>

#include <unistd.h>

namespace breakeven {
namespace {

/// A file to write after the run. The option decides the format, whatever the suffix.
struct Output {
    std::string option;
    std::string format;
    std::string path;
};

std::vector<Output> outputsOf(const RunOptions& options) {
    std::vector<Output> outputs;
    const auto add = [&](const char* option, const char* format, const OptionText& path) {
        if (path) outputs.push_back({option, format, *path});
    };
    add("csv", "summary-csv", options.csv);
    add("samples-csv", "samples-csv", options.samplesCsv);
    add("seeds-csv", "seeds-csv", options.seedsCsv);
    add("md", "md", options.markdown);
    add("html", "html", options.html);
    add("trace", "trace", options.trace);
    return outputs;
}

/// The same text for the same file, whether it exists or not.
std::filesystem::path oneSpelling(const std::filesystem::path& path) {
    std::error_code failure;
    const auto full = std::filesystem::absolute(path, failure);
    const auto canonical = std::filesystem::weakly_canonical(full, failure);
    return failure ? full.lexically_normal() : canonical;
}

/// Where it was asked for; beside a run that is kept in a file; for a timeline alone, in the folder for temporary
/// files. Absolute; empty: there is none.
std::filesystem::path spansFileFor(const RunOptions& options, const std::optional<TemporaryFolder>& temporary) {
    if (temporary) return temporary->path() / "run.spans";
    std::error_code failure;
    if (options.spans) return std::filesystem::absolute(*options.spans, failure);
    if (!options.out) return {};
    const auto run = std::filesystem::absolute(*options.out, failure);
    const bool isDevice = std::filesystem::exists(run, failure) && !std::filesystem::is_regular_file(run, failure);
    return isDevice ? std::filesystem::path() : spansFileOf(run);
}

Result<void> checkOutputs(const RunOptions& options) {
    std::vector<Output> outputs = outputsOf(options);
    if (options.out) outputs.push_back({"out", "run", *options.out});
    if (const auto spans = spansFileFor(options, std::nullopt); !spans.empty())
        outputs.push_back({options.spans ? "spans" : "out", "spans", spans.string()});
    for (const Output& output : outputs) {
        if (output.path == "-") {
            return notAllowed(output.option, "'-'",
                              output.option == "out" ? "a file; --events - prints the events to standard output"
                                                     : "a file; /dev/stdout is standard output");
        }
        const Result<void> writable = checkWritable(output.path);
        if (!writable) return Error{writable.error().code, output.option + ": " + writable.error().detail};
        for (const Output& other : outputs) {
            if (&other != &output && oneSpelling(other.path) == oneSpelling(output.path)) {
                return Error{ErrorCode::InvalidInput,
                             output.option + ": " + output.path + " is also the file of --" + other.option};
            }
        }
    }
    return {};
}

Result<void> writeOutput(const Output& output, const std::vector<Event>& events, const WriteOptions& how) {
    const auto format =
        std::ranges::find(formats(), output.format, [](const FormatEntry& entry) { return entry.info.id; });
    std::ostringstream text;
    BREAKEVEN_CHECK(format->write(events, how, text));
    return saveFile(output.path, text.str());
}

/// Writes what it can, and warns of each file that it cannot; false when there was one.
bool writeOutputs(const RunOptions& options, const std::vector<Event>& events) {
    const Sentences sentences = sentencesOf(options.language).value_or(english());
    const auto folder = std::filesystem::path(options.out.value_or("")).parent_path();
    const WriteOptions how{.folder = folder, .sentences = sentences, .warn = warn};
    bool areWritten = true;
    for (const Output& output : outputsOf(options)) {
        const Result<void> written = writeOutput(output, events, how);
        if (!written) warn(output.option + ": " + written.error().detail);
        areWritten &= written.has_value();
    }
    return areWritten;
}

/// Makes the folders, also the one that does not stay, so that one that cannot be used is known before anything runs.
Result<void> openCaches(const Plan& plan) {
    std::set<std::string> folders;
    for (const Trial& trial : plan.trials)
        if (!trial.cache.empty() && trial.cache != TemporaryCache) folders.insert(trial.cache);
    for (const std::string& folder : folders) {
        const auto cache = DiskCache::open(folder);
        if (!cache) return cache.error();
    }
    const auto isTemporary = [](const Trial& trial) { return trial.cache == TemporaryCache; };
    if (std::ranges::any_of(plan.trials, isTemporary)) BREAKEVEN_CHECK(TemporaryFolder::make("breakeven-cache-"));
    return {};
}

/// A size typed by hand that does not fit is refused; one from a spec is skipped by the run.
Result<void> checkMemory(const RunOptions& options, const Plan& plan, ByteCount largestList) {
    if (!options.sizes) return {};
    const auto oversize = oversizeBlocks(plan, largestList);
    if (oversize.empty()) return {};
    return Error{ErrorCode::Refused, "sizes: " + oversize.front().detail};
}

/// Only a terminal is asked. Errors: Refused.
Result<void> confirmTime(const RunOptions& options, const Plan& plan, const Catalog& catalog) {
    constexpr Seconds LongEstimate{600};
    const TimeEstimate time = estimateTime(plan, catalog);
    const bool terminal = ::isatty(STDIN_FILENO) == 1 && ::isatty(STDERR_FILENO) == 1;
    if (options.yes || !terminal || time.seconds <= LongEstimate) return {};
    std::cerr << "This takes " << formatSeconds(time.seconds) << " (" << time.method << "). Go on? [y/N] "
              << std::flush;
    std::string answer;
    std::getline(std::cin, answer);
    if (answer == "y" || answer == "Y" || answer == "yes") return {};
    return Error{ErrorCode::Refused, "run: the long estimate was not accepted (--max-seconds sets the budget)"};
}

/// Null: it is not remembered.
Result<std::unique_ptr<RunRecorder>> openRecorder(const RunOptions& options) {
    std::error_code failure;
    return recordInto(options.history, options.out ? std::filesystem::absolute(*options.out, failure) : "");
}

/// A run that has ended since its window is gone was cut off: its user has not stopped it.
Result<void> closeRecorder(RunRecorder& recorder, const RunOptions& options, const ExperimentRun& run) {
    const RunState state = stateOf(run.events());
    const bool isCutOff = state == RunState::Stopped && options.events && isReaderGone(STDOUT_FILENO);
    return recorder.finish(run.results(), isCutOff ? RunState::Interrupted : state);
}

Result<std::vector<EventSink>> openSinks(const RunOptions& options, RunRecorder* recorder, int stopFd) {
    std::vector<EventSink> sinks;
    if (options.out) {
        BREAKEVEN_TRY(auto created, RunWriter::create(*options.out));
        auto writer = std::make_shared<RunWriter>(std::move(created));
        sinks.push_back([writer](const std::vector<Event>& events) { return writer->append(events); });
    }
    if (recorder != nullptr) {
        sinks.push_back([recorder](const std::vector<Event>& events) {
            recorder->append(events);
            return Result<void>();
        });
    }
    if (options.events) {
        sinks.push_back(
            [stopFd](const std::vector<Event>& events) { return streamEvents(events, STDOUT_FILENO, stopFd); });
    }
    if (options.isPaced) {
        sinks.push_back([pace = Pace(STDIN_FILENO, stopFd)](const std::vector<Event>& events) mutable {
            const auto isBlocksEnd = [](const Event& event) { return std::holds_alternative<BlockFinished>(event); };
            if (std::ranges::any_of(events, isBlocksEnd)) pace.await();
            return Result<void>();
        });
    }
    return sinks;
}

bool isRefusal(TrialStatus status) {
    return status == TrialStatus::Refused;
}

/// Warns of the trials that ended so, naming the first; false when there are none. ending: what they have in common.
bool reportEndings(const Results& results, bool (*isMeant)(TrialStatus), std::string_view ending) {
    const TrialResult* first = nullptr;
    std::size_t count = 0;
    for (const TrialResult& result : results.trials()) {
        if (!isMeant(result.status)) continue;
        if (first == nullptr) first = &result;
        ++count;
    }
    if (first == nullptr) return false;
    const Trial& trial = first->trial;
    std::string text = "run: " + std::to_string(count) + (count == 1 ? " trial " : " trials ") + std::string(ending) +
                       ": " + trial.workload + ' ' + trial.backend + " at size " + std::to_string(trial.size);
    if (statusWord(first->status) != ending) text.append(": ").append(statusWord(first->status));
    warn(first->detail.empty() ? text : text + ": " + first->detail);
    return true;
}

/// The exit status.
int reportTrials(const Results& results) {
    reportEndings(results, isRefusal, "refused");
    const bool hasFailed = reportEndings(results, isFailure, "failed");
    const bool isVain = results.finished() && results.finished()->reason == "failed";
    const bool isEmpty = std::ranges::all_of(results.trials(), &Samples::empty, &TrialResult::samples);
    if (isVain) warn(isEmpty ? "run: failed: nothing was measured" : "run: failed: nothing but serial was measured");
    return hasFailed || isVain ? 1 : 0;
}

/// Everything that needs a run that is over: files, table, exit status.
Result<int> conclude(const RunOptions& options, const ExperimentRun& run, const Result<void>& outcome,
                     bool isRemembered) {
    const bool isInNamed = isRemembered || !options.history || options.history == "none";
    const bool areWritten = writeOutputs(options, run.events()) && isInNamed;
    if (!options.events) std::cout << asSeen(outcomeText(run.results()));
    if (!outcome) {
        if (outcome.error().code != ErrorCode::Interrupted) return outcome.error();
        return Error{ErrorCode::Interrupted, "run: interrupted (what was measured is kept)"};
    }
    if (!std::cout.flush()) return 0;  // whoever called says so, and nothing else matters then
    const int status = reportTrials(run.results());
    return status == 0 && !areWritten ? UnfinishedStatus : status;  // a failed trial may leave nothing to write
}

Result<int> measure(const RunOptions& options, Plan plan, RunSettings settings, ProgressMode mode) {
    BREAKEVEN_TRY(settings.runner, findRunner());
    BREAKEVEN_TRY(const StopSignal stop, StopSignal::install(options.events.has_value()));
    settings.wakeFd = stop.fd();
    BREAKEVEN_TRY(const auto recorder, openRecorder(options));
    BREAKEVEN_TRY(auto sinks, openSinks(options, recorder.get(), stop.fd()));
    std::optional<TemporaryFolder> temporary;
    if (options.trace && spansFileFor(options, std::nullopt).empty()) {
        BREAKEVEN_TRY(auto folder, TemporaryFolder::make("breakeven-spans-"));
        temporary.emplace(std::move(folder));
    }
    settings.spansFile = spansFileFor(options, temporary);
    settings.needsTimeline = options.trace.has_value();
    const bool liesBesideRun = options.out && !options.spans;  // they are moved together
    settings.spansName = (liesBesideRun ? settings.spansFile.filename() : settings.spansFile).string();
    ProgressLine progress(mode);
    const ExperimentRun* running = nullptr;
    sinks.push_back([&](const std::vector<Event>&) {
        progress.update(running->plan(), running->results(), running->elapsed());
        return Result<void>();
    });
    ExperimentRun run(std::move(plan), std::move(settings), std::move(sinks));
    running = &run;
    const Result<void> outcome = run.execute();
    progress.finish(run.plan(), run.results(), run.elapsed());
    const bool isRemembered = recorder != nullptr && isClosed(closeRecorder(*recorder, options, run));
    return conclude(options, run, outcome, isRemembered);
}

Result<int> prepare(const RunOptions& options) {
    if (options.pdf) return pdfRefusal("pdf");
    BREAKEVEN_CHECK(checkEvents(options));
    BREAKEVEN_CHECK(sentencesOf(options.language));
    BREAKEVEN_TRY(const ProgressMode mode, parseProgressMode(options.progress.value_or("auto")));
    BREAKEVEN_TRY(const Catalog catalog, composeCatalog());
    BREAKEVEN_TRY(const ExperimentSpec spec, chooseSpec(options, catalog));
    RunSettings settings;
    settings.environment = describeMachine(findRunner().value_or(""));
    settings.environment.facts.push_back(selfTestFact(settings.environment, selfTestFile()));
    settings.largestList = availableMemory().bytes / 2;
    const CpuCounts cpus{settings.environment.usableCpus, settings.environment.physicalCores};
    BREAKEVEN_TRY(Plan plan, makePlan(spec, catalog, cpus));
    BREAKEVEN_CHECK(checkOutputs(options));
    if (options.trace && std::ranges::all_of(plan.trials, isLoop))
        return notAllowed("trace", "a timeline of serial alone", "experiments with a parallel backend");
    BREAKEVEN_CHECK(checkMemory(options, plan, settings.largestList));
    BREAKEVEN_CHECK(checkProgramsAreThere(plan, catalog));
    if (options.dryRun) {
        std::cout << planText(plan, catalog, settings.largestList);
        return 0;
    }
    if (isFromFile(options, catalog)) BREAKEVEN_CHECK(checkTrust(plan, catalog, options.trust));
    BREAKEVEN_CHECK(confirmTime(options, plan, catalog));
    BREAKEVEN_CHECK(openCaches(plan));
    return measure(options, std::move(plan), std::move(settings), mode);
}

}  // namespace

Subcommand addRun(CLI::App& app, std::vector<std::string> program) {
    auto options = std::make_shared<RunOptions>();
    options->program = std::move(program);
    CLI::App* parser = app.add_subcommand("run", "Measure an experiment; without a name, overhead-vs-size");
    declareRunOptions(*parser, *options);
    parser->footer("-- PROGRAM ARG... measures a program of your own");
    return {parser, [options] { return prepare(*options); }};
}

}  // namespace breakeven
