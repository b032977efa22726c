#include "core/parallel/callback_thread.h"

#include "core/parallel/parallel_error.h"

#include <condition_variable>
#include <deque>
#include <mutex>
#include <string>
#include <system_error>
#include <utility>

namespace breakeven {

struct CallbackThread::Tasks {
    std::mutex mutex;
    std::condition_variable changed;
    std::deque<Function> waiting;
    bool isRunning = false;  ///< a function
    bool isEnding = false;   ///< the thread returns when nothing waits
    bool isOver = false;     ///< nobody will run anything any more

    void serve();
};

namespace {

/// Whose functions the calling thread runs.
thread_local const void* served = nullptr;

}  // namespace

void CallbackThread::Tasks::serve() {
    served = this;
    std::unique_lock lock(mutex);
    for (;;) {
        changed.wait(lock, [this] { return isEnding || !waiting.empty(); });
        if (waiting.empty()) break;
        {
            const Function function = std::move(waiting.front());
            waiting.pop_front();
            isRunning = true;
            lock.unlock();
            function();
        }
        lock.lock();
        isRunning = false;
        if (waiting.empty()) changed.notify_all();
    }
    isOver = true;
}

CallbackThread::CallbackThread() : m_tasks(std::make_shared<Tasks>()) {}

CallbackThread::~CallbackThread() {
    {
        const std::lock_guard lock(m_tasks->mutex);
        m_tasks->isEnding = true;
        if (!m_thread.joinable()) m_tasks->isOver = true;
        m_tasks->changed.notify_all();
    }
    if (isOwnThread())
        m_thread.detach();
    else if (m_thread.joinable())
        m_thread.join();
}

void CallbackThread::start() {
    const std::lock_guard lock(m_tasks->mutex);
    if (m_thread.joinable()) return;
    try {
        m_thread = std::thread([tasks = m_tasks] { tasks->serve(); });
    } catch (const std::system_error& problem) {
        throw ParallelError(
            {ErrorCode::Internal, std::string("pool: no thread for callbacks could be started: ") + problem.what()});
    }
}

void CallbackThread::post(Function function) {
    start();
    post(m_tasks, std::move(function));
}

void CallbackThread::post(const std::shared_ptr<Tasks>& tasks, Function function) {
    std::unique_lock lock(tasks->mutex);
    if (!tasks->isOver) {
        tasks->waiting.push_back(std::move(function));
        tasks->changed.notify_all();
        return;
    }
    lock.unlock();
    function();
}

std::function<void(CallbackThread::Function)> CallbackThread::poster() const {
    return [tasks = m_tasks](Function function) { post(tasks, std::move(function)); };
}

void CallbackThread::drain() const {
    std::unique_lock lock(m_tasks->mutex);
    m_tasks->changed.wait(lock, [this] { return m_tasks->waiting.empty() && !m_tasks->isRunning; });
}

bool CallbackThread::isOwnThread() const {
    return served == m_tasks.get();
}

}  // namespace breakeven
