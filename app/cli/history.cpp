/// history: the runs that were measured on this machine or imported.
#include "app/cli/language_option.h"
#include "app/cli/open_history.h"
#include "app/cli/outcome_text.h"
#include "app/cli/subcommands.h"
#include "core/base/utf8.h"
#include "core/experiment/wording.h"
#include "core/io/formats.h"
#include "core/io/text_table.h"
#include "core/os/files.h"
#include "core/os/folder_files.h"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <array>
#include <filesystem>
#include <iostream>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace breakeven {
namespace {

struct HistoryOptions {
    std::optional<std::string> file;
    std::string id;
    std::vector<std::string> words;  ///< texts, tags, ids or paths
    std::string text;
    LanguageOption language;
    bool json = false;
    bool isDeleted = false;
    bool isRemoved = false;
};

/// The history that the command is about; a file that was typed and is not there is no new one.
Result<History> openExisting(const HistoryOptions& options) {
    std::error_code failure;
    if (options.file && !std::filesystem::exists(*options.file, failure))
        return Error{ErrorCode::Unreadable, "history: " + *options.file + ": there is no such file"};
    return openHistory(options.file);
}

/// As texts of a user or of a file may be shown in one line.
std::string shownLine(std::string_view text) {
    return oneLine(asSeen(text));
}

/// Enough of a run id to name it by: the part that is chance.
std::string shortId(const std::string& runId) {
    const std::string tail = runId.substr(runId.find('-') + 1);
    return tail.empty() ? runId : tail;
}

std::string joined(const std::vector<std::string>& words) {
    std::string text;
    for (const std::string& word : words)
        text += (text.empty() ? "" : ", ") + word;
    return text;
}

/// "2026-11-21 14:03", UTC.
std::string startText(const RunEntry& entry) {
    std::string text = entry.startedAt.substr(0, 16);
    std::ranges::replace(text, 'T', ' ');
    return text.empty() ? "–" : shownLine(text);
}

std::string named(const RunEntry& entry) {
    return inQuotes(asSeen(entry.title)) + " (" + asSeen(shortId(entry.runId)) + ')';
}

std::string listText(const std::vector<RunEntry>& entries) {
    if (entries.empty()) return "No runs\n";
    std::vector<TextRow> rows;
    for (const RunEntry& entry : entries) {
        rows.push_back({shownLine(shortId(entry.runId)), startText(entry), shownLine(entry.title),
                        std::string(stateWord(entry.state)), std::to_string(entry.samples),
                        shownLine(joined(entry.tags)), asSeen(entry.headline)});
    }
    return textTable({{"id", true},
                      {"started (UTC)", true},
                      {"name", true},
                      {"state", true},
                      {"samples"},
                      {"tags", true},
                      {"headline", true}},
                     rows);
}

Result<int> list(const HistoryOptions& options) {
    BREAKEVEN_TRY(const History history, openExisting(options));
    std::string text;
    for (const std::string& word : options.words)
        text += word + ' ';
    BREAKEVEN_TRY(const auto entries, history.list({.text = text, .isDeleted = options.isDeleted}));
    std::cout << (options.json ? entriesJson(entries) : listText(entries));
    return 0;
}

std::string entryText(const RunEntry& entry) {
    std::string text =
        asSeen(entry.title) + "\nRun " + asSeen(entry.runId) + ", " + std::string(stateWord(entry.state));
    for (const std::string& part : {entry.host, entry.machine})
        if (!part.empty()) text += ", " + asSeen(part);
    text += '\n';
    if (!entry.tags.empty()) text += "Tags: " + asSeen(joined(entry.tags)) + '\n';
    if (!entry.note.empty()) text += "Note: " + asSeen(entry.note) + '\n';
    return text;
}

Result<int> show(const HistoryOptions& options) {
    BREAKEVEN_TRY(const History history, openExisting(options));
    BREAKEVEN_TRY(const RunEntry entry, history.find(options.id));
    BREAKEVEN_TRY(const LoadedRun run, history.load(entry.runId));
    for (const std::string& warning : run.warnings)
        warn(warning);
    if (options.json) {
        std::cout << entryJson(entry, run.events);
    } else {
        std::cout << entryText(entry) << '\n' << asSeen(outcomeText(foldEvents(run.events)));
    }
    return 0;
}

Result<int> tag(const HistoryOptions& options) {
    BREAKEVEN_TRY(History history, openExisting(options));
    BREAKEVEN_TRY(const RunEntry entry, history.find(options.id));
    if (options.isRemoved) {
        BREAKEVEN_CHECK(history.untag(entry.runId, options.words));
    } else {
        BREAKEVEN_CHECK(history.tag(entry.runId, options.words));
    }
    return 0;
}

Result<int> note(const HistoryOptions& options) {
    BREAKEVEN_TRY(History history, openExisting(options));
    BREAKEVEN_TRY(const RunEntry entry, history.find(options.id));
    BREAKEVEN_CHECK(history.setNote(entry.runId, options.text));
    return 0;
}

Result<int> rename(const HistoryOptions& options) {
    BREAKEVEN_TRY(History history, openExisting(options));
    BREAKEVEN_TRY(const RunEntry entry, history.find(options.id));
    BREAKEVEN_CHECK(history.rename(entry.runId, options.text));
    return 0;
}

/// All that are named, before any of them is changed.
Result<std::vector<RunEntry>> findAll(const History& history, const std::vector<std::string>& words, bool isDeleted) {
    std::vector<RunEntry> entries;
    for (const std::string& word : words) {
        BREAKEVEN_TRY(entries.emplace_back(), history.find(word, isDeleted));
    }
    return entries;
}

Result<int> remove(const HistoryOptions& options) {
    BREAKEVEN_TRY(History history, openExisting(options));
    BREAKEVEN_TRY(const auto entries, findAll(history, options.words, false));
    for (const RunEntry& entry : entries) {
        BREAKEVEN_CHECK(history.remove(entry.runId));
        std::cout << "Deleted " << named(entry) << "; 'history undelete " << shortId(entry.runId) << "' undoes it\n";
    }
    return 0;
}

Result<int> restore(const HistoryOptions& options) {
    BREAKEVEN_TRY(History history, openExisting(options));
    BREAKEVEN_TRY(const auto entries, findAll(history, options.words, true));
    for (const RunEntry& entry : entries)
        BREAKEVEN_CHECK(history.restore(entry.runId));
    return 0;
}

Result<int> purge(const HistoryOptions& options) {
    BREAKEVEN_TRY(History history, openExisting(options));
    BREAKEVEN_TRY(const auto count, history.purge());
    std::cout << count << (count == 1 ? " run is" : " runs are") << " gone for good\n";
    return 0;
}

Result<int> exportRun(const HistoryOptions& options) {
    BREAKEVEN_CHECK(formatFor(options.text));
    BREAKEVEN_CHECK(checkWritable(options.text));
    BREAKEVEN_TRY(const History history, openExisting(options));
    BREAKEVEN_TRY(const RunEntry entry, history.find(options.id));
    BREAKEVEN_TRY(const LoadedRun run, history.load(entry.runId));
    for (const std::string& warning : run.warnings)
        warn(warning);
    BREAKEVEN_TRY(const Sentences sentences, sentencesOf(options.language));
    const auto folder = std::filesystem::path(entry.file).parent_path();
    BREAKEVEN_CHECK(writeResults(run.events, options.text, {.folder = folder, .sentences = sentences}));
    return 0;
}

/// The files themselves, and the run files of folders.
Result<std::vector<std::filesystem::path>> filesIn(const std::vector<std::string>& paths) {
    constexpr std::array<std::string_view, 1> RunSuffix{".jsonl"};
    std::vector<std::filesystem::path> files;
    for (const std::string& path : paths) {
        std::error_code failure;
        if (!std::filesystem::is_directory(path, failure)) {
            files.push_back(std::filesystem::absolute(path, failure));
            continue;
        }
        const auto found = filesOf(path, RunSuffix);
        if (!found) return Error{ErrorCode::Unreadable, "history: " + path + ": holds no run file (.jsonl)"};
        for (const FolderFile& file : *found)
            files.emplace_back(file.path);
    }
    return files;
}

/// A file that cannot be read does not keep the others out.
Result<int> importRuns(const HistoryOptions& options) {
    BREAKEVEN_TRY(History history, openHistory(options.file));
    BREAKEVEN_TRY(const auto files, filesIn(options.words));
    std::size_t added = 0;
    std::size_t known = 0;
    for (const std::filesystem::path& file : files) {
        const auto run = readResults(file);
        if (!run) {
            warn(run.error().detail);
            continue;
        }
        BREAKEVEN_TRY(const bool isNew, history.add(*run, file));
        for (const std::string& warning : run->warnings)
            if (isNew) warn(warning);
        ++(isNew ? added : known);
    }
    std::cout << added << (added == 1 ? " run" : " runs") << " taken in, " << known << " there already\n";
    const std::size_t unread = files.size() - added - known;
    if (unread == 0) return 0;
    return Error{ErrorCode::Unreadable, "history: " + std::to_string(unread) + " of " + std::to_string(files.size()) +
                                            " files could not be read"};
}

/// Declares the actions, which fill in one set of options: only one of them is parsed.
class Actions {
public:
    Actions(CLI::App& parser, std::shared_ptr<HistoryOptions> options)
        : m_parser(parser), m_options(std::move(options)) {}

