#include "tests/benchmarks/lists.h"

#include "core/engine/processes/zygote.h"

#include <iostream>

namespace breakeven::benchmarks {

TimedWork mapWork(WorkerPool& pool, const BoundList& list, ChunkPolicy chunk) {
    return [&pool, &list, chunk](std::uint64_t iterations) -> Result<void> {
        const ListJob job = list.job(chunk);
        for (std::uint64_t i = 0; i < iterations; ++i)
            BREAKEVEN_CHECK(pool.map(job));
        return {};
    };
}

int runWithProcesses(const std::string& title, int argc, char** argv,
                     const std::function<Result<std::vector<Outcome>>(const Options&)>& run, KernelFactory factory) {
    if (const auto zygote = startZygote(std::move(factory)); !zygote) {
        std::cerr << title << ": " << zygote.error().detail << '\n';
        return 1;
    }
    return runProgram(title, argc, argv, run);
}

void EndCounter::chunkEnded(Chunk, Result<void> outcome) noexcept {
    if (!outcome && !m_failed.exchange(true)) m_error = outcome.error();
    m_ended.fetch_add(1, std::memory_order_release);
    m_ended.notify_one();
}

Result<void> EndCounter::waitFor(WorkerPool& pool, std::uint32_t count) {
    for (auto ended = m_ended.load(std::memory_order_acquire); ended < count;
         ended = m_ended.load(std::memory_order_acquire))
        pool.await(m_ended, ended);
    if (m_failed) return m_error;
    return {};
}

Result<void> submitEach(WorkerPool& pool, const ListJob& job) {
    EndCounter counter;
    for (ItemCount item = 0; item < job.size; ++item)
        pool.submit(job, {.begin = item, .end = item + 1}, counter);
    return counter.waitFor(pool, static_cast<std::uint32_t>(job.size));
}

}  // namespace breakeven::benchmarks
