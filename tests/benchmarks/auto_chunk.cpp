// Chunk "auto" against the best of a full sweep of chunks, on lists of equal and of very unequal items. Which chunk was
// best is known only afterwards, so the figures are an upper bound of what a person could have chosen.
#include "core/os/cpus.h"
#include "core/stats/summary.h"
#include "tests/benchmarks/workload_list.h"

#include <algorithm>

namespace {

using namespace breakeven;

struct Row {
    std::string workload;
    ItemCount size;  ///< about 10 ms of work
    Params params;
    std::string name;
};

std::vector<Row> rows() {
    return {{"square", 8'000'000, {}, "square"},
            {"primes", 4'000, {}, "primes"},
            {"mandelbrot", 40'000, {}, "mandelbrot"},
            {"imbalance", 2'000, {{"distribution", "linear"}, {"steps", 5000.0}}, "linear"},
            {"imbalance", 20'000, {{"distribution", "exponential"}, {"steps", 500.0}}, "exponential"},
            {"imbalance", 10'000, {{"distribution", "one-heavy"}, {"steps", 1000.0}}, "one heavy"}};
}

std::size_t fastest(const benchmarks::Rounds& rounds, std::size_t from) {
    std::vector<double> medians;
    for (std::size_t column = from; column < rounds.front().size(); ++column) {
        std::vector<double> times;
        for (const auto& round : rounds)
            times.push_back(round[column].count());
        medians.push_back(median(times));
    }
    return from + static_cast<std::size_t>(std::ranges::min_element(medians) - medians.begin());
}

Result<benchmarks::Outcome> compareChunks(const std::string& backend, const Row& row,
                                          const benchmarks::Options& options) {
    BREAKEVEN_TRY(const auto pool, findBackend(backend)->start({.workers = usableCpus().count}));
    BREAKEVEN_TRY(const auto list, benchmarks::makeList(row.workload, row.size, Sharing::Shared, row.params));
    std::vector<TimedWork> works = {benchmarks::mapWork(*pool, list)};
    std::vector<ItemCount> chunks = {0};
    for (ItemCount chunk = 1; chunk < row.size; chunk *= 4) {
        works.push_back(benchmarks::mapWork(*pool, list, benchmarks::chunksOf(chunk)));
        chunks.push_back(chunk);
    }
    BREAKEVEN_TRY(const auto rounds, benchmarks::measureRounds(works, options));
    const std::size_t best = fastest(rounds, 1);
    return benchmarks::outcomeOf(backend + ", " + row.name + ": auto / " + std::to_string(chunks[best]), rounds, 0,
                                 best, {.must = 1.15, .aim = 1.05});
}

Result<std::vector<benchmarks::Outcome>> run(const benchmarks::Options& options) {
    std::vector<benchmarks::Outcome> outcomes;
    for (const std::string backend : {"threads", "processes"})
        for (const auto& row : rows()) {
            BREAKEVEN_TRY(auto outcome, compareChunks(backend, row, options));
            outcomes.push_back(std::move(outcome));
        }
    return outcomes;
}

}  // namespace

int main(int argc, char** argv) {
    return benchmarks::runWithProcesses("auto-chunk", argc, argv, run, kernelFromRecipe);
}
