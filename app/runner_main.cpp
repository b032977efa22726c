// breakeven-runner: the process in which everything is measured. Started by breakeven-cli, a fresh one per launch.
#include "core/base/version.h"
#include "core/engine/processes/zygote.h"
#include "core/measure/launch_layout.h"
#include "core/run/cached_list.h"
#include "core/run/runner.h"

#include <csignal>
#include <exception>
#include <iostream>
#include <string_view>

#include <fcntl.h>
#include <sys/resource.h>
#include <unistd.h>

namespace {

constexpr int InternalError = 4;

/// Each worker process costs two descriptors; the usual soft limit of 1024 is there for programs that use select().
void allowManyWorkers() {
    rlimit limit{};
    if (getrlimit(RLIMIT_NOFILE, &limit) != 0) return;
    limit.rlim_cur = limit.rlim_max;
    setrlimit(RLIMIT_NOFILE, &limit);
}

/// What is measured may print and read: that is none of the protocol's business, as in worker processes.
struct Protocol {
    int in = fcntl(STDIN_FILENO, F_DUPFD_CLOEXEC, STDERR_FILENO + 1);
    int out = fcntl(STDOUT_FILENO, F_DUPFD_CLOEXEC, STDERR_FILENO + 1);

    Protocol() {
        const int nothing = open("/dev/null", O_RDWR | O_CLOEXEC);
        dup2(nothing, STDIN_FILENO);
        dup2(nothing, STDOUT_FILENO);
        close(nothing);
    }
};

int run(int argc, char** argv, const breakeven::Result<void>& zygote) {
    if (argc == 2 && std::string_view(argv[1]) == "--version") {
        std::cout << "breakeven-runner " << breakeven::Version << '\n';
        return 0;
    }
    if (argc > 1 || isatty(STDIN_FILENO)) {
        std::cerr << "breakeven-runner: measures what breakeven-cli asks for on its standard input (run breakeven-cli "
                     "instead)\n";
        return 2;
    }
    if (!zygote) std::cerr << "breakeven-runner: " << zygote.error().detail << '\n';

    std::signal(SIGINT, SIG_IGN);   // the parent alone decides when to stop
    std::signal(SIGPIPE, SIG_IGN);  // a parent that is gone is an error of write()
    allowManyWorkers();
    const Protocol protocol;
    return breakeven::runRequests(protocol.in, protocol.out);
}

}  // namespace

int main(int argc, char** argv) {
    return breakeven::withStackOffset(breakeven::announcedLayout().stackBytes, [=] {
        // Before anything else: the zygote must be forked while this process is small and has one thread. Without it
        // the other backends still work, and a trial that needs it says what is wrong. It and its workers never leave
        // this call, so what they throw must not be caught below.
        const auto zygote = breakeven::startZygote(breakeven::listKernel);
        try {
            return run(argc, argv, zygote);
        } catch (const std::exception& problem) {
            std::cerr << "breakeven-runner: " << problem.what() << '\n';
            return InternalError;
        }
    });
}
