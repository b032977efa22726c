/// Stream: the results of imap, pulled one by one while workers compute the next ones.
#pragma once

#include "core/parallel/parts_in_flight.h"
#include "core/parallel/pull_range.h"

#include <exception>
#include <memory>
#include <optional>
#include <type_traits>
#include <utility>
#include <variant>
#include <vector>

namespace breakeven {

/// What a stream yields; a void result is a std::monostate.
template <class R>
using Pulled = std::conditional_t<std::is_void_v<R>, std::monostate, R>;

/// A range for one pass, and for one thread. The input is read by the thread that pulls, never further ahead than the
/// in-flight limit, which counts results that wait to be pulled. An item that failed throws its ParallelError at its
/// place; next() goes on with the item after it. Dropping the stream early cancels what has not been started and waits
/// for what has.
template <class R>
class Stream : public PullRange<Stream<R>, Pulled<R>> {
public:
    /// limit: chunks, >= 1. chunk: items, >= 1.
    Stream(std::unique_ptr<StreamSource<R>> source, StreamOrder order, std::uint64_t limit, ItemCount chunk)
        : m_source(std::move(source)), m_limit(limit), m_chunk(chunk), m_parts(order) {}

    /// Absent after the last result. Throws the item's ParallelError, WaitTimeout, and what reading the input throws.
    std::optional<Pulled<R>> next(std::optional<Seconds> timeout = {}) {
        while (m_taken == m_current.size()) {
            fill();
            if (m_parts.size() == 0) {
                if (m_inputFailure) std::rethrow_exception(std::exchange(m_inputFailure, nullptr));
                return std::nullopt;
            }
            auto part = m_parts.take(timeout);
            m_first = part.first;
            m_taken = 0;
            m_current = std::move(part.results).get();
        }
        const ItemCount item = m_first + m_taken;
        Result<R>& result = m_current[m_taken++];
        if (!result) throw itemError(result.error(), item);
        if constexpr (std::is_void_v<R>)
            return std::monostate{};
        else
            return *std::move(result);
    }

private:
    void fill() {
        while (!m_isUsedUp && m_parts.size() < m_limit) {
            auto part = submitNext();
            m_isUsedUp = !part;
            if (!part) return;
            m_parts.add(*std::move(part));
        }
    }

    /// What reading the input throws is kept until the results before it have been pulled.
    std::optional<StreamPart<R>> submitNext() {
        try {
            return m_source->submitNext(m_chunk);
        } catch (...) {
            m_inputFailure = std::current_exception();
            return std::nullopt;
        }
    }

    std::unique_ptr<StreamSource<R>> m_source;
    std::uint64_t m_limit;
    ItemCount m_chunk;
    PartsInFlight<R> m_parts;
    bool m_isUsedUp = false;
    std::exception_ptr m_inputFailure;
    std::vector<Result<R>> m_current;
    std::size_t m_taken = 0;  ///< of m_current
    ItemCount m_first = 0;    ///< item of m_current
};

}  // namespace breakeven
