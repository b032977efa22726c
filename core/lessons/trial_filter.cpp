#include "core/lessons/trial_filter.h"

#include "core/base/parse.h"
#include "core/experiment/ranges.h"
#include "core/experiment/wording.h"

#include <algorithm>
#include <array>
#include <optional>

namespace breakeven {

namespace {

constexpr std::string_view ParamPrefix = "param.";

struct TextField {
    std::string_view name;
    std::string Trial::*member;
};

constexpr std::array TextFields = {TextField{"backend", &Trial::backend},   TextField{"call", &Trial::call},
                                   TextField{"chunk", &Trial::chunk},       TextField{"pool", &Trial::pool},
                                   TextField{"start", &Trial::start},       TextField{"cache", &Trial::cache},
                                   TextField{"workload", &Trial::workload}, TextField{"in-flight", &Trial::inFlight}};

/// A number among those of the trials, chosen by its place.
enum class Extreme { Least, Most };

std::optional<Extreme> extremeOf(const TrialFilter& filter) {
    if (filter.value == "smallest" || filter.value == "fewest") return Extreme::Least;
    if (filter.value == "largest" || filter.value == "most") return Extreme::Most;
    return std::nullopt;
}

bool isExtreme(const TrialFilter& filter) {
    return (filter.field == "size" || filter.field == "workers") && extremeOf(filter);
}

double numberOf(const Trial& trial, std::string_view field) {
    return field == "size" ? static_cast<double>(trial.size) : trial.workers;
}

/// 1e6 is 1000000, in parameters too.
bool isSameValue(const ParamValue& value, const std::string& wanted) {
    if (const auto* text = std::get_if<std::string>(&value)) return *text == wanted;
    return parseWhole<double>(wanted) == std::get<double>(value);
}

bool passes(const Trial& trial, const TrialFilter& filter) {
    if (filter.field.starts_with(ParamPrefix)) {
        const auto param = trial.params.find(filter.field.substr(ParamPrefix.size()));
        return param != trial.params.end() && isSameValue(param->second, filter.value);
    }
    const auto text = std::ranges::find(TextFields, filter.field, &TextField::name);
    if (text != TextFields.end()) return trial.*(text->member) == filter.value;
    return parseWhole<double>(filter.value) == numberOf(trial, filter.field);
}

Result<TrialFilter> parseFilter(std::string_view text) {
    const auto equals = text.find('=');
    const std::string field(trimmed(text.substr(0, equals)));
    if (equals == text.npos) return notAllowed("filter", inQuotes(text), "FIELD=VALUE, such as backend=tbb");
    TrialFilter filter{field, std::string(trimmed(text.substr(equals + 1)))};
    if (filter.value.empty() && field != "cache") return notAllowed(field, "nothing", "a value behind the =");
    if (field.starts_with(ParamPrefix) && field.size() > ParamPrefix.size()) return filter;
    if (field == "size" || field == "workers") {
        const std::string words = field == "size" ? "smallest or largest" : "fewest or most";
        const bool isWord = words.starts_with(filter.value + ' ') || words.ends_with(' ' + filter.value);
        if (isWord || parseCount(filter.value, LargestSize)) return filter;
        return notAllowed(field, inQuotes(filter.value), "a whole number from 1, " + words);
    }
    if (std::ranges::find(TextFields, field, &TextField::name) != TextFields.end()) return filter;
    std::vector<std::string> known{"size", "workers", "param.NAME"};
    for (const TextField& each : TextFields)
        known.emplace_back(each.name);
    return notAllowed("filter", inQuotes(field), choices(known, field));
}

}  // namespace

std::string_view trimmed(std::string_view text) {
    const auto first = text.find_first_not_of(" \t\r\n");
    if (first == text.npos) return {};
    return text.substr(first, text.find_last_not_of(" \t\r\n") - first + 1);
}

Result<std::vector<TrialFilter>> parseFilters(std::string_view text) {
    std::vector<TrialFilter> filters;
    while (!trimmed(text).empty()) {
        const auto comma = std::min(text.find(','), text.size());
        BREAKEVEN_TRY(const TrialFilter filter, parseFilter(trimmed(text.substr(0, comma))));
        if (std::ranges::find(filters, filter.field, &TrialFilter::field) != filters.end())
            return notAllowed(filter.field, "a second one", "each field once");
        filters.push_back(filter);
        text.remove_prefix(std::min(comma + 1, text.size()));
    }
    return filters;
}

std::string filtersText(const std::vector<TrialFilter>& filters) {
    std::string text;
    for (const TrialFilter& filter : filters)
        text.append(text.empty() ? "" : ", ").append(filter.field).append("=").append(filter.value);
    return text;
}

std::vector<const Trial*> filtered(std::vector<const Trial*> trials, const std::vector<TrialFilter>& filters) {
    for (const TrialFilter& filter : filters) {
        if (!isExtreme(filter)) std::erase_if(trials, [&](const Trial* trial) { return !passes(*trial, filter); });
    }
    for (const TrialFilter& filter : filters) {
        if (!isExtreme(filter) || trials.empty()) continue;
        const auto less = [&](const Trial* a, const Trial* b) {
            return numberOf(*a, filter.field) < numberOf(*b, filter.field);
        };
        const auto [least, most] = std::ranges::minmax_element(trials, less);
        const double wanted = numberOf(**(extremeOf(filter) == Extreme::Least ? least : most), filter.field);
        std::erase_if(trials, [&](const Trial* trial) { return numberOf(*trial, filter.field) != wanted; });
    }
    return trials;
}

}  // namespace breakeven
