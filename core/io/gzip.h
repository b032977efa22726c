/// Files that gzip has packed, as pyperf keeps its results in .json.gz.
#pragma once

#include "core/base/result.h"
#include "core/base/units.h"

#include <filesystem>
#include <string>

namespace breakeven {

/// The whole file, unpacked where gzip has packed it. limit: of what is read, and of what it becomes.
/// Errors: those of readFile; Unreadable for a packed file that is cut, damaged or too large.
Result<std::string> readUnpacked(const std::filesystem::path& path, ByteCount limit = 256'000'000);

/// "a.json" for "a.json.gz".
std::filesystem::path unpackedName(const std::filesystem::path& path);

}  // namespace breakeven
