#include "core/base/numbers.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <span>
#include <string_view>

namespace breakeven {

namespace {

constexpr std::string_view NarrowSpace = "\u202f";
constexpr std::string_view Minus = "\u2212";
constexpr std::string_view EnDash = "\u2013";
constexpr std::string_view Times = "\u00D7";

struct Unit {
    double scale;
    std::string_view name;
};

// Ascending; the last one takes everything above.
constexpr std::array TimeUnits = {Unit{1e-9, "ns"}, Unit{1e-6, "µs"}, Unit{1e-3, "ms"}, Unit{1, "s"}};
constexpr std::array SizeUnits = {Unit{1, ""}, Unit{1e3, "k"}, Unit{1e6, "M"}, Unit{1e9, "G"}, Unit{1e12, "T"}};
constexpr std::array ByteUnits = {Unit{1, "B"}, Unit{1e3, "kB"}, Unit{1e6, "MB"}, Unit{1e9, "GB"}, Unit{1e12, "TB"}};

std::string withThousands(std::string_view digits) {
    const std::size_t whole = std::min(digits.find('.'), digits.size());
    std::string text;
    for (std::size_t i = 0; i < digits.size(); ++i) {
        if (i > 0 && i < whole && (whole - i) % 3 == 0) text += NarrowSpace;
        text += digits[i];
    }
    return text;
}

/// Fixed notation with thousands separated; finite values only.
std::string fixed(double value, int decimals) {
    std::array<char, 400> buffer{};  // the largest double has 309 digits before the point
    const auto end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), std::fabs(value),
                                   std::chars_format::fixed, decimals);
    const std::string digits(buffer.data(), end.ptr);
    const bool zero = digits.find_first_not_of("0.") == std::string::npos;
    return (std::signbit(value) && !zero ? std::string(Minus) : std::string()) + withThousands(digits);
}

/// Decimals that leave three significant digits once the value is rounded to them; 0 for values from 100 up.
int decimalsFor(double value) {
    const double magnitude = std::fabs(value);
    if (magnitude >= 99.95) return 0;
    return magnitude >= 9.995 ? 1 : 2;
}

double roundedTo3Digits(double value) {
    if (value == 0) return 0;
    const double step = std::pow(10.0, std::floor(std::log10(std::fabs(value))) - 2);
    return step >= 1 ? std::round(value / step) * step : value;
}

/// The unit in which three significant digits of the value read 1.00 to 999.
const Unit& unitFor(double value, std::span<const Unit> units) {
    for (const Unit& unit : units) {
        if (std::fabs(value) < 999.5 * unit.scale) return unit;
    }
    return units.back();
}

std::string withUnit(const std::string& number, std::string_view unit) {
    return unit.empty() ? number : number + std::string(NarrowSpace) + std::string(unit);
}

std::string trimmedZeros(std::string number) {
    if (number.find('.') == std::string::npos) return number;
    number.erase(number.find_last_not_of('0') + 1);
    if (number.back() == '.') number.pop_back();
    return number;
}

/// Two decimals from 0.1 up, two significant digits below.
int fineDecimals(double ratio) {
    const double magnitude = std::fabs(ratio);
    if (magnitude == 0 || magnitude >= 0.0995) return decimalsFor(ratio);
    return magnitude >= 0.00995 ? 3 : 4;
}

/// One end of an interval, in the middle's unit with at most the middle's decimals; an end above 0 never reads as 0.
std::string intervalEnd(double value, int decimals) {
    if (!std::isfinite(value)) return std::string(EnDash);
    if (value == 0) return "0";
    const double step = std::pow(10.0, -decimals);
    if (value > 0 && value < step / 2) return "<" + fixed(step, decimals);
    const double rounded = roundedTo3Digits(value);
    return fixed(rounded, std::min(decimals, fineDecimals(rounded)));
}

constexpr double SmallestRatio = 0.001;

bool isHopeless(double ratio) {
    return ratio > 0 && ratio < SmallestRatio;
}

std::string reciprocal(double ratio) {
    return "1/" + fixed(roundedTo3Digits(1 / ratio), 0);
}

}  // namespace

std::string formatSeconds(Seconds seconds) {
    const double value = seconds.count();
    if (!std::isfinite(value)) return std::string(EnDash);
    if (value == 0) return withUnit("0", "s");
    const Unit& unit = unitFor(value, TimeUnits);
    const double scaled = roundedTo3Digits(value / unit.scale);
    if (std::fabs(scaled) < 0.005) return withUnit("<0.01", unit.name);
    return withUnit(fixed(scaled, decimalsFor(scaled)), unit.name);
}

std::string formatInterval(const Summary& summary) {
    const std::string middle = formatSeconds(summary.median);
    if (!summary.interval) return middle + " (n too small)";
    const double value = summary.median.count();
    const Unit& unit = unitFor(value, TimeUnits);
    const int decimals = decimalsFor(value / unit.scale);
    return middle + " (" + intervalEnd(summary.interval->low.count() / unit.scale, decimals) + std::string(EnDash) +
           intervalEnd(summary.interval->high.count() / unit.scale, decimals) + ")";
}

std::string formatItems(double items) {
    if (!std::isfinite(items)) return std::string(EnDash);
    if (items == std::floor(items)) return fixed(items, 0);
    constexpr double Rounding = 1e-9;  // what an interpolation may be off by
    return fixed(roundedTo3Digits(std::ceil(items * (1 - Rounding))), 0);
}

std::string countItems(double items) {
    const std::string number = formatItems(items);
    return number + (number == "1" ? " item" : " items");
}

std::string formatItems(const Interval<double>& items) {
    return formatItems(items.low) + std::string(EnDash) + formatItems(items.high);
}

std::string formatSize(double items) {
    if (!std::isfinite(items)) return std::string(EnDash);
    const Unit& unit = unitFor(items, SizeUnits);
    const double scaled = roundedTo3Digits(items / unit.scale);
    return withUnit(trimmedZeros(fixed(scaled, decimalsFor(scaled))), unit.name);
}

std::string countSize(double items) {
    const std::string number = formatSize(items);
    return number + (number == "1" ? " item" : " items");
}

std::string formatRatio(double ratio) {
    if (!std::isfinite(ratio)) return std::string(EnDash);
    if (isHopeless(ratio)) return reciprocal(ratio) + std::string(Times);
    return fixed(roundedTo3Digits(ratio), fineDecimals(ratio)) + std::string(Times);
}

std::string formatRatio(double ratio, const std::optional<Interval<Ratio>>& interval) {
    const std::string middle = formatRatio(ratio);
    if (!std::isfinite(ratio)) return middle;
    if (!interval) return middle + " (n too small)";
    if (isHopeless(ratio) && interval->low > 0)
        return middle + " (" + reciprocal(interval->low) + std::string(EnDash) + reciprocal(interval->high) + ")";
    const int decimals = fineDecimals(ratio);
    return middle + " (" + intervalEnd(interval->low, decimals) + std::string(EnDash) +
           intervalEnd(interval->high, decimals) + ")";
}

std::string formatBytes(double bytes) {
    if (!std::isfinite(bytes)) return std::string(EnDash);
    const Unit& unit = unitFor(bytes, ByteUnits);
    const double scaled = roundedTo3Digits(bytes / unit.scale);
    return withUnit(fixed(scaled, unit.scale == 1 ? 0 : decimalsFor(scaled)), unit.name);
}

}  // namespace breakeven
