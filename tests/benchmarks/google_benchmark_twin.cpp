// The kernels of timed_kernels.h under Google Benchmark; accuracy_vs_google_benchmark runs it.
#include "tests/benchmarks/timed_kernels.h"

#include <benchmark/benchmark.h>

int main(int argc, char** argv) {
    for (const auto& kernel : breakeven::benchmarks::timedKernels())
        benchmark::RegisterBenchmark(kernel.name, [run = kernel.run](benchmark::State& state) {
            breakeven::benchmarks::keep(run());  // the first call makes the data
            for ([[maybe_unused]] auto _ : state)
                breakeven::benchmarks::keep(run());
        })->UseRealTime();
    benchmark::Initialize(&argc, argv);
    return benchmark::RunSpecifiedBenchmarks() == 1 ? 0 : 1;
}
