/// How often our intervals enclose the truth, by simulation: laws that times follow, rounds that are paired, launches
/// that have a luck of their own. For tests and benchmarks.
#pragma once

#include "core/stats/order_tests.h"
#include "core/stats/ratio.h"
#include "core/stats/summary.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <functional>
#include <random>
#include <string>
#include <vector>

namespace breakeven {

using Generator = std::mt19937_64;

struct Law {
    std::string name;
    double median = 1;  ///< exact
    std::function<std::vector<double>(Generator&, int count)> draw;
    bool isSerial = false;  ///< neighbours depend on each other
};

/// Each value on its own.
inline Law independent(const std::string& name, double median, const std::function<double(Generator&)>& one) {
    return {name, median, [one](Generator& generator, int count) {
                std::vector<double> values;
                for (int i = 0; i < count; ++i)
                    values.push_back(one(generator));
                return values;
            }};
}

inline std::vector<Law> laws() {
    using Normal = std::normal_distribution<double>;
    using Uniform = std::uniform_real_distribution<double>;
    std::vector<Law> all;
    all.push_back(independent("lognormal", 1, [](Generator& g) { return std::exp(Normal(0, 0.5)(g)); }));
    all.push_back(independent("gamma, shape 2", 1.6783469900166605,
                              [](Generator& g) { return std::gamma_distribution<double>(2, 1)(g); }));
    // The median is where nine tenths of the lower mode's law reach a half: at its quantile 5/9.
    all.push_back(independent("bimodal, 10 % at 3x", 1 + 0.05 * 0.13971029888186212,
                              [](Generator& g) { return (Uniform()(g) < 0.1 ? 3 : 1) * Normal(1, 0.05)(g); }));
    all.push_back(independent("Pareto, tail 2.5", std::pow(2, 1 / 2.5),
                              [](Generator& g) { return std::pow(1 - Uniform()(g), -1 / 2.5); }));
    all.push_back({"AR(1), 0.3", 1,
                   [](Generator& g, int count) {
                       std::vector<double> values;
                       double state = Normal()(g);
                       for (int i = 0; i < count; ++i) {
                           values.push_back(std::exp(0.1 * state));
                           state = 0.3 * state + Normal(0, std::sqrt(1 - 0.09))(g);
                       }
                       return values;
                   },
                   true});
    // As a clock of 101 ticks over the range of the times would tell them.
    all.push_back(independent("uniform in ticks", 150, [](Generator& g) {
        return static_cast<double>(std::uniform_int_distribution<int>(100, 200)(g));
    }));
    return all;
}

struct CoverageShares {
    double median = 0;   ///< of intervals of a trial's median that hold the law's
    double ratio = 0;    ///< of intervals of the paired ratio that hold the true one
    double flagged = 0;  ///< of samples suspected of serial correlation
};

inline CoverageShares coverageOf(const Law& law, int count, int replications, std::uint64_t seed) {
    constexpr double TrueRatio = 1.25;
    constexpr double Rounding = 1e-12;
    const auto holds = [](double low, double truth, double high) {
        return low <= truth * (1 + Rounding) && truth * (1 - Rounding) <= high;
    };
    Generator generator(seed);
    CoverageShares shares;
    for (int replication = 0; replication < replications; ++replication) {
        const std::vector<double> base = law.draw(generator, count);
        const std::vector<double> other = law.draw(generator, count);
        std::vector<Observation> times;
        std::vector<TimePair> pairs;
        for (std::size_t i = 0; i < base.size(); ++i) {
            times.push_back({base[i], 0});
            pairs.push_back({Seconds(base[i]), Seconds(other[i] / TrueRatio), 0});
        }
        const auto summary = summarise(times);
        const auto ratio = pairedRatio(pairs);
        shares.median += holds(summary->interval->low.count(), law.median, summary->interval->high.count());
        shares.ratio += holds(ratio->interval->low, TrueRatio, ratio->interval->high);
        shares.flagged += serialCorrelation(times)->isSuspected();
    }
    shares.median /= replications;
    shares.ratio /= replications;
    shares.flagged /= replications;
    return shares;
}

struct LaunchCoverage {
    double ratio = 0;  ///< share of intervals that hold the true ratio
    double width = 0;  ///< median width over the median width of what takes all rounds for independent ones
};

/// Rounds are spread evenly over launches; `share` of the log ratio's variance is between launches, in [0, 1).
inline LaunchCoverage launchCoverage(int launches, int rounds, double share, int replications, std::uint64_t seed) {
    Generator generator(seed);
    std::normal_distribution<double> normal;
    const double luck = std::sqrt(share / (1 - share));
    LaunchCoverage coverage;
    std::vector<double> widths;
    std::vector<double> plainWidths;
    for (int replication = 0; replication < replications; ++replication) {
        std::vector<double> launchLuck;
        for (int launch = 0; launch < launches; ++launch)
            launchLuck.push_back(luck * normal(generator));
        std::vector<Observation> logs;
        std::vector<double> values;
        for (int round = 0; round < rounds; ++round) {
            const int launch = round % launches;
            logs.push_back({launchLuck[static_cast<std::size_t>(launch)] + normal(generator), launch});
            values.push_back(logs.back().value);
        }
        const auto interval = medianEstimate(logs).interval;
        coverage.ratio += interval->low <= 0 && 0 <= interval->high;
        widths.push_back(interval->high - interval->low);
        std::sort(values.begin(), values.end());
        const auto plain = medianInterval(values);
        plainWidths.push_back(plain->high - plain->low);
    }
    coverage.ratio /= replications;
    coverage.width = median(widths) / median(plainWidths);
    return coverage;
}

}  // namespace breakeven
