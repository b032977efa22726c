#include "core/history/sqlite.h"

#include <algorithm>
#include <cstring>
#include <limits>
#include <sqlite3.h>
#include <utility>

namespace breakeven {

namespace {

Error errorOf(sqlite3* database, const std::string& name) {
    const int code = sqlite3_errcode(database);
    const int systemError = sqlite3_system_errno(database);
    const std::string why = systemError != 0 ? std::strerror(systemError) : sqlite3_errmsg(database);
    switch (code) {
        case SQLITE_CORRUPT:
        case SQLITE_NOTADB:
            return {ErrorCode::Unreadable, name + ": it is damaged: " + sqlite3_errmsg(database)};
        case SQLITE_CANTOPEN:
            return {ErrorCode::Unwritable, name + ": cannot be opened: " + why};
        case SQLITE_READONLY:
        case SQLITE_PERM:
            return {ErrorCode::Unwritable, name + ": cannot be written: it is read-only"};
        case SQLITE_BUSY:
        case SQLITE_LOCKED:
            return {ErrorCode::Internal, name + ": another program does not cease to write to it"};
        case SQLITE_FULL:
            return {ErrorCode::Internal, name + ": cannot be written: " + sqlite3_errmsg(database)};
        case SQLITE_IOERR:
            return {ErrorCode::Internal, name + ": cannot be written: " + why};
        default:
            return {ErrorCode::Internal, name + ": " + sqlite3_errmsg(database)};
    }
}

Error errorOf(sqlite3* database) {
    return errorOf(database, sqlite3_db_filename(database, "main"));
}

}  // namespace

void Statement::Finalise::operator()(sqlite3_stmt* statement) const {
    sqlite3_finalize(statement);
}

Statement& Statement::bind(std::string_view text) {
    const int code =
        sqlite3_bind_text64(m_statement.get(), ++m_bound, text.data(), text.size(), SQLITE_TRANSIENT, SQLITE_UTF8);
    m_isTooLarge = m_isTooLarge || code != SQLITE_OK;
    return *this;
}

Statement& Statement::bind(std::int64_t number) {
    sqlite3_bind_int64(m_statement.get(), ++m_bound, number);
    return *this;
}

Statement& Statement::bind(const std::optional<Seconds>& seconds) {
    ++m_bound;
    if (seconds) sqlite3_bind_double(m_statement.get(), m_bound, seconds->count());
    return *this;
}

Statement& Statement::bindBytes(std::string_view bytes) {
    const int code = sqlite3_bind_blob64(m_statement.get(), ++m_bound, bytes.data(), bytes.size(), SQLITE_TRANSIENT);
    m_isTooLarge = m_isTooLarge || code != SQLITE_OK;
    return *this;
}

Result<bool> Statement::step() {
    if (m_isTooLarge) return Error{ErrorCode::Internal, "history: a text is too large to be kept"};
    const int code = sqlite3_step(m_statement.get());
    if (code == SQLITE_ROW) return true;
    if (code == SQLITE_DONE) return false;
    return errorOf(sqlite3_db_handle(m_statement.get()));
}

Result<void> Statement::run() {
    while (true) {
        BREAKEVEN_TRY(const bool isRow, step());
        if (!isRow) return {};
    }
}

bool Statement::isNull(int column) const {
    return sqlite3_column_type(m_statement.get(), column) == SQLITE_NULL;
}

std::string Statement::text(int column) const {
    const auto* const begin = static_cast<const char*>(sqlite3_column_blob(m_statement.get(), column));
    const int size = sqlite3_column_bytes(m_statement.get(), column);
    return begin == nullptr ? std::string() : std::string(begin, static_cast<std::size_t>(size));
}

std::int64_t Statement::number(int column) const {
    return sqlite3_column_int64(m_statement.get(), column);
}

double Statement::real(int column) const {
    return sqlite3_column_double(m_statement.get(), column);
}

void Database::Close::operator()(sqlite3* database) const {
    sqlite3_close_v2(database);
}

Result<Database> Database::open(const std::string& name, int flags, const std::filesystem::path& path) {
    sqlite3* handle = nullptr;
    const int code = sqlite3_open_v2(name.c_str(), &handle, flags, nullptr);
    if (handle == nullptr) return Error{ErrorCode::Internal, path.string() + ": not enough memory to open it"};
    Database database(handle);
    if (code != SQLITE_OK) return errorOf(handle, path.string());
    return database;
}

Result<Database> Database::open(const std::filesystem::path& path) {
    return open(path.string(), SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, path);
}

Result<Database> Database::openUnchanging(const std::filesystem::path& path) {
    std::string name = "file:";
    for (const char byte : path.string()) {
        constexpr std::string_view MeansMore = "%?#";
        if (MeansMore.find(byte) == std::string_view::npos)
            name += byte;
        else
            name += byte == '%' ? "%25" : byte == '?' ? "%3f" : "%23";
    }
    return open(name + "?immutable=1", SQLITE_OPEN_READONLY | SQLITE_OPEN_URI, path);
}

Result<Statement> Database::prepare(std::string_view sql) const {
    sqlite3_stmt* statement = nullptr;
    const int code =
        sqlite3_prepare_v2(m_database.get(), sql.data(), static_cast<int>(sql.size()), &statement, nullptr);
    if (code != SQLITE_OK) return errorOf(m_database.get());
    return Statement(statement);
}

Result<void> Database::execute(const std::string& sql) const {
    if (sqlite3_exec(m_database.get(), sql.c_str(), nullptr, nullptr, nullptr) != SQLITE_OK)
        return errorOf(m_database.get());
    return {};
}

Result<std::int64_t> Database::number(const std::string& sql) const {
    BREAKEVEN_TRY(auto statement, prepare(sql));
    BREAKEVEN_TRY(const bool isRow, statement.step());
    return isRow ? statement.number(0) : 0;
}

bool Database::isReadOnly() const {
    return sqlite3_db_readonly(m_database.get(), "main") == 1;
}

std::int64_t Database::lastRow() const {
    return sqlite3_last_insert_rowid(m_database.get());
}

std::int64_t Database::changes() const {
    return sqlite3_changes64(m_database.get());
}

void Database::setPatience(Seconds patience) {
    const double milliseconds = std::min(patience.count() * 1000, double{std::numeric_limits<int>::max()});
    sqlite3_busy_timeout(m_database.get(), static_cast<int>(milliseconds));
}

Result<Transaction> Transaction::begin(const Database& database) {
    // One that only becomes a writer later on could be refused without a wait.
    BREAKEVEN_CHECK(database.execute("BEGIN IMMEDIATE"));
    return Transaction(database);
}

Transaction::Transaction(Transaction&& other) noexcept : m_database(std::exchange(other.m_database, nullptr)) {}

Transaction::~Transaction() {
    // After some errors SQLite has undone it already, which is an error of this statement alone.
    if (m_database != nullptr) static_cast<void>(m_database->execute("ROLLBACK"));
}

Result<void> Transaction::commit() {
    BREAKEVEN_CHECK(m_database->execute("COMMIT"));
    m_database = nullptr;
    return {};
}

}  // namespace breakeven
