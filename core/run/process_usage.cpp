#include "core/run/process_usage.h"

#include "core/os/descriptor.h"
#include "core/os/files.h"

#include <charconv>
#include <string>
#include <string_view>

#include <fcntl.h>
#include <time.h>
#include <unistd.h>

namespace breakeven {

namespace {

/// 0 when the process is gone or the kernel does not say.
ByteCount peakMemoryOf(pid_t pid) {
    constexpr std::string_view Field = "VmHWM:";
    const auto status = readFile("/proc/" + std::to_string(pid) + "/status");
    if (!status) return 0;
    auto at = status->find(Field);
    if (at == std::string::npos) return 0;
    at = status->find_first_of("0123456789", at);
    if (at == std::string::npos) return 0;
    ByteCount kibibytes = 0;
    std::from_chars(status->data() + at, status->data() + status->size(), kibibytes);
    return kibibytes * 1024;
}

}  // namespace

Seconds cpuOf(std::span<const pid_t> pids) {
    Seconds total{0};
    for (const pid_t pid : pids) {
        clockid_t clock{};
        timespec used{};
        if (clock_getcpuclockid(pid, &clock) == 0 && clock_gettime(clock, &used) == 0)
            total += Seconds(static_cast<double>(used.tv_sec) + static_cast<double>(used.tv_nsec) * 1e-9);
    }
    return total;
}

bool resetPeakMemory() {
    constexpr std::string_view ResetPeak = "5";  // Source: proc(5), clear_refs
    const Descriptor file(open("/proc/self/clear_refs", O_WRONLY | O_CLOEXEC));
    return file && write(file.get(), ResetPeak.data(), ResetPeak.size()) == std::ssize(ResetPeak);
}

ByteCount peakMemoryWith(std::span<const pid_t> pids) {
    ByteCount total = peakMemoryOf(getpid());
    for (const pid_t pid : pids)
        total += peakMemoryOf(pid);
    return total;
}

}  // namespace breakeven
