#include "core/analysis/trial_verdict.h"

#include "core/analysis/claims.h"
#include "core/analysis/curves.h"
#include "core/analysis/percent.h"
#include "core/analysis/speedup.h"
#include "core/base/numbers.h"
#include "core/stats/quantiles.h"
#include "core/stats/several_tests.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

namespace breakeven {

namespace {

constexpr double Level = 0.05;
constexpr double MostGrowth = 100;  ///< times the rounds so far, beyond which a forecast would be a guess
constexpr std::size_t FewestPairs = 6;
constexpr double Infinity = std::numeric_limits<double>::infinity();

using Kind = TrialVerdict::Kind;

/// A trial's log ratio, and what its data say against the two hypotheses.
struct Judged {
    TrialVerdict verdict;
    double logRatio = 0;
    Interval<double> interval;  // of the log ratio
    ClaimTests tests;
    bool needsLaunches = false;
    Seconds perRound{0};
    double standardError() const { return (interval.high - interval.low) / 2 / normalQuantile(1 - Level / 2); }
};

double onOneSide(double twoSided, bool isThatSide) {
    return isThatSide ? twoSided / 2 : 1 - twoSided / 2;
}

/// Time of one sample, its repetitions included.
Seconds sampleTime(const TrialResult& result) {
    Seconds sum{0};
    for (const Sample& sample : result.samples)
        sum += sample.seconds * static_cast<double>(sample.iterations);
    return sum / static_cast<double>(std::max<std::size_t>(1, result.samples.size()));
}

/// Fills in both p-values from a function that gives the two-sided one of "the log ratio is x".
void test(Judged& judged, double reach, const auto& pValueAt) {
    judged.tests.different = pValueAt(0.0);
    const double below = onOneSide(pValueAt(reach), judged.logRatio < reach);
    const double above = onOneSide(pValueAt(-reach), judged.logRatio > -reach);
    judged.tests.same = std::min(1.0, 2 * std::max(below, above));
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
    const double reach = std::log1p(gate);
    const auto logs = logRatios(pairedTimes(base, result));
    if (speedup->paired && logs) {
        judged.verdict.rounds = logs->size();
        judged.perRound = sampleTime(base) + sampleTime(result);
    }
    if (!speedup->interval || speedup->interval->low <= 0) return judged;

    judged.interval = {std::log(speedup->interval->low), std::log(speedup->interval->high)};
    judged.verdict.isBeyondGate = judged.interval.low > reach || judged.interval.high < -reach;
    if (judged.verdict.rounds > 0) {
        const MedianEstimate estimate = medianEstimate(*logs);
        judged.needsLaunches = estimate.spread.has_value();
        test(judged, reach, [&](double x) { return medianPValue(*logs, estimate, x); });
    } else {
        const double error = judged.standardError();
        test(judged, reach, [&](double x) {
            if (error <= 0) return judged.logRatio == x ? 1.0 : 0.0;
            return studentTwoSided((judged.logRatio - x) / error, Infinity);
        });
    }
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

/// Range: family >= 1, the number of trials that its test still has to compete with.
std::optional<TrialVerdict::Missing> missing(const Judged& judged, double family) {
    const auto rounds = static_cast<double>(judged.verdict.rounds);
    if (rounds == 0) return std::nullopt;
    const double reach = std::log1p(judged.verdict.gate);
    const double distance = std::fabs(judged.logRatio);
    const double error = judged.standardError();
    const double level = Level / family;
    const double needed = normalQuantile(1 - level / 2) * error;
    const auto roundsFor = [&](double room) { return room > 0 ? rounds * std::pow(needed / room, 2) : Infinity; };

    TrialVerdict::Missing answer;
    // An estimate within its noise of 1 may be on either side of it: then only "same" can be planned for.
    const bool mayBeOne = distance < error;
    double total = roundsFor(mayBeOne ? reach : reach - distance);
    answer.kind = Kind::Same;
    if (!mayBeOne && roundsFor(distance) < total) {
        total = roundsFor(distance);
        answer.kind = judged.logRatio > 0 ? Kind::Faster : Kind::Slower;
    }
    // A sign test of so few rounds cannot reach the level at all.
    total = std::max(total, std::ceil(1 - std::log2(level)));
    if (!(total <= MostGrowth * rounds)) return std::nullopt;
    answer.rounds = static_cast<std::size_t>(std::max(1.0, std::ceil(total - rounds)));
    answer.time = judged.perRound * static_cast<double>(answer.rounds);
    answer.needsLaunches = judged.needsLaunches;
    return answer;
}

void settle(Judged& judged, double adjusted, double family) {
    TrialVerdict& verdict = judged.verdict;
    if (!verdict.interval) {
        verdict.reason = "Fewer than 6 rounds have no interval.";
        if (verdict.rounds > 0 && verdict.rounds < FewestPairs) {
            const std::size_t rounds = FewestPairs - verdict.rounds;
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
    if (kind != Kind::NotResolved && adjusted <= Level) {
        verdict.kind = kind;
        return;
    }
    verdict.reason =
        kind == Kind::NotResolved
            ? "The interval holds 1 and reaches beyond " + formatRatio(1 + verdict.gate) + " or its inverse."
        : verdict.pValue <= Level ? "The interval alone would do, but not after correction for all the trials judged."
                                  : "The interval would do, but the test of its rounds does not.";
    verdict.missing = missing(judged, family);
}

/// What was judged last of all trials, and by which gate.
struct KnownVerdicts {
    double gate = 0;
    std::vector<TrialVerdict> verdicts;
};

std::vector<TrialVerdict> verdictsOf(const Results& results, double gate) {
    std::vector<Judged> all;
    std::vector<ClaimTests> tests;  // of those with an interval
    std::vector<Kind> claims;
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
    const auto rejected = std::ranges::count_if(adjusted, [](double p) { return p <= Level; });
    const auto family = static_cast<double>(std::max<std::ptrdiff_t>(1, std::ssize(adjusted) - rejected));
    std::vector<TrialVerdict> verdicts;
    std::size_t next = 0;
    for (Judged& judged : all) {
        settle(judged, judged.verdict.interval ? adjusted[next++] : 1, family);
        verdicts.push_back(std::move(judged.verdict));
    }
    return verdicts;
}

}  // namespace

std::vector<TrialVerdict> trialVerdicts(const Results& results, double gate) {
    const auto judged = [&] { return KnownVerdicts{gate, verdictsOf(results, gate)}; };
    const auto known = results.recall<KnownVerdicts>(judged);
    return known->gate == gate ? known->verdicts : judged().verdicts;
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
                   " the same within " + percent(gate) + ", " + std::to_string(open) + " not resolved";
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
