// The same experiment again and again: how far apart its break-evens lie, and how many of its intervals hold what the
// others found.
#include "core/analysis/break_even.h"
#include "core/stats/summary.h"
#include "tests/benchmarks/programs.h"
#include "tests/benchmarks/proof.h"

#include <algorithm>

namespace {

using namespace breakeven;
using benchmarks::Claim;

Result<BreakEven> breakEvenOf(int seconds, std::uint64_t seed) {
    BREAKEVEN_TRY(
        const Results results,
        benchmarks::runExperiment({"--workload", "square", "--sizes", "1000:1e6:n7", "--backends", "serial,tbb",
                                   "--max-seconds", std::to_string(seconds), "--seed", std::to_string(seed)}));
    const auto found = breakEvens(results);
    return found.empty() ? BreakEven() : found.front();  // none: the time was too short for two sizes
}

Result<std::vector<Claim>> run(const benchmarks::ProofOptions& options) {
    std::vector<double> sizes;
    std::vector<Interval<double>> intervals;
    const auto repeats = static_cast<std::size_t>(options.repeatsOr(20, 1));
    for (std::size_t repeat = 0; repeat < repeats; ++repeat) {
        BREAKEVEN_TRY(const BreakEven found, breakEvenOf(options.quick ? 3 : 10, options.seed + repeat));
        if (found.status != BreakEvenStatus::Resolved || !found.size) continue;
        sizes.push_back(*found.size);
        if (found.interval) intervals.push_back(*found.interval);
    }
    std::vector<Claim> claims = {benchmarks::shareClaim("break-even resolved", sizes.size(), repeats)};
    claims.front().must = claims.front().aim = benchmarks::atLeast(1);  // else the spread would be that of the best
    if (sizes.size() < 2) return claims;
    const double middle = median(sizes);
    const auto holds = [middle](const Interval<double>& interval) {
        return interval.low <= middle && middle <= interval.high;
    };
    const auto right = static_cast<std::size_t>(std::ranges::count_if(intervals, holds));
    claims.push_back(benchmarks::shareClaim("intervals that hold the median of all", right, sizes.size()));
    BREAKEVEN_TRY(auto size, benchmarks::medianClaim("break-even", "items", sizes));
    claims.push_back(std::move(size));
    claims.push_back({.name = "largest / smallest break-even",
                      .unit = "ratio",
                      .value = std::ranges::max(sizes) / std::ranges::min(sizes),
                      .count = sizes.size(),
                      .must = benchmarks::atMost(1.5),
                      .aim = benchmarks::atMost(1.15)});
    return claims;
}

}  // namespace

int main(int argc, char** argv) {
    return benchmarks::runProof("break-even-repeats", argc, argv, run);
}
