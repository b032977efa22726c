#include "core/os/cpus.h"

#include "core/os/cgroup.h"
#include "core/os/files.h"

#include <algorithm>
#include <cerrno>
#include <charconv>
#include <cmath>
#include <string_view>
#include <vector>

#include <sched.h>
#include <unistd.h>

namespace breakeven {
namespace {

/// CPUs in the mask of the calling thread, 0 when the kernel does not say. The kernel refuses a mask that is too small
/// for the machine, so it grows.
WorkerCount affinityCount() {
    for (std::size_t cpus = CPU_SETSIZE; cpus <= (std::size_t{1} << 20); cpus *= 2) {
        std::vector<cpu_set_t> mask(cpus / CPU_SETSIZE);
        const std::size_t bytes = mask.size() * sizeof(cpu_set_t);
        if (sched_getaffinity(0, bytes, mask.data()) == 0) return CPU_COUNT_S(bytes, mask.data());
        if (errno != EINVAL) break;
    }
    return 0;
}

/// The number at the front of a text, moved past it and the blanks behind; absent when there is none.
std::optional<double> takeNumber(std::string_view& text) {
    double value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc{}) return std::nullopt;
    text.remove_prefix(static_cast<std::size_t>(end - text.data()));
    text.remove_prefix(std::min(text.find_first_not_of(" \n"), text.size()));
    return value;
}

/// "150000 100000\n": microseconds of CPU time per period. No number in front ("max", -1 in v1) means no limit.
std::optional<double> quotaFrom(std::string_view text) {
    const auto allowed = takeNumber(text);
    const auto period = takeNumber(text);
    if (!allowed || !period || !(*allowed > 0) || !(*period > 0)) return std::nullopt;
    return *allowed / *period;
}

std::string shortNumber(double value) {
    char text[32];
    const auto end = std::to_chars(text, text + sizeof text, value, std::chars_format::general, 3).ptr;
    return std::string(text, end);
}

}  // namespace

std::optional<double> cgroupQuota(const std::string& procCgroup, const std::string& root) {
    std::optional<double> smallest;
    for (const std::filesystem::path& folder : cgroupFolders(procCgroup, root, "cpu")) {
        const std::string v1 = readFile(folder / "cpu.cfs_quota_us").value_or("") + ' ' +
                               readFile(folder / "cpu.cfs_period_us").value_or("");
        for (const std::string& text : {readFile(folder / "cpu.max").value_or(""), v1}) {
            if (const auto quota = quotaFrom(text)) smallest = std::min(*quota, smallest.value_or(*quota));
        }
    }
    return smallest;
}

UsableCpus usableCpus() {
    UsableCpus cpus;
    cpus.online = std::max(1, static_cast<WorkerCount>(sysconf(_SC_NPROCESSORS_ONLN)));
    cpus.affinity = affinityCount();
    if (cpus.affinity == 0) cpus.affinity = cpus.online;
    cpus.quota = cgroupQuota(ownCgroup(), CgroupRoot);

    cpus.count = cpus.online;
    cpus.reason = "all online CPUs";
    if (cpus.affinity < cpus.count) {
        cpus.count = cpus.affinity;
        cpus.reason = "affinity mask";
    }
    if (cpus.quota && *cpus.quota < cpus.count) {
        cpus.count = static_cast<WorkerCount>(std::ceil(*cpus.quota));
        cpus.reason = "cgroup quota " + shortNumber(*cpus.quota) + (*cpus.quota == 1 ? " CPU" : " CPUs");
    }
    return cpus;
}

}  // namespace breakeven
