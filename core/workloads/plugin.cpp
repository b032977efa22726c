#include "core/workloads/or_throw.h"
#include "core/workloads/plugin_list.h"

namespace breakeven {

namespace {

const std::string& fileOf(const Params& params) {
    return std::get<std::string>(params.at("file"));
}

}  // namespace

WorkloadEntry pluginWorkload() {
    return {.info = {.id = "plugin",
                     .title = "Plug-in",
                     .description = "Calls a shared library of your own, in C, C++ or anything else that has the C "
                                    "interface of <breakeven/plugin.h>: it says how large an item is, makes the input "
                                    "from a seed, and computes ranges of items.",
                     .teaches = "Whether your own loop is worth the workers, with nothing between it and the backend "
                                "but one call per chunk.",
                     .params = {{.name = "file",
                                 .title = "File",
                                 .description = "The shared library.",
                                 .unit = "",
                                 .kind = ParamKind::File,
                                 .initial = std::string()}},
                     .typicalSize = 1000,
                     .runsPrograms = true},
            .bind = [](const ListRecipe& recipe, std::span<std::byte> memory) -> std::unique_ptr<Workload> {
                const auto* const library = orThrow("plugin", loadPlugin(fileOf(recipe.params)));
                const std::string name = library->title == nullptr ? fileOf(recipe.params) : library->title;
                return makePluginList(*library, "plugin: " + name, recipe.size, memory);
            },
            .library = [](const ListRecipe& recipe) { return Result<std::string>(fileOf(recipe.params)); }};
}

}  // namespace breakeven
