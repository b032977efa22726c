/// ListSource: the input of a stream, and how its chunks reach the workers.
#pragma once

#include "core/parallel/async_call.h"
#include "core/parallel/parts_in_flight.h"

#include <exception>
#include <memory>
#include <optional>
#include <ranges>
#include <utility>
#include <vector>

namespace breakeven {

/// Reads a list and hands it over chunk by chunk. The view must outlive it when it refers to a list of the caller's.
template <Feed feed, class View, class F>
class ListSource final : public StreamSource<ResultOf<feed, F, const std::ranges::range_value_t<View>&>> {
public:
    using Value = std::ranges::range_value_t<View>;
    using Call = AsyncCall<feed, Value, F, EveryOutcome<ResultOf<feed, F, const Value&>>>;
    using Part = StreamPart<typename Call::R>;

    ListSource(View view, F f, CallSettings settings, std::shared_ptr<Workforce> workforce)
        : m_view(std::move(view)),
          m_f(std::move(f)),
          m_settings(std::move(settings)),
          m_workforce(std::move(workforce)) {
        m_settings.rules.stopAfterErrors = JobRules::CollectAll;
    }

    std::optional<Part> submitNext(ItemCount chunk) override {
        std::vector<Value> items = read(chunk);
        if (items.empty()) return std::nullopt;
        const ItemCount first = std::exchange(m_read, m_read + items.size());
        auto state = std::make_shared<typename Call::State>(posterOf(m_workforce));
        auto settings = m_settings;
        settings.chunk = {.kind = ChunkPolicy::Kind::Count, .count = items.size()};
        settings.random.firstItem = first;
        const auto call = std::make_shared<Call>(std::move(items), m_f, settings, state, NoCallbacks);
        if (m_workforce)
            Call::enqueue(call, *m_workforce);
        else
            call->runHere();
        return Part{.results = Future(std::move(state)), .first = first};
    }

    ItemCount itemsRead() const override { return m_read; }

private:
    /// Throws Interrupted once a stop is requested. What reading throws is thrown by the call after, so that the items
    /// before it are not lost.
    std::vector<Value> read(ItemCount chunk) {
        if (m_failure) std::rethrow_exception(std::exchange(m_failure, nullptr));
        if (m_settings.stop.stop_requested())
            throw ParallelError({ErrorCode::Interrupted, "stopped before the end of the input"});
        std::vector<Value> items;
        try {
            while (items.size() < chunk && advance())
                items.push_back(**m_item);
        } catch (...) {
            if (items.empty()) throw;
            m_failure = std::current_exception();
        }
        return items;
    }

    /// To the next item; false at the end. Only when that item is wanted: the input may be long in coming.
    bool advance() {
        if (!m_item)
            m_item = std::ranges::begin(m_view);
        else if (*m_item != std::ranges::end(m_view))
            ++*m_item;
        return *m_item != std::ranges::end(m_view);
    }

    static inline const Callbacks<typename EveryOutcome<typename Call::R>::Value> NoCallbacks{};

    View m_view;
    F m_f;
    CallSettings m_settings;
    std::shared_ptr<Workforce> m_workforce;
    std::optional<std::ranges::iterator_t<View>> m_item;  ///< the last one read
    std::exception_ptr m_failure;
    ItemCount m_read = 0;
};

}  // namespace breakeven
