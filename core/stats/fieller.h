/// Fieller's set: what two uncertain numbers allow their quotient to be, as for the size at which two lines cross.
#pragma once

#include "core/base/units.h"
#include "core/stats/line_fit.h"

namespace breakeven {

/// numerator / denominator, both estimated. The variances are those of the estimates.
struct UncertainQuotient {
    double numerator = 0;
    double denominator = 0;
    double numeratorVariance = 0;    ///< >= 0
    double denominatorVariance = 0;  ///< >= 0
    double covariance = 0;
    double freedom = 1;  ///< degrees of freedom of the variances, >= 1
};

struct FiellerSet {
    enum class Kind {
        Bounded,   ///< from low to high
        Outside,   ///< all but what is between low and high: the denominator may be 0
        Anything,  ///< the data exclude no value
    };
    Kind kind = Kind::Anything;
    double value = 0;             ///< the quotient itself; not finite when the denominator is 0
    Interval<double> interval{};  ///< meaningless for Anything
    double g = 0;                 ///< < 1: the denominator differs from 0 at this confidence, the set is bounded
};

/// Range: confidence in (0, 1). Source: Fieller, Some problems in interval estimation, Journal of the Royal Statistical
/// Society B 16, 1954.
FiellerSet fiellerSet(const UncertainQuotient& quotient, double confidence = 0.95);

/// Where the line crosses 0. The difference of two lines that were fitted to paired rounds with the same weights is the
/// line fitted to the differences: pass serial minus parallel time, and the crossing is their break-even.
FiellerSet zeroOf(const LineFit& line, double confidence = 0.95);

}  // namespace breakeven
