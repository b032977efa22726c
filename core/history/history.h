/// History: every run that was measured on this machine or imported, in one SQLite file. Several programs use it at the
/// same time; none holds a lock between two calls. An object belongs to one thread at a time.
#pragma once

#include "core/base/result.h"
#include "core/history/run_entry.h"
#include "core/history/sqlite.h"
#include "core/io/run_file.h"

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <limits>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace breakeven {

struct HistoryQuery {
    /// Words that must all occur in name, title, tags, note, host or machine; the case of ASCII letters does not
    /// matter.
    std::string text = {};
    bool isDeleted = false;  ///< those that were deleted instead of the others
    bool isCutOff = false;   ///< only those without an end of their own: they go on, or were interrupted
    std::size_t offset = 0;
    std::size_t limit = std::numeric_limits<std::int64_t>::max();
};

/// Errors of all functions: Unreadable when the file is damaged; Unwritable when it is read-only; Internal (disk full,
/// another program writes for longer than 5 s); further ones are named. Those that take a run id do nothing when
/// there is no such run.
class History {
public:
    /// Makes what is missing. A damaged file is renamed and a new one begun, which notice() says.
    /// Errors: InvalidInput for a database that is not ours or of a newer version; Unwritable.
    static Result<History> open(const std::filesystem::path& file);

    const std::string& notice() const { return m_notice; }  ///< one line; empty: all is well
    bool isReadOnly() const { return m_database.isReadOnly(); }

    /// Newest first. Of a run that was killed, it is worked out at first what was measured.
    Result<std::vector<RunEntry>> list(const HistoryQuery& query = {}) const;

    /// Changes when another program, or another object, has changed the history: what was listed may be listed again.
    Result<std::int64_t> changeCount() const;

    /// The one run that a user means: a run id, how one or its part behind the '-' begins, or "last", which is the one
    /// that was recorded last, and where all were taken in the newest.
    /// Errors: InvalidInput when there is none or several.
    Result<RunEntry> find(std::string_view word, bool isDeleted = false) const;

    /// Through the reader of run files. The warnings of a run that goes on or was cut say so.
    /// Errors: Unreadable also when the run's events are damaged, or there is no such run.
    Result<LoadedRun> load(const std::string& runId) const;

    /// Takes a run in; file: as of RunEntry. False: it is there already, though one that was cut is replaced by one
    /// that was not.
    Result<bool> add(const LoadedRun& run, const std::filesystem::path& file);

    // Errors: InvalidInput naming what is allowed.
    Result<void> rename(const std::string& runId, std::string_view title);
    Result<void> setNote(const std::string& runId, std::string_view note);  ///< empty: none
    Result<void> tag(const std::string& runId, std::span<const std::string> tags);
    Result<void> untag(const std::string& runId, std::span<const std::string> tags);

    Result<void> remove(const std::string& runId);   ///< until it is restored or purged
    Result<void> restore(const std::string& runId);  ///< undoes remove()
    /// Removes for good what was removed, but for runs that go on; returns how many.
    Result<std::int64_t> purge();

private:
    friend class RunRecorder;

    History(Database database, std::string notice) : m_database(std::move(database)), m_notice(std::move(notice)) {}

    Result<std::vector<RunEntry>> entriesOf(Statement& rows) const;
    void sumUp(RunEntry& entry) const;
    Result<std::int64_t> rowOf(const std::string& runId) const;
    Result<void> change(const char* sql, std::string_view value, const std::string& runId);

    Database m_database;
    std::string m_notice;
};

}  // namespace breakeven
