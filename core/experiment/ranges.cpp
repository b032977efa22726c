#include "core/experiment/ranges.h"

#include "core/base/parse.h"
#include "core/base/workers.h"
#include "core/experiment/wording.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <optional>
#include <string>

namespace breakeven {

namespace {

constexpr std::size_t MostPoints = 10'000;

/// What tells the two languages apart. A part is one number or start:end[:step], separated by commas.
struct Language {
    std::string field;
    std::string allowed;
    double largest = 0;             ///< of a value, >= 1
    char plainStep = 'x';           ///< start:end without a step: 'x' decades, '+' every number
    std::optional<CpuCounts> cpus;  ///< present: words, negatives and multiples of the CPUs are understood

    Error error(std::string_view value) const { return notAllowed(field, inQuotes(value), allowed); }
    Error error(std::string_view value, std::string_view why) const { return notAllowed(field, inQuotes(value), why); }
};

std::string_view trimmed(std::string_view text) {
    const auto first = text.find_first_not_of(' ');
    if (first == std::string_view::npos) return {};
    return text.substr(first, text.find_last_not_of(' ') - first + 1);
}

std::optional<double> parseFinite(std::string_view text) {
    const auto value = parseWhole<double>(text);
    return value && std::isfinite(*value) ? value : std::nullopt;
}

bool isWhole(double value) {
    return std::trunc(value) == value;
}

/// One value of the CPU language that is no plain positive number; absent when it is none of them.
std::optional<double> cpuValue(std::string_view text, CpuCounts cpus) {
    if (text == "all") return cpus.usable;
    if (text == "physical") return cpus.physical;
    if (text.ends_with('x')) {
        const auto factor = parseFinite(text.substr(0, text.size() - 1));
        if (!factor || *factor <= 0) return std::nullopt;
        return std::max(1.0, std::round(*factor * cpus.usable));
    }
    const auto number = parseFinite(text);
    if (!number || *number >= 0 || !isWhole(*number)) return std::nullopt;
    return *resolveWorkers(static_cast<int>(std::max(*number, -1e9)), cpus.usable);
}

Result<double> parseValue(std::string_view text, std::string_view part, const Language& language) {
    auto value = language.cpus ? cpuValue(text, *language.cpus) : std::nullopt;
    if (!value) value = parseFinite(text);
    if (!value || !isWhole(*value) || *value < 1 || *value > language.largest) return language.error(part);
    return *value;
}

Error tooManyPoints(std::string_view part, const Language& language) {
    return language.error(part, "at most 10 000 values");
}

/// start, start·factor, … up to end; rounded to whole numbers.
Result<std::vector<double>> powers(double start, double end, double factor, std::string_view part,
                                   const Language& language) {
    if (std::log(end / start) / std::log(factor) >= static_cast<double>(MostPoints)) {
        return tooManyPoints(part, language);
    }
    std::vector<double> values;
    for (double value = start; std::round(value) <= end; value *= factor)
        values.push_back(std::round(value));
    return values;
}

Result<std::vector<double>> steps(double start, double end, double step, std::string_view part,
                                  const Language& language) {
    if ((end - start) / step >= static_cast<double>(MostPoints)) return tooManyPoints(part, language);
    std::vector<double> values;
    for (double value = start; value <= end; value += step)
        values.push_back(value);
    return values;
}

/// count points from start to end, both included, with equal ratios.
std::vector<double> logSpaced(double start, double end, double count) {
    std::vector<double> values{start};
    for (double i = 1; i < count - 1; ++i)
        values.push_back(std::round(start * std::pow(end / start, i / (count - 1))));
    values.push_back(end);
    return values;
}

Result<std::vector<double>> parseRange(std::string_view part, const Language& language) {
    const auto firstColon = part.find(':');
    const auto secondColon = part.find(':', firstColon + 1);
    const auto endLength = secondColon == std::string_view::npos ? secondColon : secondColon - firstColon - 1;
    BREAKEVEN_TRY(const double start, parseValue(trimmed(part.substr(0, firstColon)), part, language));
    BREAKEVEN_TRY(const double end, parseValue(trimmed(part.substr(firstColon + 1, endLength)), part, language));
    if (end < start) return language.error(part, "the end of a range is not below its start");
    if (secondColon == std::string_view::npos) {
        return language.plainStep == 'x' ? powers(start, end, 10, part, language)
                                         : steps(start, end, 1, part, language);
    }
    const auto step = trimmed(part.substr(secondColon + 1));
    const auto amount = step.empty() ? std::nullopt : parseFinite(step.substr(1));
    if (amount && step.front() == 'x' && *amount > 1) return powers(start, end, *amount, part, language);
    if (amount && step.front() == '+' && *amount >= 1 && isWhole(*amount)) {
        return steps(start, end, *amount, part, language);
    }
    if (amount && step.front() == 'n' && *amount >= 2 && isWhole(*amount)) {
        if (*amount > static_cast<double>(MostPoints)) return tooManyPoints(part, language);
        return logSpaced(start, end, *amount);
    }
    return language.error(part, "steps are xFACTOR above 1, +STEP from 1 or nPOINTS from 2, as in 10:1e6:x2");
}

Result<std::vector<double>> parseList(std::string_view text, const Language& language) {
    std::vector<double> values;
    for (std::size_t begin = 0; begin <= text.size();) {
        const auto comma = std::min(text.find(',', begin), text.size());
        const auto part = trimmed(text.substr(begin, comma - begin));
        begin = comma + 1;
        if (part.find(':') == std::string_view::npos) {
            BREAKEVEN_TRY(const double value, parseValue(part, part, language));
            values.push_back(value);
        } else {
            BREAKEVEN_TRY(const auto range, parseRange(part, language));
            values.insert(values.end(), range.begin(), range.end());
        }
        if (values.size() > MostPoints) return tooManyPoints(text, language);
    }
    std::sort(values.begin(), values.end());
    values.erase(std::unique(values.begin(), values.end()), values.end());
    return values;
}

template <class T>
std::vector<T> converted(const std::vector<double>& values) {
    std::vector<T> result;
    result.reserve(values.size());
    for (const double value : values)
        result.push_back(static_cast<T>(value));
    return result;
}

}  // namespace

Result<std::vector<ItemCount>> parseSizes(std::string_view text) {
    const Language language{"sizes", "whole numbers from 1 to 1e12", static_cast<double>(LargestSize), 'x', {}};
    BREAKEVEN_TRY(const auto values, parseList(text, language));
    return converted<ItemCount>(values);
}

std::optional<ItemCount> parseSize(std::string_view text) {
    const auto value = parseFinite(trimmed(text));
    if (!value || !isWhole(*value) || *value < 1 || *value > static_cast<double>(LargestSize)) return std::nullopt;
    return static_cast<ItemCount>(*value);
}

Result<std::vector<WorkerCount>> parseWorkers(std::string_view text, CpuCounts cpus) {
    const Language language{"workers",
                            "whole numbers from 1 to 1024, -1 for all CPUs, -2 for all but one, 1.5x, all or physical",
                            static_cast<double>(MostWorkers), '+', cpus};
    BREAKEVEN_TRY(const auto values, parseList(text, language));
    return converted<WorkerCount>(values);
}

}  // namespace breakeven
