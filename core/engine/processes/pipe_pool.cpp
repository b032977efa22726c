#include "core/engine/processes/pipe_pool.h"

#include "core/engine/work_error.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>

#include <sys/epoll.h>
#include <sys/socket.h>

namespace breakeven {

namespace {

void append(std::string& to, const FrameHead& head) {
    to.append(reinterpret_cast<const char*>(&head), sizeof head);
}

}  // namespace

Result<std::unique_ptr<WorkerPool>> PipePool::start(const PoolOptions& wanted) {
    PoolOptions options = wanted;
    options.workers = nestedWorkers(wanted.workers);
    BREAKEVEN_TRY(auto control, ControlBlock::create(options.workers));
    std::unique_ptr<PipePool> pool(new PipePool(options, std::move(control)));
    BREAKEVEN_TRY(auto crew,
                  Crew::start(options.start, pool->m_peers.size(), [raw = pool.get()](Crew& crew_, std::size_t worker) {
                      return raw->greet(crew_, worker);
                  }));
    pool->m_crew.emplace(std::move(crew));
    Lock lock(pool->m_mutex);
    while (!std::ranges::all_of(pool->m_peers, &Peer::isReady)) {
        pool->pass(lock);
        if (pool->m_crew->shortage()) return *pool->m_crew->shortage();
    }
    lock.unlock();
    return std::unique_ptr<WorkerPool>(std::move(pool));
}

PipePool::PipePool(const PoolOptions& options, ControlBlock control)
    : m_options(options),
      m_control(std::move(control)),
      m_peers(static_cast<std::size_t>(options.workers)),
      m_limits(ControlBlock::Ahead * m_peers.size()),
      m_space(256 * 1024) {}

Result<void> PipePool::greet(Crew& crew, std::size_t worker) {
    std::array<int, 2> ends{};
    if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends.data()) != 0)
        return systemError("no stream could be made");
    m_peers[worker] = {};
    m_peers[worker].stream = Descriptor(ends[0]);
    const Descriptor theirs(ends[1]);
    // What the last one left there must not be taken for the new one's.
    m_control.ring().at(worker).itemDue.store(0, std::memory_order_relaxed);
    m_control.ring().at(worker).stop.store(0, std::memory_order_relaxed);
    BREAKEVEN_CHECK(crew.watchStream(worker, ends[0], EPOLLIN, true));
    return sendMessage(crew.socket(worker),
                       {.kind = MessageKind::Setup,
                        .workerKind = WorkerKind::Copying,
                        .worker = static_cast<std::uint32_t>(worker),
                        .workers = static_cast<std::uint32_t>(m_options.workers),
                        .share = static_cast<std::uint32_t>(m_coreShare),
                        .recycleAfter = m_options.recycleAfter},
                       m_options.initializerRecipe, {m_control.fd(), theirs.get()});
}

/// What the dead leave is ended by whoever maps or awaits.
void PipePool::killWorkers() {
    const Lock lock(m_mutex);
    m_crew->terminate();
}

std::vector<pid_t> PipePool::processes() const {
    const Lock lock(m_mutex);
    return m_crew->pids();
}

Result<void> PipePool::accept(const ListJob& job) {
    if (job.shared == nullptr)
        return Error{ErrorCode::Internal, "processes: the list has no recipe from which workers can make it"};
    if (m_crew->shortage()) m_crew->refill();
    if (m_crew->living() == 0) return *m_crew->shortage();
    return {};
}

Result<void> PipePool::map(const ListJob& job) {
    Lock lock(m_mutex);
    if (job.size == 0) return job.outcome();
    BREAKEVEN_CHECK(accept(job));
    m_failure.reset();
    m_mapJob = &job;
    m_mapLeft = {.begin = 0, .end = job.size};
    for (Peer& peer : m_peers)
        peer.autoItems = 1;
    handOut();
    while (m_inFlight > 0 || !m_backlog.empty() || m_mapLeft.begin < m_mapLeft.end)
        pass(lock);
    m_mapJob = nullptr;
    if (m_failure) return *m_failure;
    return job.outcome();
}

void PipePool::submit(const ListJob& job, Chunk chunk, Completion& completion) {
    const Lock lock(m_mutex);
    Work work(job, chunk, &completion);
    if (const auto accepted = accept(job); !accepted) {
        work.failure = accepted.error();
        end(std::move(work));
        return;
    }
    m_backlog.push_back(std::move(work));
    handOut();
}

void PipePool::await(const std::atomic<std::uint32_t>& ended, std::uint32_t seen) {
    Lock lock(m_mutex);
    while (ended.load(std::memory_order_acquire) == seen)
        pass(lock);
}