    CLI::App& add(const char* name, const char* description, Result<int> (*execute)(const HistoryOptions&)) {
        CLI::App* action = m_parser.add_subcommand(name, description);
        action
            ->add_option_function<std::string>(
                "--history", [options = m_options](const std::string& file) { options->file = file; },
                "The history's file, instead of the default one")
            ->type_name("FILE");
        m_actions.push_back({action, [options = m_options, execute] { return execute(*options); }});
        return *action;
    }
    const std::vector<Subcommand>& all() const { return m_actions; }

private:
    CLI::App& m_parser;
    std::shared_ptr<HistoryOptions> m_options;
    std::vector<Subcommand> m_actions;
};

}  // namespace

Subcommand addHistory(CLI::App& app) {
    auto options = std::make_shared<HistoryOptions>();
    CLI::App* parser = app.add_subcommand("history", "The runs that were measured here, or imported");
    parser->require_subcommand(1);
    parser->footer("An ID is a run's id, how it or its part behind the '-' begins, or last.");
    Actions actions(*parser, options);
    const auto takeId = [&](CLI::App& action) {
        action.add_option("id", options->id, "The run")->type_name("ID")->required();
    };
    const auto takeText = [&](CLI::App& action, const char* name, const char* type, const char* description) {
        action.add_option(name, options->text, description)->type_name(type)->required();
    };
    const auto takeWords = [&](CLI::App& action, const char* name, const char* type, const char* description) {
        return action.add_option(name, options->words, description)->type_name(type);
    };

    CLI::App& listing = actions.add("list", "List the runs, newest first", list);
    takeWords(listing, "text", "TEXT", "Words that must occur in name, tags, note or machine");
    listing.add_flag("--deleted", options->isDeleted, "Those that were deleted");
    listing.add_flag("--json", options->json, "Print JSON");
    CLI::App& showing = actions.add("show", "Show a run as when it ended", show);
    takeId(showing);
    showing.add_flag("--json", options->json, "Print JSON");
    CLI::App& tagging = actions.add("tag", "Add tags to a run", tag);
    takeId(tagging);
    takeWords(tagging, "tags", "TAG", "The tags")->required();
    tagging.add_flag("--remove", options->isRemoved, "Take them away instead");
    CLI::App& noting = actions.add("note", "Write a note to a run", note);
    takeId(noting);
    takeText(noting, "note", "TEXT", "The note, instead of the one before; '' for none");
    CLI::App& renaming = actions.add("rename", "Give a run another name", rename);
    takeId(renaming);
    takeText(renaming, "name", "NAME", "Its name");
    takeWords(actions.add("delete", "Delete runs, which undelete undoes", remove), "ids", "ID", "The runs")->required();
    takeWords(actions.add("undelete", "Bring deleted runs back", restore), "ids", "ID", "The runs")->required();
    actions.add("purge", "Remove for good what was deleted", purge);
    CLI::App& exporting =
        actions.add("export", "Write a run to a file, in the format that its suffix tells", exportRun);
    takeId(exporting);
    takeText(exporting, "out", "OUT", "The file");
    addLanguage(exporting, options->language, "a report");
    takeWords(actions.add("import", "Take runs in from files", importRuns), "paths", "FILE|FOLDER",
              "Files of results, or folders of run files (.jsonl)")
        ->required();

    return {
        parser, [all = actions.all()] {
            return std::ranges::find_if(all, [](const Subcommand& each) { return each.parser->parsed(); })->execute();
        }};
}

}  // namespace breakeven
