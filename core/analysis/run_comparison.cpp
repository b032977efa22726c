#include "core/analysis/run_comparison.h"

#include "core/analysis/claims.h"
#include "core/analysis/curves.h"
#include "core/analysis/log_estimate.h"
#include "core/analysis/speedup.h"
#include "core/stats/quantiles.h"
#include "core/stats/several_tests.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <utility>

namespace breakeven {

namespace {

constexpr double Infinity = std::numeric_limits<double>::infinity();

/// Without what another run or machine may number or judge differently.
Trial identityOf(Trial trial) {
    trial.id = 0;
    trial.oversubscribed = false;
    return trial;
}

LogEstimate logMedian(const Summary& summary) {
    std::optional<Interval<double>> interval;
    if (summary.interval) interval = {summary.interval->low.count(), summary.interval->high.count()};
    return logOf(summary.median.count(), interval);
}

/// Absent when one of them has no times that can be compared.
std::optional<ComparedTrial> compared(const TrialResult& a, const TrialResult& b, bool isSameRun) {
    if (!isComparable(a) || !isComparable(b)) return std::nullopt;
    const auto summaryA = summaryOf(a);
    const auto summaryB = summaryOf(b);
    if (!summaryA || !summaryB || summaryA->median.count() <= 0 || summaryB->median.count() <= 0) return std::nullopt;
    ComparedTrial trial;
    trial.trial = a.trial;
    trial.a = *summaryA;
    trial.b = *summaryB;
    if (isSameRun) {
        if (const auto ratio = pairedRatio(pairedTimes(a, b))) {
            trial.ratio = ratio->value;
            trial.interval = ratio->interval;
            trial.paired = true;
            return trial;
        }
    }
    const LogEstimate ratio = logMedian(*summaryA) + -logMedian(*summaryB);
    trial.ratio = ratio.ratio();
    trial.interval = ratio.ratioInterval();
    return trial;
}

std::string whyOpen(TrialVerdict::Kind claim, std::size_t judged) {
    if (claim == TrialVerdict::Kind::NotResolved) return "may be 1×";
    return "its interval is too wide for " + std::to_string(judged) + " trials";
}

void judge(std::vector<ComparedTrial>& trials, double gate) {
    const double reach = std::log1p(gate);
    std::vector<ComparedTrial*> judged;
    std::vector<ClaimTests> tests;
    std::vector<TrialVerdict::Kind> claims;
    for (ComparedTrial& trial : trials) {
        const LogEstimate ratio = logOf(trial.ratio, trial.interval);
        trial.reason = "fewer than 6 samples in one of the runs";
        if (!ratio.interval) continue;
        judged.push_back(&trial);
        tests.push_back(claimTests(ratio.value, *ratio.interval, Infinity, reach));
        claims.push_back(claimOf(*ratio.interval, reach));
    }
    const std::vector<double> adjusted = adjustedClaims(tests, claims);
    for (std::size_t i = 0; i < judged.size(); ++i) {
        judged[i]->adjusted = adjusted[i];
        if (adjusted[i] <= Significance) judged[i]->verdict = claims[i];
        const bool isOpen = judged[i]->verdict == TrialVerdict::Kind::NotResolved;
        judged[i]->reason = isOpen ? whyOpen(claims[i], judged.size()) : "";
    }
}

/// Curve labels over both runs: trials of A in plan order, then those that only B has.
class Labels {
public:
    Labels(const std::vector<const TrialResult*>& a, const std::vector<const TrialResult*>& b) {
        for (const auto* results : {&a, &b}) {
            for (const TrialResult* result : *results) {
                Trial trial = identityOf(result->trial);
                if (std::ranges::count(m_trials, trial) == 0) m_trials.push_back(std::move(trial));
            }
        }
        m_labels = seriesLabels(m_trials);
    }

