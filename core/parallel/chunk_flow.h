/// ChunkFlow: a list that is read and handed over chunk by chunk, never further ahead than the in-flight limit.
#pragma once

#include "core/parallel/batch_size.h"
#include "core/parallel/parts_in_flight.h"
#include "core/parallel/verbose_report.h"

#include <algorithm>
#include <exception>
#include <memory>
#include <optional>
#include <utility>
#include <variant>
#include <vector>

namespace breakeven {

/// The results of one chunk.
template <class R>
struct ResultChunk {
    ItemCount first = 0;  ///< item
    std::vector<Result<R>> results = {};
};

/// Used by one thread, which reads the input and writes the report. Destroying it cancels what has not begun and waits
/// for what has.
template <class R>
class ChunkFlow {
public:
    /// limit: chunks, >= 1.
    ChunkFlow(std::unique_ptr<StreamSource<R>> source, StreamOrder order, std::uint64_t limit, const BatchSize& batch,
              VerboseReport report)
        : m_source(std::move(source)), m_limit(limit), m_batch(batch), m_report(std::move(report)), m_parts(order) {}

    /// The next chunk in the order; absent after the last. Throws WaitTimeout, and what reading the input throws, once
    /// the results before it have been taken.
    std::optional<ResultChunk<R>> next(std::optional<Seconds> timeout = {}) {
        fill();
        if (m_parts.size() == 0) {
            if (m_inputFailure) std::rethrow_exception(std::exchange(m_inputFailure, nullptr));
            m_report.finished();
            return std::nullopt;
        }
        auto part = m_parts.take(timeout);
        const Seconds taken = part.results.state()->endedAt() - part.handedOver;
        ResultChunk<R> chunk{.first = part.first, .results = std::move(part.results).get()};
        m_batch.ended(chunk.results.size(), taken);
        m_report.completed(chunk.results.size());
        return chunk;
    }

private:
    void fill() {
        while (!m_isUsedUp && m_parts.size() < m_limit) {
            auto part = submitNext();
            m_isUsedUp = !part;
            m_report.handedOver(m_source->itemsRead(), m_isUsedUp);
            if (part) m_parts.add(*std::move(part));
        }
    }

    std::optional<StreamPart<R>> submitNext() {
        try {
            return m_source->submitNext(m_batch.next());
        } catch (...) {
            m_inputFailure = std::current_exception();
            return std::nullopt;
        }
    }

    std::unique_ptr<StreamSource<R>> m_source;
    std::uint64_t m_limit;
    BatchSize m_batch;
    VerboseReport m_report;
    PartsInFlight<R> m_parts;
    bool m_isUsedUp = false;
    std::exception_ptr m_inputFailure;
};

/// All results in input order. Throws ParallelError for the first item that failed, and what next() throws.
template <class R>
auto allResults(ChunkFlow<R> flow) {
    std::vector<Marked<R>> results;
    while (auto chunk = flow.next()) {
        results.resize(std::max<std::size_t>(results.size(), chunk->first + chunk->results.size()));
        for (std::size_t i = 0; i < chunk->results.size(); ++i) {
            Result<R>& result = chunk->results[i];
            const ItemCount item = chunk->first + i;
            if (!result) throw itemError(result.error(), item);
            if constexpr (std::is_void_v<R>)
                results[item] = std::monostate{};
            else
                results[item] = *std::move(result);
        }
    }
    if constexpr (!std::is_void_v<R>) {
        std::vector<R> values;
        values.reserve(results.size());
        for (auto& result : results)
            values.push_back(*std::move(result));
        return values;
    }
}

}  // namespace breakeven
