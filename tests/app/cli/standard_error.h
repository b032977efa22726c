/// StandardError: what this process writes to standard error, while the object lives.
#pragma once

#include <QByteArray>

#include <fcntl.h>
#include <unistd.h>

class StandardError {
public:
    StandardError() : m_saved(::dup(STDERR_FILENO)) {
        int ends[2] = {-1, -1};
        if (m_saved < 0 || ::pipe2(ends, O_CLOEXEC | O_NONBLOCK) != 0) qFatal("standard error cannot be taken over");
        m_reader = ends[0];
        ::dup2(ends[1], STDERR_FILENO);
        ::close(ends[1]);
    }
    ~StandardError() {
        ::dup2(m_saved, STDERR_FILENO);
        ::close(m_saved);
        ::close(m_reader);
    }
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
    int m_saved = -1;
    int m_reader = -1;
    QByteArray m_written;
};
