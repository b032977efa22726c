/// Owner of one file descriptor.
#pragma once

#include <utility>

#include <fcntl.h>
#include <unistd.h>

namespace breakeven {

class Descriptor {
public:
    Descriptor() = default;
    explicit Descriptor(int fd) : m_fd(fd) {}
    Descriptor(Descriptor&& other) noexcept : m_fd(std::exchange(other.m_fd, -1)) {}
    Descriptor& operator=(Descriptor&& other) noexcept {
        Descriptor taken(std::move(other));
        std::swap(m_fd, taken.m_fd);
        return *this;
    }
    ~Descriptor() { close(); }

    int get() const { return m_fd; }  ///< -1 when there is none
    explicit operator bool() const { return m_fd >= 0; }
    void close() {
        if (m_fd >= 0) ::close(std::exchange(m_fd, -1));
    }

private:
    int m_fd = -1;
};

/// A standard descriptor that was closed would be given to the next file or socket, which then takes what is printed.
/// Opens /dev/null in its place; for standard output so that writing is still an error.
inline void openStandardDescriptors() {
    for (const int descriptor : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO})
        if (::fcntl(descriptor, F_GETFD) == -1) ::open("/dev/null", descriptor == STDOUT_FILENO ? O_RDONLY : O_RDWR);
}

}  // namespace breakeven
