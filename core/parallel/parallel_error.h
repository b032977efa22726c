/// ParallelError: what every function of <breakeven/parallel.h> throws. Below this border errors are values.
#pragma once

#include "core/base/result.h"
#include "core/base/units.h"
#include "core/os/clock.h"

#include <exception>
#include <optional>
#include <stdexcept>
#include <utility>

namespace breakeven {

class ParallelError : public std::runtime_error {
public:
    explicit ParallelError(const Error& error, std::optional<ItemCount> item = {}, std::exception_ptr cause = {})
        : std::runtime_error(error.detail), m_code(error.code), m_item(item), m_cause(std::move(cause)) {}

    ErrorCode code() const noexcept { return m_code; }

    /// The failed item, counted from 0 in input order; absent when the error belongs to no item.
    std::optional<ItemCount> item() const noexcept { return m_item; }

    /// What the callable threw, to be rethrown or looked at. Null when only its text has arrived: from another process,
    /// and from the calls that read their input bit by bit, which are the streams and joblib's verbose.
    const std::exception_ptr& cause() const noexcept { return m_cause; }

private:
    ErrorCode m_code;
    std::optional<ItemCount> m_item;
    std::exception_ptr m_cause;
};

/// A wait of the caller ran out; the work goes on.
class WaitTimeout : public ParallelError {
public:
    WaitTimeout() : ParallelError({ErrorCode::TimedOut, "wait: the result is not there yet"}) {}
};

/// The end of a wait from now on; one below 0 is over. Throws ParallelError (InvalidInput) for a timeout that is no
/// number.
Clock::time_point endOfTimeout(Seconds timeout);

inline void throwIfError(const Result<void>& result) {
    if (!result) throw ParallelError(result.error());
}

template <class T>
T valueOrThrow(Result<T> result) {
    if (!result) throw ParallelError(result.error());
    return *std::move(result);
}

}  // namespace breakeven
