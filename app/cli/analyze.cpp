/// analyze: what a finished or cut run says.
#include "app/cli/subcommands.h"
#include "core/experiment/ranges.h"
#include "core/io/analysis_report.h"
#include "core/io/formats.h"

#include <CLI/CLI.hpp>

#include <iostream>
#include <memory>
#include <optional>

namespace breakeven {
namespace {

struct AnalyzeOptions {
    std::string run;
    std::string at;
    bool json = false;
};

Result<std::optional<ItemCount>> parseAt(const std::string& text) {
    if (text.empty()) return std::optional<ItemCount>();
    const auto sizes = parseSizes(text);
    if (!sizes || sizes->size() != 1) {
        return Error{ErrorCode::InvalidInput, "analyze: --at: " + text + " is not allowed (one size from 1 to 1e12)"};
    }
    return std::optional<ItemCount>(sizes->front());
}

Result<int> analyze(const AnalyzeOptions& options) {
    BREAKEVEN_TRY(const auto at, parseAt(options.at));
    BREAKEVEN_TRY(const auto run, readResults(options.run));
    for (const std::string& warning : run.warnings)
        warn(warning);
    const Results results = foldEvents(run.events);
    std::cout << (options.json ? analysisJson(results, at) : analysisText(results, at));
    return 0;
}

}  // namespace

Subcommand addAnalyze(CLI::App& app) {
    auto options = std::make_shared<AnalyzeOptions>();
    CLI::App* parser = app.add_subcommand("analyze", "Say what a run shows: break-even, speed-up, findings");
    parser->add_option("run", options->run, "A run (.jsonl) or one of the CSVs")->required();
    parser->add_option("--at", options->at, "Answer for this size too");
    parser->add_flag("--json", options->json, "Print JSON");
    return {parser, [options] { return analyze(*options); }};
}

}  // namespace breakeven
