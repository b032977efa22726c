#include "core/base/utf8.h"

#include <cstdint>

namespace breakeven {

namespace {

bool continuesCharacter(char c) {
    return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U;
}

/// Bytes of the character that begins here; 0 when none does.
std::size_t characterBytes(std::string_view text) {
    const auto first = static_cast<unsigned char>(text.front());
    if (first < 0x80U) return 1;
    const std::size_t bytes = first >= 0xF0U ? 4 : first >= 0xE0U ? 3 : 2;
    if (first < 0xC2U || first > 0xF4U || text.size() < bytes) return 0;
    std::uint32_t code = first & (0x7FU >> bytes);
    for (std::size_t i = 1; i < bytes; ++i) {
        if (!continuesCharacter(text[i])) return 0;
        code = code << 6U | (static_cast<unsigned char>(text[i]) & 0x3FU);
    }
    const bool isSurrogate = code >= 0xD800U && code <= 0xDFFFU;
    const bool isOverlong = (bytes == 3 && code < 0x800U) || (bytes == 4 && code < 0x10000U);
    return isSurrogate || isOverlong || code > 0x10FFFFU ? 0 : bytes;
}

}  // namespace

bool isUtf8(std::string_view text) {
    while (!text.empty()) {
        const std::size_t bytes = characterBytes(text);
        if (bytes == 0) return false;
        text.remove_prefix(bytes);
    }
    return true;
}

std::string_view wholeCharacters(std::string_view text, std::size_t bytes) {
    if (text.size() <= bytes) return text;
    while (bytes > 0 && continuesCharacter(text[bytes]))
        --bytes;
    return text.substr(0, bytes);
}

std::string shortened(std::string_view text, std::size_t bytes) {
    const std::string_view shown = wholeCharacters(text, bytes);
    if (shown.size() == text.size()) return std::string(text);
    return std::string(shown) + "… (" + std::to_string(text.size() - shown.size()) + " more bytes)";
}

}  // namespace breakeven
