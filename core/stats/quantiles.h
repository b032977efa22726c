/// The laws that tests and intervals are read from: normal, Student's t, F, and the fair coin.
#pragma once

#include <cstddef>

namespace breakeven {

/// P(Z <= z) of the standard normal law.
double normalCdf(double z);

/// The z with normalCdf(z) = probability. Range: probability in (0, 1). Relative error about 1e-16.
/// Source: Wichura, The Percentage Points of the Normal Distribution, Algorithm AS 241, Applied Statistics 37, 1988.
double normalQuantile(double probability);

/// I_x(a, b), the regularised incomplete beta function. Range: a, b > 0, x in [0, 1].
/// Source: NIST Digital Library of Mathematical Functions, 8.17.22 (continued fraction).
double incompleteBeta(double a, double b, double x);

/// P(|T| >= |t|) of Student's law. Range: freedom > 0, not necessarily whole.
double studentTwoSided(double t, double freedom);

/// The t with P(T <= t) = probability. Range: probability in (0, 1), freedom >= 1. An infinite freedom is the normal
/// law.
double studentQuantile(double probability, double freedom);

/// P(at most `successes` heads in `count` tosses of a fair coin), exact. Range: successes <= count.
double coinTail(std::size_t successes, std::size_t count);

}  // namespace breakeven
