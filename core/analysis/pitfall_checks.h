/// What each pitfall is looked for by. Private to pitfalls.cpp.
#pragma once

#include "core/analysis/pitfalls.h"

#include <string>
#include <string_view>
#include <vector>

namespace breakeven {

struct PitfallCheck {
    PitfallState state = PitfallState::NotSeen;
    std::string text;
    std::vector<int> trials;
};

PitfallCheck seen(std::string text, std::vector<int> trials = {});
PitfallCheck notSeen(std::string text);
PitfallCheck prevented(std::string text);
PitfallCheck notObservable(std::string text);

/// Seen when there are trials, with "TEXT at N of M trials".
PitfallCheck seenAt(const Results& results, std::vector<int> trials, const std::string& text, std::string otherwise);

/// Ids of the trials of which at least one sample, and this share of all, carry the flag.
std::vector<int> flagged(const Results& results, std::string_view flag, double share = 0.1);

// From the machine, the build and the samples' flags.
PitfallCheck checkQuota(const Results& results);
PitfallCheck checkOversubscription(const Results& results);
PitfallCheck checkSmt(const Results& results);
PitfallCheck checkHybrid(const Results& results);
PitfallCheck checkClockDroop(const Results& results);
PitfallCheck checkHeat(const Results& results);
PitfallCheck checkLoad(const Results& results);
PitfallCheck checkNuma(const Results& results);
PitfallCheck checkPageFaults(const Results& results);
PitfallCheck checkClock(const Results& results);
PitfallCheck checkBuild(const Results& results);
PitfallCheck checkLayout(const Results& results);
PitfallCheck checkWindow(const Results& results);
PitfallCheck checkOtherMachine(const Results& results);

// From the curves.
PitfallCheck checkColdPool(const Results& results);
PitfallCheck checkTaskSize(const Results& results);
PitfallCheck checkImbalance(const Results& results);
PitfallCheck checkSerialFraction(const Results& results);
PitfallCheck checkBandwidth(const Results& results);
PitfallCheck checkCaches(const Results& results);
PitfallCheck checkFalseSharing(const Results& results);
PitfallCheck checkContention(const Results& results);
PitfallCheck checkDeadCode(const Results& results);
PitfallCheck checkOutput(const Results& results);
PitfallCheck checkBaseline(const Results& results);
PitfallCheck checkModes(const Results& results);
PitfallCheck checkSteadiness(const Results& results);
PitfallCheck checkOrder(const Results& results);

}  // namespace breakeven
