#include "core/engine/processes/item_run.h"
#include "core/engine/processes/pipe_pool.h"

#include <algorithm>

namespace breakeven {

namespace {

using std::chrono::milliseconds;

/// How often a job under a JobControl is looked at: for its stop and its deadlines.
constexpr milliseconds ControlTick{20};
/// Between two looks for stopped workers.
constexpr milliseconds LookEvery{500};

}  // namespace

void PipePool::listen(std::size_t worker) {
    while (m_crew->lives(worker) && messageWaits(m_crew->socket(worker))) {
        const auto received = receiveMessage(m_crew->socket(worker));
        if (!received) return m_crew->kill(worker, Ending::How::Killed);  // gone, or as good as gone
        if (received->message.kind == MessageKind::Ready)
            m_peers[worker].isReady = true;
        else if (received->message.kind == MessageKind::Failed)
            m_crew->giveUp({ErrorCode::WorkFailed, "processes: a worker could not be set up: " + received->text});
    }
}

void PipePool::died(std::size_t worker) {
    listen(worker);  // what it said last
    receive(worker);
    Peer& peer = m_peers[worker];
    std::deque<Work> works = std::move(peer.works);
    const ItemCount finished = peer.finished;
    const std::optional<ItemCount> tooLate = peer.tooLate;
    m_inFlight -= works.size();
    peer = {};
    Ending ending = m_crew->bury(worker);
    const bool isExpected = works.empty() && m_options.recycleAfter > 0 && ending.how == Ending::How::Exited;
    m_crew->replace(worker, ending, isExpected);
    if (!works.empty()) {
        Work work = std::move(works.front());
        works.pop_front();
        const Chunk lost = work.rest;
        if (ending.how == Ending::How::TooLate && tooLate != lost.begin + finished) ending.how = Ending::How::Stopped;
        const bool goesOn = work.goesOnAfter(lost, finished, worker, ending);
        if (m_crew->shortage() && goesOn && !work.isItemByItem()) work.failure = m_crew->shortage();
        if (goesOn && !work.failure)
            works.push_front(std::move(work));
        else
            end(std::move(work));
    }
    for (; !works.empty(); works.pop_back())
        m_backlog.push_front(std::move(works.back()));
    if (m_crew->living() == 0) failAll(*m_crew->shortage());
}

void PipePool::failAll(const Error& error) {
    m_mapLeft.begin = m_mapLeft.end;
    if (m_mapJob != nullptr && !m_failure) m_failure = error;
    for (; !m_backlog.empty(); m_backlog.pop_front()) {
        m_backlog.front().failure = error;
        end(std::move(m_backlog.front()));
    }
}

milliseconds PipePool::longestWait() const {
    milliseconds limit = LongestSleep;
    for (const Peer& peer : m_peers) {
        if (peer.works.empty() || !peer.works.front().isItemByItem()) continue;
        const auto deadline = std::chrono::ceil<milliseconds>(peer.works.front().job->control->rules().itemDeadline);
        limit = std::min(limit,
                         deadline.count() > 0 ? std::clamp(deadline / 2, milliseconds(1), ControlTick) : ControlTick);
    }
    return limit;
}

void PipePool::killLate(std::size_t worker) {
    Peer& peer = m_peers[worker];
    const auto deadline =
        std::chrono::duration_cast<std::chrono::nanoseconds>(peer.works.front().job->control->rules().itemDeadline);
    const Task<std::atomic>& task = m_control.ring().at(worker);
    const std::int64_t started = task.itemStart.load(std::memory_order_acquire);
    if (deadline.count() <= 0 || started == 0 || steadyNanoseconds() - started <= deadline.count()) return;
    const ItemCount item = task.begin.load(std::memory_order_acquire) + task.finished.load(std::memory_order_acquire);
    if (task.itemStart.load(std::memory_order_acquire) != started || peer.tooLate) return;
    peer.tooLate = item;
    m_crew->kill(worker, Ending::How::TooLate);
}

/// What nobody tells: deadlines, stops asked for from outside, and workers that neither work nor die.
void PipePool::lookAround() {
    for (std::size_t i = 0; i < m_peers.size(); ++i) {
        if (!m_crew->lives(i) || m_peers[i].works.empty()) continue;
        const Work& work = m_peers[i].works.front();
        if (!work.isItemByItem()) continue;
        if (work.job->isStopped()) m_control.ring().at(i).stop.store(1, std::memory_order_relaxed);
        killLate(i);
    }
    const auto now = std::chrono::steady_clock::now();
    if (now - m_looked < LookEvery) return;
    m_looked = now;
    m_crew->killStopped();
}

}  // namespace breakeven
