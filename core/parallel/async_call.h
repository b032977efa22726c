/// AsyncCall: a list with its items, its callable and the places of its results, on its way through a queue.
#pragma once

#include "core/engine/work_error.h"
#include "core/parallel/call_settings.h"
#include "core/parallel/future.h"
#include "core/parallel/list_call.h"

#include <functional>
#include <memory>
#include <optional>
#include <stop_token>
#include <string>
#include <utility>
#include <vector>

namespace breakeven {

/// Run on the callback thread before the result is ready; what one of them throws becomes the job's error.
template <class R>
struct Callbacks {
    using Value = std::conditional_t<std::is_void_v<R>, std::monostate, R>;
    std::function<void(const Value&)> callback = {};
    std::function<void(const ParallelError&)> errorCallback = {};
    bool areThere() const { return callback || errorCallback; }
};

/// What a future holds of a list's results. Kept: what the list keeps of each item.
template <class R>
struct FirstResult {
    using Kept = R;
    using Value = R;
    static Marked<R> from(ListResults<Kept>& results) {
        if constexpr (std::is_void_v<R>)
            return std::monostate{};
        else
            return results.slots.take(0);
    }
};

template <class R>
struct EveryResult {
    using Kept = R;
    using Value =
        std::conditional_t<std::is_void_v<R>, void, std::vector<std::conditional_t<std::is_void_v<R>, char, R>>>;
    static Marked<Value> from(ListResults<Kept>& results) {
        if constexpr (std::is_void_v<R>)
            return std::monostate{};
        else
            return std::move(results.slots).take();
    }
};

/// One Result per item; never fails as a whole.
template <class R>
struct EveryOutcome {
    using Kept = Marked<R>;
    using Value = std::vector<Result<R>>;
    static Marked<Value> from(ListResults<Kept>& results) {
        results.failure.reset();
        return asResults<R>(std::move(results));
    }
};

template <Feed feed, class Value, class F, class Outcome>
class AsyncCall final : public QueuedJob {
public:
    using Iterator = typename std::vector<Value>::const_iterator;
    using Item = std::iter_reference_t<Iterator>;
    using R = ResultOf<feed, F, Item>;
    using Kept = typename Outcome::Kept;
    using State = ValueState<typename Outcome::Value>;

    AsyncCall(std::vector<Value> items, F f, const CallSettings& settings, std::shared_ptr<State> state,
              Callbacks<typename Outcome::Value> callbacks)
        : m_items(std::move(items)),
          m_slots(m_items.size()),
          m_kernel(m_items.cbegin(), f, m_slots.data(), settings.random),
          m_control(settings.rules),
          m_job{.kernel = m_kernel, .size = m_items.size(), .chunk = settings.chunk, .control = &m_control},
          m_state(std::move(state)),
          m_callbacks(std::move(callbacks)),
          m_stop(settings.stop, [this] { m_control.stop(); }) {
        if constexpr (CallThatTravels<feed, F, Item>)
            m_recipe = [f, random = settings.random] { return remoteRecipe<feed, Value, F, R>(f, random); };
    }

    /// Hands it to the workers. Throws ParallelError when the callable cannot travel to them.
    static void enqueue(const std::shared_ptr<AsyncCall>& call, Workforce& workforce) {
        if (!workforce.isLocal()) call->share();
        JobQueue& queue = workforce.isLocal() ? workforce.queue() : workforce.serialisingQueue();
        queue.enqueue(call, chunkItems(call->m_job.chunk, call->m_job.size, workforce.workers()));
    }

    void runHere() {
        if (begins()) ended(runInCaller(m_job));
    }

    const ListJob& list() const override { return m_job; }
    bool begins() override { return m_state->start(); }
    bool endsQuickly() const override { return !m_callbacks.areThere(); }

    void ended(Result<void> result) override {
        if (result) result = m_control.outcome();
        ListResults<Kept> results{
            .slots = std::move(m_slots), .outcome = outcomeOf(std::move(result), m_job), .failure = {}};
        if (!results.outcome.result || !results.outcome.errors.empty())
            results.failure = failureOf(results.outcome, m_kernel);
        try {
            Marked<typename Outcome::Value> value;
            if (!results.failure || !std::is_same_v<Kept, R>) value = Outcome::from(results);
            if (results.failure && m_callbacks.errorCallback) m_callbacks.errorCallback(*results.failure);
            if (!results.failure && m_callbacks.callback) m_callbacks.callback(*value);
            m_state->value = std::move(value);
        } catch (...) {
            results.failure =
                ParallelError({ErrorCode::WorkFailed, "callback: " + workError(std::current_exception()).detail}, {},
                              std::current_exception());
        }
        m_state->finish(std::move(results.failure));
    }

private:
    using SlotIn = std::remove_pointer_t<decltype(std::declval<Slots<Kept>&>().data())>;

    void share() {
        m_shared.recipe = valueOrThrow(
            m_recipe ? m_recipe()
                     : Result<std::string>(Error{ErrorCode::Internal, "processes: this call cannot travel"}));
        m_job.shared = &m_shared;
    }

    std::vector<Value> m_items;
    Slots<Kept> m_slots;
    ListKernel<feed, Iterator, F, R, SlotIn> m_kernel;
    JobControl m_control;
    SharedKernel m_shared;
    ListJob m_job;
    std::function<Result<std::string>()> m_recipe;
    std::shared_ptr<State> m_state;
    Callbacks<typename Outcome::Value> m_callbacks;
    std::stop_callback<std::function<void()>> m_stop;
};

}  // namespace breakeven
