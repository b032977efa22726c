/// What the order of measuring tells: whether neighbours resemble each other, whether values drift, whether they
/// settle. All tests go by ranks, so that no law has to be assumed, and stay within a launch, so that the luck of
/// launches is not taken for a trend. Observations in the order of measuring; those of one launch need not be adjacent.
#pragma once

#include "core/stats/observation.h"
#include "core/stats/ranks.h"

#include <cstddef>
#include <map>
#include <optional>
#include <span>
#include <vector>

namespace breakeven {

/// The values of each launch in the order of measuring.
std::map<int, std::vector<double>> byLaunch(std::span<const Observation> observations);

/// One-sided level at which serial correlation is suspected and intervals widen. So lenient because a correlation of
/// 0.3 in 50 values cannot be found nine times out of ten at a much stricter one: even the most powerful test of normal
/// values needs a level of about 0.2 for it (Neyman and Pearson 1933). Whether it is told to people is decided by the
/// p-value. Found at this level: 56, 73 and 92 % of 10, 20 and 50 values.
inline constexpr double SerialSuspicion = 0.3;

struct SerialCorrelation {
    double lag1 = 0;          ///< of the normal scores, bias removed, within [-0.9, 0.9]
    double pValue = 1;        ///< one-sided: neighbours resemble each other more than chance allows
    double designEffect = 1;  ///< variance of the median over that of independent values; 1 unless suspected
    bool isSuspected() const { return pValue < SerialSuspicion; }
};

/// Absent with fewer than 6 values or when all are equal.
/// Method: lag-1 correlation of normal scores, its exact mean and variance over all orders within launches. Sources:
/// Wald and Wolfowitz, Annals of Mathematical Statistics 14, 1943; Hallin and Puri, Journal of the ASA 83, 1988; the
/// bias in short series by Marriott and Pope, Biometrika 41, 1954. Design effect of an autoregressive series of order
/// 1, whose signs about the median correlate by (2/pi) asin(rho^k) at lag k (Sheppard 1899).
std::optional<SerialCorrelation> serialCorrelation(std::span<const Observation> observations);

/// The same of values that are in order already: of each launch, placed within it.
std::optional<SerialCorrelation> serialCorrelation(std::span<const std::vector<Placed>> launches);

struct Drift {
    double correlation = 0;  ///< Spearman's of value and order, in [-1, 1], > 0: grows
    double pValue = 1;       ///< two-sided
};

/// Absent with fewer than 6 values or when all are equal. Source: Kendall and Gibbons, Rank Correlation Methods, 5th
/// ed., chapter 4; launches are strata whose sums of products add up.
std::optional<Drift> drift(std::span<const Observation> observations);

struct LevelShift {
    int launch = 0;
    std::size_t at = 0;  ///< position within the launch of the first value on the other level, >= 1
    double before = 0;   ///< median of the launch's values before it
    double after = 0;
    double pValue = 1;  ///< corrected for the number of launches looked at
};

/// The clearest change of level within a launch. Absent when no launch has 8 values.
/// Sources: Pettitt, A non-parametric approach to the change-point problem, Applied Statistics 28, 1979 (rank CUSUM
/// with its asymptotic p-value); the correction for short series by Siegmund, Sequential Analysis, 1985, chapter 10.
std::optional<LevelShift> levelShift(std::span<const Observation> observations);

}  // namespace breakeven
