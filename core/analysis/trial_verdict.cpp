#include "core/analysis/trial_verdict.h"

#include "core/analysis/claims.h"
#include "core/analysis/curves.h"
#include "core/analysis/percent.h"
#include "core/analysis/speedup.h"
#include "core/base/numbers.h"
#include "core/experiment/wording.h"
#include "core/stats/median.h"
#include "core/stats/quantiles.h"
#include "core/stats/several_tests.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <ranges>
#include <utility>

namespace breakeven {

namespace {

constexpr std::size_t MostGrowth = 100;  ///< times the rounds so far, beyond which a forecast would be a guess
constexpr double NotableDelay = 0.05;    ///< part of the base's time
constexpr double Infinity = std::numeric_limits<double>::infinity();

using Kind = TrialVerdict::Kind;

/// A trial's log ratio, and what its data say against the two hypotheses.
struct Judged {
    TrialVerdict verdict;
    double logRatio = 0;
    Interval<double> interval;  // of the log ratio
    ClaimTests tests;
    MedianEstimate estimate;  // of the log ratio; without rounds it says nothing
    Seconds perRound{0};
    double delayed = 0;  // part of the base's time
    double halfWidth() const { return (interval.high - interval.low) / 2; }
};

/// Time of one sample, its repetitions included.
Seconds sampleTime(const TrialResult& result) {
    Seconds sum{0};
    for (const Sample& sample : result.samples)
        sum += sample.seconds * static_cast<double>(sample.iterations);
    return sum / static_cast<double>(std::max<std::size_t>(1, result.samples.size()));
}

std::optional<Judged> judge(const Results& results, const TrialResult& base, const TrialResult& result, double gate) {
    const auto speedup = speedupVsSerial(results, result);
    if (!speedup || speedup->value <= 0) return std::nullopt;

    Judged judged;
    judged.verdict.trial = result.trial.id;
    judged.verdict.speedup = speedup->value;
    judged.verdict.interval = speedup->interval;
    judged.verdict.gate = gate;
    judged.verdict.launches = speedup->launches;
    judged.logRatio = std::log(speedup->value);
    judged.delayed = speedup->delayed;
    const double reach = std::log1p(gate);
    const auto logs = logRatios(pairedTimes(base, result));
    if (speedup->paired && logs) {
        judged.verdict.rounds = logs->size();
        judged.perRound = sampleTime(base) + sampleTime(result);
    }
    if (!speedup->interval || speedup->interval->low <= 0) return judged;

    judged.interval = {std::log(speedup->interval->low), std::log(speedup->interval->high)};
    judged.verdict.isBeyondGate = judged.interval.low > reach || judged.interval.high < -reach;
    double freedom = Infinity;  // a file that kept medians alone
    if (judged.verdict.rounds > 0) {
        judged.estimate = medianEstimate(*logs);
        freedom = widthFreedom(judged.estimate);
    }
    judged.tests = claimTests(judged.logRatio, judged.interval, freedom, reach);
    judged.verdict.pValue = std::min(judged.tests.different, judged.tests.same);
    return judged;
}

/// What was judged last of a pair of trials, and by which gate.
struct KnownJudgement {
    double gate = 0;
    std::optional<Judged> judged;
};

/// Absent where there is no other trial to compare with.
std::optional<Judged> judge(const Results& results, const TrialResult& result, double gate) {
    const TrialResult* base = comparableBaseOf(results, result);
    if (base == nullptr || base == &result) return std::nullopt;
    const auto judged = [&] { return KnownJudgement{gate, judge(results, *base, result, gate)}; };
    const auto known = result.samples.recall<KnownJudgement>(base->samples, judged);
    return known->gate == gate ? known->judged : judged().judged;
}

Kind kindOf(const Judged& judged) {
    return claimOf(judged.interval, std::log1p(judged.verdict.gate));
}

/// Half the width that the log ratio's interval would have after so many rounds, at the confidence that a family of
/// tests asks of each.
double widthAfter(const Judged& judged, std::size_t rounds, double family) {
    const double growth = static_cast<double>(rounds) / static_cast<double>(judged.verdict.rounds);
    MedianEstimate grown = judged.estimate;
    grown.count = rounds;
    if (grown.spread) grown.spread->freedom *= growth;  // as many more launches
    const double freedom = widthFreedom(grown);
    return judged.halfWidth() / std::sqrt(growth) * studentQuantile(1 - Significance / 2 / family, freedom) /
           studentQuantile(1 - Significance / 2, freedom);
}

/// Rounds after which that width is within the room; absent where no forecast reaches so far.
std::optional<std::size_t> roundsFor(const Judged& judged, double room, double family) {
    const std::size_t most = MostGrowth * judged.verdict.rounds;
    const auto isWide = [&](std::size_t rounds) { return widthAfter(judged, rounds, family) > room; };
    if (isWide(most)) return std::nullopt;
    const auto counts = std::views::iota(judged.verdict.rounds + 1, most + 1);
    return *std::ranges::partition_point(counts, isWide);
}

/// Range: family >= 1, what the p-value of its test is multiplied with.
std::optional<TrialVerdict::Missing> missing(const Judged& judged, double family) {
    if (judged.verdict.rounds == 0) return std::nullopt;
    const double reach = std::log1p(judged.verdict.gate);
    const double distance = std::fabs(judged.logRatio);
    // An estimate within its noise of 1 may be on either side of it: then only "same" can be planned for.
    const bool mayBeOne = distance < judged.halfWidth() / 2;
    const auto toSame = roundsFor(judged, mayBeOne ? reach : reach - distance, family);
    const auto toDiffer = mayBeOne ? std::nullopt : roundsFor(judged, distance, family);
    if (!toSame && !toDiffer) return std::nullopt;
    const bool isSame = !toDiffer || (toSame && *toSame <= *toDiffer);
    TrialVerdict::Missing answer;
    answer.kind = isSame ? Kind::Same : judged.logRatio > 0 ? Kind::Faster : Kind::Slower;
    answer.rounds = (isSame ? *toSame : *toDiffer) - judged.verdict.rounds;
    answer.time = judged.perRound * static_cast<double>(answer.rounds);
    answer.needsLaunches = judged.estimate.spread.has_value();
    return answer;
}

std::string reasonWithoutInterval(const TrialVerdict& verdict) {
    if (verdict.rounds == 0) return "no interval is known";
    const std::string rounds = verdict.rounds == 1 ? "1 round" : std::to_string(verdict.rounds) + " rounds";
    return rounds + ", " + std::to_string(FewestForInterval) + " are the least";
}

/// Of a trial whose interval is on one side of 1 or within the gate.
std::string reasonBesideOthers(const TrialVerdict& verdict, std::size_t family) {
    const std::string trials = std::to_string(family) + " trials";
    if (!verdict.missing) return "its interval is too wide for " + trials;
    const bool countsLaunches = verdict.missing->needsLaunches;
    const std::size_t have = countsLaunches ? verdict.launches : verdict.rounds;
    return std::to_string(have) + (countsLaunches ? " launches" : " rounds") + " are too few for " + trials +
           ", about " + std::to_string(have + verdict.missing->rounds) + " would do";
}

std::string reasonOfInterval(const TrialVerdict& verdict) {
    if (verdict.rounds == 0) return "may be 1×";
    if (!verdict.missing) return "may be 1×, too noisy to tell";
    if (verdict.missing->needsLaunches) {
        const std::size_t launches = verdict.launches + verdict.missing->rounds;
        return "may be 1×, launches differ, about " + std::to_string(launches) + " of them would tell";
    }
    return "may be 1×, about " + std::to_string(verdict.rounds + verdict.missing->rounds) + " rounds would tell";
}

/// Range: judgedTogether >= 1, the trials with an interval; family in [1, judgedTogether], what a test's p-value has to
/// be multiplied with, were it the next to be clear.
void settle(Judged& judged, double adjusted, double family, std::size_t judgedTogether) {
    TrialVerdict& verdict = judged.verdict;
    if (!verdict.interval) {
        verdict.reason = reasonWithoutInterval(verdict);
        if (verdict.rounds > 0 && verdict.rounds < FewestForInterval) {
            const std::size_t rounds = FewestForInterval - verdict.rounds;
            const Kind likely = judged.logRatio > 0 ? Kind::Faster : Kind::Slower;
            verdict.missing = {.kind = likely,
                               .rounds = rounds,
                               .time = judged.perRound * static_cast<double>(rounds),
                               .needsLaunches = false};
        }
        return;
    }
    verdict.adjusted = adjusted;
    const Kind kind = kindOf(judged);
    if (kind != Kind::NotResolved && adjusted <= Significance) {
        verdict.kind = kind;
        return;
    }
    if (kind == Kind::NotResolved && judged.delayed >= NotableDelay && judged.logRatio > 0) {
        verdict.reason = "may be 1×, the base waited " + percent(judged.delayed) + " of its time for a CPU";
        return;
    }
    verdict.missing = missing(judged, family);
    verdict.reason =
        kind == Kind::NotResolved ? reasonOfInterval(verdict) : reasonBesideOthers(verdict, judgedTogether);
}

/// What was judged last of all trials, and by which gate.
struct KnownVerdicts {
    double gate = 0;
    std::vector<ClaimTests> tests;  // of those with an interval
    std::vector<Kind> claims;
    std::vector<TrialVerdict> verdicts;
};

KnownVerdicts verdictsOf(const Results& results, double gate) {
    std::vector<Judged> all;
    KnownVerdicts known{.gate = gate, .tests = {}, .claims = {}, .verdicts = {}};
    auto& [ownGate, tests, claims, verdicts] = known;
    for (const TrialResult& result : results.trials()) {
        auto judged = judge(results, result, gate);
        if (!judged) continue;
        if (judged->verdict.interval) {
            tests.push_back(judged->tests);
            claims.push_back(kindOf(*judged));
        }
        all.push_back(*std::move(judged));
    }
    const std::vector<double> adjusted = adjustedClaims(tests, claims);
    const auto rejected = std::ranges::count_if(adjusted, [](double p) { return p <= Significance; });
    const double family = std::max(1.0, static_cast<double>(adjusted.size()) / static_cast<double>(rejected + 1));
    std::size_t next = 0;
    for (Judged& judged : all) {
        settle(judged, judged.verdict.interval ? adjusted[next++] : 1, family, adjusted.size());
        verdicts.push_back(std::move(judged.verdict));
    }
    return known;
}

/// Copies nothing where the gate is the one that was asked for last.
std::shared_ptr<const KnownVerdicts> knownVerdicts(const Results& results, double gate) {
    const auto known = results.recall<KnownVerdicts>([&] { return verdictsOf(results, gate); });
    return known->gate == gate ? known : std::make_shared<const KnownVerdicts>(verdictsOf(results, gate));
}

}  // namespace

std::vector<TrialVerdict> trialVerdicts(const Results& results, double gate) {
    return knownVerdicts(results, gate)->verdicts;
}

TrialVerdict verdictBeside(const Results& results, Ratio speedup, const Interval<Ratio>& interval, double freedom,
                           double gate) {
    const auto known = knownVerdicts(results, gate);
    const double reach = std::log1p(gate);
    const Interval<double> logs{std::log(interval.low), std::log(interval.high)};
    std::vector<ClaimTests> tests = known->tests;
    std::vector<Kind> claims = known->claims;
    tests.push_back(claimTests(std::log(speedup), logs, freedom, reach));
    claims.push_back(claimOf(logs, reach));
    TrialVerdict verdict;
    verdict.trial = -1;
    verdict.speedup = speedup;
    verdict.interval = interval;
    verdict.gate = gate;
    verdict.isBeyondGate = logs.low > reach || logs.high < -reach;
    verdict.pValue = std::min(tests.back().different, tests.back().same);
    verdict.adjusted = adjustedClaims(tests, claims).back();
    if (claims.back() == Kind::NotResolved)
        verdict.reason = "may be 1×";
    else if (verdict.adjusted > Significance)
        verdict.reason = reasonBesideOthers(verdict, known->tests.size());
    else
        verdict.kind = claims.back();
    return verdict;
}

std::vector<Finding> verdictFindings(const Results& results, double gate) {
    const std::vector<TrialVerdict> all = trialVerdicts(results, gate);
    if (all.empty()) return {};
    const auto countOf = [&](Kind kind) {
        return static_cast<std::size_t>(std::ranges::count(all, kind, &TrialVerdict::kind));
    };
    const std::size_t open = countOf(Kind::NotResolved);
    Finding finding;
    finding.id = "trial-verdicts";
    finding.numbers = {{"trials", static_cast<double>(all.size())},
                       {"faster", static_cast<double>(countOf(Kind::Faster))},
                       {"slower", static_cast<double>(countOf(Kind::Slower))},
                       {"same", static_cast<double>(countOf(Kind::Same))},
                       {"not_resolved", static_cast<double>(open)},
                       {"gate", gate}};
    finding.text = "Judged together against their bases, of " + std::to_string(all.size()) +
                   (all.size() == 1 ? " trial " : " trials ") + std::to_string(countOf(Kind::Faster)) + " faster, " +
                   std::to_string(countOf(Kind::Slower)) + " slower, " + std::to_string(countOf(Kind::Same)) +
                   " the same within " + numberText(gate * 100) + "\u202f%, " + std::to_string(open) + " not resolved";
    const TrialVerdict::Missing* nearest = nullptr;
    for (const TrialVerdict& verdict : all) {
        if (verdict.missing && (nearest == nullptr || verdict.missing->time < nearest->time))
            nearest = &*verdict.missing;
    }
    if (nearest != nullptr) {
        finding.numbers["rounds"] = static_cast<double>(nearest->rounds);
        finding.numbers["seconds"] = nearest->time.count();
        finding.text += "; the nearest of these needs about " + std::to_string(nearest->rounds) + " more round" +
                        (nearest->rounds == 1 ? "" : "s") +
                        (nearest->needsLaunches ? ", in as many launches (" : " (") + formatSeconds(nearest->time) +
                        ")";
    }
    finding.text += ".";
    return {finding};
}

std::string verdictText(Kind kind, const std::string& reason) {
    if (kind == Kind::Same) return "same within 1 %";
    if (kind != Kind::NotResolved) return std::string(kindWord(kind));
    return reason.empty() ? "not resolved" : "not resolved: " + reason;
}

std::string_view kindWord(TrialVerdict::Kind kind) {
    switch (kind) {
        case Kind::Faster:
            return "faster";
        case Kind::Slower:
            return "slower";
        case Kind::Same:
            return "same";
        case Kind::NotResolved:
            return "not-resolved";
    }
    return "not-resolved";
}

}  // namespace breakeven
