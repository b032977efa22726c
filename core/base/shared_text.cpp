#include "core/base/shared_text.h"

#include <mutex>
#include <set>

namespace breakeven {

SharedText::SharedText(std::string_view text) {
    static std::mutex mutex;
    static std::set<std::string, std::less<>> known;  // which does not move what it holds
    if (text.empty()) return;
    const std::scoped_lock lock(mutex);
    const auto found = known.find(text);
    m_text = found != known.end() ? &*found : &*known.emplace(text).first;
}

const std::string& SharedText::text() const {
    static const std::string none;
    return m_text ? *m_text : none;
}

}  // namespace breakeven
