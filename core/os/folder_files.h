/// The files of a folder.
#pragma once

#include "core/base/result.h"

#include <cstdint>
#include <filesystem>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace breakeven {

struct FolderFile {
    std::string path;          ///< absolute
    std::int64_t changed = 0;  ///< ns since the epoch of the file clock
};

/// The regular files of the folder itself, sorted by name, without hidden ones; with suffixes (".jpg", lower case),
/// only those that end so, in either case. Errors: Unreadable, also when there is none.
Result<std::vector<FolderFile>> filesOf(const std::filesystem::path& folder,
                                        std::span<const std::string_view> suffixes);

}  // namespace breakeven
