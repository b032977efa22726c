/// Where a user's own files of this program lie, as the XDG Base Directory Specification has it.
#pragma once

#include <filesystem>

namespace breakeven {

/// What is remembered from one start to the next: XDG_STATE_HOME, else ~/.local/state, and there breakeven. Empty when
/// there is no home.
std::filesystem::path stateFolder();

}  // namespace breakeven
