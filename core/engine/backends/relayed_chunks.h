/// Counts submitted chunks that are with another pool.
#pragma once

#include "core/engine/worker_pool.h"

#include <atomic>
#include <cstddef>
#include <deque>
#include <mutex>
#include <utility>
#include <vector>

namespace breakeven {

/// One thread submits, any may end.
class RelayedChunks {
public:
    void submitTo(WorkerPool& pool, const ListJob& job, Chunk chunk, Completion& completion) {
        m_underWay.fetch_add(1, std::memory_order_relaxed);
        pool.submit(job, chunk, relayTo(completion));
    }

    /// Waiting or running.
    std::size_t underWay() const { return m_underWay.load(std::memory_order_relaxed); }

private:
    struct Relay final : Completion {
        explicit Relay(RelayedChunks& owner) : home(owner) {}
        void chunkEnded(Chunk chunk, Result<void> outcome) noexcept override {
            Completion& receiver = *completion;
            home.takeBack(*this);
            receiver.chunkEnded(chunk, std::move(outcome));  // nothing of this is read any more: the pool may be gone
        }
        RelayedChunks& home;
        Completion* completion = nullptr;
    };

    Relay& relayTo(Completion& completion) {
        const std::lock_guard lock(m_mutex);
        if (m_free.empty()) {
            m_free.push_back(&m_relays.emplace_back(*this));
            m_free.reserve(m_relays.size());  // nothing can be thrown where they come back
        }
        Relay& relay = *m_free.back();
        m_free.pop_back();
        relay.completion = &completion;
        return relay;
    }

    void takeBack(Relay& relay) {
        const std::lock_guard lock(m_mutex);
        m_free.push_back(&relay);
        m_underWay.fetch_sub(1, std::memory_order_relaxed);
    }

    std::mutex m_mutex;
    std::deque<Relay> m_relays;
    std::vector<Relay*> m_free;
    std::atomic<std::size_t> m_underWay{0};
};

}  // namespace breakeven
