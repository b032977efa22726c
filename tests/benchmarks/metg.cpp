// METG: the shortest item at which a pool that gets every item on its own still reaches 50 % efficiency (Slaughter et
// al., Task Bench, 2020). Items are submitted one by one and awaited together; threads are compared with
// tbb::task_group, worker processes with 1 us, the figure that is aimed at.
#include "core/os/clock.h"
#include "core/os/cpus.h"
#include "tests/benchmarks/lists.h"

#include <oneapi/tbb/task_arena.h>
#include <oneapi/tbb/task_group.h>

#include <algorithm>
#include <cmath>

namespace {

using namespace breakeven;

/// Arithmetic that takes time in proportion to `turns` and cannot be left out.
double turn(std::uint64_t turns) {
    double value = 1;
    for (std::uint64_t i = 0; i < turns; ++i) {
        value = value * 0.999 + 0.5;
        asm volatile("" : "+x"(value));
    }
    return value;
}

/// The recipe is the number of turns per item.
class Turns final : public Kernel {
public:
    explicit Turns(std::uint64_t turns) : m_turns(turns) {}
    void run(ItemCount begin, ItemCount end) override {
        for (ItemCount item = begin; item < end; ++item)
            turn(m_turns);
    }

private:
    std::uint64_t m_turns;
};

Result<std::unique_ptr<Kernel>> turnsFromRecipe(const std::string& recipe, std::span<std::byte>) {
    return std::unique_ptr<Kernel>(std::make_unique<Turns>(std::stoull(recipe)));
}

using Submitter = std::function<Result<void>(std::uint64_t turns, ItemCount items)>;

Result<Seconds> timeOf(const Submitter& submit, std::uint64_t turns, ItemCount items) {
    BREAKEVEN_CHECK(submit(turns, items / 4));  // hot again
    const auto begin = Clock::now();
    BREAKEVEN_CHECK(submit(turns, items));
    return Seconds(Clock::now() - begin);
}

/// Item times from long to short until efficiency falls below a half; interpolated on the logarithm of time.
Result<Seconds> shortestItem(const Submitter& submit, Seconds perTurn, WorkerCount workers, bool isQuick) {
    constexpr double Step = 1.5;
    constexpr double Longest = 100e-6;
    constexpr double Shortest = 5e-9;
    double lastTime = 0;
    double lastEfficiency = 0;
    for (double wanted = Longest; wanted >= Shortest; wanted /= Step) {
        const auto turns = std::max<std::uint64_t>(1, static_cast<std::uint64_t>(wanted / perTurn.count()));
        const double itemTime = static_cast<double>(turns) * perTurn.count();
        // Long against a scheduler's tick of 4 ms, after which threads that share a CPU are pulled apart.
        const auto items = static_cast<ItemCount>(std::clamp((isQuick ? 0.2e-3 : 30e-3) / itemTime, 50.0, 200'000.0));
        BREAKEVEN_TRY(const Seconds time, timeOf(submit, turns, items));
        const double efficiency = itemTime * static_cast<double>(items) / (time.count() * workers);
        if (efficiency < 0.5) {
            if (lastTime == 0) return Seconds(itemTime);
            const double share = (lastEfficiency - 0.5) / (lastEfficiency - efficiency);
            return Seconds(lastTime * std::pow(itemTime / lastTime, share));
        }
        lastTime = itemTime;
        lastEfficiency = efficiency;
    }
    return Seconds(lastTime);
}

Seconds timePerTurn() {
    constexpr std::uint64_t Turns = 2'000'000;
    turn(Turns);
    const auto begin = Clock::now();
    turn(Turns);
    return Seconds(Clock::now() - begin) / static_cast<double>(Turns);
}

Submitter throughPool(WorkerPool& pool, const MemoryBlock& memory) {
    return [&pool, &memory](std::uint64_t turns, ItemCount items) {
        Turns kernel(turns);
        const SharedKernel shared{
            .recipe = std::to_string(turns), .memoryFd = memory.fd(), .bytes = memory.bytes().size()};
        return benchmarks::submitEach(
            pool, {.kernel = kernel, .size = items, .chunk = benchmarks::chunksOf(1), .shared = &shared});
    };
}

/// What one writes by hand: one task per item.
Submitter throughTaskGroup(tbb::task_arena& arena) {
    return [&arena](std::uint64_t turns, ItemCount items) -> Result<void> {
        arena.execute([&] {
            tbb::task_group group;
            for (ItemCount item = 0; item < items; ++item)
                group.run([turns] { turn(turns); });
            group.wait();
        });
        return {};
    };
}

Result<std::vector<benchmarks::Outcome>> run(const benchmarks::Options& options) {
    const WorkerCount workers = usableCpus().count;
    BREAKEVEN_TRY(const auto threads, findBackend("threads")->start({.workers = workers}));
    BREAKEVEN_TRY(const auto processes, findBackend("processes")->start({.workers = workers}));
    BREAKEVEN_TRY(const auto memory, MemoryBlock::create(1, Sharing::Shared));
    tbb::task_arena arena(workers);
    const std::vector<Submitter> submitters = {throughPool(*threads, memory), throughTaskGroup(arena),
                                               throughPool(*processes, memory)};
    benchmarks::Rounds rounds;
    for (int round = 0; round < options.rounds; ++round) {
        const Seconds perTurn = timePerTurn();
        std::vector<Seconds> row;
        for (const auto& submitter : submitters) {
            quiesce();
            BREAKEVEN_TRY(const Seconds metg, shortestItem(submitter, perTurn, workers, options.quick));
            row.push_back(metg);
        }
        row.push_back(Seconds(1e-6));
        rounds.push_back(std::move(row));
    }
    BREAKEVEN_TRY(auto ofThreads,
                  benchmarks::outcomeOf("METG, threads / tbb::task_group", rounds, 0, 1, {.must = 2, .aim = 1}));
    BREAKEVEN_TRY(auto ofProcesses,
                  benchmarks::outcomeOf("METG, processes / 1 us", rounds, 2, 3, {.must = 5, .aim = 1}));
    return std::vector{std::move(ofThreads), std::move(ofProcesses)};
}

}  // namespace

int main(int argc, char** argv) {
    return benchmarks::runWithProcesses("metg", argc, argv, run, turnsFromRecipe);
}
