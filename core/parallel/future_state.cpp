#include "core/parallel/future_state.h"

#include "core/engine/work_error.h"

#include <utility>

namespace breakeven {

bool FutureState::start() {
    const std::lock_guard lock(m_mutex);
    if (m_status != Status::Pending) return false;
    m_status = Status::Running;
    return true;
}

bool FutureState::cancel() {
    std::unique_lock lock(m_mutex);
    if (m_status != Status::Pending) return false;
    end(lock, Status::Cancelled, ParallelError({ErrorCode::Interrupted, "cancelled before it was started"}));
    return true;
}

void FutureState::finish(std::optional<ParallelError> error) {
    std::unique_lock lock(m_mutex);
    if (m_status != Status::Cancelled) end(lock, Status::Finished, std::move(error));
}

void FutureState::end(std::unique_lock<std::mutex>& lock, Status status, std::optional<ParallelError> error) {
    m_status = status;
    m_error = std::move(error);
    m_endedAt = std::chrono::steady_clock::now();
    const auto hooks = std::move(m_hooks);
    auto callbacks = std::exchange(m_callbacks, {});
    m_changed.notify_all();
    lock.unlock();
    for (const auto& hook : hooks)
        hook();
    for (auto& callback : callbacks)
        m_poster([self = shared_from_this(), callback = std::move(callback)] { self->call(callback); });
}

void FutureState::call(const std::function<void()>& callback) {
    try {
        callback();
    } catch (...) {
        const std::lock_guard lock(m_mutex);
        m_callbackErrors.push_back(workError(std::current_exception()).detail);
    }
}

bool FutureState::isRunning() const {
    const std::lock_guard lock(m_mutex);
    return m_status == Status::Running;
}

bool FutureState::isReady() const {
    const std::lock_guard lock(m_mutex);
    return m_status == Status::Finished || m_status == Status::Cancelled;
}

bool FutureState::isCancelled() const {
    const std::lock_guard lock(m_mutex);
    return m_status == Status::Cancelled;
}

bool FutureState::wait(std::optional<Seconds> timeout) const {
    std::unique_lock lock(m_mutex);
    const auto isOver = [&] { return m_status == Status::Finished || m_status == Status::Cancelled; };
    if (timeout) return m_changed.wait_until(lock, endOfTimeout(*timeout), isOver);
    m_changed.wait(lock, isOver);
    return true;
}

void FutureState::whenFinished(std::function<void()> hook) {
    std::unique_lock lock(m_mutex);
    if (m_status != Status::Finished && m_status != Status::Cancelled) {
        m_hooks.push_back(std::move(hook));
        return;
    }
    lock.unlock();
    hook();
}

void FutureState::onDone(std::function<void()> callback) {
    std::unique_lock lock(m_mutex);
    if (m_status != Status::Finished && m_status != Status::Cancelled) {
        m_callbacks.push_back(std::move(callback));
        return;
    }
    lock.unlock();
    call(callback);
}

std::vector<std::string> FutureState::callbackErrors() const {
    const std::lock_guard lock(m_mutex);
    return m_callbackErrors;
}

}  // namespace breakeven
