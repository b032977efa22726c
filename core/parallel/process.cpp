#include "core/parallel/process.h"

#include "core/engine/work_error.h"
#include "core/os/clock.h"
#include "core/parallel/init.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <chrono>
#include <cstdlib>
#include <cstring>
#include <iostream>
#include <thread>

#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/mman.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

namespace breakeven {

namespace {

constexpr const char* Mark = "--breakeven-process";
/// Where the new process finds its message.
constexpr int MessageFd = 3;

[[noreturn]] void throwSystemError(const char* what) {
    throw ParallelError({ErrorCode::Internal, std::string("process: ") + what + ": " + std::strerror(errno)});
}

/// A nameless file with the parent's pid and the message.
Descriptor messageFile(const std::string& message) {
    Descriptor file(memfd_create("breakeven-process", MFD_CLOEXEC));
    if (!file) throwSystemError("no memory for its arguments");
    std::string bytes;
    serialise(getpid(), bytes);
    bytes += message;
    for (std::string_view rest = bytes; !rest.empty();) {
        const ssize_t written = write(file.get(), rest.data(), rest.size());
        if (written < 0 && errno != EINTR) throwSystemError("no memory for its arguments");
        rest.remove_prefix(static_cast<std::size_t>(std::max<ssize_t>(written, 0)));
    }
    lseek(file.get(), 0, SEEK_SET);
    return file;
}

std::string readAll(int fd) {
    std::string bytes;
    std::array<char, 4096> part{};
    while (const ssize_t count = read(fd, part.data(), part.size())) {
        if (count > 0) bytes.append(part.data(), static_cast<std::size_t>(count));
        if (count < 0 && errno != EINTR) break;
    }
    return bytes;
}

/// Ends this process with its parent. Not by the parent-death signal, which comes when the thread ends that started it.
void dieWith(pid_t parent) {
    Descriptor watched(static_cast<int>(syscall(SYS_pidfd_open, parent, 0)));
    if (!watched || getppid() != parent) _exit(1);
    std::thread([watched = std::move(watched)] {
        pollfd ended{.fd = watched.get(), .events = POLLIN, .revents = 0};
        while (poll(&ended, 1, -1) < 0 && errno == EINTR) {
        }
        ::kill(getpid(), SIGKILL);
    }).detach();
}

}  // namespace

Process::~Process() {
    if (!m_pidFd) return;
    kill();
    reap(true);
}

void Process::start() {
    if (m_pid > 0) throw ParallelError({ErrorCode::InvalidInput, "process: it was started before (once is allowed)"});
    throwIfError(processesAreReady());
    const Descriptor message = messageFile(m_message);
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_adddup2(&actions, message.get(), MessageFd);
    posix_spawnattr_t attributes;
    posix_spawnattr_init(&attributes);
    sigset_t signals;
    sigfillset(&signals);
    posix_spawnattr_setsigdefault(&attributes, &signals);
    sigemptyset(&signals);
    posix_spawnattr_setsigmask(&attributes, &signals);
    posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK);
    std::string mark = Mark;
    std::string name = program_invocation_name;
    const std::array<char*, 3> arguments{name.data(), mark.data(), nullptr};
    errno = posix_spawn(&m_pid, "/proc/self/exe", &actions, &attributes, arguments.data(), environ);
    posix_spawnattr_destroy(&attributes);
    posix_spawn_file_actions_destroy(&actions);
    if (errno != 0) {
        m_pid = -1;
        throwSystemError("it could not be started");
    }
    m_pidFd = Descriptor(static_cast<int>(syscall(SYS_pidfd_open, m_pid, 0)));
    if (m_pidFd) return;
    ::kill(m_pid, SIGKILL);
    waitpid(m_pid, nullptr, 0);
    throwSystemError("it cannot be watched");
}

bool Process::join(std::optional<Seconds> timeout) {
    if (m_pid < 0) throw ParallelError({ErrorCode::InvalidInput, "process: it was not started (call start first)"});
    if (!timeout) return reap(true);
    const auto end = endOfTimeout(*timeout);
    while (m_pidFd) {
        const auto left = std::chrono::ceil<std::chrono::milliseconds>(end - Clock::now()).count();
        pollfd ended{.fd = m_pidFd.get(), .events = POLLIN, .revents = 0};
        const int changed = poll(&ended, 1, static_cast<int>(std::clamp<long long>(left, 0, 1'000'000'000)));
        if (changed > 0) return reap(true);
        if (changed == 0 && left <= 0) return false;
    }
    return true;
}

bool Process::isAlive() {
    return m_pid > 0 && !reap(false);
}

std::optional<int> Process::exitCode() {
    reap(false);
    return m_exitCode;
}

void Process::send(int signal) {
    if (m_pidFd) syscall(SYS_pidfd_send_signal, m_pidFd.get(), signal, nullptr, 0);
}

/// True when it has ended.
bool Process::reap(bool waits) {
    if (!m_pidFd) return m_pid > 0;
    siginfo_t ended{};
    const int options = WEXITED | (waits ? 0 : WNOHANG);
    int failed = 0;
    do {
        failed = waitid(P_PIDFD, static_cast<id_t>(m_pidFd.get()), &ended, options);
    } while (failed != 0 && errno == EINTR);
    if (failed == 0 && ended.si_pid == 0) return false;
    constexpr int Unknown = 255;  // a program that ignores SIGCHLD has the system reap its children
    m_exitCode = failed != 0 ? Unknown : ended.si_code == CLD_EXITED ? ended.si_status : -ended.si_status;
    m_pidFd.close();
    return true;
}

void runAsProcess(int argc, char** argv) {
    if (argc != 2 || std::string_view(argv[1]) != Mark) return;
    try {
        const std::string message = readAll(MessageFd);
        close(MessageFd);
        std::string_view bytes = message;
        dieWith(deserialise<pid_t>(bytes));
        const auto entry = reinterpret_cast<ProcessEntry>(functionAt(deserialise<std::ptrdiff_t>(bytes)));
        entry(bytes);
    } catch (...) {
        std::cerr << "process: " + workError(std::current_exception()).detail + '\n' << std::flush;
        std::exit(1);
    }
    std::exit(0);
}

}  // namespace breakeven
