#include "core/run/block_list.h"

#include <charconv>

namespace breakeven {

namespace {

std::string gigabytes(ByteCount bytes) {
    char text[32];
    const auto end =
        std::to_chars(text, text + sizeof text, static_cast<double>(bytes) * 1e-9, std::chars_format::fixed, 2).ptr;
    return std::string(text, end) + " GB";
}

Result<void> checkFits(const ListRecipe& recipe, ByteCount bytes) {
    const AvailableMemory available = availableMemory();
    if (bytes <= available.bytes / 2) return {};
    return Error{ErrorCode::Refused, recipe.workload + ": size " + std::to_string(recipe.size) + " needs " +
                                         gigabytes(bytes) + " (allowed is half of the " + gigabytes(available.bytes) +
                                         " that " + available.reason + " leaves)"};
}

}  // namespace

Result<BlockList> BlockList::prepare(const ListRecipe& recipe, Sharing sharing, std::uint64_t seed) {
    const WorkloadEntry* entry = findWorkload(recipe.workload);
    if (entry == nullptr)
        return Error{ErrorCode::InvalidInput, "workload: '" + recipe.workload + "' is not known to this version"};
    BREAKEVEN_TRY(const ByteCount bytes, listBytes(entry->info, recipe.size));
    BREAKEVEN_CHECK(checkFits(recipe, bytes));

    BlockList list;
    list.m_recipe = recipe;
    list.m_tolerance = entry->tolerance;
    BREAKEVEN_TRY(list.m_memory, MemoryBlock::create(bytes, sharing));
    BREAKEVEN_TRY(list.m_workload, bindList(recipe, list.m_memory.bytes()));
    list.m_workload->generate(seed);
    if (sharing == Sharing::Shared)
        list.m_shared = SharedKernel{.recipe = writeRecipe(recipe), .memoryFd = list.m_memory.fd(), .bytes = bytes};
    return list;
}

std::optional<bool> BlockList::outputIsRight() const {
    if (!m_expected) return std::nullopt;
    return sameDigest(*m_expected, m_workload->digest(), m_tolerance);
}

}  // namespace breakeven
