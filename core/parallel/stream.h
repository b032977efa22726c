/// Stream: the results of imap, pulled one by one while workers compute the next ones.
#pragma once

#include "core/parallel/chunk_flow.h"
#include "core/parallel/pull_range.h"

#include <optional>
#include <type_traits>
#include <utility>
#include <variant>

namespace breakeven {

/// What a stream yields; a void result is a std::monostate.
template <class R>
using Pulled = std::conditional_t<std::is_void_v<R>, std::monostate, R>;

/// A range for one pass, and for one thread. The input is read by the thread that pulls, never further ahead than the
/// in-flight limit, which counts results that wait to be pulled. An item that failed throws its ParallelError at its
/// place; next() goes on with the item after it. Once a stop is requested nothing more is read or started: items that
/// were handed over and not started throw Interrupted at their places, and so does the place where reading ended.
/// Dropping the stream early cancels what has not been started and waits for what has.
template <class R>
class Stream : public PullRange<Stream<R>, Pulled<R>> {
public:
    explicit Stream(ChunkFlow<R> flow) : m_flow(std::move(flow)) {}

    /// Absent after the last result. Throws the item's ParallelError, WaitTimeout, and what reading the input throws.
    std::optional<Pulled<R>> next(std::optional<Seconds> timeout = {}) {
        while (m_taken == m_current.results.size()) {
            auto chunk = m_flow.next(timeout);
            if (!chunk) return std::nullopt;
            m_current = *std::move(chunk);
            m_taken = 0;
        }
        const ItemCount item = m_current.first + m_taken;
        Result<R>& result = m_current.results[m_taken++];
        if (!result) throw itemError(result.error(), item);
        if constexpr (std::is_void_v<R>)
            return std::monostate{};
        else
            return *std::move(result);
    }

private:
    ChunkFlow<R> m_flow;
    ResultChunk<R> m_current;
    std::size_t m_taken = 0;  ///< of m_current
};

}  // namespace breakeven
