#include "core/engine/backends/submitted_chunk.h"
#include "core/engine/backends/tbb_runtime.h"
#include "core/engine/team.h"
#include "core/engine/worker_pool.h"

#include <algorithm>
#include <compare>
#include <cstddef>
#include <execution>
#include <iterator>

namespace breakeven {

namespace {

/// Counts. The parallel algorithms of this library ask for a C++17 random access iterator, which that of
/// std::views::iota is not.
class Index {
public:
    using iterator_category = std::random_access_iterator_tag;
    using value_type = ItemCount;
    using difference_type = std::ptrdiff_t;
    using pointer = const ItemCount*;
    using reference = ItemCount;

    Index() = default;
    explicit Index(ItemCount value) : m_value(value) {}

    ItemCount operator*() const { return m_value; }
    ItemCount operator[](difference_type offset) const { return *(*this + offset); }
    Index& operator++() { return *this += 1; }
    Index& operator--() { return *this -= 1; }
    Index operator++(int) { return std::exchange(*this, *this + 1); }
    Index operator--(int) { return std::exchange(*this, *this - 1); }
    Index& operator+=(difference_type offset) {
        m_value += static_cast<ItemCount>(offset);
        return *this;
    }
    Index& operator-=(difference_type offset) { return *this += -offset; }
    friend Index operator+(Index index, difference_type offset) { return index += offset; }
    friend Index operator+(difference_type offset, Index index) { return index += offset; }
    friend Index operator-(Index index, difference_type offset) { return index -= offset; }
    friend difference_type operator-(Index left, Index right) {
        return static_cast<difference_type>(left.m_value - right.m_value);
    }
    auto operator<=>(const Index&) const = default;

private:
    ItemCount m_value = 0;
};

/// libstdc++ runs the parallel algorithms on oneTBB, in the arena of the calling thread.
class StdparPool final : public WorkerPool {
public:
    explicit StdparPool(const PoolOptions& options) : m_team(options), m_runtime(m_team.workers()) {}

    Result<void> map(const ListJob& job) override {
        if (job.size == 0) return {};
        JobRun run(job, m_team);
        const ItemCount chunk = chunkItems(job.chunk, job.size, m_team.workers());
        const ItemCount chunks = (job.size - 1) / chunk + 1;
        forAll(chunks, [&run, &job, chunk](ItemCount i) {
            run.run({i * chunk, i * chunk + std::min(chunk, job.size - i * chunk)});
        });
        return run.outcome();
    }

    void submit(const ListJob& job, Chunk chunk, Completion& completion) override {
        m_gathered.add({.job = &job, .chunk = chunk, .completion = &completion});
    }

    void await(const std::atomic<std::uint32_t>& ended, std::uint32_t seen) override {
        while (ended.load(std::memory_order_acquire) == seen) {
            const auto batch = m_gathered.take();
            forAll(batch.size(),
                   [&](ItemCount i) { m_team.runSubmitted(*batch[i].job, batch[i].chunk, *batch[i].completion); });
        }
    }

    bool needsAwait() const override { return true; }

private:
    /// The body must not throw: that would end the process.
    template <class Body>
    void forAll(ItemCount count, const Body& body) {
        m_runtime.arena().execute([&] { std::for_each(std::execution::par, Index(0), Index(count), body); });
    }

    Team m_team;
    TbbRuntime m_runtime;
    GatheredChunks m_gathered;
};

Result<std::unique_ptr<WorkerPool>> startStdpar(const PoolOptions& options) {
    try {
        return std::unique_ptr<WorkerPool>(std::make_unique<StdparPool>(options));
    } catch (const std::exception& problem) {
        return Error{ErrorCode::Internal, std::string("stdpar: could not be started: ") + problem.what()};
    }
}

}  // namespace

Backend stdparBackend() {
    return {.info = {.id = "stdpar",
                     .title = "Parallel algorithms",
                     .family = "stdpar",
                     .description = "std::for_each with std::execution::par over the list's chunks; the standard "
                                    "library runs it on oneTBB and offers no further control."},
            .start = startStdpar};
}

}  // namespace breakeven
