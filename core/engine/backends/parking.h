/// Where threads sleep that have looked long enough for something to do.
#pragma once

#include <algorithm>
#include <atomic>
#include <condition_variable>
#include <mutex>

namespace breakeven {

/// No call is lost: who publishes work (by a sequentially consistent store) and then calls, wakes a thread that parked
/// without having seen it. Calling costs one load while nobody is parked.
class Parking {
public:
    bool anyParked() const { return m_parked.load(std::memory_order_seq_cst) > 0; }

    /// Sleeps until called, unless `hasWork` is true by now. It must read what callers publish sequentially
    /// consistently.
    template <class HasWork>
    void park(HasWork hasWork) {
        std::unique_lock lock(m_mutex);
        m_parked.fetch_add(1, std::memory_order_seq_cst);
        if (hasWork()) {
            m_parked.fetch_sub(1, std::memory_order_relaxed);
            return;
        }
        m_wakened.wait(lock, [this] { return m_calls > 0; });
        --m_calls;
    }

    void callOne() {
        if (anyParked()) call(1);
    }
    void callAll() {
        if (anyParked()) call(m_parked.load(std::memory_order_relaxed));
    }

private:
    void call(int most) {
        const std::unique_lock lock(m_mutex);
        const int called = std::min(most, m_parked.load(std::memory_order_relaxed));
        m_parked.fetch_sub(called, std::memory_order_relaxed);
        m_calls += called;
        if (called == 1)
            m_wakened.notify_one();
        else
            m_wakened.notify_all();
    }

    std::mutex m_mutex;
    std::condition_variable m_wakened;
    std::atomic<int> m_parked{0};  ///< sleepers that nobody has called yet; changed under the mutex
    int m_calls = 0;               ///< sleepers that are called and not awake yet
};

}  // namespace breakeven
