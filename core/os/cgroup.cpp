#include "core/os/cgroup.h"

#include "core/os/files.h"

#include <algorithm>

namespace breakeven {
namespace {

/// The group's folder below the mount point and all above it. A path with ".." lies outside what this process can see.
void appendUpwards(std::vector<std::filesystem::path>& folders, const std::filesystem::path& mount,
                   std::string_view group) {
    std::filesystem::path inside = std::filesystem::path(group).relative_path().lexically_normal();
    if (!inside.empty() && *inside.begin() == "..") inside.clear();
    for (; !inside.empty() && inside != "."; inside = inside.parent_path())
        folders.push_back(mount / inside);
    folders.push_back(mount);
}

bool listContains(std::string_view list, std::string_view word) {
    while (!list.empty()) {
        const std::size_t comma = list.find(',');
        if (list.substr(0, comma) == word) return true;
        list.remove_prefix(comma == list.npos ? list.size() : comma + 1);
    }
    return false;
}

}  // namespace

std::string ownCgroup() {
    return readFile("/proc/self/cgroup").value_or("");
}

std::vector<std::filesystem::path> cgroupFolders(std::string_view procCgroup, const std::filesystem::path& root,
                                                 std::string_view controller) {
    std::vector<std::filesystem::path> folders;
    while (!procCgroup.empty()) {
        const std::string_view line = procCgroup.substr(0, procCgroup.find('\n'));  // "4:cpu,cpuacct:/group"
        procCgroup.remove_prefix(std::min(line.size() + 1, procCgroup.size()));
        const std::size_t first = line.find(':');
        const std::size_t second = line.find(':', first == line.npos ? first : first + 1);
        if (second == line.npos) continue;
        const std::string_view controllers = line.substr(first + 1, second - first - 1);
        const std::string_view group = line.substr(second + 1);
        if (!group.starts_with('/')) continue;
        if (controllers.empty()) {
            appendUpwards(folders, root, group);              // v2 alone
            appendUpwards(folders, root / "unified", group);  // v2 beside v1
        } else if (listContains(controllers, controller)) {
            appendUpwards(folders, root / controllers, group);
            if (controllers != controller) appendUpwards(folders, root / controller, group);
        }
    }
    return folders;
}

bool showsCgroups(std::string_view procCgroup, const std::filesystem::path& root, std::string_view controller) {
    const auto isThere = [](const std::filesystem::path& folder) {
        std::error_code none;
        return std::filesystem::exists(folder / "cgroup.procs", none);
    };
    return procCgroup.empty() || std::ranges::any_of(cgroupFolders(procCgroup, root, controller), isThere);
}

}  // namespace breakeven
