#include "core/engine/processes/item_run.h"
#include "core/engine/processes/process_pool.h"

#include <algorithm>

#include <unistd.h>

namespace breakeven {

namespace {

using std::chrono::milliseconds;

/// How often a job under a JobControl is looked at: for its progress, its stop and its deadlines.
constexpr milliseconds ControlTick{20};
/// Between two looks for stopped workers.
constexpr milliseconds LookEvery{500};

}  // namespace

void ProcessPool::handle(Crew::Event event, std::size_t worker) {
    if (event == Crew::Event::Died) {
        died(worker);
    } else if (event == Crew::Event::Rang) {
        std::uint64_t rings = 0;
        [[maybe_unused]] const auto taken = read(m_bell.get(), &rings, sizeof rings);
    } else {
        listen(worker);
    }
}

void ProcessPool::listen(std::size_t worker) {
    while (m_crew->lives(worker) && messageWaits(m_crew->socket(worker))) {
        const auto received = receiveMessage(m_crew->socket(worker));
        if (!received) return m_crew->kill(worker, Ending::How::Killed);  // gone, or as good as gone
        hear(worker, *received);
    }
}

void ProcessPool::hear(std::size_t worker, const Received& received) {
    const Message& message = received.message;
    Member& member = m_members[worker];
    if (message.kind == MessageKind::Ready) {
        member.isReady = true;
    } else if (message.kind == MessageKind::NeedList && message.list == m_list && m_inFlight > 0) {
        if (sendMessage(m_crew->socket(worker), {.kind = MessageKind::Load, .list = m_list, .bytes = m_shared->bytes},
                        m_shared->recipe, {m_shared->memoryFd}))
            member.sentList = m_list;
    } else if (message.kind == MessageKind::Failed && !member.isReady) {
        m_crew->giveUp({ErrorCode::WorkFailed, "processes: a worker could not be set up: " + received.text});
    } else if (message.kind == MessageKind::Failed) {
        Slot& slot = m_slots[message.position & (m_slots.size() - 1)];
        if (slot.position == 0 || slot.position != message.position) return;
        if (message.item == WholeTask)
            slot.work.failure = Error{ErrorCode::WorkFailed, received.text};
        else if (slot.work.isItemByItem() && message.item < slot.work.job->size)
            slot.work.addItemError({.item = message.item, .error = {ErrorCode::WorkFailed, received.text}});
        stopStopped();
    }
}

void ProcessPool::died(std::size_t worker) {
    if (!m_crew->lives(worker)) return;
    listen(worker);  // what it said last
    std::optional<std::size_t> held;
    forBusyLines([&](std::size_t line) {
        const TaskWord word = m_ring.word(line);
        if (word.worker == worker && (word.state == TaskState::Taken || word.state == TaskState::Running)) held = line;
    });
    const Ending ending = m_crew->bury(worker);
    m_control.sleepers().getUp(worker);
    m_crew->replace(worker, ending, !held && m_options.recycleAfter > 0 && ending.how == Ending::How::Exited);
    if (held) lose(*held, worker, ending);
    fill();
    if (m_crew->living() == 0) failAll(*m_crew->shortage());
}

void ProcessPool::lose(std::size_t line, std::size_t worker, Ending ending) {
    const TaskWord word = m_ring.word(line);
    const Task<std::atomic>& task = m_ring.at(line);
    const ItemCount finished = task.finished.load(std::memory_order_relaxed);
    const ItemCount finishedBefore = task.finishedBefore.load(std::memory_order_relaxed);
    const Chunk taken{.begin = task.begin.load(std::memory_order_relaxed),
                      .end = task.end.load(std::memory_order_relaxed)};
    const Slot& slot = m_slots[line];
    const std::optional<ItemCount> tooLate = slot.tooLate;
    const bool isItemByItem = slot.work.isItemByItem();
    if (isItemByItem) m_slots[line].work.countFinished(finished);
    Work work = release(line);
    // The line stays the dead worker's in shared memory: freed by the next post.
    if (work.isList) {
        ListLine& list = m_control.list();
        list.everyoneRings.store(1, std::memory_order_relaxed);
        const bool isKnown = word.state == TaskState::Running && taken.begin < taken.end && taken.end <= work.job->size;
        end(work);
        work.failure.reset();
        m_backlog.push_back(Work::ofList(*work.job));
        if (!isKnown) {
            m_chunkIsUnknown = true;
            return;
        }
        work.isList = false;
        work.whole = taken;
        work.rest = taken;
    }
    const Chunk lost = work.rest;
    const ItemCount over = std::min(finished - std::min(finished, finishedBefore), lost.end - lost.begin);
    // A worker that has gone on to the next item just before it was killed is not to blame for that one.
    if (ending.how == Ending::How::TooLate && tooLate != lost.begin + over) ending.how = Ending::How::Stopped;
    const bool goesOn = work.goesOnAfter(lost, isItemByItem ? over : 0, worker, ending);
    if (m_crew->shortage() && goesOn && !isItemByItem) work.failure = m_crew->shortage();
    if (goesOn && !work.failure)
        m_backlog.push_front(std::move(work));
    else
        end(work);
}

void ProcessPool::failAll(const Error& error) {
    forBusyLines([&](std::size_t line) {
        if (!m_ring.withdraw(m_slots[line].position)) return;
        Work work = release(line);
        work.failure = error;
        end(work);
    });
    while (!m_backlog.empty()) {
        Work work = std::move(m_backlog.front());
        m_backlog.pop_front();
        work.failure = error;
        end(work);
    }
}

void ProcessPool::stopStopped() {
    forBusyLines([&](std::size_t line) {
        if (m_slots[line].work.job->isStopped()) m_ring.at(line).stop.store(1, std::memory_order_relaxed);
    });
}

milliseconds ProcessPool::longestWait() const {
    milliseconds limit = LongestSleep;
    forBusyLines([&](std::size_t line) {
        const Work& work = m_slots[line].work;
        if (!work.isItemByItem()) return;
        const auto deadline = std::chrono::ceil<milliseconds>(work.job->control->rules().itemDeadline);
        limit = std::min(limit,
                         deadline.count() > 0 ? std::clamp(deadline / 2, milliseconds(1), ControlTick) : ControlTick);
    });
    return limit;
}

void ProcessPool::killLate(std::size_t line) {
    const Task<std::atomic>& task = m_ring.at(line);
    Slot& slot = m_slots[line];
    const auto deadline = std::chrono::nanoseconds(
        std::chrono::duration_cast<std::chrono::nanoseconds>(slot.work.job->control->rules().itemDeadline));
    const std::int64_t started = task.itemStart.load(std::memory_order_acquire);
    if (deadline.count() <= 0 || started == 0 || steadyNanoseconds() - started <= deadline.count()) return;
    const TaskWord word = m_ring.word(line);
    const ItemCount over =
        task.finished.load(std::memory_order_acquire) - task.finishedBefore.load(std::memory_order_relaxed);
    const ItemCount item = task.begin.load(std::memory_order_relaxed) + over;
    if (task.itemStart.load(std::memory_order_acquire) != started || isOver(word.state)) return;
    if (slot.tooLate || word.worker >= m_members.size() || !m_crew->lives(word.worker)) return;
    slot.tooLate = item;
    m_crew->kill(word.worker, Ending::How::TooLate);
}

/// What nobody tells: progress, deadlines, stops asked for from outside, and workers that neither work nor die.
void ProcessPool::lookAround() {
    bool isAnyReady = false;
    forBusyLines([&](std::size_t line) {
        Slot& slot = m_slots[line];
        isAnyReady = isAnyReady || m_ring.word(line).state == TaskState::Ready;
        if (!slot.work.isItemByItem()) return;
        const ItemCount finished = m_ring.at(line).finished.load(std::memory_order_acquire);
        if (m_ring.at(line).spoke.load(std::memory_order_relaxed) == 0) slot.work.countFinished(finished);
        killLate(line);
    });
    stopStopped();
    const auto now = std::chrono::steady_clock::now();
    if (now - m_looked < LookEvery) return;
    m_looked = now;
    m_crew->killStopped();
    // Whoever was to take it may have been stopped in its sleep.
    if (!isAnyReady) return;
    if (const auto worker = m_control.sleepers().getSomebodyUp(); worker && *worker < m_members.size())
        wakeSleeper(m_control.seat(*worker).wakeUps);
}

}  // namespace breakeven
