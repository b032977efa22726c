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
#include "core/io/why_tables.h"

#include <cmath>
#include <map>
#include <set>
#include <string_view>
#include <vector>

namespace breakeven {

namespace {

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

/// From where it pays. isFaster: at the size asked for, whatever holds at larger ones.
std::string payoffText(const BreakEven& breakEven, bool isFaster) {
    const std::string largest = countSize(static_cast<double>(breakEven.measured.high));
    switch (breakEven.status) {
        case BreakEvenStatus::Resolved:
            return "pays from " + countItems(*breakEven.size) + " (" + formatItems(*breakEven.interval) + ")";
        case BreakEvenStatus::AlwaysFaster:
            return "pays at every size measured";
        case BreakEvenStatus::NeverInRange:
            return "never pays up to " + largest;
        case BreakEvenStatus::NotResolved:
            break;
    }
    if (!breakEven.interval) return "from where it pays is not resolved";
    const auto& [low, high] = *breakEven.interval;
    if (std::isfinite(high)) return "pays from " + countItems(high) + " at the latest";
    return std::string(isFaster ? "pays for good from " : "pays from ") + countItems(low) +
           " at the earliest, if at all";
}

std::string textOf(const ReportTable& table) {
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

/// Empty when there is nothing to tell.
std::string sectionText(const std::string& title, const ReportTable& table,
                        const std::vector<std::string>& sentences = {}) {
    if (table.rows.empty() && sentences.empty()) return {};
    std::string text = "\n" + title + "\n";
    if (!table.rows.empty()) text += textOf(table);
    for (const std::string& sentence : sentences)
        text += "  " + sentence + "\n";
    return text;
}

std::string atLine(const AtSize& answer) {
    std::string text = answer.label + baseNote(answer.series) + ": " + formatRatio(answer.speedup, answer.interval) +
                       ", " + verdictText(answer.verdict, answer.reason);
    if (answer.breakEven) text += "; " + payoffText(*answer.breakEven, answer.verdict == TrialVerdict::Kind::Faster);
    if (answer.outside) text += " (from the nearest size measured)";
    return text;
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

std::string analysisText(const Results& results, const AnalysisQuestions& asked) {
    std::string text = headline(results).text + "\n";
    if (const auto found = breakEvens(results); !found.empty()) {
        text += "\nBreak-even vs serial\n";
        for (const BreakEven& breakEven : found)
            text += "  " + breakEvenLine(breakEven) + "\n";
    }
    if (asked.at) {
        text += "\nAt " + countItems(static_cast<double>(*asked.at)) + ", vs serial\n";
        for (const AtSize& answer : atSize(results, *asked.at))
            text += "  " + atLine(answer) + "\n";
    }
    for (const NamedWhatIf& named : asked.whatIf)
        text += sectionText("What if " + named.title + " (estimated, not measured)", whatIfTableOf(results, named));
    if (const auto found = findings(results); !found.empty()) {
        text += "\nFindings\n";
        for (const Finding& finding : found)
            text += "  " + finding.text + "\n";
    }
    text += sectionText("Losses: the speed-up is the product of the factors beside it", lossTableOf(results));
    text += sectionText("Limits", limitTableOf(results));
    text += sectionText("Overhead parts", overheadTableOf(results), overheadRefusals(results));
    text += sectionText("Scaling", scalingTableOf(results), lawTexts(results));
    if (!results.trials().empty()) text += "\n" + pitfallsText(results);
    if (const std::string notes = notesText(results); !notes.empty()) text += "\n" + notes;
    return text;
}

std::string resultsTable(const Results& results) {
    return textOf(resultsTableOf(results));
}

std::string notesText(const Results& results) {
    std::string text;
    std::set<std::string_view> seen;
    for (const std::string& note : results.notes())
        if (seen.insert(note).second) text += (text.empty() ? "Notes\n  " : "  ") + note + "\n";
    return text;
}

}  // namespace breakeven
