#include "core/os/folder_files.h"

#include <algorithm>
#include <chrono>
#include <system_error>
#include <utility>

namespace breakeven {

namespace fs = std::filesystem;

namespace {

char lowerCase(char letter) {
    return letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter - 'A' + 'a') : letter;
}

bool isWanted(const fs::path& path, std::span<const std::string_view> suffixes) {
    if (path.filename().native().starts_with('.')) return false;
    if (suffixes.empty()) return true;
    std::string suffix = path.extension();
    std::ranges::transform(suffix, suffix.begin(), lowerCase);
    return std::ranges::find(suffixes, suffix) != suffixes.end();
}

Error unreadable(const fs::path& folder, const std::string& why) {
    return {ErrorCode::Unreadable, "folder: '" + folder.string() + "' " + why};
}

std::string namesOf(std::span<const std::string_view> suffixes) {
    std::string names;
    for (const auto suffix : suffixes)
        names.append(names.empty() ? "" : ", ").append(suffix);
    return names.empty() ? "a regular file" : names;
}

}  // namespace

Result<std::vector<FolderFile>> filesOf(const fs::path& folder, std::span<const std::string_view> suffixes) {
    std::error_code failure;
    const fs::path whole = fs::absolute(folder, failure);
    fs::directory_iterator entry(whole, failure);
    if (failure) return unreadable(folder, "cannot be read: " + failure.message());
    std::vector<FolderFile> files;
    for (; entry != fs::directory_iterator(); entry.increment(failure)) {
        // A file that is gone by now is not regular any more.
        if (!isWanted(entry->path(), suffixes) || !entry->is_regular_file(failure)) continue;
        const auto changed = entry->last_write_time(failure).time_since_epoch();
        files.push_back(
            {entry->path().string(), std::chrono::duration_cast<std::chrono::nanoseconds>(changed).count()});
    }
    if (failure) return unreadable(folder, "cannot be read: " + failure.message());
    if (files.empty()) return unreadable(folder, "has no file to take items from (" + namesOf(suffixes) + ")");
    std::ranges::sort(files, {}, &FolderFile::path);
    return files;
}

}  // namespace breakeven
