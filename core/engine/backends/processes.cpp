#include "core/engine/processes/message.h"
#include "core/engine/processes/zygote.h"
#include "core/engine/worker_pool.h"
#include "core/os/memory.h"

#include <cerrno>
#include <csignal>
#include <cstring>
#include <new>

#include <poll.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

namespace breakeven {

namespace {

std::string endedHow(const siginfo_t& ended) {
    if (ended.si_pid == 0) return "closed its connection";
    if (ended.si_code == CLD_EXITED) return "exited with status " + std::to_string(ended.si_status);
    const char* name = sigdescr_np(ended.si_status);
    return "was killed by signal " + std::to_string(ended.si_status) + " (" + (name ? name : "unknown") + ")";
}

/// Which list the workers have mapped. A memfd's inode is not used again while a worker has it mapped, unlike the
/// number of a descriptor.
struct ListIdentity {
    std::string recipe;
    ino_t inode = 0;
    std::size_t bytes = 0;
    bool operator==(const ListIdentity&) const = default;
};

/// The calling process hands out the list and sleeps until every worker has answered; exactly `workers` processes
/// compute. They take chunks from a cursor in shared memory and write into the list's own memory, so nothing is copied.
/// Whatever goes wrong wakes the caller: an answer, the end of a socket, or a pidfd.
class ProcessPool final : public WorkerPool {
public:
    static Result<std::unique_ptr<WorkerPool>> start(const PoolOptions& options) {
        if (options.start != "fork")
            return Error{ErrorCode::NotBuilt,
                         "processes: start '" + options.start + "' is not part of this version (fork)"};
        std::unique_ptr<ProcessPool> pool(new ProcessPool);
        BREAKEVEN_TRY(pool->m_controlMemory, MemoryBlock::create(sizeof(ControlBlock), Sharing::Shared));
        pool->m_control = new (pool->m_controlMemory.bytes().data()) ControlBlock;
        for (WorkerCount i = 0; i < options.workers; ++i) {
            BREAKEVEN_TRY(auto worker, forkWorker());
            pool->m_workers.push_back(std::move(worker));
        }
        pool->watch();
        BREAKEVEN_CHECK(pool->awaitAnswers());
        return std::unique_ptr<WorkerPool>(std::move(pool));
    }

    ~ProcessPool() override { killAll(); }

    ProcessPool(const ProcessPool&) = delete;
    ProcessPool& operator=(const ProcessPool&) = delete;

    Result<void> map(const ListJob& job) override {
        if (m_broken) return *m_broken;
        if (job.size == 0) return {};
        if (job.shared == nullptr)
            return Error{ErrorCode::Internal, "processes: the list is not in memory that workers can share"};
        BREAKEVEN_CHECK(load(*job.shared));
        m_control->cursor.store(0, std::memory_order_relaxed);
        const auto workers = static_cast<WorkerCount>(m_workers.size());
        BREAKEVEN_CHECK(
            tellAll({.kind = MessageKind::Run, .size = job.size, .chunk = chunkItems(job.chunk, job.size, workers)}));
        return awaitAnswers();
    }

    std::vector<pid_t> processes() const override {
        std::vector<pid_t> pids;
        for (const auto& worker : m_workers)
            pids.push_back(worker.pid);
        return pids;
    }

private:
    ProcessPool() = default;

    Result<void> load(const SharedKernel& shared) {
        struct stat status {};
        if (fstat(shared.memoryFd, &status) != 0)
            return Error{ErrorCode::Internal, std::string("processes: the list's memory: ") + std::strerror(errno)};
        ListIdentity identity{.recipe = shared.recipe, .inode = status.st_ino, .bytes = shared.bytes};
        if (identity == m_loaded) return {};
        m_loaded = {};
        BREAKEVEN_CHECK(tellAll({.kind = MessageKind::Load, .bytes = shared.bytes}, shared.recipe,
                                {shared.memoryFd, m_controlMemory.fd()}));
        m_loaded = std::move(identity);
        return {};
    }

