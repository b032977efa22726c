// A round trip to a worker process against the bare machine: one item submitted and awaited, against a ping-pong over
// one cache line of shared memory. Hot: both sides spin. Parked: both sides sleep in the kernel when the trip begins.
// Every peer is pinned to one CPU and this thread to another: a waking process often lands on its waker's CPU, where it
// neither spins at the same time nor costs a wake-up across CPUs.
#include "core/engine/spin.h"
#include "core/os/clock.h"
#include "core/stats/summary.h"
#include "tests/benchmarks/workload_list.h"

#include <csignal>
#include <new>

#include <linux/futex.h>
#include <sched.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <unistd.h>

namespace {

using namespace breakeven;

void futexWait(std::atomic<std::uint32_t>& word, std::uint32_t seen) {
    syscall(SYS_futex, &word, FUTEX_WAIT, seen, nullptr, nullptr, 0);
}

void futexWake(std::atomic<std::uint32_t>& word) {
    syscall(SYS_futex, &word, FUTEX_WAKE, 1, nullptr, nullptr, 0);
}

/// The bare machine: a peer that answers every ping, by spinning or out of a futex.
struct Table {
    alignas(64) std::atomic<std::uint32_t> hot{0};  ///< odd: ping, even: pong
    alignas(64) std::atomic<std::uint32_t> parked{0};
    alignas(64) std::atomic<bool> isHot{true};
};

[[noreturn]] void answer(Table& table) {
    prctl(PR_SET_PDEATHSIG, SIGKILL);
    for (;;) {
        // Read before isHot: whoever heats this peer changes the word after it.
        const auto parked = table.parked.load(std::memory_order_acquire);
        if (table.isHot.load(std::memory_order_acquire)) {
            const auto seen = table.hot.load(std::memory_order_acquire);
            if (seen % 2 == 1) table.hot.store(seen + 1, std::memory_order_release);
#if defined(__x86_64__)
            else
                __builtin_ia32_pause();
#endif
            continue;
        }
        if (parked % 2 == 0) {
            futexWait(table.parked, parked);
            continue;
        }
        table.parked.store(parked + 1, std::memory_order_release);
        futexWake(table.parked);
    }
}

void bareHotTrip(Table& table) {
    const auto ping = table.hot.load(std::memory_order_relaxed) + 1;
    table.hot.store(ping, std::memory_order_release);
    while (table.hot.load(std::memory_order_acquire) == ping) {
#if defined(__x86_64__)
        __builtin_ia32_pause();
#endif
    }
}

void bareParkedTrip(Table& table) {
    const auto ping = table.parked.load(std::memory_order_relaxed) + 1;
    table.parked.store(ping, std::memory_order_release);
    futexWake(table.parked);
    while (table.parked.load(std::memory_order_acquire) == ping)
        futexWait(table.parked, ping);
}

/// The two ends of the trips: the first and the last CPU that this process may use.
struct Ends {
    int here = 0;
    int there = 0;
};

Ends chooseEnds() {
    cpu_set_t usable;
    CPU_ZERO(&usable);
    sched_getaffinity(0, sizeof usable, &usable);
    std::vector<int> cpus;
    for (int cpu = 0; cpu < CPU_SETSIZE; ++cpu)
        if (CPU_ISSET(cpu, &usable)) cpus.push_back(cpu);
    return {.here = cpus.front(), .there = cpus.back()};
}

void pin(pid_t pid, int cpu) {
    cpu_set_t one;
    CPU_ZERO(&one);
    CPU_SET(cpu, &one);
    sched_setaffinity(pid, sizeof one, &one);
}

/// A ping on the hot line must not be pending.
void parkPeer(Table& table) {
    table.isHot.store(false, std::memory_order_release);
}

/// The word changes, so that a peer that is about to sleep does not.
void heatPeer(Table& table) {
    table.isHot.store(true, std::memory_order_release);
    table.parked.fetch_add(2, std::memory_order_release);
    futexWake(table.parked);
}

using Trip = std::function<Result<void>()>;

/// Median time of a trip; before each, this thread is busy for longer than any worker spins, so that the other side
/// sleeps while this CPU stays awake.
Result<Seconds> parkedTime(const Trip& trip, int trips) {
    constexpr std::chrono::microseconds Gap{1000};
    std::vector<double> times;
    for (int i = 0; i < trips; ++i) {
        spinUntil([] { return false; }, Gap);
        const auto begin = Clock::now();
        BREAKEVEN_CHECK(trip());
        times.push_back(Seconds(Clock::now() - begin).count());
    }
    return Seconds(median(times));
}

Result<std::vector<benchmarks::Outcome>> run(Table& table, const Ends& ends, const benchmarks::Options& options) {
    BREAKEVEN_TRY(const auto pool, findBackend("processes")->start({.workers = 1}));
    for (const pid_t worker : pool->processes())
        pin(worker, ends.there);
    pin(0, ends.here);  // after the pool has seen how many CPUs there are
    BREAKEVEN_TRY(const auto list, benchmarks::makeList("square", 1, Sharing::Shared));
    const ListJob job = list.job(benchmarks::chunksOf(1));
    benchmarks::EndCounter counter;
    std::uint32_t submitted = 0;
    const Trip oursOnce = [&]() -> Result<void> {
        pool->submit(job, {.begin = 0, .end = 1}, counter);
        return counter.waitFor(*pool, ++submitted);
    };
    const auto repeat = [](const Trip& trip) -> TimedWork {
        return [trip](std::uint64_t iterations) -> Result<void> {
            for (std::uint64_t i = 0; i < iterations; ++i)
                BREAKEVEN_CHECK(trip());
            return {};
        };
    };
    const Trip bareHot = [&]() -> Result<void> {
        bareHotTrip(table);
        return {};
    };
    // The idle side must not spin on the CPU that the other comparison needs, so the peer is hot in its turn only.
    const TimedWork bareHotTurn = [&](std::uint64_t iterations) -> Result<void> {
        heatPeer(table);
        const auto done = repeat(bareHot)(iterations);
        parkPeer(table);
        return done;
    };
    std::vector<benchmarks::Outcome> outcomes;
    BREAKEVEN_TRY(auto hot, benchmarks::compare({.name = "hot trip / shared-memory ping-pong",
                                                 .ours = repeat(oursOnce),
                                                 .baseline = bareHotTurn,
                                                 .goal = {.must = 1.5, .aim = 1.2}},
                                                options));
    outcomes.push_back(std::move(hot));

    const Trip bareParked = [&]() -> Result<void> {
        bareParkedTrip(table);
        return {};
    };
    benchmarks::Rounds rounds;
    const int trips = options.quick ? 3 : 25;
    for (int round = 0; round < options.rounds; ++round) {
        BREAKEVEN_TRY(const Seconds ours, parkedTime(oursOnce, trips));
        BREAKEVEN_TRY(const Seconds bare, parkedTime(bareParked, trips));
        rounds.push_back({ours, bare});
    }
    BREAKEVEN_TRY(auto parked,
                  benchmarks::outcomeOf("parked trip / futex ping-pong", rounds, 0, 1, {.must = 1.5, .aim = 1.2}));
    outcomes.push_back(std::move(parked));
    return outcomes;
}

}  // namespace

int main(int argc, char** argv) {
    void* const memory = mmap(nullptr, sizeof(Table), PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    if (memory == MAP_FAILED) return 1;
    Table& table = *new (memory) Table;
    parkPeer(table);
    const pid_t peer = fork();
    if (peer < 0) return 1;
    if (peer == 0) answer(table);
    const Ends ends = chooseEnds();
    pin(peer, ends.there);
    const int status = benchmarks::runWithProcesses(
        "process-trip", argc, argv, [&](const benchmarks::Options& options) { return run(table, ends, options); },
        kernelFromRecipe);
    kill(peer, SIGKILL);
    return status;
}
