#include "core/history/history_file.h"

#include "core/os/descriptor.h"
#include "core/os/user_folders.h"

#include <array>
#include <cerrno>
#include <cstdint>
#include <cstring>
#include <fstream>
#include <string_view>
#include <system_error>
#include <utility>

#include <sys/file.h>
#include <unistd.h>

namespace breakeven {

namespace fs = std::filesystem;

namespace {

/// In the file's header, so that file(1) and we can tell it from other databases: "BKEV".
constexpr std::int64_t ApplicationId = 0x424B4556;

constexpr std::string_view HistoryName = "history.sqlite";

constexpr Seconds Patience{5};

/// What makes a schema of the one before; their number is the schema's. A step that was released is never changed.
/// Lists read the table runs alone, so what is large lies elsewhere: spec and environment are in a run's first line.
constexpr std::array<const char*, 1> Steps{R"sql(
CREATE TABLE runs (
    id INTEGER PRIMARY KEY,
    run_id TEXT NOT NULL UNIQUE,
    started_at TEXT NOT NULL,
    experiment TEXT NOT NULL,
    title TEXT NOT NULL,
    version TEXT NOT NULL,
    host TEXT NOT NULL,
    machine TEXT NOT NULL,
    file TEXT NOT NULL,
    process TEXT,
    ending TEXT,
    elapsed REAL,
    trials INTEGER NOT NULL DEFAULT 0,
    samples INTEGER NOT NULL DEFAULT 0,
    headline TEXT NOT NULL DEFAULT '',
    note TEXT NOT NULL DEFAULT '',
    removed_at TEXT
);
CREATE INDEX runs_by_start ON runs (started_at, id);
CREATE TABLE tags (
    run INTEGER NOT NULL REFERENCES runs ON DELETE CASCADE,
    tag TEXT NOT NULL,
    PRIMARY KEY (run, tag)
) WITHOUT ROWID;
CREATE TABLE pieces (
    id INTEGER PRIMARY KEY,
    run INTEGER NOT NULL REFERENCES runs ON DELETE CASCADE,
    bytes BLOB NOT NULL
);
CREATE INDEX pieces_by_run ON pieces (run, id);
)sql"};

/// What this version needs of the last schema.
struct Table {
    std::string name;
    std::string columns;  ///< as of a list in SQL
    std::int64_t columnCount;
    bool isListed;  ///< lists read it
};

const std::array<Table, 3> Tables{{
    {"runs",
     "'id', 'run_id', 'started_at', 'experiment', 'title', 'version', 'host', 'machine', 'file', 'process', 'ending', "
     "'elapsed', 'trials', 'samples', 'headline', 'note', 'removed_at'",
     17, true},
    {"tags", "'run', 'tag'", 2, true},
    {"pieces", "'id', 'run', 'bytes'", 3, false},
}};

Error unwritable(const fs::path& path, const std::string& why) {
    return {ErrorCode::Unwritable, path.string() + ": cannot be opened: " + why};
}

/// Held while a file is opened: two processes must not make the tables, or set the file aside, at the same time.
/// Without a lock where the file system knows none.
Descriptor lockFolder(const fs::path& folder) {
    Descriptor held(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    while (held && ::flock(held.get(), LOCK_EX) != 0 && errno == EINTR)
        continue;
    return held;
}

/// Before anything is written: that it is ours, and of which schema; 0: it is new.
Result<std::int64_t> schemaOf(const Database& database, const fs::path& path) {
    BREAKEVEN_TRY(const auto application, database.number("PRAGMA application_id"));
    BREAKEVEN_TRY(const auto schema, database.number("PRAGMA user_version"));
    BREAKEVEN_TRY(const auto tables, database.number("SELECT count(*) FROM sqlite_schema"));
    const bool isNew = application == 0 && schema == 0 && tables == 0;
    if (!isNew && application != ApplicationId)
        return Error{ErrorCode::InvalidInput, path.string() + ": it is a database, but not a history of breakeven"};
    if (!isNew && schema == 0) return Error{ErrorCode::Unreadable, path.string() + ": it is damaged"};
    if (schema > std::ssize(Steps))
        return Error{ErrorCode::InvalidInput, path.string() + ": schema " + std::to_string(schema) +
                                                  " is newer than this version knows (" + std::to_string(Steps.size()) +
                                                  ")"};
    return schema;
}

Result<void> migrate(const Database& database, std::int64_t schema) {
    BREAKEVEN_TRY(auto transaction, Transaction::begin(database));
    for (auto step = static_cast<std::size_t>(schema); step < Steps.size(); ++step)
        BREAKEVEN_CHECK(database.execute(Steps[step]));
    BREAKEVEN_CHECK(database.execute("PRAGMA application_id = " + std::to_string(ApplicationId) +
                                     "; PRAGMA user_version = " + std::to_string(Steps.size())));
    return transaction.commit();
}

/// Of what lists read; a damaged run is found when it is loaded, and costs no other.
Result<void> checkTables(const Database& database, const fs::path& path) {
    const Error damaged{ErrorCode::Unreadable, path.string() + ": it is damaged"};
    for (const Table& table : Tables) {
        BREAKEVEN_TRY(const auto columns, database.number("SELECT count(*) FROM pragma_table_info('" + table.name +
                                                          "') WHERE name IN (" + table.columns + ')'));
        if (columns != table.columnCount) return damaged;
        if (!table.isListed) continue;
        BREAKEVEN_TRY(auto check, database.prepare("PRAGMA quick_check(" + table.name + ')'));
        BREAKEVEN_TRY(const bool isRow, check.step());
        if (!isRow || check.text(0) != "ok") return damaged;
    }
    return {};
}

/// Errors: as of openSound.
Result<Database> checked(Database database, const fs::path& path) {
    database.setPatience(Patience);
    BREAKEVEN_TRY(const auto schema, schemaOf(database, path));
    if (!database.isReadOnly()) {
        if (schema == 0) BREAKEVEN_CHECK(database.execute("PRAGMA auto_vacuum = INCREMENTAL"));
        // A commit is then one write without a wait for the disk: what a killed process wrote is there, and a machine
        // that loses its power loses the last rounds alone.
        BREAKEVEN_CHECK(
            database.execute("PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA foreign_keys = ON"));
        if (schema < std::ssize(Steps)) BREAKEVEN_CHECK(migrate(database, schema));
    }
    BREAKEVEN_CHECK(checkTables(database, path));
    return database;
}

/// SQLite makes files of its own beside a history to read it. Where it cannot, as on a backup or a CD, and nobody else
/// has, the file is all there is, and no one writes to it.
bool isAlone(const fs::path& path) {
    std::error_code failure;
    return ::access(path.c_str(), R_OK) == 0 && ::access(path.parent_path().c_str(), W_OK) != 0 &&
           !fs::exists(path.string() + "-wal", failure);
}

/// Errors: Unreadable when it is damaged; those of openHistoryFile.
Result<Database> openSound(const fs::path& path) {
    BREAKEVEN_TRY(auto database, isAlone(path) ? Database::openUnchanging(path) : Database::open(path));
    return checked(std::move(database), path);
}

/// A file that cannot be read was a history by its name, or by what is left of its header: SQLite's mark, and our
/// number. Anything else that somebody names is not ours to rename.
bool wasHistory(const fs::path& path) {
    constexpr std::string_view Mark{"SQLite format 3\0", 16};
    constexpr std::string_view Ours = "BKEV";
    constexpr std::size_t OursAt = 68;
    if (path.filename() == HistoryName) return true;
    std::array<char, OursAt + Ours.size()> head{};
    std::ifstream(path, std::ios::binary).read(head.data(), std::ssize(head));
    const std::string_view bytes(head.data(), head.size());
    return bytes.starts_with(Mark) && bytes.ends_with(Ours);
}

/// With what SQLite keeps beside it, which would be taken for the new file's. Returns the new name.
Result<fs::path> setAside(const fs::path& path) {
    std::error_code failure;
    fs::path aside;
    for (int number = 1; aside.empty() || fs::exists(aside, failure); ++number)
        aside = path.string() + ".damaged-" + std::to_string(number);
    fs::rename(path, aside, failure);
    if (failure) return unwritable(path, "it is damaged and cannot be set aside: " + failure.message());
    for (const char* companion : {"-wal", "-shm"})
        fs::rename(path.string() + companion, aside.string() + companion, failure);  // not there as a rule
    return aside;
}

}  // namespace

fs::path defaultHistoryFile() {
    const fs::path folder = dataFolder();
    return folder.empty() ? folder : folder / HistoryName;
}

Result<HistoryFile> openHistoryFile(const fs::path& path) {
    std::error_code failure;
    const fs::path whole = fs::absolute(path, failure);  // so that SQLite takes no part of it for an option
    if (path.empty() || failure) return unwritable(path, "it is no path");
    const auto kind = fs::status(whole, failure).type();
    if (failure && kind != fs::file_type::not_found) return unwritable(path, failure.message());
    if (kind == fs::file_type::directory) return unwritable(path, "it is a folder");
    if (kind != fs::file_type::regular && kind != fs::file_type::not_found) return unwritable(path, "it is no file");
    fs::create_directories(whole.parent_path(), failure);
    if (failure) return unwritable(path, failure.message());
    if (kind == fs::file_type::not_found && ::access(whole.parent_path().c_str(), W_OK | X_OK) != 0)
        return unwritable(path, std::strerror(errno));

    const Descriptor lock = lockFolder(whole.parent_path());
    auto database = openSound(whole);
    if (database) return HistoryFile{*std::move(database), {}};
    if (database.error().code != ErrorCode::Unreadable) return database.error();
    if (!wasHistory(whole))
        return Error{ErrorCode::InvalidInput,
                     path.string() + ": it is another kind of file, not a history of breakeven"};
    BREAKEVEN_TRY(const fs::path aside, setAside(whole));
    BREAKEVEN_TRY(auto fresh, openSound(whole));
    return HistoryFile{std::move(fresh), database.error().detail + "; it is kept as " + aside.filename().string() +
                                             ", and a new one begun"};
}

}  // namespace breakeven
