/// Process: one function in a process of its own, after Python's multiprocessing.Process.
///
///     breakeven::Process child(f, 1, std::string("a"));
///     child.start();
///     child.join();
///
/// The program is started anew and finds the function in breakeven::init, so init must be the first line of main. The
/// function must be able to travel, and so must its arguments; its result is not looked at. An exception becomes a line
/// on standard error and exit code 1. It may have worker processes and a Process of its own; a worker process may not.
#pragma once

#include "core/os/descriptor.h"
#include "core/parallel/item_call.h"
#include "core/parallel/parallel_error.h"
#include "core/parallel/remote_kernel.h"

#include <csignal>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>

#include <sys/types.h>

namespace breakeven {

/// Runs what its bytes say. Called in the new process.
using ProcessEntry = void (*)(std::string_view bytes);

template <class F, class Arguments>
void runTravelled(std::string_view bytes) {
    const F f = callableAt<F>(deserialise<std::ptrdiff_t>(bytes));
    const auto arguments = deserialise<Arguments>(bytes);
    callWith<Feed::Arguments>(f, arguments, RandomOrigin{}, 0);
}

/// Used by one thread at a time.
class Process {
public:
    /// Throws ParallelError (NotBuilt) for a function of a shared library.
    template <CallableThatTravels F, class... Arguments>
    requires(CanTravel<std::tuple<Carried<Arguments>...>>&& CallableWith<
             Feed::Arguments, F, const std::tuple<Carried<Arguments>...>&>) explicit Process(F f,
                                                                                             Arguments&&... arguments) {
        using Tuple = std::tuple<Carried<Arguments>...>;
        serialise(valueOrThrow(placeOf(reinterpret_cast<AnyFunction>(&runTravelled<F, Tuple>))), m_message);
        serialise(valueOrThrow(placeOfCallable(f)), m_message);
        serialise(Tuple(std::forward<Arguments>(arguments)...), m_message);
    }
    Process(Process&&) noexcept = default;
    Process& operator=(Process&&) = delete;
    ~Process();  ///< kills it if it still runs

    /// Once. Throws ParallelError: InvalidInput when called twice, without init or by a worker process; Internal when
    /// the system refuses.
    void start();

    /// Waits for its end; false when the timeout ends first. Throws ParallelError (InvalidInput) before start.
    bool join(std::optional<Seconds> timeout = {});

    bool isAlive();
    pid_t pid() const { return m_pid; }  ///< -1 before start

    /// Absent while it has not ended; below 0 the negated signal that killed it; 255 also when the program ignores
    /// SIGCHLD, so that nobody knows.
    std::optional<int> exitCode();

    void terminate() { send(SIGTERM); }  ///< nothing when it has ended
    void kill() { send(SIGKILL); }

private:
    void send(int signal);
    bool reap(bool waits);

    std::string m_message;
    pid_t m_pid = -1;
    Descriptor m_pidFd;  ///< none before start and after the end was seen
    std::optional<int> m_exitCode;
};

/// In a process made by Process::start: runs the function and ends the process. Else it returns at once.
void runAsProcess(int argc, char** argv);

}  // namespace breakeven
