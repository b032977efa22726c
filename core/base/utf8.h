/// UTF-8: texts that come from outside, whole characters of them, and no more than a reader can take.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace breakeven {

/// RFC 3629: no overlong forms, no surrogates, nothing beyond U+10FFFF.
bool isUtf8(std::string_view text);

/// For people who judge by what they see: control characters but newline and tab, those without a width and those that
/// turn the order of what is beside them are named, as in \u{202E}; a byte that is no text is U+FFFD.
std::string asSeen(std::string_view text);

/// The text up to `bytes`, less the beginning of a character that does not fit.
std::string_view wholeCharacters(std::string_view text, std::size_t bytes);

/// The text, or wholeCharacters and how much is missing: "aaa… (12 more bytes)".
std::string shortened(std::string_view text, std::size_t bytes);

}  // namespace breakeven
