#include "core/analysis/speedup.h"

#include "core/analysis/curves.h"
#include "core/stats/summary.h"

#include <algorithm>
#include <utility>

namespace breakeven {

namespace {

using RoundKey = std::pair<int, int>;  // launch, round

RoundKey roundOf(const Sample* sample) {
    return {sample->launch, sample->round};
}

std::vector<const Sample*> byRound(const Samples& samples) {
    std::vector<const Sample*> ordered;
    ordered.reserve(samples.size());
    for (const Sample& sample : samples)
        ordered.push_back(&sample);
    if (!std::ranges::is_sorted(ordered, {}, roundOf)) std::ranges::stable_sort(ordered, {}, roundOf);
    return ordered;
}

std::optional<Speedup> ratioOfMedians(const TrialResult& base, const TrialResult& other) {
    const auto baseSummary = summaryOf(base);
    const auto otherSummary = summaryOf(other);
    if (!baseSummary || !otherSummary || baseSummary->median.count() <= 0 || otherSummary->median.count() <= 0) {
        return std::nullopt;
    }
    Speedup speedup;
    speedup.value = baseSummary->median / otherSummary->median;
    speedup.base = baseSummary->median;
    speedup.paired = false;
    if (baseSummary->interval && otherSummary->interval && otherSummary->interval->low.count() > 0) {
        speedup.interval = Interval<Ratio>{baseSummary->interval->low / otherSummary->interval->high,
                                           baseSummary->interval->high / otherSummary->interval->low};
    }
    return speedup;
}

/// Absent without pairs.
using PairedRatio = std::optional<RatioEstimate>;

PairedRatio pairedRatioOf(const TrialResult& base, const TrialResult& other) {
    return *other.samples.recall<PairedRatio>(base.samples, [&] {
        const auto estimate = pairedRatio(pairedTimes(base, other));
        return estimate ? PairedRatio(*estimate) : PairedRatio();
    });
}

std::optional<Speedup> speedupOver(const TrialResult* base, const TrialResult& other) {
    if (base == nullptr || !isComparable(*base) || !isComparable(other)) return std::nullopt;
    const PairedRatio estimate = pairedRatioOf(*base, other);
    const auto baseSummary = summaryOf(*base);
    if (!estimate || !baseSummary) return ratioOfMedians(*base, other);
    Speedup speedup;
    speedup.value = estimate->value;
    speedup.interval = estimate->interval;
    speedup.base = baseSummary->median;
    speedup.launches = estimate->launches;
    return speedup;
}

}  // namespace

std::optional<Summary> summaryOf(const TrialResult& result) {
    if (result.samples.empty()) return result.imported;
    return *result.samples.recall<std::optional<Summary>>([&] {
        const auto summary = summarise(timesOf(result));
        return summary ? std::optional(*summary) : std::nullopt;
    });
}

std::vector<Observation> timesOf(const TrialResult& result) {
    std::vector<Observation> times;
    times.reserve(result.samples.size());
    for (const Sample& sample : result.samples)
        times.push_back({sample.seconds.count(), sample.launch});
    return times;
}

std::vector<TimePair> pairedTimes(const TrialResult& base, const TrialResult& other) {
    const auto baseSamples = byRound(base.samples);
    const auto otherSamples = byRound(other.samples);
    std::vector<TimePair> pairs;
    pairs.reserve(std::min(baseSamples.size(), otherSamples.size()));
    auto left = baseSamples.begin();
    auto right = otherSamples.begin();
    while (left != baseSamples.end() && right != otherSamples.end()) {
        if (roundOf(*left) < roundOf(*right)) {
            ++left;
        } else if (roundOf(*right) < roundOf(*left)) {
            ++right;
        } else {
            pairs.push_back({(*left)->seconds, (*right)->seconds, (*left)->launch});
            ++left;
            ++right;
        }
    }
    return pairs;
}

std::optional<Speedup> speedupVsSerial(const Results& results, const TrialResult& result) {
    return speedupOver(results.baseOf(result), result);
}

std::optional<Speedup> selfSpeedup(const Results& results, const TrialResult& result) {
    return speedupOver(results.oneWorkerOf(result), result);
}

Ratio efficiency(Ratio speedup, WorkerCount workers) {
    return speedup / static_cast<double>(workers);
}

}  // namespace breakeven
