#include "core/engine/processes/process_pool.h"
#include "core/engine/spin.h"

#include <algorithm>
#include <thread>
#include <utility>

namespace breakeven {

namespace {

constexpr std::chrono::microseconds CallerSpin{50};
/// Linux adds as much again.
constexpr std::chrono::microseconds Nap{50};
/// How tasks end is taken from the last moment, if it was not longer ago.
constexpr std::chrono::milliseconds LongestSpan{1};

}  // namespace

void ProcessPool::await(const std::atomic<std::uint32_t>& ended, std::uint32_t seen) {
    while (ended.load(std::memory_order_acquire) == seen) {
        linger();
        Lock lock(m_mutex);
        if (ended.load(std::memory_order_acquire) == seen) pass(lock);
    }
}

/// Spins unless the workers need all CPUs. If they do, and have enough to do, naps: a caller that is woken by the end
/// of every short task takes a CPU away from them each time.
void ProcessPool::linger() {
    const std::size_t inFlight = m_inFlight.load(std::memory_order_relaxed);
    const std::size_t running = std::min(inFlight, m_members.size());
    if (running > 0 && running < static_cast<std::size_t>(m_cpus)) {
        (void)spinUntil([this] { return anyEnded(); }, CallerSpin);
    } else if (inFlight > running) {
        const auto now = std::chrono::steady_clock::now();
        const auto span = now - std::exchange(m_lingered, now);
        const auto settled = m_settled.load(std::memory_order_relaxed);
        const auto lately = static_cast<double>(settled - std::exchange(m_settledThen, settled));
        const bool areBusyForANap = lately * (2 * Nap / Seconds(span)) < static_cast<double>(inFlight - running);
        if (span < LongestSpan && areBusyForANap) std::this_thread::sleep_for(Nap);
    }
}

/// Waits until something may have happened, and deals with it. Whoever gives a reason to look, and is no worker, finds
/// that the caller sleeps: from the last look to the sleep the lock is held.
void ProcessPool::pass(Lock& lock) {
    if (collect()) return;
    std::vector<std::pair<Crew::Event, std::size_t>> events;
    m_ring.callerSleeps();
    if (!anyEnded()) {
        const auto limit = longestWait();
        lock.unlock();
        m_crew->wait(limit, [&](Crew::Event event, std::size_t worker) { events.emplace_back(event, worker); });
        lock.lock();
    }
    m_ring.callerWakes();
    for (const auto& [event, worker] : events)
        handle(event, worker);
    collect();
    lookAround();
}

}  // namespace breakeven
