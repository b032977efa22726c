#include "core/analysis/pitfalls.h"

#include "core/analysis/pitfall_checks.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <utility>

namespace breakeven {

namespace {

struct Entry {
    const char* id;
    const char* title;
    const char* advice;
    PitfallCheck (*check)(const AnalysedRun&);
};

constexpr std::array<Entry, 28> Entries{{
    {"quota", "CPU quota", "Raise the container's CPU limit, or use no more workers than it allows.", checkQuota},
    {"oversubscription", "More workers than CPUs", "Compare worker counts up to the usable CPUs.",
     checkOversubscription},
    {"smt", "Threads that share a core", "Read the speed-up against the physical cores, too.", checkSmt},
    {"hybrid", "Cores of different speed", "Read the efficiency with care, or allow one kind of core by taskset.",
     checkHybrid},
    {"clock-droop", "Clock falls with the workers", "Take the clock's share off before software is blamed.",
     checkClockDroop},
    {"heat", "Throttling by heat", "Let the machine cool, and measure again.", checkHeat},
    {"load", "Other programs", "Close them, or measure when the machine is quiet.", checkLoad},
    {"cold-pool", "Start of the pool in the time", "Compare with a warm pool: programs that call again pay it once.",
     checkColdPool},
    {"small-tasks", "Chunks too small", "Use a larger chunk, or auto.", checkTaskSize},
    {"imbalance", "Uneven work", "Use smaller chunks, or a backend that hands them out as workers become free.",
     checkImbalance},
    {"serial-fraction", "A part that stays serial", "Look for it before more workers are added: it sets the limit.",
     checkSerialFraction},
    {"bandwidth", "Memory bandwidth", "Touch fewer bytes per item; more workers cannot help.", checkBandwidth},
    {"caches", "Caches change the curve", "Compare sizes on the same side of a cache.", checkCaches},
    {"numa", "Memory of another node", "Bind the program to one node by numactl, and compare.", checkNuma},
    {"false-sharing", "Workers write to one cache line", "Put a cache line between what workers write.",
     checkFalseSharing},
    {"contention", "Workers wait for each other", "Share less between items: a result per item, added up later.",
     checkContention},
    {"dead-code", "Work that was optimised away", "Make the output depend on every item.", checkDeadCode},
    {"wrong-output", "Another result than serial's", "Mend the workload before its times are read.", checkOutput},
    {"baseline", "Unfair base", "Say which base a speed-up has; both are in the table.", checkBaseline},
    {"page-faults", "Page faults in the samples", "Touch the memory before it is measured, or use it again.",
     checkPageFaults},
    {"clock", "Coarse or slow clock", "Use larger sizes, or the kernel's tsc clock source.", checkClock},
    {"modes", "Several modes", "Look at the distribution: a single number hides it.", checkModes},
    {"unsteady", "Drift or memory between rounds", "Measure longer, or when the machine has settled.", checkSteadiness},
    {"order", "Effect of the order", "Repeat with another seed.", checkOrder},
    {"window", "The window takes part", "Close other windows.", checkWindow},
    {"build", "Debug build, sanitizer, debugger", "Measure with the release build and without a debugger.", checkBuild},
    {"layout", "Luck of the memory layout", "Use three launches or more.", checkLayout},
    {"other-machine", "Different machines", "Compare runs of one machine; overlay others.", checkOtherMachine},
}};

std::vector<Pitfall> pitfallsOf(const Results& results) {
    const AnalysedRun run(results);
    std::vector<Pitfall> found;
    for (const Entry& entry : Entries) {
        PitfallCheck check = entry.check(run);
        found.push_back(
            {entry.id, entry.title, check.state, std::move(check.text), entry.advice, std::move(check.trials)});
    }
    return found;
}

}  // namespace

AnalysedRun::AnalysedRun(const Results& of)
    : results(of),
      falls(waterfalls(of)),
      regimes(breakeven::regimes(of)),
      scalings(breakeven::scalings(of)),
      quality(breakeven::quality(of)),
      hasProfiles(std::ranges::any_of(of.trials(), [](const TrialResult& each) { return !each.profiles.empty(); })) {}

std::vector<Pitfall> pitfalls(const Results& results) {
    return *results.recall<std::vector<Pitfall>>([&] { return pitfallsOf(results); });
}

std::vector<Pitfall> pitfallsAt(const std::vector<Pitfall>& pitfalls, int trial) {
    std::vector<Pitfall> found;
    std::ranges::copy_if(pitfalls, std::back_inserter(found), [trial](const Pitfall& pitfall) {
        return pitfall.state == PitfallState::Seen && std::ranges::binary_search(pitfall.trials, trial);
    });
    return found;
}

std::string_view stateWord(PitfallState state) {
    switch (state) {
        case PitfallState::Seen:
            return "seen";
        case PitfallState::NotSeen:
            return "not-seen";
        case PitfallState::Prevented:
            return "prevented";
        case PitfallState::NotObservable:
            return "not-observable";
    }
    return "not-observable";
}

PitfallCheck seen(std::string text, std::vector<int> trials) {
    return {PitfallState::Seen, std::move(text), std::move(trials)};
}

PitfallCheck notSeen(std::string text) {
    return {PitfallState::NotSeen, std::move(text), {}};
}

PitfallCheck prevented(std::string text) {
    return {PitfallState::Prevented, std::move(text), {}};
}

PitfallCheck notObservable(std::string text) {
    return {PitfallState::NotObservable, std::move(text), {}};
}

PitfallCheck seenAt(const Results& results, std::vector<int> trials, const std::string& text, std::string otherwise) {
    if (trials.empty()) return notSeen(std::move(otherwise));
    std::ranges::sort(trials);
    const auto twice = std::ranges::unique(trials);
    trials.erase(twice.begin(), twice.end());
    const std::string where =
        " at " + std::to_string(trials.size()) + " of " + std::to_string(results.trials().size()) + " trials.";
    return seen(text + where, std::move(trials));
}

std::vector<int> flagged(const Results& results, std::string_view flag, double share) {
    std::vector<int> trials;
    for (const TrialResult& result : results.trials()) {
        const auto found = result.flags.find(flag);
        const auto all = static_cast<double>(result.samples.size());
        if (found != result.flags.end() && static_cast<double>(found->second) >= share * all)
            trials.push_back(result.trial.id);
    }
    return trials;
}

}  // namespace breakeven
