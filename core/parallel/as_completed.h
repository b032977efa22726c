/// asCompleted: futures in the order in which they become ready.
#pragma once

#include "core/parallel/future.h"
#include "core/parallel/pull_range.h"

#include <chrono>
#include <condition_variable>
#include <deque>
#include <memory>
#include <mutex>
#include <optional>
#include <span>
#include <vector>

namespace breakeven {

/// Numbers of things that have become ready. Thread-safe.
class ReadyNumbers {
public:
    using TimePoint = std::chrono::steady_clock::time_point;

    void push(std::size_t number);
    std::optional<std::size_t> pop(std::optional<TimePoint> end);  ///< absent: none until `end`; no end: for ever

private:
    std::mutex m_mutex;
    std::condition_variable m_changed;
    std::deque<std::size_t> m_numbers;
};

/// The order in which states become ready; a state that was given twice counts once. Used by one thread.
class CompletionOrder {
public:
    explicit CompletionOrder(std::span<const std::shared_ptr<FutureState>> states);

    /// The number of the next state that is ready, waiting until `end`; absent when that has come, or all were told.
    std::optional<std::size_t> next(std::optional<ReadyNumbers::TimePoint> end);

    bool allTold() const { return m_told == m_expected; }

private:
    std::shared_ptr<ReadyNumbers> m_ready = std::make_shared<ReadyNumbers>();
    std::size_t m_expected = 0;
    std::size_t m_told = 0;
};

/// From now; absent stays absent.
std::optional<ReadyNumbers::TimePoint> endOf(std::optional<Seconds> timeout);

template <class R>
class CompletedFutures : public PullRange<CompletedFutures<R>, Future<R>> {
public:
    CompletedFutures(std::vector<Future<R>> futures, std::optional<Seconds> timeout)
        : m_futures(std::move(futures)), m_order(statesOf(m_futures)) {
        m_end = endOf(timeout);
    }

    /// Absent after the last. Throws WaitTimeout.
    std::optional<Future<R>> next() {
        if (const auto i = m_order.next(m_end)) return m_futures[*i];
        if (!m_order.allTold()) throw WaitTimeout();
        return std::nullopt;
    }

private:
    std::vector<Future<R>> m_futures;
    CompletionOrder m_order;
    std::optional<ReadyNumbers::TimePoint> m_end;
};

/// Those that are ready already come first. The timeout counts from here; stepping past it throws WaitTimeout.
template <class R>
CompletedFutures<R> asCompleted(std::vector<Future<R>> futures, std::optional<Seconds> timeout = {}) {
    return CompletedFutures<R>(std::move(futures), timeout);
}

}  // namespace breakeven
