// Which part of a run's time is spent inside samples. The time in which the runner waits for other threads to be idle
// is left out: it depends on what they do. Where the rest goes stands below each share.
#include "tests/benchmarks/programs.h"
#include "tests/benchmarks/proof.h"

namespace {

using namespace breakeven;
using benchmarks::Claim;

/// Shipped experiments of every kind: cold pools and warm ones, short items and long ones, one runtime and several.
/// They run as they are shipped, with their own budgets.
constexpr const char* Experiments[] = {"overhead-vs-size", "rows-in-range", "imbalance", "bandwidth",
                                       "serial-fraction"};

struct Times {
    Seconds wall{0};
    Seconds measured{0};
    Seconds quiesced{0};
    Seconds setup{0};
    Seconds requests{0};  ///< the runner's, with all of the above but wall
};

Times timesOf(const Results& results) {
    Times times;
    times.wall = results.finished() ? results.finished()->elapsed : Seconds(0);
    for (const BlockFinished& block : results.blocks()) {
        times.measured += block.measured;
        times.quiesced += block.quiesced;
        times.setup += block.setup;
        times.requests += block.elapsed;
    }
    return times;
}

Claim shareOf(const std::string& name, Seconds part, const Times& times, std::size_t runs) {
    return {.name = name, .unit = "share", .value = part / (times.wall - times.quiesced), .count = runs};
}

Result<std::vector<Claim>> run(const benchmarks::ProofOptions& options) {
    std::vector<Claim> claims;
    Times all;
    std::size_t runs = 0;
    for (const std::string experiment : Experiments) {
        if (options.quick && runs == 2) break;
        std::vector<std::string> arguments{experiment, "--yes"};
        if (options.quick) arguments.insert(arguments.end(), {"--max-seconds", "1"});
        BREAKEVEN_TRY(const Results results, benchmarks::runExperiment(arguments));
        const Times times = timesOf(results);
        claims.push_back(shareOf(experiment + ": inside samples", times.measured, times, 1));
        claims.push_back(shareOf(experiment + ": set-up", times.setup, times, 1));
        claims.push_back(shareOf(experiment + ": heating and between samples",
                                 times.requests - times.measured - times.quiesced - times.setup, times, 1));
        claims.push_back(
            shareOf(experiment + ": outside the runner's requests", times.wall - times.requests, times, 1));
        all.wall += times.wall;
        all.measured += times.measured;
        all.quiesced += times.quiesced;
        ++runs;
    }
    Claim together = shareOf("all: inside samples", all.measured, all, runs);
    together.must = benchmarks::atLeast(0.70);
    together.aim = benchmarks::atLeast(0.90);
    claims.push_back(std::move(together));
    return claims;
}

}  // namespace

int main(int argc, char** argv) {
    return benchmarks::runProof("measured-share", argc, argv, run);
}
