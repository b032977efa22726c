#include "core/io/comparison_report.h"

#include "core/base/numbers.h"
#include "core/io/analysis_rows.h"
#include "core/io/text_table.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>
#include <optional>
#include <utility>
#include <vector>

namespace breakeven {

namespace {

using Json = nlohmann::ordered_json;

constexpr int SchemaOfComparison = 1;
constexpr std::string_view DifferentMachines = "Different machines: the times compare machines, not programs.";

constexpr TrialVerdict::Kind Verdicts[] = {TrialVerdict::Kind::Faster, TrialVerdict::Kind::Slower,
                                           TrialVerdict::Kind::Same, TrialVerdict::Kind::NotResolved};

Json textOrNull(const std::optional<std::string>& text) {
    return text ? Json(*text) : Json(nullptr);
}

Json paramsJson(const Params& params) {
    Json json = Json::object();
    for (const auto& [name, value] : params)
        std::visit([&, &key = name](const auto& held) { json[key] = held; }, value);
    return json;
}

Json trialKeys(const Trial& trial, const std::string& label) {
    return {{"label", label},
            {"workload", trial.workload},
            {"params", paramsJson(trial.params)},
            {"backend", trial.backend},
            {"call", trial.call},
            {"chunk", trial.chunk},
            {"pool", trial.pool},
            {"start", trial.start},
            {"in_flight", trial.inFlight},
            {"cache", trial.cache},
            {"size", trial.size},
            {"workers", trial.workers == UnknownWorkers ? Json(nullptr) : Json(trial.workers)}};
}

Json summaryJson(const Summary& summary) {
    const auto& interval = summary.interval;
    return {{"median_s", summary.median.count()},
            {"low_s", interval ? Json(interval->low.count()) : Json(nullptr)},
            {"high_s", interval ? Json(interval->high.count()) : Json(nullptr)},
            {"samples", summary.count}};
}

Json trialJson(const ComparedTrial& trial) {
    Json row = trialKeys(trial.trial, trial.label);
    row["a"] = summaryJson(trial.a);
    row["b"] = summaryJson(trial.b);
    row["ratio"] = trial.ratio;
    row["low"] = numberOrNull(trial.interval ? std::optional(trial.interval->low) : std::nullopt);
    row["high"] = numberOrNull(trial.interval ? std::optional(trial.interval->high) : std::nullopt);
    row["paired"] = trial.paired;
    row["adjusted_p"] = trial.adjusted;
    row["verdict"] = kindWord(trial.verdict);
    return row;
}

Json breakEvenJson(const std::optional<BreakEven>& breakEven) {
    if (!breakEven) return nullptr;
    std::optional<double> low;
    std::optional<double> high;
    if (breakEven->interval) {
        if (breakEven->interval->low > 0) low = breakEven->interval->low;  // an open end is unknown, not 0
        high = breakEven->interval->high;
    }
    return {{"status", statusWord(breakEven->status)},
            {"size", numberOrNull(breakEven->size)},
            {"low", numberOrNull(low)},
            {"high", numberOrNull(high)}};
}

template <class Item, class ToJson>
Json rowsOf(const std::vector<Item>& items, const ToJson& toJson) {
    Json rows = Json::array();
    for (const Item& item : items)
        rows.push_back(toJson(item));
    return rows;
}

Json unmatchedRows(const std::vector<UnmatchedTrial>& trials) {
    return rowsOf(trials, [](const UnmatchedTrial& each) { return trialKeys(each.trial, each.label); });
}

std::string summaryLine(const RunComparison& comparison) {
    std::string text;
    for (const TrialVerdict::Kind verdict : Verdicts) {
        const std::size_t count = comparison.count(verdict);
        if (count == 0) continue;
        const bool isOpen = verdict == TrialVerdict::Kind::NotResolved;
        text += (text.empty() ? "" : ", ") + std::to_string(count) + " " +
                (isOpen ? "not resolved" : std::string(kindWord(verdict)));
    }
    if (text.empty()) return "The runs have no trial in common.";
    return "From A to B: " + text + ".";
}

std::string trialTable(const RunComparison& comparison) {
    std::vector<TextRow> rows;
    for (const ComparedTrial& trial : comparison.trials) {
        rows.push_back({formatItems(static_cast<double>(trial.trial.size)), trial.label, formatInterval(trial.a),
                        formatInterval(trial.b), formatRatio(trial.ratio, trial.interval),
                        verdictText(trial.verdict, trial.reason)});
    }
    return textTable({{"size"}, {"series", true}, {"A (95 %)"}, {"B (95 %)"}, {"A / B"}, {"B is", true}}, rows);
}

std::string unmatchedText(const std::string& title, const std::vector<UnmatchedTrial>& trials) {
    if (trials.empty()) return "";
    std::vector<std::pair<std::string, std::vector<double>>> sizesBySeries;
    for (const UnmatchedTrial& each : trials) {
        auto series = std::ranges::find(sizesBySeries, each.label, &std::pair<std::string, std::vector<double>>::first);
        if (series == sizesBySeries.end()) series = sizesBySeries.insert(series, {each.label, {}});
        series->second.push_back(static_cast<double>(each.trial.size));
    }
    std::string text = "\n" + title + "\n";
    for (const auto& [label, sizes] : sizesBySeries) {
        const auto [least, most] = std::ranges::minmax(sizes);
        text += "  " + label + ", " + (sizes.size() > 1 ? std::to_string(sizes.size()) + " sizes from " : "") +
                (sizes.size() > 1 ? formatItems(least) + " to " : "") + countItems(most) + "\n";
    }
    return text;
}

std::string environmentText(const RunComparison& comparison) {
    if (!comparison.environmentKnown) return "\nEnvironment: not known of both files\n";
    if (comparison.environment.empty()) return "\nEnvironment: no fact differs\n";
    std::vector<TextRow> rows;
    for (const FactDifference& fact : comparison.environment)
        rows.push_back({fact.title, fact.a.value_or("not observable"), fact.b.value_or("not observable")});
    return "\n" + textTable({{"Environment", true}, {"A", true}, {"B", true}}, rows);
}

}  // namespace

std::string breakEvenText(const std::optional<BreakEven>& breakEven) {
    if (!breakEven) return "";
    if (!breakEven->size) return std::string(statusWord(breakEven->status));
    std::string text = formatItems(*breakEven->size);
    const auto& interval = breakEven->interval;
    if (interval && interval->low > 0 && std::isfinite(interval->high)) text += " (" + formatItems(*interval) + ")";
    return breakEven->status == BreakEvenStatus::Resolved ? text
                                                          : text + ", " + std::string(statusWord(breakEven->status));
}

std::string comparisonJson(const RunComparison& comparison) {
    Json summary = {{"trials", comparison.trials.size()}};
    for (const TrialVerdict::Kind verdict : Verdicts)
        summary[std::string(kindWord(verdict))] = comparison.count(verdict);
    summary["environment_known"] = comparison.environmentKnown;
    summary["different_machines"] = comparison.differentMachines;
    summary["pairing"] = comparison.pairing;
    summary["text"] = summaryLine(comparison);
    const Json json = {
        {"schema", SchemaOfComparison},
        {"trials", rowsOf(comparison.trials, trialJson)},
        {"only_a", unmatchedRows(comparison.onlyA)},
        {"only_b", unmatchedRows(comparison.onlyB)},
        {"break_even",
         rowsOf(comparison.breakEvens,
                [](const ComparedBreakEven& each) -> Json {
                    return {{"label", each.label}, {"a", breakEvenJson(each.a)}, {"b", breakEvenJson(each.b)}};
                })},
        {"environment",
         rowsOf(
             comparison.environment,
             [](const FactDifference& fact) -> Json {
                 return {{"id", fact.id}, {"title", fact.title}, {"a", textOrNull(fact.a)}, {"b", textOrNull(fact.b)}};
             })},
        {"summary", summary}};
    return json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

std::string comparisonText(const RunComparison& comparison) {
    std::string text = summaryLine(comparison) + "\n";
    if (comparison.differentMachines) text += std::string(DifferentMachines) + "\n";
    if (!comparison.trials.empty()) text += comparison.pairing + "\n\n" + trialTable(comparison);
    text += unmatchedText("Only in A", comparison.onlyA) + unmatchedText("Only in B", comparison.onlyB);
    if (!comparison.breakEvens.empty()) {
        std::vector<TextRow> rows;
        for (const ComparedBreakEven& each : comparison.breakEvens)
            rows.push_back({each.label, breakEvenText(each.a), breakEvenText(each.b)});
        text += "\n" + textTable({{"Break-even (items)", true}, {"A"}, {"B"}}, rows);
    }
    return text + environmentText(comparison);
}

}  // namespace breakeven
