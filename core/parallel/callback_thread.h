/// CallbackThread: the one thread of a pool that runs code of the pool's user: callbacks, and the destructors of what
/// jobs have kept. Neither the workers nor the thread that feeds them ever wait for it, so what runs here may use the
/// pool, and end it.
#pragma once

#include <functional>
#include <memory>
#include <thread>

namespace breakeven {

/// Thread-safe. The thread is there from the first function on.
class CallbackThread {
public:
    using Function = std::function<void()>;

    CallbackThread();
    /// Returns when every function has; from one of them at once, and the thread ends when it has run the rest.
    ~CallbackThread();

    CallbackThread(const CallbackThread&) = delete;
    CallbackThread& operator=(const CallbackThread&) = delete;

    /// Makes sure of the thread, so that post cannot fail. Throws ParallelError (Internal) when the system refuses it.
    void start();

    /// Runs a function after those posted before, and destroys it there. It must not throw.
    void post(Function function);

    /// A way to post that may outlive this object; then it calls at once.
    std::function<void(Function)> poster() const;

    /// Returns when every function has. Precondition: not the own thread.
    void drain() const;

    bool isOwnThread() const;

private:
    struct Tasks;
    static void post(const std::shared_ptr<Tasks>& tasks, Function function);

    std::shared_ptr<Tasks> m_tasks;  ///< the thread's too, which may be the last to go
    std::thread m_thread;
};

}  // namespace breakeven
