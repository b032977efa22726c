#include "core/engine/processes/item_run.h"
#include "core/engine/processes/process_pool.h"

#include <algorithm>

namespace breakeven {

void ProcessPool::handle(Crew::Event event, std::size_t worker) {
    if (event == Crew::Event::Died)
        died(worker);
    else
        listen(worker);
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
    } else if (message.kind == MessageKind::NeedList && message.list == m_list) {
        // It is the list of all that is in flight.
        const SharedKernel* shared = nullptr;
        forBusyLines([&](std::size_t line) { shared = m_slots[line].job->shared; });
        if (shared != nullptr) sendList(worker, *shared);
    } else if (message.kind == MessageKind::Failed && !member.isReady) {
        m_crew->giveUp({ErrorCode::WorkFailed, "processes: a worker could not be set up: " + received.text});
    } else if (message.kind == MessageKind::Failed || message.kind == MessageKind::Late) {
        const std::size_t line = m_ring.lineOf(message.position);
        if (line >= m_slots.size()) return;
        Work& work = m_slots[line];
        if (work.position == 0 || work.position != message.position) return;
        if (message.item == WholeTask)
            work.failure = Error{ErrorCode::WorkFailed, received.text};
        else if (work.isItemByItem() && message.item < work.job->size && message.kind == MessageKind::Late)
            work.addLateItem(message.item);
        else if (work.isItemByItem() && message.item < work.job->size)
            work.addItemError(message.item, {ErrorCode::WorkFailed, received.text});
        stopStopped();
    }
}

void ProcessPool::died(std::size_t worker) {
    if (!m_crew->lives(worker)) return;
    listen(worker);  // what it said last
    collect();       // what it had ended: its last list may go on
    std::optional<std::size_t> held;
    forBusyLines([&](std::size_t line) {
        const TaskWord word = m_ring.word(line);
        if (word.worker == worker && (word.state == TaskState::Taken || word.state == TaskState::Running)) held = line;
    });
    const Ending ending = m_crew->bury(worker);
    if (held && hasNotBegun(*held, worker)) {
        m_backlog.push_front(release(*held));
        held.reset();
    }
    m_ring.clearOwn(static_cast<std::uint16_t>(worker));
    m_control.sleepers().getUp(worker);
    m_crew->replace(worker, ending, !held && m_options.recycleAfter > 0 && ending.how == Ending::How::Exited);
    if (held) lose(*held, worker, ending);
    fill();
    if (m_crew->living() == 0) failAll(*m_crew->shortage());
}

/// An own task may come to a worker that is already dead.
bool ProcessPool::hasNotBegun(std::size_t line, std::size_t worker) const {
    const Position position = m_slots[line].position;
    return (position & OwnTask) != 0 && m_control.seat(worker).began.load(std::memory_order_acquire) != position;
}

void ProcessPool::lose(std::size_t line, std::size_t worker, const Ending& ending) {
    const TaskWord word = m_ring.word(line);
    const Task<std::atomic>& task = m_ring.line(line);
    const ItemCount finished = task.finished.load(std::memory_order_relaxed);
    const Chunk taken{.begin = task.begin.load(std::memory_order_relaxed),
                      .end = task.end.load(std::memory_order_relaxed)};
    // The line stays the dead worker's in shared memory: freed by the next post.
    Work work = release(line);
    if (work.isList) {
        m_control.list().everyoneRings.store(1, std::memory_order_relaxed);
        end(work);
        m_backlog.push_back(Work::ofList(*work.job));
        if (word.state != TaskState::Running || taken.begin >= taken.end || taken.end > work.job->size) {
            m_chunkIsUnknown = true;
            return;
        }
        work = Work(*work.job, taken, nullptr);
    } else if (work.isItemByItem()) {
        work.countFinished(finished);
        work.rest.begin += std::min(finished, work.rest.end - work.rest.begin);
    }
    if (work.goesOnAfter(worker, ending, *m_crew, m_control.errorsLeft(0)))
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
        const Work& work = m_slots[line];
        if (work.isStopped()) m_ring.line(line).stop.store(work.position, std::memory_order_relaxed);
    });
}

std::chrono::milliseconds ProcessPool::longestWait() const {
    std::chrono::milliseconds limit = LongestSleep;
    forBusyLines([&](std::size_t line) { limit = std::min(limit, m_slots[line].nextLook()); });
    return limit;
}

void ProcessPool::killLate(std::size_t line) {
    const auto late = lateItem(m_ring.line(line));
    if (!late) return;
    const TaskWord word = m_ring.word(line);
    if (isOver(word.state) || word.worker >= m_members.size() || !m_crew->lives(word.worker)) return;
    m_crew->kill(word.worker, Ending::How::TooLate, late);
}

/// What nobody tells: progress, deadlines, stops asked for from outside, and workers that neither work nor die.
void ProcessPool::lookAround() {
    bool isAnyReady = false;
    forBusyLines([&](std::size_t line) {
        isAnyReady = isAnyReady || m_ring.word(line).state == TaskState::Ready;
        if (!m_slots[line].isItemByItem()) return;
        countFinished(line);
        killLate(line);
    });
    stopStopped();
    // Whoever was to take what is ready may have been stopped in its sleep.
    if (!m_crew->killStopped() || !isAnyReady) return;
    if (const auto worker = m_control.sleepers().getSomebodyUp(); worker && *worker < m_members.size())
        wakeSleeper(m_control.seat(*worker).wakeUps);
}

}  // namespace breakeven
