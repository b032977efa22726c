#include "core/stats/interval_test.h"

#include "core/stats/quantiles.h"

#include <cmath>

namespace breakeven {

double intervalPValue(double value, const Interval<double>& interval, double freedom, double against) {
    if (against == value) return 1;
    const double side = against < value ? value - interval.low : interval.high - value;
    if (side <= 0) return 0;
    return studentTwoSided(std::fabs(value - against) / side * studentQuantile(0.975, freedom), freedom);
}

}  // namespace breakeven
