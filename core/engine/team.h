/// Team: what the workers of a pool within this process have in common. JobRun: one job that they share.
#pragma once

#include "core/base/unique_number.h"
#include "core/engine/core_budget.h"
#include "core/engine/worker_pool.h"

#include <atomic>
#include <cstdint>
#include <exception>
#include <functional>
#include <mutex>
#include <stdexcept>
#include <string>

namespace breakeven {

/// Says "initializer: " and why.
struct InitializerFailed : std::runtime_error {
    using std::runtime_error::runtime_error;
};

/// Clamps the workers of a nested pool, and runs the initializer once per thread that computes. After one failure of
/// the initializer the team computes nothing more, and every job says why.
class Team {
public:
    explicit Team(const PoolOptions& options);

    WorkerCount workers() const { return m_workers; }

    /// The calling thread computes for the team while it lives.
    class Member {
    public:
        /// Throws InitializerFailed when the initializer does not succeed or has not before.
        explicit Member(Team& team) : m_share(team.m_coreShare) {
            if (team.m_initializer) team.initializeThread();
        }

    private:
        CoreShare m_share;
    };

    /// Runs a submitted chunk as a member and tells the completion, which is the last thing it does.
    void runSubmitted(const ListJob& job, Chunk chunk, Completion& completion) noexcept;

private:
    void initializeThread();

    WorkerCount m_workers;
    WorkerCount m_coreShare;  ///< with the workers around the thread that started the pool
    std::function<void()> m_initializer;
    std::uint64_t m_id = uniqueNumber();
    std::atomic<bool> m_failed{false};
    std::mutex m_mutex;
    std::string m_failure;  ///< the first
};

/// The first exception ends the job: chunks that are still to come are not run.
class JobRun {
public:
    JobRun(const ListJob& job, Team& team) : m_job(job), m_team(team) {}

    /// May be called from any thread.
    void run(Chunk chunk) noexcept;

    bool isOver() const { return m_failed.load(std::memory_order_relaxed) || m_job.isStopped(); }

    /// What map returns; after the last run() has come back.
    Result<void> outcome() const;

private:
    const ListJob& m_job;
    Team& m_team;
    std::atomic<bool> m_failed{false};
    std::mutex m_mutex;
    std::exception_ptr m_failure;
};

}  // namespace breakeven
