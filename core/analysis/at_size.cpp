#include "core/analysis/at_size.h"

#include "core/analysis/curves.h"
#include "core/analysis/local_lines.h"
#include "core/analysis/ratio_resamples.h"
#include "core/analysis/speedup.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <limits>
#include <span>
#include <utility>

namespace breakeven {

namespace {

using Kind = TrialVerdict::Kind;

struct SpeedupAt {
    int trial = 0;
    ItemCount size = 1;
    Speedup speedup;
};

/// How far a size lies on the way between two others: 0 to 1.
struct Way {
    double bySize = 0;
    double byLogSize = 0;
};

Way wayTo(ItemCount size, const RatioPoint& left, const RatioPoint& right) {
    const auto from = static_cast<double>(left.size);
    return {(static_cast<double>(size) - from) / (static_cast<double>(right.size) - from),
            (std::log(static_cast<double>(size)) - left.logSize) / (right.logSize - left.logSize)};
}

/// The log ratio where the times of serial and parallel, and so what parallel gains, are straight in the size.
double betweenByTime(const RatioPoint& left, const RatioPoint& right, double before, double after, double way) {
    const double serial = std::lerp(left.base.count(), right.base.count(), way);
    return std::log(serial /
                    std::lerp(left.base.count() * std::exp(-before), right.base.count() * std::exp(-after), way));
}

/// One curve's ratios between its sizes, as its break-even's interval sees them.
class BetweenSizes {
public:
    BetweenSizes(std::span<const RatioPoint> points, RatioResamples& resamples)
        : m_points(points), m_lines(points), m_resamples(resamples) {}

    Ratio ratio(std::size_t left, Way way) const {
        return std::exp(std::lerp(smoothed(left), smoothed(left + 1), way.byLogSize));
    }

    /// What 95 % of the resamples enclose.
    Interval<Ratio> interval(std::size_t left, Way way) const {
        const std::vector<double> before = smoothedResamples(left);
        const std::vector<double> after = smoothedResamples(left + 1);
        std::vector<double> ratios(Resamples);
        for (std::size_t i = 0; i < Resamples; ++i) {
            ratios[i] = i % 2 == 0 ? std::lerp(before[i], after[i], way.byLogSize)
                                   : betweenByTime(m_points[left], m_points[left + 1], before[i], after[i], way.bySize);
        }
        std::ranges::sort(ratios);
        return {std::exp(ratios[TailResamples]), std::exp(ratios[Resamples - 1 - TailResamples])};
    }

private:
    double smoothed(std::size_t point) const {
        double sum = 0;
        for (const auto& part : m_lines.partsOf(point))
            sum += part.weight * m_points[part.point].logRatio;
        return sum;
    }

    std::vector<double> smoothedResamples(std::size_t point) const {
        std::vector<double> sums(Resamples);
        for (const auto& part : m_lines.partsOf(point)) {
            const std::vector<double> own = m_resamples.of(m_points, part.point);
            for (std::size_t i = 0; i < Resamples; ++i)
                sums[i] += part.weight * own[i];
        }
        return sums;
    }

