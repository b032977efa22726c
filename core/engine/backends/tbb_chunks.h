/// Submitted chunks in oneTBB.
#pragma once

#include "core/engine/backends/parking.h"
#include "core/engine/backends/submitted_chunk.h"
#include "core/engine/team.h"

#include <oneapi/tbb/task_arena.h>

#include <atomic>
#include <memory>
#include <thread>

namespace breakeven {

/// One of the workers is a thread of its own, the others are TBB's: those TBB does not promise. A thread of TBB that is
/// within an item counts as free once no other finds work in that item's arena, and is reckoned upon for the next
/// arena that asks for one (private_server::wake_some). If the item waits for just that, nothing would ever begin.
class TbbChunks {
public:
    /// Throws std::system_error when the system refuses the thread. The team must outlive it.
    explicit TbbChunks(Team& team);
    ~TbbChunks();  ///< chunks that wait are run

    TbbChunks(const TbbChunks&) = delete;
    TbbChunks& operator=(const TbbChunks&) = delete;

    /// Waits while too many wait. By one thread at a time.
    void submit(const SubmittedChunk& submitted);

private:
    /// Lives until TBB has run the last task, which may be after the last chunk.
    struct Waiting {
        SubmittedQueue chunks;
        std::atomic<std::size_t> tasks{0};  ///< of TBB that are to come; each runs a chunk, if there is one
    };

    bool runNext(Waiting& waiting) noexcept;
    void serve();

    Team& m_team;
    tbb::task_arena m_arena;
    std::shared_ptr<Waiting> m_waiting = std::make_shared<Waiting>();
    std::atomic<bool> m_stopping{false};
    Parking m_idle;  ///< the own thread
    Parking m_room;  ///< a submitter that finds the queue full
    std::jthread m_thread;
};

}  // namespace breakeven
