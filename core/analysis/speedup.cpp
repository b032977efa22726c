#include "core/analysis/speedup.h"

#include "core/analysis/curves.h"
#include "core/stats/summary.h"

#include <algorithm>
#include <functional>
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

/// > 0, what the clocks say may not fit together to the nanosecond.
Seconds undelayedTime(const Sample& sample) {
    constexpr double Least = 1e-3;
    const Seconds delayed = std::min(sample.delayed.value_or(Seconds(0)), sample.seconds * (1 - Least));
    return sample.seconds - std::max(Seconds(0), delayed);
}

/// timeOf: what a sample of the base took.
std::vector<TimePair> pairsOf(const TrialResult& base, const TrialResult& other, const auto& timeOf) {
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
            pairs.push_back({std::invoke(timeOf, **left), (*right)->seconds, (*left)->launch});
            ++left;
            ++right;
        }
    }
    return pairs;
}

struct PairedRatio {
    RatioEstimate estimate;  ///< its interval down to the ratio to the base without its delay
    double delayed = 0;
};

std::optional<PairedRatio> pairedRatioOf(const TrialResult& base, const TrialResult& other) {
    constexpr double NotableDelay = 0.01;
    return *other.samples.recall<std::optional<PairedRatio>>(base.samples, [&]() -> std::optional<PairedRatio> {
        const std::vector<TimePair> pairs = pairedTimes(base, other);
        const auto estimate = pairedRatio(pairs);
        if (!estimate) return std::nullopt;
        PairedRatio ratio{.estimate = *estimate};
        const auto isDelayed = [](const Sample& own) { return undelayedTime(own) <= own.seconds * (1 - NotableDelay); };
        if (std::ranges::none_of(base.samples, isDelayed)) return ratio;
        const std::vector<TimePair> undelayed = pairsOf(base, other, &undelayedTime);
        std::vector<double> shares;
        for (std::size_t i = 0; i < pairs.size(); ++i)
            shares.push_back(1 - undelayed[i].base / pairs[i].base);
        ratio.delayed = median(shares);
        if (!estimate->interval || ratio.delayed < NotableDelay) return ratio;
        const auto least = pairedRatio(undelayed);
        if (least && least->interval)
            ratio.estimate.interval->low = std::min(ratio.estimate.interval->low, least->interval->low);
        return ratio;
    });
}

std::optional<Speedup> speedupOver(const TrialResult* base, const TrialResult& other) {
    if (base == nullptr || !isComparable(*base) || !isComparable(other)) return std::nullopt;
    const auto ratio = pairedRatioOf(*base, other);
    const auto baseSummary = summaryOf(*base);
    if (!ratio || !baseSummary) return ratioOfMedians(*base, other);
    Speedup speedup;
    speedup.value = ratio->estimate.value;
    speedup.interval = ratio->estimate.interval;
    speedup.base = baseSummary->median;
    speedup.launches = ratio->estimate.launches;
    speedup.delayed = ratio->delayed;
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
    return pairsOf(base, other, &Sample::seconds);
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

std::optional<Interval<Ratio>> efficiency(const std::optional<Interval<Ratio>>& speedup, WorkerCount workers) {
    if (!speedup) return std::nullopt;
    return Interval<Ratio>{efficiency(speedup->low, workers), efficiency(speedup->high, workers)};
}

}  // namespace breakeven