    std::span<const RatioPoint> m_points;
    LocalLines m_lines;
    RatioResamples& m_resamples;
};

/// With which the noise of a size's ratio is known, as of a trial's (widthFreedom in core/stats/median.h).
double freedomOf(const RatioPoint& point) {
    if (point.rounds.empty()) return std::numeric_limits<double>::infinity();
    const double freedom = std::sqrt(static_cast<double>(point.rounds.size()));
    return std::max(1.0, point.launchSpread > 0 ? std::min(freedom, point.launches - 1.0) : freedom);
}

/// As it was judged together with all others.
void judgeAt(AtSize& answer, const std::vector<TrialVerdict>& judged, int trial) {
    const auto own = std::ranges::find(judged, trial, &TrialVerdict::trial);
    answer.verdict = own == judged.end() ? Kind::NotResolved : own->kind;
    answer.reason = own == judged.end() ? "" : own->reason;
}

/// What the break-even says of the size. It is one claim about the whole curve, so what follows from it is no other
/// one.
Kind impliedBy(const std::optional<BreakEven>& breakEven, ItemCount size) {
    if (!breakEven) return Kind::NotResolved;
    if (breakEven->status == BreakEvenStatus::AlwaysFaster) return Kind::Faster;
    if (breakEven->status == BreakEvenStatus::NeverInRange) return Kind::Slower;
    if (breakEven->status != BreakEvenStatus::Resolved) return Kind::NotResolved;
    const auto items = static_cast<double>(size);
    if (items > breakEven->interval->high) return Kind::Faster;
    return items < breakEven->interval->low ? Kind::Slower : Kind::NotResolved;
}

void judgeBetween(AtSize& answer, const Results& results, double freedom) {
    const auto& [low, high] = *answer.interval;
    const TrialVerdict verdict = verdictBeside(results, answer.speedup, *answer.interval, freedom);
    answer.verdict = verdict.kind;
    answer.reason = verdict.reason;
    if (verdict.kind != Kind::NotResolved || (low <= 1 && high >= 1)) return;
    const Kind side = low > 1 ? Kind::Faster : Kind::Slower;
    if (impliedBy(answer.breakEven, answer.size) != side) return;
    answer.verdict = side;
    answer.reason.clear();
}

void answerBetween(AtSize& answer, const Results& results, const Curve& curve, const SpeedupAt& before,
                   const SpeedupAt& after, RatioResamples& resamples) {
    answer.speedup = before.speedup.value;
    answer.reason = "fewer than 6 rounds beside it";
    const std::vector<RatioPoint> points = ratioPoints(results, curve);
    const auto right = std::ranges::upper_bound(points, answer.size, {}, &RatioPoint::size);
    if (right == points.begin() || right == points.end()) return;  // their times are no numbers to compare
    const auto left = std::prev(right);
    const auto position = static_cast<std::size_t>(left - points.begin());
    const Way way = wayTo(answer.size, *left, *right);
    const BetweenSizes between(points, resamples);
    answer.speedup = between.ratio(position, way);
    if (!left->isSolid() || !right->isSolid()) return;
    auto [low, high] = between.interval(position, way);
    low *= 1 - std::max(before.speedup.delayed, after.speedup.delayed);  // as of a trial (speedup.h)
    answer.interval = {std::min(low, answer.speedup), std::max(high, answer.speedup)};
    judgeBetween(answer, results, std::min(freedomOf(*left), freedomOf(*right)));
}

}  // namespace

std::vector<AtSize> atSize(const Results& results, ItemCount size) {
    std::vector<AtSize> answers;
    const std::vector<BreakEven> found = breakEvens(results);
    const std::vector<TrialVerdict> judged = trialVerdicts(results);
    RatioResamples resamples;
    for (const Curve& curve : curvesOf(results)) {
        if (isLoop(curve.first())) continue;
        std::vector<SpeedupAt> known;
        for (const TrialResult* result : curve.trials) {
            const auto speedup = speedupVsSerial(results, *result);
            if (speedup) known.push_back({result->trial.id, result->trial.size, *speedup});
        }
        if (known.empty()) continue;
        AtSize answer;
        answer.series = curve.first();
        answer.label = curve.label;
        answer.size = size;
        const auto own = std::ranges::find(found, curve.label, &BreakEven::label);
        if (own != found.end()) answer.breakEven = *own;
        auto right = std::ranges::lower_bound(known, size, {}, &SpeedupAt::size);
        if (right == known.end()) --right;
        answer.outside = size < known.front().size || size > known.back().size;
        if (answer.outside || right->size == size) {
            answer.speedup = right->speedup.value;
            answer.interval = right->speedup.interval;
            if (!answer.outside) judgeAt(answer, judged, right->trial);
        } else {
            answerBetween(answer, results, curve, *std::prev(right), *right, resamples);
        }
        answers.push_back(std::move(answer));
    }
    return answers;
}

}  // namespace breakeven
