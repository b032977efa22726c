/// PartsInFlight: the chunks of a stream that are with the workers, or ready and not taken.
#pragma once

#include "core/base/result.h"
#include "core/base/units.h"
#include "core/parallel/as_completed.h"
#include "core/parallel/future.h"

#include <chrono>
#include <cstddef>
#include <memory>
#include <optional>
#include <unordered_map>
#include <utility>
#include <vector>

namespace breakeven {

enum class StreamOrder { Input, Completion };

template <class R>
struct StreamPart {
    Future<std::vector<Result<R>>> results;
    ItemCount first;  ///< item
    std::chrono::steady_clock::time_point handedOver = std::chrono::steady_clock::now();
};

/// Hands over the chunks of one list as they are asked for.
template <class R>
class StreamSource {
public:
    virtual ~StreamSource() = default;
    /// A chunk of `items`, or what is left of them; absent: the input is used up.
    virtual std::optional<StreamPart<R>> submitNext(ItemCount items) = 0;
    virtual ItemCount itemsRead() const = 0;  ///< so far
};

/// Used by one thread. Destroying it cancels what has not begun and waits for what has.
template <class R>
class PartsInFlight {
public:
    explicit PartsInFlight(StreamOrder order) : m_order(order) {}
    PartsInFlight(PartsInFlight&&) noexcept = default;
    PartsInFlight& operator=(PartsInFlight&&) = delete;
    ~PartsInFlight() {
        for (const auto& [number, part] : m_parts)
            part.results.cancel();
        for (const auto& [number, part] : m_parts)
            part.results.wait();
    }

    std::size_t size() const { return m_parts.size(); }

    void add(StreamPart<R> part) {
        const std::size_t number = m_added++;
        if (m_order == StreamOrder::Completion)
            part.results.state()->whenFinished([ready = m_ready, number] { ready->push(number); });
        m_parts.emplace(number, std::move(part));
    }

    /// The next one in the order, when it is ready. Precondition: there is one. Throws WaitTimeout.
    StreamPart<R> take(std::optional<Seconds> timeout = {}) {
        std::size_t number = m_taken;
        if (m_order == StreamOrder::Completion) {
            const auto ready = m_ready->pop(endOf(timeout));
            if (!ready) throw WaitTimeout();
            number = *ready;
        } else if (timeout && !m_parts.at(number).results.wait(*timeout)) {
            throw WaitTimeout();
        }
        ++m_taken;
        return std::move(m_parts.extract(number).mapped());
    }

private:
    StreamOrder m_order;
    std::unordered_map<std::size_t, StreamPart<R>> m_parts;
    std::shared_ptr<ReadyNumbers> m_ready = std::make_shared<ReadyNumbers>();
    std::size_t m_added = 0;
    std::size_t m_taken = 0;
};

/// The error of an item within its list.
inline ParallelError itemError(const Error& error, ItemCount item) {
    return ParallelError({error.code, "item " + std::to_string(item) + ": " + error.detail}, item);
}

}  // namespace breakeven
