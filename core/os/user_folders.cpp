#include "core/os/user_folders.h"

#include <cstdlib>
#include <string>

namespace breakeven {

std::filesystem::path stateFolder() {
    const auto named = [](const char* variable) {
        const char* value = std::getenv(variable);
        return std::string(value != nullptr ? value : "");
    };
    if (const auto state = named("XDG_STATE_HOME"); !state.empty()) return std::filesystem::path(state) / "breakeven";
    const auto home = named("HOME");
    return home.empty() ? std::filesystem::path() : std::filesystem::path(home) / ".local/state/breakeven";
}

}  // namespace breakeven
