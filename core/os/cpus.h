/// How many CPUs this process may really use, and which limit decides.
#pragma once

#include "core/base/units.h"

#include <optional>
#include <string>

namespace breakeven {

struct UsableCpus {
    WorkerCount count = 1;  ///< min(online, affinity, quota rounded up), >= 1
    std::string reason;     ///< "all online CPUs", "affinity mask", "cgroup quota 1.5 CPUs"
    WorkerCount online = 1;
    WorkerCount affinity = 1;     ///< CPUs in the affinity mask
    std::optional<double> quota;  ///< CPUs, smallest along the process's own cgroup path, v1 or v2; absent: none
};

/// Reads the kernel anew at each call.
UsableCpus usableCpus();

/// The smallest CPU quota along the cgroup path of this process, under the given roots (tests pass their own).
/// procCgroup: text of /proc/self/cgroup; root: mount point, normally /sys/fs/cgroup.
std::optional<double> cgroupQuota(const std::string& procCgroup, const std::string& root);

}  // namespace breakeven
