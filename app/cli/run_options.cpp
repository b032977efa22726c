#include "app/cli/run_options.h"

#include "app/cli/catalog.h"
#include "app/cli/subcommands.h"
#include "core/base/command_line.h"
#include "core/base/parse.h"
#include "core/experiment/codec.h"
#include "core/experiment/ranges.h"
#include "core/experiment/spec_check.h"
#include "core/experiment/wording.h"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <filesystem>
#include <iostream>
#include <iterator>
#include <string_view>

namespace breakeven {
namespace {

constexpr const char* DefaultExperiment = "overhead-vs-size";

std::vector<std::string> splitAtCommas(std::string_view text) {
    std::vector<std::string> parts;
    while (true) {
        const std::size_t comma = text.find(',');
        parts.emplace_back(text.substr(0, comma));
        if (comma == std::string_view::npos) return parts;
        text.remove_prefix(comma + 1);
    }
}

Result<void> setPrecision(const std::string& text, Stopping& stopping) {
    const bool percent = text.ends_with('%');
    const auto number = parseWhole<double>(std::string_view(text).substr(0, text.size() - (percent ? 1 : 0)));
    if (!number) return notAllowed("precision", inQuotes(text), AllowedPrecision);
    stopping.precision = percent ? *number / 100 : *number;
    return {};
}

Result<void> setSamples(const std::string& text, Stopping& stopping) {
    const std::size_t colon = text.find(':');
    const std::string_view whole = text;
    const auto least = parseWhole<int>(whole.substr(0, colon));
    const auto most = colon == std::string::npos ? least : parseWhole<int>(whole.substr(colon + 1));
    if (!least || !most) return notAllowed("samples", inQuotes(text), AllowedSamples);
    stopping.minSamples = *least;
    stopping.maxSamples = *most;
    return {};
}

Result<void> setMaxSeconds(const std::string& text, Stopping& stopping) {
    const auto seconds = parseWhole<double>(text);
    if (!seconds) return notAllowed("max-seconds", inQuotes(text), AllowedMaxSeconds);
    stopping.maxTime = Seconds(*seconds);
    return {};
}

Result<void> setLaunches(const std::string& text, Stopping& stopping) {
    const auto launches = parseWhole<int>(text);
    if (!launches) return notAllowed("launches", inQuotes(text), AllowedLaunches);
    stopping.launches = *launches;
    return {};
}

Result<void> setSeed(const std::string& text, ExperimentSpec& spec) {
    const auto seed = parseWhole<std::uint64_t>(text);
    if (!seed) return notAllowed("seed", inQuotes(text), "whole numbers from 0 to 18446744073709551615");
    spec.seed = *seed;
    return {};
}

const WorkloadInfo* findInfo(const Catalog& catalog, const std::string& workload) {
    const auto found = std::find_if(catalog.workloads.begin(), catalog.workloads.end(),
                                    [&](const WorkloadInfo& info) { return info.id == workload; });
    return found == catalog.workloads.end() ? nullptr : &*found;
}

/// For every case whose workload knows the parameter; numbers and words of a choice may be a list.
Result<void> setParam(const std::string& assignment, ExperimentSpec& spec, const Catalog& catalog) {
    const std::size_t equals = assignment.find('=');
    if (equals == std::string::npos || equals == 0) {
        return notAllowed("param", inQuotes(assignment), "NAME=VALUE, such as seconds=0.1");
    }
    const std::string name = assignment.substr(0, equals);
    const std::string text = assignment.substr(equals + 1);
    std::vector<std::string> known;
    bool taken = false;
    for (Case& each : spec.cases) {
        const WorkloadInfo* workload = findInfo(catalog, each.workload);
        if (workload == nullptr) {
            taken = true;  // makePlan says what is wrong with the workload
            continue;
        }
        for (const ParamInfo& param : workload->params) {
            known.push_back(param.name);
            if (param.name != name) continue;
            taken = true;
            const bool isFreeText = isText(param.kind) && param.choices.empty();
            const auto texts = isFreeText ? std::vector{text} : splitAtCommas(text);
            each.params[name] = {texts.begin(), texts.end()};
        }
    }
    if (taken) return {};
    return notAllowed("param", inQuotes(name),
                      known.empty() ? "no workload of this experiment has parameters" : choices(known, name));
}

/// "1e3" as "1000", so that one chunk has one name; any other word as it is.
std::string plainCount(const std::string& word) {
    const auto count = parseSize(word);
    return count ? std::to_string(*count) : word;
}

Result<void> applyToCases(const RunOptions& options, ExperimentSpec& spec, const Catalog& catalog) {
    if (options.cache && options.cache->empty()) return notAllowed("cache", "''", AllowedCache);
    const auto setText = [](const OptionText& option, std::string& field) {
        if (option) field = *option;
    };
    const auto setList = [](const OptionText& option, std::vector<std::string>& field) {
        if (option) field = splitAtCommas(*option);
    };
    for (Case& each : spec.cases) {
        if (options.workload && *options.workload != each.workload) each.params.clear();
        setText(options.workload, each.workload);
        setText(options.sizes, each.sizes);
        setText(options.workers, each.workers);
        setList(options.start, each.starts);
        setList(options.inFlight, each.inFlights);
        if (options.cache) each.caches = {*options.cache};
        setList(options.backends, each.backends);
        setList(options.call, each.calls);
        setList(options.chunk, each.chunks);
        std::transform(each.chunks.begin(), each.chunks.end(), each.chunks.begin(), plainCount);
        setList(options.pool, each.pools);
    }
    for (const std::string& param : options.params)
        BREAKEVEN_CHECK(setParam(param, spec, catalog));
    return {};
}

Result<void> applyStopping(const RunOptions& options, ExperimentSpec& spec) {
    if (options.precision) BREAKEVEN_CHECK(setPrecision(*options.precision, spec.stopping));
    if (options.samples) BREAKEVEN_CHECK(setSamples(*options.samples, spec.stopping));
    if (options.maxSeconds) BREAKEVEN_CHECK(setMaxSeconds(*options.maxSeconds, spec.stopping));
    if (options.launches) BREAKEVEN_CHECK(setLaunches(*options.launches, spec.stopping));
    if (options.seed) BREAKEVEN_CHECK(setSeed(*options.seed, spec));
    return {};
}

/// isPaced: what follows an empty line is not the spec's.
Result<ExperimentSpec> specFromInput(bool isPaced) {
    std::string text;
    for (std::string line; std::getline(std::cin, line) && !(isPaced && line.empty());)
        text += line + '\n';
    auto spec = parseSpec(text);
    if (!spec) return Error{spec.error().code, "standard input: " + spec.error().detail};
    return spec;
}

Result<ExperimentSpec> namedSpec(const std::string& name, const Catalog& catalog) {
    std::vector<std::string> ids;
    for (const NamedInfo& experiment : catalog.experiments)
        ids.push_back(experiment.id);
    if (std::find(ids.begin(), ids.end(), name) != ids.end()) {
        BREAKEVEN_TRY(const auto file, experimentFile(name));
        return readSpec(file);
    }
    std::error_code failure;
    if (std::filesystem::exists(name, failure)) return readSpec(name);
    return Error{
        ErrorCode::Unreadable,
        "run: " + inQuotes(name) + " is neither an experiment nor a file (experiments: " + choices(ids, name) + ')'};
}

/// One case of the workload, with backends that can run it.
ExperimentSpec specOf(const std::string& workload, const Catalog& catalog) {
    ExperimentSpec spec;
    spec.name = workload;
    Case& row = spec.cases.emplace_back();
    row.workload = workload;
    const WorkloadInfo* info = findInfo(catalog, workload);
    if (info == nullptr) return spec;  // makePlan says what is wrong with the workload
    if (!info->family.empty()) {
        row.backends.clear();
        for (const BackendInfo& backend : catalog.backends)
            if (backend.family == info->family) row.backends.push_back(backend.id);
    }
    // What a program makes of the size, nobody but its author knows.
    if (workload == CommandId) row.sizes = std::to_string(info->typicalSize);
    return spec;
}

/// options.program: "--" and what follows.
Result<ExperimentSpec> programSpec(const RunOptions& options, const Catalog& catalog) {
    if (options.program.size() == 1) return Error{ErrorCode::InvalidInput, "run: no program follows --"};
    const auto excluded = [](const std::string& what) -> Error {
        return {ErrorCode::InvalidInput, "run: " + what + " and a program behind -- exclude each other"};
    };
    if (options.experiment) return excluded("the experiment " + inQuotes(*options.experiment));
    if (options.workload && *options.workload != CommandId) return excluded("--workload " + *options.workload);
    for (const std::string& param : options.params)
        if (param.starts_with(std::string(CommandId) + '=')) return excluded("--param " + std::string(CommandId));
    ExperimentSpec spec = specOf(std::string(CommandId), catalog);
    const std::vector<std::string> words(options.program.begin() + 1, options.program.end());
    const std::string line = joinCommand(words);
    spec.cases.front().params[std::string(CommandId)] = {line};
    if (!mentions(line, BackendWord)) spec.cases.front().backends = {std::string(CommandId)};
    return spec;
}

Result<ExperimentSpec> baseSpec(const RunOptions& options, const Catalog& catalog) {
    if (!options.program.empty()) return programSpec(options, catalog);
    if (options.experiment == "-") return specFromInput(options.isPaced);
    if (options.experiment) return namedSpec(*options.experiment, catalog);
    if (!options.workload) return namedSpec(DefaultExperiment, catalog);
    return specOf(*options.workload, catalog);
}

}  // namespace

bool isFromFile(const RunOptions& options, const Catalog& catalog) {
    return options.experiment &&
           std::ranges::find(catalog.experiments, *options.experiment, &NamedInfo::id) == catalog.experiments.end();
}

void declareRunOptions(CLI::App& parser, RunOptions& options) {
    const auto add = [&parser](const char* name, OptionText& text, const char* type, const char* description) {
        parser
            .add_option_function<std::string>(
                name, [&text](const std::string& value) { text = value; }, description)
            ->type_name(type);
    };
    add("experiment", options.experiment, "EXPERIMENT|FILE|-",
        "An experiment's id, a spec file, a run file whose spec is measured again, or - for standard input");
    add("--workload", options.workload, "ID", "What to compute per item");
    parser.add_option("--param", options.params, "A parameter of the workload; repeat for more")
        ->type_name("NAME=VALUE")
        ->allow_extra_args(false);
    add("--sizes", options.sizes, "SIZES", "100,200 or 10:1e8 or 10:1e8:x2 or 1:9:+1 or 10:1e6:n13");
    add("--workers", options.workers, "WORKERS", "1,2,4 or 1:8:x2 or -1 (all usable CPUs) or 1.5x or all or physical");
    add("--backends", options.backends, "ID,ID", "How to execute the lists");
    add("--call", options.call, "CALL,...", "How a list is handed over");
    add("--chunk", options.chunk, "N|auto|pool,...", "Items handed over together");
    add("--pool", options.pool, "POOL,...", "cold, warm, after-idle");
    add("--start", options.start, "fork|spawn", "How worker processes start");
    add("--in-flight", options.inFlight, "EXPR", "Limit of chunks handed over but not done");
    add("--precision", options.precision, "P", "Wanted half-width of the interval, such as 2%");
    add("--samples", options.samples, "MIN:MAX", "Samples per trial over all launches");
    add("--max-seconds", options.maxSeconds, "S", "Time budget of the experiment");
    add("--launches", options.launches, "L", "Fresh measured processes, 1 to 100");
    add("--seed", options.seed, "N", "Orders the rounds and generates the input");
    add("--cache", options.cache, "DIR",
        "Look items up in this folder before computing them; what is computed is kept there; temporary: one for this "
        "run alone");
    add("--out", options.out, "RUN.jsonl", "Keep the run, round by round; timelines in RUN.spans beside it");
    add("--csv", options.csv, "F", "Write the summary, one row per trial");
    add("--samples-csv", options.samplesCsv, "F", "Write one row per sample");
    add("--seeds-csv", options.seedsCsv, "F", "Write list_length,type,time_taken");
    add("--md", options.markdown, "F", "Write a report in Markdown");
    add("--html", options.html, "F", "Write a report with charts, one page that works offline");
    add("--pdf", options.pdf, "F", "Not here: breakeven --report RUN F makes pages for print");
    addLanguage(parser, options.language, "the reports");
    add("--trace", options.trace, "F", "Write the timeline of each parallel trial, for Perfetto");
    add("--spans", options.spans, "F", "Keep the timelines there instead");
    add("--events", options.events, "-", "Print the events of the run instead of the table");
    add("--history", options.history, "FILE|none", "Where the run is remembered (default: this user's history)");
    add("--progress", options.progress, "auto|always|never", "Progress on standard error");
    parser.add_flag("--dry-run", options.dryRun, "Print the plan and its estimates, run nothing");
    parser.add_flag("--yes", options.yes, "Do not ask about a long estimate");
    parser.add_flag("--trust", options.trust, "Run programs that are named in a file");
    parser.add_flag(
        "--paced", options.isPaced,
        "With --events: after each block, wait up to a second for a line on standard input, so that whoever "
        "reads can work while nothing is measured; a spec read from there ends with an empty line");
}

Result<void> checkEvents(const RunOptions& options) {
    if (options.isPaced && !options.events)
        return Error{ErrorCode::InvalidInput, "paced: a run is paced by who reads its --events -"};
    if (!options.events || *options.events == "-") return {};
    return notAllowed("events", inQuotes(*options.events), "- for standard output; --out keeps a file");
}

Result<ExperimentSpec> chooseSpec(const RunOptions& options, const Catalog& catalog) {
    BREAKEVEN_TRY(auto spec, baseSpec(options, catalog));
    BREAKEVEN_CHECK(applyToCases(options, spec, catalog));
    BREAKEVEN_CHECK(applyStopping(options, spec));
    return spec;
}

}  // namespace breakeven
