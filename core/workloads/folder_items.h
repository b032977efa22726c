/// Items that are read from the files of a folder, or made from the seed when no folder is given. The input slot of an
/// item holds either its content or its file's path, so that reading the file is part of the item.
#pragma once

#include "core/base/catalog.h"
#include "core/base/result.h"
#include "core/os/folder_files.h"

#include <array>
#include <cstdint>
#include <cstring>
#include <span>
#include <string>
#include <string_view>

namespace breakeven {

/// The parameter `folder`: empty for made items.
ParamInfo folderParam(std::string description);

enum class Origin : std::uint32_t { Content, File };

template <std::size_t Bytes>
struct SourceSlot {
    std::int64_t changed;  ///< of a file: part of the input, so that no cached result of an older content is taken
    Origin origin;
    std::uint32_t length;
    std::array<char, Bytes - 16> bytes;  ///< zero behind `length`

    std::string_view view() const { return {bytes.data(), length}; }

    /// Errors: InvalidInput when it does not fit.
    Result<void> put(Origin from, std::string_view content, std::int64_t time = 0) {
        if (content.size() > bytes.size())
            return Error{ErrorCode::InvalidInput, "an item's input has " + std::to_string(content.size()) +
                                                      " bytes (at most " + std::to_string(bytes.size()) + ")"};
        changed = time;
        origin = from;
        length = static_cast<std::uint32_t>(content.size());
        bytes.fill('\0');
        std::memcpy(bytes.data(), content.data(), content.size());
        return {};
    }
};

/// Item i is file i mod count. Errors: InvalidInput for a path that does not fit.
template <std::size_t Bytes>
Result<void> putFiles(std::span<SourceSlot<Bytes>> slots, std::span<const FolderFile> files) {
    for (std::size_t i = 0; i < slots.size(); ++i) {
        const FolderFile& file = files[i % files.size()];
        BREAKEVEN_CHECK(slots[i].put(Origin::File, file.path, file.changed));
    }
    return {};
}

}  // namespace breakeven
