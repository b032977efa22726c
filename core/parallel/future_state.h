/// The life of one asynchronous result, without its type.
#pragma once

#include "core/base/units.h"
#include "core/parallel/parallel_error.h"

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

namespace breakeven {

/// Thread-safe. Pending → Running → Finished, or Pending → Cancelled. Held by shared_ptr.
class FutureState : public std::enable_shared_from_this<FutureState> {
public:
    /// Runs a function soon, after those posted before, on a thread that may call anything.
    using Poster = std::function<void(std::function<void()>)>;

    virtual ~FutureState() = default;
    explicit FutureState(Poster poster) : m_poster(std::move(poster)) {}

    /// Pending becomes Running; false when it was cancelled before.
    bool start();
    /// Pending becomes Cancelled, with an Interrupted error; false when it is too late.
    bool cancel();
    /// Once, by whoever runs the job. Callbacks are posted.
    void finish(std::optional<ParallelError> error);

    bool isRunning() const;
    bool isReady() const;
    bool isCancelled() const;

    /// Until it is ready. Empty timeout: for ever. False: not ready in time.
    bool wait(std::optional<Seconds> timeout) const;

    /// Precondition for both: ready.
    const std::optional<ParallelError>& error() const { return m_error; }
    std::chrono::steady_clock::time_point endedAt() const { return m_endedAt; }

    /// Called at the end by the finishing thread, or at once when that has passed. Quick, and must not throw.
    void whenFinished(std::function<void()> hook);
    /// Called at the end in the order of their registration, on the callback thread; at once when that has passed.
    void onDone(std::function<void()> callback);
    /// Texts of exceptions that callbacks of onDone threw; they change nothing else.
    std::vector<std::string> callbackErrors() const;

private:
    enum class Status { Pending, Running, Cancelled, Finished };

    void end(std::unique_lock<std::mutex>& lock, Status status, std::optional<ParallelError> error);
    void call(const std::function<void()>& callback);

    Poster m_poster;
    mutable std::mutex m_mutex;
    mutable std::condition_variable m_changed;
    Status m_status = Status::Pending;
    std::optional<ParallelError> m_error;
    std::chrono::steady_clock::time_point m_endedAt;
    std::vector<std::function<void()>> m_hooks;
    std::vector<std::function<void()>> m_callbacks;
    std::vector<std::string> m_callbackErrors;
};

}  // namespace breakeven
