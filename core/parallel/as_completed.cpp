#include "core/parallel/as_completed.h"

#include <unordered_set>

namespace breakeven {

void ReadyNumbers::push(std::size_t number) {
    const std::lock_guard lock(m_mutex);
    m_numbers.push_back(number);
    m_changed.notify_all();
}

std::optional<std::size_t> ReadyNumbers::pop(std::optional<TimePoint> end) {
    std::unique_lock lock(m_mutex);
    const auto isThere = [&] { return !m_numbers.empty(); };
    if (!end)
        m_changed.wait(lock, isThere);
    else if (!m_changed.wait_until(lock, *end, isThere))
        return std::nullopt;
    const std::size_t number = m_numbers.front();
    m_numbers.pop_front();
    return number;
}

std::optional<ReadyNumbers::TimePoint> endOf(std::optional<Seconds> timeout) {
    if (!timeout) return std::nullopt;
    return endOfTimeout(*timeout);
}

CompletionOrder::CompletionOrder(std::span<const std::shared_ptr<FutureState>> states) {
    std::unordered_set<const FutureState*> known;
    for (std::size_t i = 0; i < states.size(); ++i) {
        if (!known.insert(states[i].get()).second) continue;
        ++m_expected;
        states[i]->whenFinished([ready = m_ready, i] { ready->push(i); });
    }
}

std::optional<std::size_t> CompletionOrder::next(std::optional<ReadyNumbers::TimePoint> end) {
    if (allTold()) return std::nullopt;
    const auto number = m_ready->pop(end);
    if (number) ++m_told;
    return number;
}

std::vector<std::size_t> awaitStates(std::span<const std::shared_ptr<FutureState>> states, WaitFor what,
                                     std::optional<Seconds> timeout) {
    const auto end = endOf(timeout);
    CompletionOrder order(states);
    std::vector<std::size_t> ready;
    while (const auto number = order.next(end)) {
        ready.push_back(*number);
        if (what == WaitFor::FirstCompleted) break;
        if (what == WaitFor::FirstException && states[*number]->error()) break;
    }
    // Whatever else is ready by now, without waiting for it.
    const auto now = std::chrono::steady_clock::now();
    while (const auto number = order.next(now))
        ready.push_back(*number);
    return ready;
}

}  // namespace breakeven
