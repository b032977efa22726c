#include "core/analysis/machine_advice.h"

#include "core/analysis/self_test.h"
#include "core/base/hiccups.h"
#include "core/experiment/wording.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>
#include <string_view>

namespace breakeven {

namespace {

using Text = std::optional<std::string>;

Text factOf(const Environment& machine, std::string_view id) {
    const auto fact = std::ranges::find(machine.facts, id, &Fact::id);
    return fact == machine.facts.end() ? std::nullopt : fact->value;
}

/// The number at the front of a fact: "8.41 % of the last 10 s", "0.52 0.40 0.31".
std::optional<double> numberOf(const Environment& machine, std::string_view id) {
    const Text text = factOf(machine, id);
    double number = 0;
    if (!text || std::from_chars(text->data(), text->data() + text->size(), number).ec != std::errc{})
        return std::nullopt;
    return number;
}

std::string twoDecimals(double value) {
    std::array<char, 64> text{};
    const auto end = std::to_chars(text.data(), text.data() + text.size(), value, std::chars_format::fixed, 2).ptr;
    return {text.data(), end};
}

Text busyAdvice(const Environment& machine) {
    constexpr double BusyLoad = 0.3;  // per CPU
    const auto load = numberOf(machine, "load.average");
    if (!load) return "The load of this machine is not observable.";
    const double perCpu = *load / machine.usableCpus;
    if (perCpu <= BusyLoad) return std::nullopt;
    return "Programs wanted " + twoDecimals(perCpu) +
           " times the usable CPUs over the last minute: measure again when the machine is quiet.";
}

Text hiccupsAdvice(const Environment& machine) {
    const auto lost = numberOf(machine, HiccupsFact);  // percent
    if (!lost || *lost <= 100 * NotableHiccups) return std::nullopt;
    return "A thread that only spins was kept off its CPU for " + twoDecimals(*lost) +
           " % of the time: close other programs, or measure when the machine is quiet.";
}

Text cpuCountAdvice(const Environment& machine) {
    constexpr WorkerCount FewCpus = 4;
    if (machine.usableCpus >= FewCpus) return std::nullopt;
    return "Only " + std::to_string(machine.usableCpus) +
           (machine.usableCpus == 1 ? " usable CPU (" : " usable CPUs (") + machine.usableCpusReason +
           "): speed-ups end early, and any other program competes with the workers.";
}

Text quotaAdvice(const Environment& machine) {
    const Text quota = factOf(machine, "cgroup.quota");
    if (!quota || *quota == "none") return std::nullopt;
    return "A quota allows " + *quota + " and stops what wants more: raise the container's limit, or stay within it.";
}

Text smtAdvice(const Environment& machine) {
    const Text smt = factOf(machine, "cpu.smt");
    if (!smt || *smt == "off") return std::nullopt;
    return "CPUs share cores (" + *smt + "): read speed-ups against the " + std::to_string(machine.physicalCores) +
           (machine.physicalCores == 1 ? " core, too." : " cores, too.");
}

Text kindsAdvice(const Environment& machine) {
    const Text kinds = factOf(machine, "cpu.kinds");
    if (!kinds || *kinds == "all alike") return std::nullopt;
    return "Cores differ (" + *kinds + "): allow one kind by taskset, or read efficiencies with care.";
}

Text numaAdvice(const Environment& machine) {
    const auto nodes = numberOf(machine, "cpu.numa_nodes");
    if (!nodes || *nodes <= 1) return std::nullopt;
    return "Memory is in " + numberText(*nodes) + " nodes: bind the program to one by numactl, and compare.";
}

Text governorAdvice(const Environment& machine) {
    const Text governor = factOf(machine, "cpu.governor");
    if (!governor || *governor == "performance") return std::nullopt;
    return "The governor " + *governor +
           " lets the clock follow the load: the governor performance, set by cpupower, holds it.";
}

Text heatAdvice(const Environment& machine) {
    const auto throttles = numberOf(machine, "cpu.throttled");
    if (!throttles || *throttles <= 0) return std::nullopt;
    return "The CPU was too hot " + numberText(*throttles) + (*throttles == 1 ? " time" : " times") +
           " since the machine started: see to its cooling.";
}

Text stealAdvice(const Environment& machine) {
    constexpr double Notable = 1;  // percent
    const auto stolen = numberOf(machine, "cpu.steal");
    if (!stolen || *stolen <= Notable) return std::nullopt;
    return "Other guests had " + twoDecimals(*stolen) +
           " % of the CPU time since the machine started: measure when they are quiet, or on a machine of your own.";
}

Text memoryAdvice(const Environment& machine) {
    constexpr double Notable = 1;  // percent
    const auto waited = numberOf(machine, "memory.pressure");
    if (!waited || *waited <= Notable) return std::nullopt;
    return "Programs waited for memory: close what holds much of it, or measure smaller lists.";
}

/// Those that the kernel reads without asking a device.
Text clockAdvice(const Environment& machine) {
    constexpr std::array<std::string_view, 4> Fast{"tsc", "kvm-clock", "hyperv_clocksource_tsc_page",
                                                   "arch_sys_counter"};
    const Text source = factOf(machine, "clock.source");
    if (!source || std::ranges::find(Fast, *source) != Fast.end()) return std::nullopt;
    return "The clock source " + *source + " is slow to read: use larger sizes, or the kernel's tsc clock source.";
}

/// Files of others do not tell of one at all.
Text selfTestAdvice(const Environment& machine) {
    const auto fact = std::ranges::find(machine.facts, "self_test", &Fact::id);
    if (fact == machine.facts.end() || fact->value.value_or(std::string(SelfTestNotRun)) != SelfTestNotRun)
        return std::nullopt;
    return "The self-test has not been run here: it tells which differences this machine can show.";
}

Text buildAdvice(const Environment& machine) {
    const Text sanitizers = factOf(machine, "build.sanitizers");
    if (machine.debugBuild) return "This is a debug build: its numbers are not for publication.";
    if (sanitizers && *sanitizers != "none")
        return "This build has sanitizers (" + *sanitizers + "): measure with the release build.";
    return std::nullopt;
}

constexpr std::array Checks{&busyAdvice,     &hiccupsAdvice, &quotaAdvice, &cpuCountAdvice, &smtAdvice,
                            &kindsAdvice,    &numaAdvice,    &heatAdvice,  &stealAdvice,    &memoryAdvice,
                            &governorAdvice, &clockAdvice,   &buildAdvice, &selfTestAdvice};

}  // namespace

std::vector<std::string> machineAdvice(const Environment& machine) {
    std::vector<std::string> advice;
    for (const auto check : Checks)
        if (auto sentence = check(machine)) advice.push_back(*std::move(sentence));
    return advice;
}

}  // namespace breakeven
