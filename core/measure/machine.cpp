#include "core/measure/machine.h"

#include "core/base/numbers.h"
#include "core/measure/build_facts.h"
#include "core/measure/noise.h"
#include "core/measure/topology.h"
#include "core/os/cgroup.h"
#include "core/os/clock.h"
#include "core/os/cpus.h"
#include "core/os/files.h"
#include "core/os/memory.h"

#include <algorithm>
#include <charconv>
#include <iterator>
#include <string_view>

#include <sys/utsname.h>
#include <unistd.h>
#if defined(__x86_64__) || defined(__i386__)
#include <cpuid.h>
#endif

namespace breakeven {
namespace {

using Text = std::optional<std::string>;

std::string fixed(double value, int decimals) {
    char text[64];
    const auto end = std::to_chars(text, text + sizeof text, value, std::chars_format::fixed, decimals).ptr;
    return std::string(text, end);
}

/// Content of a small system file without the newline at its end; absent when it cannot be read or says nothing.
Text fileText(const char* path) {
    constexpr ByteCount Limit = 16'000'000;  // /proc/cpuinfo of the largest machines
    auto text = readFile(path, Limit);
    if (!text) return std::nullopt;
    while (!text->empty() && (text->back() == '\n' || text->back() == ' '))
        text->pop_back();
    return text->empty() ? std::nullopt : Text(*text);
}

/// The value behind "name" and a separator in the first line that starts with the name.
Text valueIn(const Text& text, std::string_view name, char separator) {
    std::string_view rest = text ? std::string_view(*text) : std::string_view();
    while (!rest.empty()) {
        std::string_view line = rest.substr(0, rest.find('\n'));
        rest.remove_prefix(std::min(line.size() + 1, rest.size()));
        const std::size_t split = line.find(separator);
        if (!line.starts_with(name) || split == line.npos) continue;
        line.remove_prefix(split + 1);
        const std::size_t first = line.find_first_not_of(" \t\"");
        if (first == line.npos) return std::nullopt;
        return std::string(line.substr(first, line.find_last_not_of(" \t\"") - first + 1));
    }
    return std::nullopt;
}

Text turbo() {
    if (const Text off = fileText("/sys/devices/system/cpu/intel_pstate/no_turbo")) return *off == "0" ? "on" : "off";
    if (const Text boost = fileText("/sys/devices/system/cpu/cpufreq/boost")) return *boost == "1" ? "on" : "off";
    return std::nullopt;
}

Text hypervisor() {
#if defined(__x86_64__) || defined(__i386__)
    constexpr unsigned HypervisorPresent = 1U << 31;  // CPUID leaf 1, ECX
    constexpr unsigned HypervisorLeaf = 0x40000000;
    unsigned a = 0;
    unsigned name[3] = {};
    unsigned c = 0;
    if (__get_cpuid(1, &a, &name[0], &c, &name[2]) == 0) return std::nullopt;
    if ((c & HypervisorPresent) == 0) return "none";
    __cpuid(HypervisorLeaf, a, name[0], name[1], name[2]);
    std::string text;
    for (const unsigned part : name) {
        for (unsigned shift = 0; shift < 32; shift += 8)
            text += static_cast<char>((part >> shift) & 0xff);
    }
    text.erase(std::remove(text.begin(), text.end(), '\0'), text.end());
    constexpr std::pair<std::string_view, const char*> Known[] = {
        {"KVMKVMKVM", "KVM"}, {"Microsoft Hv", "Hyper-V"}, {"VMwareVMware", "VMware"}, {"XenVMMXenVMM", "Xen"}};
    for (const auto& [signature, title] : Known) {
        if (text == signature) return title;
    }
    return text.empty() ? "present, without a name" : text;
#else
    return fileText("/sys/hypervisor/type");
#endif
}

Text memoryTotal() {
    const Text kibibytes = valueIn(fileText("/proc/meminfo"), "MemTotal", ':');
    ByteCount count = 0;
    if (!kibibytes ||
        std::from_chars(kibibytes->data(), kibibytes->data() + kibibytes->size(), count).ec != std::errc{})
        return std::nullopt;
    return formatBytes(static_cast<double>(count) * 1024);
}

/// The choice in brackets of "always [madvise] never".
Text hugePages() {
    const Text modes = fileText("/sys/kernel/mm/transparent_hugepage/enabled");
    const std::size_t open = modes ? modes->find('[') : std::string::npos;
    const std::size_t close = modes ? modes->find(']') : std::string::npos;
    if (open == std::string::npos || close == std::string::npos || close < open) return std::nullopt;
    return modes->substr(open + 1, close - open - 1);
}

/// The first three numbers of "0.52 0.40 0.31 2/345 6789".
Text loadAverage() {
    const Text text = fileText("/proc/loadavg");
    if (!text) return std::nullopt;
    std::size_t end = 0;
    for (int number = 0; number < 3 && end != text->npos; ++number)
        end = text->find(' ', end + 1);
    return text->substr(0, end);
}

/// Share of the last 10 s in which somebody waited: "some avg10=1.23 avg60=…".
Text pressure(const char* path) {
    const Text text = fileText(path);
    if (!text || !text->starts_with("some avg10=")) return std::nullopt;
    const std::size_t from = text->find('=') + 1;
    return text->substr(from, text->find(' ', from) - from) + " % of the last 10 s";
}

Text stealShare(WorkerCount online) {
    const Text procStat = fileText("/proc/stat");
    const Text upTime = fileText("/proc/uptime");
    double seconds = 0;
    if (!procStat || !upTime) return std::nullopt;
    std::from_chars(upTime->data(), upTime->data() + upTime->size(), seconds);
    if (!(seconds > 0)) return std::nullopt;
    return fixed(100 * stolenTime(*procStat).count() / (seconds * online), 2) + " % since the machine started";
}

/// "0-1": the CPUs that the kernel may put this process on.
Text affinityText() {
    return valueIn(fileText("/proc/self/status"), "Cpus_allowed_list", ':');
}

Text thermalThrottles() {
    const auto count = thermalThrottleCount();
    return count ? Text(std::to_string(*count) + " since the machine started") : std::nullopt;
}

Text quotaText(const UsableCpus& cpus) {
    if (cpus.quota) return fixed(*cpus.quota, 2) + " CPUs";
    return showsCgroups(ownCgroup(), CgroupRoot, "cpu") ? Text("none") : std::nullopt;
}

}  // namespace

Environment describeMachine(const std::filesystem::path& program) {
    const UsableCpus cpus = usableCpus();
    const AvailableMemory memory = availableMemory();
    const Topology topology;
    const Text cpuInfo = fileText("/proc/cpuinfo");
    utsname system{};
    const bool named = uname(&system) == 0;

    Environment environment;
    environment.usableCpus = cpus.count;
    environment.usableCpusReason = cpus.reason;
    environment.physicalCores = std::min(topology.usableCores().value_or(cpus.count), cpus.count);
#ifndef NDEBUG
    environment.debugBuild = true;
#endif
    environment.facts = {
        {"cpu.model", "Processor", valueIn(cpuInfo, "model name", ':')},
        {"cpu.online", "CPUs online", std::to_string(cpus.online)},
        {"cpu.usable", "CPUs that may be used", std::to_string(cpus.count) + " (" + cpus.reason + ")"},
        {"cpu.affinity", "Affinity mask", affinityText()},
        {"cpu.cores", "Physical cores", topology.cores()},
        {"cpu.kinds", "Kinds of cores", topology.kinds()},
        {"cpu.smt", "Simultaneous multithreading", topology.simultaneousThreads()},
        {"cpu.caches", "Caches", topology.caches()},
        {"cpu.numa_nodes", "NUMA nodes", topology.numaNodes()},
        {"cpu.governor", "Frequency governor", fileText("/sys/devices/system/cpu/cpu0/cpufreq/scaling_governor")},
        {"cpu.turbo", "Turbo frequencies", turbo()},
        {"cpu.throttled", "Times the CPU was too hot", thermalThrottles()},
        {"cpu.steal", "Time given to other guests", stealShare(cpus.online)},
        {"cpu.pressure", "Time spent waiting for a CPU", pressure("/proc/pressure/cpu")},
        {"cgroup.quota", "CPU quota", quotaText(cpus)},
        {"clock.source", "Clock source", fileText("/sys/devices/system/clocksource/clocksource0/current_clocksource")},
        {"clock.tick", "Clock step", fixed(clockTick().count() * 1e9, 0) + " ns"},
        {"memory.total", "Memory", memoryTotal()},
        {"memory.available", "Memory available",
         formatBytes(static_cast<double>(memory.bytes)) + " (" + memory.reason + ")"},
        {"memory.page_size", "Page size", std::to_string(sysconf(_SC_PAGESIZE)) + " bytes"},
        {"memory.huge_pages", "Transparent huge pages", hugePages()},
        {"memory.pressure", "Time spent waiting for memory", pressure("/proc/pressure/memory")},
        {"load.average", "Load average (1, 5, 15 min)", loadAverage()},
        {"kernel", "Kernel", named ? Text(std::string(system.sysname) + ' ' + system.release) : std::nullopt},
        {"os", "Operating system", valueIn(fileText("/etc/os-release"), "PRETTY_NAME", '=')},
        {"hypervisor", "Hypervisor", hypervisor()},
    };
    std::ranges::move(buildFacts(program), std::back_inserter(environment.facts));
    return environment;
}

}  // namespace breakeven
