#include "core/engine/processes/zygote.h"

#include "core/engine/processes/message.h"
#include "core/engine/processes/worker.h"

#include <array>
#include <cerrno>
#include <csignal>
#include <cstring>

#include <fcntl.h>
#include <sched.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

namespace breakeven {

namespace {

/// Where a process made here keeps its one socket; every higher descriptor is closed.
constexpr int OwnSocket = 3;

/// In the process that called startZygote; never set in the zygote and its workers.
Descriptor zygoteSocket;

Error systemError(const std::string& what) {
    return Error{ErrorCode::Internal, "processes: " + what + ": " + std::strerror(errno)};
}

struct SocketPair {
    Descriptor ours;
    Descriptor theirs;
};

Result<SocketPair> makeSocketPair() {
    std::array<int, 2> ends{};
    if (socketpair(AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC, 0, ends.data()) != 0)
        return systemError("no socket could be made");
    return SocketPair{.ours = Descriptor(ends[0]), .theirs = Descriptor(ends[1])};
}

/// Keeps stderr and the socket alone, and ends with the process that is to be the parent.
void settle(int socket, pid_t parent, const char* name) {
    prctl(PR_SET_PDEATHSIG, SIGKILL);
    if (getppid() != parent) _exit(0);  // it was gone before the signal was asked for
    prctl(PR_SET_NAME, name);
    if (socket != OwnSocket) dup3(socket, OwnSocket, O_CLOEXEC);
    close_range(OwnSocket + 1, ~0U, 0);
}

/// A child of our parent. The raw call, because fork() cannot do that; with CLONE_PARENT the new process sends its
/// parent the exit signal of this one (SIGCHLD), so that waitid works there as for any child.
pid_t forkSibling() {
    return static_cast<pid_t>(syscall(SYS_clone, CLONE_PARENT | SIGCHLD, nullptr, nullptr, nullptr, nullptr));
}

[[noreturn]] void serveForks(pid_t parent, KernelFactory factory) {
    for (;;) {
        const auto request = receiveMessage(OwnSocket);
        if (!request || request->descriptors.size() != 1) _exit(0);
        const pid_t pid = forkSibling();
        if (pid == 0) {
            settle(request->descriptors[0].get(), parent, "breakeven-work");
            runWorker(OwnSocket, factory);
        }
        if (!sendMessage(OwnSocket, {.kind = MessageKind::Forked, .pid = pid > 0 ? pid : -errno})) _exit(0);
    }
}

[[noreturn]] void becomeZygote(int socket, pid_t parent, KernelFactory factory) {
    settle(socket, parent, "breakeven-zygot");  // 15 characters are kept
    const int nothing = open("/dev/null", O_RDWR | O_CLOEXEC);
    dup2(nothing, STDIN_FILENO);
    dup2(nothing, STDOUT_FILENO);
    close(nothing);
    std::signal(SIGINT, SIG_IGN);  // the parent alone decides when to stop
    std::signal(SIGPIPE, SIG_IGN);
    serveForks(parent, factory);
}

}  // namespace

Result<void> startZygote(KernelFactory factory) {
    if (zygoteRuns()) return Error{ErrorCode::Internal, "processes: the zygote runs already"};
    BREAKEVEN_TRY(auto ends, makeSocketPair());
    const pid_t parent = getpid();
    const pid_t pid = fork();
    if (pid == 0) becomeZygote(ends.theirs.get(), parent, factory);
    if (pid < 0) return systemError("the zygote could not be forked");
    zygoteSocket = std::move(ends.ours);
    return {};
}

bool zygoteRuns() {
    return static_cast<bool>(zygoteSocket);
}

Result<WorkerProcess> forkWorker() {
    if (!zygoteRuns()) return Error{ErrorCode::Internal, "processes: no zygote (call startZygote first in main)"};
    BREAKEVEN_TRY(auto ends, makeSocketPair());
    const bool isAsked =
        sendMessage(zygoteSocket.get(), {.kind = MessageKind::Fork}, {}, {ends.theirs.get()}).has_value();
    const auto answer = isAsked ? receiveMessage(zygoteSocket.get()) : std::nullopt;
    if (!answer) return Error{ErrorCode::Internal, "processes: the zygote has ended (start the program anew)"};
    const pid_t pid = answer->message.pid;
    if (pid < 0) {
        errno = -pid;
        return systemError("a worker could not be forked");
    }
    // Nobody has reaped the child yet, so its pid cannot have been given to another process.
    Descriptor pidFd(static_cast<int>(syscall(SYS_pidfd_open, pid, 0)));
    if (!pidFd) {
        const Error error = systemError("a worker cannot be watched");
        ::kill(pid, SIGKILL);
        siginfo_t ended{};
        waitid(P_PID, static_cast<id_t>(pid), &ended, WEXITED);
        return error;
    }
    return WorkerProcess{.pid = pid, .pidFd = std::move(pidFd), .socket = std::move(ends.ours)};
}

}  // namespace breakeven
