#include "app/cli/ask.h"

#include <array>
#include <cerrno>
#include <iostream>

#include <poll.h>
#include <unistd.h>

namespace breakeven {

bool canAsk() {
    return ::isatty(STDIN_FILENO) == 1 && ::isatty(STDOUT_FILENO) == 1;
}

Result<std::optional<std::string>> ask(const std::string& question, int stopFd) {
    std::cout << question << std::flush;
    std::string line;
    while (true) {
        std::array<pollfd, 2> waited{{{STDIN_FILENO, POLLIN, 0}, {stopFd, POLLIN, 0}}};
        if (::poll(waited.data(), waited.size(), -1) < 0 && errno != EINTR) return std::optional<std::string>();
        if (waited[1].revents != 0) {
            std::cout << '\n';
            return Error{ErrorCode::Interrupted, "interrupted"};
        }
        if (waited[0].revents == 0) continue;
        char next = 0;
        const ssize_t got = ::read(STDIN_FILENO, &next, 1);
        if (got < 0 && errno == EINTR) continue;
        if (got <= 0) return line.empty() ? std::optional<std::string>() : std::optional(line);
        if (next == '\n') return std::optional(line);
        line += next;
    }
}

}  // namespace breakeven
