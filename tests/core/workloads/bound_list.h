/// A workload's list in memory that tests can look into, recipes for it, and how it fails.
#pragma once

#include "core/os/memory.h"
#include "core/workloads/slots.h"
#include "core/workloads/workload.h"

#include <QString>

#include <exception>
#include <fstream>
#include <functional>
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
    for (const auto& param : info.params) {
        const auto value = quick.find(param.name);
        if (value != quick.end() && !isText(param.kind)) recipe.params[param.name] = value->second;
        // The only files that a kernel of ours needs are plug-ins.
        if (param.kind == ParamKind::File)
            recipe.params[param.name] = qEnvironmentVariable("BREAKEVEN_TEST_PLUGIN").toStdString();
    }
    return recipe;
}

inline void writeFile(const QString& path, const std::string& content) {
    std::ofstream(path.toStdString(), std::ios::binary) << content;
}

/// What the action throws.
inline std::string failureOf(const std::function<void()>& action) {
    try {
        action();
    } catch (const std::exception& problem) {
        return problem.what();
    }
    return "no failure";
}

struct BoundList {
    explicit BoundList(const ListRecipe& recipe)
        : info(findWorkload(recipe.workload)->info),
          size(recipe.size),
          memory(*MemoryBlock::create(*listBytes(recipe), Sharing::Shared)),
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
