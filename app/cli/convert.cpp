/// convert: one file of results into another format.
#include "app/cli/subcommands.h"
#include "core/io/formats.h"
#include "core/os/files.h"

#include <CLI/CLI.hpp>

#include <filesystem>
#include <memory>

namespace breakeven {
namespace {

struct ConvertOptions {
    std::string from;
    std::string to;
};

Result<int> convert(const ConvertOptions& options) {
    BREAKEVEN_CHECK(formatFor(options.to));
    BREAKEVEN_CHECK(checkWritable(options.to));
    BREAKEVEN_TRY(const auto run, readResults(options.from));
    for (const std::string& warning : run.warnings)
        warn(warning);
    BREAKEVEN_CHECK(writeResults(run.events, options.to, std::filesystem::path(options.from).parent_path()));
    return 0;
}

}  // namespace

Subcommand addConvert(CLI::App& app) {
    auto options = std::make_shared<ConvertOptions>();
    CLI::App* parser = app.add_subcommand("convert", "Write results in another format, told by the suffix");
    parser->add_option("in", options->from, "A run (.jsonl) or one of the CSVs")->required();
    parser->add_option("out", options->to, "The file to write: .jsonl, .csv, .samples.csv, .seeds.csv, .trace.json")
        ->required();
    return {parser, [options] { return convert(*options); }};
}

}  // namespace breakeven
