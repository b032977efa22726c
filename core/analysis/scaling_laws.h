/// The laws of speed-up over workers, fitted to points. On plain numbers: what the points are is scaling.h's business.
#pragma once

#include "core/base/units.h"

#include <cstddef>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace breakeven {

/// Amdahl: S = 1 / (f + (1 - f) / p), f the serial share of serial's time; AFIPS 1967.
/// Gustafson: S = p - f (p - 1), f the serial share of the parallel run's time; CACM 31 (1988).
/// Usl: S = gamma p / (1 + sigma (p - 1) + kappa p (p - 1)) with gamma the speed-up of one worker, sigma contention and
/// kappa coherency; Gunther, Guerrilla Capacity Planning, 2007.
enum class ScalingLaw { Amdahl, Gustafson, Usl };

struct SpeedupPoint {
    double workers = 1;  ///< >= 1
    double speedup = 1;  ///< > 0
};

/// The law's coefficients in the order of coefficientNames.
using Coefficients = std::vector<double>;

/// Least squares of the relative error in time, each coefficient within its bounds: f in [0, 1], gamma above 0, sigma
/// and kappa from 0. In time the laws of Amdahl and Gunther are linear in their coefficients (Gustafson's in speed-up),
/// so that the least is found exactly: no start values, no iterations. Absent when the points do not determine them.
std::optional<Coefficients> fit(ScalingLaw law, std::span<const SpeedupPoint> points);

/// The speed-up that the law gives.
double predicted(ScalingLaw law, const Coefficients& coefficients, double workers);

/// Leave-one-out: each point predicted from the others; root mean square of the relative error, as log. Absent when the
/// others do not determine the law at some point.
std::optional<double> crossValidatedError(ScalingLaw law, std::span<const SpeedupPoint> points);

/// Workers at which Gunther's law is at its highest, >= 1; infinity when it never falls.
double peakWorkers(const Coefficients& usl);

/// serial-fraction, or gamma, sigma and kappa.
std::span<const std::string_view> coefficientNames(ScalingLaw law);

/// Serial share that a speed-up on p workers amounts to: (1/S - 1/p) / (1 - 1/p); falls as S grows, below 0 when it is
/// beyond ideal. Range: workers >= 2.
/// Source: Karp and Flatt, Measuring Parallel Processor Performance, CACM 33 (1990).
double karpFlatt(double speedup, double workers);

/// Contract words: amdahl, gustafson, usl.
std::string_view lawWord(ScalingLaw law);

}  // namespace breakeven
