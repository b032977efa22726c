#include "core/engine/processes/sharing_worker.h"

#include "core/engine/processes/control_block.h"
#include "core/engine/processes/item_run.h"
#include "core/engine/spin.h"

#include <unistd.h>

namespace breakeven {

namespace {

/// About what a wake-up costs, so spinning is at worst twice as dear as the best choice.
constexpr std::chrono::microseconds IdleSpin{100};

class SharingWorker {
public:
    SharingWorker(int socket, Received setup, ControlBlock control, KernelFactory factory)
        : m_socket(socket),
          m_factory(factory),
          m_control(std::move(control)),
          m_bell(std::move(setup.descriptors[1])),
          m_worker(static_cast<std::uint16_t>(setup.message.worker)),
          m_chunksLeft(setup.message.recycleAfter),
          m_recycles(setup.message.recycleAfter > 0),
          m_parent(getppid()) {
        if (setup.message.maySpin != 0) m_spin = IdleSpin;
        setup.descriptors.clear();
    }

    [[noreturn]] void serve() {
        for (;;) {
            const Position position = nextTask();
            TaskState state = TaskState::Done;
            const bool isList = (m_ring.at(position).flags.load(std::memory_order_relaxed) & WholeList) != 0;
            if (isList) {
                state = runList(position);
            } else {
                if ((position & OwnTask) != 0)
                    m_control.seat(m_worker).began.store(position, std::memory_order_release);
                runTask(position, {.begin = m_ring.at(position).begin.load(std::memory_order_relaxed),
                                   .end = m_ring.at(position).end.load(std::memory_order_relaxed)});
            }
            m_ring.end(position, state, m_worker);
            if (!isList || isLastOfList()) ring();
            if (isSpent()) _exit(0);
        }
    }

private:
    Position nextTask() {
        std::optional<Position> claimed;
        const auto claim = [&] {
            claimed = m_ring.claim(m_next, m_worker);
            return claimed.has_value();
        };
        if (spinUntil(claim, m_spin)) return *claimed;
        for (;;) {
            auto& wakeUps = m_control.seat(m_worker).wakeUps;
            const std::uint32_t seen = wakeUps.load(std::memory_order_acquire);
            m_control.sleepers().lieDown(m_worker);
            if (!claim()) sleepOn(wakeUps, seen, LongestSleep);
            m_control.sleepers().getUp(m_worker);
            if (claimed || claim()) return *claimed;
            if (getppid() != m_parent) _exit(0);
        }
    }

    /// Chunks from the cursor until none is left. Left: this worker has done its chunks, but the list may go on.
    TaskState runList(Position position) {
        Task<std::atomic>& task = m_ring.at(position);
        ListLine& list = m_control.list();
        list.inside.fetch_add(1, std::memory_order_relaxed);
        ChunkTaker taker(list.cursor, list.chunk, list.size, list.workers);
        TaskState state = TaskState::Done;
        for (;;) {
            if (isSpent()) {
                state = TaskState::Left;
                break;
            }
            const auto chunk = taker.take();
            if (!chunk) break;
            task.begin.store(chunk->begin, std::memory_order_relaxed);
            task.end.store(chunk->end, std::memory_order_relaxed);
            m_ring.startChunk(position, m_worker);
            if (!runTask(position, *chunk)) list.cursor.next.store(list.size, std::memory_order_relaxed);
            m_ring.endChunk(position, m_worker);
        }
        list.inside.fetch_sub(1, std::memory_order_seq_cst);
        return state;
    }

    /// After the end of a list's task. Of those that end at the same time at least one sees that nobody is inside.
    bool isLastOfList() {
        const ListLine& list = m_control.list();
        return list.inside.load(std::memory_order_seq_cst) == 0 ||
               list.everyoneRings.load(std::memory_order_relaxed) != 0;
    }

