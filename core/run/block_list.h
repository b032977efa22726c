/// The list that all trials of a block compute on: its memory, generated input, and what serial made of it.
#pragma once

#include "core/os/memory.h"
#include "core/workloads/slots.h"
#include "core/workloads/workload.h"

#include <memory>
#include <optional>
#include <span>
#include <string>

namespace breakeven {

class BlockList {
public:
    /// Behind the list's slots: what a CachedKernel counts.
    static constexpr ByteCount CountBytes = SlotAlignment;

    /// Generates the input and touches every page. Errors: Refused when the list would take more than half of the
    /// available memory; InvalidInput for an unknown workload or parameters out of range; WorkFailed when its input
    /// cannot be had (an empty folder).
    static Result<BlockList> prepare(const ListRecipe& recipe, Sharing sharing, std::uint64_t seed);

    Workload& workload() const { return *m_workload; }
    const ListRecipe& recipe() const { return m_recipe; }
    std::span<std::byte> memory() const { return m_memory.bytes(); }  ///< the slots, then CountBytes
    const SharedKernel& shared() const { return m_shared; }           ///< without memory when the list is private

    void expect(const Digest& digest) { m_expected = digest; }
    bool hasExpected() const { return m_expected.has_value(); }

    /// Whether the output equals serial's; absent before serial has run, and when it need not.
    std::optional<bool> outputIsRight() const;

private:
    BlockList() = default;
    ListRecipe m_recipe;
    MemoryBlock m_memory;
    std::unique_ptr<Workload> m_workload;
    SharedKernel m_shared;
    std::optional<Digest> m_expected;
    double m_tolerance = 0;
};

}  // namespace breakeven
