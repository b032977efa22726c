#include "core/engine/processes/item_run.h"
#include "core/engine/processes/pipe_pool.h"

#include <algorithm>

namespace breakeven {

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
    m_inFlight -= works.size();
    for (const Work& work : works)
        releaseLimit(work);
    peer = {};
    const Ending ending = m_crew->bury(worker);
    const bool isExpected = works.empty() && m_options.recycleAfter > 0 && ending.how == Ending::How::Exited;
    m_crew->replace(worker, ending, isExpected);
    if (!works.empty()) {
        Work& work = works.front();
        if (work.isItemByItem()) work.rest.begin += finished;
        if (!work.goesOnAfter(worker, ending, *m_crew, m_control.errorsLeft(work.jobNumber))) {
            end(std::move(work));
            works.pop_front();
        }
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

std::chrono::milliseconds PipePool::longestWait() const {
    std::chrono::milliseconds limit = LongestSleep;
    for (const Peer& peer : m_peers)
        if (!peer.works.empty()) limit = std::min(limit, peer.works.front().nextLook());
    return limit;
}

/// What nobody tells: deadlines, stops asked for from outside, and workers that neither work nor die.
void PipePool::lookAround() {
    for (std::size_t i = 0; i < m_peers.size(); ++i) {
        if (!m_crew->lives(i)) continue;
        Task<std::atomic>& task = m_control.ring().at(i);
        // The worker may have begun what was sent ahead, so a stop says how far it goes.
        for (const Work& work : m_peers[i].works) {
            if (!work.isStopped()) break;
            task.stop.store(work.position, std::memory_order_relaxed);
        }
        if (const auto late = lateItem(task)) m_crew->kill(i, Ending::How::TooLate, late);
    }
    m_crew->killStopped();
}

}  // namespace breakeven