    /// False when it failed as a whole.
    bool runTask(Position position, Chunk chunk) {
        Task<std::atomic>& task = m_ring.at(position);
        if (m_recycles) --m_chunksLeft;
        const auto flags = task.flags.load(std::memory_order_relaxed);
        auto& errorsLeft = m_control.errorsLeft(0);
        try {
            const Result<void>& loaded = load(task.list.load(std::memory_order_relaxed));
            if (!loaded) {
                tell(position, WholeTask, loaded.error());
                return false;
            }
            if ((flags & ItemByItem) != 0)
                runItems(
                    *m_kernel, task, chunk,
                    [&] {
                        return task.stop.load(std::memory_order_relaxed) < position &&
                               errorsLeft.load(std::memory_order_relaxed) > 0;
                    },
                    [](ItemCount) {},
                    [&](ItemCount item, const Error& error) {
                        tell(position, item, error);
                        // The pool learns of it by message, but no worker may begin another item until then.
                        errorsLeft.fetch_sub(1, std::memory_order_relaxed);
                    });
            else if ((flags & Fold) != 0)
                m_kernel->fold(chunk.begin, chunk.end);
            else
                m_kernel->run(chunk.begin, chunk.end);
            endIfCopy();
        } catch (...) {
            endIfCopy();
            tell(position, WholeTask, workError(std::current_exception()));
            return false;
        }
        return true;
    }

    const Result<void>& load(std::uint32_t list) {
        if (list == m_list) return m_loaded;
        m_list = list;
        m_kernel.reset();
        m_memory = {};  // the old list goes before the new one is mapped
        const auto message = messageOf(list);
        if (message.descriptors.size() != 1)
            return m_loaded = Error{ErrorCode::Internal, "processes: a list came without its memory"};
        auto memory = MemoryBlock::map(message.descriptors[0].get(), message.message.bytes);
        if (!memory) return m_loaded = memory.error();
        m_memory = *std::move(memory);
        auto kernel = m_factory(message.text, m_memory.bytes());
        if (!kernel) return m_loaded = kernel.error();
        m_kernel = *std::move(kernel);
        return m_loaded = {};
    }

    /// Lists that this worker was not needed for are passed over.
    Received messageOf(std::uint32_t list) {
        for (bool isAsked = false;;) {
            if (!isAsked && !messageWaits(m_socket)) {
                isAsked = true;
                if (!sendMessage(m_socket, {.kind = MessageKind::NeedList, .worker = m_worker, .list = list})) _exit(0);
            }
            auto message = receiveMessage(m_socket);
            if (!message) _exit(0);
            m_control.seat(m_worker).readList.store(message->message.list, std::memory_order_release);
            if (message->message.list == list) return *std::move(message);
        }
    }

    void tell(Position position, ItemCount item, const Error& error) {
        m_ring.at(position).spoke.store(1, std::memory_order_relaxed);
        const auto kind = error.code == ErrorCode::TimedOut ? MessageKind::Late : MessageKind::Failed;
        const auto sent = sendMessage(m_socket, {.kind = kind, .worker = m_worker, .position = position, .item = item},
                                      std::string_view(error.detail).substr(0, LongestText));
        if (!sent) _exit(0);
    }

    void ring() {
        if (!m_ring.callerIsToBeWoken()) return;
        constexpr std::uint64_t Once = 1;
        [[maybe_unused]] const auto written = write(m_bell.get(), &Once, sizeof Once);
    }

    bool isSpent() const { return m_recycles && m_chunksLeft == 0; }

    int m_socket;
    KernelFactory m_factory;
    ControlBlock m_control;
    TaskRing<std::atomic> m_ring = m_control.ring();
    Descriptor m_bell;
    std::uint16_t m_worker;
    std::uint64_t m_chunksLeft;  ///< until this worker is replaced
    bool m_recycles;
    pid_t m_parent;
    std::chrono::microseconds m_spin{0};

    Position m_next = 0;
    std::uint32_t m_list = 0;
    Result<void> m_loaded = Error{ErrorCode::Internal, "processes: a worker was called before it had a list"};
    MemoryBlock m_memory;
    std::unique_ptr<Kernel> m_kernel;
};

}  // namespace

void serveSharing(int socket, Received setup, KernelFactory factory) {
    auto control = ControlBlock::map(setup.descriptors[0].get(), setup.message.workers);
    if (!control) {
        (void)sendMessage(socket, {.kind = MessageKind::Failed}, control.error().detail);
        _exit(0);
    }
    SharingWorker worker(socket, std::move(setup), *std::move(control), factory);
    if (!sendMessage(socket, {.kind = MessageKind::Ready})) _exit(0);
    worker.serve();
}

}  // namespace breakeven
