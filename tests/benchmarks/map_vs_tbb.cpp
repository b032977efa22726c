// What the engine's map costs over a hand-written tbb::parallel_for: square, warm, same number of workers, same
// partitioner, at about 50 us, 0.5 ms and 10 ms of work on two cores.
#include "core/engine/worker_pool.h"
#include "core/os/cpus.h"
#include "core/os/memory.h"
#include "core/workloads/slots.h"
#include "core/workloads/workload.h"
#include "tests/benchmarks/harness.h"

#include <oneapi/tbb/blocked_range.h>
#include <oneapi/tbb/parallel_for.h>
#include <oneapi/tbb/task_arena.h>

#include <iostream>
#include <memory>

namespace {

using namespace breakeven;

struct SquareList {
    MemoryBlock memory;
    std::unique_ptr<Workload> workload;
    ItemCount size = 0;
};

Result<SquareList> makeList(ItemCount size) {
    const ListRecipe recipe{.workload = "square", .params = {}, .size = size};
    SquareList list{.memory = {}, .workload = nullptr, .size = size};
    BREAKEVEN_TRY(const ByteCount bytes, listBytes(findWorkload("square")->info, size));
    BREAKEVEN_TRY(list.memory, MemoryBlock::create(bytes, Sharing::Private));
    BREAKEVEN_TRY(list.workload, bindList(recipe, list.memory.bytes()));
    list.workload->generate(1);
    return list;
}

/// The baseline is what one writes by hand for this one workload, over the same pages.
benchmarks::Comparison compareOn(const SquareList& list, WorkerPool& pool, tbb::task_arena& arena,
                                 const std::string& name) {
    auto memory = list.memory.bytes();
    const double* const input = takeSlots<double>(memory, list.size).data();
    double* const output = takeSlots<double>(memory, list.size).data();
    const auto ours = [&pool, &list](std::uint64_t iterations) -> Result<void> {
        const ListJob job{.kernel = *list.workload, .size = list.size, .chunk = {}};
        for (std::uint64_t i = 0; i < iterations; ++i)
            BREAKEVEN_CHECK(pool.map(job));
        return {};
    };
    const auto baseline = [&arena, input, output, size = list.size](std::uint64_t iterations) -> Result<void> {
        using Range = tbb::blocked_range<ItemCount>;
        for (std::uint64_t i = 0; i < iterations; ++i)
            arena.execute([&] {
                tbb::parallel_for(
                    Range(0, size),
                    [input, output](const Range& range) {
                        for (ItemCount item = range.begin(); item < range.end(); ++item)
                            output[item] = input[item] * input[item];
                    },
                    tbb::auto_partitioner());
            });
        return {};
    };
    return {.name = name, .ours = ours, .baseline = baseline};
}

Result<int> runBenchmark(const benchmarks::Options& options) {
    const WorkerCount workers = usableCpus().count;
    BREAKEVEN_TRY(const auto pool, findBackend("tbb")->start({.workers = workers}));
    tbb::task_arena arena(workers);
    std::vector<SquareList> lists;
    for (const ItemCount size : {ItemCount{250'000}, ItemCount{2'000'000}, ItemCount{20'000'000}}) {
        BREAKEVEN_TRY(auto list, makeList(size));
        lists.push_back(std::move(list));
    }
    std::vector<benchmarks::Comparison> comparisons;
    for (const auto& list : lists)
        comparisons.push_back(compareOn(list, *pool, arena, "square " + std::to_string(list.size)));
    return benchmarks::runAll("map-vs-tbb", comparisons, options);
}

}  // namespace

int main(int argc, char** argv) {
    const auto options = benchmarks::parseOptions(argc, argv);
    const auto status = options ? runBenchmark(*options) : Result<int>(options.error());
    if (status) return *status;
    std::cerr << "map_vs_tbb: " << status.error().detail << '\n';
    return 2;
}