    const std::string& of(const Trial& trial) const {
        const auto found = std::ranges::find(m_trials, identityOf(trial));
        return m_labels[static_cast<std::size_t>(found - m_trials.begin())];
    }
    const std::string& ofSeries(const Trial& series) const {
        const auto found = std::ranges::find_if(m_trials, [&](const Trial& each) { return sameSeries(each, series); });
        return m_labels[static_cast<std::size_t>(found - m_trials.begin())];
    }

private:
    std::vector<Trial> m_trials;
    std::vector<std::string> m_labels;
};

std::vector<ComparedBreakEven> comparedBreakEvens(const Results& a, const Results& b, const Labels& labels) {
    std::vector<ComparedBreakEven> compared;
    std::vector<BreakEven> ofB = breakEvens(b);
    for (BreakEven& breakEven : breakEvens(a)) {
        ComparedBreakEven both{labels.ofSeries(breakEven.series), {}, {}};
        const auto same =
            std::ranges::find_if(ofB, [&](const BreakEven& each) { return sameSeries(each.series, breakEven.series); });
        if (same != ofB.end()) {
            both.b = std::move(*same);
            ofB.erase(same);
        }
        both.a = std::move(breakEven);
        compared.push_back(std::move(both));
    }
    for (BreakEven& breakEven : ofB)
        compared.push_back({labels.ofSeries(breakEven.series), {}, std::move(breakEven)});
    return compared;
}

bool tellsMachines(const FactDifference& difference) {
    constexpr std::array Telling = {"cpu.model", "cpu.online", "cpu.cores", "cpu.caches", "memory.total"};
    return difference.a && difference.b && std::ranges::count(Telling, difference.id) > 0;
}

}  // namespace

std::size_t RunComparison::count(TrialVerdict::Kind verdict) const {
    return static_cast<std::size_t>(std::ranges::count(trials, verdict, &ComparedTrial::verdict));
}

RunComparison compareRuns(const Results& a, const Results& b, double gate) {
    const std::vector<const TrialResult*> trialsOfA = bySize(a);
    std::vector<const TrialResult*> trialsOfB = bySize(b);
    const Labels labels(trialsOfA, trialsOfB);
    const bool isSameRun = !a.run().runId.empty() && a.run().runId == b.run().runId;

    RunComparison comparison;
    for (const TrialResult* result : trialsOfA) {
        if (!isComparable(*result)) continue;
        const Trial identity = identityOf(result->trial);
        const auto same = std::ranges::find_if(
            trialsOfB, [&](const TrialResult* each) { return identityOf(each->trial) == identity; });
        auto trial = same == trialsOfB.end() ? std::nullopt : compared(*result, **same, isSameRun);
        if (!trial) {
            comparison.onlyA.push_back({result->trial, labels.of(result->trial)});
            continue;
        }
        trial->label = labels.of(result->trial);
        comparison.trials.push_back(*std::move(trial));
        trialsOfB.erase(same);
    }
    std::erase_if(trialsOfB, [](const TrialResult* result) { return !isComparable(*result); });
    for (const TrialResult* result : trialsOfB)
        comparison.onlyB.push_back({result->trial, labels.of(result->trial)});
    judge(comparison.trials, gate);
    comparison.breakEvens = comparedBreakEvens(a, b, labels);

    comparison.environmentKnown = !a.run().environment.facts.empty() && !b.run().environment.facts.empty();
    if (comparison.environmentKnown)
        comparison.environment = environmentDifferences(comparableFacts(a.run()), comparableFacts(b.run()));
    comparison.differentMachines = std::ranges::any_of(comparison.environment, tellsMachines);
    const bool isPaired = std::ranges::any_of(comparison.trials, &ComparedTrial::paired);
    comparison.pairing = isPaired
                             ? "Paired: both files hold rounds of one run."
                             : "Unpaired: the runs have no rounds in common, so the ratios are of medians, and what "
                               "changed on the machine between the runs is part of them.";
    return comparison;
}

}  // namespace breakeven
