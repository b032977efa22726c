#include "core/os/program_run.h"

#include "core/os/clock.h"
#include "core/os/program_guard.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <charconv>
#include <csignal>
#include <string_view>
#include <system_error>

#include <fcntl.h>
#include <poll.h>
#include <unistd.h>

namespace breakeven {
namespace {

std::string numberText(double number) {
    std::array<char, 32> text{};
    return {text.data(), std::to_chars(text.data(), text.data() + text.size(), number).ptr};
}

/// Keeps the last line alone, however long what comes before it.
class LastLine {
public:
    void add(std::string_view text) {
        for (auto end = text.find('\n'); end != std::string_view::npos; end = text.find('\n')) {
            addToLine(text.substr(0, end));
            if (!m_line.empty()) m_last = std::move(m_line);
            m_line.clear();
            text.remove_prefix(end + 1);
        }
        addToLine(text);
    }

    std::string take() { return std::move(m_line.empty() ? m_last : m_line); }

private:
    void addToLine(std::string_view text) {
        constexpr std::size_t Longest = 1000;
        m_line += text.substr(0, Longest - m_line.size());
    }

    std::string m_line;  ///< the one that has no end yet
    std::string m_last;
};

/// A program from its start until it is reaped, whatever happens in between.
class Run {
public:
    Run(RunningProgram program, int guard) : m_program(std::move(program)), m_guard(guard) {}
    Run(const Run&) = delete;
    Run& operator=(const Run&) = delete;
    ~Run() {
        if (m_isReaped) return;
        ::kill(-m_program.pid, SIGKILL);
        end();
    }

    int pidFd() const { return m_program.pidFd.get(); }

    ExitStatus end(ProgramUsage* usage = nullptr) {
        awaitProgram(m_program.pid);
        dismissFromGuard(m_guard, m_program.pid);
        m_isReaped = true;
        return reapProgram(m_program.pid, usage);
    }

private:
    RunningProgram m_program;
    int m_guard;
    bool m_isReaped = false;
};

/// Reads what is there, once; closes the pipe at its end. False when nothing was there.
template <class Taker>
bool readSome(Descriptor& pipe, const Taker& take) {
    std::array<char, 65536> buffer;  // what a pipe holds
    const ssize_t count = read(pipe.get(), buffer.data(), buffer.size());
    if (count == 0) pipe.close();
    if (count > 0) take(std::string_view(buffer.data(), static_cast<std::size_t>(count)));
    return count > 0;
}

}  // namespace

Result<ProgramResult> runProgram(const std::vector<std::string>& argv, Seconds limit, const OutputTaker& takeOutput) {
    const auto begin = Clock::now();
    BREAKEVEN_TRY(const int guard, programGuard());
    const Descriptor nothing(open("/dev/null", O_RDWR | O_CLOEXEC));
    Pipe output = Pipe::make();
    Pipe error = Pipe::make();
    if (!nothing || !output || !error || fcntl(output.reader.get(), F_SETFL, O_NONBLOCK) != 0 ||
        fcntl(error.reader.get(), F_SETFL, O_NONBLOCK) != 0)
        return Error{ErrorCode::Internal,
                     argv.at(0) + ": could not be started: " + std::generic_category().message(errno)};
    const int spoken = takeOutput ? output.writer.get() : nothing.get();
    const auto asked = Clock::now();
    BREAKEVEN_TRY(auto program,
                  startProgram(argv, {.input = nothing.get(), .output = spoken, .error = error.writer.get()}, guard));
    const auto began = program.began;
    auto ended = began;
    output.writer.close();
    error.writer.close();

    Run run(std::move(program), guard);
    LastLine lastError;
    const auto readBoth = [&] {
        const bool said = output.reader && readSome(output.reader, [&](std::string_view text) {
                              takeOutput(std::as_bytes(std::span(text)));
                          });
        const bool complained =
            error.reader && readSome(error.reader, [&](std::string_view text) { lastError.add(text); });
        return said || complained;
    };
    for (bool hasEnded = false; !hasEnded;) {
        const Seconds left = limit - Seconds(Clock::now() - begin);
        if (left.count() <= 0) return Error{ErrorCode::TimedOut, "ran longer than " + numberText(limit.count()) + " s"};
        std::array<pollfd, 3> entries{
            {{run.pidFd(), POLLIN, 0}, {output.reader.get(), POLLIN, 0}, {error.reader.get(), POLLIN, 0}}};
        const auto whole = static_cast<time_t>(left.count());
        const timespec timeout{whole, static_cast<long>((left.count() - static_cast<double>(whole)) * 1e9)};
        ppoll(entries.data(), entries.size(), &timeout, nullptr);
        ended = Clock::now();
        hasEnded = entries[0].revents != 0;
        readBoth();
    }
    ProgramResult result{.status = {}, .startup = began - asked, .wall = ended - began, .usage = {}, .lastError = {}};
    result.status = run.end(&result.usage);
    // What it has said before its end is in the pipes. Who has left its group and goes on talking is not waited for.
    constexpr int MostReads = 16;  // 1 MiB, the most that a pipe can be made to hold
    for (int reads = 0; reads < MostReads && readBoth(); ++reads) {
    }
    result.lastError = lastError.take();
    return result;
}

}  // namespace breakeven
