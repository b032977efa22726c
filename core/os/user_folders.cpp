#include "core/os/user_folders.h"

#include <cstdlib>
#include <string>

namespace breakeven {

namespace {

/// A relative path names no folder of the user's, but one of wherever the program was started.
std::filesystem::path named(const char* variable) {
    const char* const value = std::getenv(variable);
    std::filesystem::path folder = value != nullptr ? value : "";
    return folder.is_absolute() ? folder : std::filesystem::path();
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
