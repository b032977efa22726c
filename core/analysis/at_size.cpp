#include "core/analysis/at_size.h"

#include "core/analysis/curves.h"
#include "core/analysis/speedup.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <utility>

namespace breakeven {

namespace {

using Kind = TrialVerdict::Kind;

double interpolated(double x, double x0, double y0, double x1, double y1) {
    return x1 > x0 ? y0 + (y1 - y0) * (x - x0) / (x1 - x0) : y0;
}

struct SpeedupAt {
    int trial = 0;
    ItemCount size = 1;
    Speedup speedup;
};

Kind verdictOf(const std::optional<Interval<Ratio>>& interval) {
    if (interval && interval->low > 1) return Kind::Faster;
    if (interval && interval->high < 1) return Kind::Slower;
    return Kind::NotResolved;
}

/// As it was judged together with all others.
void judgeAt(AtSize& answer, const std::vector<TrialVerdict>& judged, int trial) {
    const auto own = std::ranges::find(judged, trial, &TrialVerdict::trial);
    answer.verdict = own == judged.end() ? Kind::NotResolved : own->kind;
    answer.reason = own == judged.end() ? "" : own->reason;
}

AtSize interpolatedAt(ItemCount size, const SpeedupAt& left, const SpeedupAt& right) {
    const double x = std::log(static_cast<double>(size));
    const double x0 = std::log(static_cast<double>(left.size));
    const double x1 = std::log(static_cast<double>(right.size));
    const auto between = [&](Ratio y0, Ratio y1) {
        return std::exp(interpolated(x, x0, std::log(y0), x1, std::log(y1)));
    };
    AtSize answer;
    answer.size = size;
    answer.speedup = between(left.speedup.value, right.speedup.value);
    if (left.speedup.interval && right.speedup.interval) {
        answer.interval = {between(left.speedup.interval->low, right.speedup.interval->low),
                           between(left.speedup.interval->high, right.speedup.interval->high)};
    }
    answer.outside = size < left.size || size > right.size;
    if (!answer.outside) answer.verdict = verdictOf(answer.interval);
    if (!answer.outside && answer.verdict == Kind::NotResolved)
        answer.reason = answer.interval ? "may be 1×" : "fewer than 6 rounds beside it";
    return answer;
}

}  // namespace

std::vector<AtSize> atSize(const Results& results, ItemCount size) {
    std::vector<AtSize> answers;
    const std::vector<BreakEven> found = breakEvens(results);
    const std::vector<TrialVerdict> judged = trialVerdicts(results);
    for (const Curve& curve : curvesOf(results)) {
        if (isLoop(curve.first())) continue;
        std::vector<SpeedupAt> known;
        for (const TrialResult* result : curve.trials) {
            const auto speedup = speedupVsSerial(results, *result);
            if (speedup) known.push_back({result->trial.id, result->trial.size, *speedup});
        }
        if (known.empty()) continue;
        auto right = std::ranges::lower_bound(known, size, {}, &SpeedupAt::size);
        if (right == known.end()) --right;
        const auto left = right == known.begin() || right->size <= size ? right : std::prev(right);
        AtSize answer = interpolatedAt(size, *left, *right);
        if (right->size == size) judgeAt(answer, judged, right->trial);
        answer.series = curve.first();
        answer.label = curve.label;
        const auto own = std::ranges::find(found, curve.label, &BreakEven::label);
        if (own != found.end()) answer.breakEven = *own;
        answers.push_back(std::move(answer));
    }
    return answers;
}

}  // namespace breakeven
