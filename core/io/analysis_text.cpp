#include "core/analysis/at_size.h"
#include "core/analysis/break_even.h"
#include "core/analysis/curves.h"
#include "core/analysis/findings.h"
#include "core/analysis/pitfalls.h"
#include "core/analysis/trial_verdict.h"
#include "core/base/numbers.h"
#include "core/io/analysis_report.h"
#include "core/io/report_tables.h"
#include "core/io/text_table.h"

#include <cmath>
#include <map>
#include <set>
#include <string_view>
#include <vector>

namespace breakeven {

namespace {

std::string atLine(const AtSize& answer) {
    std::string text = answer.label + baseNote(answer.series) + ": " + formatRatio(answer.speedup, answer.interval) +
                       ", " + verdictText(answer.verdict, answer.reason);
    if (answer.breakEven && answer.breakEven->status == BreakEvenStatus::Resolved)
        text += "; pays from " + countItems(*answer.breakEven->size);
    if (answer.outside) text += " (from the nearest size measured)";
    return text;
}

/// What was seen, with what to do, and what reading the clock costs, on which every time rests; the rest by numbers.
std::string pitfallsText(const Results& results) {
    std::map<PitfallState, std::size_t> counts;
    std::string lines;
    for (const Pitfall& pitfall : pitfalls(results)) {
        ++counts[pitfall.state];
        if (pitfall.state == PitfallState::Seen)
            lines += "  " + pitfall.title + ": " + pitfall.text + " " + pitfall.advice + "\n";
        else if (pitfall.id == "clock")
            lines += "  " + pitfall.text + "\n";
    }
    return "Pitfalls: " + std::to_string(counts[PitfallState::Seen]) + " seen, " +
           std::to_string(counts[PitfallState::NotSeen]) + " not seen, " +
           std::to_string(counts[PitfallState::Prevented]) + " prevented, " +
           std::to_string(counts[PitfallState::NotObservable]) + " not observable here\n" + lines;
}

std::string breakEvenLine(const BreakEven& breakEven) {
    std::string text = breakEven.label + baseNote(breakEven.series) + ": " + std::string(statusWord(breakEven.status));
    if (breakEven.size) text += ", " + countItems(*breakEven.size);
    if (!breakEven.interval) return text;
    const auto& [low, high] = *breakEven.interval;
    if (low > 0 && std::isfinite(high)) return text + " (" + formatItems(*breakEven.interval) + ")";
    return text + (low > 0 ? ", at least " + countItems(low) : ", at most " + countItems(high));
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
    const ReportTable table = resultsTableOf(results);
    std::vector<TextColumn> columns;
    for (const ReportColumn& column : table.columns)
        columns.push_back({column.title, column.isText});
    std::vector<TextRow> rows;
    for (const auto& row : table.rows) {
        TextRow& texts = rows.emplace_back();
        for (const ReportCell& cell : row)
            texts.push_back(cell.text);
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
