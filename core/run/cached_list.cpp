#include "core/run/cached_list.h"

#include "core/base/version.h"
#include "core/os/files.h"
#include "core/run/empty_list.h"
#include "core/run/recorded_list.h"
#include "core/workloads/slots.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <utility>

namespace breakeven {

namespace {

/// The list's results may be there already, which is not looked up: a disk that they fill is refused then.
Result<void> checkFits(const ListRecipe& recipe, const std::string& folder) {
    struct statvfs disk {};
    if (statvfs(folder.c_str(), &disk) != 0) return {};
    const std::uint64_t most = roomForFiles(disk) / 2;
    if (recipe.size <= most) return {};
    return Error{ErrorCode::Internal,
                 "cache: size " + std::to_string(recipe.size) + " needs as many files in " + folder +
                     " (allowed is half of what its disk has room for: " + std::to_string(most) + ")"};
}

/// All that an item's output depends on besides its place and input: the parameters, and the library that computes it.
Result<std::string> identityOf(const ListRecipe& recipe, const nlohmann::json& params) {
    BREAKEVEN_TRY(const auto file, libraryOf(recipe));
    if (file.empty()) return params.dump();
    BREAKEVEN_TRY(const auto content, readFile(file));
    return params.dump() + textOf(cacheKey(content));
}

Result<std::unique_ptr<CachedKernel>> cachedKernel(const nlohmann::json& recipe, std::span<std::byte> memory) {
    BREAKEVEN_TRY(auto cache, DiskCache::open(recipe.at("cache").get<std::string>()));
    BREAKEVEN_TRY(auto inner, kernelFromRecipe(recipe.dump(), memory));
    auto* const computed = reinterpret_cast<std::uint64_t*>(memory.last(BlockList::CountBytes).data());
    return std::make_unique<CachedKernel>(std::move(inner), std::move(cache),
                                          recipe.at("workload").get<std::string>() + "-" + Version,
                                          recipe.at("identity").get<std::string>(), *computed);
}

}  // namespace

std::uint64_t roomForFiles(const struct statvfs& disk) {
    return disk.f_files == 0 ? disk.f_bavail : std::min(disk.f_bavail, disk.f_favail);
}

Result<CachedList> CachedList::open(const BlockList& list, const std::string& folder) {
    auto recipe = nlohmann::json::parse(list.shared().recipe);
    recipe["cache"] = folder;
    BREAKEVEN_TRY(recipe["identity"], identityOf(list.recipe(), recipe.at("params")));
    CachedList cached;
    BREAKEVEN_TRY(cached.kernel, cachedKernel(recipe, list.memory()));
    BREAKEVEN_CHECK(checkFits(list.recipe(), folder));
    cached.shared = {.recipe = recipe.dump(), .memoryFd = list.shared().memoryFd, .bytes = list.shared().bytes};
    return cached;
}

Result<std::unique_ptr<Kernel>> listKernel(const std::string& recipe, std::span<std::byte> memory) {
    if (isEmptyListRecipe(recipe)) return emptyListKernel(recipe, memory);
    const auto json = nlohmann::json::parse(recipe, nullptr, false);
    if (isRecordedListRecipe(json)) return recordedListKernel(json, memory);
    if (!json.is_object() || !json.contains("cache")) return kernelFromRecipe(recipe, memory);
    BREAKEVEN_TRY(auto kernel, cachedKernel(json, memory));
    return std::unique_ptr<Kernel>(std::move(kernel));
}

}  // namespace breakeven
