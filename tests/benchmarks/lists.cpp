#include "tests/benchmarks/lists.h"

#include "core/engine/processes/zygote.h"

#include <iostream>
#include <utility>

namespace breakeven::benchmarks {

Result<BoundList> makeList(const std::string& workload, ItemCount size, Sharing sharing, Params params) {
    const WorkloadEntry* const entry = findWorkload(workload);
    if (entry == nullptr) return Error{ErrorCode::InvalidInput, "workload: '" + workload + "' is not known"};
    for (const auto& param : entry->info.params)
        params.try_emplace(param.name, param.initial);
    const ListRecipe recipe{.workload = workload, .params = std::move(params), .size = size};
    BoundList list;
    list.size = size;
    BREAKEVEN_TRY(const ByteCount bytes, listBytes(entry->info, size));
    BREAKEVEN_TRY(list.memory, MemoryBlock::create(bytes, sharing));
    BREAKEVEN_TRY(list.workload, bindList(recipe, list.memory.bytes()));
    list.workload->generate(1);
    list.shared = {.recipe = writeRecipe(recipe), .memoryFd = list.memory.fd(), .bytes = bytes};
    return list;
}

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
