#include "core/engine/worker_pool.h"

#include <algorithm>
#include <array>

namespace breakeven {

#define BREAKEVEN_BACKEND(name) Backend name##Backend();
#include "core/engine/backends.def"
#undef BREAKEVEN_BACKEND

std::span<const Backend> backends() {
    static const std::array table = {
#define BREAKEVEN_BACKEND(name) name##Backend(),
#include "core/engine/backends.def"
#undef BREAKEVEN_BACKEND
    };
    return table;
}

const Backend* findBackend(std::string_view id) {
    const auto all = backends();
    const auto found = std::ranges::find(all, id, [](const Backend& backend) { return backend.info.id; });
    return found == all.end() ? nullptr : &*found;
}

}  // namespace breakeven
