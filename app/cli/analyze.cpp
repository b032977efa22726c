/// analyze: what a finished or cut run says.
#include "app/cli/open_history.h"
#include "app/cli/subcommands.h"
#include "core/base/utf8.h"
#include "core/experiment/ranges.h"
#include "core/experiment/wording.h"
#include "core/io/analysis_report.h"

#include <CLI/CLI.hpp>

#include <iostream>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace breakeven {
namespace {

struct AnalyzeOptions {
    std::string run;
    std::optional<std::string> at;
    std::vector<std::string> whatIf;
    bool json = false;
};

/// Absent when not asked for.
Result<std::optional<ItemCount>> sizeAsked(const AnalyzeOptions& options) {
    if (!options.at) return std::optional<ItemCount>();
    const auto size = parseSize(*options.at);
    if (!size) return notAllowed("analyze: --at", inQuotes(*options.at), "one whole number from 1 to 1e12");
    return size;
}

Result<AnalysisQuestions> questionsOf(const AnalyzeOptions& options) {
    AnalysisQuestions asked;
    BREAKEVEN_TRY(asked.at, sizeAsked(options));
    for (const std::string& text : options.whatIf) {
        BREAKEVEN_TRY(NamedWhatIf named, parseWhatIf(text));
        asked.whatIf.push_back(std::move(named));
    }
    return asked;
}

Result<int> analyze(const AnalyzeOptions& options) {
    BREAKEVEN_TRY(const auto asked, questionsOf(options));
    BREAKEVEN_TRY(const auto named, readNamedRun(options.run));
    const Results results = foldEvents(named.run.events);
    std::cout << (options.json ? analysisJson(results, asked) : asSeen(analysisText(results, asked)));
    return 0;
}

}  // namespace

Subcommand addAnalyze(CLI::App& app) {
    auto options = std::make_shared<AnalyzeOptions>();
    CLI::App* parser = app.add_subcommand("analyze", "Say what a run shows: break-even, speed-up, findings");
    parser->add_option("run", options->run, "A run (.jsonl), one of the CSVs, or history:ID")->required();
    parser
        ->add_option_function<std::string>(
            "--at", [options](const std::string& size) { options->at = size; }, "Answer for this size too")
        ->type_name("SIZE");
    parser
        ->add_option("--what-if", options->whatIf,
                     "What would be: dispatch=0.5, workers=+2, chunk=1000, balance, no-start, also several with commas")
        ->type_name("CHANGE")
        ->allow_extra_args(false);
    parser->add_flag("--json", options->json, "Print JSON");
    return {parser, [options] { return analyze(*options); }};
}

}  // namespace breakeven
