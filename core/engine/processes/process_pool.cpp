#include "core/engine/processes/process_pool.h"

#include "core/os/cpus.h"

#include <algorithm>
#include <limits>
#include <utility>

namespace breakeven {

namespace {

WorkerCount countCpus() {
    static const WorkerCount cpus = usableCpus().count;
    return cpus;
}

}  // namespace

Result<std::unique_ptr<WorkerPool>> ProcessPool::start(const PoolOptions& wanted) {
    PoolOptions options = wanted;
    options.workers = nestedWorkers(wanted.workers);
    BREAKEVEN_TRY(auto control, ControlBlock::create(options.workers));
    std::unique_ptr<ProcessPool> pool(new ProcessPool(options, std::move(control)));
    BREAKEVEN_TRY(auto crew, Crew::start(options.start, pool->m_members.size(),
                                         [raw = pool.get()](Crew& crew_, std::size_t worker) {
                                             return raw->greet(crew_, worker);
                                         }));
    pool->m_crew.emplace(std::move(crew));
    BREAKEVEN_CHECK(pool->awaitReady());
    return std::unique_ptr<WorkerPool>(std::move(pool));
}

ProcessPool::ProcessPool(const PoolOptions& options, ControlBlock control)
    : m_options(options),
      m_control(std::move(control)),
      m_members(static_cast<std::size_t>(options.workers)),
      m_cpus(countCpus()),
      m_slots(m_ring.lines()),
      m_busy((m_ring.lines() + 63) / 64) {}

Result<void> ProcessPool::greet(Crew& crew, std::size_t worker) {
    m_members[worker] = {};
    m_control.seat(worker).readList.store(0, std::memory_order_relaxed);
    return sendMessage(crew.socket(worker),
                       {.kind = MessageKind::Setup,
                        .workerKind = WorkerKind::Sharing,
                        .worker = static_cast<std::uint32_t>(worker),
                        .workers = static_cast<std::uint32_t>(m_options.workers),
                        .share = static_cast<std::uint32_t>(m_coreShare),
                        .maySpin = m_options.workers <= m_cpus ? 1U : 0U,
                        .recycleAfter = m_options.recycleAfter},
                       m_options.initializerRecipe, {m_control.fd(), crew.bell()});
}

Result<void> ProcessPool::awaitReady() {
    Lock lock(m_mutex);
    while (!std::ranges::all_of(m_members, &Member::isReady)) {
        pass(lock);
        if (m_crew->shortage()) return *m_crew->shortage();
    }
    return {};
}

Result<void> ProcessPool::map(const ListJob& job) {
    Lock lock(m_mutex);
    if (job.size == 0) return job.outcome();
    BREAKEVEN_CHECK(accept(job));
    m_failure.reset();
    return job.control == nullptr ? mapByCursor(lock, job) : mapByChunks(lock, job);
}

/// Workers take chunks by themselves.
Result<void> ProcessPool::mapByCursor(Lock& lock, const ListJob& job) {
    constexpr int MostRuns = 3;
    for (int run = 0; run < MostRuns; ++run) {
        m_chunkIsUnknown = false;
        ListLine& list = m_control.list();
        list.size = job.size;
        list.chunk = job.chunk;
        list.workers = m_options.workers;
        list.inside.store(0, std::memory_order_relaxed);
        list.everyoneRings.store(0, std::memory_order_relaxed);
        list.cursor.next.store(0, std::memory_order_relaxed);
        const auto tasks = std::min<ItemCount>(m_members.size(), job.size);
        for (ItemCount i = 0; i < tasks; ++i)
            m_backlog.push_back(Work::ofList(job));
        fill();
        while (m_inFlight > 0 || !m_backlog.empty()) {
            lock.unlock();
            linger();
            lock.lock();
            pass(lock);
        }
        if (m_failure) return *m_failure;
        // A kernel may be run twice on the same items, so what is unknown is cured by running the list again.
        if (!m_chunkIsUnknown) return {};
    }
    return Error{ErrorCode::ChildCrashed, "processes: workers died in each of " + std::to_string(MostRuns) + " runs"};
}

/// Of a chunk that is handed over it is never unknown whose it was, so that no item and no error is counted twice.
Result<void> ProcessPool::mapByChunks(Lock& lock, const ListJob& job) {
    const ItemCount items = chunkItems(job.chunk, job.size, m_options.workers);
    for (ItemCount next = 0;;) {
        while (m_backlog.empty() && next < job.size && !m_failure && !job.isStopped()) {
            const Chunk chunk{.begin = next, .end = next + std::min(items, job.size - next)};
            next = chunk.end;
            m_backlog.emplace_back(job, chunk, nullptr);
            fill();
        }
        if (m_inFlight == 0 && m_backlog.empty()) break;
        lock.unlock();
        linger();
        lock.lock();
        pass(lock);
    }
    return m_failure ? Result<void>(*m_failure) : job.outcome();
}

void ProcessPool::submit(const ListJob& job, Chunk chunk, Completion& completion) {
    const Lock lock(m_mutex);
    Work work(job, chunk, &completion);
    if (const auto accepted = accept(job); !accepted) {
        work.failure = accepted.error();
        end(work);
    } else if (m_backlog.empty() && !work.isStopped() && load(job) && post(work, ownPosition())) {
        wake(m_lastWorker);
    } else {
        m_backlog.push_back(std::move(work));
        fill();
    }
}

/// What the dead leave is ended by whoever maps or awaits, once they are dead and write no more.
void ProcessPool::killWorkers() {
    const Lock lock(m_mutex);
    m_crew->terminate();
}

std::vector<pid_t> ProcessPool::processes() const {
    const Lock lock(m_mutex);
    return m_crew->pids();
}

/// A place that could not be filled is tried again by every job. Errors: why there is nobody to do it.
Result<void> ProcessPool::accept(const ListJob& job) {
    if (job.shared == nullptr)
        return Error{ErrorCode::Internal, "processes: the list is not in memory that workers can share"};
    if (job.shared->recipe.size() > LongestText)
        return Error{ErrorCode::Internal, "processes: a recipe of " + std::to_string(job.shared->recipe.size()) +
                                              " bytes is too long (at most " + std::to_string(LongestText) + ")"};
    if (m_crew->shortage()) m_crew->refill();
    if (m_crew->living() == 0) return *m_crew->shortage();
    return {};
}

/// False: tasks of another list, or of the same one under other rules, are still in flight. A worker that has not even
/// read of the last list is not told: if it comes to a task of this one, it asks.
bool ProcessPool::load(const ListJob& job) {
    const SharedKernel& shared = *job.shared;
    if (m_inFlight > 0) return shared.id == m_listId && job.control == m_rules;
    m_rules = job.control;
    if (m_rules != nullptr) m_control.errorsLeft(0).store(m_rules->errorsLeft(), std::memory_order_relaxed);
    if (shared.id == m_listId) return true;
    m_listId = shared.id;
    ++m_list;
    for (std::size_t i = 0; i < m_members.size(); ++i) {
        if (!m_crew->lives(i) || m_control.seat(i).readList.load(std::memory_order_acquire) != m_members[i].sentList)
            continue;
        sendList(i, shared);
    }
    return true;
}

void ProcessPool::sendList(std::size_t worker, const SharedKernel& shared) {
    // One who is gone is told by its pidfd.
    if (sendMessage(m_crew->socket(worker), {.kind = MessageKind::Load, .list = m_list, .bytes = shared.bytes},
                    shared.recipe, {shared.memoryFd}))
        m_members[worker].sentList = m_list;
}

/// Lines of long-running tasks are passed over; none while one is not even claimed.
std::optional<Position> ProcessPool::nextPosition() {
    for (std::size_t tries = 0; tries < m_slots.size(); ++tries) {
        const std::size_t line = m_ring.lineOf(m_next);
        if (m_slots[line].position == 0) return m_next++;
        const TaskState state = m_ring.word(line).state;
        if (state == TaskState::Ready) return std::nullopt;
        if (isOver(state)) {
            settle(line);
            return m_next++;
        }
        m_ring.skip(m_next++);
    }
    return std::nullopt;
}

/// For whoever ended the last task, when there is nothing else to do and he is awake: the line of its last task is in
/// both caches, the next one of the ring is not.
std::optional<Position> ProcessPool::ownPosition() {
    if (m_inFlight > 0 || !m_members[m_lastWorker].isReady || m_control.sleepers().lies(m_lastWorker))
        return std::nullopt;
    return ownTask(++m_ownTasks, m_lastWorker);
}

bool ProcessPool::post(Work& work, std::optional<Position> position) {
    if (!position) return false;
    const std::size_t line = m_ring.lineOf(*position);
    work.begin(*position);
    const std::int64_t deadline = work.deadline().count();
    const TaskFlags flags = work.flags();
    const Work& held = m_slots[line] = std::move(work);
    // All at once: a worker that looks in between takes the line away.
    Task<std::atomic>& task = m_ring.line(line);
    task.begin.store(held.rest.begin, std::memory_order_relaxed);
    task.end.store(held.rest.end, std::memory_order_relaxed);
    task.finished.store(0, std::memory_order_relaxed);
    task.deadline.store(deadline, std::memory_order_relaxed);
    task.itemDue.store(0, std::memory_order_relaxed);
    task.list.store(m_list, std::memory_order_relaxed);
    task.flags.store(flags, std::memory_order_relaxed);
    task.spoke.store(0, std::memory_order_relaxed);
    if ((*position & OwnTask) != 0)
        m_ring.postOwn(*position, static_cast<std::uint16_t>(m_lastWorker));
    else
        m_ring.post(*position);
    setBusy(line, true);
    return true;
}

void ProcessPool::fill() {
    while (!m_backlog.empty()) {
        Work& work = m_backlog.front();
        if (work.isStopped() || (m_failure && work.completion == nullptr)) {
            Work ended = std::move(work);
            m_backlog.pop_front();
            end(ended);
        } else if (load(*work.job) && post(work, nextPosition())) {
            m_backlog.pop_front();
        } else {
            break;
        }
    }
    wakeWorkers();
}

/// A worker that lies down at this moment.
void ProcessPool::wake(std::size_t worker) {
    if (m_control.sleepers().lies(worker) && m_control.sleepers().getUp(worker))
        wakeSleeper(m_control.seat(worker).wakeUps);
}

/// As many as there are tasks without a worker that is awake. Those awake look once more before they sleep.
void ProcessPool::wakeWorkers() {
    const std::size_t asleep = m_control.sleepers().count();
    if (asleep == 0) return;
    const std::size_t awake = m_crew->living() - std::min(asleep, m_crew->living());
    for (std::size_t missing = m_inFlight; missing > awake; --missing) {
        const auto worker = m_control.sleepers().getSomebodyUp();
        if (!worker) return;
        if (*worker < m_members.size()) wakeSleeper(m_control.seat(*worker).wakeUps);
    }
}

bool ProcessPool::anyEnded() const {
    bool found = false;
    forBusyLines([&](std::size_t line) { found = found || isOver(m_ring.word(line).state); });
    return found;
}

/// True when it found something.
bool ProcessPool::collect() {
    bool found = false;
    forBusyLines([&](std::size_t line) {
        // Settling one may take back others.
        if (m_slots[line].position == 0 || !isOver(m_ring.word(line).state)) return;
        settle(line);
        found = true;
    });
    if (found && !m_backlog.empty()) fill();
    return found;
}

/// The line is free when this returns.
void ProcessPool::settle(std::size_t line) {
    countFinished(line);
    m_settled.store(m_settled.load(std::memory_order_relaxed) + 1, std::memory_order_relaxed);
    m_crew->progressed();
    Work& running = m_slots[line];
    const TaskWord word = m_ring.word(line);
    if (word.worker < m_members.size()) m_lastWorker = word.worker;
    if (running.isList) {
        Work work = release(line);
        endList(work, word.state);
    } else {
        running.position = 0;
        setBusy(line, false);
        end(running);
    }
}

/// Errors are heard before anything counts that may have failed.
void ProcessPool::countFinished(std::size_t line) {
    const Task<std::atomic>& task = m_ring.line(line);
    const ItemCount finished = task.finished.load(std::memory_order_acquire);
    if (task.spoke.load(std::memory_order_relaxed) != 0) {
        const auto worker = m_ring.word(line).worker;
        if (worker < m_members.size()) listen(worker);
    }
    if (m_slots[line].isItemByItem()) m_slots[line].countFinished(finished);
}

Work ProcessPool::release(std::size_t line) {
    setBusy(line, false);
    Work work = std::move(m_slots[line]);
    m_slots[line].position = 0;
    return work;
}

/// Only ever written under the lock; read without it by one who spins.
void ProcessPool::setBusy(std::size_t line, bool isBusy) {
    auto& bits = m_busy[line / 64];
    bits.store(bits.load(std::memory_order_relaxed) ^ std::uint64_t{1} << line % 64, std::memory_order_release);
    m_inFlight.store(
        m_inFlight.load(std::memory_order_relaxed) + (isBusy ? 1 : std::numeric_limits<std::size_t>::max()),
        std::memory_order_relaxed);
}

void ProcessPool::end(Work& work) {
    if (work.completion != nullptr) {
        auto outcome = work.failure ? Result<void>(*std::move(work.failure)) : work.job->outcome();
        work.completion->chunkEnded(work.whole, std::move(outcome));
        if (m_ring.callerIsToBeWoken()) m_crew->ring();  // this is not the thread that awaits
    } else if (work.failure && !m_failure) {
        m_failure = std::move(work.failure);
        m_control.list().cursor.next.store(m_control.list().size, std::memory_order_relaxed);
    }
}

void ProcessPool::endList(Work& work, TaskState state) {
    const bool hasFailed = work.failure.has_value();
    end(work);
    if (state == TaskState::Left && !hasFailed) {
        work.failure.reset();
        m_backlog.push_back(std::move(work));
        return;
    }
    // Nothing is left for those who have not even begun.
    forBusyLines([&](std::size_t line) {
        if (m_slots[line].position != 0 && m_slots[line].isList && m_ring.withdraw(m_slots[line].position))
            release(line);
    });
}

}  // namespace breakeven
