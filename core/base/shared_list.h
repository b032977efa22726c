/// SharedList: a list that is made once and never changes, so that copies share it. Of values of which there may be a
/// million.
#pragma once

#include <cstddef>
#include <initializer_list>
#include <memory>
#include <utility>
#include <vector>

namespace breakeven {

template <class T>
class SharedList {
public:
    using value_type = T;
    using const_iterator = typename std::vector<T>::const_iterator;

    SharedList() : SharedList(std::vector<T>()) {}
    SharedList(std::initializer_list<T> items) : SharedList(std::vector<T>(items)) {}
    SharedList(std::vector<T> items) : m_items(std::make_shared<const std::vector<T>>(std::move(items))) {}

    const_iterator begin() const { return m_items->begin(); }
    const_iterator end() const { return m_items->end(); }
    std::size_t size() const { return m_items->size(); }
    bool empty() const { return m_items->empty(); }
    const T& operator[](std::size_t place) const { return (*m_items)[place]; }

private:
    std::shared_ptr<const std::vector<T>> m_items;
};

}  // namespace breakeven
