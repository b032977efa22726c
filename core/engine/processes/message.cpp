#include "core/engine/processes/message.h"

#include <array>
#include <cerrno>
#include <cstring>
#include <memory>

#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

namespace breakeven {

namespace {

constexpr std::size_t MostDescriptors = 2;

struct alignas(cmsghdr) DescriptorBuffer {
    std::array<char, CMSG_SPACE(MostDescriptors * sizeof(int))> bytes{};
};

std::vector<Descriptor> takeDescriptors(msghdr& header) {
    std::vector<Descriptor> descriptors;
    for (cmsghdr* part = CMSG_FIRSTHDR(&header); part != nullptr; part = CMSG_NXTHDR(&header, part)) {
        if (part->cmsg_level != SOL_SOCKET || part->cmsg_type != SCM_RIGHTS) continue;
        std::vector<int> numbers((part->cmsg_len - CMSG_LEN(0)) / sizeof(int));
        std::memcpy(numbers.data(), CMSG_DATA(part), numbers.size() * sizeof(int));
        for (const int number : numbers)
            descriptors.emplace_back(number);
    }
    return descriptors;
}

}  // namespace

Error systemError(const std::string& what) {
    return Error{ErrorCode::Internal, "processes: " + what + ": " + std::strerror(errno)};
}

Result<void> sendMessage(int socket, const Message& message, std::string_view text,
                         const std::vector<int>& descriptors) {
    if (text.size() > LongestText)
        return Error{ErrorCode::Internal, "processes: a message of " + std::to_string(text.size()) +
                                              " bytes is too long (at most " + std::to_string(LongestText) + ")"};
    Message head = message;
    std::string body(text);
    std::array<iovec, 2> parts{{{&head, sizeof head}, {body.data(), body.size()}}};
    msghdr header{};
    header.msg_iov = parts.data();
    header.msg_iovlen = parts.size();

    DescriptorBuffer buffer;
    if (!descriptors.empty()) {
        header.msg_control = buffer.bytes.data();
        header.msg_controllen = CMSG_SPACE(descriptors.size() * sizeof(int));
        cmsghdr* part = CMSG_FIRSTHDR(&header);
        part->cmsg_level = SOL_SOCKET;
        part->cmsg_type = SCM_RIGHTS;
        part->cmsg_len = CMSG_LEN(descriptors.size() * sizeof(int));
        std::memcpy(CMSG_DATA(part), descriptors.data(), descriptors.size() * sizeof(int));
    }
    while (sendmsg(socket, &header, MSG_NOSIGNAL) < 0) {
        if (errno == EINTR) continue;
        const bool gone = errno == EPIPE || errno == ECONNRESET;
        Error error = systemError("a message could not be sent");
        if (gone) error.code = ErrorCode::ChildCrashed;
        return error;
    }
    return {};
}

std::optional<Received> receiveMessage(int socket) {
    // Not cleared: short messages must not touch all of its pages.
    thread_local const auto space = std::make_unique_for_overwrite<char[]>(LongestText);
    Received received;
    std::array<iovec, 2> parts{{{&received.message, sizeof received.message}, {space.get(), LongestText}}};
    DescriptorBuffer buffer;
    msghdr header{};
    header.msg_iov = parts.data();
    header.msg_iovlen = parts.size();
    header.msg_control = buffer.bytes.data();
    header.msg_controllen = buffer.bytes.size();

    ssize_t count = 0;
    do
        count = recvmsg(socket, &header, MSG_CMSG_CLOEXEC);
    while (count < 0 && errno == EINTR);
    if (count < static_cast<ssize_t>(sizeof received.message)) return std::nullopt;
    received.text.assign(space.get(), static_cast<std::size_t>(count) - sizeof received.message);
    received.descriptors = takeDescriptors(header);
    return received;
}

bool messageWaits(int socket) {
    pollfd waiting{.fd = socket, .events = POLLIN, .revents = 0};
    return poll(&waiting, 1, 0) > 0;
}

}  // namespace breakeven
