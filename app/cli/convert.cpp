/// convert: one file of results into another format.
#include "app/cli/open_history.h"
#include "app/cli/subcommands.h"
#include "core/io/formats.h"
#include "core/os/files.h"

#include <CLI/CLI.hpp>

#include <memory>

namespace breakeven {
namespace {

struct ConvertOptions {
    std::string from;
    std::string to;
};

Result<int> convert(const ConvertOptions& options) {
    if (options.to.ends_with(".pdf")) return pdfRefusal(options.to);
    BREAKEVEN_CHECK(formatFor(options.to));
    BREAKEVEN_CHECK(checkWritable(options.to));
    BREAKEVEN_TRY(const auto named, readNamedRun(options.from));
    BREAKEVEN_CHECK(writeResults(named.run.events, options.to, named.folder));
    return 0;
}

}  // namespace

Subcommand addConvert(CLI::App& app) {
    auto options = std::make_shared<ConvertOptions>();
    CLI::App* parser = app.add_subcommand("convert", "Write results in another format, told by the suffix");
    parser
        ->add_option(
            "in", options->from,
            "A run (.jsonl), one of the CSVs, the JSON of Google Benchmark, hyperfine or pyperf, or history:ID")
        ->required();
    parser
        ->add_option("out", options->to,
                     "The file to write: .jsonl, .csv, .samples.csv, .seeds.csv, .trace.json, .html, .md")
        ->required();
    return {parser, [options] { return convert(*options); }};
}

}  // namespace breakeven
