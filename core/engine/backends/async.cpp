#include "core/engine/team.h"
#include "core/engine/work_error.h"
#include "core/engine/worker_pool.h"

#include <condition_variable>
#include <future>
#include <mutex>
#include <system_error>

namespace breakeven {

namespace {

Error refused(const std::exception& problem) {
    return {ErrorCode::Internal, std::string("async: a task could not be started: ") + problem.what()};
}

/// A thread per task, made for it and gone after it: there is nothing to keep warm.
class AsyncPool final : public WorkerPool {
public:
    explicit AsyncPool(const PoolOptions& options) : m_team(options), m_tasks(workers()) {
        for (std::size_t i = 0; i < m_tasks.size(); ++i)
            m_free.push_back(i);
    }

    /// The caller only waits: exactly `workers` tasks compute.
    Result<void> map(const ListJob& job) override {
        if (job.size == 0) return {};
        JobRun run(job, m_team);
        ChunkCursor cursor;
        const auto work = [&] {
            ChunkTaker taker(cursor, job.chunk, job.size, m_team.workers());
            while (!run.isOver()) {
                const auto chunk = taker.take();
                if (!chunk) return;
                run.run(*chunk);
            }
        };
        try {
            for (auto& task : m_tasks)
                task = std::async(std::launch::async, work);
        } catch (const std::system_error& problem) {
            cursor.next.store(job.size, std::memory_order_relaxed);
            waitForAll();
            return refused(problem);
        }
        waitForAll();
        return run.outcome();
    }

    /// Waits while `workers` tasks run.
    void submit(const ListJob& job, Chunk chunk, Completion& completion) override {
        const std::size_t place = takePlace();
        try {
            m_tasks[place] = std::async(std::launch::async, [this, place, &job, chunk, &completion] {
                m_team.runSubmitted(job, chunk, completion);
                returnPlace(place);
            });
        } catch (const std::system_error& problem) {
            returnPlace(place);
            completion.chunkEnded(chunk, refused(problem));
        }
    }

private:
    std::size_t workers() const { return static_cast<std::size_t>(m_team.workers()); }

    void waitForAll() {
        for (auto& task : m_tasks)
            task = {};  // waits
    }

    std::size_t takePlace() {
        std::unique_lock lock(m_mutex);
        m_returned.wait(lock, [this] { return !m_free.empty(); });
        const std::size_t place = m_free.back();
        m_free.pop_back();
        return place;
    }

    void returnPlace(std::size_t place) {
        const std::lock_guard lock(m_mutex);
        m_free.push_back(place);
        m_returned.notify_one();
    }

    Team m_team;
    std::mutex m_mutex;
    std::condition_variable m_returned;
    std::vector<std::size_t> m_free;         ///< places in m_tasks
    std::vector<std::future<void>> m_tasks;  ///< last: its end waits for tasks that use all of the above
};

Result<std::unique_ptr<WorkerPool>> startAsync(const PoolOptions& options) {
    return std::unique_ptr<WorkerPool>(std::make_unique<AsyncPool>(options));
}

}  // namespace

Backend asyncBackend() {
    return {.info = {.id = "async",
                     .title = "std::async",
                     .family = "async",
                     .description = "A std::async task per worker that takes chunks from a shared counter, and one per "
                                    "submitted chunk; shows what a thread per task costs."},
            .start = startAsync};
}

}  // namespace breakeven
