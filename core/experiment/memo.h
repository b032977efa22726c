/// Memo: what pure functions have worked out from a value, kept until the value changes. The value's owner forgets it
/// with every change; copies of the owner go on sharing it, also with another thread.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <mutex>
#include <typeindex>
#include <utility>
#include <vector>

namespace breakeven {

class Memo {
public:
    /// What make() gives; it is called unless this Value is known already. beside: the version of what else goes into
    /// it, 0 for nothing; of one Value the two latest are kept. make() may ask this memo, and two threads may work the
    /// same out at the same time.
    template <class Value, class Make>
    std::shared_ptr<const Value> of(Make&& make, std::uint64_t beside = 0) const {
        const std::type_index type = typeid(Value);
        if (auto known = m_known->find(type, beside)) return std::static_pointer_cast<const Value>(known);
        auto made = std::make_shared<const Value>(std::forward<Make>(make)());
        m_known->add({type, beside, made});
        return made;
    }

    void forget() {
        if (!m_known->isEmpty()) m_known = std::make_shared<Known>();
    }

private:
    struct Entry {
        std::type_index type;
        std::uint64_t beside = 0;
        std::shared_ptr<const void> value;
    };

    class Known {
    public:
        bool isEmpty() const;
        std::shared_ptr<const void> find(std::type_index type, std::uint64_t beside) const;
        void add(Entry entry);

    private:
        mutable std::mutex m_mutex;
        std::vector<Entry> m_entries;  // the oldest first
    };

    std::shared_ptr<Known> m_known = std::make_shared<Known>();
};

}  // namespace breakeven
