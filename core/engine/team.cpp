#include "core/engine/team.h"

#include "core/engine/work_error.h"

#include <algorithm>
#include <utility>
#include <vector>

namespace breakeven {

namespace {

/// Of the exception being handled. A pool that works through other pools hands its own initializer on to them.
std::string initializerFailure() {
    try {
        throw;
    } catch (const InitializerFailed& failed) {
        return failed.what();
    } catch (...) {
        return "initializer: " + workError(std::current_exception()).detail;
    }
}

}  // namespace

Team::Team(const PoolOptions& options)
    : m_workers(nestedWorkers(options.workers)),
      m_coreShare(shareOfEach(m_workers)),
      m_initializer(options.initializer) {}

void Team::initializeThread() {
    thread_local std::vector<std::uint64_t> teams;  // that this thread is initialized for, the latest last
    if (!m_failed.load(std::memory_order_acquire)) {
        if (std::find(teams.rbegin(), teams.rend(), m_id) != teams.rend()) return;
        try {
            teams.push_back(m_id);
            m_initializer();
            return;
        } catch (...) {
            const std::lock_guard lock(m_mutex);
            if (m_failure.empty()) m_failure = initializerFailure();
            m_failed.store(true, std::memory_order_release);
        }
    }
    throw InitializerFailed(m_failure);
}

void Team::runSubmitted(const ListJob& job, Chunk chunk, Completion& completion) noexcept {
    try {
        const Member member(*this);
        breakeven::runSubmitted(job, chunk, completion);
    } catch (...) {
        completion.chunkEnded(chunk, workError(std::current_exception()));
    }
}

void JobRun::run(Chunk chunk) noexcept {
    if (isOver()) return;
    try {
        const Team::Member member(m_team);
        m_job.run(chunk);
    } catch (...) {
        const std::lock_guard lock(m_mutex);
        if (!m_failure) m_failure = std::current_exception();
        m_failed.store(true, std::memory_order_relaxed);
    }
}

Result<void> JobRun::outcome() const {
    if (m_failure) return workError(m_failure);
    return m_job.outcome();
}

}  // namespace breakeven
