/// What the pool, its workers and the zygote say to each other: one message per packet of a SOCK_SEQPACKET socket pair,
/// with a text and file descriptors when the kind has them. A packet arrives whole or not at all.
#pragma once

#include "core/base/result.h"
#include "core/base/units.h"
#include "core/os/descriptor.h"

#include <atomic>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace breakeven {

enum class MessageKind : std::uint32_t {
    Ready,   ///< worker: started
    Load,    ///< pool: text is a recipe; descriptors are the list's memory, then the control block
    Run,     ///< pool: take chunks until the cursor has passed `size`
    Done,    ///< worker: no chunk is left
    Failed,  ///< worker: text says why
    Fork,    ///< to the zygote: the descriptor is the new worker's socket
    Forked,  ///< zygote: `pid` is the new worker
};

struct Message {
    MessageKind kind = MessageKind::Ready;
    std::int32_t pid = 0;     ///< Forked: below 0 the negated errno
    std::uint64_t bytes = 0;  ///< Load: size of the list's memory
    ItemCount size = 0;       ///< Run: items of the list
    ItemCount chunk = 1;      ///< Run: items taken at once
};

struct Received {
    Message message;
    std::string text;
    std::vector<Descriptor> descriptors;  ///< close-on-exec
};

/// In shared memory, one per pool.
struct ControlBlock {
    alignas(64) std::atomic<ItemCount> cursor;  ///< next item that nobody has taken
};
static_assert(std::atomic<ItemCount>::is_always_lock_free, "the cursor is shared between processes");

/// Longest text in one message; the socket's buffer must hold it whole.
inline constexpr std::size_t LongestText = 128 * 1024;

/// Errors: ChildCrashed when the peer is gone; Internal when the text is longer than LongestText.
Result<void> sendMessage(int socket, const Message& message, std::string_view text = {},
                         const std::vector<int>& descriptors = {});

/// Waits for one message. Empty: the peer is gone.
std::optional<Received> receiveMessage(int socket);

}  // namespace breakeven
