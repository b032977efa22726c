/// Future: the result of a job that runs in a pool, or of one that is still to run.
#pragma once

#include "core/parallel/future_state.h"
#include "core/parallel/slots.h"

#include <chrono>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

namespace breakeven {

/// Holds the value of a finished job.
template <class R>
class ValueState final : public FutureState {
public:
    using FutureState::FutureState;
    Marked<R> value;  ///< written before finish()
};

/// A handle; copies share one result. Thread-safe.
template <class R>
class Future {
public:
    explicit Future(std::shared_ptr<ValueState<R>> state) : m_state(std::move(state)) {}

    /// Waits for the result and copies it. Throws ParallelError when the job failed (Interrupted: cancelled), and
    /// WaitTimeout when the timeout ends first; the job goes on then.
    R get(std::optional<Seconds> timeout = {}) const& {
        await(timeout);
        if constexpr (!std::is_void_v<R>) return *m_state->value;
    }

    /// The same from a handle that is given up, `pool.applyAsync(f, x).get()`: the result is moved, which no other
    /// handle must want.
    R get(std::optional<Seconds> timeout = {}) && {
        await(timeout);
        if constexpr (!std::is_void_v<R>) return *std::move(m_state->value);
    }

    bool wait(Seconds timeout) const { return m_state->wait(timeout); }  ///< false: not ready in time
    void wait() const { m_state->wait({}); }

    bool ready() const { return m_state->isReady(); }
    bool running() const { return m_state->isRunning(); }
    bool cancelled() const { return m_state->isCancelled(); }

    /// Whether it ended without an error. Throws ParallelError (InvalidInput) when it is not ready.
    bool successful() const {
        if (!ready()) throw ParallelError({ErrorCode::InvalidInput, "successful: the result is not there yet"});
        return !m_state->error();
    }

    /// Succeeds only while the job has not been started.
    bool cancel() const { return m_state->cancel(); }

    /// `callback(future)` when it is ready, in the order of registration, on the callback thread, or at once when it is
    /// ready already. What it throws changes nothing and can be seen in callbackErrors().
    template <std::invocable<const Future&> Callback>
    void onDone(Callback callback) const {
        m_state->onDone([weak = std::weak_ptr(m_state), callback = std::move(callback)] {
            if (auto state = weak.lock()) callback(Future(std::move(state)));
        });
    }
    std::vector<std::string> callbackErrors() const { return m_state->callbackErrors(); }

    const std::shared_ptr<ValueState<R>>& state() const { return m_state; }

private:
    void await(std::optional<Seconds> timeout) const {
        if (!m_state->wait(timeout)) throw WaitTimeout();
        if (m_state->error()) throw *m_state->error();
    }

    std::shared_ptr<ValueState<R>> m_state;
};

enum class WaitFor { All, FirstCompleted, FirstException };

/// Numbers of the futures that are ready, in the order in which they became so; returns when `what` has happened or the
/// timeout has ended. An empty timeout: for ever.
std::vector<std::size_t> awaitStates(std::span<const std::shared_ptr<FutureState>> states, WaitFor what,
                                     std::optional<Seconds> timeout);

template <class R>
std::vector<std::shared_ptr<FutureState>> statesOf(const std::vector<Future<R>>& futures) {
    std::vector<std::shared_ptr<FutureState>> states;
    for (const auto& future : futures)
        states.push_back(future.state());
    return states;
}

template <class R>
struct WaitOutcome {
    std::vector<Future<R>> done;     ///< in the order in which they became ready
    std::vector<Future<R>> notDone;  ///< in the order given
};

/// Throws only for a timeout that is no number; one that ends leaves futures in notDone.
template <class R>
WaitOutcome<R> wait(const std::vector<Future<R>>& futures, WaitFor what = WaitFor::All,
                    std::optional<Seconds> timeout = {}) {
    WaitOutcome<R> outcome;
    std::vector<bool> isDone(futures.size(), false);
    for (const std::size_t i : awaitStates(statesOf(futures), what, timeout)) {
        outcome.done.push_back(futures[i]);
        isDone[i] = true;
    }
    for (std::size_t i = 0; i < futures.size(); ++i)
        if (!isDone[i]) outcome.notDone.push_back(futures[i]);
    return outcome;
}

}  // namespace breakeven
