#include "core/analysis/claims.h"

#include "core/stats/interval_test.h"
#include "core/stats/several_tests.h"

#include <algorithm>
#include <cstddef>

namespace breakeven {

using Kind = TrialVerdict::Kind;

ClaimTests claimTests(double logRatio, const Interval<double>& logs, double freedom, double reach) {
    const auto outside = [&](double x, bool isOutside) {
        const double twoSided = intervalPValue(logRatio, logs, freedom, x);
        return isOutside ? 1 - twoSided / 2 : twoSided / 2;
    };
    const double beyond = std::max(outside(reach, logRatio >= reach), outside(-reach, logRatio <= -reach));
    return {.different = intervalPValue(logRatio, logs, freedom, 0), .same = std::min(1.0, 2 * beyond)};
}

Kind claimOf(const Interval<double>& logs, double reach) {
    if (logs.low >= -reach && logs.high <= reach) return Kind::Same;
    if (logs.low > 0) return Kind::Faster;
    if (logs.high < 0) return Kind::Slower;
    return Kind::NotResolved;
}

std::vector<double> adjustedClaims(std::span<const ClaimTests> tests, std::span<const Kind> claims) {
    std::vector<double> different;
    std::vector<double> same;
    for (const ClaimTests& test : tests) {
        different.push_back(test.different);
        same.push_back(test.same);
    }
    different = falseDiscoveryAdjusted(different);
    same = falseDiscoveryAdjusted(same);
    std::vector<double> adjusted;
    for (std::size_t i = 0; i < claims.size(); ++i) {
        adjusted.push_back(claims[i] == Kind::NotResolved ? std::min(different[i], same[i])
                           : claims[i] == Kind::Same      ? same[i]
                                                          : different[i]);
    }
    return adjusted;
}

}  // namespace breakeven
