/// Result<T>: a value or an Error. The surface is a strict subset of std::expected<T, Error>, so that a later
/// language standard can replace it by an alias. Rule: every fallible function returns one; nothing below ui and
/// app prints or exits.
#pragma once

#include <string>
#include <utility>
#include <variant>

namespace breakeven {

/// What went wrong; decides the exit status and the text shown to the user.
enum class ErrorCode {
    InvalidInput,  ///< a field of a spec, an option or a file is not usable (exit 2)
    Unreadable,    ///< an input cannot be opened or is not what its name says (exit 2)
    Unwritable,    ///< an output cannot be created (exit 2), found before anything runs
    Refused,       ///< memory, time or trust forbids it (exit 3)
    NotBuilt,      ///< named by the contract, not part of this version (exit 2)
    WorkFailed,    ///< the measured code threw or reported a failure (exit 1)
    ChildCrashed,  ///< a measured process ended by a signal (exit 1)
    TimedOut,      ///< an item ran longer than its deadline (exit 1)
    Interrupted,   ///< the user asked to stop (exit 130)
    Internal,      ///< the system refused a resource, or a broken promise of our own (exit 4)
};

struct Error {
    ErrorCode code = ErrorCode::Internal;
    std::string detail;  ///< one English line "WHAT: WHY (HINT)" without a trailing newline
};

template <class T>
class [[nodiscard]] Result {
public:
    Result(T value) : m_state(std::in_place_index<0>, std::move(value)) {}
    Result(Error error) : m_state(std::in_place_index<1>, std::move(error)) {}

    bool has_value() const noexcept { return m_state.index() == 0; }
    explicit operator bool() const noexcept { return has_value(); }

    T& operator*() & { return std::get<0>(m_state); }
    const T& operator*() const& { return std::get<0>(m_state); }
    T&& operator*() && { return std::get<0>(std::move(m_state)); }
    T* operator->() { return &std::get<0>(m_state); }
    const T* operator->() const { return &std::get<0>(m_state); }
    const Error& error() const { return std::get<1>(m_state); }
    T value_or(T fallback) const { return has_value() ? std::get<0>(m_state) : std::move(fallback); }

private:
    std::variant<T, Error> m_state;
};

template <>
class [[nodiscard]] Result<void> {
public:
    Result() = default;
    Result(Error error) : m_error(std::move(error)), m_failed(true) {}

    bool has_value() const noexcept { return !m_failed; }
    explicit operator bool() const noexcept { return has_value(); }
    const Error& error() const { return m_error; }

private:
    Error m_error;
    bool m_failed = false;
};

}  // namespace breakeven

/// Binds the value of a Result-returning expression or returns its error: BREAKEVEN_TRY(auto plan, makePlan(spec));
#define BREAKEVEN_TRY(declaration, expression) BREAKEVEN_TRY_NAMED(declaration, expression, __COUNTER__)
#define BREAKEVEN_TRY_NAMED(declaration, expression, unique) BREAKEVEN_TRY_BIND(declaration, expression, unique)
#define BREAKEVEN_TRY_BIND(declaration, expression, unique) \
    auto tried_##unique = (expression);                     \
    if (!tried_##unique) return tried_##unique.error();     \
    declaration = *std::move(tried_##unique)

/// Returns the error of a Result<void>-returning expression, if it has one.
#define BREAKEVEN_CHECK(expression)                                        \
    do {                                                                   \
        if (auto checked = (expression); !checked) return checked.error(); \
    } while (false)
