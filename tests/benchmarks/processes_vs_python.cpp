// Worker processes against Python's multiprocessing.Pool, both warm, two workers each: one apply at a time, one
// apply-async per item, a map of a million items; and a pool from nothing to its first results.
#include "core/os/child.h"
#include "core/os/clock.h"
#include "core/stats/summary.h"
#include "core/workloads/slot_workload.h"
#include "tests/benchmarks/lists.h"

#include <charconv>
#include <numeric>

namespace {

using namespace breakeven;

constexpr WorkerCount Workers = 2;
constexpr Seconds LongestAnswer{120};

/// The program has no workload of the workbench, whose libraries the bare interpreter does not load either.
class Squares final : public SlotWorkload<double, double> {
public:
    Squares(std::span<std::byte> memory, ItemCount size) : SlotWorkload(memory, size) {}

    static ByteCount bytes(ItemCount size) { return 2 * alignedBytes(size * sizeof(double)); }

    void generate(std::uint64_t) override { std::iota(m_input.begin(), m_input.end(), 0.0); }

    void run(ItemCount begin, ItemCount end) override {
        for (ItemCount i = begin; i < end; ++i)
            m_output[i] = m_input[i] * m_input[i];
    }
};

/// recipe: the size.
Result<std::unique_ptr<Kernel>> squaresFromRecipe(const std::string& recipe, std::span<std::byte> memory) {
    return std::unique_ptr<Kernel>(std::make_unique<Squares>(memory, std::stoull(recipe)));
}

Result<benchmarks::BoundList> makeSquares(ItemCount size) {
    benchmarks::BoundList list;
    list.size = size;
    BREAKEVEN_TRY(list.memory, MemoryBlock::create(Squares::bytes(size), Sharing::Shared));
    list.workload = std::make_unique<Squares>(list.memory.bytes(), size);
    list.workload->generate(0);
    list.shared = {.recipe = std::to_string(size), .memoryFd = list.memory.fd(), .bytes = Squares::bytes(size)};
    return list;
}

Result<std::string> answerOf(Child& python) {
    BREAKEVEN_TRY(auto line, python.readLine(LongestAnswer));
    if (!line) return Error{ErrorCode::ChildCrashed, "python3: ended early"};
    return *std::move(line);
}

/// Seconds per call of one of the tasks in python_pool.py.
Result<Seconds> askPython(Child& python, const std::string& task, ItemCount count) {
    BREAKEVEN_CHECK(python.writeLine(task + " " + std::to_string(count)));
    BREAKEVEN_TRY(const std::string text, answerOf(python));
    double seconds = 0;
    const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), seconds);
    if (problem != std::errc()) return Error{ErrorCode::WorkFailed, "python3: answered '" + text + "'"};
    return Seconds(seconds);
}

Result<Seconds> timed(const TimedWork& work, ItemCount count) {
    const auto begin = Clock::now();
    BREAKEVEN_CHECK(work(count));
    return Seconds(Clock::now() - begin);
}

struct Row {
    std::string name;
    std::string task;
    ItemCount count;  ///< given to both
    TimedWork ours;
    benchmarks::Goal goal;
};

Result<benchmarks::Outcome> compareWithPython(Child& python, const Row& row, const benchmarks::Options& options) {
    benchmarks::Rounds rounds;
    for (int round = 0; round < options.rounds; ++round) {
        BREAKEVEN_CHECK(row.ours(row.count));  // untimed: hot again
        BREAKEVEN_TRY(const Seconds ours, timed(row.ours, row.count));
        BREAKEVEN_TRY(const Seconds theirs, askPython(python, row.task, row.count));
        rounds.push_back({ours, theirs});
    }
    return benchmarks::outcomeOf(row.name, rounds, 0, 1, row.goal);
}

Result<std::vector<benchmarks::Outcome>> run(const benchmarks::Options& options) {
    BREAKEVEN_TRY(auto python, Child::spawn({"python3", BREAKEVEN_PYTHON_POOL, std::to_string(Workers)}));
    BREAKEVEN_TRY(const std::string ready, answerOf(python));
    if (ready != "ready") return Error{ErrorCode::WorkFailed, "python3: answered '" + ready + "'"};

    const ItemCount most = options.quick ? 10'000 : 1'000'000;
    BREAKEVEN_TRY(const auto pool, findBackend("processes")->start({.workers = Workers}));
    BREAKEVEN_TRY(const auto list, makeSquares(most));
    BREAKEVEN_TRY(const auto few, makeSquares(Workers));
    const ListJob job = list.job();

    const TimedWork apply = [&](std::uint64_t count) -> Result<void> {
        benchmarks::EndCounter counter;
        for (std::uint64_t i = 0; i < count; ++i) {
            pool->submit(job, {.begin = i, .end = i + 1}, counter);
            BREAKEVEN_CHECK(counter.waitFor(*pool, static_cast<std::uint32_t>(i + 1)));
        }
        return {};
    };
    const TimedWork applyAsync = [&](std::uint64_t count) -> Result<void> {
        ListJob part = job;
        part.size = count;
        return benchmarks::submitEach(*pool, part);
    };
    const TimedWork map = [&](std::uint64_t) { return pool->map(job); };
    const TimedWork start = [&](std::uint64_t count) -> Result<void> {
        for (std::uint64_t i = 0; i < count; ++i) {
            BREAKEVEN_TRY(const auto fresh, findBackend("processes")->start({.workers = Workers}));
            BREAKEVEN_CHECK(fresh->map(few.job(benchmarks::chunksOf(1))));
        }
        return {};
    };
    const ItemCount calls = options.quick ? 50 : 1000;
    const std::vector<Row> rows = {
        {"apply / Pool.apply", "apply", calls, apply, {.must = 1.0 / 20, .aim = 1.0 / 100}},
        {"apply-async per item / Pool's", "apply-async", calls, applyAsync, {.must = 1.0 / 50, .aim = 1.0 / 100}},
        {"map of " + std::to_string(most) + " / Pool.map", "map", most, map, {.must = 1.0 / 50, .aim = 1.0 / 100}},
        {"pool of 2 ready / Pool(2)", "start", options.quick ? 1u : 5u, start, {.must = 1.0 / 10, .aim = 1.0 / 50}}};
    std::vector<benchmarks::Outcome> outcomes;
    for (const auto& row : rows) {
        BREAKEVEN_TRY(auto outcome, compareWithPython(python, row, options));
        outcomes.push_back(std::move(outcome));
    }
    return outcomes;
}

}  // namespace

int main(int argc, char** argv) {
    return benchmarks::runWithProcesses("processes-vs-python", argc, argv, run, squaresFromRecipe);
}
