/// Numbers from texts, in the C locale.
#pragma once

#include <charconv>
#include <optional>
#include <string_view>
#include <system_error>

namespace breakeven {

/// The whole text as a number; absent when it is anything else or out of the type's range. Reals may be inf or nan.
template <class Number>
std::optional<Number> parseWhole(std::string_view text) {
    Number value{};
    const char* const end = text.data() + text.size();
    const auto [stop, failure] = std::from_chars(text.data(), end, value);
    if (failure != std::errc{} || stop != end) return std::nullopt;
    return value;
}

}  // namespace breakeven
