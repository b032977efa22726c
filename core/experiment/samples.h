/// Samples: those of one trial, in the order of measuring. They only become more. A copy shares them until one of both
/// gets another, so that a run can be looked at while it goes on.
#pragma once

#include "core/experiment/event.h"
#include "core/experiment/memo.h"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <vector>

namespace breakeven {

class Samples {
public:
    using value_type = Sample;
    using const_iterator = std::vector<Sample>::const_iterator;

    void push_back(Sample sample);

    const_iterator begin() const { return m_list->begin(); }
    const_iterator end() const { return m_list->end(); }
    std::size_t size() const { return m_list->size(); }
    bool empty() const { return m_list->empty(); }
    const Sample& operator[](std::size_t place) const { return (*m_list)[place]; }
    const Sample& at(std::size_t place) const { return m_list->at(place); }
    const Sample& front() const { return m_list->front(); }
    const Sample& back() const { return m_list->back(); }

    /// What make() gives, which follows from these samples alone; called when it is not known yet.
    template <class Value, class Make>
    std::shared_ptr<const Value> recall(Make make) const {
        return m_memo.of<Value>(make);
    }

    /// The same of what follows from these and the others. Where either are none, something else must decide it, and
    /// nothing is kept.
    template <class Value, class Make>
    std::shared_ptr<const Value> recall(const Samples& others, Make make) const {
        if (empty() || others.empty()) return std::make_shared<const Value>(make());
        return m_memo.of<Value>(make, others.m_version);
    }

private:
    std::shared_ptr<std::vector<Sample>> m_list = std::make_shared<std::vector<Sample>>();
    Memo m_memo;
    std::uint64_t m_version = 0;  // equal ones have the same samples
};

}  // namespace breakeven
