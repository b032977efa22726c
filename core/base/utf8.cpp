#include "core/base/utf8.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdint>

namespace breakeven {

namespace {

bool continuesCharacter(char c) {
    return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U;
}

struct Character {
    std::size_t bytes;  ///< 0: none begins here
    std::uint32_t code;
};

Character characterAt(std::string_view text) {
    const auto first = static_cast<unsigned char>(text.front());
    if (first < 0x80U) return {1, first};
    const std::size_t bytes = first >= 0xF0U ? 4 : first >= 0xE0U ? 3 : 2;
    if (first < 0xC2U || first > 0xF4U || text.size() < bytes) return {0, 0};
    std::uint32_t code = first & (0x7FU >> bytes);
    for (std::size_t i = 1; i < bytes; ++i) {
        if (!continuesCharacter(text[i])) return {0, 0};
        code = code << 6U | (static_cast<unsigned char>(text[i]) & 0x3FU);
    }
    const bool isSurrogate = code >= 0xD800U && code <= 0xDFFFU;
    const bool isOverlong = (bytes == 3 && code < 0x800U) || (bytes == 4 && code < 0x10000U);
    return {isSurrogate || isOverlong || code > 0x10FFFFU ? 0 : bytes, code};
}

/// Controls, and what has no width or turns the order of what is beside it.
bool isDeceptive(std::uint32_t code) {
    struct Range {
        std::uint32_t first;
        std::uint32_t last;
    };
    static constexpr std::array<Range, 9> Ranges{{{0x00, 0x1F},
                                                  {0x7F, 0x9F},
                                                  {0xAD, 0xAD},
                                                  {0x061C, 0x061C},
                                                  {0x200B, 0x200F},
                                                  {0x2028, 0x202E},
                                                  {0x2060, 0x206F},
                                                  {0xFEFF, 0xFEFF},
                                                  {0xE0000, 0xE007F}}};
    if (code == '\n' || code == '\t') return false;
    return std::ranges::any_of(Ranges, [code](Range range) { return range.first <= code && code <= range.last; });
}

}  // namespace

bool isUtf8(std::string_view text) {
    while (!text.empty()) {
        const std::size_t bytes = characterAt(text).bytes;
        if (bytes == 0) return false;
        text.remove_prefix(bytes);
    }
    return true;
}

std::string asSeen(std::string_view text) {
    std::string seen;
    while (!text.empty()) {
        const auto [bytes, code] = characterAt(text);
        if (bytes == 0) {
            seen += "\uFFFD";
        } else if (isDeceptive(code)) {
            std::array<char, 8> digits{};
            const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), code, 16).ptr;
            std::transform(digits.data(), end, digits.data(),
                           [](char digit) { return digit >= 'a' ? static_cast<char>(digit - 'a' + 'A') : digit; });
            seen.append("\\u{").append(digits.data(), end).append("}");
        } else {
            seen += text.substr(0, bytes);
        }
        text.remove_prefix(bytes == 0 ? 1 : bytes);
    }
    return seen;
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
