// A kernel against the same kernel made 5 % slower by a spin of known length: how often the runner's blocks find the
// difference within ten seconds. The verdict is looked at each time that the rounds have doubled, and the error of 5 %
// is shared between those looks.
#include "core/os/clock.h"
#include "tests/benchmarks/blocks.h"
#include "tests/benchmarks/known_spin.h"
#include "tests/benchmarks/proof.h"
#include "tests/benchmarks/timed_kernels.h"

#include <algorithm>

namespace {

using namespace breakeven;
using benchmarks::Claim;
using benchmarks::TimedFunction;

constexpr double Slowdown = 0.05;
constexpr Seconds Limit{10};
constexpr std::size_t FirstLook = 10;  ///< rounds
constexpr double Looks = 7;            ///< 10, 20, …, 640 rounds: more do not fit into the limit

TimedFunction repeated(const benchmarks::TimedKernel& kernel) {
    return [run = kernel.run](std::uint64_t iterations) {
        for (std::uint64_t i = 0; i < iterations; ++i)
            benchmarks::keep(run());
    };
}

TimedFunction slowed(const benchmarks::TimedKernel& kernel, Seconds by) {
    return [run = kernel.run, spin = benchmarks::KnownSpin(by)](std::uint64_t iterations) {
        for (std::uint64_t i = 0; i < iterations; ++i) {
            benchmarks::keep(run());
            spin();
        }
    };
}

/// Shortest time of a call, which the machine's other users have not lengthened.
Result<Seconds> timeOf(const benchmarks::TimedKernel& kernel, std::uint64_t seed) {
    benchmarks::ProofBlock block(benchmarks::functionTrials({repeated(kernel)}), seed);
    Seconds least{1};
    for (int round = 0; round < 20; ++round) {
        BREAKEVEN_TRY(const auto samples, block.runRound());
        least = std::min(least, samples.front().seconds);
    }
    return least;
}

struct Search {
    bool found = false;
    Seconds taken{0};
};

Result<Search> search(const std::vector<TimedFunction>& functions, std::uint64_t seed) {
    benchmarks::ProofBlock block(benchmarks::functionTrials(functions), seed);
    const auto begin = Clock::now();
    std::vector<TimePair> pairs;
    for (std::size_t look = FirstLook;; look *= 2) {
        while (pairs.size() < look) {
            BREAKEVEN_TRY(const auto samples, block.runRound());
            pairs.push_back(benchmarks::pairOf(samples, 0, 1));
            if (Clock::now() - begin > Limit) return Search{.taken = Limit};
        }
        BREAKEVEN_TRY(const auto ratio, pairedRatio(pairs, 1 - 0.05 / Looks));
        if (ratio.interval && ratio.interval->high < 1) return Search{.found = true, .taken = Clock::now() - begin};
        // Found to be faster is wrong, and stays so.
        if (ratio.interval && ratio.interval->low > 1) return Search{.taken = Clock::now() - begin};
    }
}

Result<std::vector<Claim>> run(const benchmarks::ProofOptions& options) {
    // From 3 us on: a spin of 5 % of less is not much longer than the readings of the counter in it.
    const std::vector<std::string> names = {"searches", "numbers-from-text", "sorting", "primes"};
    std::vector<Claim> claims;
    std::vector<double> times;
    std::size_t found = 0;
    for (const auto& name : names) {
        const auto& kernel = *benchmarks::findKernel(name);
        BREAKEVEN_TRY(const Seconds once, timeOf(kernel, options.seed));
        const std::vector<TimedFunction> functions = {repeated(kernel), slowed(kernel, once * Slowdown)};
        std::size_t foundHere = 0;
        const auto repeats = static_cast<std::size_t>(options.repeatsOr(10, 1));
        for (std::size_t repeat = 0; repeat < repeats; ++repeat) {
            BREAKEVEN_TRY(const Search outcome, search(functions, options.seed + repeat));
            foundHere += outcome.found;
            times.push_back(outcome.taken.count());
        }
        found += foundHere;
        claims.push_back(benchmarks::shareClaim("5 % slower " + name + ": found", foundHere, repeats));
    }
    auto all = benchmarks::shareClaim("5 % slower: found within 10 s", found, times.size());
    all.must = benchmarks::atLeast(0.80);
    all.aim = benchmarks::atLeast(0.95);
    claims.push_back(std::move(all));
    BREAKEVEN_TRY(auto taken, benchmarks::medianClaim("time until the verdict", "s", times));
    claims.push_back(std::move(taken));
    return claims;
}

}  // namespace

int main(int argc, char** argv) {
    return benchmarks::runProof("injected-slowdown", argc, argv, run);
}