/// Waits until something has happened, and deals with it.
void PipePool::pass(Lock& lock) {
    std::vector<std::pair<Crew::Event, std::size_t>> events;
    const auto limit = longestWait();
    m_isAsleep = true;
    lock.unlock();
    m_crew->wait(limit, [&](Crew::Event event, std::size_t worker) { events.emplace_back(event, worker); });
    lock.lock();
    m_isAsleep = false;
    for (const auto& [event, worker] : events) {
        if (!m_crew->lives(worker)) continue;
        if (event == Crew::Event::Streams) {
            receive(worker);
            flush(worker);
        } else if (event == Crew::Event::Died) {
            died(worker);
        } else {
            listen(worker);
        }
    }
    lookAround();
    handOut();
}

/// First something for everybody, then one chunk ahead.
void PipePool::handOut() {
    for (std::size_t depth = 1; depth <= ControlBlock::Ahead; ++depth)
        for (std::size_t i = 0; i < m_peers.size(); ++i)
            while (m_peers[i].works.size() < depth && handTo(i)) {
            }
}

/// Chunk auto goes by what the worker's last chunk took, with its way there and back.
ItemCount PipePool::mapItems(const Peer& peer) const {
    const ItemCount left = m_mapLeft.end - m_mapLeft.begin;
    if (m_mapJob->chunk.kind == ChunkPolicy::Kind::Auto)
        return std::min(peer.autoItems, autoLimit(left, m_options.workers));
    return std::min(left, chunkItems(m_mapJob->chunk, m_mapJob->size, m_options.workers));
}

std::optional<Work> PipePool::nextWork(const Peer& peer) {
    while (!m_backlog.empty()) {
        Work work = std::move(m_backlog.front());
        m_backlog.pop_front();
        if (!work.isStopped() && !(m_failure && work.completion == nullptr)) return work;
        end(std::move(work));
    }
    if (m_mapJob == nullptr || m_mapLeft.begin >= m_mapLeft.end) return std::nullopt;
    if (m_failure || m_mapJob->isStopped()) {
        m_mapLeft.begin = m_mapLeft.end;
        return std::nullopt;
    }
    const ItemCount items = mapItems(peer);
    Work work(*m_mapJob, {.begin = m_mapLeft.begin, .end = m_mapLeft.begin + items}, nullptr);
    m_mapLeft.begin += items;
    return work;
}

/// False when there is nothing for this worker.
bool PipePool::handTo(std::size_t worker) {
    Peer& peer = m_peers[worker];
    if (!m_crew->lives(worker) || !peer.isReady) return false;
    if (m_options.recycleAfter > 0 && peer.handed == m_options.recycleAfter) return false;
    auto work = nextWork(peer);
    if (!work) return false;
    work->begin(peer.handed + 1);
    work->jobNumber = holdLimit(*work->job);
    const std::size_t before = peer.out.size();
    try {
        pack(*work, peer);
    } catch (...) {
        peer.out.resize(before);
        releaseLimit(*work);
        work->failure = workError(std::current_exception());
        end(*std::move(work));
        return true;
    }
    ++peer.handed;
    peer.listId = work->job->shared->id;
    if (peer.works.empty()) peer.began = std::chrono::steady_clock::now();
    peer.works.push_back(*std::move(work));
    ++m_inFlight;
    flush(worker);
    return true;
}

/// For one more chunk of the job. There are as many numbers as chunks that workers can have.
std::uint32_t PipePool::holdLimit(const ListJob& job) {
    if (job.control == nullptr) return 0;
    auto found = std::ranges::find(m_limits, job.control, &LimitedJob::control);
    if (found == m_limits.end()) {
        found = std::ranges::find(m_limits, nullptr, &LimitedJob::control);
        found->control = job.control;
        m_control.errorsLeft(static_cast<std::size_t>(found - m_limits.begin()))
            .store(job.control->errorsLeft(), std::memory_order_relaxed);
    }
    ++found->works;
    return static_cast<std::uint32_t>(found - m_limits.begin());
}

void PipePool::releaseLimit(const Work& work) {
    if (work.isItemByItem() && --m_limits[work.jobNumber].works == 0) m_limits[work.jobNumber].control = nullptr;
}

/// Straight into what is to be sent: inputs may be large.
void PipePool::pack(const Work& work, Peer& peer) const {
    const SharedKernel& shared = *work.job->shared;
    if (peer.listId != shared.id) {
        append(peer.out, {.kind = FrameKind::Load, .begin = shared.bytes, .bytes = shared.recipe.size()});
        peer.out += shared.recipe;
    }
    FrameHead head{.kind = FrameKind::Task,
                   .flags = work.flags(),
                   .job = work.jobNumber,
                   .begin = work.rest.begin,
                   .end = work.rest.end,
                   .deadline = work.deadline().count()};
    const std::size_t at = peer.out.size();
    append(peer.out, head);
    work.job->kernel.pack(Side::Input, work.rest.begin, work.rest.end, peer.out);
    head.bytes = peer.out.size() - at - sizeof head;
    std::memcpy(peer.out.data() + at, &head, sizeof head);
}

