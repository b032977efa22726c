#include "core/analysis/at_size.h"
#include "core/analysis/break_even.h"
#include "core/analysis/curves.h"
#include "core/analysis/findings.h"
#include "core/analysis/pitfalls.h"
#include "core/analysis/speedup.h"
#include "core/analysis/trial_verdict.h"
#include "core/base/numbers.h"
#include "core/io/analysis_report.h"
#include "core/io/text_table.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <string_view>
#include <vector>

namespace breakeven {

namespace {

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

std::string verdictText(TrialVerdict::Kind kind) {
    if (kind == TrialVerdict::Kind::NotResolved) return "not resolved";
    return kind == TrialVerdict::Kind::Same ? "same within 1 %" : std::string(kindWord(kind));
}

std::string atLine(const AtSize& answer) {
    std::string text = answer.label + baseNote(answer.series) + ": " + formatRatio(answer.speedup, answer.interval) +
                       ", " + verdictText(answer.verdict);
    if (answer.breakEven && answer.breakEven->status == BreakEvenStatus::Resolved)
        text += "; pays from " + countItems(*answer.breakEven->size);
    if (answer.outside) text += " (from the nearest size measured)";
    return text;
}

/// What was seen, with what to do; the rest by numbers.
std::string pitfallsText(const Results& results) {
    std::map<PitfallState, std::size_t> counts;
    std::string lines;
    for (const Pitfall& pitfall : pitfalls(results)) {
        ++counts[pitfall.state];
        if (pitfall.state == PitfallState::Seen)
            lines += "  " + pitfall.title + ": " + pitfall.text + " " + pitfall.advice + "\n";
    }
    return "Pitfalls: " + std::to_string(counts[PitfallState::Seen]) + " seen, " +
           std::to_string(counts[PitfallState::NotSeen]) + " not seen, " +
           std::to_string(counts[PitfallState::Prevented]) + " prevented, " +
           std::to_string(counts[PitfallState::NotObservable]) + " not observable here\n" + lines;
}

/// By trial id; those that were judged.
std::map<int, std::string> verdictTexts(const Results& results) {
    std::map<int, std::string> texts;
    for (const TrialVerdict& verdict : trialVerdicts(results))
        texts[verdict.trial] = verdictText(verdict.kind);
    return texts;
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

std::string analysisText(const Results& results, std::optional<ItemCount> at) {
    std::string text = headline(results).text + "\n";
    if (const auto found = breakEvens(results); !found.empty()) {
        text += "\nBreak-even vs serial\n";
        for (const BreakEven& breakEven : found)
            text += "  " + breakEvenLine(breakEven) + "\n";
    }
    if (at) {
        text += "\nAt " + countItems(static_cast<double>(*at)) + ", vs serial\n";
        for (const AtSize& answer : atSize(results, *at))
            text += "  " + atLine(answer) + "\n";
    }
    if (const auto found = findings(results); !found.empty()) {
        text += "\nFindings\n";
        for (const Finding& finding : found)
            text += "  " + finding.text + "\n";
    }
    if (!results.trials().empty()) text += "\n" + pitfallsText(results);
    if (const std::string notes = notesText(results); !notes.empty()) text += "\n" + notes;
    return text;
}

std::string resultsTable(const Results& results) {
    const std::vector<Curve> curves = curvesOf(results);
    const std::vector<TextColumn> columns = {{"size"},      {"series", true},  {"n"},        {"median (95 %)"},
                                             {"vs serial"}, {"verdict", true}, {"verified"}, {"status", true}};
    const std::map<int, std::string> verdicts = verdictTexts(results);
    std::vector<TextRow> rows;
    for (const auto& [curve, result] : inPlanOrder(curves)) {
        const auto summary = summaryOf(*result);
        const bool isCompared = !curve->isSerial() && comparableBaseOf(results, *result) != nullptr;
        const auto speedup = isCompared ? speedupVsSerial(results, *result) : std::nullopt;
        rows.push_back({formatItems(static_cast<double>(result->trial.size)), curve->label,
                        summary ? std::to_string(summary->count) : "0", summary ? formatInterval(*summary) : "",
                        speedup ? formatRatio(speedup->value, speedup->interval) + baseNote(result->trial) : "",
                        verdicts.contains(result->trial.id) ? verdicts.at(result->trial.id) : "",
                        verifiedWord(result->verified), std::string(statusWord(result->status))});
    }
    return textTable(columns, rows);
}

std::string notesText(const Results& results) {
    std::string text;
    std::set<std::string_view> seen;
    for (const std::string& note : results.notes())
        if (seen.insert(note).second) text += (text.empty() ? "Notes\n  " : "  ") + note + "\n";
    return text;
}

}  // namespace breakeven
