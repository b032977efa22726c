/// convert: one file of results into another format, or the runs of a class into one report or table.
#include "app/cli/language_option.h"
#include "app/cli/open_history.h"
#include "app/cli/subcommands.h"
#include "core/io/class_files.h"
#include "core/io/class_report.h"
#include "core/io/formats.h"
#include "core/os/files.h"

#include <CLI/CLI.hpp>

#include <filesystem>
#include <memory>
#include <span>
#include <vector>

namespace breakeven {
namespace {

struct ConvertOptions {
    std::vector<std::string> files;  ///< the last one is written
    bool anonymous = false;
    LanguageOption language;

    std::span<const std::string> from() const { return std::span(files).first(files.size() - 1); }
    const std::string& to() const { return files.back(); }
    /// Of several files, or of a folder; one file is one run.
    bool isClass() const {
        std::error_code failure;
        return files.size() > 2 || std::filesystem::is_directory(files.front(), failure);
    }
};

Result<int> convertRun(const ConvertOptions& options) {
    const std::string& to = options.to();
    BREAKEVEN_CHECK(formatFor(to));
    BREAKEVEN_CHECK(checkWritable(to));
    std::error_code none;
    if (std::filesystem::equivalent(options.files.front(), to, none))
        return Error{ErrorCode::InvalidInput, "out: " + to + " is the file that is read"};
    BREAKEVEN_TRY(const auto named, readNamedRun(options.files.front()));
    BREAKEVEN_TRY(const Sentences sentences, sentencesOf(options.language));
    BREAKEVEN_CHECK(writeResults(named.run.events, to, {.folder = named.folder, .sentences = sentences, .warn = warn}));
    return 0;
}

Result<int> convertClass(const ConvertOptions& options) {
    BREAKEVEN_CHECK(checkClassSuffix(options.to()));
    BREAKEVEN_CHECK(checkWritable(options.to()));
    BREAKEVEN_TRY(const Sentences sentences, sentencesOf(options.language));
    BREAKEVEN_TRY(const ClassFiles files, classFilesIn(options.from(), options.to()));
    ClassRuns runs = readClass(files);
    for (const std::string& warning : runs.warnings)
        warn(warning);
    ClassSummary summary = summariseClass(runs.runs, runs.unread);
    for (const LeftOut& each : summary.leftOut)  // by their names, also where what is written has none
        warn(each.name + ": left out: " + each.why);
    if (options.anonymous) {
        anonymise(runs.runs, runs.unread);
        summary = summariseClass(std::move(runs.runs), std::move(runs.unread));
    }
    if (summary.runs.empty())
        return Error{ErrorCode::Unreadable, options.files.front() + ": no run that can be summarised"};
    BREAKEVEN_CHECK(saveClass(summary, options.to(), sentences));
    return 0;
}

Result<int> convert(const ConvertOptions& options) {
    if (options.files.size() < 2)
        return Error{ErrorCode::InvalidInput, "out: missing, it stands after what is read (convert IN... OUT)"};
    if (options.to().ends_with(".pdf")) return pdfRefusal(options.to());
    if (options.isClass()) return convertClass(options);
    if (options.anonymous)
        return Error{ErrorCode::InvalidInput, "anonymous: is for a folder or several files; " + options.files.front() +
                                                  " is one run, which keeps its names"};
    return convertRun(options);
}

}  // namespace

Subcommand addConvert(CLI::App& app) {
    auto options = std::make_shared<ConvertOptions>();
    CLI::App* parser = app.add_subcommand(
        "convert", "Write results in another format, told by the suffix; of a folder or of several files, the class");
    parser
        ->add_option("files", options->files,
                     "IN OUT. IN: a run (.jsonl), one of the CSVs, the JSON of Google Benchmark, hyperfine or pyperf, "
                     "each also as .gz, or history:ID; OUT: .jsonl, .csv, .samples.csv, .seeds.csv, .trace.json, "
                     ".html, .md. Of a folder "
                     "or several files before OUT, the summary of the class: .html, .md, .csv")
        ->type_name("FILE")
        ->required();
    parser->add_flag("--anonymous", options->anonymous,
                     "Of a class: learners become numbers, and no name, path or time of a run is written");
    addLanguage(*parser, options->language, "a report");
    return {parser, [options] { return convert(*options); }};
}

}  // namespace breakeven
