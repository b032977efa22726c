/// Compares ours with a hand-written baseline: both in every round, in random order, each after the machine has come to
/// rest and the code is hot again, timed through the one call site of core/measure/sampler.h. Numbers are printed,
/// never judged: this machine's neighbours decide too much for that.
#pragma once

#include "core/base/units.h"
#include "core/measure/sampler.h"
#include "core/stats/ratio.h"

#include <cstdint>
#include <functional>
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

/// Times of one call: one row per round, one column per work. All works of a round run in random order.
/// Errors: those of the works.
using Rounds = std::vector<std::vector<Seconds>>;
Result<Rounds> measureRounds(const std::vector<TimedWork>& works, const Options& options);

/// What the ratio ours / baseline is hoped to be at most.
struct Goal {
    double must = 0;  ///< 0: none
    double aim = 0;   ///< 0: none
};

struct Comparison {
    std::string name;
    TimedWork ours;
    TimedWork baseline;
    Goal goal;
};

struct Outcome {
    std::string name;
    Seconds ours{0};      ///< median of one call
    Seconds baseline{0};  ///< median of one call
    RatioEstimate ratio;  ///< ours / baseline: below 1 when ours is faster
    Goal goal;
};

/// Of two columns of the rounds.
Result<Outcome> outcomeOf(const std::string& name, const Rounds& rounds, std::size_t ours, std::size_t baseline,
                          Goal goal);

/// Errors: those of the work.
Result<Outcome> compare(const Comparison& comparison, const Options& options);
Result<std::vector<Outcome>> compareAll(const std::vector<Comparison>& comparisons, const Options& options);

/// What a program does: reads the options, runs, prints a table or JSON. Returns the exit status.
int runProgram(const std::string& title, int argc, char** argv,
               const std::function<Result<std::vector<Outcome>>(const Options&)>& run);

}  // namespace breakeven::benchmarks
