// A oneTBB loop right after an OpenMP loop, whose threads go on spinning for some milliseconds, against the same loop
// right after another oneTBB loop: in the runner's blocks, and, for contrast, called one right after the other.
#include "core/base/random.h"
#include "core/engine/worker_pool.h"
#include "core/measure/sampler.h"
#include "core/os/cpus.h"
#include "tests/benchmarks/blocks.h"
#include "tests/benchmarks/proof.h"
#include "tests/benchmarks/workload_list.h"

#include <array>

namespace {

using namespace breakeven;
using benchmarks::Claim;

constexpr const char* Workload = "square";
constexpr ItemCount Size = 200'000;
enum TrialId { Serial, OpenMp, Tbb };

Result<benchmarks::ProofBlock> makeBlock(std::uint64_t seed) {
    const WorkerCount workers = usableCpus().count;
    std::vector<Trial> trials(3);
    BREAKEVEN_TRY(trials[Serial], benchmarks::warmTrial(Serial, Workload, Size, "serial", 1));
    BREAKEVEN_TRY(trials[OpenMp], benchmarks::warmTrial(OpenMp, Workload, Size, "openmp-static", workers));
    BREAKEVEN_TRY(trials[Tbb], benchmarks::warmTrial(Tbb, Workload, Size, "tbb", workers));
    return benchmarks::ProofBlock(std::move(trials), seed);
}

/// Time after the neighbour / time alone, of every round.
struct Arm {
    std::vector<double> ratios;
    std::array<Seconds, 2> times{};  ///< of the round under way: alone, after OpenMP

    template <class Measure>
    Result<void> addRound(std::uint64_t random, const Measure& measure) {
        for (std::size_t turn = 0; turn < 2; ++turn) {
            const std::size_t afterOpenMp = random % 2 == turn ? 1 : 0;
            BREAKEVEN_TRY(times[afterOpenMp], measure(afterOpenMp == 1));
        }
        ratios.push_back(times[1] / times[0]);
        return {};
    }
};

Result<Claim> inBlocks(const benchmarks::ProofOptions& options) {
    Arm arm;
    const int launches = options.repeatsOr(5, 1);
    for (int launch = 0; launch < launches; ++launch) {
        const auto seed = options.seed + static_cast<std::uint64_t>(launch);
        BREAKEVEN_TRY(auto block, makeBlock(seed));
        BREAKEVEN_TRY(const auto first, block.runRound());
        const auto measure = [&](bool afterOpenMp) -> Result<Seconds> {
            const std::array<int, 1> before = {afterOpenMp ? OpenMp : Tbb};
            BREAKEVEN_TRY(const auto neighbour, block.runRound(before));
            BREAKEVEN_TRY(const auto samples, block.runRound(std::array<int, 1>{Tbb}));
            return samples.front().seconds;
        };
        for (std::uint64_t round = 0; round < (options.quick ? 6 : 40); ++round)
            BREAKEVEN_CHECK(arm.addRound(randomBits(seed, round), measure));
    }
    BREAKEVEN_TRY(auto claim, benchmarks::medianClaim("tbb after OpenMP / alone, in our blocks", "ratio", arm.ratios));
    claim.must = benchmarks::atMost(1.03);
    claim.aim = benchmarks::atMost(1.01);
    return claim;
}

Result<Claim> inTurn(const benchmarks::ProofOptions& options) {
    const PoolOptions workers{.workers = usableCpus().count};
    BREAKEVEN_TRY(const auto list, benchmarks::makeList(Workload, Size, Sharing::Private));
    BREAKEVEN_TRY(const auto openMp, findBackend("openmp-static")->start(workers));
    BREAKEVEN_TRY(const auto tbb, findBackend("tbb")->start(workers));
    const TimedWork openMpMap = benchmarks::mapWork(*openMp, list);
    const TimedWork tbbMap = benchmarks::mapWork(*tbb, list);
    const auto measure = [&](bool afterOpenMp) -> Result<Seconds> {
        constexpr std::uint64_t Calls = 20;
        quiesce();  // so that neither inherits what the one before has left running
        BREAKEVEN_CHECK(tbbMap(Calls));
        BREAKEVEN_TRY(const Timing neighbour, takeSample(afterOpenMp ? openMpMap : tbbMap, Calls));
        BREAKEVEN_TRY(const Timing timing, takeSample(tbbMap, 1));
        return timing.wall;
    };
    Arm arm;
    for (std::uint64_t round = 0; round < (options.quick ? 20 : 400); ++round)
        BREAKEVEN_CHECK(arm.addRound(randomBits(options.seed, round), measure));
    return benchmarks::medianClaim("tbb after OpenMP / alone, called in turn", "ratio", arm.ratios);
}

Result<std::vector<Claim>> run(const benchmarks::ProofOptions& options) {
    BREAKEVEN_TRY(auto blocks, inBlocks(options));
    BREAKEVEN_TRY(auto naive, inTurn(options));
    return std::vector{std::move(blocks), std::move(naive)};
}

}  // namespace

int main(int argc, char** argv) {
    return benchmarks::runProof("tbb-after-openmp", argc, argv, run);
}
