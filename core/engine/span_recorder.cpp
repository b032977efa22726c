#include "core/engine/span_recorder.h"

#include "core/os/descriptor.h"
#include "core/os/memory_nodes.h"

#include <algorithm>
#include <array>
#include <atomic>
#include <cerrno>
#include <cstring>
#include <new>
#include <system_error>
#include <utility>

#include <fcntl.h>
#include <unistd.h>

namespace breakeven {

namespace {

/// For workers that follow on one that died with its place.
constexpr std::size_t SpareLanes = 2;
constexpr std::size_t CallerLanes = 1;

/// Of a slot, the upper bits of the number of items.
constexpr unsigned KindBits = 62;
constexpr std::uint64_t ItemsMask = (std::uint64_t{1} << KindBits) - 1;

}  // namespace

struct SpanRecorder::Head {
    TickClock::Source source = TickClock::Source::Steady;
    std::uint32_t lanes = 0;
    std::uint64_t begin = 0;  ///< ticks at start()
    std::atomic<std::uint64_t> unplaced{0};
};

struct SpanRecorder::Slot {
    std::uint64_t begin = 0;  ///< ticks
    std::uint64_t end = 0;    ///< ticks
    ItemCount item = 0;
    std::uint64_t kindAndItems = 0;
};

/// Two cache lines, since the CPU fetches them in pairs.
struct alignas(128) SpanRecorder::Lane {
    std::atomic<std::uint32_t> isHeld{0};
    // The rest belongs to whoever holds it.
    std::uint64_t chunks = 0;
    std::array<std::uint64_t, 3> spent{};  ///< ticks by SpanKind
    std::uint64_t spans = 0;               ///< with those that were dropped
    std::uint64_t begin = 0;
    std::uint64_t end = 0;
    int node = -1;
    // Set once. Where its slots are is a distance, since processes map the memory at different addresses.
    std::size_t slotsAt = 0;  ///< bytes from this
    std::uint64_t room = 0;   ///< slots

    Slot* slots() const {
        const auto* const here = reinterpret_cast<const std::byte*>(this);
        return std::launder(reinterpret_cast<Slot*>(const_cast<std::byte*>(here) + slotsAt));
    }
    bool tryHold() {
        std::uint32_t isFree = 0;
        return isHeld.compare_exchange_strong(isFree, 1, std::memory_order_acquire, std::memory_order_relaxed);
    }
    void release() { isHeld.store(0, std::memory_order_release); }
};

/// A place for the time of one span, the same as before where possible; none is as good when there is none.
class SpanRecorder::Hold {
public:
    Hold(const SpanRecorder& recorder, bool isCaller) {
        if (isCaller) {
            m_lane = &recorder.lane(recorder.head().lanes - 1);
            return;
        }
        thread_local std::uint64_t lastRecorder = 0;
        thread_local Lane* lastLane = nullptr;
        if (lastRecorder == recorder.m_id && lastLane->tryHold()) {
            m_lane = lastLane;
        } else {
            m_lane = recorder.holdAny();
            if (m_lane == nullptr) return;
            lastRecorder = recorder.m_id;
            lastLane = m_lane;
        }
        m_isHeld = true;
    }
    ~Hold() {
        if (m_isHeld) m_lane->release();
    }

    Hold(const Hold&) = delete;
    Hold& operator=(const Hold&) = delete;

