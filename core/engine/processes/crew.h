/// Crew: the worker processes of one pool, watched. Whatever happens to one of them wakes whoever is in wait().
#pragma once

#include "core/engine/processes/message.h"
#include "core/engine/processes/task.h"
#include "core/engine/processes/zygote.h"

#include <chrono>
#include <functional>

namespace breakeven {

/// How a worker came to its end.
struct Ending {
    enum class How { Exited, Killed, Stopped, TooLate };
    How how = How::Exited;
    int number = 0;                     ///< exit status or signal
    std::optional<LateItem> late = {};  ///< TooLate: the item for which it was killed
};

/// What a chunk or an item has done: "killed worker 2 by signal 11 (Segmentation fault)". Workers are counted from 0.
std::string blame(std::size_t worker, Ending ending);
/// "worker 2 was killed by signal 11 (Segmentation fault)"
std::string obituary(std::size_t worker, Ending ending);

class Crew {
public:
    enum class Event { Rang, Spoke, Streams, Died };  ///< Rang ends wait() and is not told

    /// Tells a new worker what it is, before anything else.
    using Greeting = std::function<Result<void>(Crew& crew, std::size_t worker)>;

    /// Starts all. Errors: Internal, those of startWorkers.
    static Result<Crew> start(std::string_view how, std::size_t workers, Greeting greeting);

    Crew(Crew&&) = default;
    Crew& operator=(Crew&&) = delete;
    ~Crew();  ///< kills and reaps; idle workers have nothing to save and busy ones must not be waited for

    bool lives(std::size_t worker) const { return m_members[worker].process.pid > 0; }
    std::size_t living() const;
    int socket(std::size_t worker) const { return m_members[worker].process.socket.get(); }
    std::vector<pid_t> pids() const;

    /// Whoever is in wait() returns; one who waits later returns at once. Thread-safe.
    void ring() const;
    /// A descriptor; 8 bytes of the number 1 written to it ring, too.
    int bell() const { return m_bell.get(); }

    /// Why a place is empty and will not be filled.
    const std::optional<Error>& shortage() const { return m_shortage; }
    void giveUp(Error reason) { m_shortage = std::move(reason); }

    /// Kills all for good: nobody comes in their places, and the shortage says why. Their deaths are told by wait() as
    /// any other's.
    void terminate();
    bool isTerminated() const { return m_isTerminated; }

    /// Puts a new worker in the place of one that is buried; or gives up when none can be had, or when worker after
    /// worker dies. isExpected: it ended as it was told to.
    void replace(std::size_t worker, Ending ending, bool isExpected);
    /// Tries again to fill the places that stayed empty.
    void refill();
    /// A worker has been of use.
    void progressed() { m_deathsInARow = 0; }

    /// Ends a worker for a reason, the first of which counts; its death is an event of wait().
    void kill(std::size_t worker, Ending::How reason, std::optional<LateItem> late = {});

    /// After Died: reaps it and empties its place.
    Ending bury(std::size_t worker);

    /// Kills the workers that are found stopped twice, half a second apart (SIGSTOP: they would never answer). To be
    /// called now and then. True: it was time to look.
    bool killStopped();

    /// Also watches a descriptor of a worker, told as Streams. `events`: EPOLLIN, EPOLLOUT.
    Result<void> watchStream(std::size_t worker, int fd, std::uint32_t events, bool isNew);

    /// Waits at most `limit`, then tells what happened: onEvent(Event, worker). A death is told last and alone, after
    /// all that the worker said. Thread-safe; a worker that is told of may be gone by then.
    void wait(std::chrono::milliseconds limit, const std::function<void(Event, std::size_t)>& onEvent) const;

private:
    struct Member {
        WorkerProcess process;  ///< pid -1: an empty place
        bool looksStopped = false;
        std::optional<Ending> killedFor;
    };

    Crew() = default;
    Result<void> hire(std::size_t worker);
    Result<void> begin(std::size_t worker);
    Result<void> watch(int fd, Event event, std::size_t worker) const;

    std::string m_how;
    Greeting m_greeting;
    Descriptor m_epoll;
    Descriptor m_bell;
    std::chrono::steady_clock::time_point m_looked;  ///< for stopped workers
    std::vector<Member> m_members;
    std::optional<Error> m_shortage;
    bool m_isTerminated = false;
    std::size_t m_deathsInARow = 0;  ///< without any progress
};

}  // namespace breakeven
