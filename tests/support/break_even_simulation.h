/// Runs with a known break-even, to see how often the interval that is found encloses it.
#pragma once

#include "core/analysis/break_even.h"
#include "tests/support/sample_results.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <random>
#include <string>
#include <vector>

namespace breakeven {

/// What a serial and a parallel list of n items take, but for noise. Parallel pays an overhead for half of the work.
struct CurveShape {
    std::string name;
    double noise = 0.02;  ///< sigma of the lognormal factor of each time
    double knee = 0;      ///< items from which an item costs up to 80 % more, since a cache ends; 0: none

    static constexpr double PerItem = 1e-8;   ///< seconds
    static constexpr double Overhead = 1e-4;  ///< seconds

    double perItem(double size, double from) const {
        return knee > 0 ? PerItem * (1 + 0.8 / (1 + std::pow(from / size, 3))) : PerItem;
    }
    double serial(double size) const { return perItem(size, knee) * size; }
    /// Two workers have two caches.
    double parallel(double size) const { return Overhead + perItem(size, 2 * knee) * size / 2; }

    /// By halving: serial is the slower one above.
    double breakEven() const {
        double low = 1;
        double high = 1e9;
        for (int i = 0; i < 100; ++i) {
            const double middle = std::sqrt(low * high);
            (serial(middle) > parallel(middle) ? high : low) = middle;
        }
        return low;
    }
};

inline std::vector<CurveShape> curveShapes() {
    return {{"overhead and half the work", 0.02, 0}, {"where a cache ends", 0.02, 20'000}, {"noise of 5 %", 0.05, 0}};
}

struct Coverage {
    int replications = 0;
    int resolved = 0;
    int below = 0;     ///< intervals that end below the truth
    int above = 0;     ///< intervals that begin above the truth
    double width = 1;  ///< median high / low of those resolved
    double error = 0;  ///< root of the mean square of log(found / true) of those resolved
    double covered() const { return 1 - static_cast<double>(below + above) / replications; }
};

/// Three launches with a luck of their own, which all sizes share. Coarse: sizes of which two are within a factor
/// of 1.25 around the break-even, others further away, each measured by all launches. Refined: as a plan grows, sizes
/// close by (see local_lines.h) which later launches alone have measured.
struct CoverageSimulation {
    CurveShape shape;
    int rounds = 20;          ///< per size, over all launches
    double launchSpread = 0;  ///< sigma of the lognormal factor that a launch has on serial's and on parallel's times
    bool refined = false;
    int launches = 3;

    struct Size {
        double factor = 1;  ///< over one that is just below the break-even
        int from = 0;       ///< the first launch that measures it
    };
    std::vector<Size> sizes() const {
        if (refined) {
            return {{0.1}, {0.3},     {0.7},     {0.95, 2}, {1},      {1.05, 1}, {1.1, 1}, {1.16, 2},
                    {1.2}, {1.26, 1}, {1.35, 2}, {1.5, 1},  {2.0, 1}, {3},       {10}};
        }
        return {{0.1}, {0.3}, {0.6}, {1}, {1.25}, {2}, {4}, {12}};
    }

    SampleResults run(std::mt19937_64& generator) const {
        const double truth = shape.breakEven();
        const double below = truth * std::pow(1.25, -std::uniform_real_distribution<double>(0, 1)(generator));
        std::normal_distribution<double> luck(0, 1);
        std::vector<double> serialLuck;
        std::vector<double> parallelLuck;
        for (int launch = 0; launch < launches; ++launch) {
            serialLuck.push_back(std::exp(launchSpread * luck(generator)));
            parallelLuck.push_back(std::exp(launchSpread * luck(generator)));
        }
        SampleResults sample;
        std::lognormal_distribution<double> noise(0, shape.noise);
        for (const Size& each : sizes()) {
            const auto size = static_cast<ItemCount>(std::llround(below * each.factor));
            const Trial serial = sample.trial("serial", size);
            const Trial parallel = sample.trial("tbb", size);
            for (int launch = each.from; launch < launches; ++launch) {
                std::vector<double> serialTimes;
                std::vector<double> parallelTimes;
                const auto at = static_cast<std::size_t>(launch);
                for (int round = launch - each.from; round < rounds; round += launches - each.from) {
                    serialTimes.push_back(shape.serial(static_cast<double>(size)) * serialLuck[at] * noise(generator));
                    parallelTimes.push_back(shape.parallel(static_cast<double>(size)) * parallelLuck[at] *
                                            noise(generator));
                }
                sample.times(serial, serialTimes, launch);
                sample.times(parallel, parallelTimes, launch);
            }
        }
        return sample;
    }

    Coverage cover(int replications, std::uint64_t seed) const {
        std::mt19937_64 generator(seed);
        const double truth = shape.breakEven();
        Coverage coverage;
        coverage.replications = replications;
        std::vector<double> widths;
        double squares = 0;
        for (int i = 0; i < replications; ++i) {
            const SampleResults sample = run(generator);
            const std::vector<BreakEven> found = breakEvens(sample.results);
            const auto& interval = found.front().interval;
            if (!interval) continue;  // no claim, so none that is wrong
            if (found.front().status == BreakEvenStatus::Resolved) {
                ++coverage.resolved;
                widths.push_back(interval->high / interval->low);
                squares += std::pow(std::log(*found.front().size / truth), 2);
            }
            if (interval->high < truth) ++coverage.below;
            if (interval->low > truth) ++coverage.above;
        }
        if (!widths.empty()) {
            const auto middle = widths.begin() + static_cast<std::ptrdiff_t>(widths.size() / 2);
            std::ranges::nth_element(widths, middle);
            coverage.width = *middle;
            coverage.error = std::sqrt(squares / coverage.resolved);
        }
        return coverage;
    }
};

}  // namespace breakeven
