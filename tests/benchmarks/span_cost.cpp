// What recording costs: a map over a thousand chunks of one item that does nothing, recorded and not, in one worker, so
// that all of it is wall time. Microseconds of a call are nanoseconds of a chunk. What is recorded may cost 50 ns a
// chunk; what is not is the very same call as ever, as two columns of it show.
#include "core/engine/span_recorder.h"
#include "tests/benchmarks/lists.h"

#include <algorithm>

namespace {

using namespace breakeven;

constexpr ItemCount Chunks = 1000;

class Nothing final : public Kernel {
public:
    void run(ItemCount, ItemCount) override {}
};

/// The first column less the second, beside what is allowed.
Result<benchmarks::Outcome> costOf(const benchmarks::Rounds& rounds) {
    constexpr Seconds Allowed{50e-9 * Chunks};
    constexpr Seconds NotMeasurable{1e-9};  // ratios are of positive times
    benchmarks::Rounds costs;
    for (const auto& round : rounds)
        costs.push_back({std::max(round[0] - round[1], NotMeasurable), Allowed});
    return benchmarks::outcomeOf("recording of 1000 chunks / 50 us", costs, 0, 1, {.must = 1});
}

Result<std::vector<benchmarks::Outcome>> run(const benchmarks::Options& options) {
    BREAKEVEN_TRY(const auto pool, findBackend("threads")->start({.workers = 1}));
    BREAKEVEN_TRY(auto recorder, SpanRecorder::create(1, Chunks, Sharing::Private));
    Nothing nothing;
    SpanKernel recorded(nothing, recorder);
    const auto mapOf = [&](Kernel& kernel) {
        return [&](std::uint64_t iterations) -> Result<void> {
            for (std::uint64_t i = 0; i < iterations; ++i) {
                recorder.start();  // of both, so that only the chunks differ
                BREAKEVEN_CHECK(pool->map({.kernel = kernel, .size = Chunks, .chunk = benchmarks::chunksOf(1)}));
            }
            return {};
        };
    };
    BREAKEVEN_TRY(const auto rounds,
                  benchmarks::measureRounds({mapOf(recorded), mapOf(nothing), mapOf(nothing)}, options));
    std::vector<benchmarks::Outcome> outcomes;
    BREAKEVEN_TRY(outcomes.emplace_back(), benchmarks::outcomeOf("1000 chunks: recorded / not", rounds, 0, 1, {}));
    BREAKEVEN_TRY(outcomes.emplace_back(), costOf(rounds));
    BREAKEVEN_TRY(outcomes.emplace_back(), benchmarks::outcomeOf("1000 chunks: not / not", rounds, 1, 2, {}));
    return outcomes;
}

}  // namespace

int main(int argc, char** argv) {
    return benchmarks::runProgram("span-cost", argc, argv, run);
}
