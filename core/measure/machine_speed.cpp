#include "core/measure/machine_speed.h"

#include "core/base/numbers.h"
#include "core/os/clock.h"
#include "core/stats/summary.h"

#include <algorithm>
#include <barrier>
#include <cstdint>
#if defined(__SSE2__)
#include <emmintrin.h>
#endif
#include <functional>
#include <limits>
#include <numeric>
#include <string>
#include <thread>
#include <utility>
#include <vector>

namespace breakeven {

namespace {

constexpr ByteCount TriadBytes = 24'000'000;
constexpr Seconds TriadTime{0.04};
constexpr int FewestPasses = 3;

/// Keeps the compiler from leaving out what computes the value.
void keep(const auto& value) {
    asm volatile("" : : "r,m"(value) : "memory");
}

using ThreadWork = std::function<void(WorkerCount thread)>;

/// In so many threads at once, the calling one among them. The time of each, from when all were prepared.
std::vector<double> timesOf(WorkerCount threads, const ThreadWork& work, const ThreadWork& prepare = nullptr) {
    std::vector<double> times(static_cast<std::size_t>(threads));
    std::barrier allAreThere(threads);
    const auto timed = [&](WorkerCount thread) {
        if (prepare) prepare(thread);
        allAreThere.arrive_and_wait();
        const auto begin = Clock::now();
        work(thread);
        times[static_cast<std::size_t>(thread)] = Seconds(Clock::now() - begin).count();
    };
    std::vector<std::jthread> others;
    for (WorkerCount thread = 1; thread < threads; ++thread)
        others.emplace_back(timed, thread);
    timed(0);
    others.clear();
    return times;
}

void spinOnce(WorkerCount thread) {
    constexpr int Operations = 1'000'000;  // a multiplication and an addition each
    auto value = static_cast<std::uint64_t>(thread);
    for (int i = 0; i < Operations; ++i) {
        value = value * 6364136223846793005U + 1442695040888963407U;
        keep(value);
    }
}

#if defined(__SSE2__)
constexpr bool CanFlush = true;

void flush(std::span<const double> part) {
    constexpr std::size_t LineItems = 64 / sizeof(double);
    for (std::size_t i = 0; i < part.size(); i += LineItems)
        _mm_clflush(&part[i]);
    _mm_mfence();
}

/// Parts begin at 16 bytes and have an even number of items.
void triad(std::span<double> a, std::span<const double> b, std::span<const double> c) {
    const __m128d factor = _mm_set1_pd(3);
    for (std::size_t i = 0; i < a.size(); i += 2)
        _mm_stream_pd(&a[i], _mm_add_pd(_mm_load_pd(&b[i]), _mm_mul_pd(factor, _mm_load_pd(&c[i]))));
    _mm_sfence();
}
#else
constexpr bool CanFlush = false;
void flush(std::span<const double>) {}
void triad(std::span<double>, std::span<const double>, std::span<const double>) {}
#endif

}  // namespace

Seconds clockCost() {
    constexpr int Batches = 31;
    constexpr int Readings = 1000;
    std::vector<double> costs;
    for (int batch = 0; batch < Batches; ++batch) {
        const auto begin = Clock::now();
        for (int i = 0; i < Readings; ++i)
            keep(Clock::now().time_since_epoch().count());
        costs.push_back(Seconds(Clock::now() - begin).count() / (Readings + 1));
    }
    return Seconds(median(costs));
}

Seconds spinTime(WorkerCount threads) {
    constexpr int Repetitions = 5;
    double best = std::numeric_limits<double>::infinity();
    for (int i = 0; i < Repetitions; ++i) {
        const std::vector<double> times = timesOf(threads, spinOnce);
        best = std::min(best, std::reduce(times.begin(), times.end()) / static_cast<double>(threads));
    }
    return Seconds(best);
}

Result<Triad> Triad::create() {
    if (!CanFlush) return Error{ErrorCode::Refused, "memory speed: this program cannot flush this CPU's caches"};
    if (const ByteCount allowed = availableMemory().bytes / 8; TriadBytes > allowed)
        return Error{ErrorCode::Refused, "memory speed: its arrays need " +
                                             formatBytes(static_cast<double>(TriadBytes)) + " (allowed are " +
                                             formatBytes(static_cast<double>(allowed)) + ")"};
    BREAKEVEN_TRY(auto memory, MemoryBlock::create(TriadBytes, Sharing::Private));
    return Triad(std::move(memory));
}

Triad::Triad(MemoryBlock memory) : m_memory(std::move(memory)) {
    const std::size_t items = m_memory.bytes().size() / (3 * sizeof(double));
    auto* const first = reinterpret_cast<double*>(m_memory.bytes().data());
    m_a = {first, items};
    m_b = {first + items, items};
    m_c = {first + 2 * items, items};
    std::ranges::fill(m_a, 0.0);
    std::ranges::fill(m_b, 1.0);
    std::ranges::fill(m_c, 2.0);
}

double Triad::bytesPerSecond(WorkerCount threads) {
    const auto share = [this, threads](std::span<double> array, WorkerCount thread) {
        const auto lines = static_cast<WorkerCount>(m_a.size() / 8);
        const auto beginOf = [&](WorkerCount index) { return static_cast<std::size_t>(lines / threads * index) * 8; };
        const std::size_t end = thread + 1 < threads ? beginOf(thread + 1) : static_cast<std::size_t>(lines) * 8;
        return array.subspan(beginOf(thread), end - beginOf(thread));
    };
    const auto work = [&](WorkerCount thread) { triad(share(m_a, thread), share(m_b, thread), share(m_c, thread)); };
    const auto prepare = [&](WorkerCount thread) {
        flush(share(m_b, thread));
        flush(share(m_c, thread));
    };
    double best = std::numeric_limits<double>::infinity();
    const auto begin = Clock::now();
    for (int pass = 0; pass < FewestPasses || Seconds(Clock::now() - begin) < TriadTime; ++pass)
        best = std::min(best, std::ranges::max(timesOf(threads, work, prepare)));
    return static_cast<double>(m_a.size() / 8 * 8) * 3 * sizeof(double) / best;
}

}  // namespace breakeven
