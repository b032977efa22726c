#include "core/engine/processes/zygote.h"

#include "core/engine/processes/message.h"
#include "core/engine/processes/settle.h"
#include "core/engine/processes/worker.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <charconv>
#include <csignal>
#include <cstdlib>
#include <cstring>
#include <mutex>
#include <span>

#include <fcntl.h>
#include <sched.h>
#include <spawn.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

namespace breakeven {

namespace {

/// Says to a spawned process that it is a worker; its value is the parent's process id.
constexpr const char* ParentVariable = "BREAKEVEN_WORKER_OF";

/// In the process that called startZygote; never set in the zygote and its workers.
Descriptor zygoteSocket;
std::mutex zygoteMutex;  ///< one question and its answer at a time

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

/// A child of our parent. The raw call, because fork() cannot do that; with CLONE_PARENT the new process sends its
/// parent the exit signal of this one (SIGCHLD), so that waitid works there as for any child.
pid_t forkSibling() {
    return static_cast<pid_t>(syscall(SYS_clone, CLONE_PARENT | SIGCHLD, nullptr, nullptr, nullptr, nullptr));
}

/// Nobody can take the zygote's place, so it ends with its parent and not by what is sent to the whole group. Its
/// workers end as the program would.
[[noreturn]] void serveForks(pid_t parent, KernelFactory factory) {
    const auto onTerm = std::signal(SIGTERM, SIG_IGN);
    const auto onHup = std::signal(SIGHUP, SIG_IGN);
    for (;;) {
        const auto request = receiveMessage(OwnSocket);
        if (!request || request->descriptors.size() != 1) _exit(0);
        const pid_t pid = forkSibling();
        if (pid == 0) {
            std::signal(SIGTERM, onTerm);
            std::signal(SIGHUP, onHup);
            settle(request->descriptors[0].get(), parent, "breakeven-work");
            runWorker(OwnSocket, factory);
        }
        if (!sendMessage(OwnSocket, {.kind = MessageKind::Forked, .pid = pid > 0 ? pid : -errno})) _exit(0);
    }
}

/// Becomes a worker when this process was spawned as one.
void serveIfSpawned(KernelFactory factory) {
    const char* text = std::getenv(ParentVariable);
    if (text == nullptr) return;
    pid_t parent = 0;
    std::from_chars(text, text + std::strlen(text), parent);
    if (parent != getppid()) _exit(0);  // it is gone; what was to be a worker must not run as the program
    unsetenv(ParentVariable);
    settle(OwnSocket, parent, "breakeven-work");
    runWorker(OwnSocket, factory);
}

Error zygoteIsGone() {
    return {ErrorCode::ChildCrashed,
            "processes: no worker can be started, because the zygote has ended (start the program anew)"};
}

/// All are asked for before the first answer is awaited, so that the zygote forks one while another begins. Returns a
/// pid, or minus an error number, per socket.
Result<std::vector<pid_t>> forkWorkers(std::span<const SocketPair> sockets) {
    const std::lock_guard lock(zygoteMutex);
    for (const auto& ends : sockets)
        if (!sendMessage(zygoteSocket.get(), {.kind = MessageKind::Fork}, {}, {ends.theirs.get()}))
            return zygoteIsGone();
    std::vector<pid_t> pids;
    for (std::size_t i = 0; i < sockets.size(); ++i) {
        const auto answer = receiveMessage(zygoteSocket.get());
        if (!answer) return zygoteIsGone();
        pids.push_back(answer->message.pid);
    }
    return pids;
}

void reap(pid_t pid) {
    ::kill(pid, SIGKILL);
    siginfo_t ended{};
    waitid(P_PID, static_cast<id_t>(pid), &ended, WEXITED);
}

/// A pid, or minus an error number.
pid_t spawnWorker(int socket) {
    std::string variable = std::string(ParentVariable) + '=' + std::to_string(getpid());
    std::vector<char*> environment;
    for (char** entry = environ; *entry != nullptr; ++entry)
        environment.push_back(*entry);
    environment.insert(environment.end(), {variable.data(), nullptr});
    std::string name = "breakeven-worker";
    const std::array<char*, 2> arguments{name.data(), nullptr};

    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_adddup2(&actions, socket, OwnSocket);
    posix_spawn_file_actions_addclosefrom_np(&actions, OwnSocket + 1);
    pid_t pid = -1;
    const int problem = posix_spawn(&pid, "/proc/self/exe", &actions, nullptr, arguments.data(), environment.data());
    posix_spawn_file_actions_destroy(&actions);
    return problem == 0 ? pid : -problem;
}

Result<std::vector<pid_t>> startOn(std::span<const SocketPair> sockets, std::string_view start) {
    if (start == "fork") return forkWorkers(sockets);
    std::vector<pid_t> pids;
    for (const auto& ends : sockets)
        pids.push_back(spawnWorker(ends.theirs.get()));
    return pids;
}

/// Nobody has reaped the child yet, so its pid cannot have been given to another process.
Result<WorkerProcess> watched(pid_t pid, Descriptor socket) {
    if (pid < 0) {
        errno = -pid;
        return systemError("a worker could not be started");
    }
    Descriptor pidFd(static_cast<int>(syscall(SYS_pidfd_open, pid, 0)));
    if (!pidFd) {
        const Error error = systemError("a worker cannot be watched");
        reap(pid);
        return error;
    }
    return WorkerProcess{.pid = pid, .pidFd = std::move(pidFd), .socket = std::move(socket)};
}

/// Adds to `workers`, also before an error.
Result<void> startFew(std::string_view start, std::size_t count, std::vector<WorkerProcess>& workers) {
    std::vector<SocketPair> sockets(count);
    for (auto& ends : sockets) {
        BREAKEVEN_TRY(ends, makeSocketPair());
    }
    BREAKEVEN_TRY(const auto pids, startOn(sockets, start));
    Result<void> outcome;
    for (std::size_t i = 0; i < count; ++i) {
        auto worker = watched(pids[i], std::move(sockets[i].ours));
        if (worker)
            workers.push_back(*std::move(worker));
        else
            outcome = worker.error();
    }
    return outcome;
}

}  // namespace

Result<void> startZygote(KernelFactory factory) {
    openStandardDescriptors();
    serveIfSpawned(factory);
    if (zygoteRuns()) return Error{ErrorCode::Internal, "processes: the zygote runs already"};
    BREAKEVEN_TRY(auto ends, makeSocketPair());
    const pid_t parent = getpid();
    const pid_t pid = fork();
    if (pid == 0) {
        settle(ends.theirs.get(), parent, "breakeven-zygot");
        serveForks(parent, factory);
    }
    if (pid < 0) return systemError("the zygote could not be forked");
    zygoteSocket = std::move(ends.ours);
    return {};
}

bool zygoteRuns() {
    return static_cast<bool>(zygoteSocket);
}

Result<std::vector<WorkerProcess>> startWorkers(std::string_view start, std::size_t count) {
    if (start != "fork" && start != "spawn")
        return Error{ErrorCode::InvalidInput, "start: '" + std::string(start) + "' is not allowed (fork or spawn)"};
    if (!zygoteRuns()) return Error{ErrorCode::Internal, "processes: no zygote (call breakeven::init first in main)"};
    constexpr std::size_t MostAtOnce = 32;  // far fewer than the sockets hold, so that nobody waits for room
    std::vector<WorkerProcess> workers;
    while (workers.size() < count) {
        const auto started = startFew(start, std::min(MostAtOnce, count - workers.size()), workers);
        if (started) continue;
        for (const auto& worker : workers)
            reap(worker.pid);
        return started.error();
    }
    return workers;
}

}  // namespace breakeven
