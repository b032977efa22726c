// What the engine's map costs over a hand-written tbb::parallel_for: square, warm, same number of workers, same
// partitioner, at about 50 us, 1 ms and 20 ms of work on two cores.
#include "core/os/cpus.h"
#include "core/workloads/slots.h"
#include "tests/benchmarks/workload_list.h"

#include <oneapi/tbb/blocked_range.h>
#include <oneapi/tbb/parallel_for.h>
#include <oneapi/tbb/task_arena.h>

#include <functional>

namespace {

using namespace breakeven;
using benchmarks::BoundList;

/// What one writes by hand for this one workload, over the same pages. The partitioner is the caller's, so that an
/// affinity_partitioner remembers.
template <class Partitioner>
TimedWork byHand(const BoundList& list, tbb::task_arena& arena, Partitioner& partitioner, ItemCount grain) {
    auto memory = list.memory.bytes();
    const double* const input = takeSlots<double>(memory, list.size).data();
    double* const output = takeSlots<double>(memory, list.size).data();
    return [&arena, &partitioner, input, output, size = list.size, grain](std::uint64_t iterations) -> Result<void> {
        using Range = tbb::blocked_range<ItemCount>;
        for (std::uint64_t i = 0; i < iterations; ++i)
            arena.execute([&] {
                tbb::parallel_for(
                    Range(0, size, grain),
                    [input, output](const Range& range) {
                        for (ItemCount item = range.begin(); item < range.end(); ++item)
                            output[item] = input[item] * input[item];
                    },
                    partitioner);
            });
        return {};
    };
}

struct Row {
    std::string backend;
    ChunkPolicy chunk;
    std::function<TimedWork(const BoundList&)> baseline;
};

Result<std::vector<benchmarks::Outcome>> run(const benchmarks::Options& options) {
    const WorkerCount workers = usableCpus().count;
    tbb::task_arena arena(workers);
    tbb::auto_partitioner automatic;
    tbb::simple_partitioner simple;
    tbb::static_partitioner fixed;
    tbb::affinity_partitioner affinity;
    // simple_partitioner hands over between half a grain and a whole one: the fair grain is 4/3 of the chunk.
    constexpr ItemCount Grain = 8192;
    const std::vector<Row> rows = {
        {"tbb", {}, [&](const BoundList& list) { return byHand(list, arena, automatic, 1); }},
        {"tbb-simple", benchmarks::chunksOf(Grain),
         [&](const BoundList& list) { return byHand(list, arena, simple, Grain * 4 / 3); }},
        {"tbb-static", {}, [&](const BoundList& list) { return byHand(list, arena, fixed, 1); }},
        {"tbb-affinity", {}, [&](const BoundList& list) { return byHand(list, arena, affinity, 1); }}};
    const std::vector<std::pair<ItemCount, double>> sizes = {{250'000, 1.03}, {3'000'000, 1.01}, {40'000'000, 1.005}};

    std::vector<benchmarks::Outcome> outcomes;
    for (const auto& [size, aim] : sizes) {
        BREAKEVEN_TRY(const BoundList list, benchmarks::makeList("square", size, Sharing::Private));
        for (const auto& row : rows) {
            BREAKEVEN_TRY(const auto pool, findBackend(row.backend)->start({.workers = workers}));
            BREAKEVEN_TRY(auto outcome, benchmarks::compare({.name = row.backend + ", square " + std::to_string(size),
                                                             .ours = benchmarks::mapWork(*pool, list, row.chunk),
                                                             .baseline = row.baseline(list),
                                                             .goal = {.must = 1.05, .aim = aim}},
                                                            options));
            outcomes.push_back(std::move(outcome));
        }
    }
    return outcomes;
}

}  // namespace

int main(int argc, char** argv) {
    return benchmarks::runProgram("map-vs-tbb", argc, argv, run);
}
