#include "core/engine/call.h"

#include "core/engine/work_error.h"

#include <algorithm>
#include <chrono>
#include <memory>
#include <mutex>
#include <new>
#include <utility>
#include <vector>

namespace breakeven {

namespace {

using Clock = std::chrono::steady_clock;

/// The counter of ended chunks has 32 bits and may wrap; it stays unambiguous with fewer chunks than this in flight.
constexpr std::uint64_t WidestWindow = std::uint64_t{1} << 31;

enum class Taking { InOrder, AsEnded };

/// Hands out a list's chunks, never more than `limit` ahead of the results that were taken.
class Window final : public Completion {
public:
    Window(WorkerPool& pool, const ListJob& job, ItemCount chunk, std::uint64_t limit, Taking taking)
        : m_pool(pool),
          m_job(job),
          m_chunk(chunk),
          m_chunks(job.size / chunk + (job.size % chunk != 0)),
          m_limit(std::min({limit, m_chunks, WidestWindow})),
          m_ring(taking == Taking::InOrder ? std::make_unique<std::atomic<bool>[]>(m_limit) : nullptr) {}

    Result<CallReport> run() {
        const auto begin = Clock::now();
        CallReport report;
        for (;;) {
            const std::uint32_t seen = m_ended.load(std::memory_order_acquire);
            const bool hasTaken = take(seen);
            if (hasTaken && !report.firstResult) report.firstResult = Clock::now() - begin;
            if (mustStop()) m_chunks = m_submitted;
            if (m_submitted < m_chunks && m_submitted - m_taken < m_limit)
                m_pool.submit(m_job, nextChunk(), *this);
            else if (m_taken < m_submitted)
                m_pool.await(m_ended, seen);
            else
                break;
        }
        BREAKEVEN_CHECK(m_job.outcome());
        if (m_failure) return *m_failure;
        return report;
    }

private:
    void chunkEnded(Chunk chunk, Result<void> outcome) noexcept override {
        if (!outcome) fail(chunk, outcome.error());
        if (m_ring) m_ring[chunk.begin / m_chunk % m_limit].store(true, std::memory_order_release);
        m_ended.fetch_add(1, std::memory_order_release);
        m_ended.notify_all();  // nothing of this object is read any more: the call may have returned
    }

    void fail(Chunk chunk, const Error& error) {
        const std::lock_guard lock(m_mutex);
        if (m_failure && m_failedAt < chunk.begin) return;
        m_failure = error;
        m_failedAt = chunk.begin;
        m_hasFailed.store(true, std::memory_order_relaxed);
    }

    bool mustStop() const { return m_hasFailed.load(std::memory_order_relaxed) || m_job.isStopped(); }

    /// Takes the results that are there, at most as many as have been counted; false when there is none.
    bool take(std::uint32_t ended) {
        const std::uint64_t before = m_taken;
        if (m_ring) {
            while (static_cast<std::uint32_t>(m_taken) != ended &&
                   m_ring[m_taken % m_limit].load(std::memory_order_acquire))
                m_ring[m_taken++ % m_limit].store(false, std::memory_order_relaxed);
        } else {
            m_taken = m_submitted - (static_cast<std::uint32_t>(m_submitted) - ended);
        }
        return m_taken > before;
    }

    Chunk nextChunk() {
        const ItemCount begin = m_submitted++ * m_chunk;
        return {.begin = begin, .end = begin + std::min(m_chunk, m_job.size - begin)};
    }

    WorkerPool& m_pool;
    const ListJob& m_job;
    ItemCount m_chunk;
    std::uint64_t m_chunks;
    std::uint64_t m_limit;
    std::uint64_t m_submitted = 0;
    std::uint64_t m_taken = 0;
    std::unique_ptr<std::atomic<bool>[]> m_ring;  ///< which chunks in flight have ended; only when taken in order

    std::mutex m_mutex;
    std::optional<Error> m_failure;
    ItemCount m_failedAt = 0;
    std::atomic<bool> m_hasFailed{false};
    alignas(64) std::atomic<std::uint32_t> m_ended{0};
};

Result<CallReport> mapWhole(WorkerPool& pool, const ListJob& job) {
    BREAKEVEN_CHECK(pool.map(job));
    return CallReport{};
}

Result<CallReport> reduce(WorkerPool& pool, ListJob job, ItemCount chunk, std::uint64_t limit) {
    if (job.control != nullptr)
        return Error{ErrorCode::InvalidInput, "call: reduce has no rules for single items (use map)"};
    job.step = Step::Fold;
    job.chunk = {.kind = ChunkPolicy::Kind::Count, .count = chunk};
    BREAKEVEN_TRY(const CallReport report,
                  limit == NoLimit ? mapWhole(pool, job) : Window(pool, job, chunk, limit, Taking::AsEnded).run());
    std::vector<ItemCount> begins;
    begins.reserve(job.size / chunk + 1);
    for (ItemCount begin = 0; begin < job.size; begin += std::min(chunk, job.size - begin))
        begins.push_back(begin);
    job.kernel.combine(begins);
    return report;
}

/// May throw: std::bad_alloc, and what a kernel throws while it combines.
Result<CallReport> execute(WorkerPool& pool, ListJob job, const CallOptions& options) {
    if (const auto word = chunkInstead(options.call, job.chunk.kind == ChunkPolicy::Kind::Auto)) {
        BREAKEVEN_TRY(job.chunk, parseChunk(*word));
    }
    const ItemCount chunk = chunkItems(job.chunk, job.size, options.workers);
    const auto handOver = [&](std::uint64_t limit, Taking taking) {
        return Window(pool, job, chunk, limit, taking).run();
    };
    switch (options.call) {
        case Call::Apply:
            return handOver(1, Taking::AsEnded);
        case Call::Map:
        case Call::Starmap:
            return options.inFlight == NoLimit ? mapWhole(pool, job) : handOver(options.inFlight, Taking::AsEnded);
        case Call::ApplyAsync:
        case Call::MapAsync:
        case Call::StarmapAsync:
        case Call::ImapUnordered:
            return handOver(options.inFlight, Taking::AsEnded);
        case Call::Imap:
            return handOver(options.inFlight, Taking::InOrder);
        case Call::Reduce:
            return reduce(pool, job, chunk, options.inFlight);
    }
    return Error{ErrorCode::Internal, "call: it is not one of those that are known"};
}

}  // namespace

Result<CallReport> executeCall(WorkerPool& pool, const ListJob& job, const CallOptions& options) {
    if (job.size == 0) return CallReport{};
    if (WholeCalls* const whole = pool.wholeCalls()) return whole->carryOut(job, options, {});
    try {
        auto report = execute(pool, job, options);
        const bool streams = options.call == Call::Imap || options.call == Call::ImapUnordered;
        if (report && !streams) report->firstResult.reset();
        return report;
    } catch (...) {
        return workError(std::current_exception());
    }
}

}  // namespace breakeven
