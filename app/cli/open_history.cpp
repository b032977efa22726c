#include "app/cli/open_history.h"

#include "app/cli/subcommands.h"
#include "core/experiment/wording.h"
#include "core/history/history_file.h"
#include "core/io/formats.h"

#include <string_view>
#include <utility>

namespace breakeven {
namespace {

std::filesystem::path pathOf(const std::optional<std::string>& file) {
    return file ? std::filesystem::path(*file) : defaultHistoryFile();
}

}  // namespace

Result<History> openHistory(const std::optional<std::string>& file) {
    if (file && formatFor(*file)) {
        return notAllowed("history", inQuotes(*file), "a file that the history has for itself, such as history.sqlite");
    }
    const std::filesystem::path path = pathOf(file);
    if (path.empty()) {
        return Error{ErrorCode::Unwritable,
                     file ? "history: no file is named" : "history: HOME is not set (--history names a file)"};
    }
    auto history = History::open(path);
    if (!history) return Error{history.error().code, "history: " + history.error().detail};
    if (!history->notice().empty()) warn("history: " + history->notice());
    return history;
}

Result<std::unique_ptr<RunRecorder>> recordInto(const std::optional<std::string>& file,
                                                const std::filesystem::path& out) {
    if (file == "none") return std::unique_ptr<RunRecorder>();
    auto history = openHistory(file);
    if (history && !history->isReadOnly()) return std::make_unique<RunRecorder>(*std::move(history), out);
    const Error readOnly{ErrorCode::Unwritable,
                         "history: " + pathOf(file).string() + ": cannot be written: it is read-only"};
    const Error& error = history ? readOnly : history.error();
    if (file && error.code != ErrorCode::Internal) return error;
    warn(error.detail + "; this run is not remembered");
    return std::unique_ptr<RunRecorder>();
}

bool isClosed(const Result<void>& closed) {
    if (closed) return true;
    std::string text = "history: " + closed.error().detail + "; this run is not remembered as a whole";
    if (closed.error().code == ErrorCode::Unreadable)
        text += ": rename the file, and the next run begins a new history";
    warn(text);
    return false;
}

Result<NamedRun> readNamedRun(const std::string& word) {
    constexpr std::string_view Prefix = "history:";
    NamedRun named;
    if (word.starts_with(Prefix)) {
        BREAKEVEN_TRY(const History history, openHistory(std::nullopt));
        BREAKEVEN_TRY(const RunEntry entry, history.find(std::string_view(word).substr(Prefix.size())));
        BREAKEVEN_TRY(named.run, history.load(entry.runId));
        named.folder = std::filesystem::path(entry.file).parent_path();
    } else {
        BREAKEVEN_TRY(named.run, readResults(word));
        named.folder = std::filesystem::path(word).parent_path();
    }
    for (const std::string& warning : named.run.warnings)
        warn(warning);
    return named;
}

}  // namespace breakeven
