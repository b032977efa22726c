// Equals compared while another program takes more and more of one CPU, from nothing to 40 %: by how much the ratio is
// wrong in the runner's blocks, where both are measured in every round, and when all of one is measured before all of
// the other. The truth is 1.
#include "core/base/random.h"
#include "core/os/clock.h"
#include "core/os/cpus.h"
#include "core/stats/summary.h"
#include "tests/benchmarks/blocks.h"
#include "tests/benchmarks/proof.h"

#include <algorithm>
#include <atomic>
#include <cmath>
#include <csignal>
#include <new>
#include <thread>

#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

namespace {

using namespace breakeven;
using benchmarks::Claim;

constexpr double MostLoad = 0.4;
/// Shorter than a sample, so that every sample feels the load of its time.
constexpr Seconds Period{0.002};
constexpr int Resamples = 2000;
enum TrialId { Serial, One, Other };

using Load = std::atomic<double>;  ///< share of one CPU, in [0, 1]
static_assert(Load::is_always_lock_free, "it is shared between processes");

[[noreturn]] void takeCpu(const Load& load) {
    prctl(PR_SET_PDEATHSIG, SIGKILL);
    for (;;) {
        const auto begin = Clock::now();
        const Seconds busy = Period * load.load(std::memory_order_relaxed);
        while (Clock::now() - begin < busy) {
        }
        std::this_thread::sleep_until(begin + std::chrono::duration_cast<Clock::duration>(Period));
    }
}

Result<benchmarks::ProofBlock> makeBlock(std::uint64_t seed) {
    constexpr const char* Workload = "primes";
    constexpr ItemCount Size = 300;
    const WorkerCount workers = usableCpus().count;
    std::vector<Trial> trials(3);
    BREAKEVEN_TRY(trials[Serial], benchmarks::warmTrial(Serial, Workload, Size, "serial", 1));
    BREAKEVEN_TRY(trials[One], benchmarks::warmTrial(One, Workload, Size, "tbb", workers));
    BREAKEVEN_TRY(trials[Other], benchmarks::warmTrial(Other, Workload, Size, "tbb", workers));
    return benchmarks::ProofBlock(std::move(trials), seed);
}

/// Log of the ratio that is found, whose truth is 0, while the load grows over all samples.
Result<double> biasOf(const std::vector<std::vector<int>>& rounds, Load& load, std::uint64_t seed) {
    BREAKEVEN_TRY(auto block, makeBlock(seed));
    load = 0;
    BREAKEVEN_TRY(const auto first, block.runRound());
    std::vector<std::vector<Seconds>> times(3);
    for (std::size_t round = 0; round < rounds.size(); ++round) {
        load = MostLoad * static_cast<double>(round) / static_cast<double>(rounds.size());
        BREAKEVEN_TRY(const auto samples, block.runRound(rounds[round]));
        for (const auto& sample : samples)
            times[static_cast<std::size_t>(sample.trial)].push_back(sample.seconds);
    }
    load = 0;
    std::vector<TimePair> pairs;
    for (std::size_t i = 0; i < times[One].size(); ++i)
        pairs.push_back({.base = times[One][i], .other = times[Other][i]});
    BREAKEVEN_TRY(const RatioEstimate ratio, pairedRatio(pairs));
    return std::log(ratio.value);
}

struct Biases {
    std::vector<double> ours;
    std::vector<double> naive;
};

/// |bias of ours| / |bias of the naive order|, the bias being the mean over the repeats.
double shareOf(const Biases& biases) {
    const auto mean = [](const std::vector<double>& values) {
        double sum = 0;
        for (const double value : values)
            sum += value;
        return sum / static_cast<double>(values.size());
    };
    return std::abs(mean(biases.ours)) / std::abs(mean(biases.naive));
}

/// Percentile interval of resampled repeats.
Interval<double> intervalOf(const Biases& biases, std::uint64_t seed) {
    RandomStream random(seed, 0);
    const auto resampled = [&random](const std::vector<double>& values) {
        std::vector<double> drawn(values.size());
        std::ranges::generate(drawn, [&] { return values[randomBelow(random(), 0, values.size())]; });
        return drawn;
    };
    std::vector<double> shares(Resamples);
    std::ranges::generate(shares, [&] { return shareOf({resampled(biases.ours), resampled(biases.naive)}); });
    std::ranges::sort(shares);
    return {shares[Resamples / 40], shares[Resamples - 1 - Resamples / 40]};
}

Result<Claim> biasClaim(const std::string& name, const std::vector<double>& biases) {
    std::vector<double> ratios;
    std::ranges::transform(biases, std::back_inserter(ratios), [](double bias) { return std::exp(bias); });
    return benchmarks::medianClaim(name, "ratio", ratios);
}

Result<std::vector<Claim>> run(Load& load, const benchmarks::ProofOptions& options) {
    const std::size_t pairs = options.quick ? 12 : 200;
    const std::vector<std::vector<int>> together(pairs, {One, Other});
    std::vector<std::vector<int>> apart(pairs, {One});
    apart.resize(2 * pairs, {Other});
    Biases biases;
    for (int repeat = 0; repeat < options.repeatsOr(12, 2); ++repeat) {
        const auto seed = options.seed + static_cast<std::uint64_t>(repeat);
        BREAKEVEN_TRY(biases.ours.emplace_back(), biasOf(together, load, seed));
        BREAKEVEN_TRY(biases.naive.emplace_back(), biasOf(apart, load, seed));
    }
    BREAKEVEN_TRY(auto ours, biasClaim("equals in our blocks", biases.ours));
    BREAKEVEN_TRY(auto naive, biasClaim("equals, all of one first", biases.naive));
    return std::vector{std::move(ours), std::move(naive),
                       Claim{.name = "bias of ours / of all of one first",
                             .unit = "ratio",
                             .value = shareOf(biases),
                             .interval = intervalOf(biases, options.seed),
                             .count = biases.ours.size(),
                             .must = benchmarks::atMost(1.0 / 3),
                             .aim = benchmarks::atMost(1.0 / 10)}};
}

}  // namespace

int main(int argc, char** argv) {
    void* const memory = mmap(nullptr, sizeof(Load), PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    if (memory == MAP_FAILED) return 1;
    Load& load = *new (memory) Load(0);
    const pid_t neighbour = fork();
    if (neighbour < 0) return 1;
    if (neighbour == 0) takeCpu(load);
    const int status = benchmarks::runProof(
        "drift", argc, argv, [&](const benchmarks::ProofOptions& options) { return run(load, options); });
    kill(neighbour, SIGKILL);
    waitpid(neighbour, nullptr, 0);
    return status;
}
