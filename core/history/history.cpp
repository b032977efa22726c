#include "core/history/history.h"

#include "core/analysis/findings.h"
#include "core/base/utf8.h"
#include "core/base/xxhash.h"
#include "core/experiment/wording.h"
#include "core/history/history_file.h"
#include "core/history/packed_text.h"
#include "core/history/run_rows.h"
#include "core/os/clock.h"
#include "core/os/process_identity.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <chrono>
#include <iterator>
#include <sstream>
#include <system_error>
#include <utility>

namespace breakeven {

namespace {

constexpr std::size_t LongestName = 200;      // bytes of a title or a tag
constexpr std::size_t LongestNote = 100'000;  // bytes

/// Of a run's row, as entryOf() reads them. Tags hold no line breaks.
constexpr const char* Select =
    "SELECT run_id, started_at, experiment, title, version, host, machine, file, process, ending, elapsed, trials, "
    "samples, headline, note, removed_at, "
    "(SELECT group_concat(tag, char(10)) FROM (SELECT tag FROM tags WHERE run = runs.id ORDER BY tag)) FROM runs ";

/// Clocks are set back and forth, so a run that was recorded here is not asked when it was. Of those that were taken
/// in the start is all there is.
constexpr const char* LastFirst =
    "ORDER BY coalesce(process, '') = '', CASE WHEN coalesce(process, '') = '' THEN started_at END DESC, id DESC "
    "LIMIT 1";

RunState stateOf(const Statement& row, int process, int ending) {
    if (row.isNull(ending)) return isAlive(row.text(process)) ? RunState::Running : RunState::Interrupted;
    return stateFromWord(row.text(ending)).value_or(RunState::Completed);
}

std::vector<std::string> linesIn(const std::string& text) {
    std::vector<std::string> lines;
    std::istringstream rest(text);
    for (std::string line; std::getline(rest, line);)
        lines.push_back(line);
    return lines;
}

RunEntry entryOf(const Statement& row) {
    RunEntry entry;
    int column = 0;
    for (std::string* text : {&entry.runId, &entry.startedAt, &entry.experiment, &entry.title, &entry.version,
                              &entry.host, &entry.machine, &entry.file})
        *text = row.text(column++);
    entry.state = stateOf(row, column, column + 1);
    column += 2;
    if (!row.isNull(column)) entry.elapsed = Seconds(row.real(column));
    entry.trials = static_cast<ItemCount>(row.number(++column));
    entry.samples = static_cast<ItemCount>(row.number(++column));
    for (std::string* text : {&entry.headline, &entry.note, &entry.removedAt})
        *text = row.text(++column);
    entry.tags = linesIn(row.text(++column));
    return entry;
}

std::vector<std::string> wordsIn(const std::string& text) {
    std::istringstream rest(text);
    return {std::istream_iterator<std::string>(rest), std::istream_iterator<std::string>()};
}

/// One line that a table can show. Errors: InvalidInput.
Result<void> checkName(std::string_view field, std::string_view text) {
    const bool isBlank = text.find_first_not_of(' ') == std::string_view::npos;
    const bool isLine = isUtf8(text) && asSeen(text) == text && text.find_first_of("\n\t") == std::string_view::npos;
    if (!isBlank && isLine && text.size() <= LongestName) return {};
    return notAllowed(field, inQuotes(asSeen(text)),
                      "one line of text, up to " + std::to_string(LongestName) + " bytes of UTF-8");
}

/// The same for the same events: of tables, which know no run id.
std::string idFor(std::string_view lines) {
    std::array<char, 16> digits{};
    const auto end =
        std::to_chars(digits.data(), digits.data() + digits.size(), XXH64(lines.data(), lines.size(), 0), 16).ptr;
    return "table-" + std::string(digits.data(), end);
}

/// Of a file that does not tell when it was measured: when it was last written, so that it is listed among the runs of
/// that time instead of below all. Empty when there is no such file.
std::string writtenAt(const std::filesystem::path& file) {
    std::error_code failure;
    const auto written = std::filesystem::last_write_time(file, failure);
    return failure ? std::string() : utcText(std::chrono::file_clock::to_sys(written));
}

Error noSuchRun(std::string_view word) {
    return {ErrorCode::InvalidInput, "history: there is no run " + inQuotes(word)};
}

}  // namespace

Result<History> History::open(const std::filesystem::path& file) {
    BREAKEVEN_TRY(auto opened, openHistoryFile(file));
    return History(std::move(opened.database), std::move(opened.notice));
}

Result<std::vector<RunEntry>> History::list(const HistoryQuery& query) const {
    const auto words = wordsIn(query.text);
    std::string sql =
        std::string(Select) + (query.isDeleted ? "WHERE removed_at IS NOT NULL" : "WHERE removed_at IS NULL");
    if (query.isCutOff) sql += " AND (ending IS NULL OR ending = 'interrupted')";
    for (std::size_t i = 0; i < words.size(); ++i) {
        sql +=
            " AND instr(lower(title || char(10) || experiment || char(10) || note || char(10) || host || char(10) || "
            "machine || char(10) || coalesce((SELECT group_concat(tag, char(10)) FROM tags WHERE run = runs.id), "
            "'')), lower(?)) > 0";
    }
    BREAKEVEN_TRY(auto rows, m_database.prepare(sql + " ORDER BY started_at DESC, id DESC LIMIT ? OFFSET ?"));
    for (const std::string& word : words)
        rows.bind(word);
    rows.bind(static_cast<std::int64_t>(query.limit)).bind(static_cast<std::int64_t>(query.offset));
    return entriesOf(rows);
}

Result<std::vector<RunEntry>> History::entriesOf(Statement& rows) const {
    std::vector<RunEntry> entries;
    while (true) {
        BREAKEVEN_TRY(const bool isRow, rows.step());
        if (!isRow) break;
        entries.push_back(entryOf(rows));
    }
    for (RunEntry& entry : entries)
        if (entry.state == RunState::Interrupted && entry.headline.empty()) sumUp(entry);
    return entries;
}

/// What its recorder was killed before it could say. Where that cannot be kept it is worked out again next time.
void History::sumUp(RunEntry& entry) const {
    const auto run = load(entry.runId);
    if (!run) return;
    const Results results = foldEvents(run->events);
    entry.trials = results.trials().size();
    entry.headline = headline(results).text;
    if (const auto row = rowOf(entry.runId); row && !isReadOnly())
        static_cast<void>(endRun(m_database, *row, results, entry.state));
}

Result<std::int64_t> History::changeCount() const {
    return m_database.number("PRAGMA data_version");
}

Result<RunEntry> History::find(std::string_view word, bool isDeleted) const {
    const std::string among = isDeleted ? "WHERE removed_at IS NOT NULL " : "WHERE removed_at IS NULL ";
    const bool isLast = word == "last";
    BREAKEVEN_TRY(auto rows, m_database.prepare(std::string(Select) + among +
                                                (isLast ? LastFirst
                                                        : "AND ?1 <> '' AND (substr(run_id, 1, length(?1)) = ?1 OR "
                                                          "substr(run_id, instr(run_id, '-') + 1, length(?1)) = ?1)")));
    if (!isLast) rows.bind(word);
    BREAKEVEN_TRY(auto entries, entriesOf(rows));
    if (entries.empty())
        return isLast ? Error{ErrorCode::InvalidInput, "history: there is no run yet"} : noSuchRun(word);
    const auto exact = std::ranges::find(entries, word, &RunEntry::runId);
    if (exact != entries.end()) return *exact;
    if (entries.size() == 1) return entries.front();
    return notAllowed(
        "history", inQuotes(word),
        std::to_string(entries.size()) + " runs begin so, such as " + entries[0].runId + " and " + entries[1].runId);
}

Result<std::int64_t> History::rowOf(const std::string& runId) const {
    BREAKEVEN_TRY(auto rows, m_database.prepare("SELECT id FROM runs WHERE run_id = ?"));
    BREAKEVEN_TRY(const bool isRow, rows.bind(runId).step());
    return isRow ? rows.number(0) : 0;
}

Result<LoadedRun> History::load(const std::string& runId) const {
    BREAKEVEN_TRY(const auto row, rowOf(runId));
    if (row == 0) return Error{ErrorCode::Unreadable, noSuchRun(runId).detail};
    BREAKEVEN_TRY(auto pieces, m_database.prepare("SELECT bytes FROM pieces WHERE run = ? ORDER BY id"));
    pieces.bind(row);
    std::string packed;
    while (true) {
        BREAKEVEN_TRY(const bool isRow, pieces.step());
        if (!isRow) break;
        packed += pieces.text(0);
    }
    const auto text = unpackedText(packed);
    if (!text) return Error{text.error().code, "history: run " + runId + ": " + text.error().detail};
    return readRunText(*text, "history:" + runId);
}

Result<bool> History::add(const LoadedRun& run, const std::filesystem::path& file) {
    const Results results = foldEvents(run.events);
    const std::string lines = linesOf(run.events);
    RunStarted started = results.run();
    if (started.runId.empty()) started.runId = idFor(lines);
    if (started.startedAt.empty()) started.startedAt = writtenAt(file);
    const RunState state = stateOf(run.events);

    BREAKEVEN_TRY(auto transaction, Transaction::begin(m_database));
    BREAKEVEN_TRY(auto row, rowOf(started.runId));
    if (row == 0) {
        BREAKEVEN_TRY(row, insertRun(m_database, started, {.host = {}, .process = {}, .file = file.string()}));
    } else {
        BREAKEVEN_TRY(auto known, m_database.prepare(std::string(Select) + "WHERE id = " + std::to_string(row)));
        BREAKEVEN_TRY(const auto entries, entriesOf(known));
        if (state == RunState::Interrupted || entries.front().state != RunState::Interrupted) return false;
        BREAKEVEN_CHECK(m_database.execute("DELETE FROM pieces WHERE run = " + std::to_string(row)));
        BREAKEVEN_CHECK(change("UPDATE runs SET samples = 0, file = ? WHERE run_id = ?", file.string(), started.runId));
    }
    BREAKEVEN_CHECK(insertPiece(m_database, row, TextPacker().add(lines), countSamples(run.events)));
    BREAKEVEN_CHECK(endRun(m_database, row, results, state));
    BREAKEVEN_CHECK(transaction.commit());
    return true;
}

Result<void> History::change(const char* sql, std::string_view value, const std::string& runId) {
    BREAKEVEN_TRY(auto update, m_database.prepare(sql));
    return update.bind(value).bind(runId).run();
}

Result<void> History::rename(const std::string& runId, std::string_view title) {
    BREAKEVEN_CHECK(checkName("name", title));
    return change("UPDATE runs SET title = ? WHERE run_id = ?", title, runId);
}

Result<void> History::setNote(const std::string& runId, std::string_view note) {
    if (!isUtf8(note) || note.size() > LongestNote)
        return notAllowed("note", inQuotes(asSeen(note)), "up to " + std::to_string(LongestNote) + " bytes of UTF-8");
    return change("UPDATE runs SET note = ? WHERE run_id = ?", note, runId);
}

Result<void> History::tag(const std::string& runId, std::span<const std::string> tags) {
    for (const std::string& tag : tags)
        BREAKEVEN_CHECK(checkName("tag", tag));
    BREAKEVEN_TRY(auto transaction, Transaction::begin(m_database));
    for (const std::string& tag : tags)
        BREAKEVEN_CHECK(
            change("INSERT OR IGNORE INTO tags (tag, run) SELECT ?, id FROM runs WHERE run_id = ?", tag, runId));
    return transaction.commit();
}

Result<void> History::untag(const std::string& runId, std::span<const std::string> tags) {
    BREAKEVEN_TRY(auto transaction, Transaction::begin(m_database));
    for (const std::string& tag : tags)
        BREAKEVEN_CHECK(
            change("DELETE FROM tags WHERE tag = ? AND run = (SELECT id FROM runs WHERE run_id = ?)", tag, runId));
    return transaction.commit();
}

Result<void> History::remove(const std::string& runId) {
    return change("UPDATE runs SET removed_at = ? WHERE run_id = ?", utcNow(), runId);
}

Result<void> History::restore(const std::string& runId) {
    BREAKEVEN_TRY(auto update, m_database.prepare("UPDATE runs SET removed_at = NULL WHERE run_id = ?"));
    return update.bind(runId).run();
}

Result<std::int64_t> History::purge() {
    BREAKEVEN_TRY(auto transaction, Transaction::begin(m_database));
    BREAKEVEN_TRY(auto rows, m_database.prepare("SELECT id, process, ending FROM runs WHERE removed_at IS NOT NULL"));
    std::vector<std::int64_t> over;
    while (true) {
        BREAKEVEN_TRY(const bool isRow, rows.step());
        if (!isRow) break;
        if (stateOf(rows, 1, 2) != RunState::Running) over.push_back(rows.number(0));
    }
    for (const std::int64_t row : over)
        BREAKEVEN_CHECK(m_database.execute("DELETE FROM runs WHERE id = " + std::to_string(row)));
    BREAKEVEN_CHECK(transaction.commit());
    BREAKEVEN_CHECK(m_database.execute("PRAGMA incremental_vacuum"));
    return std::ssize(over);
}

}  // namespace breakeven
