// What it costs to call two threads together and let them go again: our own pool, hot, over an empty list of two items,
// against an empty OpenMP region of two. A region waits for both its threads; a map is over when both items are done,
// and a thread that comes too late for one is not waited for.
#include "tests/benchmarks/lists.h"

namespace {

using namespace breakeven;

class Nothing final : public Kernel {
public:
    void run(ItemCount, ItemCount) override {}
};

Result<std::vector<benchmarks::Outcome>> run(const benchmarks::Options& options) {
    constexpr int Workers = 2;
    BREAKEVEN_TRY(const auto pool, findBackend("threads")->start({.workers = Workers}));
    Nothing kernel;
    const ListJob job{.kernel = kernel, .size = Workers, .chunk = benchmarks::chunksOf(1)};
    const auto ours = [&](std::uint64_t iterations) -> Result<void> {
        for (std::uint64_t i = 0; i < iterations; ++i)
            BREAKEVEN_CHECK(pool->map(job));
        return {};
    };
    const auto region = [](std::uint64_t iterations) -> Result<void> {
        for (std::uint64_t i = 0; i < iterations; ++i) {
#pragma omp parallel num_threads(Workers)
            asm volatile("" ::: "memory");
        }
        return {};
    };
    return benchmarks::compareAll({{.name = "fork-join of 2, threads / OpenMP",
                                    .ours = ours,
                                    .baseline = region,
                                    .goal = {.must = 1.2, .aim = 0.8}}},
                                  options);
}

}  // namespace

int main(int argc, char** argv) {
    return benchmarks::runProgram("fork-join", argc, argv, run);
}
