/// A workload's list in memory that tests can look into, and recipes for it.
#pragma once

#include "core/os/memory.h"
#include "core/workloads/slots.h"
#include "core/workloads/workload.h"

#include <map>
#include <memory>
#include <span>
#include <string>

namespace breakeven {

inline ListRecipe plainRecipe(const std::string& workload, ItemCount size) {
    return {.workload = workload, .params = {}, .size = size};
}

/// A list of the workload that is quick to compute.
inline ListRecipe quickRecipe(const WorkloadInfo& info, ItemCount size) {
    ListRecipe recipe = plainRecipe(info.id, size);
    const std::map<std::string, double> quick = {{"seconds", 0.00001}, {"steps", 10}, {"iterations", 10},
                                                 {"words", 5},         {"source", 8}, {"width", 4},
                                                 {"latency", 0},       {"bytes", 10}, {"pages", 1}};
    for (const auto& param : info.params)
        if (const auto value = quick.find(param.name); value != quick.end()) recipe.params[param.name] = value->second;
    return recipe;
}

struct BoundList {
    explicit BoundList(const ListRecipe& recipe)
        : info(findWorkload(recipe.workload)->info),
          size(recipe.size),
          memory(*MemoryBlock::create(*listBytes(info, size), Sharing::Shared)),
          workload(*bindList(recipe, memory.bytes())),
          shared{.recipe = writeRecipe(recipe), .memoryFd = memory.fd(), .bytes = memory.bytes().size()} {
        workload->generate(1);
    }

    template <class T>
    std::span<T> slots(ByteCount offset, ItemCount count) const {
        auto rest = memory.bytes().subspan(offset);
        return takeSlots<T>(rest, count);
    }

    template <class T>
    std::span<T> input() const {
        return slots<T>(0, size);
    }

    template <class T>
    std::span<T> output() const {
        return slots<T>(alignedBytes(info.inputBytesPerItem * size), size);
    }

    const WorkloadInfo& info;
    ItemCount size;
    MemoryBlock memory;
    std::unique_ptr<Workload> workload;
    SharedKernel shared;
};

}  // namespace breakeven
