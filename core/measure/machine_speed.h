/// What the machine can do at this moment: how fast memory and clock are for one thread and for several at once, and
/// what reading the clock costs. Each call makes its threads and joins them.
#pragma once

#include "core/base/result.h"
#include "core/base/units.h"
#include "core/os/memory.h"

#include <cstddef>
#include <span>

namespace breakeven {

/// Of one reading of the clock that all samples use: the median over batches of readings.
Seconds clockCost();

/// A chain of about two million dependent operations in so many threads at once, which a core of 3 GHz carries out in
/// some 2 ms: nothing but the clock frequency and being preempted can change it. The mean over the threads, the best of
/// some repetitions. Range: threads >= 1.
Seconds spinTime(WorkerCount threads);

/// STREAM's triad a = b + 3 c on arrays of 24 MB together that are flushed from all caches before each pass, since
/// arrays beyond the large caches of servers take longer to be had than to be measured. What is written goes past
/// the caches, so that the 24 bytes per element that STREAM counts are those that move.
/// Source: McCalpin, Memory Bandwidth and Machine Balance in Current High Performance Computers, IEEE TCCA 1995.
class Triad {
public:
    /// Touches all pages. Errors: Refused when 24 MB are more than 1/8 of the available memory, and on CPUs other
    /// than x86-64; those of MemoryBlock.
    static Result<Triad> create();

    /// Bytes per second of all threads together: the best of the passes that 40 ms allow, three at least.
    /// Range: threads >= 1.
    double bytesPerSecond(WorkerCount threads);

private:
    explicit Triad(MemoryBlock memory);

    MemoryBlock m_memory;
    std::span<double> m_a;
    std::span<double> m_b;
    std::span<double> m_c;
};

}  // namespace breakeven
