#include "core/analysis/self_test.h"

#include "core/analysis/curves.h"
#include "core/analysis/speedup.h"
#include "core/analysis/trial_verdict.h"
#include "core/stats/ratio.h"
#include "core/stats/several_tests.h"
#include "core/stats/summary.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>
#include <vector>

namespace breakeven {

namespace {

struct List {
    const char* workload;
    const char* size;
};

/// Dispatch, memory, reading alone, uneven work.
constexpr std::array<List, 4> Lists{
    {{"square", "10000"}, {"square", "1000000"}, {"sum-of-squares", "200000"}, {"mandelbrot", "2000"}}};
constexpr int Rounds = 21;

ExperimentSpec specOf(const SelfTestSettings& settings) {
    ExperimentSpec spec;
    spec.name = "self-test";
    spec.title = "Self-test";
    spec.x = "workers";  // over sizes, the plan would grow where a break-even lies, and not by twins
    spec.seed = settings.seed;
    spec.stopping = {.precision = 1e-6,  // never reached: every comparison has the same rounds
                     .minSamples = Rounds,
                     .maxSamples = Rounds,
                     .maxTime = settings.maxTime,
                     .launches = 3};
    for (const auto& [workload, size] : Lists) {
        Case& row = spec.cases.emplace_back();
        row.workload = workload;
        row.backends = {"serial", "tbb", "openmp-static", "threads", "processes"};
        row.sizes = size;
    }
    return spec;
}

}  // namespace

Result<Plan> selfTestPlan(const SelfTestSettings& settings, const Catalog& catalog, CpuCounts cpus) {
    BREAKEVEN_TRY(Plan plan, makePlan(specOf(settings), catalog, cpus));
    const std::vector<Block> singles = std::exchange(plan.blocks, {});
    const std::vector<Trial> originals = std::exchange(plan.trials, {});
    for (int repeat = 0; repeat < settings.repeats; ++repeat) {
        for (const Block& single : singles) {
            Block& block = plan.blocks.emplace_back();
            block.id = static_cast<int>(plan.blocks.size()) - 1;
            for (const int original : single.trials) {
                for (int twin = 0; twin < 2; ++twin) {
                    block.trials.push_back(static_cast<int>(plan.trials.size()));
                    plan.trials.push_back(originals[static_cast<std::size_t>(original)]);
                    plan.trials.back().id = block.trials.back();
                }
            }
        }
    }
    return plan;
}

std::optional<SelfTest> selfTestOf(const Results& results) {
    SelfTest test;
    std::vector<double> widths;
    for (const TrialResult& first : results.trials()) {
        if (first.trial.id % 2 != 0) continue;
        const TrialResult* second = results.find(first.trial.id + 1);
        const bool isMade = second != nullptr && isComparable(first) && isComparable(*second);
        const auto ratio = isMade ? pairedRatio(pairedTimes(first, *second)) : RatioEstimate();
        if (!ratio || !ratio->interval) {
            ++test.missing;
            continue;
        }
        const auto [low, high] = *ratio->interval;
        ++test.comparisons;
        test.different += low > 1 || high < 1;
        test.beyondGate += low > 1 + PracticalGate || high < 1 / (1 + PracticalGate);
        widths.push_back(std::sqrt(high / low) - 1);
    }
    if (test.comparisons == 0) return std::nullopt;
    test.allowed = binomialQuantile(test.comparisons, Significance, 0.975);
    test.resolution = median(widths);
    test.worst = std::ranges::max(widths);
    return test;
}

std::size_t binomialQuantile(std::size_t count, double share, double probability) {
    double weight = std::pow(1 - share, static_cast<double>(count));
    double sum = weight;
    std::size_t k = 0;
    while (sum < probability && k < count) {
        weight *= static_cast<double>(count - k) / static_cast<double>(k + 1) * share / (1 - share);
        sum += weight;
        ++k;
    }
    return k;
}

}  // namespace breakeven
