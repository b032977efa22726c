#include "app/cli/event_stream.h"

#include "core/experiment/codec.h"
#include "core/os/clock.h"

#include <climits>

#include <algorithm>
#include <cerrno>
#include <chrono>
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>

#include <poll.h>
#include <unistd.h>

namespace breakeven {
namespace {

/// True when fd takes PIPE_BUF bytes without blocking, or has failed.
bool waitWritable(int fd, int stopFd) {
    constexpr int GraceMs = 1000;
    pollfd both[] = {{fd, POLLOUT, 0}, {stopFd, POLLIN, 0}};
    while (::poll(both, 2, -1) < 0 && errno == EINTR)
        continue;
    if (both[0].revents != 0) return true;
    return ::poll(both, 1, GraceMs) > 0;
}

}  // namespace

Result<void> streamEvents(const std::vector<Event>& events, int fd, int stopFd) {
    std::string text;
    for (const Event& event : events)
        text += writeEvent(event) + '\n';
    std::string_view rest = text;
    while (!rest.empty()) {
        if (!waitWritable(fd, stopFd)) {
            return Error{ErrorCode::Interrupted, "standard output: stopped while nobody read it"};
        }
        const ssize_t written = ::write(fd, rest.data(), std::min<std::size_t>(rest.size(), PIPE_BUF));
        if (written >= 0) {
            rest.remove_prefix(static_cast<std::size_t>(written));
        } else if (errno == EPIPE) {
            return Error{ErrorCode::Interrupted, "standard output: its reader is gone"};
        } else if (errno != EINTR && errno != EAGAIN) {
            return Error{ErrorCode::Internal, std::string("standard output: ") + std::strerror(errno)};
        }
    }
    return {};
}

void Pace::await() {
    constexpr std::chrono::milliseconds Patience{1000};
    const auto end = Clock::now() + Patience;
    ++m_owed;
    while (m_owed > 0 && m_fd >= 0) {
        const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(end - Clock::now()).count();
        pollfd both[] = {{m_fd, POLLIN, 0}, {m_stopFd, POLLIN, 0}};
        const int ready = ::poll(both, 2, static_cast<int>(std::max<std::int64_t>(0, left)));
        if (ready < 0 && errno == EINTR) continue;
        if (ready <= 0 || both[1].revents != 0) return;
        char text[64];
        const ssize_t size = ::read(m_fd, text, sizeof text);
        if (size < 0 && errno == EINTR) continue;
        if (size <= 0) m_fd = -1;
        m_owed -= std::count(text, text + std::max<ssize_t>(0, size), '\n');
    }
}

bool isReaderGone(int fd) {
    pollfd reader{fd, POLLOUT, 0};
    return ::poll(&reader, 1, 0) > 0 && (reader.revents & (POLLERR | POLLHUP)) != 0;
}

}  // namespace breakeven
