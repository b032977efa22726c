/// Files: read with a size limit, saved atomically, and the program's own resources.
#pragma once

#include "core/base/result.h"
#include "core/base/units.h"

#include <filesystem>
#include <initializer_list>
#include <string>
#include <string_view>

namespace breakeven {

/// Errors: Unreadable (missing, a folder, larger than limit).
Result<std::string> readFile(const std::filesystem::path& path, ByteCount limit = 256'000'000);

/// What is left of a saved file when the machine loses its power just afterwards.
enum class Durability {
    Synced,    ///< all of it, for milliseconds of waiting
    Unsynced,  ///< perhaps nothing, or a part: for data that carries a checksum and can be had again
};

/// Writes beside the target, syncs, renames: the old content stays until the new one is complete. Keeps the mode of an
/// existing file and follows a symbolic link to its target. What is not a regular file (/dev/stdout, a pipe) is written
/// to directly.
/// Errors: Unwritable when the folder does not allow it; Internal when the disk is full.
Result<void> saveFile(const std::filesystem::path& path, std::string_view content,
                      Durability durability = Durability::Synced);
/// The parts make up the content, one behind the other.
Result<void> saveFile(const std::filesystem::path& path, std::initializer_list<std::string_view> parts,
                      Durability durability = Durability::Synced);

/// Finds out whether saveFile could work, and leaves nothing behind. Errors: Unwritable.
Result<void> checkWritable(const std::filesystem::path& path);

/// BREAKEVEN_RESOURCES, or the folder found relative to the executable (build tree, DEB and TGZ alike).
/// The right folder is the one that holds experiments/. Errors: Internal naming the places that were tried.
Result<std::filesystem::path> resourcesFolder();

}  // namespace breakeven
