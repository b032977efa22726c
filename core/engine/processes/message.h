/// What the pool, its workers and the zygote say to each other: one message per packet of a SOCK_SEQPACKET socket pair,
/// with a text and file descriptors when the kind has them. A packet arrives whole or not at all.
#pragma once

#include "core/base/result.h"
#include "core/base/units.h"
#include "core/os/descriptor.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace breakeven {

enum class MessageKind : std::uint32_t {
    Fork,      ///< to the zygote: the descriptor is the new worker's socket
    Forked,    ///< zygote: `pid` is the new worker; below 0 the negated errno
    Setup,     ///< pool, first of all: text is the initializer's recipe; descriptors as the WorkerKind needs
    Ready,     ///< worker: set up
    Load,      ///< pool: text is the recipe of list number `list`; the descriptor, if any, is its memory
    NeedList,  ///< worker: list number `list` is asked for, but has not come
    Failed,    ///< worker: text says why task `position` failed, whole or at `item`; before Ready: why there will be
               ///< no worker
    Late,      ///< worker: `item` of task `position` has ended after its deadline
};

enum class WorkerKind : std::uint32_t {
    Sharing,  ///< descriptors: control block, bell
    Copying,  ///< descriptors: control block, stream of items
};

struct Message {
    MessageKind kind = MessageKind::Ready;
    WorkerKind workerKind = WorkerKind::Sharing;
    std::int32_t pid = 0;
    std::uint32_t worker = 0;   ///< Setup: number from 0 of the one that is told
    std::uint32_t workers = 1;  ///< Setup: of the pool
    std::uint32_t share = 1;    ///< Setup: the CoreShare of the one that is told
    std::uint32_t maySpin = 0;  ///< Setup: not 0 when there are no more workers than CPUs
    std::uint32_t list = 0;
    std::uint64_t bytes = 0;         ///< Load: size of the list's memory
    std::uint64_t recycleAfter = 0;  ///< Setup: chunks; 0: never
    std::uint64_t position = 0;
    ItemCount item = 0;  ///< Failed, Late: or WholeTask
};

inline constexpr ItemCount WholeTask = ~ItemCount{0};

struct Received {
    Message message;
    std::string text;
    std::vector<Descriptor> descriptors;  ///< close-on-exec
};

/// Internal: "processes: `what`: " and what errno says.
Error systemError(const std::string& what);

/// Longest text in one message; the socket's buffer must hold it whole.
inline constexpr std::size_t LongestText = 128 * 1024;

/// Errors: ChildCrashed when the peer is gone; Internal when the text is longer than LongestText.
Result<void> sendMessage(int socket, const Message& message, std::string_view text = {},
                         const std::vector<int>& descriptors = {});

/// Waits for one message. Empty: the peer is gone.
std::optional<Received> receiveMessage(int socket);

/// True when receiveMessage would not wait.
bool messageWaits(int socket);

}  // namespace breakeven
