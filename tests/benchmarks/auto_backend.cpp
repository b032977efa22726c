// Backend "auto" against the best of the others, over workloads and sizes from a few items to some milliseconds of
// work, and the geometric mean over all of them. Which backend was best is known only afterwards.
#include "core/os/cpus.h"
#include "core/stats/summary.h"
#include "tests/benchmarks/workload_list.h"

#include <algorithm>
#include <cmath>

namespace {

using namespace breakeven;

constexpr std::string_view Others[] = {"serial", "tbb", "tbb-static", "threads", "openmp-static", "stdpar"};

struct Row {
    std::string workload;
    ItemCount size;
};

std::vector<Row> rows() {
    std::vector<Row> all;
    for (const ItemCount size : {10, 1'000, 10'000, 100'000, 1'000'000, 8'000'000})
        all.push_back({"square", size});
    for (const ItemCount size : {10, 1'000, 20'000, 200'000, 2'000'000})
        all.push_back({"rows-in-range", size});
    for (const ItemCount size : {4, 40, 400, 4'000})
        all.push_back({"primes", size});
    for (const ItemCount size : {4, 100, 1'000, 40'000})
        all.push_back({"mandelbrot", size});
    for (const ItemCount size : {1, 4, 40, 400})
        all.push_back({"imbalance", size});
    return all;
}

double medianOf(const benchmarks::Rounds& rounds, std::size_t column) {
    std::vector<double> times;
    for (const auto& round : rounds)
        times.push_back(round[column].count());
    return median(times);
}

struct Comparison {
    benchmarks::Outcome outcome;
    std::vector<double> logRatios;  ///< one per round
};

Result<Comparison> compareBackends(const Row& row, const benchmarks::Options& options) {
    const PoolOptions workers{.workers = usableCpus().count};
    BREAKEVEN_TRY(const auto list, benchmarks::makeList(row.workload, row.size, Sharing::Private));
    std::vector<std::unique_ptr<WorkerPool>> pools;
    std::vector<TimedWork> works;
    BREAKEVEN_TRY(pools.emplace_back(), findBackend("auto")->start(workers));
    for (const auto other : Others) {
        BREAKEVEN_TRY(pools.emplace_back(), findBackend(other)->start(workers));
    }
    for (const auto& pool : pools)
        works.push_back(benchmarks::mapWork(*pool, list));
    BREAKEVEN_TRY(const auto rounds, benchmarks::measureRounds(works, options));

    std::size_t best = 1;
    for (std::size_t column = 2; column < works.size(); ++column)
        if (medianOf(rounds, column) < medianOf(rounds, best)) best = column;
    Comparison comparison;
    for (const auto& round : rounds)
        comparison.logRatios.push_back(std::log(round[0] / round[best]));
    const std::string name =
        row.workload + " " + std::to_string(row.size) + ": auto / " + std::string(Others[best - 1]);
    BREAKEVEN_TRY(comparison.outcome, benchmarks::outcomeOf(name, rounds, 0, best, {}));
    return comparison;
}

/// Per round the geometric mean over all rows, so that its interval is that of the rounds.
Result<benchmarks::Outcome> geometricMean(const std::vector<Comparison>& comparisons) {
    benchmarks::Rounds rounds;
    for (std::size_t round = 0; round < comparisons.front().logRatios.size(); ++round) {
        double sum = 0;
        for (const auto& comparison : comparisons)
            sum += comparison.logRatios[round];
        rounds.push_back({Seconds(std::exp(sum / static_cast<double>(comparisons.size()))), Seconds(1)});
    }
    return benchmarks::outcomeOf("geometric mean", rounds, 0, 1, {.must = 1.10, .aim = 1.03});
}

Result<std::vector<benchmarks::Outcome>> run(const benchmarks::Options& options) {
    std::vector<Comparison> comparisons;
    for (const auto& row : rows()) {
        BREAKEVEN_TRY(auto comparison, compareBackends(row, options));
        comparisons.push_back(std::move(comparison));
    }
    std::vector<benchmarks::Outcome> outcomes;
    for (const auto& comparison : comparisons)
        outcomes.push_back(comparison.outcome);
    BREAKEVEN_TRY(auto mean, geometricMean(comparisons));
    outcomes.push_back(std::move(mean));
    return outcomes;
}

}  // namespace

int main(int argc, char** argv) {
    return benchmarks::runProgram("auto-backend", argc, argv, run);
}
