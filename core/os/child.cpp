#include "core/os/child.h"

#include "core/os/clock.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <span>
#include <system_error>
#include <utility>

#include <fcntl.h>
#include <poll.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

namespace breakeven {
namespace {

Error failure(const std::string& name, const std::string& what, int error) {
    return {ErrorCode::Internal, name + ": " + what + ": " + std::generic_category().message(error)};
}

/// A socket, because only a socket can be written to without the risk of SIGPIPE (MSG_NOSIGNAL).
Pipe makeSocketPair() {
    int ends[2];
    if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends) != 0) return {};
    return {Descriptor(ends[0]), Descriptor(ends[1])};
}

/// timeout < 0: for ever. False when nothing was ready in time.
bool pollFor(std::span<pollfd> entries, Seconds timeout) {
    constexpr double Longest = 1e6;  // s; callers loop
    const double wanted = std::clamp(timeout.count(), 0.0, Longest);
    const auto whole = static_cast<time_t>(wanted);
    const timespec limit{whole, static_cast<long>((wanted - static_cast<double>(whole)) * 1e9)};
    return ppoll(entries.data(), entries.size(), timeout.count() < 0 ? nullptr : &limit, nullptr) > 0;
}

}  // namespace

Result<Child> Child::spawn(const std::vector<std::string>& argv) {
    Child child;
    child.m_name = argv.empty() ? "child" : std::filesystem::path(argv[0]).filename().string();
    Pipe input = makeSocketPair();
    Pipe output = Pipe::make();
    if (!input || !output || fcntl(output.reader.get(), F_SETFL, O_NONBLOCK) != 0)
        return failure(child.m_name, "could not be started", errno);
    BREAKEVEN_TRY(
        auto program,
        startProgram(argv, {.input = input.reader.get(), .output = output.writer.get(), .error = STDERR_FILENO}));
    child.m_pid = program.pid;
    child.m_pidFd = std::move(program.pidFd);
    child.m_in = std::move(input.writer);
    child.m_out = std::move(output.reader);
    return child;
}

Child::Child(Child&& other) noexcept
    : m_pid(std::exchange(other.m_pid, -1)),
      m_reaped(other.m_reaped),
      m_pidFd(std::move(other.m_pidFd)),
      m_in(std::move(other.m_in)),
      m_out(std::move(other.m_out)),
      m_name(std::move(other.m_name)),
      m_buffer(std::move(other.m_buffer)) {}

Child& Child::operator=(Child&& other) noexcept {
    Child taken(std::move(other));
    std::swap(m_pid, taken.m_pid);
    std::swap(m_reaped, taken.m_reaped);
    std::swap(m_pidFd, taken.m_pidFd);
    std::swap(m_in, taken.m_in);
    std::swap(m_out, taken.m_out);
    std::swap(m_name, taken.m_name);
    std::swap(m_buffer, taken.m_buffer);
    return *this;
}

Child::~Child() {
    kill();
    wait();
}

bool Child::receive() {
    std::array<char, 65536> buffer;  // what a pipe holds
    const ssize_t count = read(m_out.get(), buffer.data(), buffer.size());
    if (count > 0) m_buffer.append(buffer.data(), static_cast<std::size_t>(count));
    if (count == 0) m_out.close();
    return count > 0;
}

Result<void> Child::writeLine(const std::string& line) {
    if (!m_in) return Error{ErrorCode::Internal, m_name + ": cannot be written to: its input is closed"};
    const std::string text = line + '\n';
    std::size_t sent = 0;
    while (sent < text.size()) {
        const ssize_t count = send(m_in.get(), text.data() + sent, text.size() - sent, MSG_NOSIGNAL | MSG_DONTWAIT);
        if (count >= 0) {
            sent += static_cast<std::size_t>(count);
            continue;
        }
        if (errno == EINTR) continue;
        if (errno != EAGAIN) return failure(m_name, "cannot be written to", errno);
        std::array<pollfd, 3> entries{{{m_in.get(), POLLOUT, 0}, {m_out.get(), POLLIN, 0}, {m_pidFd.get(), POLLIN, 0}}};
        pollFor(entries, Seconds(-1));
        if (entries[1].revents != 0) receive();
        if (entries[2].revents != 0) return failure(m_name, "cannot be written to", EPIPE);
    }
    return {};
}

Result<std::optional<std::string>> Child::readLine(Seconds timeout, int wakeFd) {
    const auto start = Clock::now();
    std::size_t searched = 0;
    while (true) {
        if (const std::size_t newline = m_buffer.find('\n', searched); newline != std::string::npos) {
            std::string line = m_buffer.substr(0, newline);
            m_buffer.erase(0, newline + 1);
            return std::optional(std::move(line));
        }
        searched = m_buffer.size();
        if (!m_out) {
            if (m_buffer.empty()) return std::optional<std::string>();
            return std::optional(std::exchange(m_buffer, {}));
        }

        const Seconds left = std::max(timeout - Seconds(Clock::now() - start), Seconds(0));
        std::array<pollfd, 3> entries{{{wakeFd, POLLIN, 0}, {m_out.get(), POLLIN, 0}, {m_pidFd.get(), POLLIN, 0}}};
        if (!pollFor(entries, timeout.count() < 0 ? timeout : left)) {
            if (timeout.count() >= 0 && Seconds(Clock::now() - start) >= timeout)
                return Error{ErrorCode::TimedOut, m_name + ": timed out"};
            continue;
        }
        if (entries[0].revents != 0) return Error{ErrorCode::Interrupted, m_name + ": interrupted"};
        const bool ended = entries[2].revents != 0;
        if (!receive() && ended) m_out.close();
    }
}

bool Child::isStopped() const {
    siginfo_t info{};
    const auto pid = static_cast<id_t>(m_pid);
    return m_pid > 0 && !m_reaped && waitid(P_PID, pid, &info, WSTOPPED | WNOHANG | WNOWAIT) == 0 && info.si_pid != 0;
}

void Child::closeInput() {
    m_in.close();
}

void Child::kill() {
    if (m_pid > 0 && !m_reaped) ::kill(-m_pid, SIGKILL);
}

ExitStatus Child::wait() {
    if (m_pid <= 0 || std::exchange(m_reaped, true)) return {};
    closeInput();
    awaitProgram(m_pid);
    return reapProgram(m_pid);
}

std::filesystem::path executableFolder() {
    std::error_code error;
    return std::filesystem::read_symlink("/proc/self/exe", error).parent_path();
}

}  // namespace breakeven
