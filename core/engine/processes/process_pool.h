/// The backend `processes`: worker processes that compute in the list's own memory, so that nothing is copied. Tasks
/// are handed over through shared memory; a worker's death is noticed through its pidfd, what it worked on is run once
/// more by another, and its place is filled again.
#pragma once

#include "core/engine/core_budget.h"
#include "core/engine/processes/control_block.h"
#include "core/engine/processes/crew.h"
#include "core/engine/processes/work.h"

#include <deque>
#include <mutex>

namespace breakeven {

class ProcessPool final : public WorkerPool {
public:
    /// Errors: Internal, those of startWorkers, and what the initializer says.
    static Result<std::unique_ptr<WorkerPool>> start(const PoolOptions& wanted);

    Result<void> map(const ListJob& job) override;
    void submit(const ListJob& job, Chunk chunk, Completion& completion) override;
    void await(const std::atomic<std::uint32_t>& ended, std::uint32_t seen) override;
    bool needsAwait() const override { return true; }
    void killWorkers() override;
    std::vector<pid_t> processes() const override;

private:
    using Lock = std::unique_lock<std::mutex>;

    struct Member {
        bool isReady = false;
        std::uint32_t sentList = 0;
    };

    ProcessPool(const PoolOptions& options, ControlBlock control);
    Result<void> greet(Crew& crew, std::size_t worker);
    Result<void> awaitReady();
    Result<void> mapByCursor(Lock& lock, const ListJob& job);
    Result<void> mapByChunks(Lock& lock, const ListJob& job);

    // Tasks: out, and back. process_pool.cpp
    Result<void> accept(const ListJob& job);
    bool load(const ListJob& job);
    void sendList(std::size_t worker, const SharedKernel& shared);
    bool post(Work& work, std::optional<Position> position);
    std::optional<Position> nextPosition();
    std::optional<Position> ownPosition();
    void fill();
    void wake(std::size_t worker);
    void wakeWorkers();
    bool anyEnded() const;
    bool collect();
    void settle(std::size_t line);
    void countFinished(std::size_t line);
    void end(Work& work);
    void endList(Work& work, TaskState state);
    Work release(std::size_t line);
    void setBusy(std::size_t line, bool isBusy);

    // Waiting. process_pool_wait.cpp
    void linger();
    void pass(Lock& lock);

    // What goes wrong, or takes long. process_pool_trouble.cpp
    void handle(Crew::Event event, std::size_t worker);
    void listen(std::size_t worker);
    void hear(std::size_t worker, const Received& received);
    bool hasNotBegun(std::size_t line, std::size_t worker) const;
    void lose(std::size_t line, std::size_t worker, const Ending& ending);
    void died(std::size_t worker);
    void failAll(const Error& error);
    void stopStopped();
    std::chrono::milliseconds longestWait() const;
    void lookAround();
    void killLate(std::size_t line);

    template <class Visit>
    void forBusyLines(Visit visit) const {
        for (std::size_t word = 0; word < m_busy.size(); ++word)
            for (auto bits = m_busy[word].load(std::memory_order_acquire); bits != 0; bits &= bits - 1)
                visit(64 * word + static_cast<std::size_t>(std::countr_zero(bits)));
    }

    PoolOptions m_options;
    WorkerCount m_coreShare =
        shareOfEach(m_options.workers);  ///< of each worker, with those around the starting thread
    ControlBlock m_control;
    TaskRing<std::atomic> m_ring = m_control.ring();
    std::vector<Member> m_members;
    std::optional<Crew> m_crew;
    WorkerCount m_cpus;

    mutable std::mutex m_mutex;  ///< submit may come while another thread is in await
    Position m_next = 1;
    std::size_t m_lastWorker = 0;                    ///< that ended a task
    std::uint64_t m_ownTasks = 0;                    ///< posted so far
    std::vector<Work> m_slots;                       ///< by line; position 0: it is free
    std::vector<std::atomic<std::uint64_t>> m_busy;  ///< bit per line: a task of ours lies there
    std::atomic<std::size_t> m_inFlight{0};          ///< busy lines
    std::atomic<std::uint64_t> m_settled{0};         ///< tasks so far
    std::deque<Work> m_backlog;

    std::uint64_t m_listId = 0;           ///< of the list that all tasks in flight are of
    std::uint32_t m_list = 0;             ///< its number
    const JobControl* m_rules = nullptr;  ///< of the same tasks

    std::optional<Error> m_failure;  ///< of the map
    bool m_chunkIsUnknown = false;   ///< of the map: a worker died between the cursor and telling what it took

    // Of whoever maps or awaits: when it last lingered, and what was settled then.
    std::chrono::steady_clock::time_point m_lingered;
    std::uint64_t m_settledThen = 0;
};

}  // namespace breakeven
