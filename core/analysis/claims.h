/// Claims about ratios, judged together: that one differs from 1, or that it is so near to it that it does not matter.
#pragma once

#include "core/analysis/trial_verdict.h"
#include "core/base/units.h"

#include <span>
#include <vector>

namespace breakeven {

/// What the data say against either claim, two-sided like the intervals.
struct ClaimTests {
    double different = 1;  ///< p-value of "the ratio is 1"
    double same = 1;       ///< p-value of "the ratio is beyond the gate"
};

/// By the interval's own tests (core/stats/interval_test.h), with its degrees of freedom; that of the gate is two
/// one-sided ones. Range: reach > 0, the gate as a log.
ClaimTests claimTests(double logRatio, const Interval<double>& logs, double freedom, double reach);

/// What an interval of the log ratio alone says. Range: reach > 0, the gate as a log.
TrialVerdict::Kind claimOf(const Interval<double>& logs, double reach);

/// The p-value of each claim, corrected over the same claim about all of them (falseDiscoveryAdjusted), so that of the
/// differences told at most the level is false on average, and so it is of the samenesses; of what claims nothing, the
/// smaller of the two. Range: as many tests as claims.
std::vector<double> adjustedClaims(std::span<const ClaimTests> tests, std::span<const TrialVerdict::Kind> claims);

}  // namespace breakeven
