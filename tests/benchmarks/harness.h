/// Compares ours with a hand-written baseline: both in every round, in random order, each after the machine has come to
/// rest and the code is hot again, timed through the one call site of core/measure/sampler.h.
#pragma once

#include "core/base/units.h"
#include "core/measure/sampler.h"
#include "core/stats/ratio.h"

#include <cstdint>
#include <string>
#include <vector>

namespace breakeven::benchmarks {

struct Options {
    int rounds = 30;         ///< --rounds N, >= 6: fewer have no interval
    bool quick = false;      ///< --quick: short samples, to see that the program works
    bool json = false;       ///< --json: one JSON object instead of a table
    std::uint64_t seed = 1;  ///< --seed N: orders the rounds
};

/// Errors: InvalidInput naming the option.
Result<Options> parseOptions(int argc, char** argv);

struct Comparison {
    std::string name;
    TimedWork ours;
    TimedWork baseline;
};

struct Outcome {
    std::string name;
    Seconds ours{0};      ///< median of one call
    Seconds baseline{0};  ///< median of one call
    RatioEstimate ratio;  ///< ours / baseline: below 1 when ours is faster
};

/// Errors: those of the work.
Result<Outcome> compare(const Comparison& comparison, const Options& options);

/// Runs all, prints, and returns the exit status of the program.
int runAll(const std::string& title, const std::vector<Comparison>& comparisons, const Options& options);

}  // namespace breakeven::benchmarks
