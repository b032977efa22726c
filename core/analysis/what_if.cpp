#include "core/analysis/what_if.h"

#include "core/analysis/break_even.h"
#include "core/analysis/curves.h"
#include "core/analysis/log_estimate.h"
#include "core/analysis/overhead_model.h"
#include "core/base/numbers.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <numeric>
#include <span>
#include <string_view>
#include <utility>

namespace breakeven {

namespace {

constexpr double Infinity = std::numeric_limits<double>::infinity();
constexpr double LargestFactor = 10;
constexpr WorkerCount MostExtraWorkers = 1024;
constexpr double WorthSaying = 1.05;
constexpr double DoubtfulShare = 0.1;  // of a call's time, by which its parts may exceed it

std::string rangeRefusal(const WhatIf& question) {
    if (!(question.dispatchFactor >= 0 && question.dispatchFactor <= LargestFactor))
        return "dispatch factor: it must be from 0 to 10.";
    if (question.extraWorkers < 0 || question.extraWorkers > MostExtraWorkers)
        return "extra workers: " + std::to_string(question.extraWorkers) + " (allowed are 0 to " +
               std::to_string(MostExtraWorkers) + ").";
    if (question.chunk == ItemCount{0}) return "chunk: 0 (allowed are 1 and more).";
    return {};
}

/// How much longer the busiest worker computed than all would on average, of a call that takes `whole`.
TimePart imbalanceOf(const TrialResult& result, Seconds whole) {
    std::vector<double> ofPasses;
    for (const TrialProfiled& pass : result.profiles) {
        Seconds all{0};
        Seconds longest{0};
        for (const WorkerProfile& worker : pass.workers) {
            all += worker.compute;
            longest = std::max(longest, worker.compute);
        }
        const Seconds mean = all / std::max(1, result.trial.workers);
        const double share = pass.wall > Seconds(0) ? (longest - mean) / pass.wall : 0;
        ofPasses.push_back(std::clamp(share, 0.0, 1.0) * whole.count());
    }
    return medianOf(ofPasses);
}

/// What is asked of one trial.
class Change {
public:
    Change(const WhatIf& question, const OverheadModel& model, WorkerCount usableCpus, Seconds serial)
        : m_question(question),
          m_model(model),
          m_workers(model.trial.workers + question.extraWorkers),
          m_evenShare(evenShare(model.trial.size, model.busy, m_workers, usableCpus + question.extraWorkers)),
          m_serial(serial) {}

    /// The parts that the question needs and the trial lacks, in words; empty: none.
    std::string lack(const TrialResult& result) const {
        const bool needsModel =
            m_question.dispatchFactor != 1 || m_question.noStart || m_question.chunk || m_question.extraWorkers > 0;
        if (needsModel && !m_model.refusal.empty()) return m_model.refusal;
        if (m_question.chunk && !m_model.chunks) return m_model.note;
        if (m_question.perfectBalance && result.profiles.empty())
            return "How the work was shared among the workers was not recorded in this run.";
        return {};
    }

    /// Parts that were measured by themselves may come to more than the call that they are parts of.
    std::string contradiction() const {
        const Seconds parts = partsSaved().value;
        const Seconds whole = m_model.measured.value;
        if (parts <= std::max(whole - least(), Seconds(0)) + DoubtfulShare * whole) return {};
        return "At " + countItems(static_cast<double>(m_model.trial.size)) + " the parts that would be saved take " +
               formatSeconds(parts) + " by themselves, the whole call " + formatSeconds(whole) +
               ": what it would take without them cannot be told.";
    }

    TimePart saved(const TrialResult& result) const {
        const double factor = m_question.dispatchFactor;
        const double others = static_cast<double>(m_workers) / m_model.trial.workers - 1;  // to be woken, too
        TimePart sum = partsSaved();
        if (others > 0) sum = sumOf({sum, scaled(m_model.wake, -others * factor)});
        if (m_question.chunk) sum = sumOf({sum, scaled(m_model.perChunk, factor * chunksSaved())});
        const double share = workShare();
        if (share != workShareBefore()) sum = sumOf({sum, scaled(m_model.work, 1 - share / workShareBefore())});
        if (m_question.perfectBalance) sum = sumOf({sum, imbalanceOf(result, m_model.measured.value)});
        return sum;
    }

