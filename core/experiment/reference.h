/// What was measured beside the samples, untimed by them: where the workers' time went, what a pool's parts cost, and
/// what the machine can do. Analysis explains the samples by these.
#pragma once

#include "core/base/hiccups.h"
#include "core/base/units.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace breakeven {

/// What one worker did in a profiled pass. The rest of the pass it waited.
struct WorkerProfile {
    Seconds compute{0};            ///< inside chunks
    Seconds transport{0};          ///< unpacking its input and packing its output; 0 where memory is shared
    Seconds begin{0};              ///< of its first chunk, from the start of the pass
    Seconds end{0};                ///< of its last chunk, from the start of the pass
    std::size_t chunks = 0;        ///< >= 1
    std::optional<int> node = {};  ///< the memory node it began its first chunk on; of machines with several
    bool operator==(const WorkerProfile&) const = default;
};

/// One pass over a trial's list in which every chunk was recorded. Never a sample.
struct TrialProfiled {
    int trial = 0;
    int launch = 0;
    Seconds wall{0};                     ///< of the pass, > 0
    ByteCount listBytes = 0;             ///< input and output of all items: the least that has to move
    std::vector<WorkerProfile> workers;  ///< those that had at least one chunk; never empty
    /// Pages of the list on each memory node, those of a mapping with it included. Empty: one node, workers with copies
    /// of their own, or not told.
    std::vector<std::uint64_t> nodePages = {};
};

/// What the parts of a pool cost when the items cost nothing. Source of the method: Bull, Measuring synchronisation and
/// scheduling overheads in OpenMP, EWOMP 1999: the time with the part minus the time without it.
struct PoolReference {
    int launch = 0;
    std::string backend;
    std::string start;  ///< fork or spawn; empty where there is no choice
    WorkerCount workers = 1;
    Seconds startup{0};                      ///< making the pool and its first call, less a hot call
    Seconds hotCall{0};                      ///< a list of one empty chunk per worker, right after another one
    Seconds parkedCall{0};                   ///< the same after the pool has rested
    Seconds perChunk{0};                     ///< each further empty chunk, as wall time of the call
    std::optional<double> perByteSent;       ///< seconds; absent where memory is shared
    std::optional<double> perByteCollected;  ///< seconds; absent where memory is shared
};

/// What that many threads can do at once.
struct ThreadReference {
    WorkerCount threads = 1;
    double bytesPerSecond = 0;  ///< STREAM triad, all threads together, from and to memory; 0: not measured
    Seconds spin{0};            ///< a fixed chain of dependent operations in each thread; longer: the clock is lower
    bool operator==(const ThreadReference&) const = default;
};

/// The weather of one launch.
struct LaunchReference {
    int launch = 0;
    std::size_t environmentBytes = 0;      ///< added at random to the environment
    std::size_t stackBytes = 0;            ///< skipped at random on the stack
    Seconds clockCost{0};                  ///< of one reading of the clock; a sample holds one
    std::vector<ThreadReference> threads;  ///< ascending
    std::optional<Hiccups> hiccups = {};   ///< just before the samples; absent: not listened for
};

}  // namespace breakeven
