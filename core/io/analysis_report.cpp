#include "core/io/analysis_report.h"

#include "core/analysis/break_even.h"
#include "core/analysis/curves.h"
#include "core/analysis/findings.h"
#include "core/analysis/speedup.h"
#include "core/base/numbers.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <set>
#include <string_view>
#include <vector>

namespace breakeven {

namespace {

using Json = nlohmann::ordered_json;

constexpr int SchemaOfAnalysis = 1;

/// Null for what is not known and for open ends, which JSON cannot write.
Json numberOrNull(const std::optional<double>& number) {
    return number && std::isfinite(*number) ? Json(*number) : Json(nullptr);
}

template <class T>
std::optional<double> lowOf(const std::optional<Interval<T>>& interval) {
    return interval ? std::optional<double>(interval->low) : std::nullopt;
}

template <class T>
std::optional<double> highOf(const std::optional<Interval<T>>& interval) {
    return interval ? std::optional<double>(interval->high) : std::nullopt;
}

Json paramsJson(const Params& params) {
    Json json = Json::object();
    for (const auto& [name, value] : params) {
        std::visit([&, &key = name](const auto& held) { json[key] = held; }, value);
    }
    return json;
}

/// The words that name a curve in every row.
Json curveKeys(const Trial& trial) {
    return {{"workload", trial.workload}, {"params", paramsJson(trial.params)},
            {"backend", trial.backend},   {"call", trial.call},
            {"chunk", trial.chunk},       {"pool", trial.pool},
            {"workers", trial.workers}};
}

Json breakEvenRows(const Results& results) {
    Json rows = Json::array();
    for (const BreakEven& breakEven : breakEvens(results)) {
        Json row = curveKeys(breakEven.series);
        row["base"] = baseBackendOf(breakEven.series);
        row["size"] = numberOrNull(breakEven.size);
        // Below the measured sizes nothing is known: an open low end is null, not 0.
        const bool isOpenBelow = breakEven.interval && breakEven.interval->low <= 0;
        row["low"] = isOpenBelow ? Json(nullptr) : numberOrNull(lowOf(breakEven.interval));
        row["high"] = numberOrNull(highOf(breakEven.interval));
        row["status"] = statusWord(breakEven.status);
        row["measured"] = {breakEven.measured.low, breakEven.measured.high};
        rows.push_back(std::move(row));
    }
    return rows;
}

Json speedupRows(const Results& results) {
    Json rows = Json::array();
    for (const Curve& curve : curvesOf(results)) {
        if (curve.isSerial()) continue;
        for (const TrialResult* result : curve.trials) {
            if (comparableBaseOf(results, *result) == nullptr) continue;
            const auto speedup = speedupVsSerial(results, *result);
            if (!speedup) continue;
            const auto self = selfSpeedup(results, *result);
            Json row = curveKeys(result->trial);
            row["size"] = result->trial.size;
            row["base"] = baseBackendOf(result->trial);
            row["base_s"] = speedup->base.count();
            row["speedup"] = speedup->value;
            row["low"] = numberOrNull(lowOf(speedup->interval));
            row["high"] = numberOrNull(highOf(speedup->interval));
            row["self_speedup"] = self ? Json(self->value) : Json(nullptr);
            row["efficiency"] = efficiency(speedup->value, result->trial.workers);
            row["paired"] = speedup->paired;
            rows.push_back(std::move(row));
        }
    }
    return rows;
}

Json atJson(const Results& results, std::optional<ItemCount> at) {
    if (!at) return nullptr;
    Json rows = Json::array();
    for (const AtSize& answer : atSize(results, *at)) {
        Json row = curveKeys(answer.series);
        row["base"] = baseBackendOf(answer.series);
        row["speedup"] = answer.speedup;
        row["low"] = numberOrNull(lowOf(answer.interval));
        row["high"] = numberOrNull(highOf(answer.interval));
        row["outside"] = answer.outside;
        rows.push_back(std::move(row));
    }
    return {{"size", *at}, {"series", rows}};
}

Json findingJson(const Finding& finding) {
    return {{"id", finding.id}, {"text", finding.text}, {"numbers", finding.numbers}, {"words", finding.words}};
}

Json findingRows(const Results& results) {
    Json rows = Json::array({findingJson(headline(results))});
    for (const Finding& finding : findings(results))
        rows.push_back(findingJson(finding));
    return rows;
}

/// Columns on a terminal: every code point of the texts used here is one column wide.
std::size_t widthOf(std::string_view text) {
    return static_cast<std::size_t>(
        std::ranges::count_if(text, [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
}

enum class Align { Left, Right };

struct Column {
    std::string title;
    Align align = Align::Right;
};

using Row = std::vector<std::string>;

std::string aligned(const std::vector<Column>& columns, const std::vector<Row>& rows) {
    std::vector<std::size_t> widths;
    for (std::size_t i = 0; i < columns.size(); ++i) {
        std::size_t widest = widthOf(columns[i].title);
        for (const Row& row : rows)
            widest = std::max(widest, widthOf(row[i]));
        widths.push_back(widest);
    }
    std::string text;
    const auto append = [&](const auto& cellOf) {
        std::string line;
        for (std::size_t i = 0; i < columns.size(); ++i) {
            const std::string& cell = cellOf(i);
            const std::string padding(widths[i] - widthOf(cell), ' ');
            if (i > 0) line += "  ";
            line += columns[i].align == Align::Left ? cell + padding : padding + cell;
        }
        line.erase(line.find_last_not_of(' ') + 1);
        text += line + "\n";
    };
    append([&](std::size_t i) -> const std::string& { return columns[i].title; });
    for (const Row& row : rows)
        append([&](std::size_t i) -> const std::string& { return row[i]; });
    return text;
}

std::string verifiedWord(const std::optional<bool>& verified) {
    if (!verified) return "";
    return *verified ? "yes" : "no";
}

std::vector<std::pair<const Curve*, const TrialResult*>> inPlanOrder(const std::vector<Curve>& curves) {
    std::vector<std::pair<const Curve*, const TrialResult*>> rows;
    for (const Curve& curve : curves) {
        for (const TrialResult* result : curve.trials)
            rows.emplace_back(&curve, result);
    }
    std::ranges::stable_sort(rows, {}, [](const auto& row) { return row.second->trial.id; });
    return rows;
}

std::string breakEvenLine(const BreakEven& breakEven) {
    std::string text = breakEven.label + baseNote(breakEven.series) + ": " + std::string(statusWord(breakEven.status));
    if (breakEven.size) text += ", " + countItems(*breakEven.size);
    if (!breakEven.interval) return text;
    const auto& [low, high] = *breakEven.interval;
    if (low > 0 && std::isfinite(high)) return text + " (" + formatItems(*breakEven.interval) + ")";
    return text + (low > 0 ? ", at least " + formatItems(low) : ", at most " + formatItems(high)) + " items";
}

}  // namespace

std::string analysisJson(const Results& results, std::optional<ItemCount> at) {
    const Json json = {{"schema", SchemaOfAnalysis}, {"break_even", breakEvenRows(results)},
                       {"at", atJson(results, at)},  {"speedup", speedupRows(results)},
                       {"waterfall", Json::array()}, {"models", Json::array()},
                       {"regimes", Json::array()},   {"findings", findingRows(results)}};
    return json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

std::string analysisText(const Results& results, std::optional<ItemCount> at) {
    std::string text = headline(results).text + "\n";
    if (const auto found = breakEvens(results); !found.empty()) {
        text += "\nBreak-even vs serial\n";
        for (const BreakEven& breakEven : found)
            text += "  " + breakEvenLine(breakEven) + "\n";
    }
    if (at) {
        text += "\nAt " + countItems(static_cast<double>(*at)) + ", vs serial\n";
        for (const AtSize& answer : atSize(results, *at)) {
            text += "  " + answer.label + baseNote(answer.series) + ": " +
                    formatRatio(answer.speedup, answer.interval) +
                    (answer.outside ? ", from the nearest size measured" : "") + "\n";
        }
    }
    if (const auto found = findings(results); !found.empty()) {
        text += "\nFindings\n";
        for (const Finding& finding : found)
            text += "  " + finding.text + "\n";
    }
    if (const std::string notes = notesText(results); !notes.empty()) text += "\n" + notes;
    return text;
}

std::string resultsTable(const Results& results) {
    const std::vector<Curve> curves = curvesOf(results);
    const std::vector<Column> columns = {{"size"},     {"series", Align::Left}, {"n"}, {"median (95 %)"}, {"vs serial"},
                                         {"verified"}, {"status", Align::Left}};
    std::vector<Row> rows;
    for (const auto& [curve, result] : inPlanOrder(curves)) {
        const auto summary = summaryOf(*result);
        const bool isCompared = !curve->isSerial() && comparableBaseOf(results, *result) != nullptr;
        const auto speedup = isCompared ? speedupVsSerial(results, *result) : std::nullopt;
        rows.push_back({formatItems(static_cast<double>(result->trial.size)), curve->label,
                        summary ? std::to_string(summary->count) : "0", summary ? formatInterval(*summary) : "",
                        speedup ? formatRatio(speedup->value, speedup->interval) + baseNote(result->trial) : "",
                        verifiedWord(result->verified), std::string(statusWord(result->status))});
    }
    return aligned(columns, rows);
}

std::string notesText(const Results& results) {
    std::string text;
    std::set<std::string_view> seen;
    for (const std::string& note : results.notes())
        if (seen.insert(note).second) text += (text.empty() ? "Notes\n  " : "  ") + note + "\n";
    return text;
}

}  // namespace breakeven
