#include "core/os/program.h"

#include "core/os/program_guard.h"

#include <cerrno>
#include <csignal>
#include <system_error>

#include <fcntl.h>
#include <linux/close_range.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <sys/time.h>
#include <sys/wait.h>
#include <unistd.h>

namespace breakeven {
namespace {

Error notStarted(const std::string& program, const std::string& why) {
    return {ErrorCode::Internal, program + ": could not be started: " + why};
}

/// What the new process reports before it becomes the program, and once more when that fails.
struct Report {
    Clock::time_point::rep began = 0;
    int error = 0;
};

/// Runs in the new process, which still has the memory of this one: only async-signal-safe calls are allowed. A
/// successful exec closes `report`.
[[noreturn]] void becomeProgram(char* const* argv, const StandardStreams& streams, int report, int guard,
                                pid_t parent) {
    prctl(PR_SET_PDEATHSIG, SIGKILL);
    if (getppid() != parent) _exit(127);  // the parent ended before the line above
    setpgid(0, 0);
    const pid_t own = getpid();
    if (guard >= 0) send(guard, &own, sizeof own, MSG_NOSIGNAL);
    struct sigaction standard {};
    standard.sa_handler = SIG_DFL;
    for (int number = 1; number < NSIG; ++number)
        sigaction(number, &standard, nullptr);
    sigset_t none;
    sigemptyset(&none);
    sigprocmask(SIG_SETMASK, &none, nullptr);

    // Away from 0, 1 and 2 first: they may be free in the parent, and then be among the descriptors made here.
    constexpr int FirstOther = STDERR_FILENO + 1;
    const int safeReport = fcntl(report, F_DUPFD_CLOEXEC, FirstOther);
    const int safeInput = fcntl(streams.input, F_DUPFD_CLOEXEC, FirstOther);
    const int safeOutput = fcntl(streams.output, F_DUPFD_CLOEXEC, FirstOther);
    const int safeError = fcntl(streams.error, F_DUPFD_CLOEXEC, FirstOther);
    close_range(FirstOther, ~0U, CLOSE_RANGE_CLOEXEC);
    // A standard error that is closed stays closed.
    const bool hasError = safeError < 0 || dup2(safeError, STDERR_FILENO) >= 0;
    Report message;
    if (safeReport >= 0 && dup2(safeInput, STDIN_FILENO) >= 0 && dup2(safeOutput, STDOUT_FILENO) >= 0 && hasError) {
        message.began = Clock::now().time_since_epoch().count();
        if (write(safeReport, &message, sizeof message) == sizeof message) execvp(argv[0], argv);
    }
    message.error = errno;
    [[maybe_unused]] const ssize_t told = write(safeReport >= 0 ? safeReport : report, &message, sizeof message);
    _exit(127);
}

/// All signals are blocked meanwhile, so that no handler of ours runs in the new process. It borrows our memory until
/// it has become the program, and this thread waits: a copy would take longer the more memory there is.
pid_t startProcess(char* const* argv, const StandardStreams& streams, int report, int guard) {
    sigset_t all;
    sigset_t before;
    sigfillset(&all);
    pthread_sigmask(SIG_SETMASK, &all, &before);
    const pid_t parent = getpid();
    const pid_t pid = vfork();
    if (pid == 0) becomeProgram(argv, streams, report, guard, parent);
    const int error = errno;
    pthread_sigmask(SIG_SETMASK, &before, nullptr);
    errno = error;
    return pid;
}

/// The last report, when the program runs or cannot. A process that was killed before it could tell is no program.
Report readReport(int report) {
    Report last{.began = 0, .error = ESRCH};
    for (;;) {
        Report message;
        const ssize_t count = read(report, &message, sizeof message);
        if (count < 0 && errno == EINTR) continue;
        if (count != sizeof message) return last;
        last = message;
    }
}

Seconds secondsOf(const timeval& time) {
    return Seconds(static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) * 1e-6);
}

}  // namespace

Pipe Pipe::make() {
    int ends[2];
    if (pipe2(ends, O_CLOEXEC) != 0) return {};
    return {Descriptor(ends[0]), Descriptor(ends[1])};
}

Result<RunningProgram> startProgram(const std::vector<std::string>& argv, const StandardStreams& streams, int guard) {
    if (argv.empty()) return notStarted("child", "no program is named");
    std::vector<char*> arguments;
    for (const std::string& argument : argv)
        arguments.push_back(const_cast<char*>(argument.c_str()));
    arguments.push_back(nullptr);

    const auto failed = [&argv](int error) { return notStarted(argv[0], std::generic_category().message(error)); };
    Pipe report = Pipe::make();
    if (!report) return failed(errno);
    const pid_t pid = startProcess(arguments.data(), streams, report.writer.get(), guard);
    if (pid < 0) return failed(errno);
    Descriptor pidFd(static_cast<int>(syscall(SYS_pidfd_open, pid, 0)));
    const int pidFdError = pidFd ? 0 : errno;
    report.writer.close();
    const Report told = readReport(report.reader.get());
    if (told.error != 0 || pidFdError != 0) {
        ::kill(-pid, SIGKILL);
        awaitProgram(pid);
        if (guard >= 0) dismissFromGuard(guard, pid);  // it has been announced before it failed
        reapProgram(pid);
        return failed(told.error != 0 ? told.error : pidFdError);
    }
    return RunningProgram{
        .pid = pid, .pidFd = std::move(pidFd), .began = Clock::time_point(Clock::duration(told.began))};
}

void awaitProgram(pid_t pid) {
    siginfo_t info{};
    while (waitid(P_PID, static_cast<id_t>(pid), &info, WEXITED | WNOWAIT) != 0 && errno == EINTR) {
    }
    ::kill(-pid, SIGKILL);
}

ExitStatus reapProgram(pid_t pid, ProgramUsage* usage) {
    rusage used{};
    int status = 0;
    pid_t reaped = 0;
    do
        reaped = wait4(pid, &status, 0, &used);
    while (reaped < 0 && errno == EINTR);
    if (usage != nullptr) {
        *usage = {.cpu = secondsOf(used.ru_utime) + secondsOf(used.ru_stime),
                  .peakMemory = static_cast<ByteCount>(used.ru_maxrss) * 1024};
    }
    if (reaped == pid && WIFEXITED(status)) return {WEXITSTATUS(status), 0};
    if (reaped == pid && WIFSIGNALED(status)) return {0, WTERMSIG(status)};
    return {-1, 0};
}

}  // namespace breakeven
