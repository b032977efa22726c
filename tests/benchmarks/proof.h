/// Programs that prove the workbench: each measures something whose right answer is known, and sets what it finds
/// beside what it must and should be. They print a table, and write it as JSON where asked. A number that misses does
/// not fail the program: it depends on the machine and its neighbours, and is for people to judge.
#pragma once

#include "core/base/result.h"
#include "core/base/units.h"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <limits>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace breakeven::benchmarks {

struct ProofOptions {
    int repeats = 0;         ///< --repeats N, >= 1: of what the program repeats; 0: as many as it thinks right
    bool quick = false;      ///< --quick: seconds, to see that the program works
    std::string json;        ///< --json FILE: also written there; empty: nowhere
    std::uint64_t seed = 1;  ///< --seed N

    int repeatsOr(int usual, int quickly) const { return repeats > 0 ? repeats : quick ? quickly : usual; }
};

/// Errors: InvalidInput naming the option.
Result<ProofOptions> parseProofOptions(int argc, char** argv);

/// Where a value should lie; the ends are allowed.
using Band = Interval<double>;

constexpr Band atMost(double limit) {
    return {-std::numeric_limits<double>::infinity(), limit};
}
constexpr Band atLeast(double limit) {
    return {limit, std::numeric_limits<double>::infinity()};
}
/// Of a ratio: as far below 1 as above it.
constexpr Band withinShare(double share) {
    return {1 / (1 + share), 1 + share};
}

struct Claim {
    std::string name;
    std::string unit;  ///< "ratio", "error", "share", …
    double value = 0;
    std::optional<Interval<double>> interval = {};  ///< absent: there is none
    std::size_t count = 1;                          ///< of what the value comes from: rounds, verdicts, runs
    std::optional<Band> must = {};                  ///< absent: shown for contrast
    std::optional<Band> aim = {};
};

/// Which of the two bands, "aim", "must" or "neither", the value lies in; and the whole interval, which is what proves
/// it. Empty without bands.
std::string_view bandOfValue(const Claim& claim);
std::string_view bandOfInterval(const Claim& claim);

/// Median of positive values with its order-statistic interval, on a log scale. Errors: InvalidInput when there is
/// none.
Result<Claim> medianClaim(std::string name, std::string unit, std::span<const double> values, double confidence = 0.95);

/// Share of successes with Wilson's 95 % interval. Source: Wilson, Probable inference, JASA 22 (1927). Range: count
/// >= 1.
Claim shareClaim(std::string name, std::size_t successes, std::size_t count);

/// What a program does: reads the options, runs, prints and writes. Returns the exit status: 1 when it could not be
/// run.
int runProof(const std::string& title, int argc, char** argv,
             const std::function<Result<std::vector<Claim>>(const ProofOptions&)>& run);

}  // namespace breakeven::benchmarks
