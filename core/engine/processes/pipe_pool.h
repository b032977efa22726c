/// The backend `processes-pipe`: worker processes that share nothing with the list. Each chunk is packed, sent through
/// a stream socket, unpacked, run, and its output comes back the same way, as Python's Pool does it; the contrast to
/// `processes`. One chunk is sent ahead to every worker.
#pragma once

#include "core/engine/core_budget.h"
#include "core/engine/processes/control_block.h"
#include "core/engine/processes/crew.h"
#include "core/engine/processes/frame.h"
#include "core/engine/processes/work.h"

#include <deque>
#include <mutex>

namespace breakeven {

class PipePool final : public WorkerPool {
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

    /// What this process knows of a worker.
    struct Peer {
        Descriptor stream;
        bool isReady = false;
        std::string out;           ///< to be sent; the stream does not wait
        std::size_t sent = 0;      ///< of out
        std::string in;            ///< received, not yet a whole frame
        std::deque<Work> works;    ///< the first is run, the second waits there
        ItemCount finished = 0;    ///< item by item: of the first
        std::uint64_t listId = 0;  ///< that it has loaded
        Position handed = 0;       ///< tasks so far; the number of the last
        bool waitsForRoom = false;
        std::chrono::steady_clock::time_point began;  ///< the first of works, or a little earlier
        ItemCount autoItems = 1;                      ///< chunk auto: of its next chunk of the map
    };

    /// A job under rules, of which workers have chunks.
    struct LimitedJob {
        const JobControl* control = nullptr;  ///< null: this number is free
        std::size_t works = 0;
    };

    PipePool(const PoolOptions& options, ControlBlock control);
    Result<void> greet(Crew& crew, std::size_t worker);
    Result<void> accept(const ListJob& job);
    void pass(Lock& lock);

    void handOut();
    bool handTo(std::size_t worker);
    std::optional<Work> nextWork(const Peer& peer);
    ItemCount mapItems(const Peer& peer) const;
    std::uint32_t holdLimit(const ListJob& job);
    void releaseLimit(const Work& work);
    void pack(const Work& work, Peer& peer) const;
    void flush(std::size_t worker);
    void receive(std::size_t worker);
    void takeFrame(std::size_t worker, const FrameHead& head, std::string_view bytes);
    void end(Work work);

    void listen(std::size_t worker);
    void died(std::size_t worker);
    void failAll(const Error& error);
    void lookAround();
    std::chrono::milliseconds longestWait() const;

    PoolOptions m_options;
    WorkerCount m_coreShare =
        shareOfEach(m_options.workers);  ///< of each worker, with those around the starting thread
    ControlBlock m_control;
    std::vector<Peer> m_peers;
    std::vector<LimitedJob> m_limits;  ///< by Work::jobNumber
    std::vector<char> m_space;         ///< where a stream is read to
    std::optional<Crew> m_crew;

    mutable std::mutex m_mutex;  ///< submit may come while another thread is in await
    std::deque<Work> m_backlog;
    std::size_t m_inFlight = 0;  ///< works that workers have
    bool m_isAsleep = false;     ///< somebody awaits, without the lock

    const ListJob* m_mapJob = nullptr;
    Chunk m_mapLeft;                 ///< items of the map that nobody has
    std::optional<Error> m_failure;  ///< of the map
};

}  // namespace breakeven
