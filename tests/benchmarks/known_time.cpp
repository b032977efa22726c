// Spins of known length through the runner's blocks: what a sample says against the truth, from 10 us to 10 ms.
#include "core/base/numbers.h"
#include "tests/benchmarks/blocks.h"
#include "tests/benchmarks/known_spin.h"
#include "tests/benchmarks/proof.h"

namespace {

using namespace breakeven;
using benchmarks::Claim;

constexpr std::array<double, 7> Lengths = {10, 30, 100, 300, 1'000, 3'000, 10'000};  // us

Result<std::vector<Claim>> run(const benchmarks::ProofOptions& options) {
    std::vector<benchmarks::TimedFunction> spins;
    for (const double length : Lengths)
        spins.emplace_back([spin = benchmarks::KnownSpin(Seconds(length * 1e-6))](std::uint64_t iterations) {
            for (std::uint64_t i = 0; i < iterations; ++i)
                spin();
        });
    benchmarks::ProofBlock block(benchmarks::functionTrials(spins), options.seed);
    std::vector<std::vector<double>> ratios(Lengths.size());
    for (int round = 0; round < options.repeatsOr(60, 6); ++round) {
        BREAKEVEN_TRY(const auto samples, block.runRound());
        for (const auto& sample : samples) {
            const auto trial = static_cast<std::size_t>(sample.trial);
            ratios[trial].push_back(sample.seconds.count() / (Lengths[trial] * 1e-6));
        }
    }
    std::vector<Claim> claims;
    for (std::size_t i = 0; i < Lengths.size(); ++i) {
        const auto name = "spin of " + formatSeconds(Seconds(Lengths[i] * 1e-6)) + ": measured / true";
        BREAKEVEN_TRY(auto claim, benchmarks::medianClaim(name, "ratio", ratios[i]));
        claim.must = benchmarks::withinShare(0.01);
        claim.aim = benchmarks::withinShare(0.003);
        claims.push_back(std::move(claim));
    }
    return claims;
}

}  // namespace

int main(int argc, char** argv) {
    return benchmarks::runProof("known-time", argc, argv, run);
}
