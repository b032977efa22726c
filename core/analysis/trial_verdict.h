/// What one trial is against its base: faster, slower, the same, or not resolved, all trials of a run judged together.
#pragma once

#include "core/analysis/findings.h"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace breakeven {

/// Speed-ups nearer to 1 than this share do not matter.
inline constexpr double PracticalGate = 0.01;

struct TrialVerdict {
    enum class Kind { Faster, Slower, Same, NotResolved };

    int trial = 0;  ///< id
    Kind kind = Kind::NotResolved;
    Ratio speedup = 1;
    std::optional<Interval<Ratio>> interval;  ///< 95 %, of this trial alone
    double gate = PracticalGate;
    bool isBeyondGate = false;  ///< the whole interval is outside of [1 / (1 + gate), 1 + gate]
    double pValue = 1;          ///< of the claim that comes nearest to being proven
    double adjusted = 1;        ///< the same, corrected for all trials judged; a verdict needs 0.05 at most
    std::size_t rounds = 0;     ///< pairs; 0: judged by medians that a file kept
    std::size_t launches = 0;   ///< below FewestLaunches: holds within these alone
    std::string reason;         ///< some words, why it is not resolved and what would settle it; else empty

    /// What would settle it, if the estimate stays: absent when it is settled, or when more than a hundred times the
    /// rounds would be needed.
    struct Missing {
        Kind kind = Kind::Same;      ///< the verdict it would come to
        std::size_t rounds = 0;      ///< further ones, >= 1
        Seconds time{0};             ///< inside the samples of this trial and its base; 0 when not known
        bool needsLaunches = false;  ///< launches differ: the rounds have to come from as many more launches
    };
    std::optional<Missing> missing;
};

/// Every trial that is comparable with its base, in the order of the results.
/// Same: the whole interval is within [1 / (1 + gate), 1 + gate], even where it excludes 1: too small a difference to
/// matter. Faster, slower: the whole interval is on one side of 1, and not same.
/// A verdict stands only where its own test survives the correction for that test of all trials judged (claims.h), so
/// that of the differences told, and of the samenesses, at most 5 % are false on average. The tests are the interval's
/// own: of "the ratio is 1" (medianPValue; intervalPValue where a file kept medians), and two of "the ratio is beyond
/// the gate" (TOST). So one trial alone is what its interval says, and of several each is what its interval would say
/// at the confidence that all of them together ask for. At most one of the two hypotheses holds for a trial, so each
/// trial counts once. Rounds missing: the interval narrows with the square root of their number. Range: gate > 0.
/// Sources: Schuirmann, Journal of Pharmacokinetics and Biopharmaceutics 15, 1987 (two one-sided tests); Benjamini and
/// Hochberg 1995 (see several_tests.h).
std::vector<TrialVerdict> trialVerdicts(const Results& results, double gate = PracticalGate);

/// What is known of a ratio that no trial measured, judged as one trial more. trial is -1, and nothing is missing.
/// Range: interval.low > 0, interval.low <= speedup <= interval.high; freedom >= 1, with which its width is known
/// (widthFreedom), infinite for the normal law.
TrialVerdict verdictBeside(const Results& results, Ratio speedup, const Interval<Ratio>& interval, double freedom,
                           double gate = PracticalGate);

/// How many trials came to what, and what is missing to the nearest that is not resolved. None when none was judged.
std::vector<Finding> verdictFindings(const Results& results, double gate = PracticalGate);

/// For people: faster, slower, same within 1 %, or not resolved with its reason where there is one.
std::string verdictText(TrialVerdict::Kind kind, const std::string& reason);

/// Contract words: faster, slower, same, not-resolved.
std::string_view kindWord(TrialVerdict::Kind kind);

}  // namespace breakeven
