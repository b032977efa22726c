/// The file of the history: which one it is, its schema, and what becomes of one that is damaged. Private to this
/// folder but for defaultHistoryFile.
#pragma once

#include "core/base/result.h"
#include "core/history/sqlite.h"

#include <filesystem>
#include <string>

namespace breakeven {

/// XDG_DATA_HOME, else ~/.local/share, and there breakeven/history.sqlite. Empty when there is no home.
std::filesystem::path defaultHistoryFile();

struct HistoryFile {
    Database database;
    std::string notice;  ///< one line: a damaged file was set aside; empty: all is well
};

/// Makes what is missing: the folders, the file, the tables of this version. A damaged history is renamed, with a
/// number behind its name, and a new one begun. Errors: InvalidInput for a file of another kind, the database of
/// another program or of a newer version, which stay as they are; Unwritable; Internal.
Result<HistoryFile> openHistoryFile(const std::filesystem::path& path);

}  // namespace breakeven
