/// Control groups: where the kernel shows the limits of this process. Reads v1, v2 and hybrid mounts alike.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace breakeven {

/// Mount point that every caller outside tests uses.
inline constexpr const char* CgroupRoot = "/sys/fs/cgroup";

/// Text of /proc/self/cgroup; empty when the kernel has no control groups.
std::string ownCgroup();

/// Folders whose files bind this process, for a v1 controller ("cpu", "memory") and for v2: its own group first, then
/// each one above up to the mount point. A folder need not exist: inside a container the kernel may name the path that
/// the host sees, while only the mount point is there.
/// procCgroup: text of /proc/self/cgroup; root: mount point.
std::vector<std::filesystem::path> cgroupFolders(std::string_view procCgroup, const std::filesystem::path& root,
                                                 std::string_view controller);

/// False where the kernel names groups of this process, but none of their folders is there, as in a container without
/// the mount: then nobody can tell what limits it. Arguments as above.
bool showsCgroups(std::string_view procCgroup, const std::filesystem::path& root, std::string_view controller);

}  // namespace breakeven