    /// What perfectly divided work would take.
    Seconds least() const { return m_serial * m_evenShare; }

private:
    TimePart partsSaved() const {
        const TimePart handOver = sumOf({m_model.wake, m_model.dispatch, m_model.transport});
        const TimePart sum = scaled(handOver, 1 - m_question.dispatchFactor);
        return m_question.noStart ? sumOf({sum, m_model.start}) : sum;
    }

    double chunksSaved() const { return further(*m_model.chunks) - further(newChunks()); }

    double further(std::uint64_t chunks) const {
        return static_cast<double>(chunks - std::min(chunks, static_cast<std::uint64_t>(m_model.trial.workers)));
    }

    std::uint64_t newChunks() const { return (m_model.trial.size - 1) / *m_question.chunk + 1; }

    double workShareBefore() const { return m_model.work.value / m_serial; }

    /// Of the list, what the worker with the most chunks has: whole chunks leave some idle at the end.
    double workShare() const {
        const double even = m_question.extraWorkers > 0 ? m_evenShare : workShareBefore();
        if (!m_question.chunk) return even;
        const auto lanes = static_cast<std::uint64_t>(std::llround(1 / m_evenShare));
        const auto most =
            static_cast<double>((newChunks() + lanes - 1) / lanes) * static_cast<double>(*m_question.chunk);
        return std::max(even, std::min(1.0, most / static_cast<double>(m_model.trial.size)));
    }

