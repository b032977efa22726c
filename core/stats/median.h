/// Median with an interval and a test that know of launches and of serial correlation.
#pragma once

#include "core/base/units.h"
#include "core/stats/observation.h"

#include <cstddef>
#include <optional>
#include <span>

namespace breakeven {

/// Values from which their median has a 95 % interval, see medianRanks. "n too small" is told of fewer, and nothing
/// that rests on them counts as resolved.
inline constexpr std::size_t FewestForInterval = 6;

/// Ranks (1-based, low < high) of the order statistics that enclose the median with at least the given confidence;
/// absent when no pair does (n < FewestForInterval at 95 %). Exact for any continuous distribution: the count below the
/// median is Binomial(n, 1/2). Source: David and Nagaraja, Order Statistics, 3rd ed., section 7.1. Range: confidence in
/// (0, 1).
std::optional<Interval<std::size_t>> medianRanks(std::size_t count, double confidence = 0.95);

/// Middle value, mean of the two middle ones for even counts. Range: values not empty.
double median(std::span<const double> values);

/// Interval of the median of independent values, interpolated between order statistics so that it holds at the
/// confidence and not above it: of 10 values, no pair comes nearer to 95 than 97.9 %. Absent where medianRanks is.
/// Range: ascending is sorted. Source: Hettmansperger and Sheather, Statistics and Probability Letters 4, 1986.
std::optional<Interval<double>> medianInterval(std::span<const double> ascending, double confidence = 0.95);

/// Launches from which their spread can be told. Two leave Student's t one degree of freedom, and with it intervals
/// that name times nobody could measure.
inline constexpr std::size_t FewestLaunches = 3;

/// The luck of launches, as far as it can be told from that of rounds.
struct LaunchSpread {
    double error = 0;    ///< standard error of the median over launches, in the unit of the values
    double freedom = 1;  ///< degrees of freedom of that error, >= 1
};

struct MedianEstimate {
    double value = 0;
    std::optional<Interval<double>> interval;  ///< absent: fewer than FewestForInterval
    std::size_t count = 0;
    std::size_t launches = 0;            ///< below FewestLaunches: the interval holds within these alone
    double serialEffect = 1;             ///< see SerialCorrelation::designEffect
    std::optional<LaunchSpread> spread;  ///< absent: too few launches, or they differ no more than rounds do
};

/// Range: observations not empty, in the order of measuring.
/// Serial correlation: the interval is that of independent values at the confidence whose normal quantile is larger by
/// the square root of the design effect.
/// Launches: where an analysis of variance on ranks finds them more different than rounds explain (F > 1, so the
/// correlation within launches is estimated as positive), the interval also holds what Student's t on the medians of
/// the launches allows; up to F = 1.5 its degrees of freedom fall from those of the rounds to those of the launches.
/// Sources: Donner and Klar, Design and Analysis of Cluster Randomization Trials, 2000, chapters 1 and 6; Kalibera and
/// Jones, Rigorous Benchmarking in Reasonable Time, ISMM 2013 (repeat where the variance is).
/// Chosen by simulation (tests/benchmarks/coverage.cpp) over 3 and 5 launches of 10 to 50 rounds: it covers 93 to 98 %
/// whatever the share of launches in the variance, and without such a share it is 1.2 to 1.4 times as wide as what
/// takes all rounds for independent. That alone covers less the larger the share; a bootstrap of 3 launches varies too
/// little; t on the medians of 3 launches is 2.2 times as wide where launches do not matter.
MedianEstimate medianEstimate(std::span<const Observation> observations, double confidence = 0.95);

/// Degrees of freedom for the test that the interval implies (intervalPValue): the root of the number of independent
/// rounds, not above those of the launches where they differ. So the test knows of launches and of serial correlation,
/// and goes by how far the rounds are from a value, not by how many are on which side of it: that count alone cannot be
/// less probable than 2^(1 - n) in n rounds, however clear they are, which is too much where many trials are judged
/// together. The root, since a bound is that many neighbours away from the median, and distances of neighbours vary
/// like an exponential law's (David and Nagaraja, section 2.5).
/// Checked by simulation (tests/benchmarks/coverage.cpp): where nothing differs, a level of 5, 0.5 or 0.05 % is reached
/// in 0.1 to 1.2 times as many cases, over laws with long tails, skewed ones and 6 to 60 rounds; up to 2.1 times in 6
/// rounds that correlate by 0.3. Not so where rounds jump between two times equally often: a few may all be at one.
double widthFreedom(const MedianEstimate& estimate);

}  // namespace breakeven
