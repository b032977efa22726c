#include "core/os/user_folders.h"

#include <cstdlib>
#include <string>

namespace breakeven {

namespace {

std::filesystem::path named(const char* variable) {
    const char* value = std::getenv(variable);
    return value != nullptr ? value : "";
}

std::filesystem::path userFolder(const char* variable, const char* belowHome) {
    if (const auto folder = named(variable); !folder.empty()) return folder / "breakeven";
    const auto home = named("HOME");
    return home.empty() ? home : home / belowHome / "breakeven";
}

}  // namespace

std::filesystem::path stateFolder() {
    return userFolder("XDG_STATE_HOME", ".local/state");
}

std::filesystem::path dataFolder() {
    return userFolder("XDG_DATA_HOME", ".local/share");
}

}  // namespace breakeven