    Lane* lane() const { return m_lane; }

private:
    Lane* m_lane = nullptr;
    bool m_isHeld = false;
};

std::size_t SpanRecorder::lanesOf(WorkerCount workers) {
    return static_cast<std::size_t>(workers) + SpareLanes + CallerLanes;
}

Result<SpanRecorder> SpanRecorder::create(WorkerCount workers, std::size_t spansPerLane, Sharing sharing) {
    const std::size_t lanes = lanesOf(workers);
    const std::size_t slotsBegin = sizeof(Lane) * (1 + lanes);  // the head has a place of a lane's size
    static_assert(sizeof(Head) <= sizeof(Lane));
    BREAKEVEN_TRY(auto memory, MemoryBlock::create(slotsBegin + lanes * spansPerLane * sizeof(Slot), sharing));
    std::byte* const data = memory.bytes().data();
    std::memset(data, 0, memory.bytes().size());  // a page that is not there yet would be a gap between two spans
    new (data) Head{.source = TickClock::best(), .lanes = static_cast<std::uint32_t>(lanes), .begin = 0, .unplaced = 0};
    for (std::size_t i = 0; i < lanes; ++i) {
        Lane* const lane = new (data + (1 + i) * sizeof(Lane)) Lane;
        lane->slotsAt = slotsBegin + i * spansPerLane * sizeof(Slot) - (1 + i) * sizeof(Lane);
        lane->room = spansPerLane;
    }
    return SpanRecorder(std::move(memory));
}

Result<SpanRecorder> SpanRecorder::join(const std::string& place, std::size_t bytes) {
    const Descriptor file(open(place.c_str(), O_RDWR | O_CLOEXEC));
    if (!file)
        return Error{ErrorCode::Internal,
                     "profile: " + place + " cannot be opened: " + std::generic_category().message(errno)};
    BREAKEVEN_TRY(auto memory, MemoryBlock::map(file.get(), bytes));
    return SpanRecorder(std::move(memory));
}

std::string SpanRecorder::place() const {
    return "/proc/" + std::to_string(getpid()) + "/fd/" + std::to_string(m_memory.fd());
}

SpanRecorder::Head& SpanRecorder::head() const {
    return *std::launder(reinterpret_cast<Head*>(m_memory.bytes().data()));
}

SpanRecorder::Lane& SpanRecorder::lane(std::size_t number) const {
    return *std::launder(reinterpret_cast<Lane*>(m_memory.bytes().data() + (1 + number) * sizeof(Lane)));
}

/// Spare places are the last ones. A place that is used already belongs to a thread that may come back to it, so one
/// that nobody has used is taken before.
SpanRecorder::Lane* SpanRecorder::holdAny() const {
    const std::size_t all = head().lanes - CallerLanes;
    for (const auto& [first, end] : {std::pair{std::size_t{0}, all - SpareLanes}, std::pair{all - SpareLanes, all}})
        for (const bool wantsUnused : {true, false})
            for (std::size_t i = first; i < end; ++i) {
                Lane& candidate = lane(i);
                if (!candidate.tryHold()) continue;
                if (!wantsUnused || candidate.spans == 0) return &candidate;
                candidate.release();
            }
    head().unplaced.fetch_add(1, std::memory_order_relaxed);
    return nullptr;
}

void SpanRecorder::note(Lane& to, SpanKind kind, std::uint64_t begin, std::uint64_t end, ItemCount item,
                        ItemCount items) {
    to.spent[static_cast<std::size_t>(kind)] += end - begin;
    if (kind == SpanKind::Compute) ++to.chunks;
    if (to.spans == 0) {
        to.begin = begin;
        to.node = currentNode().value_or(-1);
    }
    to.end = end;
    if (const std::uint64_t place = to.spans++; place < to.room)
        to.slots()[place] = {begin, end, item, static_cast<std::uint64_t>(kind) << KindBits | (items & ItemsMask)};
}

void SpanRecorder::start() {
    for (std::size_t i = 0; i < head().lanes; ++i) {
        Lane& each = lane(i);
        each.chunks = each.spans = each.begin = each.end = 0;
        each.spent = {};
    }
    head().unplaced.store(0, std::memory_order_relaxed);
    head().begin = TickClock(head().source).now();
}

Seconds SpanRecorder::elapsed() const {
    return since(TickClock(head().source).now());
}

/// Never below 0: the counters of two CPUs may differ by a few ticks.
Seconds SpanRecorder::since(std::uint64_t ticks) const {
    const auto passed = static_cast<std::int64_t>(ticks - head().begin);
    return TickClock(head().source).lengthOf(std::max<std::int64_t>(passed, 0));
}

std::uint64_t SpanRecorder::unplaced() const {
    return head().unplaced.load(std::memory_order_relaxed);
}

std::vector<RecordedLane> SpanRecorder::lanes() const {
    std::vector<RecordedLane> lanes;
    for (std::size_t i = 0; i < head().lanes; ++i)
        if (lane(i).spans > 0) lanes.push_back(read(i));
    return lanes;
}

RecordedLane SpanRecorder::read(std::size_t number) const {
    const Lane& from = lane(number);
    const TickClock clock(head().source);
    const auto spent = [&](SpanKind kind) {
        return clock.lengthOf(static_cast<std::int64_t>(from.spent[static_cast<std::size_t>(kind)]));
    };
    const auto nanoseconds = [](Seconds time) { return std::chrono::round<std::chrono::nanoseconds>(time); };
    RecordedLane to;
    to.isCaller = number == head().lanes - CallerLanes;
    to.chunks = from.chunks;
    to.compute = spent(SpanKind::Compute);
    to.transport = spent(SpanKind::Transport);
    to.begin = since(from.begin);
    to.end = since(from.end);
    if (from.node >= 0) to.node = from.node;
    const std::uint64_t kept = std::min(from.spans, from.room);
    to.dropped = from.spans - kept;
    to.spans.reserve(kept);
    for (std::uint64_t i = 0; i < kept; ++i) {
        const Slot& slot = from.slots()[i];
        // Both ends are rounded, so that spans that do not overlap do not do so afterwards.
        const auto begin = nanoseconds(since(slot.begin));
        to.spans.push_back({.kind = static_cast<SpanKind>(slot.kindAndItems >> KindBits),
                            .begin = begin,
                            .duration = nanoseconds(since(slot.end)) - begin,
                            .item = slot.item,
                            .items = slot.kindAndItems & ItemsMask});
    }
    return to;
}

SpanKernel::SpanKernel(Kernel& inner, const SpanRecorder& recorder)
    : m_inner(inner), m_recorder(recorder), m_clock(recorder.head().source) {}

SpanKernel::SpanKernel(std::unique_ptr<Kernel> inner, SpanRecorder recorder)
    : m_owned(std::move(inner)),
      m_joined(std::move(recorder)),
      m_inner(*m_owned),
      m_recorder(*m_joined),
      m_clock(m_recorder.head().source) {}

/// What an exception interrupts is not recorded: the whole pass is void then.
template <class Work>
void SpanKernel::record(SpanKind kind, ItemCount item, ItemCount items, const Work& work) const {
    const bool isCaller = !m_joined && kind != SpanKind::Compute;
    const SpanRecorder::Hold hold(m_recorder, isCaller);
    const std::uint64_t begin = m_clock.now();
    work();
    const std::uint64_t end = m_clock.now();
    if (hold.lane() != nullptr) SpanRecorder::note(*hold.lane(), kind, begin, end, item, items);
}

void SpanKernel::run(ItemCount begin, ItemCount end) {
    record(SpanKind::Compute, begin, end - begin, [&] { m_inner.run(begin, end); });
}

void SpanKernel::fold(ItemCount begin, ItemCount end) {
    record(SpanKind::Compute, begin, end - begin, [&] { m_inner.fold(begin, end); });
}

void SpanKernel::combine(std::span<const ItemCount> begins) {
    record(SpanKind::Combine, 0, begins.size(), [&] { m_inner.combine(begins); });
}

void SpanKernel::pack(Side side, ItemCount begin, ItemCount end, std::string& bytes) const {
    record(SpanKind::Transport, begin, end - begin, [&] { m_inner.pack(side, begin, end, bytes); });
}

void SpanKernel::unpack(Side side, ItemCount begin, ItemCount end, std::string_view bytes) {
    record(SpanKind::Transport, begin, end - begin, [&] { m_inner.unpack(side, begin, end, bytes); });
}

}  // namespace breakeven
