/// StandardError: what this process writes to standard error, while the object lives.
#pragma once

#include <QByteArray>

#include <cstdlib>
#include <termios.h>

#include <fcntl.h>
#include <sys/ioctl.h>
#include <unistd.h>

class StandardError {
public:
    /// columns: standard error is a terminal of that width; 0: it is a pipe.
    explicit StandardError(unsigned short columns = 0) : m_saved(::dup(STDERR_FILENO)) {
        const int writer = columns == 0 ? openPipe() : openTerminal(columns);
        if (m_saved < 0 || writer < 0 || m_reader < 0) qFatal("standard error cannot be taken over");
        ::dup2(writer, STDERR_FILENO);
        ::close(writer);
    }
    ~StandardError() {
        ::dup2(m_saved, STDERR_FILENO);
        ::close(m_saved);
        ::close(m_reader);
    }
    /// A root without /dev/pts has no terminals to give.
    static bool terminalsCanBeHad() { return ::access("/dev/pts/ptmx", F_OK) == 0; }

    StandardError(const StandardError&) = delete;
    StandardError& operator=(const StandardError&) = delete;

    /// Everything so far. What was written can be read at once, so nothing is waited for.
    QByteArray written() {
        char part[4096];
        for (ssize_t size = 0; (size = ::read(m_reader, part, sizeof part)) > 0;)
            m_written.append(part, static_cast<qsizetype>(size));
        return m_written;
    }

private:
    int openPipe() {
        int ends[2] = {-1, -1};
        if (::pipe2(ends, O_CLOEXEC | O_NONBLOCK) != 0) return -1;
        m_reader = ends[0];
        return ends[1];
    }

    int openTerminal(unsigned short columns) {
        m_reader = ::posix_openpt(O_RDWR | O_NOCTTY | O_NONBLOCK | O_CLOEXEC);
        if (m_reader < 0 || ::grantpt(m_reader) != 0 || ::unlockpt(m_reader) != 0) return -1;
        const int terminal = ::open(::ptsname(m_reader), O_RDWR | O_NOCTTY | O_CLOEXEC);
        winsize size = {};
        size.ws_col = columns;
        size.ws_row = 24;
        ::ioctl(terminal, TIOCSWINSZ, &size);
        termios raw = {};
        ::tcgetattr(terminal, &raw);
        ::cfmakeraw(&raw);
        ::tcsetattr(terminal, TCSANOW, &raw);
        return terminal;
    }

    int m_saved = -1;
    int m_reader = -1;
    QByteArray m_written;
};
