/// What Pool and ThreadPool do without types: the life of their workers.
#pragma once

#include "core/parallel/async_call.h"
#include "core/parallel/call_settings.h"
#include "core/parallel/callback_thread.h"
#include "core/parallel/options.h"

#include <atomic>
#include <functional>
#include <memory>
#include <mutex>
#include <string>
#include <utility>
#include <vector>

namespace breakeven {

struct PoolSettings {
    int workers = -1;  ///< as BasicOptions::workers
    AnyBackend backend = "tbb";
    void (*initializer)() = nullptr;  ///< called once by every worker before its first item; a lambda without captures
    std::uint64_t recycleAfter = 0;   ///< process backends: chunks after which a worker is replaced; 0: never
    Seconds deadline{0};              ///< longest time of one item from its own start; 0: none
    std::uint64_t seed = 0;           ///< of the items' random streams; calls of apply draw what a list of them would
    const char* start = "fork";       ///< process backends: fork or spawn
};

struct ThreadPoolSettings {
    int workers = -1;
    LocalBackend backend = "threads";
    std::function<void()> initializer = {};
    Seconds deadline{0};
    std::uint64_t seed = 0;
};

/// How a list is handed over. R: of the whole call.
template <class R>
struct ListOptions {
    ChunkOption chunk = "auto";
    std::function<void(const typename Callbacks<R>::Value&)> callback = {};
    std::function<void(const ParallelError&)> errorCallback = {};
};

struct StreamSettings {
    ChunkOption chunk = 1;                 ///< a count; anything else is 1
    InFlightOption inFlight = "2*n_jobs";  ///< chunks handed over whose results have not been taken
};

/// Thread-safe.
class PoolCore {
public:
    explicit PoolCore(const PoolSettings& settings);
    explicit PoolCore(const ThreadPoolSettings& settings);
    ~PoolCore();  ///< terminates, and waits for callbacks unless it is called by one or by an item

    PoolCore(const PoolCore&) = delete;
    PoolCore& operator=(const PoolCore&) = delete;

    void close();

    /// Drops what has not begun. Lists that have end after the chunks that run, worker processes at once; both say
    /// Interrupted. Waits for that and for callbacks, unless it is called by a callback or by an item: then the workers
    /// end when those have returned.
    void terminate();

    /// Wait for all that was asked for and for its callbacks. Throw ParallelError (InvalidInput) in a callback or an
    /// item of this pool, which would wait for itself; join also while the pool is open.
    void join();
    void restart();
    void clear();

    /// The workers, started when clear() has ended them. Throws ParallelError (InvalidInput) when closed.
    std::shared_ptr<Workforce> workforce();

    /// The same, but null when the calling thread is to compute, being a worker itself.
    std::shared_ptr<Workforce> workforceFromHere();

    CallSettings settings(const ChunkOption& chunk) const;

    /// Of a list of one item, which is the next of all that were asked for so.
    CallSettings settingsOfOne();

    /// Hands a list over and does not wait for it.
    template <Feed feed, class Outcome, class Value, class F>
    auto call(std::vector<Value> items, F f, const CallSettings& settings,
              const Callbacks<typename Outcome::Value>& callbacks) {
        using Call = AsyncCall<feed, Value, F, Outcome>;
        const auto workforce = workforceFromHere();
        auto state = std::make_shared<typename Call::State>(posterOf(workforce));
        const auto call = std::make_shared<Call>(std::move(items), std::move(f), settings, state, callbacks);
        if (workforce)
            Call::enqueue(call, *workforce);
        else
            call->runHere();
        return Future(std::move(state));
    }

    /// What runs in worker processes, for accounting; empty for threads.
    std::vector<pid_t> processes() { return workforce()->processes(); }
    WorkerCount workers() const { return m_options.workers; }

private:
    enum class Status { Open, Closed };

    void start();
    void finish(const char* call, Status status);
    std::shared_ptr<Workforce> release(Status status);

    std::string m_backend;
    PoolOptions m_options;
    Seconds m_deadline;
    std::uint64_t m_seed;
    std::atomic<ItemCount> m_single{0};  ///< lists of one item so far
    std::shared_ptr<CallbackThread> m_callbacks = std::make_shared<CallbackThread>();
    std::mutex m_mutex;
    Status m_status = Status::Open;
    std::shared_ptr<Workforce> m_workforce;
};

}  // namespace breakeven
