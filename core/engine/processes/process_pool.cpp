#include "core/engine/processes/process_pool.h"

#include "core/engine/spin.h"
#include "core/os/cpus.h"

#include <algorithm>
#include <limits>
#include <thread>
#include <utility>

namespace breakeven {

namespace {

constexpr std::chrono::microseconds CallerSpin{50};
/// Linux adds as much again.
constexpr std::chrono::microseconds Nap{50};
/// How tasks end is taken from the last moment, if it was not longer ago.
constexpr std::chrono::milliseconds LongestSpan{1};

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
      m_slots(m_ring.size()),
      m_busy((m_ring.size() + 63) / 64) {}

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
    constexpr std::uint64_t Most = std::numeric_limits<std::int64_t>::max();
    m_control.list().errorsLeft.store(static_cast<std::int64_t>(std::min(job.control->rules().stopAfterErrors, Most)),
                                      std::memory_order_relaxed);
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
    } else if (m_backlog.empty() && !work.isStopped() && post(work)) {
        wakeWorkers();
    } else {
        m_backlog.push_back(std::move(work));
        fill();
    }
}

void ProcessPool::await(const std::atomic<std::uint32_t>& ended, std::uint32_t seen) {
    while (ended.load(std::memory_order_acquire) == seen) {
        linger();
        Lock lock(m_mutex);
        if (ended.load(std::memory_order_acquire) == seen) pass(lock);
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

/// False: tasks of another list are still in flight. A worker that has not even read of the last list is not told: if
/// it comes to a task of this one, it asks.
bool ProcessPool::load(const SharedKernel& shared) {
    if (shared.id == m_listId) return true;
    if (m_inFlight > 0) return false;
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

/// A line for the next position. Lines of long-running tasks are passed over; none while one is not even claimed.
std::optional<std::size_t> ProcessPool::freeLine() {
    for (std::size_t tries = 0; tries < m_slots.size(); ++tries) {
        const std::size_t line = m_next & (m_slots.size() - 1);
        if (m_slots[line].position == 0) return line;
        const TaskState state = m_ring.word(line).state;
        if (state == TaskState::Ready) return std::nullopt;
        if (isOver(state)) {
            settle(line);
            return line;
        }
        m_ring.skip(m_next++);
    }
    return std::nullopt;
}

bool ProcessPool::post(Work& work) {
    if (!load(*work.job->shared)) return false;
    const auto line = freeLine();
    if (!line) return false;
    work.begin(m_next);
    Task<std::atomic>& task = m_ring.at(m_next);
    task.begin.store(work.rest.begin, std::memory_order_relaxed);
    task.end.store(work.rest.end, std::memory_order_relaxed);
    task.finished.store(0, std::memory_order_relaxed);
    task.deadline.store(work.deadline().count(), std::memory_order_relaxed);
    task.itemDue.store(0, std::memory_order_relaxed);
    task.list.store(m_list, std::memory_order_relaxed);
    task.flags.store(work.flags(), std::memory_order_relaxed);
    task.spoke.store(0, std::memory_order_relaxed);
    m_slots[*line] = std::move(work);
    m_ring.post(m_next++);
    setBusy(*line, true);
    return true;
}

void ProcessPool::fill() {
    while (!m_backlog.empty()) {
        Work& work = m_backlog.front();
        if (work.isStopped() || (m_failure && work.completion == nullptr)) {
            Work ended = std::move(work);
            m_backlog.pop_front();
            end(ended);
        } else if (post(work)) {
            m_backlog.pop_front();
        } else {
            break;
        }
    }
    wakeWorkers();
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
    if (running.isList) {
        Work work = release(line);
        endList(work, m_ring.word(line).state);
    } else {
        running.position = 0;
        setBusy(line, false);
        end(running);
    }
}

/// Errors are heard before anything counts that may have failed.
void ProcessPool::countFinished(std::size_t line) {
    const Task<std::atomic>& task = m_ring.at(line);
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

/// Spins unless the workers need all CPUs. If they do, and have enough to do, naps: a caller that is woken by the end
/// of every short task takes a CPU away from them each time.
void ProcessPool::linger() {
    const std::size_t inFlight = m_inFlight.load(std::memory_order_relaxed);
    const std::size_t running = std::min(inFlight, m_members.size());
    if (running > 0 && running < static_cast<std::size_t>(m_cpus)) {
        (void)spinUntil([this] { return anyEnded(); }, CallerSpin);
    } else if (inFlight > running) {
        const auto now = std::chrono::steady_clock::now();
        const auto span = now - std::exchange(m_lingered, now);
        const auto settled = m_settled.load(std::memory_order_relaxed);
        const auto lately = static_cast<double>(settled - std::exchange(m_settledThen, settled));
        const bool areBusyForANap = lately * (2 * Nap / Seconds(span)) < static_cast<double>(inFlight - running);
        if (span < LongestSpan && areBusyForANap) std::this_thread::sleep_for(Nap);
    }
}

/// Waits until something may have happened, and deals with it. Whoever gives a reason to look, and is no worker, finds
/// that the caller sleeps: from the last look to the sleep the lock is held.
void ProcessPool::pass(Lock& lock) {
    if (collect()) return;
    std::vector<std::pair<Crew::Event, std::size_t>> events;
    m_ring.callerSleeps();
    if (!anyEnded()) {
        const auto limit = longestWait();
        lock.unlock();
        m_crew->wait(limit, [&](Crew::Event event, std::size_t worker) { events.emplace_back(event, worker); });
        lock.lock();
    }
    m_ring.callerWakes();
    for (const auto& [event, worker] : events)
        handle(event, worker);
    collect();
    lookAround();
}

}  // namespace breakeven
