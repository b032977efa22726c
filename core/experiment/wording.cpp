#include "core/experiment/wording.h"

#include "core/base/utf8.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <cstddef>
#include <numeric>

namespace breakeven {

namespace {

constexpr std::size_t LongestQuote = 60;  ///< bytes of a value that an error shows

std::size_t editDistance(std::string_view a, std::string_view b) {
    std::vector<std::size_t> row(b.size() + 1);
    std::iota(row.begin(), row.end(), std::size_t{0});
    for (std::size_t i = 1; i <= a.size(); ++i) {
        std::size_t diagonal = row[0];
        row[0] = i;
        for (std::size_t j = 1; j <= b.size(); ++j) {
            const std::size_t replaced = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
            diagonal = row[j];
            row[j] = std::min({replaced, row[j] + 1, row[j - 1] + 1});
        }
    }
    return row.back();
}

}  // namespace

std::string oneLine(std::string_view text) {
    const auto shown = wholeCharacters(text, LongestQuote);
    std::string result;
    for (const char c : shown) {
        const auto byte = static_cast<unsigned char>(c);
        result += byte < 0x20U || byte == 0x7FU ? ' ' : c;
    }
    return shown.size() < text.size() ? result + "…" : result;
}

std::string inQuotes(std::string_view text) {
    return "'" + oneLine(text) + "'";
}

Error notAllowed(std::string_view field, std::string_view value, std::string_view allowed) {
    std::string detail(field);
    detail.append(": ").append(value).append(" is not allowed (").append(allowed).append(")");
    return {ErrorCode::InvalidInput, detail};
}

std::string didYouMean(const std::vector<std::string>& known, std::string_view wrong) {
    const auto shown = wholeCharacters(wrong, LongestQuote);
    const auto distanceTo = [&](const std::string& choice) { return editDistance(choice, shown); };
    const auto nearest = std::ranges::min_element(known, {}, distanceTo);
    if (nearest == known.end() || distanceTo(*nearest) > std::max<std::size_t>(1, nearest->size() / 3)) return {};
    return "; did you mean '" + *nearest + "'?";
}

std::string choices(const std::vector<std::string>& known, std::string_view wrong) {
    std::string result;
    for (const auto& choice : known)
        result += (result.empty() ? "" : ", ") + choice;
    return result + didYouMean(known, wrong);
}

std::string numberText(double value) {
    std::array<char, 32> buffer{};
    const bool whole = std::abs(value) < 1e15 && std::trunc(value) == value;
    const auto end = whole ? std::to_chars(buffer.begin(), buffer.end(), static_cast<long long>(value)).ptr
                           : std::to_chars(buffer.begin(), buffer.end(), value).ptr;
    return {buffer.begin(), end};
}

}  // namespace breakeven
