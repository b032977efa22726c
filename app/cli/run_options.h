/// What `run` is told on the command line, and how that becomes a spec.
#pragma once

#include "app/cli/language_option.h"
#include "core/base/catalog.h"
#include "core/base/result.h"
#include "core/experiment/spec.h"

#include <optional>
#include <string>
#include <vector>

namespace CLI {
class App;
}

namespace breakeven {

using OptionText = std::optional<std::string>;

/// As typed; absent: not given. The words of the contract's synopsis.
struct RunOptions {
    OptionText experiment;  ///< id, spec file, or - for standard input
    OptionText workload, sizes, workers, backends, call, chunk, pool, start, inFlight, cache;
    std::vector<std::string> params;  ///< NAME=VALUE
    OptionText precision, samples, maxSeconds, launches, seed;
    OptionText out, csv, samplesCsv, seedsCsv, markdown, html, pdf, trace, spans, events;
    OptionText history, progress;
    LanguageOption language;
    bool dryRun = false;
    bool yes = false;
    bool trust = false;
    bool isPaced = false;
    std::vector<std::string> program;  ///< from "--" on; empty: there is no "--"
};

void declareRunOptions(CLI::App& parser, RunOptions& options);

/// Errors: InvalidInput when the events are to go elsewhere than to standard output, or a run without them is paced.
Result<void> checkEvents(const RunOptions& options);

/// True when the spec is neither typed nor shipped, so that somebody else may have made it.
bool isFromFile(const RunOptions& options, const Catalog& catalog);

/// The experiment named, read or put together, with the options' values in each case.
/// Errors: Unreadable; InvalidInput naming the option, its value and what is allowed.
Result<ExperimentSpec> chooseSpec(const RunOptions& options, const Catalog& catalog);

}  // namespace breakeven
