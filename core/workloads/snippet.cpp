#include "core/workloads/or_throw.h"
#include "core/workloads/plugin_list.h"
#include "core/workloads/snippet_library.h"

#include <filesystem>
#include <system_error>

namespace breakeven {

namespace {

constexpr const char* Sawtooth = R"(double f(double x) {
    double sum = 0;
    for (int k = 1; k <= 100; ++k)
        sum += std::sin(k * x) / k;
    return sum;
}
)";

Result<std::string> load(const ListRecipe& recipe) {
    BREAKEVEN_TRY(const auto file,
                  snippetLibrary(std::get<std::string>(recipe.params.at("source")), recipe.isBoundElsewhere));
    if (const auto library = loadPlugin(file); !library) {
        std::error_code none;
        // What is kept may be damaged: the next time it is compiled anew.
        std::filesystem::remove_all(std::filesystem::path(file).parent_path(), none);
        return library.error();
    }
    return file;
}

}  // namespace

WorkloadEntry snippetWorkload() {
    return {.info = {.id = "snippet",
                     .title = "C++ snippet",
                     .description = "Compiles a C++ function that you write with the system's compiler, for speed, and "
                                    "calls it with each number of a list. The numbers are random ones from 0 to 1.",
                     .teaches = "From how many items on your own loop is worth the workers.",
                     .params = {{.name = "source",
                                 .title = "Source",
                                 .description = "C++20 with double f(double), or void f(std::span<const double>, "
                                                "std::span<double>) that fills the second span from the first.",
                                 .unit = "",
                                 .kind = ParamKind::Code,
                                 .initial = std::string(Sawtooth)}},
                     .inputBytesPerItem = sizeof(double),
                     .outputBytesPerItem = sizeof(double),
                     .typicalSize = 100'000,
                     .runsPrograms = true},
            .bind = [](const ListRecipe& recipe, std::span<std::byte> memory) -> std::unique_ptr<Workload> {
                const auto* const library = orThrow("snippet", loadPlugin(orThrow("snippet", load(recipe))));
                return makePluginList(*library, "snippet", recipe.size, memory);
            },
            .library = [](const ListRecipe& recipe) { return load(recipe); }};
}

}  // namespace breakeven
