/// ShelvedResult: what CachedFunction::shelve leaves on disk.
#pragma once

#include "core/parallel/parallel_error.h"
#include "core/parallel/serialise.h"
#include "core/parallel/shelf.h"

#include <exception>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace breakeven {

namespace detail {

/// Empty for bytes that are not an R and nothing else: damaged, or written by another version of R.
template <class R>
std::optional<R> readBack(std::string_view bytes) {
    try {
        std::optional<R> value(deserialise<R>(bytes));
        if (bytes.empty()) return value;
    } catch (const std::exception&) {
    }
    return std::nullopt;
}

}  // namespace detail

/// A result on disk that has not been read. Thread-safe.
template <class R>
class ShelvedResult {
public:
    ShelvedResult(std::shared_ptr<Shelf> shelf, std::string group, CacheKey key, std::optional<R> value)
        : m_shelf(std::move(shelf)), m_group(std::move(group)), m_key(key), m_value(std::move(value)) {}

    /// Throws ParallelError (Unreadable) when it is gone or damaged.
    R get() const {
        if (m_value) return *m_value;
        const auto entry = m_shelf->disk().lookup(m_group, m_key);
        if (!entry) throw ParallelError({ErrorCode::Unreadable, "cache: the result of " + m_group + " is gone"});
        auto value = detail::readBack<R>(entry->bytes);
        if (!value) throw ParallelError({ErrorCode::Unreadable, "cache: the result of " + m_group + " is damaged"});
        return *std::move(value);
    }
    void clear() const {
        if (m_shelf) m_shelf->disk().remove(m_group, m_key);
    }

private:
    std::shared_ptr<Shelf> m_shelf;
    std::string m_group;
    CacheKey m_key;
    std::optional<R> m_value;  ///< when nothing is kept on disk
};

}  // namespace breakeven
