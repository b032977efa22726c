#include "core/engine/processes/copying_worker.h"

#include "core/engine/processes/control_block.h"
#include "core/engine/processes/frame.h"
#include "core/engine/processes/item_run.h"

#include <cerrno>

#include <sys/socket.h>
#include <unistd.h>

namespace breakeven {

namespace {

class CopyingWorker {
public:
    CopyingWorker(Received setup, const ControlBlock& control, KernelFactory factory)
        : m_control(control),
          m_factory(factory),
          m_stream(std::move(setup.descriptors[1])),
          m_task(control.ring().at(setup.message.worker)),
          m_recycleAfter(setup.message.recycleAfter) {
        setup.descriptors.clear();
    }

    [[noreturn]] void serve() {
        for (Position tasks = 0;;) {
            FrameHead head;
            receive(&head, sizeof head);
            m_bytes.resize(head.bytes);
            receive(m_bytes.data(), m_bytes.size());
            if (head.kind == FrameKind::Load) {
                load(head.begin);
                continue;
            }
            run(++tasks, head);
            if (tasks == m_recycleAfter) _exit(0);
        }
    }

private:
    void run(Position position, const FrameHead& head) {
        const Chunk chunk{.begin = head.begin, .end = head.end};
        m_task.deadline.store(head.deadline, std::memory_order_relaxed);
        m_task.finished.store(0, std::memory_order_release);
        m_task.begin.store(chunk.begin, std::memory_order_release);
        m_task.word.store(TaskWord{position, TaskState::Running, 0}.packed(), std::memory_order_release);
        try {
            if (!m_kernel) return send(FrameKind::Failed, chunk, m_loaded.error().detail);
            m_kernel->unpack(Side::Input, chunk.begin, chunk.end, m_bytes);
            if ((head.flags & ItemByItem) != 0) {
                auto& errorsLeft = m_control.errorsLeft(head.job);
                runItems(
                    *m_kernel, m_task, chunk,
                    [&] {
                        return m_task.stop.load(std::memory_order_relaxed) < position &&
                               errorsLeft.load(std::memory_order_relaxed) > 0;
                    },
                    [this](ItemCount item) {
                        sendOutput({item, item + 1});
                    },
                    [&](ItemCount item, const Error& error) {
                        const auto kind =
                            error.code == ErrorCode::TimedOut ? FrameKind::ItemLate : FrameKind::ItemFailed;
                        send(kind, {item, item + 1}, error.detail);
                        errorsLeft.fetch_sub(1, std::memory_order_relaxed);
                    });
                send(FrameKind::Over, chunk, {});
            } else if ((head.flags & Fold) != 0) {
                m_kernel->fold(chunk.begin, chunk.end);
                endIfCopy();
                sendOutput({chunk.begin, chunk.begin + 1});
            } else {
                m_kernel->run(chunk.begin, chunk.end);
                endIfCopy();
                sendOutput(chunk);
            }
        } catch (...) {
            endIfCopy();
            send(FrameKind::Failed, chunk, workError(std::current_exception()).detail);
        }
    }

    /// Memory of the full size, of which only the pages of its own items are ever touched.
    void load(std::size_t bytes) {
        m_kernel.reset();
        m_memory = {};
        auto memory = MemoryBlock::create(bytes, Sharing::Private);
        if (!memory) {
            m_loaded = memory.error();
            return;
        }
        m_memory = *std::move(memory);
        try {
            auto kernel = m_factory(m_bytes, m_memory.bytes());
            if (kernel)
                m_kernel = *std::move(kernel);
            else
                m_loaded = kernel.error();
        } catch (...) {
            m_loaded = workError(std::current_exception());
        }
    }

    void sendOutput(Chunk chunk) {
        std::string output;
        m_kernel->pack(Side::Output, chunk.begin, chunk.end, output);
        send(FrameKind::Output, chunk, output);
    }

    void send(FrameKind kind, Chunk chunk, std::string_view bytes) {
        FrameHead head{.kind = kind, .begin = chunk.begin, .end = chunk.end, .bytes = bytes.size()};
        iovec parts[] = {{&head, sizeof head}, {const_cast<char*>(bytes.data()), bytes.size()}};
        msghdr message{};
        message.msg_iov = parts;
        message.msg_iovlen = 2;
        while (parts[1].iov_len > 0 || parts[0].iov_len > 0) {
            const ssize_t sent = sendmsg(m_stream.get(), &message, MSG_NOSIGNAL);
            if (sent < 0 && errno == EINTR) continue;
            if (sent <= 0) _exit(0);
            auto left = static_cast<std::size_t>(sent);
            for (auto& part : parts) {
                const std::size_t taken = std::min(left, part.iov_len);
                part.iov_base = static_cast<char*>(part.iov_base) + taken;
                part.iov_len -= taken;
                left -= taken;
            }
        }
    }

    void receive(void* to, std::size_t bytes) {
        for (std::size_t done = 0; done < bytes;) {
            const ssize_t count = recv(m_stream.get(), static_cast<char*>(to) + done, bytes - done, 0);
            if (count < 0 && errno == EINTR) continue;
            if (count <= 0) _exit(0);  // the pool is gone
            done += static_cast<std::size_t>(count);
        }
    }

    const ControlBlock& m_control;
    KernelFactory m_factory;
    Descriptor m_stream;
    Task<std::atomic>& m_task;  ///< in shared memory: where it is, for deadlines and stops
    std::uint64_t m_recycleAfter;

    std::string m_bytes;
    Result<void> m_loaded;
    MemoryBlock m_memory;
    std::unique_ptr<Kernel> m_kernel;
};

}  // namespace

void serveCopying(int socket, Received setup, KernelFactory factory) {
    const auto control = ControlBlock::map(setup.descriptors[0].get(), setup.message.workers);
    if (!control) {
        (void)sendMessage(socket, {.kind = MessageKind::Failed}, control.error().detail);
        _exit(0);
    }
    CopyingWorker worker(std::move(setup), *control, factory);
    if (!sendMessage(socket, {.kind = MessageKind::Ready})) _exit(0);
    worker.serve();
}

}  // namespace breakeven
