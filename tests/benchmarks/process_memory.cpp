// Lists in shared memory are not copied: a map over 256 MB on worker processes against the same map on threads.
#include "core/os/cpus.h"
#include "tests/benchmarks/workload_list.h"

namespace {

using namespace breakeven;

Result<std::vector<benchmarks::Outcome>> run(const benchmarks::Options& options) {
    const ItemCount size = (options.quick ? 1 : 256) * 1'000'000 / (2 * sizeof(double));
    BREAKEVEN_TRY(const auto list, benchmarks::makeList("square", size, Sharing::Shared));
    const PoolOptions workers{.workers = usableCpus().count};
    BREAKEVEN_TRY(const auto processes, findBackend("processes")->start(workers));
    BREAKEVEN_TRY(const auto threads, findBackend("threads")->start(workers));
    return benchmarks::compareAll({{.name = "square over 256 MB, processes / threads",
                                    .ours = benchmarks::mapWork(*processes, list),
                                    .baseline = benchmarks::mapWork(*threads, list),
                                    .goal = {.must = 1.10, .aim = 1.02}}},
                                  options);
}

}  // namespace

int main(int argc, char** argv) {
    return benchmarks::runWithProcesses("process-memory", argc, argv, run, kernelFromRecipe);
}
