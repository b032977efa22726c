/// SpanRecorder and SpanKernel: a list is executed with a kernel that notes what each worker does when, threads and
/// worker processes alike. For passes of their own: a kernel that is not wrapped pays nothing.
#pragma once

#include "core/base/chunk_span.h"
#include "core/engine/kernel.h"
#include "core/os/memory.h"
#include "core/os/tick_clock.h"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace breakeven {

/// What one worker did from start() on. A worker is a place: of threads that run chunks one after another, such as
/// those of std::async, two may have had the same.
struct RecordedLane {
    bool isCaller = false;  ///< not a worker: what the asking thread packed, unpacked and combined
    std::size_t chunks = 0;
    Seconds compute{0};
    Seconds transport{0};
    Seconds begin{0};  ///< of its first span, from start()
    Seconds end{0};    ///< of its last span, from start()
    std::vector<ChunkSpan> spans;
    std::uint64_t dropped = 0;     ///< spans for which there was no room; they count above
    std::optional<int> node = {};  ///< the memory node of its first span; absent: not told
};

/// The memory of a recording, made once: nothing is allocated and nobody waits while it goes on.
class SpanRecorder {
public:
    /// workers: that run at the same time. spansPerLane: kept of each; 0: none, only the sums. Shared: for workers in
    /// other processes. Errors: those of MemoryBlock::create.
    static Result<SpanRecorder> create(WorkerCount workers, std::size_t spansPerLane, Sharing sharing);

    /// In another process of the same user, while the one that has created it lives. Errors: Internal.
    static Result<SpanRecorder> join(const std::string& place, std::size_t bytes);

    /// What join() needs to know of shared memory.
    std::string place() const;
    std::size_t bytes() const { return m_memory.bytes().size(); }

    /// Forgets what was recorded; from now on counts. No list may be under way.
    void start();

    /// From start() until now.
    Seconds elapsed() const;

    /// Workers with at least one chunk, in the order of their places, then the caller when it did something. No list
    /// may be under way.
    std::vector<RecordedLane> lanes() const;

    /// Spans that found no place, since more threads ran chunks at once than there are workers; they are in no sum.
    std::uint64_t unplaced() const;

    /// Places of a recorder, for dividing up spans.
    static std::size_t lanesOf(WorkerCount workers);

private:
    friend class SpanKernel;
    struct Head;
    struct Lane;
    struct Slot;
    class Hold;

    explicit SpanRecorder(MemoryBlock memory) : m_memory(std::move(memory)) {}
    Head& head() const;
    Lane& lane(std::size_t number) const;
    Lane* holdAny() const;
    static void note(Lane& lane, SpanKind kind, std::uint64_t begin, std::uint64_t end, ItemCount item,
                     ItemCount items);
    Seconds since(std::uint64_t ticks) const;
    RecordedLane read(std::size_t number) const;

    MemoryBlock m_memory;
    std::uint64_t m_id = uniqueNumber();
};

/// Passes every call on to another kernel and records it. Thread-safe as far as the inner kernel is; pack, unpack and
/// combine in the asking process come from one thread at a time.
class SpanKernel final : public Kernel {
public:
    /// In the process that asks. Both must outlive it.
    SpanKernel(Kernel& inner, const SpanRecorder& recorder);

    /// In a worker process, where packing and unpacking are the worker's own.
    SpanKernel(std::unique_ptr<Kernel> inner, SpanRecorder recorder);

    void run(ItemCount begin, ItemCount end) override;
    void fold(ItemCount begin, ItemCount end) override;
    void combine(std::span<const ItemCount> begins) override;
    void pack(Side side, ItemCount begin, ItemCount end, std::string& bytes) const override;
    void unpack(Side side, ItemCount begin, ItemCount end, std::string_view bytes) override;

private:
    template <class Work>
    void record(SpanKind kind, ItemCount item, ItemCount items, const Work& work) const;

    std::unique_ptr<Kernel> m_owned;
    std::optional<SpanRecorder> m_joined;
    Kernel& m_inner;
    const SpanRecorder& m_recorder;
    TickClock m_clock;
};

}  // namespace breakeven
