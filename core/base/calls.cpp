#include "core/base/calls.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <string>

namespace breakeven {

std::span<const CallEntry> calls() {
    static const std::array table = {
        CallEntry{Call::Apply,
                  {"apply", "apply", "Hands over one item and waits for its result before the next."},
                  ChunkUse::AlwaysOne},
        CallEntry{Call::Map, {"map", "map", "One call computes the whole list, chunk by chunk, and keeps its order."}},
        CallEntry{Call::Starmap,
                  {"starmap", "starmap", "As map; an item of several arguments is unpacked by the work itself."}},
        CallEntry{Call::ApplyAsync,
                  {"apply-async", "apply async", "Hands over every item by itself, then waits for all of them."},
                  ChunkUse::AlwaysOne},
        CallEntry{Call::MapAsync,
                  {"map-async", "map async", "Hands over every chunk without waiting, then waits for all of them."},
                  ChunkUse::AutoIsPool},
        CallEntry{Call::StarmapAsync,
                  {"starmap-async", "starmap async",
                   "As map-async; arguments are unpacked by the work itself, as in starmap."},
                  ChunkUse::AutoIsPool},
        CallEntry{
            Call::Imap,
            {"imap", "imap", "Results are taken one after another in the order of the list, while later items run."},
            ChunkUse::AutoIsOne},
        CallEntry{Call::ImapUnordered,
                  {"imap-unordered", "imap unordered", "Results are taken as soon as they are there, in any order."},
                  ChunkUse::AutoIsOne},
        CallEntry{Call::Reduce,
                  {"reduce", "reduce", "Folds each chunk into one value, then these in the order of the list."}},
    };
    return table;
}

const CallEntry& entryOf(Call call) {
    return calls()[static_cast<std::size_t>(call)];
}

Result<Call> parseCall(std::string_view id) {
    const auto all = calls();
    const auto found = std::ranges::find(all, id, [](const CallEntry& entry) { return entry.info.id; });
    if (found != all.end()) return found->call;
    std::string known;
    for (const auto& entry : all)
        known += (known.empty() ? "" : ", ") + entry.info.id;
    return Error{ErrorCode::InvalidInput, "call: '" + std::string(id) + "' is not known (" + known + ")"};
}

std::optional<std::string_view> chunkInstead(Call call, bool isGivenAuto) {
    switch (entryOf(call).chunkUse) {
        case ChunkUse::AlwaysOne:
            return "1";
        case ChunkUse::AutoIsOne:
            return isGivenAuto ? std::optional<std::string_view>("1") : std::nullopt;
        case ChunkUse::AutoIsPool:
            return isGivenAuto ? std::optional<std::string_view>("pool") : std::nullopt;
        case ChunkUse::AsGiven:
            break;
    }
    return std::nullopt;
}

std::string_view chunkInUse(Call call, std::string_view chunk) {
    return chunkInstead(call, chunk == "auto").value_or(chunk);
}

}  // namespace breakeven
