#include "core/os/stop_signal.h"

#include <cerrno>
#include <csignal>
#include <cstring>
#include <ctime>
#include <utility>

#include <fcntl.h>
#include <sys/epoll.h>
#include <unistd.h>

namespace breakeven {
namespace {

constexpr int InterruptedStatus = 130;

// A signal handler has no other way to know them.
int signalPipe[2] = {-1, -1};
volatile std::sig_atomic_t firstSignal = 0;  // seconds of the monotonic clock; 0 before it came

/// A terminal or timeout(1) may send the same wish twice within a moment; later it means "at once".
extern "C" void onStopSignal(int) {
    const int saved = errno;
    timespec now{};
    ::clock_gettime(CLOCK_MONOTONIC, &now);
    const auto seconds = static_cast<std::sig_atomic_t>(now.tv_sec + 1);
    if (firstSignal != 0 && seconds - firstSignal > 1) ::_exit(InterruptedStatus);
    if (firstSignal == 0) firstSignal = seconds;
    [[maybe_unused]] const auto written = ::write(signalPipe[1], "", 1);
    errno = saved;
}

extern "C" void onBrokenPipe(int) {}

void handle(int signal, void (*handler)(int)) {
    struct sigaction action = {};
    action.sa_handler = handler;  // a handler, unlike SIG_IGN, is not inherited by the measured programs
    action.sa_flags = SA_RESTART;
    ::sigaction(signal, &action, nullptr);
}

bool watch(int epoll, int fd, std::uint32_t events) {
    epoll_event event = {};
    event.events = events;
    return ::epoll_ctl(epoll, EPOLL_CTL_ADD, fd, &event) == 0;
}

Error systemError() {
    return {ErrorCode::Internal, std::string("signals: cannot be waited for: ") + std::strerror(errno)};
}

}  // namespace

Result<StopSignal> StopSignal::install(bool watchOutput) {
    if (::pipe2(signalPipe, O_CLOEXEC | O_NONBLOCK) != 0) return systemError();
    Descriptor epoll(::epoll_create1(EPOLL_CLOEXEC));
    if (!epoll) return systemError();
    if (!watch(epoll.get(), signalPipe[0], EPOLLIN)) return systemError();
    // A regular file cannot be watched, and has no reader that could go away.
    if (watchOutput) watch(epoll.get(), STDOUT_FILENO, 0);
    for (const int signal : {SIGINT, SIGTERM, SIGHUP})
        handle(signal, onStopSignal);
    handle(SIGPIPE, onBrokenPipe);
    return StopSignal(std::move(epoll));
}

}  // namespace breakeven
