#include "core/analysis/time_part.h"

#include "core/stats/quantiles.h"
#include "core/stats/summary.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace breakeven {

TimePart medianOf(std::span<const double> seconds) {
    TimePart part{.value = Seconds(median(seconds)), .interval = {}};
    if (seconds.size() < 2) return part;
    const auto count = static_cast<double>(seconds.size());
    const double mean = std::reduce(seconds.begin(), seconds.end()) / count;
    double squares = 0;
    for (const double value : seconds)
        squares += (value - mean) * (value - mean);
    const Seconds reach(studentQuantile(0.975, count - 1) * std::sqrt(squares / (count - 1) / count));
    part.interval = {std::max(Seconds(0), part.value - reach), part.value + reach};
    return part;
}

TimePart scaled(const TimePart& part, double factor) {
    TimePart product{.value = part.value * factor, .interval = {}};
    if (part.interval) {
        const Seconds one = part.interval->low * factor;
        const Seconds other = part.interval->high * factor;
        product.interval = {std::min(one, other), std::max(one, other)};
    }
    return product;
}

TimePart sumOf(std::initializer_list<TimePart> parts) {
    TimePart sum;
    double below = 0;
    double above = 0;
    bool isKnown = true;
    for (const TimePart& part : parts) {
        sum.value += part.value;
        if (part.interval) {
            below = std::hypot(below, (part.value - part.interval->low).count());
            above = std::hypot(above, (part.interval->high - part.value).count());
        } else if (part.value != Seconds(0)) {
            isKnown = false;
        }
    }
    if (isKnown) sum.interval = {sum.value - Seconds(below), sum.value + Seconds(above)};
    return sum;
}

}  // namespace breakeven
