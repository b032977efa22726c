#include "core/measure/noise.h"

#include "core/os/cgroup.h"
#include "core/os/descriptor.h"
#include "core/os/files.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <set>
#include <string_view>

#include <fcntl.h>
#include <sched.h>
#include <sys/resource.h>
#include <unistd.h>

namespace breakeven {
namespace {

/// The part of a small system file that fits into a few lines; empty when it cannot be read.
class SystemFile {
public:
    explicit SystemFile(const std::string& path) : m_file(open(path.c_str(), O_RDONLY | O_CLOEXEC)) {}

    bool isOpen() const { return static_cast<bool>(m_file); }
    std::string_view read(std::array<char, 512>& buffer) const {
        const ssize_t count = pread(m_file.get(), buffer.data(), buffer.size(), 0);
        return {buffer.data(), count > 0 ? static_cast<std::size_t>(count) : 0};
    }

private:
    Descriptor m_file;
};

std::uint64_t numberIn(std::string_view text, std::string_view name) {
    const std::size_t at = text.find(name);
    std::uint64_t value = 0;
    if (at != text.npos) std::from_chars(text.data() + at + name.size(), text.data() + text.size(), value);
    return value;
}

/// cpu.stat of the groups that can stop this process.
std::vector<SystemFile> openThrottleFiles() {
    std::vector<SystemFile> files;
    for (const auto& folder : cgroupFolders(ownCgroup(), CgroupRoot, "cpu")) {
        SystemFile file(folder / "cpu.stat");
        std::array<char, 512> buffer;
        if (file.isOpen() && file.read(buffer).find("nr_throttled ") != std::string_view::npos)
            files.push_back(std::move(file));
    }
    return files;
}

/// One file per package: its CPUs share the count.
std::vector<SystemFile> openThermalFiles() {
    std::vector<SystemFile> files;
    std::set<std::string> packages;
    for (int cpu = 0;; ++cpu) {
        const std::string folder = "/sys/devices/system/cpu/cpu" + std::to_string(cpu);
        const auto package = readFile(folder + "/topology/physical_package_id");
        if (!package) return files;  // there is no such CPU
        if (!packages.insert(*package).second) continue;
        SystemFile file(folder + "/thermal_throttle/package_throttle_count");
        if (file.isOpen()) files.push_back(std::move(file));
    }
}

const std::vector<SystemFile>& thermalFiles() {
    static const std::vector<SystemFile> files = openThermalFiles();
    return files;
}

std::uint64_t overheatedCount() {
    std::uint64_t count = 0;
    std::array<char, 512> buffer;
    for (const SystemFile& file : thermalFiles())
        count += numberIn(file.read(buffer), "");
    return count;
}

}  // namespace

std::optional<std::uint64_t> thermalThrottleCount() {
    return thermalFiles().empty() ? std::nullopt : std::optional(overheatedCount());
}

NoiseCounters readNoise() {
    static const std::vector<SystemFile> throttleFiles = openThrottleFiles();
    static const SystemFile procStat("/proc/stat");
    static const SystemFile pressure("/proc/pressure/cpu");
    static const SystemFile schedule("/proc/self/schedstat");  // "ns on a CPU, ns waiting for one, turns"

    NoiseCounters counters;
    std::array<char, 512> buffer;
    for (const SystemFile& file : throttleFiles)
        counters.throttled += numberIn(file.read(buffer), "nr_throttled ");
    counters.overheated = overheatedCount();
    counters.stolen = stolenTime(procStat.read(buffer));
    counters.waited = Seconds(1e-6) * static_cast<double>(numberIn(pressure.read(buffer), "total="));
    const std::string_view turns = schedule.read(buffer);
    counters.delayed = Seconds(1e-9) * static_cast<double>(numberIn(turns, " "));
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    counters.involuntarySwitches = static_cast<std::uint64_t>(usage.ru_nivcsw);
    counters.minorFaults = static_cast<std::uint64_t>(usage.ru_minflt);
    counters.majorFaults = static_cast<std::uint64_t>(usage.ru_majflt);
    counters.cpu = sched_getcpu();
    counters.waits = static_cast<std::uint64_t>(usage.ru_nvcsw);
    return counters;
}

std::vector<std::string> noiseFlags(const NoiseCounters& before, const NoiseCounters& after, Seconds wall) {
    constexpr double NotableShare = 0.01;
    constexpr double PressingShare = 0.05;
    constexpr double SwitchesPerSecond = 50;
    constexpr std::uint64_t FewestSwitches = 5;
    constexpr Seconds PerFault{1e-6};

    const std::uint64_t switches = after.involuntarySwitches - before.involuntarySwitches;
    const Seconds faulted = PerFault * static_cast<double>(after.minorFaults - before.minorFaults);
    std::vector<std::string> flags;
    if (after.throttled > before.throttled) flags.emplace_back("throttled");
    if (after.overheated > before.overheated) flags.emplace_back("thermal");
    if (after.stolen - before.stolen > wall * NotableShare) flags.emplace_back("steal");
    if (after.waited - before.waited > wall * PressingShare) flags.emplace_back("pressure");
    if (switches >= FewestSwitches && static_cast<double>(switches) > SwitchesPerSecond * wall.count())
        flags.emplace_back("switches");
    if (after.majorFaults > before.majorFaults || faulted > wall * NotableShare) flags.emplace_back("page-faults");
    if (after.cpu != before.cpu) flags.emplace_back("migrated");
    return flags;
}

Seconds stolenTime(std::string_view procStat) {
    // "cpu  user nice system idle iowait irq softirq steal …" in clock ticks
    constexpr int FieldsBefore = 8;
    procStat = procStat.substr(0, procStat.find('\n'));
    for (int field = 0; field < FieldsBefore; ++field) {
        procStat.remove_prefix(std::min(procStat.find(' '), procStat.size()));
        procStat.remove_prefix(std::min(procStat.find_first_not_of(' '), procStat.size()));
    }
    static const auto ticksPerSecond = static_cast<double>(sysconf(_SC_CLK_TCK));
    return Seconds(static_cast<double>(numberIn(procStat, "")) / ticksPerSecond);
}

}  // namespace breakeven
