/// Where a user's own files of this program lie, as the XDG Base Directory Specification has it. Relative
/// paths in the environment are ignored. Empty when there is no home.
#pragma once

#include <filesystem>

namespace breakeven {

/// What is remembered from one start to the next: XDG_STATE_HOME, else ~/.local/state, and there breakeven.
std::filesystem::path stateFolder();

/// What a user has measured and wants to keep: XDG_DATA_HOME, else ~/.local/share, and there breakeven.
std::filesystem::path dataFolder();

}  // namespace breakeven
