#include "core/stats/summary.h"

#include <algorithm>
#include <cmath>
#include <vector>

namespace breakeven {

namespace {

/// An end of the interval may differ from the median by rounding alone; it is then the median.
Interval<Seconds> around(double value, Interval<double> interval) {
    return {Seconds(std::min(interval.low, value)), Seconds(std::max(interval.high, value))};
}

}  // namespace

Result<Summary> summarise(std::span<const Observation> times, double confidence) {
    if (times.empty()) return Error{ErrorCode::InvalidInput, "samples: there is none (at least 1 is needed)"};
    std::vector<double> values;
    values.reserve(times.size());
    for (const Observation& time : times) {
        if (!std::isfinite(time.value))
            return Error{ErrorCode::InvalidInput, "samples: one is not a finite number of seconds"};
        values.push_back(time.value);
    }
    const auto count = static_cast<double>(values.size());
    double mean = 0;
    for (const double value : values)
        mean += value / count;
    double squares = 0;
    for (const double value : values)
        squares += (value - mean) * (value - mean);
    const auto [minimum, maximum] = std::ranges::minmax(values);

    Summary summary;
    summary.count = values.size();
    summary.minimum = Seconds(minimum);
    summary.maximum = Seconds(maximum);
    summary.mean = Seconds(mean);
    summary.stddev = Seconds(values.size() > 1 ? std::sqrt(squares / (count - 1)) : 0.0);
    const double middle = median(values);
    summary.median = Seconds(middle);
    if (minimum > 0) {
        std::vector<Observation> logs(times.begin(), times.end());
        for (Observation& log : logs)
            log.value = std::log(log.value);
        if (const auto interval = medianEstimate(logs, confidence).interval)
            summary.interval = around(middle, {std::exp(interval->low), std::exp(interval->high)});
    } else if (const auto interval = medianEstimate(times, confidence).interval) {
        summary.interval = around(middle, *interval);
    }
    return summary;
}

}  // namespace breakeven
