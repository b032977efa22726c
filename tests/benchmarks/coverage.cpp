// How often the intervals of medians and of paired ratios enclose the truth, over laws that times follow and over
// launches that have a luck of their own. Meant to be 95 %: from 92 to 98 % is a must, from 93 to 97 % the aim. Serial
// correlation of 0.3 should be suspected in nine of ten series of 50 values; the most powerful test cannot do so in
// shorter ones. And how often equals are called different at the levels that tests alone, among ten and among a hundred
// are held at. Exits with 1 when one is outside of the must. --quick: fewer replications, and four standard
// errors of slack.
#include "core/stats/interval_test.h"
#include "core/stats/median.h"
#include "tests/benchmarks/coverage_claims.h"
#include "tests/support/coverage_simulation.h"

#include <algorithm>
#include <cmath>

namespace {

using namespace breakeven;
using namespace breakeven::benchmarks;

constexpr int Counts[] = {10, 20, 50};

/// Levels that a test is held at alone, among ten and among a hundred.
constexpr double FamilyLevels[] = {0.05, 0.005, 0.0005};

/// Of rounds whose true ratio is 1, the share that is called different at each of FamilyLevels.
std::vector<double> falseClaims(const Law& law, int count, int replications, std::uint64_t seed) {
    Generator generator(seed);
    std::vector<double> shares(std::size(FamilyLevels), 0);
    for (int replication = 0; replication < replications; ++replication) {
        const std::vector<double> base = law.draw(generator, count);
        const std::vector<double> other = law.draw(generator, count);
        std::vector<Observation> logs;
        for (std::size_t i = 0; i < base.size(); ++i)
            logs.push_back({std::log(base[i] / other[i]), 0});
        const MedianEstimate estimate = medianEstimate(logs);
        const double pValue = intervalPValue(estimate.value, *estimate.interval, widthFreedom(estimate), 0);
        for (std::size_t i = 0; i < shares.size(); ++i)
            shares[i] += (pValue <= FamilyLevels[i]) / static_cast<double>(replications);
    }
    return shares;
}

/// Serial correlation of 0.3 in 6 rounds, which nothing can tell from chance, may double the level and a little.
void addFalseClaims(CoverageClaims& table, const std::string& name, double level, double share) {
    constexpr double MostOfLevel = 2.5;
    const double sureOf = 4 * std::sqrt(level * (1 - level) / table.replications());
    Claim& claim = table.addShare(name + " at " + std::to_string(level * 100).substr(0, 4) + " %", share);
    claim.must = atMost(MostOfLevel * level + sureOf);
    claim.aim = atMost(level + sureOf);
}

void addLaws(CoverageClaims& table, int replications, std::uint64_t seed) {
    for (const Law& law : laws()) {
        for (const int count : Counts) {
            const CoverageShares shares = coverageOf(law, count, replications, seed);
            const std::string name = law.name + ", n " + std::to_string(count);
            table.addCoverage(name + ", median", shares.median);
            table.addCoverage(name + ", ratio", shares.ratio);
            Claim& flagged = table.addShare(name + ", suspected", shares.flagged);
            if (law.isSerial && count == 50) flagged.aim = atLeast(0.9);
        }
    }
}

void addClaims(CoverageClaims& table, int replications, std::uint64_t seed) {
    for (const Law& law : laws()) {
        for (const int count : {6, 8, 12, 20, 50}) {
            const std::vector<double> shares = falseClaims(law, count, replications, seed);
            for (std::size_t i = 0; i < shares.size(); ++i)
                addFalseClaims(table, law.name + ", n " + std::to_string(count) + ", equals called different",
                               FamilyLevels[i], shares[i]);
        }
    }
}

void addLaunches(CoverageClaims& table, int replications, std::uint64_t seed) {
    for (const int launches : {3, 5}) {
        for (const int rounds : Counts) {
            for (const double share : {0.0, 0.1, 0.3, 0.5, 0.8}) {
                const LaunchCoverage coverage = launchCoverage(launches, rounds, share, replications, seed);
                const std::string name = std::to_string(launches) + " launches with " +
                                         std::to_string(std::lround(100 * share)) + " % of the variance, n " +
                                         std::to_string(rounds);
                table.addCoverage(name + ", ratio", coverage.ratio);
                table.addWidth(name + ", width", "width over that of independent rounds", coverage.width);
            }
        }
    }
}

}  // namespace

int main(int argc, char** argv) {
    bool isGood = true;
    const int status = runProof("coverage", argc, argv, [&](const ProofOptions& options) -> Result<std::vector<Claim>> {
        const int replications = options.repeatsOr(20'000, 200);
        CoverageClaims table(replications, options.quick);
        addLaws(table, replications, options.seed);
        addClaims(table, replications, options.seed);
        addLaunches(table, replications, options.seed);
        isGood = table.isGood();
        return table.claims();
    });
    return status == 0 && !isGood ? 1 : status;
}
