/// Rows of the analysis as JSON. Private to the reports; no other file of io knows what they hold.
#pragma once

#include "core/analysis/what_if_question.h"
#include "core/base/units.h"
#include "core/experiment/plan.h"
#include "core/experiment/results.h"

#include <nlohmann/json.hpp>

#include <cmath>
#include <optional>
#include <span>

namespace breakeven {

/// Null for what is not known and for open ends, which JSON cannot write.
nlohmann::ordered_json numberOrNull(const std::optional<double>& number);

/// Puts both ends, null where they are not known.
template <class T>
void putEnds(nlohmann::ordered_json& row, const char* low, const char* high,
             const std::optional<Interval<T>>& interval) {
    const auto plain = [](const T& end) {
        if constexpr (std::is_same_v<T, Seconds>)
            return end.count();
        else
            return static_cast<double>(end);
    };
    row[low] = numberOrNull(interval ? std::optional(plain(interval->low)) : std::nullopt);
    row[high] = numberOrNull(interval ? std::optional(plain(interval->high)) : std::nullopt);
}

/// "low" and "high".
template <class T>
void putInterval(nlohmann::ordered_json& row, const std::optional<Interval<T>>& interval) {
    putEnds(row, "low", "high", interval);
}

/// The words that name a curve in every row.
nlohmann::ordered_json curveKeys(const Trial& trial);

/// A curve's words and the size.
nlohmann::ordered_json trialKeys(const Trial& trial);

// Why it is not faster: one array each.
nlohmann::ordered_json waterfallRows(const Results& results);
nlohmann::ordered_json modelRows(const Results& results);
nlohmann::ordered_json overheadRows(const Results& results);
nlohmann::ordered_json regimeRows(const Results& results);
nlohmann::ordered_json ceilingRows(const Results& results);
nlohmann::ordered_json whatIfRows(const Results& results, std::span<const NamedWhatIf> questions);

}  // namespace breakeven
