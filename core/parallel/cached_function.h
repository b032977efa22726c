/// CachedFunction: a function whose results are kept on disk; made by Memory::cache.
#pragma once

#include "core/parallel/parallel_error.h"
#include "core/parallel/serialise.h"
#include "core/parallel/shelf.h"
#include "core/parallel/shelved_result.h"

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <type_traits>
#include <typeinfo>
#include <utility>

namespace breakeven {

/// A function whose results are kept. Called like the function; arguments are taken as they are, so f(1) and f(1.0) are
/// two calls.
template <class F>
class CachedFunction {
    template <class... Arguments>
    using R = std::remove_cvref_t<std::invoke_result_t<const F&, const Arguments&...>>;

public:
    /// shelf: null when nothing is kept.
    CachedFunction(std::shared_ptr<Shelf> shelf, std::string id, F f, CacheSettings settings)
        : m_shelf(std::move(shelf)), m_id(std::move(id)), m_f(std::move(f)), m_settings(std::move(settings)) {}

    template <class... Arguments>
    requires std::invocable<const F&, const Arguments&...> R<Arguments...>
    operator()(const Arguments&... arguments) const {
        if (!m_shelf) return std::invoke(m_f, arguments...);
        std::optional<R<Arguments...>> value;
        const auto read = [&](std::string_view bytes) {
            value = detail::readBack<R<Arguments...>>(bytes);
            return value.has_value();
        };
        m_shelf->get(m_id, keyOf(arguments...), m_settings, read, computing(value, arguments...));
        return *std::move(value);
    }

    /// Computes when it must, and leaves the result on disk until get(): joblib's call_and_shelve.
    template <class... Arguments>
    ShelvedResult<R<Arguments...>> shelve(const Arguments&... arguments) const {
        if (!m_shelf) return {m_shelf, m_id, {}, std::invoke(m_f, arguments...)};
        const CacheKey key = keyOf(arguments...);
        std::optional<R<Arguments...>> value;
        // Without a validation nobody needs to look into it.
        const bool isKept =
            (!m_settings.cacheValidation && m_shelf->disk().contains(m_id, key)) ||
            m_shelf->get(
                m_id, key, m_settings, [](std::string_view) { return true; }, computing(value, arguments...));
        if (isKept) value.reset();
        return {m_shelf, m_id, key, std::move(value)};
    }

    /// Whether a result is there: joblib's check_call_in_cache.
    template <class... Arguments>
    bool isCached(const Arguments&... arguments) const {
        return m_shelf && m_shelf->disk().contains(m_id, keyOf(arguments...));
    }

    /// Forgets every result of this function. Throws ParallelError (Unwritable).
    void clear() const {
        if (m_shelf) throwIfError(m_shelf->disk().clear(m_id));
    }

private:
    /// Calls the function, leaves its result in `value` and its bytes to the shelf.
    template <class... Arguments>
    auto computing(std::optional<R<Arguments...>>& value, const Arguments&... arguments) const {
        static_assert(CanTravel<R<Arguments...>> && !std::is_void_v<R<Arguments...>>,
                      "the result of a cached function must be plain or serialisable");
        return [&] {
            std::string bytes;
            serialise<R<Arguments...>>(value.emplace(std::invoke(m_f, arguments...)), bytes);
            return bytes;
        };
    }

    template <class... Arguments>
    CacheKey keyOf(const Arguments&... arguments) const {
        static_assert((CanTravel<Carried<Arguments>> && ...),
                      "the arguments of a cached function must be plain or serialisable");
        if (!m_settings.ignore.empty() && *m_settings.ignore.rbegin() >= sizeof...(Arguments))
            throw ParallelError({ErrorCode::InvalidInput,
                                 "ignore: argument " + std::to_string(*m_settings.ignore.rbegin()) +
                                     " does not exist (0 to " + std::to_string(sizeof...(Arguments) - 1) + ")"});
        std::string bytes = typeid(R<Arguments...>).name();
        std::size_t number = 0;
        const auto add = [&]<class T>(const T& argument) {
            if (m_settings.ignore.contains(number++)) return;
            // Without its type -1 and 4294967295 would be the same bytes; the NUL ends the name.
            bytes += '\0';
            bytes += typeid(T).name();
            bytes += '\0';
            serialise<T>(argument, bytes);
        };
        (add(plain(arguments)), ...);
        return cacheKey(bytes);
    }

    /// A literal has the key of the string that it spells.
    template <class T>
    static decltype(auto) plain(const T& argument) {
        if constexpr (std::is_same_v<Carried<T>, std::string>)
            return std::string(argument);
        else
            return (argument);
    }

    std::shared_ptr<Shelf> m_shelf;
    std::string m_id;
    F m_f;
    CacheSettings m_settings;
};

}  // namespace breakeven
