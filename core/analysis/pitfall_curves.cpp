#include "core/analysis/ceilings.h"
#include "core/analysis/curves.h"
#include "core/analysis/log_estimate.h"
#include "core/analysis/percent.h"
#include "core/analysis/pitfall_checks.h"
#include "core/analysis/quality.h"
#include "core/analysis/regimes.h"
#include "core/analysis/scaling.h"
#include "core/analysis/speedup.h"
#include "core/analysis/waterfall.h"
#include "core/base/numbers.h"
#include "core/stats/median.h"
#include "core/stats/several_tests.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <utility>

namespace breakeven {

namespace {

PitfallCheck withoutProfiles() {
    return notObservable("No pass was recorded chunk by chunk.");
}

std::optional<Seconds> medianOfSamples(const TrialResult& result) {
    const auto summary = summaryOf(result);
    return summary ? std::optional(summary->median) : std::nullopt;
}

/// Mean time that the workers computed per chunk.
Seconds chunkTime(const TrialProfiled& profile) {
    Seconds compute{0};
    std::size_t chunks = 0;
    for (const WorkerProfile& worker : profile.workers) {
        compute += worker.compute;
        chunks += worker.chunks;
    }
    return chunks > 0 ? compute / static_cast<double>(chunks) : Seconds(0);
}

struct TestedTrial {
    int trial = 0;
    double pValue = 1;
};

/// Those whose p-value survives the correction for all of them.
std::vector<int> certainOnes(const std::vector<TestedTrial>& tested) {
    std::vector<double> pValues;
    for (const TestedTrial& own : tested)
        pValues.push_back(own.pValue);
    const std::vector<double> adjusted = holmAdjusted(pValues);
    std::vector<int> trials;
    for (std::size_t i = 0; i < tested.size(); ++i) {
        if (adjusted[i] <= Significance) trials.push_back(tested[i].trial);
    }
    return trials;
}

/// The same trial with its counters apart; nullptr: it was not measured.
const TrialResult* paddedTwin(const Results& results, const TrialResult& result) {
    constexpr std::string_view Param = "layout";
    const auto layout = result.trial.params.find(std::string(Param));
    if (layout == result.trial.params.end() || layout->second != ParamValue("shared") || isLoop(result.trial))
        return nullptr;
    Trial padded = result.trial;
    padded.params[std::string(Param)] = "padded";
    const auto twin = std::ranges::find_if(results.trials(), [&](const TrialResult& candidate) {
        padded.id = candidate.trial.id;
        return candidate.trial == padded;
    });
    return twin == results.trials().end() ? nullptr : &*twin;
}

/// How many times as long it takes; absent: too few samples.
std::optional<Interval<Ratio>> timesAsLong(const TrialResult& result, const TrialResult& other) {
    const auto logOfTime = [](const TrialResult& each) {
        const auto time = isComparable(each) ? summaryOf(each) : std::nullopt;
        if (!time || !time->interval || time->median <= Seconds(0)) return LogEstimate{};
        return logOf(time->median.count(), Interval<double>{time->interval->low.count(), time->interval->high.count()});
    };
    return (logOfTime(result) + -logOfTime(other)).ratioInterval();
}

/// 100 000 cycles at 2 GHz, oneTBB's rule for a grain. Chunks that are shorter go to whoever happens to be awake.
constexpr Seconds ShortChunk{50e-6};

}  // namespace

PitfallCheck checkColdPool(const AnalysedRun& run) {
    const Results& results = run.results;
    constexpr double Notable = 0.1;
    std::vector<int> trials;
    for (const TrialResult& result : results.trials()) {
        if (result.trial.pool != "cold") continue;
        const bool isStart = std::ranges::any_of(result.samples, [&](const Sample& sample) {
            return sample.startup && *sample.startup > sample.seconds * Notable;
        });
        if (isStart) trials.push_back(result.trial.id);
    }
    return seenAt(results, std::move(trials), "Making the pool takes more than a tenth of the time",
                  "Warm pools were called untimed before they were measured.");
}

PitfallCheck checkTaskSize(const AnalysedRun& run) {
    const Results& results = run.results;
    constexpr Ratio GoodShare = 0.8;  // of the workers
    if (!run.hasProfiles) return withoutProfiles();
    std::vector<int> trials;
    for (const TrialResult& result : results.trials()) {
        const auto speedup = speedupVsSerial(results, result);
        if (result.profiles.empty() || !speedup) continue;
        const bool isShort = chunkTime(result.profiles.back()) < ShortChunk;
        if (isShort && efficiency(speedup->value, result.trial.workers) < GoodShare) trials.push_back(result.trial.id);
    }
    return seenAt(results, std::move(trials), "A chunk computes for less than 50 µs, and the workers are not used well",
                  "Where chunks compute for less than 50 µs, the workers are used well all the same.");
}

PitfallCheck checkImbalance(const AnalysedRun& run) {
    const Results& results = run.results;
    constexpr double Notable = 0.9;
    if (!run.hasProfiles) return withoutProfiles();
    std::vector<int> trials;
    double worst = 1;
    std::size_t passes = 0;
    for (const Waterfall& waterfall : run.falls) {
        const LossFactor* const balance = findFactor(waterfall, LossCause::LoadBalance);
        if (balance == nullptr || balance->value >= Notable || !balance->isTold()) continue;
        const TrialResult& result = *results.find(waterfall.trial.id);
        const bool isBalanceable = result.trial.size >= static_cast<ItemCount>(result.trial.workers);
        if (!isBalanceable || chunkTime(result.profiles.back()) < ShortChunk) continue;
        if (balance->value < worst) passes = waterfall.passes;
        worst = std::min(worst, balance->value);
        trials.push_back(waterfall.trial.id);
    }
    return seenAt(
        results, std::move(trials),
        "Some workers wait for the busiest, which costs up to " + percent(1 - worst) + asFarAsPassesTell(passes),
        "The workers compute about equally long.");
}

PitfallCheck checkSerialFraction(const AnalysedRun& run) {
    const Results& results = run.results;
    constexpr double Notable = 0.05;
    std::vector<int> trials;
    double largest = 0;
    bool isKnown = false;
    for (const Scaling& scaling : run.scalings) {
        const ScalingPoint& most = scaling.points.back();
        if (!most.karpFlattInterval) continue;
        isKnown = true;
        if (most.speedup.value <= 1) continue;  // what is slower than serial has other troubles
        if (most.karpFlattInterval->low < Notable) continue;
        largest = std::max(largest, *most.karpFlatt);
        trials.push_back(most.trial);
    }
    if (!isKnown) return notObservable("No trial with several workers has rounds enough to tell a serial part.");
    return seenAt(results, std::move(trials),
                  "A part acts as if it were serial (Karp–Flatt, up to " + percent(largest) + " of the time)",
                  "No serial part above 5 % is certain.");
}

PitfallCheck checkBandwidth(const AnalysedRun& run) {
    const Results& results = run.results;
    if (!run.hasProfiles) return withoutProfiles();
    std::vector<int> trials;
    double passes = 0;
    for (const Regime& regime : run.regimes) {
        if (regime.kind != RegimeKind::BandwidthBound) continue;
        trials.push_back(regime.trial.id);
        const auto seen = std::ranges::find(regime.evidence, "passes", &Evidence::id);
        if (seen != regime.evidence.end()) passes = std::max(passes, seen->value);
    }
    return seenAt(results, std::move(trials),
                  "Memory serves all workers and limits them" + asFarAsPassesTell(static_cast<std::size_t>(passes)),
                  "Memory bandwidth limits no trial, as far as the evidence tells.");
}

PitfallCheck checkCaches(const AnalysedRun& run) {
    const Results& results = run.results;
    constexpr double Notable = 1.3;
    constexpr double Superlinear = 1.05;
    const auto cache = lastCacheBytes(results.run().environment);
    std::vector<int> trials;
    bool isCrossed = false;
    for (const Curve& curve : curvesOf(results)) {
        for (std::size_t i = 0; i < curve.trials.size(); ++i) {
            const TrialResult& result = *curve.trials[i];
            const auto speedup = speedupVsSerial(results, result);
            if (tellsWorkers(result.trial) && speedup && speedup->interval &&
                speedup->interval->low > Superlinear * result.trial.workers)
                trials.push_back(result.trial.id);
            if (i == 0 || !cache || result.profiles.empty() || curve.trials[i - 1]->profiles.empty()) continue;
            const bool isCrossing =
                curve.trials[i - 1]->profiles.front().listBytes <= *cache && result.profiles.front().listBytes > *cache;
            const auto before = medianOfSamples(*curve.trials[i - 1]);
            const auto after = medianOfSamples(result);
            if (!isCrossing || !before || !after) continue;
            isCrossed = true;
            const double growth =
                static_cast<double>(result.trial.size) / static_cast<double>(curve.trials[i - 1]->trial.size);
            if (*after / *before > Notable * growth) trials.push_back(result.trial.id);
        }
    }
    if (trials.empty() && !cache) return notObservable("This machine does not show its caches.");
    if (trials.empty() && !isCrossed)
        return notObservable("No curve was recorded with lists on both sides of the last cache.");
    return seenAt(results, std::move(trials), "Items cost more beyond the last cache, or less than serial's within it",
                  "No curve bends where its list outgrows the last cache.");
}

/// A pair of trials that differ in their layout alone shows it; nothing else does without hardware counters.
PitfallCheck checkFalseSharing(const AnalysedRun& run) {
    const Results& results = run.results;
    constexpr Ratio Notable = 1.2;
    std::vector<int> trials;
    bool hasTwins = false;
    bool isKnown = false;
    Ratio most = 1;
    for (const TrialResult& result : results.trials()) {
        const TrialResult* twin = paddedTwin(results, result);
        if (twin == nullptr) continue;
        hasTwins = true;
        const auto ratio = timesAsLong(result, *twin);
        if (!ratio) continue;
        isKnown = true;
        if (ratio->low <= Notable) continue;
        most = std::max(most, ratio->low);
        trials.push_back(result.trial.id);
    }
    if (!hasTwins)
        return notObservable("Hardware counters are not read; the experiment false-sharing shows what it costs here.");
    if (!isKnown) return notObservable("Counters on one line and apart have fewer than 6 rounds to compare.");
    return seenAt(results, std::move(trials),
                  "With the counters on one cache line the same work took at least " + formatRatio(most) + " the time",
                  "Counters on one cache line did not certainly take 1.20× the time of counters apart.");
}

PitfallCheck checkDeadCode(const AnalysedRun& run) {
    const Results& results = run.results;
    constexpr double TellingGrowth = 100;  // of the size
    constexpr Seconds Impossible{1e-11};   // per item: a vector unit does a few in a cycle
    std::vector<int> trials;
    bool isKnown = false;
    for (const Curve& curve : curvesOf(results)) {
        const TrialResult& smallest = *curve.trials.front();
        const TrialResult& largest = *curve.trials.back();
        const auto first = medianOfSamples(smallest);
        const auto last = medianOfSamples(largest);
        const double growth = static_cast<double>(largest.trial.size) / static_cast<double>(smallest.trial.size);
        if (!curve.isSerial() || !first || !last || growth < TellingGrowth) continue;
        isKnown = true;
        if (*last <= *first || *last / static_cast<double>(largest.trial.size) < Impossible)
            trials.push_back(largest.trial.id);
    }
    if (!isKnown && trials.empty())
        return notObservable("The sizes are too near each other to see serial's time grow.");
    return seenAt(results, std::move(trials), "Serial takes no longer for many more items",
                  "Serial's time grows with the size, and outputs are checked.");
}

PitfallCheck checkOutput(const AnalysedRun& run) {
    const Results& results = run.results;
    std::vector<int> trials;
    bool isChecked = false;
    for (const TrialResult& result : results.trials()) {
        isChecked |= result.verified.has_value();
        if (result.status == TrialStatus::WrongResult || result.verified == false) trials.push_back(result.trial.id);
    }
    if (!isChecked && trials.empty()) return notObservable("No output was checked against serial's.");
    return seenAt(results, std::move(trials), "The output differs from serial's",
                  "Every output that was checked equals serial's.");
}

PitfallCheck checkBaseline(const AnalysedRun& run) {
    const Results& results = run.results;
    constexpr double Notable = 1.1;
    constexpr double SeveralCpus = 1.05;
    constexpr Seconds Visible{0.02};  // shorter samples cannot be told from the kernel's accounting
    std::vector<int> parallelBases;
    std::vector<int> trials;
    for (const TrialResult& result : results.trials()) {
        std::vector<double> shares;
        for (const Sample& sample : result.samples) {
            if (sample.cpu && sample.seconds * static_cast<double>(sample.iterations) >= Visible)
                shares.push_back(*sample.cpu / sample.seconds);
        }
        if (isReference(result.trial) && !shares.empty() && median(shares) > SeveralCpus)
            parallelBases.push_back(result.trial.id);
        if (isLoop(result.trial) || result.trial.workers != 1) continue;
        const auto speedup = speedupVsSerial(results, result);
        if (speedup && speedup->interval && speedup->interval->high < 1 / Notable) trials.push_back(result.trial.id);
    }
    if (!parallelBases.empty())
        return seenAt(results, std::move(parallelBases), "The serial base uses more than one CPU", "");
    return seenAt(results, std::move(trials),
                  "One worker is slower than serial, so a speed-up over one worker is larger than over serial",
                  "Serial uses one CPU, and no backend with one worker is much slower than it.");
}

PitfallCheck checkModes(const AnalysedRun& run) {
    const Results& results = run.results;
    std::vector<TestedTrial> tested;
    for (const TrialQuality& own : run.quality) {
        if (own.times.modality) tested.push_back({own.trial, own.times.modality->pValue});
    }
    if (tested.empty()) return notObservable("No trial has the 10 samples that telling modes takes.");
    return seenAt(results, certainOnes(tested), "The samples have more than one mode", "One mode fits every trial.");
}

PitfallCheck checkSteadiness(const AnalysedRun& run) {
    const Results& results = run.results;
    std::vector<TestedTrial> tested;
    for (const TrialQuality& own : run.quality) {
        if (own.times.drift) tested.push_back({own.trial, own.times.drift->pValue});
        if (own.times.shift) tested.push_back({own.trial, own.times.shift->pValue});
        if (own.ratios && own.ratios->serial) tested.push_back({own.trial, own.ratios->serial->pValue});
    }
    if (tested.empty()) return notObservable("No trial has rounds enough to tell a drift.");
    return seenAt(results, certainOnes(tested), "The time drifts, shifts or remembers the round before",
                  "Rounds look independent, and no trial drifts.");
}

/// Samples at the first place of a round against the others', each in units of its trial's median.
PitfallCheck checkOrder(const AnalysedRun& run) {
    const Results& results = run.results;
    constexpr double Notable = 0.01;
    constexpr std::size_t Enough = 20;
    std::vector<Observation> first;
    std::vector<Observation> later;
    for (const TrialResult& result : results.trials()) {
        const auto middle = medianOfSamples(result);
        if (!middle || *middle <= Seconds(0)) continue;
        for (const Sample& sample : result.samples) {
            if (sample.seconds <= Seconds(0)) continue;
            (sample.order == 0 ? first : later).push_back({std::log(sample.seconds / *middle), sample.launch});
        }
    }
    if (first.size() < Enough || later.size() < Enough)
        return notObservable("There are too few rounds to compare first places with later ones.");
    const MedianEstimate own = medianEstimate(first);
    const MedianEstimate others = medianEstimate(later);
    const double effect = own.value - others.value;
    const bool isCertain = own.interval && others.interval &&
                           (own.interval->low > others.interval->high || own.interval->high < others.interval->low);
    if (isCertain && std::fabs(effect) > Notable)
        return seen("What comes first in a round takes " + percent(std::fabs(effect)) +
                    (effect > 0 ? " longer" : " less") + "; the random order spreads that over all trials.");
    return prevented("The order within rounds is random, and no difference of the first place above 1 % is certain.");
}

}  // namespace breakeven
