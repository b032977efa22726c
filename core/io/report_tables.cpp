#include "core/io/report_tables.h"

#include "core/analysis/break_even.h"
#include "core/analysis/method_statement.h"
#include "core/analysis/pitfalls.h"
#include "core/analysis/trial_verdict.h"
#include "core/io/plot_table.h"
#include "core/io/report_cells.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <string>
#include <utility>
#include <vector>

namespace breakeven {

namespace {

ReportCell verdictCell(const TrialVerdict& verdict) {
    const Tone tone = verdict.kind == TrialVerdict::Kind::Faster   ? Tone::Good
                      : verdict.kind == TrialVerdict::Kind::Slower ? Tone::Bad
                                                                   : Tone::Open;
    return {verdictText(verdict.kind, verdict.reason), std::nullopt, tone};
}

std::map<int, ReportCell> verdictCells(const Results& results) {
    std::map<int, ReportCell> cells;
    for (const TrialVerdict& verdict : trialVerdicts(results))
        cells[verdict.trial] = verdictCell(verdict);
    return cells;
}

ReportCell verifiedCell(const std::optional<bool>& verified) {
    if (!verified) return {};
    return *verified ? ReportCell{"yes"} : ReportCell{"no", std::nullopt, Tone::Bad};
}

/// What was not measured says why.
ReportCell statusCell(const TrialResult& result) {
    const TrialStatus status = result.status;
    const bool isUsual = status == TrialStatus::Ok || status == TrialStatus::Interrupted;
    const bool isLeftOut = status == TrialStatus::Skipped || status == TrialStatus::Refused;
    const std::string why = isLeftOut && !result.detail.empty() ? ": " + result.detail : "";
    return {std::string(statusWord(status)) + why, std::nullopt, isUsual ? Tone::Plain : Tone::Bad};
}

std::string openInterval(const Interval<double>& items) {
    if (items.low > 0 && std::isfinite(items.high)) return formatItems(items);
    return items.low > 0 ? "at least " + formatItems(items.low) : "at most " + formatItems(items.high);
}

ReportCell breakEvenCell(BreakEvenStatus status) {
    switch (status) {
        case BreakEvenStatus::Resolved:
            return {"resolved", std::nullopt, Tone::Good};
        case BreakEvenStatus::AlwaysFaster:
            return {"always faster", std::nullopt, Tone::Good};
        case BreakEvenStatus::NeverInRange:
            return {"never in range", std::nullopt, Tone::Bad};
        case BreakEvenStatus::NotResolved:
            break;
    }
    return {"not resolved", std::nullopt, Tone::Open};
}

ReportCell pitfallCell(PitfallState state) {
    switch (state) {
        case PitfallState::Seen:
            return {"seen", 0, Tone::Bad};
        case PitfallState::NotSeen:
            return {"not seen", 2, Tone::Good};
        case PitfallState::Prevented:
            return {"prevented", 3, Tone::Good};
        case PitfallState::NotObservable:
            break;
    }
    return {"not observable", 1, Tone::Open};
}

ReportCell ruleCell(RuleState state) {
    switch (state) {
        case RuleState::Kept:
            return {"kept", 2, Tone::Good};
        case RuleState::NotKept:
            return {"not kept", 0, Tone::Bad};
        case RuleState::NotObservable:
            break;
    }
    return {"not observable", 1, Tone::Open};
}

}  // namespace

ReportTable resultsTableOf(const Results& results) {
    ReportTable table{{{"size"},
                       {"series", true},
                       {"n"},
                       {"median (95 %)"},
                       {"vs serial"},
                       {"verdict", true},
                       {"verified"},
                       {"status", true}},
                      {}};
    std::map<const TrialResult*, std::string> labels;
    for (const Curve& curve : curvesOf(results))
        for (const TrialResult* result : curve.trials)
            labels[result] = curve.label;
    const std::map<int, ReportCell> verdicts = verdictCells(results);
    for (const TrialResult* result : bySize(results)) {
        const auto summary = summaryOf(*result);
        const bool isCompared = !isReference(result->trial) && comparableBaseOf(results, *result) != nullptr;
        const auto speedup = isCompared ? speedupVsSerial(results, *result) : std::nullopt;
        const auto verdict = verdicts.find(result->trial.id);
        const std::size_t count = summary ? summary->count : 0;
        table.rows.push_back({sizeCell(result->trial.size), seriesCell(labels.at(result), result->trial),
                              ReportCell{std::to_string(count), static_cast<double>(count)},
                              summary ? ReportCell{formatInterval(*summary), summary->median.count()} : ReportCell{},
                              speedup ? speedupCell(*speedup, result->trial) : ReportCell{},
                              verdict != verdicts.end() ? verdict->second : ReportCell{},
                              verifiedCell(result->verified), statusCell(*result)});
    }
    return table;
}

ReportTable breakEvenTableOf(const Results& results) {
    ReportTable table{{{"series", true}, {"break-even", true}, {"items"}, {"95 %"}, {"measured (items)"}}, {}};
    for (const BreakEven& found : breakEvens(results)) {
        const Interval<double> measured{static_cast<double>(found.measured.low),
                                        static_cast<double>(found.measured.high)};
        table.rows.push_back(
            {seriesCell(found.label + baseNote(found.series), found.series), breakEvenCell(found.status),
             found.size ? ReportCell{formatItems(*found.size), *found.size} : ReportCell{},
             found.interval ? ReportCell{openInterval(*found.interval), found.interval->low} : ReportCell{},
             ReportCell{formatItems(measured), measured.high}});
    }
    return table;
}

ReportTable pitfallTableOf(const Results& results) {
    ReportTable table{{{"pitfall", true}, {"state", true}, {"what was looked at", true}}, {}};
    std::vector<Pitfall> all = pitfalls(results);
    std::ranges::stable_partition(all, [](const Pitfall& each) { return each.state == PitfallState::Seen; });
    for (const Pitfall& each : all) {
        const bool isSeen = each.state == PitfallState::Seen;
        table.rows.push_back(
            {{each.title}, pitfallCell(each.state), {isSeen ? each.text + " " + each.advice : each.text}});
    }
    return table;
}

ReportTable methodTableOf(const Results& results) {
    ReportTable table{{{"rule"}, {"what it asks", true}, {"this run", true}, {"by what", true}}, {}};
    for (const MethodRule& rule : methodStatement(results))
        table.rows.push_back(
            {{std::to_string(rule.number), rule.number}, {rule.title}, ruleCell(rule.state), {rule.text}});
    return table;
}

ReportTable machineTableOf(const Environment& environment) {
    ReportTable table{{{"fact", true}, {"value", true}}, {}};
    for (const Fact& fact : environment.facts)
        table.rows.push_back({{fact.title}, fact.value ? ReportCell{*fact.value} : ReportCell{"not observable"}});
    return table;
}

ReportTable chartTableOf(const Plot& plot) {
    const PlotTable numbers = plotTable(plot);
    const bool isText = !plot.boxes.empty();
    ReportTable table{{{numbers.xTitle, isText}}, {}};
    for (const std::string& title : numbers.series)
        table.columns.push_back({title, isText});
    for (const PlotTable::Row& row : numbers.rows) {
        std::vector<ReportCell> cells{{row.position, row.x}};
        for (const std::string& value : row.values)
            cells.push_back({value});
        table.rows.push_back(std::move(cells));
    }
    return table;
}

}  // namespace breakeven
