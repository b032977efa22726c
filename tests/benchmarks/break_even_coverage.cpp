// How often the interval of a break-even encloses the one that the simulated curves have: of two shapes and two noises,
// with few rounds and many, where launches have no luck, some and much, at coarse sizes and at those that refine.
// Exits with 1 when one is outside of the must. --quick: fewer replications, and four standard errors of slack.
#include "tests/benchmarks/coverage_claims.h"
#include "tests/support/break_even_simulation.h"

namespace {

using namespace breakeven;
using namespace breakeven::benchmarks;

std::vector<CoverageSimulation> simulations() {
    std::vector<CoverageSimulation> all;
    for (const bool refined : {false, true}) {
        for (const CurveShape& shape : curveShapes()) {
            for (const double launchSpread : {0.0, 0.01, 0.03}) {
                for (const int rounds : {10, 20, 50})
                    all.push_back({shape, rounds, launchSpread, refined});
            }
        }
    }
    return all;
}

std::string nameOf(const CoverageSimulation& simulation) {
    return simulation.shape.name + (simulation.refined ? ", refined" : ", coarse") + ", n " +
           std::to_string(simulation.rounds) + ", launches " +
           std::to_string(std::lround(100 * simulation.launchSpread)) + " %";
}

}  // namespace

int main(int argc, char** argv) {
    bool isGood = true;
    const auto prove = [&](const ProofOptions& options) -> Result<std::vector<Claim>> {
        const int replications = options.repeatsOr(2000, 100);
        CoverageClaims table(replications, options.quick);
        std::uint64_t seed = options.seed;  // another for each row, which else would be lucky together
        const std::vector<CoverageSimulation> all = simulations();
        double covered = 0;
        for (const CoverageSimulation& simulation : all) {
            const Coverage coverage = simulation.cover(replications, seed++);
            covered += coverage.covered() / static_cast<double>(all.size());
            const std::string name = nameOf(simulation);
            table.addCoverage(name, coverage.covered());
            table.addWidth(name + ": high / low", "ratio", coverage.width);
        }
        isGood = table.isGood();
        CoverageClaims whole(replications * static_cast<int>(all.size()), options.quick);
        whole.addCoverage("all of them together", covered);
        std::vector<Claim> claims = whole.claims();
        claims.insert(claims.end(), table.claims().begin(), table.claims().end());
        return claims;
    };
    const int status = runProof("break-even-coverage", argc, argv, prove);
    return status == 0 && !isGood ? 1 : status;
}
