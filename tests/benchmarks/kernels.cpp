// The kernels that should run at the machine's limit, on one core: against a loop for this machine alone, with the list
// in the cache, and against STREAM's loops over as many bytes, with lists far beyond it.
#include "core/os/memory.h"
#include "core/workloads/slots.h"
#include "tests/benchmarks/by_hand.h"
#include "tests/benchmarks/workload_list.h"

#include <functional>
#include <memory>
#include <vector>

namespace {

using namespace breakeven;
using benchmarks::BoundList;
namespace byHand = benchmarks::byHand;

volatile double sink = 0;  ///< keeps what is only read from being left out

TimedWork repeated(std::function<void()> once) {
    return [once = std::move(once)](std::uint64_t iterations) -> Result<void> {
        for (std::uint64_t i = 0; i < iterations; ++i)
            once();
        return {};
    };
}

/// The numbers of a list, which its workload keeps as rows.
template <class Number>
struct Numbers {
    Numbers(const BoundList& list, ItemCount inputsPerItem, ItemCount outputsPerItem) {
        auto memory = list.memory.bytes();
        input = takeSlots<Number>(memory, inputsPerItem * list.size);
        output = takeSlots<Number>(memory, outputsPerItem * list.size);
    }
    std::span<Number> input;
    std::span<Number> output;
};

struct Row {
    std::string workload;
    bool folds = false;
    std::function<void(const BoundList&)> byHand;
};

std::vector<Row> rows() {
    return {{.workload = "square",
             .byHand =
                 [](const BoundList& list) {
                     const Numbers<double> numbers(list, 1, 1);
                     byHand::square(numbers.input, numbers.output);
                 }},
            {.workload = "triad",
             .byHand =
                 [](const BoundList& list) {
                     const Numbers<double> numbers(list, 2, 1);
                     byHand::triad(numbers.input, 3, numbers.output);
                 }},
            {.workload = "rows-in-range",
             .byHand =
                 [](const BoundList& list) {
                     const Numbers<std::uint8_t> numbers(list, 5, 1);
                     byHand::rowsInRange(numbers.input, 4, 8, numbers.output);
                 }},
            {.workload = "sum-of-squares",
             .folds = true,
             .byHand = [](const BoundList& list) { sink = byHand::sumOfSquares(Numbers<double>(list, 1, 1).input); }},
            {.workload = "normalise-rows", .byHand = [](const BoundList& list) {
                 const Numbers<double> numbers(list, 4, 4);
                 byHand::normaliseRows(numbers.input, numbers.output);
             }}};
}

TimedWork kernelWork(const Row& row, const BoundList& list) {
    Workload& kernel = *list.workload;
    if (row.folds) return repeated([&kernel, size = list.size] { kernel.fold(0, size); });
    return repeated([&kernel, size = list.size] { kernel.run(0, size); });
}

/// As many bytes as the kernel moves, in lists of its own.
TimedWork streamWork(const Row& row, ItemCount items) {
    const WorkloadInfo& info = findWorkload(row.workload)->info;
    if (row.folds) {
        const auto input = std::make_shared<std::vector<double>>(items, 1.0);
        return repeated([input] { sink = byHand::sum(*input); });
    }
    const ItemCount half = items * (info.inputBytesPerItem + info.outputBytesPerItem) / (2 * sizeof(double));
    const auto input = std::make_shared<std::vector<double>>(half, 1.0);
    const auto output = std::make_shared<std::vector<double>>(half, 1.0);
    return repeated([input, output] { byHand::scale(*input, *output); });
}

Result<std::vector<benchmarks::Outcome>> run(const benchmarks::Options& options) {
    constexpr ItemCount InCache = 2000;
    const ItemCount inMemory = options.quick ? 100'000 : 10'000'000;
    constexpr benchmarks::Goal Goal{.must = 1 / 0.9, .aim = 1};
    std::vector<benchmarks::Outcome> outcomes;
    for (const Row& row : rows()) {
        BREAKEVEN_TRY(const BoundList small, benchmarks::makeList(row.workload, InCache, Sharing::Private));
        BREAKEVEN_TRY(auto byLoop, benchmarks::compare({.name = row.workload + ", cached, by hand",
                                                        .ours = kernelWork(row, small),
                                                        .baseline = repeated([&] { row.byHand(small); }),
                                                        .goal = Goal},
                                                       options));
        outcomes.push_back(std::move(byLoop));
        BREAKEVEN_TRY(const BoundList large, benchmarks::makeList(row.workload, inMemory, Sharing::Private));
        BREAKEVEN_TRY(auto byLoopInMemory, benchmarks::compare({.name = row.workload + ", large, by hand",
                                                                .ours = kernelWork(row, large),
                                                                .baseline = repeated([&] { row.byHand(large); }),
                                                                .goal = Goal},
                                                               options));
        outcomes.push_back(std::move(byLoopInMemory));
        BREAKEVEN_TRY(auto byStream, benchmarks::compare({.name = row.workload + ", large, STREAM",
                                                          .ours = kernelWork(row, large),
                                                          .baseline = streamWork(row, inMemory),
                                                          .goal = Goal},
                                                         options));
        outcomes.push_back(std::move(byStream));
    }
    return outcomes;
}

}  // namespace

int main(int argc, char** argv) {
    return benchmarks::runProgram("kernels", argc, argv, run);
}
