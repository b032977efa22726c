#include "core/io/skipped_lines.h"

namespace breakeven {

void SkippedLines::add(std::size_t number, const std::string& why) {
    constexpr std::size_t mostShown = 20;
    const std::string part = m_part.empty() ? "" : "the " + m_part + " of ";
    if (++m_count <= mostShown)
        m_first.push_back(m_file + ": " + part + m_place + " " + std::to_string(number) + " is skipped: " + why);
}

std::vector<std::string> SkippedLines::warnings() const {
    auto warnings = m_first;
    if (m_count > m_first.size()) {
        const std::size_t more = m_count - m_first.size();
        const std::string& what = m_part.empty() ? m_place : m_part;
        warnings.push_back(m_file + ": " + std::to_string(more) +
                           (more == 1 ? " more " + what + " is skipped" : " more " + what + "s are skipped"));
    }
    return warnings;
}

}  // namespace breakeven
