/// What each pitfall is looked for by. Private to pitfalls.cpp.
#pragma once

#include "core/analysis/pitfalls.h"
#include "core/analysis/quality.h"
#include "core/analysis/regimes.h"
#include "core/analysis/scaling.h"
#include "core/analysis/waterfall.h"

#include <string>
#include <string_view>
#include <vector>

namespace breakeven {

/// What several checks look at, worked out once.
struct AnalysedRun {
    explicit AnalysedRun(const Results& of);
    const Results& results;
    std::vector<Waterfall> falls;
    std::vector<Regime> regimes;
    std::vector<Scaling> scalings;
    std::vector<TrialQuality> quality;
    bool hasProfiles = false;
};

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
PitfallCheck checkQuota(const AnalysedRun& run);
PitfallCheck checkOversubscription(const AnalysedRun& run);
PitfallCheck checkSmt(const AnalysedRun& run);
PitfallCheck checkHybrid(const AnalysedRun& run);
PitfallCheck checkClockDroop(const AnalysedRun& run);
PitfallCheck checkHeat(const AnalysedRun& run);
PitfallCheck checkLoad(const AnalysedRun& run);
PitfallCheck checkNuma(const AnalysedRun& run);
PitfallCheck checkPageFaults(const AnalysedRun& run);
PitfallCheck checkClock(const AnalysedRun& run);
PitfallCheck checkBuild(const AnalysedRun& run);
PitfallCheck checkLayout(const AnalysedRun& run);
PitfallCheck checkWindow(const AnalysedRun& run);
PitfallCheck checkOtherMachine(const AnalysedRun& run);

// From the curves.
PitfallCheck checkColdPool(const AnalysedRun& run);
PitfallCheck checkTaskSize(const AnalysedRun& run);
PitfallCheck checkImbalance(const AnalysedRun& run);
PitfallCheck checkSerialFraction(const AnalysedRun& run);
PitfallCheck checkBandwidth(const AnalysedRun& run);
PitfallCheck checkCaches(const AnalysedRun& run);
PitfallCheck checkFalseSharing(const AnalysedRun& run);
PitfallCheck checkContention(const AnalysedRun& run);
PitfallCheck checkDeadCode(const AnalysedRun& run);
PitfallCheck checkOutput(const AnalysedRun& run);
PitfallCheck checkBaseline(const AnalysedRun& run);
PitfallCheck checkModes(const AnalysedRun& run);
PitfallCheck checkSteadiness(const AnalysedRun& run);
PitfallCheck checkOrder(const AnalysedRun& run);

}  // namespace breakeven
