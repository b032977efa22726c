/// PullRange: makes a range of anything with `std::optional<Value> next()`, for one pass.
#pragma once

#include <cstddef>
#include <iterator>
#include <optional>
#include <utility>

namespace breakeven {

template <class Source, class Value>
class PullRange {
public:
    class Iterator {
    public:
        using value_type = Value;
        using difference_type = std::ptrdiff_t;

        explicit Iterator(Source& source) : m_source(&source), m_value(source.next()) {}

        Value& operator*() const { return *m_value; }
        Iterator& operator++() {
            m_value.reset();  // an exception of next() must not show the value before it again
            m_value = m_source->next();
            return *this;
        }
        void operator++(int) { ++*this; }
        bool operator==(std::default_sentinel_t) const { return !m_value; }

    private:
        Source* m_source;
        mutable std::optional<Value> m_value;
    };

    Iterator begin() { return Iterator(static_cast<Source&>(*this)); }
    std::default_sentinel_t end() const { return {}; }
};

}  // namespace breakeven
