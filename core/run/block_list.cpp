#include "core/run/block_list.h"

#include "core/base/numbers.h"
#include "core/engine/work_error.h"

#include <exception>

namespace breakeven {

namespace {

Result<void> checkFits(const ListRecipe& recipe, ByteCount bytes) {
    const AvailableMemory available = availableMemory();
    if (bytes <= available.bytes / 2) return {};
    return Error{ErrorCode::Refused, recipe.workload + ": size " + std::to_string(recipe.size) + " needs " +
                                         formatBytes(static_cast<double>(bytes)) + " (allowed is half of the " +
                                         formatBytes(static_cast<double>(available.bytes)) + " that " +
                                         available.reason + " leaves)"};
}

}  // namespace

Result<BlockList> BlockList::prepare(const ListRecipe& recipe, Sharing sharing, std::uint64_t seed) {
    const WorkloadEntry* entry = findWorkload(recipe.workload);
    if (entry == nullptr)
        return Error{ErrorCode::InvalidInput, "workload: '" + recipe.workload + "' is not known to this version"};
    BREAKEVEN_TRY(const ByteCount slots, listBytes(recipe));
    BREAKEVEN_CHECK(checkFits(recipe, slots));
    const ByteCount bytes = slots + CountBytes;

    BlockList list;
    list.m_recipe = recipe;
    list.m_tolerance = entry->tolerance;
    BREAKEVEN_TRY(list.m_memory, MemoryBlock::create(bytes, sharing));
    BREAKEVEN_TRY(list.m_workload, bindList(recipe, list.m_memory.bytes()));
    try {
        list.m_workload->generate(seed);
    } catch (...) {
        return workError(std::current_exception());
    }
    list.m_shared = {.recipe = writeRecipe(recipe), .memoryFd = list.m_memory.fd(), .bytes = bytes};
    return list;
}

std::optional<bool> BlockList::outputIsRight() const {
    if (!m_expected || !m_workload->isCompared()) return std::nullopt;
    return sameDigest(*m_expected, m_workload->digest(), m_tolerance);
}

}  // namespace breakeven
