/// How far a value is from most of the others, where some of them may be far off.
#pragma once

#include <optional>
#include <span>

namespace breakeven {

/// Beyond this score a value is taken for an outlier.
inline constexpr double OutlyingScore = 3.5;

struct RobustScale {
    double median = 0;
    double deviation = 1;  ///< comparable with the standard deviation of a normal law; > 0

    /// The modified z-score; negative below the median.
    double score(double value) const { return (value - median) / deviation; }
};

/// The deviation is the median absolute one over 0.6745; where more than half of the values are equal, that is 0, and
/// 1.2533 times the mean absolute deviation of the finite ones stands in. Values may be infinite, known only to be
/// beyond all others. Absent where half of them are, or all are equal.
/// Source: Iglewicz and Hoaglin, How to Detect and Handle Outliers, ASQC Quality Press, 1993, chapter 3.
std::optional<RobustScale> robustScale(std::span<const double> values);

}  // namespace breakeven
