/// Starting a program (argv, no shell) and waiting for its end. Dies with its parent.
#pragma once

#include "core/base/result.h"
#include "core/base/units.h"
#include "core/os/clock.h"
#include "core/os/descriptor.h"

#include <string>
#include <vector>

#include <sys/types.h>

namespace breakeven {

/// How a process ended.
struct ExitStatus {
    int code = 0;    ///< exit code, meaningful when signal is 0; -1: unknown, the system reaped it (SIGCHLD ignored)
    int signal = 0;  ///< 0: it exited by itself
};

/// Two connected descriptors that no other program inherits.
struct Pipe {
    Descriptor reader;
    Descriptor writer;
    explicit operator bool() const { return static_cast<bool>(reader); }

    /// Empty when there is none to be had: errno says why.
    static Pipe make();
};

/// What the program gets as its standard descriptors. The caller keeps them open until it is started.
struct StandardStreams {
    int input;
    int output;
    int error;
};

struct RunningProgram {
    pid_t pid;
    Descriptor pidFd;
    Clock::time_point began;  ///< when the new process turned to the program; by its own clock, since this one may wait
};

/// Starts argv[0] (looked up in PATH when it has no slash) in a process group of its own, with default signal handlers,
/// no signal blocked and no other descriptor. Call from a thread that lives as long as the program: it is killed when
/// that thread ends. guard: a socket to which it writes its pid before it runs; -1: none.
/// Errors: Internal "PROGRAM: could not be started: …", as argv[0] names it.
Result<RunningProgram> startProgram(const std::vector<std::string>& argv, const StandardStreams& streams,
                                    int guard = -1);

/// Waits for the program's end and kills what is left of its group. The program is not reaped yet, so that its number
/// cannot belong to anybody else.
void awaitProgram(pid_t pid);

/// What a program has used, with the processes that it has started and waited for.
struct ProgramUsage {
    Seconds cpu{0};            ///< user and system time
    ByteCount peakMemory = 0;  ///< of the largest of these processes; at least what this process had when it started it
};

/// Of a program that has ended. Once. usage: also filled when given.
ExitStatus reapProgram(pid_t pid, ProgramUsage* usage = nullptr);

}  // namespace breakeven