    const WhatIf& m_question;
    const OverheadModel& m_model;
    WorkerCount m_workers;
    double m_evenShare;  ///< of serial's time, with as many workers
    Seconds m_serial;
};

WhatIfPoint movedPoint(const TrialResult& result, const Speedup& before, const Change& change, Seconds measured) {
    const TimePart saved = change.saved(result);
    const Seconds least = std::min(measured, change.least());
    const auto moved = [&](Seconds less) { return std::max(measured - less, least); };
    WhatIfPoint point;
    point.size = result.trial.size;
    point.measured = measured;
    point.before = before;
    point.time = moved(saved.value);
    point.after = before;
    if (saved == TimePart{.value = Seconds(0), .interval = {{Seconds(0), Seconds(0)}}}) return point;
    std::optional<Interval<double>> gain;
    if (saved.interval) gain = {measured / moved(saved.interval->low), measured / moved(saved.interval->high)};
    const LogEstimate after = logOf(before) + logOf(measured / point.time, gain);
    point.after.value = after.ratio();
    point.after.interval = after.ratioInterval();
    return point;
}

/// Items from which the ratios are above 1 for good: 0 when everywhere, infinity when not at the largest size.
double lastCrossing(std::span<const WhatIfPoint> points, const auto& ratioOf) {
    double right = 0;
    for (std::size_t i = points.size(); i > 0; --i) {
        const double ratio = std::log(ratioOf(points[i - 1]));
        if (ratio <= 0) {
            if (i == points.size()) return Infinity;
            const double from = std::log(static_cast<double>(points[i - 1].size));
            const double to = std::log(static_cast<double>(points[i].size));
            return std::exp(from + (to - from) * ratio / (ratio - right));
        }
        right = ratio;
    }
    return 0;
}

Payoff payoffOf(std::span<const WhatIfPoint> points, Speedup WhatIfPoint::*which) {
    Payoff payoff;
    if (points.empty()) return payoff;
    const double size = lastCrossing(points, [&](const WhatIfPoint& point) { return (point.*which).value; });
    if (std::isfinite(size)) payoff.size = size;
    if (std::ranges::all_of(points, [&](const WhatIfPoint& point) { return (point.*which).interval.has_value(); })) {
        payoff.interval = {lastCrossing(points, [&](const auto& point) { return (point.*which).interval->high; }),
                           lastCrossing(points, [&](const auto& point) { return (point.*which).interval->low; })};
    }
    return payoff;
}

/// What the curve pays from before. The break-even is known better than the crossing of the medians: it sees sizes
/// close by together.
Payoff toldPayoff(const Results& results, const Trial& series, std::span<const WhatIfPoint> measured) {
    for (const BreakEven& known : breakEvens(results))
        if (sameSeries(known.series, series) && known.status == BreakEvenStatus::Resolved)
            return {.size = known.size, .interval = known.interval};
    return payoffOf(measured, &WhatIfPoint::before);
}

/// The question moves what is told by as much as it moves the crossing of the sizes that it can move, which need not be
/// all that were measured; each end of the interval likewise, as far as those sizes have one.
Payoff movedPayoff(const Payoff& told, std::span<const WhatIfPoint> points) {
    const auto isSame = [](const WhatIfPoint& point) { return point.after.value == point.before.value; };
    if (std::ranges::all_of(points, isSame)) return told;
    const Payoff from = payoffOf(points, &WhatIfPoint::before);
    Payoff moved = payoffOf(points, &WhatIfPoint::after);
    if (!moved.size || told.size.value_or(0) <= 0 || from.size.value_or(0) <= 0) return moved;
    const double factor = *told.size / *from.size;
    *moved.size *= factor;
    if (!moved.interval) return moved;
    const auto movedEnd = [&](double Interval<double>::*end) {
        const double to = (*moved.interval).*end;
        const bool isBounded = told.interval && from.interval && (*from.interval).*end > 0 &&
                               std::isfinite((*from.interval).*end) && std::isfinite(to);
        return isBounded ? (*told.interval).*end * (to / (*from.interval).*end) : to * factor;
    };
    moved.interval = {std::min(*moved.size, movedEnd(&Interval<double>::low)),
                      std::max(*moved.size, movedEnd(&Interval<double>::high))};
    return moved;
}

/// What the sizes that cannot be moved leave open. A saving pays no later than before.
Payoff withinWhatIsKnown(const Payoff& after, const WhatIfCurve& moved, ItemCount smallestMeasured) {
    const auto atTheLatest = [](double size, double high) {
        return Payoff{.size = size, .interval = Interval<double>{0, high}, .isLatest = true};
    };
    const Payoff& before = moved.before;
    const ItemCount smallest = moved.points.front().size;
    const bool isOpen = after.size == 0.0 && smallestMeasured < smallest;
    const auto size = isOpen ? std::optional(static_cast<double>(smallest)) : after.size;
    const bool isSaving = std::ranges::all_of(
        moved.points, [](const WhatIfPoint& point) { return point.after.value >= point.before.value; });
    if (isSaving && before.size && size.value_or(Infinity) > *before.size)
        return atTheLatest(*before.size, before.interval ? before.interval->high : *before.size);
    return isOpen ? atTheLatest(*size, *size) : after;
}

using ModelsById = std::map<int, const OverheadModel*>;  ///< by the trial's

ModelsById byId(const std::vector<OverheadModel>& models) {
    ModelsById known;
    for (const OverheadModel& model : models)
        known.try_emplace(model.trial.id, &model);
    return known;
}

WhatIfCurve movedCurve(const Results& results, const Curve& curve, const ModelsById& models, const WhatIf& question) {
    const WorkerCount usable = results.run().environment.usableCpus;
    WhatIfCurve moved;
    moved.series = curve.first();
    moved.label = curve.label;
    std::vector<WhatIfPoint> measured;  // those that cannot be moved, too
    for (const TrialResult* result : curve.trials) {
        const auto found = models.find(result->trial.id);
        const OverheadModel* const model = found == models.end() ? nullptr : found->second;
        const auto speedup = speedupVsSerial(results, *result);
        if (model == nullptr || !speedup || model->measured.value <= Seconds(0) || speedup->base <= Seconds(0))
            continue;
        measured.push_back({result->trial.size, model->measured.value, *speedup, model->measured.value, *speedup});
        const Change change(question, *model, usable, speedup->base);
        std::string why = change.lack(*result);
        if (why.empty()) why = change.contradiction();
        if (!why.empty()) {
            moved.refusal = why;
            continue;
        }
        moved.points.push_back(movedPoint(*result, *speedup, change, model->measured.value));
    }
    if (!moved.points.empty()) {
        moved.refusal.clear();
        moved.before = toldPayoff(results, moved.series, measured);
        moved.after = withinWhatIsKnown(movedPayoff(moved.before, moved.points), moved, measured.front().size);
    }
    WorkerCount most = 0;
    for (const TrialResult& result : results.trials())
        if (isComparable(result)) most = std::max(most, result.trial.workers);
    moved.isExtrapolated =
        question.extraWorkers > 0 && curve.first().workers + question.extraWorkers > std::min(most, usable);
    return moved;
}

struct NamedQuestion {
    std::string_view id;
    std::string_view condition;
    WhatIf question;
};

/// How much better, as a factor, and the sentence that says so.
struct Improvement {
    double factor = 1;
    Finding finding;
};

std::string sizeText(const Payoff& payoff) {
    const auto& interval = payoff.interval;
    if (payoff.isLatest) return countItems(*payoff.size) + " (at the latest)";
    const bool isBounded = interval && interval->low > 0 && std::isfinite(interval->high);
    return countItems(*payoff.size) + " (" + (isBounded ? formatItems(*interval) : "bounds not resolved") + ")";
}

/// Whether nothing is known of where it pays but the crossing of its medians, which is no finding.
bool isOpen(const Results& results, const WhatIfCurve& curve) {
    const auto& all = breakEvens(results);
    return std::ranges::any_of(all, [&](const BreakEven& each) {
        return each.status == BreakEvenStatus::NotResolved && sameSeries(each.series, curve.series);
    });
}

Improvement improvementOf(const Results& results, const WhatIfCurve& curve, const NamedQuestion& named) {
    Improvement improvement;
    Finding& finding = improvement.finding;
    finding.id = named.id;
    finding.words = {{"series", curve.label}};
    finding.text = std::string(named.condition) + ", " + curve.label + " would ";
    const WhatIfPoint& last = curve.points.back();
    const double before = curve.before.size.value_or(Infinity);
    const double after = curve.after.size.value_or(Infinity);
    if (after < before && before > 0 && !isOpen(results, curve)) {
        improvement.factor = before / std::max(after, 1.0);
        const std::string from = after > 0 ? "pay from " + sizeText(curve.after) : std::string("pay at every size");
        const std::string instead = std::isfinite(before) ? " instead of from " + sizeText(curve.before) : "";
        finding.text += from + instead + ".";
        finding.numbers = {{"after", after}};
        if (std::isfinite(before)) finding.numbers["before"] = before;
        return improvement;
    }
    improvement.factor = last.after.value / last.before.value;
    finding.text += "reach " + formatRatio(last.after.value, last.after.interval) + " instead of " +
                    formatRatio(last.before.value, last.before.interval) + " at " +
                    countSize(static_cast<double>(last.size)) + ".";
    finding.numbers = {
        {"before", last.before.value}, {"after", last.after.value}, {"size", static_cast<double>(last.size)}};
    return improvement;
}

std::vector<WhatIfCurve> movedCurves(const Results& results, const std::vector<OverheadModel>& models,
                                     const WhatIf& question) {
    const std::string refusal = rangeRefusal(question);
    const ModelsById known = byId(models);
    std::vector<WhatIfCurve> moved;
    for (const Curve& curve : curvesOf(results)) {
        if (isLoop(curve.first())) continue;
        const bool isCompared = std::ranges::any_of(
            curve.trials, [&](const TrialResult* result) { return comparableBaseOf(results, *result) != nullptr; });
        if (!isCompared) continue;
        if (refusal.empty())
            moved.push_back(movedCurve(results, curve, known, question));
        else
            moved.push_back({curve.first(), curve.label, {}, {}, {}, false, refusal});
    }
    return moved;
}

}  // namespace

std::vector<WhatIfCurve> whatIf(const Results& results, const WhatIf& question) {
    return movedCurves(results, overheadModels(results), question);
}

std::vector<Finding> whatIfFindings(const Results& results) {
    const std::vector<NamedQuestion> questions = {
        {"what-if-dispatch", "If handing the list over cost half as much", {.dispatchFactor = 0.5}},
        {"what-if-start", "Without the start of its pool", {.noStart = true}},
        {"what-if-balance", "With perfectly balanced workers", {.perfectBalance = true}}};
    const std::vector<OverheadModel> models = overheadModels(results);
    Improvement best;
    double fastest = 0;
    for (const NamedQuestion& named : questions) {
        for (const WhatIfCurve& curve : movedCurves(results, models, named.question)) {
            const bool isSolid = std::ranges::all_of(curve.points, &Speedup::isSolid, &WhatIfPoint::before);
            if (curve.points.empty() || !isSolid || curve.points.back().before.value < fastest) continue;
            Improvement improvement = improvementOf(results, curve, named);
            const bool isFaster = curve.points.back().before.value > fastest;
            fastest = curve.points.back().before.value;
            if (isFaster || improvement.factor > best.factor) best = std::move(improvement);
        }
    }
    if (best.factor < WorthSaying) return {};
    return {best.finding};
}

}  // namespace breakeven
