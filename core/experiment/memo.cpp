#include "core/experiment/memo.h"

#include <algorithm>

namespace breakeven {

bool Memo::Known::isEmpty() const {
    const std::scoped_lock lock(m_mutex);
    return m_entries.empty();
}

std::shared_ptr<const void> Memo::Known::find(std::type_index type, std::uint64_t beside) const {
    const std::scoped_lock lock(m_mutex);
    for (const Entry& entry : m_entries) {
        if (entry.type == type && entry.beside == beside) return entry.value;
    }
    return nullptr;
}

void Memo::Known::add(Entry entry) {
    constexpr std::ptrdiff_t MostOfOneType = 2;
    const std::scoped_lock lock(m_mutex);
    const auto isOfType = [&](const Entry& other) { return other.type == entry.type; };
    if (std::ranges::count_if(m_entries, isOfType) >= MostOfOneType)
        m_entries.erase(std::ranges::find_if(m_entries, isOfType));
    m_entries.push_back(std::move(entry));
}

}  // namespace breakeven
