/// A child process with pipes on its standard input and output, watched through a pidfd. Dies with its parent.
#pragma once

#include "core/base/result.h"
#include "core/base/units.h"

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include <sys/types.h>

namespace breakeven {

/// How a process ended.
struct ExitStatus {
    int code = 0;    ///< exit code, meaningful when signal is 0
    int signal = 0;  ///< 0: it exited by itself
};

class Child {
public:
    /// Starts argv[0] in a process group of its own; stderr is inherited. Call from a thread that lives as long as the
    /// process: the child is killed when that thread ends.
    /// Errors: Internal "breakeven-runner: could not be started: …".
    static Result<Child> spawn(const std::vector<std::string>& argv);

    Child(Child&& other) noexcept;
    Child& operator=(Child&& other) noexcept;
    ~Child();  ///< kills the whole group and reaps it

    /// Errors: Internal when the child has closed its end.
    Result<void> writeLine(const std::string& line);

    /// Next line without its newline. Empty optional: end of file. timeout < 0: wait for ever.
    /// Errors: Interrupted when wakeFd becomes readable first; Internal "timed out".
    Result<std::optional<std::string>> readLine(Seconds timeout, int wakeFd = -1);

    void closeInput();
    void kill();          ///< SIGKILL to the group; returns at once
    ExitStatus wait();    ///< reaps; callable once
    pid_t pid() const { return m_pid; }

private:
    Child() = default;
    pid_t m_pid = -1;
    int m_pidFd = -1;
    int m_in = -1;
    int m_out = -1;
    bool m_reaped = false;
    std::string m_buffer;
};

/// Folder of the running executable, symlinks resolved.
std::filesystem::path executableFolder();

}  // namespace breakeven
