#include "core/engine/backends/tbb_chunks.h"

#include <oneapi/tbb/task_group.h>

namespace breakeven {

TbbChunks::TbbChunks(Team& team) : m_team(team), m_arena(team.workers(), 1), m_thread([this] { serve(); }) {}

TbbChunks::~TbbChunks() {
    m_stopping.store(true, std::memory_order_seq_cst);
    m_idle.callAll();
}

void TbbChunks::submit(const SubmittedChunk& submitted) {
    SubmittedQueue& chunks = m_waiting->chunks;
    while (!chunks.push(submitted))
        m_room.park([&] { return chunks.isHalfEmpty(); });
    // The own thread has taken chunks before their tasks came: no more of these than chunks.
    if (m_team.workers() > 1 && m_waiting->tasks.load(std::memory_order_seq_cst) < chunks.count()) {
        m_waiting->tasks.fetch_add(1, std::memory_order_relaxed);
        m_arena.enqueue([this, waiting = m_waiting] {
            waiting->tasks.fetch_sub(1, std::memory_order_seq_cst);
            runNext(*waiting);
        });
    }
    m_idle.callOne();
}

/// False when there is none; then the pool may be gone.
bool TbbChunks::runNext(Waiting& waiting) noexcept {
    SubmittedQueue::Batch batch;
    if (waiting.chunks.isEmpty() || waiting.chunks.pop(batch, 1, 1) == 0) return false;
    if (m_room.anyParked() && waiting.chunks.isHalfEmpty()) m_room.callOne();
    m_team.runSubmitted(*batch[0].job, batch[0].chunk, *batch[0].completion);
    return true;
}

void TbbChunks::serve() {
    const auto hasWork = [this] { return m_stopping.load(std::memory_order_seq_cst) || !m_waiting->chunks.isEmpty(); };
    const auto runAll = [this] {
        while (runNext(*m_waiting)) {
        }
    };
    while (!m_stopping.load(std::memory_order_relaxed)) {
        // As a task, since tbb::finalize, by an item that ends a pool, takes away the state of a thread without one.
        m_arena.execute([&] { tbb::task_group().run_and_wait(runAll); });
        m_idle.park(hasWork);
    }
}

}  // namespace breakeven
