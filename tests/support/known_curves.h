/// Curves whose break-even is known, with the noise of a real machine. For tests.
#pragma once

#include "tests/support/sample_results.h"

#include <cstdint>
#include <random>
#include <string>
#include <utility>
#include <vector>

namespace breakeven {

/// What a pair of curves with a known break-even would give: serial takes perItem · n; parallel takes
/// overhead + perItem · n / workers, so that it pays from overhead · workers / (perItem · (workers − 1)) items.
struct KnownCurves {
    double perItem = 1e-8;   ///< seconds
    double overhead = 1e-4;  ///< seconds
    WorkerCount workers = 2;
    double noise = 0.02;  ///< sigma of the lognormal factor of each time
    double drift = 0;     ///< growth of both times per round, as a share

    double breakEven() const { return overhead * workers / (perItem * (workers - 1)); }

    std::pair<std::vector<double>, std::vector<double>> rounds(ItemCount size, int count,
                                                               std::mt19937_64& generator) const {
        std::lognormal_distribution<double> factor(0, noise);
        std::vector<double> serial;
        std::vector<double> parallel;
        for (int round = 0; round < count; ++round) {
            const double slower = 1 + drift * round;
            const double work = perItem * static_cast<double>(size);
            serial.push_back(work * slower * factor(generator));
            parallel.push_back((overhead + work / workers) * slower * factor(generator));
        }
        return {serial, parallel};
    }

    void measure(SampleResults& sample, const std::string& backend, const std::vector<ItemCount>& sizes, int count,
                 std::uint64_t seed) const {
        std::mt19937_64 generator(seed);
        for (const ItemCount size : sizes) {
            const auto [serial, parallel] = rounds(size, count, generator);
            sample.measured("serial", size, serial);
            sample.measured(backend, size, parallel, workers);
        }
    }
};

}  // namespace breakeven
