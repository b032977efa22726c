/// A child process that is fed on its standard input and read from its standard output, watched through a pidfd. Dies
/// with its parent.
#pragma once

#include "core/base/result.h"
#include "core/base/units.h"
#include "core/os/descriptor.h"
#include "core/os/program.h"

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include <sys/types.h>

namespace breakeven {

class Child {
public:
    /// Starts argv[0] (looked up in PATH when it has no slash) in a process group of its own, with default signal
    /// handlers and no signal blocked; stderr is inherited. Call from a thread that lives as long as the
    /// process: the child is killed when that thread ends.
    /// Errors: Internal "PATH/breakeven-runner: could not be started: …".
    static Result<Child> spawn(const std::vector<std::string>& argv);

    Child(Child&& other) noexcept;
    Child& operator=(Child&& other) noexcept;
    ~Child();  ///< kills the whole group and reaps it

    /// Takes in what the child says meanwhile, so that two full pipes never wait for each other.
    /// Errors: Internal when the child has closed its end; never a SIGPIPE.
    Result<void> writeLine(const std::string& line);

    /// Next line without its newline; the last one may lack it. Empty optional: end of file, or the child has ended and
    /// said nothing more (whatever a grandchild may still hold open). timeout < 0: wait for ever.
    /// Errors: Interrupted when wakeFd becomes readable first; TimedOut "timed out".
    Result<std::optional<std::string>> readLine(Seconds timeout, int wakeFd = -1);

    /// It was stopped by a signal and has not been told to go on (SIGSTOP, SIGCONT).
    bool isStopped() const;

    void closeInput();
    void kill();  ///< SIGKILL to the group; returns at once
    /// Closes the child's input, waits for its end, kills what is left of its group, reaps. Callable once. Read the
    /// output to its end first: a child that waits for its output to be read does not end.
    ExitStatus wait();
    pid_t pid() const { return m_pid; }

private:
    Child() = default;
    bool receive();

    pid_t m_pid = -1;       ///< -1 when moved from
    bool m_reaped = false;  ///< then the number may belong to somebody else
    Descriptor m_pidFd;
    Descriptor m_in;
    Descriptor m_out;
    std::string m_name;    ///< for messages
    std::string m_buffer;  ///< received, not yet handed out
};

/// Folder of the running executable, symlinks resolved.
std::filesystem::path executableFolder();

}  // namespace breakeven
