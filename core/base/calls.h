/// Calls: the ways of handing a list to a pool, under the names of Python's multiprocessing.Pool. Here are their words;
/// core/engine/call.h carries them out.
#pragma once

#include "core/base/catalog.h"
#include "core/base/result.h"

#include <optional>
#include <span>
#include <string_view>

namespace breakeven {

enum class Call { Apply, Map, Starmap, ApplyAsync, MapAsync, StarmapAsync, Imap, ImapUnordered, Reduce };

/// What a call makes of the chunk that it is given: a count is a count, but not every call has a use for it.
enum class ChunkUse {
    AsGiven,
    AutoIsPool,  ///< auto means the formula of Python's Pool
    AutoIsOne,   ///< auto means one item
    AlwaysOne,   ///< items are handed over one by one, whatever the chunk
};

struct CallEntry {
    Call call;
    NamedInfo info;
    ChunkUse chunkUse = ChunkUse::AsGiven;
};

/// The one call that computes something else than the list of results, so that its base is another one too.
inline constexpr std::string_view ReduceCall = "reduce";

/// In the order of the enumeration.
std::span<const CallEntry> calls();
const CallEntry& entryOf(Call call);

/// Errors: InvalidInput naming the known calls.
Result<Call> parseCall(std::string_view id);

/// The word for the chunk that the call uses instead of the one it is given; absent when it uses that one.
std::optional<std::string_view> chunkInstead(Call call, bool isGivenAuto);

/// The word for the chunk that the call really uses when it is given this one: "auto", "pool" or a count.
std::string_view chunkInUse(Call call, std::string_view chunk);

}  // namespace breakeven
