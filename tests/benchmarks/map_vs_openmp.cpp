// What the engine's map costs over a hand-written `omp parallel for`: square, warm, same team, same schedule and chunk,
// at about 50 us, 1 ms and 20 ms of work on two cores.
#include "core/os/cpus.h"
#include "core/workloads/slots.h"
#include "tests/benchmarks/workload_list.h"

namespace {

using namespace breakeven;
using benchmarks::BoundList;

constexpr ItemCount Chunk = 8192;

struct Squares {
    const double* input;
    double* output;
    ItemCount size;
    int workers;
};

void squareStatic(const Squares& list) {
#pragma omp parallel for schedule(static) num_threads(list.workers)
    for (ItemCount i = 0; i < list.size; ++i)
        list.output[i] = list.input[i] * list.input[i];
}

void squareDynamic(const Squares& list) {
#pragma omp parallel for schedule(dynamic, Chunk) num_threads(list.workers)
    for (ItemCount i = 0; i < list.size; ++i)
        list.output[i] = list.input[i] * list.input[i];
}

void squareGuided(const Squares& list) {
#pragma omp parallel for schedule(guided, Chunk) num_threads(list.workers)
    for (ItemCount i = 0; i < list.size; ++i)
        list.output[i] = list.input[i] * list.input[i];
}

TimedWork byHand(const BoundList& list, WorkerCount workers, void (*square)(const Squares&)) {
    auto memory = list.memory.bytes();
    Squares squares{.input = takeSlots<double>(memory, list.size).data(),
                    .output = takeSlots<double>(memory, list.size).data(),
                    .size = list.size,
                    .workers = workers};
    return [squares, square](std::uint64_t iterations) -> Result<void> {
        for (std::uint64_t i = 0; i < iterations; ++i)
            square(squares);
        return {};
    };
}

struct Row {
    std::string backend;
    ChunkPolicy chunk;
    void (*baseline)(const Squares&);
};

Result<std::vector<benchmarks::Outcome>> run(const benchmarks::Options& options) {
    const WorkerCount workers = usableCpus().count;
    const std::vector<Row> rows = {{"openmp-static", {}, squareStatic},
                                   {"openmp-dynamic", benchmarks::chunksOf(Chunk), squareDynamic},
                                   {"openmp-guided", benchmarks::chunksOf(Chunk), squareGuided}};
    std::vector<benchmarks::Outcome> outcomes;
    for (const ItemCount size : {ItemCount{250'000}, ItemCount{3'000'000}, ItemCount{40'000'000}}) {
        BREAKEVEN_TRY(const BoundList list, benchmarks::makeList("square", size, Sharing::Private));
        for (const auto& row : rows) {
            BREAKEVEN_TRY(const auto pool, findBackend(row.backend)->start({.workers = workers}));
            BREAKEVEN_TRY(auto outcome, benchmarks::compare({.name = row.backend + ", square " + std::to_string(size),
                                                             .ours = benchmarks::mapWork(*pool, list, row.chunk),
                                                             .baseline = byHand(list, workers, row.baseline),
                                                             .goal = {.must = 1.05, .aim = 1.03}},
                                                            options));
            outcomes.push_back(std::move(outcome));
        }
    }
    return outcomes;
}

}  // namespace

int main(int argc, char** argv) {
    return benchmarks::runProgram("map-vs-openmp", argc, argv, run);
}
