/// compare: two runs, trial by trial.
#include "app/cli/open_history.h"
#include "app/cli/subcommands.h"
#include "core/base/utf8.h"
#include "core/io/comparison_report.h"

#include <CLI/CLI.hpp>

#include <iostream>
#include <memory>
#include <string>

namespace breakeven {
namespace {

struct CompareOptions {
    std::string a;
    std::string b;
    bool json = false;
};

Result<Results> resultsOf(const std::string& file) {
    BREAKEVEN_TRY(const auto named, readNamedRun(file));
    return foldEvents(named.run.events);
}

Result<int> compare(const CompareOptions& options) {
    BREAKEVEN_TRY(const auto a, resultsOf(options.a));
    BREAKEVEN_TRY(const auto b, resultsOf(options.b));
    const RunComparison comparison = compareRuns(a, b);
    std::cout << (options.json ? comparisonJson(comparison) : asSeen(comparisonText(comparison)));
    if (!comparison.trials.empty()) return 0;
    warn("compare: the runs have no trial in common");
    return 1;
}

}  // namespace

Subcommand addCompare(CLI::App& app) {
    auto options = std::make_shared<CompareOptions>();
    CLI::App* parser = app.add_subcommand("compare", "Compare two runs, trial by trial");
    parser->add_option("a", options->a, "The first run: .jsonl, one of the CSVs, or history:ID")
        ->type_name("A")
        ->required();
    parser->add_option("b", options->b, "The second one, seen from the first")->type_name("B")->required();
    parser->add_flag("--json", options->json, "Print JSON");
    return {parser, [options] { return compare(*options); }};
}

}  // namespace breakeven
