#include "core/engine/processes/settle.h"

#include <csignal>

#include <fcntl.h>
#include <pthread.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <unistd.h>

namespace breakeven {

void settle(int socket, pid_t parent, const char* name) {
    prctl(PR_SET_PDEATHSIG, SIGKILL);
    if (getppid() != parent) _exit(0);  // it was gone before the signal was asked for
    prctl(PR_SET_NAME, name);
    if (socket != OwnSocket) dup3(socket, OwnSocket, O_CLOEXEC);
    close_range(OwnSocket + 1, ~0U, 0);
    const int nothing = open("/dev/null", O_RDWR | O_CLOEXEC);
    dup2(nothing, STDIN_FILENO);
    dup2(nothing, STDOUT_FILENO);
    close(nothing);
    pthread_atfork(nullptr, nullptr, [] { isCopyOfWorker = true; });
    std::signal(SIGINT, SIG_IGN);  // the parent alone decides when to stop
    std::signal(SIGPIPE, SIG_IGN);
    const rlimit none{.rlim_cur = 0, .rlim_max = 0};
    setrlimit(RLIMIT_CORE, &none);  // a crash is told in one line; a core of the whole list would take seconds
}

}  // namespace breakeven
