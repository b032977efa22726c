#include "core/workloads/slot_workload.h"

#include <atomic>

namespace breakeven {

namespace {

/// Counters of 8 bytes. They lie side by side, eight to a cache line, or each on a line of its own; the list has room
/// for the latter in any case.
class FalseSharing final : public Workload {
public:
    FalseSharing(const ListRecipe& recipe, std::span<std::byte> memory)
        : m_starts(takeSlots<std::uint64_t>(memory, recipe.size)),
          m_stride(std::get<std::string>(recipe.params.at("layout")) == "padded" ? WordsPerLine : 1),
          m_words(takeSlots<std::uint64_t>(memory, recipe.size * m_stride)),
          m_steps(static_cast<std::uint64_t>(std::get<double>(recipe.params.at("steps")))) {}

    void generate(std::uint64_t) override {
        for (ItemCount i = 0; i < m_starts.size(); ++i)
            m_starts[i] = i;
        clearOutput();
    }

    void run(ItemCount begin, ItemCount end) override {
        for (ItemCount i = begin; i < end; ++i) {
            // Plain additions would gather in the CPU's store buffer and reach the line in one go, now and then.
            const std::atomic_ref counter(m_words[i * m_stride]);
            counter.store(m_starts[i], std::memory_order_relaxed);
            for (std::uint64_t step = 0; step < m_steps; ++step)
                counter.fetch_add(1, std::memory_order_relaxed);
        }
    }

    void pack(Side side, ItemCount begin, ItemCount end, std::string& bytes) const override {
        packSlots(slots(side, begin, end), bytes);
    }

    void unpack(Side side, ItemCount begin, ItemCount end, std::string_view bytes) override {
        unpackSlots(bytes, slots(side, begin, end));
    }

    void clearOutput() override { clearSlots(m_words); }

    Digest digest() const override { return {.hash = hashOutput(std::as_bytes(m_words))}; }

    static constexpr ItemCount WordsPerLine = SlotAlignment / sizeof(std::uint64_t);

private:
    std::span<std::uint64_t> slots(Side side, ItemCount begin, ItemCount end) const {
        return side == Side::Input ? m_starts.subspan(begin, end - begin)
                                   : m_words.subspan(begin * m_stride, (end - begin) * m_stride);
    }

    std::span<std::uint64_t> m_starts;
    ItemCount m_stride;  ///< words from one counter to the next
    std::span<std::uint64_t> m_words;
    std::uint64_t m_steps;
};

}  // namespace

WorkloadEntry falseSharingWorkload() {
    return {.info = {.id = "false-sharing",
                     .title = "Neighbouring counters",
                     .description = "Each item counts in a counter of its own, by atomic additions. Shared: eight "
                                    "counters lie on one cache line, which the CPUs then take from each other "
                                    "although no two of them use the same counter. Padded: each counter has a line "
                                    "to itself.",
                     .teaches = "Workers that write next to each other can be slower than one alone, and some unused "
                                "bytes between their data are the cure.",
                     .params = {{.name = "layout",
                                 .title = "Layout",
                                 .description = "Where the counters lie: eight to a cache line, or one.",
                                 .unit = "",
                                 .kind = ParamKind::Text,
                                 .minimum = 0,
                                 .maximum = 0,
                                 .initial = "shared",
                                 .choices = {"shared", "padded"}},
                                {.name = "steps",
                                 .title = "Steps",
                                 .description = "How far each item counts.",
                                 .unit = "steps",
                                 .kind = ParamKind::Integer,
                                 .minimum = 1,
                                 .maximum = 1e10,
                                 .initial = 100'000.0}},
                     .inputBytesPerItem = sizeof(std::uint64_t),
                     .outputBytesPerItem = SlotAlignment,
                     .operationsPerItem = 0,
                     .typicalSize = 8},
            .bind = [](const ListRecipe& recipe, std::span<std::byte> memory) -> std::unique_ptr<Workload> {
                return std::make_unique<FalseSharing>(recipe, memory);
            }};
}

}  // namespace breakeven
