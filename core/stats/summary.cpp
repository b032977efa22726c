#include "core/stats/summary.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <vector>

namespace breakeven {
namespace {

double medianOfSorted(std::span<const double> sorted) {
    const std::size_t middle = sorted.size() / 2;
    return sorted.size() % 2 == 1 ? sorted[middle] : std::midpoint(sorted[middle - 1], sorted[middle]);
}

}  // namespace

std::optional<Interval<std::size_t>> medianRanks(std::size_t count, double confidence) {
    if (count == 0) return std::nullopt;
    // Binomial(count, 1/2) weights from the centre outwards, relative to the central one, until they stop mattering:
    // the neighbour's weight follows by one product, the sum follows by symmetry, and nothing overflows at any count.
    constexpr double Negligible = 1e-40;
    const std::size_t centre = count / 2;
    std::vector<double> weights{1.0};  // of centre, centre - 1, …
    for (std::size_t k = centre; k > 0 && weights.back() > Negligible; --k)
        weights.push_back(weights.back() * static_cast<double>(k) / static_cast<double>(count - k + 1));
    const double half = std::accumulate(weights.rbegin(), weights.rend(), 0.0);
    const double total = count % 2 == 1 ? 2 * half : 2 * half - 1;

    // The largest rank r with P(fewer than r samples below the median) still within one tail.
    const double allowed = total * (1 - confidence) / 2;
    std::size_t rank = centre + 1 - weights.size();
    double tail = 0;
    for (auto weight = weights.rbegin(); weight != weights.rend() && tail + *weight <= allowed; ++weight) {
        tail += *weight;
        ++rank;
    }
    if (rank == 0) return std::nullopt;
    return Interval<std::size_t>{rank, count + 1 - rank};
}

double median(std::span<const double> values) {
    std::vector<double> sorted(values.begin(), values.end());
    std::sort(sorted.begin(), sorted.end());
    return medianOfSorted(sorted);
}

Result<Summary> summarise(std::span<const Seconds> samples, double confidence) {
    if (samples.empty()) return Error{ErrorCode::InvalidInput, "samples: there is none (at least 1 is needed)"};
    std::vector<double> sorted;
    sorted.reserve(samples.size());
    for (const Seconds sample : samples) {
        if (!std::isfinite(sample.count()))
            return Error{ErrorCode::InvalidInput, "samples: one is not a finite number of seconds"};
        sorted.push_back(sample.count());
    }
    std::sort(sorted.begin(), sorted.end());

    const auto count = static_cast<double>(sorted.size());
    const double mean = std::accumulate(sorted.begin(), sorted.end(), 0.0) / count;
    double squares = 0;
    for (const double value : sorted)
        squares += (value - mean) * (value - mean);

    Summary summary;
    summary.count = sorted.size();
    summary.median = Seconds(medianOfSorted(sorted));
    if (const auto ranks = medianRanks(sorted.size(), confidence))
        summary.interval = {Seconds(sorted[ranks->low - 1]), Seconds(sorted[ranks->high - 1])};
    summary.minimum = Seconds(sorted.front());
    summary.maximum = Seconds(sorted.back());
    summary.mean = Seconds(mean);
    summary.stddev = Seconds(sorted.size() > 1 ? std::sqrt(squares / (count - 1)) : 0.0);
    return summary;
}

}  // namespace breakeven
