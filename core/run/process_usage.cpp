#include "core/run/process_usage.h"

#include "core/os/descriptor.h"
#include "core/os/files.h"

#include <algorithm>
#include <cerrno>
#include <charconv>
#include <cstdint>
#include <malloc.h>
#include <string>
#include <string_view>

#include <fcntl.h>
#include <time.h>
#include <unistd.h>

namespace breakeven {

namespace {

std::string statusOf(pid_t pid) {
    return readFile("/proc/" + std::to_string(pid) + "/status").value_or("");
}

/// Source: proc(5), status. 0 when the process is gone or the kernel does not say.
std::uint64_t numberOf(std::string_view field, const std::string& status) {
    auto at = status.find(field);
    if (at == std::string::npos) return 0;
    at = status.find_first_of("0123456789", at);
    if (at == std::string::npos) return 0;
    std::uint64_t number = 0;
    std::from_chars(status.data() + at, status.data() + status.size(), number);
    return number;
}

ByteCount bytesOf(std::string_view field, const std::string& status) {
    return ByteCount{numberOf(field, status)} * 1024;
}

/// Of the programs that a process has started and waited for. The kernel tells it in ticks (10 ms) only.
/// Source: proc(5), stat.
Seconds cpuOfProgramsOf(pid_t pid) {
    constexpr int UserTime = 16;  // system time follows
    constexpr int AfterName = 3;  // the name, in brackets, may hold blanks
    static const auto ticksPerSecond = static_cast<double>(sysconf(_SC_CLK_TCK));
    const std::string status = readFile("/proc/" + std::to_string(pid) + "/stat").value_or("");
    auto at = status.rfind(") ");
    for (int field = AfterName - 1; field < UserTime && at != std::string::npos; ++field)
        at = status.find(' ', at + 1);
    if (at == std::string::npos) return Seconds(0);
    std::int64_t user = 0;
    std::int64_t system = 0;
    const char* const end = status.data() + status.size();
    const char* const next = std::from_chars(status.data() + at + 1, end, user).ptr;
    if (next != end) std::from_chars(next + 1, end, system);
    return Seconds(static_cast<double>(user + system) / ticksPerSecond);
}

constexpr std::string_view Peak = "VmHWM:";

/// Without what this process has counted already: shared memory, which is mapped as a whole as long as it is needed,
/// and the pages of the program and its libraries.
ByteCount ownPeakOf(pid_t pid) {
    const std::string status = statusOf(pid);
    const ByteCount peak = bytesOf(Peak, status);
    return peak - std::min(peak, bytesOf("RssShmem:", status) + bytesOf("RssFile:", status));
}

bool resetPeakMemoryOf(pid_t pid) {
    constexpr std::string_view ResetPeak = "5";  // Source: proc(5), clear_refs
    const Descriptor file(open(("/proc/" + std::to_string(pid) + "/clear_refs").c_str(), O_WRONLY | O_CLOEXEC));
    if (!file) return errno == ENOENT;
    return write(file.get(), ResetPeak.data(), ResetPeak.size()) == std::ssize(ResetPeak) || errno == ESRCH;
}

}  // namespace

Seconds cpuOf(std::span<const pid_t> pids) {
    Seconds total{0};
    for (const pid_t pid : pids) {
        clockid_t clock{};
        timespec used{};
        if (clock_getcpuclockid(pid, &clock) == 0 && clock_gettime(clock, &used) == 0)
            total += Seconds(static_cast<double>(used.tv_sec) + static_cast<double>(used.tv_nsec) * 1e-9);
        total += cpuOfProgramsOf(pid);
    }
    return total;
}

std::uint64_t waitsOf(std::span<const pid_t> pids) {
    std::uint64_t total = 0;
    for (const pid_t pid : pids)
        total += numberOf("\nvoluntary_ctxt_switches:", statusOf(pid));
    return total;
}

void giveBackFreedMemory() {
    malloc_trim(0);
}

bool resetPeakMemory(std::span<const pid_t> pids) {
    return std::ranges::all_of(pids, resetPeakMemoryOf) && resetPeakMemoryOf(getpid());
}

ByteCount peakMemoryWith(std::span<const pid_t> pids) {
    ByteCount total = bytesOf(Peak, statusOf(getpid()));
    for (const pid_t pid : pids)
        total += ownPeakOf(pid);
    return total;
}

}  // namespace breakeven
