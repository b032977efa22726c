#include "core/io/why_tables.h"

#include "core/analysis/overhead_model.h"
#include "core/analysis/percent.h"
#include "core/analysis/regimes.h"
#include "core/analysis/scaling.h"
#include "core/analysis/waterfall.h"
#include "core/io/report_cells.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <set>
#include <utility>

namespace breakeven {

namespace {

ReportCell factorCell(const Waterfall& waterfall, LossCause cause) {
    const LossFactor* const factor = findFactor(waterfall, cause);
    if (factor == nullptr) return {"not observable"};
    if (cause == LossCause::Workers) return {formatItems(factor->value), factor->value};
    if (!factor->interval) return {formatRatio(factor->value), factor->value};
    return {formatRatio(factor->value, factor->interval), factor->value};
}

Tone toneOf(RegimeKind kind) {
    switch (kind) {
        case RegimeKind::ComputeBound:
            return Tone::Good;
        case RegimeKind::NotResolved:
            return Tone::Open;
        case RegimeKind::Blocking:
            return Tone::Plain;
        case RegimeKind::OverheadBound:
        case RegimeKind::ImbalanceBound:
        case RegimeKind::BandwidthBound:
        case RegimeKind::Oversubscribed:
            break;
    }
    return Tone::Bad;
}

std::string regimeText(RegimeKind kind) {
    return kind == RegimeKind::NotResolved ? "not resolved" : std::string(regimeWord(kind));
}

/// A part that does not occur is no time of 0.
ReportCell partCell(const TimePart& part) {
    if (part.value == Seconds(0)) return {"–", 0};
    return {formatInterval({.median = part.value, .interval = part.interval}), part.value.count()};
}

ReportCell shareCell(double share, const std::optional<Interval<double>>& interval) {
    return {percent(share, interval), share};
}

ReportCell payoffCell(const Payoff& payoff) {
    if (!payoff.size) return {"not at the largest size"};
    if (*payoff.size <= 0) return {"every size", 0};
    if (payoff.isLatest) return {formatItems(*payoff.size) + " at the latest", *payoff.size};
    const auto& interval = payoff.interval;
    const bool isBounded = interval && interval->low > 0 && std::isfinite(interval->high);
    return {formatItems(*payoff.size) + " (" + (isBounded ? formatItems(*interval) : "bounds not resolved") + ")",
            *payoff.size};
}

/// Each in the order of its first.
class Once {
public:
    void add(const std::string& text) {
        if (!text.empty() && m_seen.insert(text).second) m_texts.push_back(text);
    }
    std::vector<std::string> take() { return std::move(m_texts); }

private:
    std::set<std::string> m_seen;
    std::vector<std::string> m_texts;
};

/// Karp and Flatt's fraction takes all that is lost for serial work: of what is slower than serial it says no more.
ReportCell serialFractionCell(const ScalingPoint& point) {
    if (!point.karpFlatt) return {"–"};
    if (*point.karpFlatt > 1) return {"over " + percent(1), *point.karpFlatt};
    return shareCell(*point.karpFlatt, point.karpFlattInterval);
}

}  // namespace

ReportTable lossTableOf(const Results& results) {
    ReportTable table{{{"size"},
                       {"series", true},
                       {"speed-up"},
                       {"workers"},
                       {"load balance"},
                       {"overhead"},
                       {"clock"},
                       {"work inflation"}},
                      {}};
    for (const Waterfall& fall : waterfalls(results)) {
        std::vector<ReportCell> row = {sizeCell(fall.trial.size), seriesCell(fall.label, fall.trial),
                                       speedupCell(fall.speedup, fall.trial)};
        for (const LossCause cause : {LossCause::Workers, LossCause::LoadBalance, LossCause::Overhead, LossCause::Clock,
                                      LossCause::WorkInflation})
            row.push_back(factorCell(fall, cause));
        table.rows.push_back(std::move(row));
    }
    return table;
}

ReportTable limitTableOf(const Results& results) {
    ReportTable table{{{"size"}, {"series", true}, {"limit", true}, {"evidence", true}}, {}};
    for (const Regime& regime : regimes(results)) {
        table.rows.push_back({sizeCell(regime.trial.size),
                              seriesCell(regime.label, regime.trial),
                              {regimeText(regime.kind), std::nullopt, toneOf(regime.kind)},
                              {regime.sentence}});
    }
    return table;
}

ReportTable overheadTableOf(const Results& results) {
    ReportTable table{{{"size"},
                       {"series", true},
                       {"measured"},
                       {"start"},
                       {"waking"},
                       {"handing over"},
                       {"copying"},
                       {"divided work"},
                       {"together"},
                       {"unexplained"}},
                      {}};
    for (const OverheadModel& model : overheadModels(results)) {
        if (!model.refusal.empty()) continue;
        std::vector<ReportCell> row = {sizeCell(model.trial.size), seriesCell(model.label, model.trial)};
        for (const TimePart* part : std::array{&model.measured, &model.start, &model.wake, &model.dispatch,
                                               &model.transport, &model.work, &model.total, &model.residual})
            row.push_back(partCell(*part));
        table.rows.push_back(std::move(row));
    }
    return table;
}

std::vector<std::string> overheadRefusals(const Results& results) {
    Once refusals;
    for (const OverheadModel& model : overheadModels(results)) {
        refusals.add(model.refusal);
        refusals.add(model.note);
    }
    return refusals.take();
}

ReportTable whatIfTableOf(const Results& results, const NamedWhatIf& asked) {
    ReportTable table{{{"series", true},
                       {"pays from"},
                       {"would pay from"},
                       {"largest size"},
                       {"speed-up"},
                       {"would be"},
                       {"note", true}},
                      {}};
    for (const WhatIfCurve& curve : whatIf(results, asked.question)) {
        const ReportCell series = seriesCell(curve.label + baseNote(curve.series), curve.series);
        if (curve.points.empty()) {
            table.rows.push_back({series, {}, {}, {}, {}, {}, {curve.refusal}});
            continue;
        }
        const WhatIfPoint& last = curve.points.back();
        table.rows.push_back({series,
                              payoffCell(curve.before),
                              payoffCell(curve.after),
                              sizeCell(last.size),
                              speedupCell(last.before, curve.series),
                              speedupCell(last.after, curve.series),
                              {curve.isExtrapolated ? "extrapolated: more workers than were measured" : ""}});
    }
    return table;
}

ReportTable scalingTableOf(const Results& results) {
    ReportTable table{{{"size"}, {"series", true}, {"workers"}, {"speed-up"}, {"efficiency"}, {"serial fraction"}}, {}};
    for (const Scaling& scaling : scalings(results)) {
        for (const ScalingPoint& point : scaling.points) {
            table.rows.push_back({sizeCell(scaling.series.size),
                                  seriesCell(scaling.label, scaling.series),
                                  {std::to_string(point.workers), static_cast<double>(point.workers)},
                                  speedupCell(point.speedup, scaling.series),
                                  shareCell(point.efficiency, point.efficiencyInterval),
                                  serialFractionCell(point)});
        }
    }
    return table;
}

std::vector<std::string> lawTexts(const Results& results) {
    Once texts;
    for (const Scaling& scaling : scalings(results)) {
        texts.add(bestLawText(scaling));
        for (const ScalingModel& model : scaling.models)
            texts.add(model.refusal.empty() ? "" : model.refusal + ".");
    }
    return texts.take();
}

}  // namespace breakeven
