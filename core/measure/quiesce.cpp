#include "core/measure/sampler.h"
#include "core/os/clock.h"
#include "core/os/files.h"

#include <algorithm>
#include <charconv>
#include <dirent.h>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include <time.h>
#include <unistd.h>

namespace breakeven {
namespace {

struct CloseFolder {
    void operator()(DIR* folder) const { closedir(folder); }
};

/// The other threads of this process.
std::vector<pid_t> otherThreads() {
    std::vector<pid_t> threads;
    const std::unique_ptr<DIR, CloseFolder> folder(opendir("/proc/self/task"));
    if (!folder) return threads;
    const pid_t own = gettid();
    while (const dirent* entry = readdir(folder.get())) {
        const std::string_view name = entry->d_name;
        pid_t thread = 0;
        const bool isNumber = std::from_chars(name.data(), name.data() + name.size(), thread).ec == std::errc{};
        if (isNumber && thread != own) threads.push_back(thread);
    }
    return threads;
}

/// CPU time of one thread, exact at the moment of the call, unlike /proc, getrusage and the process clock, which lag up
/// to a scheduler tick for threads on other CPUs. 0 for a thread that has ended.
Seconds threadTime(pid_t thread) {
    // The kernel's number for "CPU clock of that thread": CPUCLOCK_PERTHREAD_MASK | CPUCLOCK_SCHED, as in
    // include/linux/posix-timers.h.
    constexpr unsigned ThreadSchedulerClock = 6;
    const auto clock = static_cast<clockid_t>((~static_cast<unsigned>(thread) << 3) | ThreadSchedulerClock);
    timespec time{};
    if (clock_gettime(clock, &time) != 0) return Seconds(0);
    return Seconds(static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_nsec) * 1e-9);
}

Seconds totalTime(const std::vector<pid_t>& threads) {
    Seconds total{0};
    for (const pid_t thread : threads)
        total += threadTime(thread);
    return total;
}

/// True for a thread that has a CPU, waits for one, or will go on without being woken (on a page or a disk). A spinning
/// thread that is just kept off its CPU uses no time, and is told from an idle one only by this.
bool wantsToRun(pid_t thread) {
    const std::string stat = readFile("/proc/self/task/" + std::to_string(thread) + "/stat").value_or("");
    const std::size_t state = stat.rfind(") ");  // "12 (name) R 1 …", and a name may hold anything
    return state != std::string::npos && (stat[state + 2] == 'R' || stat[state + 2] == 'D');
}

}  // namespace

Seconds quiesce(Seconds limit) {
    constexpr Seconds Window{200e-6};
    constexpr Seconds Idle{5e-6};  // CPU time of all other threads together in one window
    constexpr int WindowsWanted = 2;

    const auto start = Clock::now();
    const auto waited = [start] { return Seconds(Clock::now() - start); };
    int quietWindows = 0;
    while (quietWindows < WindowsWanted && waited() < limit) {
        const std::vector<pid_t> threads = otherThreads();
        if (threads.empty()) break;
        const Seconds before = totalTime(threads);
        const Seconds end = std::min(waited() + Window, limit);
        while (waited() < end) {
        }
        // Looked up before the clocks are read, so that a thread that runs in between is caught by its clock.
        const bool busy = quietWindows + 1 == WindowsWanted && std::any_of(threads.begin(), threads.end(), wantsToRun);
        quietWindows = !busy && totalTime(threads) - before < Idle ? quietWindows + 1 : 0;
    }
    return waited();
}

}  // namespace breakeven
