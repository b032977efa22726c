#include "core/parallel/thunk.h"

#include <cstring>
#include <dlfcn.h>

namespace breakeven {

namespace {

/// The fixed place.
void anchor() {}

const char* anchorAddress() {
    return reinterpret_cast<const char*>(&anchor);
}

const void* programOf(const void* address) {
    Dl_info info{};
    return dladdr(address, &info) != 0 ? info.dli_fbase : nullptr;
}

}  // namespace

Result<std::ptrdiff_t> placeOf(AnyFunction function) {
    const auto* const address = reinterpret_cast<const char*>(function);
    static const void* const program = programOf(anchorAddress());
    if (programOf(address) != program)
        return Error{ErrorCode::NotBuilt,
                     "function: it lies in a shared library and cannot travel (wrap it in a lambda of the program)"};
    return address - anchorAddress();
}

AnyFunction functionAt(std::ptrdiff_t place) {
    return reinterpret_cast<AnyFunction>(const_cast<char*>(anchorAddress() + place));
}

Result<std::string> writeThunk(KernelMaker maker, std::string_view payload) {
    BREAKEVEN_TRY(const std::ptrdiff_t place, placeOf(reinterpret_cast<AnyFunction>(maker)));
    std::string recipe(reinterpret_cast<const char*>(&place), sizeof place);
    recipe += payload;
    return recipe;
}

Result<std::unique_ptr<Kernel>> kernelFromThunk(const std::string& recipe, std::span<std::byte> memory) {
    std::ptrdiff_t place = 0;
    if (recipe.size() < sizeof place) return Error{ErrorCode::Internal, "recipe: it is too short"};
    std::memcpy(&place, recipe.data(), sizeof place);
    const auto maker = reinterpret_cast<KernelMaker>(functionAt(place));
    return maker(std::string_view(recipe).substr(sizeof place), memory);
}

}  // namespace breakeven