/// Sends what the stream takes; the rest goes when there is room, so that this process never waits for a worker that
/// itself waits to be read.
void PipePool::flush(std::size_t worker) {
    Peer& peer = m_peers[worker];
    while (peer.sent < peer.out.size()) {
        const ssize_t count = send(peer.stream.get(), peer.out.data() + peer.sent, peer.out.size() - peer.sent,
                                   MSG_DONTWAIT | MSG_NOSIGNAL);
        if (count < 0 && errno == EINTR) continue;
        if (count < 0) break;  // full; or gone, which its pidfd says
        peer.sent += static_cast<std::size_t>(count);
    }
    const bool hasRest = peer.sent < peer.out.size();
    if (!hasRest) {
        peer.out.clear();
        peer.sent = 0;
    }
    if (std::exchange(peer.waitsForRoom, hasRest) != hasRest)
        (void)m_crew->watchStream(worker, peer.stream.get(), hasRest ? EPOLLIN | EPOLLOUT : EPOLLIN, false);
}

void PipePool::receive(std::size_t worker) {
    Peer& peer = m_peers[worker];
    for (;;) {
        const ssize_t count = recv(peer.stream.get(), m_space.data(), m_space.size(), MSG_DONTWAIT);
        if (count == 0) m_crew->kill(worker, Ending::How::Killed);  // gone, or as good as gone
        if (count <= 0) break;
        peer.in.append(m_space.data(), static_cast<std::size_t>(count));
        if (static_cast<std::size_t>(count) < m_space.size()) break;
    }
    std::size_t used = 0;
    FrameHead head;
    while (peer.in.size() - used >= sizeof head) {
        std::memcpy(&head, peer.in.data() + used, sizeof head);
        if (head.bytes > peer.in.size() - used - sizeof head) break;
        takeFrame(worker, head, std::string_view(peer.in).substr(used + sizeof head, head.bytes));
        used += sizeof head + head.bytes;
    }
    peer.in.erase(0, used);
}

/// What a worker says is believed only as far as it fits to what it was asked.
void PipePool::takeFrame(std::size_t worker, const FrameHead& head, std::string_view bytes) {
    Peer& peer = m_peers[worker];
    if (peer.works.empty()) return;
    Work& work = peer.works.front();
    const Chunk rest = work.rest;
    bool isOver = head.kind == FrameKind::Over || head.kind == FrameKind::Failed;
    if (head.kind == FrameKind::Failed) {
        work.failure = Error{ErrorCode::WorkFailed, std::string(bytes)};
    } else if (work.isItemByItem() && !isOver) {
        if (head.begin != rest.begin + peer.finished || head.begin >= rest.end) return;
        if (head.kind == FrameKind::ItemFailed)
            work.addItemError(head.begin, {ErrorCode::WorkFailed, std::string(bytes)});
        else if (head.kind == FrameKind::ItemLate)
            work.addLateItem(head.begin);
        work.countFinished(++peer.finished);
    }
    if (head.kind == FrameKind::Output) {
        const ItemCount end = work.job->step == Step::Fold ? rest.begin + 1 : rest.end;
        try {
            if (work.isItemByItem()) {
                work.job->kernel.unpack(Side::Output, head.begin, head.begin + 1, bytes);
            } else {
                isOver = true;
                work.job->kernel.unpack(Side::Output, rest.begin, end, bytes);
            }
        } catch (...) {
            work.failure = workError(std::current_exception());
        }
    }
    if (!isOver) return;
    Work ended = std::move(work);
    peer.works.pop_front();
    peer.finished = 0;
    const auto now = std::chrono::steady_clock::now();
    if (ended.completion == nullptr) peer.autoItems = autoItems(ended.whole.end - ended.whole.begin, now - peer.began);
    peer.began = now;
    --m_inFlight;
    releaseLimit(ended);
    m_crew->progressed();
    end(std::move(ended));
}

void PipePool::end(Work work) {
    if (work.completion != nullptr) {
        work.completion->chunkEnded(work.whole,
                                    work.failure ? Result<void>(*std::move(work.failure)) : work.job->outcome());
        if (m_isAsleep) m_crew->ring();  // this is not the thread that awaits
    } else if (work.failure && !m_failure) {
        m_failure = std::move(work.failure);
    }
}

}  // namespace breakeven
