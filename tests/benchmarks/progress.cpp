// What counting costs: a map whose progress is counted against the same map without, over items that take next to
// nothing. The cost of one item is the difference of the two times divided by the number of items; it is meant to be
// at most 5 ns.
#include "core/engine/call_progress.h"
#include "tests/benchmarks/workload_list.h"

namespace {

using namespace breakeven;

constexpr int Workers = 2;
constexpr ItemCount Items = 1'000'000;

Result<benchmarks::Outcome> counted(const std::string& name, ChunkPolicy chunk, const benchmarks::Options& options) {
    BREAKEVEN_TRY(const auto list, benchmarks::makeList("identity", Items, Sharing::Private));
    BREAKEVEN_TRY(const auto pool, findBackend("threads")->start({.workers = Workers}));
    ProgressCounter counter;
    CountedKernel kernel(*list.workload, counter);
    const TimedWork ours = [&](std::uint64_t iterations) -> Result<void> {
        for (std::uint64_t i = 0; i < iterations; ++i)
            BREAKEVEN_CHECK(pool->map({.kernel = kernel, .size = Items, .chunk = chunk}));
        return {};
    };
    return benchmarks::compare(
        {.name = name, .ours = ours, .baseline = benchmarks::mapWork(*pool, list, chunk), .goal = {}}, options);
}

/// In processes, items are counted one by one by the rules of the job.
Result<benchmarks::Outcome> countedElsewhere(const std::string& name, const benchmarks::Options& options) {
    BREAKEVEN_TRY(const auto list, benchmarks::makeList("identity", Items, Sharing::Shared));
    BREAKEVEN_TRY(const auto pool, findBackend("processes")->start({.workers = Workers}));
    const TimedWork ours = [&](std::uint64_t iterations) -> Result<void> {
        for (std::uint64_t i = 0; i < iterations; ++i) {
            JobControl control;
            ListJob job = list.job();
            job.control = &control;
            BREAKEVEN_CHECK(pool->map(job));
        }
        return {};
    };
    return benchmarks::compare({.name = name, .ours = ours, .baseline = benchmarks::mapWork(*pool, list), .goal = {}},
                               options);
}

Result<std::vector<benchmarks::Outcome>> run(const benchmarks::Options& options) {
    std::vector<benchmarks::Outcome> outcomes;
    BREAKEVEN_TRY(outcomes.emplace_back(), counted("threads, chunk auto: counted / not", {}, options));
    BREAKEVEN_TRY(outcomes.emplace_back(),
                  counted("threads, chunk 1: counted / not", benchmarks::chunksOf(1), options));
    BREAKEVEN_TRY(outcomes.emplace_back(), countedElsewhere("processes: item by item / not", options));
    return outcomes;
}

}  // namespace

int main(int argc, char** argv) {
    return benchmarks::runWithProcesses("progress", argc, argv, run, kernelFromRecipe);
}
