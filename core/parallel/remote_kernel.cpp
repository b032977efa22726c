#include "core/parallel/remote_kernel.h"

#include "core/base/parse.h"
#include "core/engine/work_error.h"

#include <stdexcept>

namespace breakeven {

namespace {

constexpr std::string_view NameBegin = "item ";
constexpr std::string_view NameEnd = ": ";

}  // namespace

void NamingKernel::run(ItemCount begin, ItemCount end) {
    try {
        m_inner->run(begin, end);
    } catch (...) {
        const auto failure = m_inner->failure().last();
        if (!failure) throw;
        throw std::runtime_error(std::string(NameBegin) + std::to_string(failure->item) + std::string(NameEnd) +
                                 workError(failure->cause).detail);
    }
}

std::optional<ItemCount> takeItemName(std::string& text) {
    const std::size_t end = text.find(NameEnd);
    if (!text.starts_with(NameBegin) || end == std::string::npos) return std::nullopt;
    const auto item = parseWhole<ItemCount>(std::string_view(text).substr(NameBegin.size(), end - NameBegin.size()));
    if (item) text.erase(0, end + NameEnd.size());
    return item;
}

}  // namespace breakeven