    Result<void> tellAll(const Message& message, std::string_view text = {}, const std::vector<int>& descriptors = {}) {
        for (std::size_t i = 0; i < m_workers.size(); ++i) {
            const auto sent = sendMessage(m_workers[i].socket.get(), message, text, descriptors);
            if (!sent) return sent.error().code == ErrorCode::ChildCrashed ? lost(i) : breakWith(sent.error());
        }
        return {};
    }

    void watch() {
        for (const auto& worker : m_workers)
            m_watched.push_back({.fd = worker.socket.get(), .events = POLLIN, .revents = 0});
        for (const auto& worker : m_workers)
            m_watched.push_back({.fd = worker.pidFd.get(), .events = POLLIN, .revents = 0});
    }

    /// One answer from every worker.
    Result<void> awaitAnswers() {
        const std::size_t workers = m_workers.size();
        std::optional<Error> failure;
        for (std::size_t missing = workers; missing > 0;) {
            if (poll(m_watched.data(), m_watched.size(), -1) < 0) {
                if (errno == EINTR) continue;
                return breakWith({ErrorCode::Internal, std::string("processes: poll: ") + std::strerror(errno)});
            }
            for (std::size_t i = 0; i < workers; ++i) {
                if (m_watched[i].revents != 0) {
                    const auto answer = receiveMessage(m_workers[i].socket.get());
                    if (!answer) return lost(i);
                    if (answer->message.kind == MessageKind::Failed && !failure)
                        failure = Error{ErrorCode::WorkFailed, answer->text};
                    --missing;
                } else if (m_watched[workers + i].revents != 0) {
                    return lost(i);
                }
            }
        }
        if (failure) return *failure;
        return {};
    }

    /// The worker has ended, or closed its socket, which is the first step of ending.
    Error lost(std::size_t index) {
        constexpr int LongestEnding = 1000;  // ms
        pollfd ending{.fd = m_workers[index].pidFd.get(), .events = POLLIN, .revents = 0};
        poll(&ending, 1, LongestEnding);
        siginfo_t ended{};
        waitid(P_PIDFD, static_cast<id_t>(ending.fd), &ended, WEXITED | WNOWAIT | WNOHANG);
        return breakWith(
            {ErrorCode::ChildCrashed, "processes: worker " + std::to_string(index + 1) + " " + endedHow(ended)});
    }

    /// A list may be half done by workers that still run: the pool is over, and every later call says why.
    Error breakWith(const Error& error) {
        m_broken = error;
        killAll();
        return error;
    }

    /// Idle workers have nothing to save and busy ones must not be waited for.
    void killAll() {
        for (const auto& worker : m_workers)
            syscall(SYS_pidfd_send_signal, worker.pidFd.get(), SIGKILL, nullptr, 0);
        for (const auto& worker : m_workers) {
            siginfo_t ended{};
            while (waitid(P_PIDFD, static_cast<id_t>(worker.pidFd.get()), &ended, WEXITED) != 0 && errno == EINTR) {
            }
        }
        m_workers.clear();
        m_watched.clear();
    }

    std::vector<WorkerProcess> m_workers;
    std::vector<pollfd> m_watched;  ///< sockets, then pidfds, in the order of the workers
    MemoryBlock m_controlMemory;
    ControlBlock* m_control = nullptr;
    ListIdentity m_loaded;
    std::optional<Error> m_broken;
};

}  // namespace

Backend processesBackend() {
    return {.info = {.id = "processes",
                     .title = "Processes",
                     .family = "processes",
                     .description = "Worker processes that share the list's memory and take chunks from a shared "
                                    "counter; a crash of one is noticed at once and named.",
                     .usesWorkers = true,
                     .needsSharedMemory = true},
            .start = &ProcessPool::start};
}

}  // namespace breakeven
