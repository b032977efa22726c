#include "tests/benchmarks/workload_list.h"

#include <utility>

namespace breakeven::benchmarks {

Result<BoundList> makeList(const std::string& workload, ItemCount size, Sharing sharing, Params params) {
    const WorkloadEntry* const entry = findWorkload(workload);
    if (entry == nullptr) return Error{ErrorCode::InvalidInput, "workload: '" + workload + "' is not known"};
    for (const auto& param : entry->info.params)
        params.try_emplace(param.name, param.initial);
    const ListRecipe recipe{.workload = workload, .params = std::move(params), .size = size};
    BoundList list;
    list.size = size;
    BREAKEVEN_TRY(const ByteCount bytes, listBytes(entry->info, size));
    BREAKEVEN_TRY(list.memory, MemoryBlock::create(bytes, sharing));
    BREAKEVEN_TRY(list.workload, bindList(recipe, list.memory.bytes()));
    list.workload->generate(1);
    list.shared = {.recipe = writeRecipe(recipe), .memoryFd = list.memory.fd(), .bytes = bytes};
    return list;
}

}  // namespace breakeven::benchmarks
