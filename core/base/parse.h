/// Numbers from texts, in the C locale.
#pragma once

#include <charconv>
#include <cmath>
#include <cstdint>
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

/// The whole text as a count in [1, most], also written as 1e6. most: up to 2^53.
inline std::optional<std::uint64_t> parseCount(std::string_view text, std::uint64_t most) {
    const auto value = parseWhole<double>(text);
    if (!value || !(*value >= 1 && *value <= static_cast<double>(most)) || std::trunc(*value) != *value)
        return std::nullopt;
    return static_cast<std::uint64_t>(*value);
}

}  // namespace breakeven
