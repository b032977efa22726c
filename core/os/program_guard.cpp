#include "core/os/program_guard.h"

#include "core/os/descriptor.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <mutex>
#include <span>
#include <system_error>

#include <fcntl.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <unistd.h>

namespace breakeven {
namespace {

/// More than a machine runs at a time. What comes beyond has the parent-death signal alone.
constexpr std::size_t MostPrograms = 4096;

/// A group by its number comes, minus the number goes. In a process that was forked from one with threads: only
/// async-signal-safe calls, no memory of the heap.
[[noreturn]] void standGuard(int socket, int other) {
    setpgid(0, 0);  // so that who kills our parent's group leaves this process
    prctl(PR_SET_NAME, "breakeven-guard");
    close(other);  // else it would never see the end
    const int nothing = open("/dev/null", O_WRONLY);
    dup2(socket, STDIN_FILENO);
    dup2(nothing, STDOUT_FILENO);
    dup2(nothing, STDERR_FILENO);
    close_range(STDERR_FILENO + 1, ~0U, 0);
    std::array<pid_t, MostPrograms> groups;
    std::size_t count = 0;
    for (;;) {
        pid_t news = 0;
        const ssize_t received = recv(STDIN_FILENO, &news, sizeof news, 0);
        if (received < 0 && errno == EINTR) continue;
        if (received != sizeof news) break;
        const auto known = std::span(groups).first(count);
        if (news > 0 && count < groups.size())
            groups[count++] = news;
        else if (const auto gone = std::ranges::find(known, -news); gone != known.end())
            *gone = groups[--count];
    }
    for (const pid_t group : std::span(groups).first(count))
        kill(-group, SIGKILL);
    _exit(0);
}

Result<Descriptor> startGuard() {
    std::array<int, 2> ends{};
    pid_t pid = -1;
    // The order in which messages are sent is that in which they come, and each comes whole.
    if (socketpair(AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC, 0, ends.data()) == 0) {
        const Descriptor theirs(ends[1]);
        Descriptor ours(ends[0]);
        pid = fork();
        if (pid == 0) standGuard(theirs.get(), ours.get());
        if (pid > 0) return ours;
    }
    return Error{ErrorCode::Internal,
                 "guard of programs: could not be started: " + std::generic_category().message(errno)};
}

}  // namespace

Result<int> programGuard() {
    static std::mutex mutex;
    static Descriptor socket;
    static pid_t guarded = 0;  // a copy of this process needs a guard of its own
    const std::lock_guard lock(mutex);
    if (guarded != getpid()) {
        BREAKEVEN_TRY(socket, startGuard());
        guarded = getpid();
    }
    return socket.get();
}

void dismissFromGuard(int guard, pid_t pid) {
    const pid_t news = -pid;
    send(guard, &news, sizeof news, MSG_NOSIGNAL);
}

}  // namespace breakeven
