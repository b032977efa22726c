/// SQLite: owners of its objects, and its errors as values. Private to this folder. An object belongs to one thread at
/// a time.
///
/// Errors of all functions: Unreadable when the file is damaged or no database, and for nothing else; Unwritable when
/// it is read-only or cannot be opened; Internal (disk full, another program writes for too long, …).
#pragma once

#include "core/base/result.h"
#include "core/base/units.h"

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

struct sqlite3;
struct sqlite3_stmt;

namespace breakeven {

class Statement {
public:
    /// The next parameter, from the first one on.
    Statement& bind(std::string_view text);
    Statement& bind(std::int64_t number);
    Statement& bind(const std::optional<Seconds>& seconds);  ///< absent: NULL
    Statement& bindBytes(std::string_view bytes);

    Result<bool> step();  ///< true: there is a row
    Result<void> run();   ///< for its effect; rows are passed over

    // Columns of the row, from 0 on.
    bool isNull(int column) const;
    std::string text(int column) const;  ///< bytes, too; empty for NULL
    std::int64_t number(int column) const;
    double real(int column) const;

private:
    friend class Database;
    struct Finalise {
        void operator()(sqlite3_stmt* statement) const;
    };
    explicit Statement(sqlite3_stmt* statement) : m_statement(statement) {}

    std::unique_ptr<sqlite3_stmt, Finalise> m_statement;
    int m_bound = 0;
    bool m_isTooLarge = false;  ///< a value that was bound; else binding cannot fail
};

class Database {
public:
    /// path: absolute; created when it is not there.
    static Result<Database> open(const std::filesystem::path& path);

    /// For reading alone, as one that nobody writes to: without locks, and without the files that SQLite makes beside
    /// it, for folders that cannot be written. path: absolute. Source: sqlite.org/uri.html, "immutable".
    static Result<Database> openUnchanging(const std::filesystem::path& path);

    Result<Statement> prepare(std::string_view sql) const;
    Result<void> execute(const std::string& sql) const;         ///< one or more statements
    Result<std::int64_t> number(const std::string& sql) const;  ///< the first column of the first row

    bool isReadOnly() const;
    std::int64_t lastRow() const;  ///< of the last INSERT
    std::int64_t changes() const;  ///< rows that the last statement has changed

    /// How long to wait for another program's write.
    void setPatience(Seconds patience);

private:
    struct Close {
        void operator()(sqlite3* database) const;
    };
    explicit Database(sqlite3* database) : m_database(database) {}

    static Result<Database> open(const std::string& name, int flags, const std::filesystem::path& path);

    std::unique_ptr<sqlite3, Close> m_database;
};

/// All or nothing: what is not committed is undone.
class Transaction {
public:
    static Result<Transaction> begin(const Database& database);

    Transaction(Transaction&& other) noexcept;
    Transaction& operator=(Transaction&&) = delete;
    ~Transaction();

    Result<void> commit();

private:
    explicit Transaction(const Database& database) : m_database(&database) {}

    const Database* m_database;  ///< null: over
};

}  // namespace breakeven
