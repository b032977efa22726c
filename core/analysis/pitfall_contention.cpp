#include "core/analysis/curves.h"
#include "core/analysis/pitfall_checks.h"
#include "core/analysis/scaling.h"
#include "core/base/calls.h"
#include "core/stats/median.h"
#include "core/stats/summary.h"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <vector>

namespace breakeven {

namespace {

/// How often workers gave their CPUs up in an execution.
std::optional<MedianEstimate> waitsOf(const TrialResult& result) {
    std::vector<Observation> waits;
    for (const Sample& sample : result.samples) {
        if (sample.waits) waits.push_back({*sample.waits, sample.launch});
    }
    if (waits.empty()) return std::nullopt;
    return medianEstimate(waits);
}

/// What handing a list over may take at most: every worker and the caller sleep once and are woken, and where chunks
/// are handed over one by one or go to other processes, they do so for every chunk. Of a list without a recorded pass
/// every item may be a chunk.
double handingOver(const TrialResult& result) {
    const Trial& trial = result.trial;
    const bool isWhole = trial.call == "map" || trial.call == "starmap" || trial.call == ReduceCall;
    if (isWhole && trial.start.empty()) return 2 * (trial.workers + 1);
    auto chunks = static_cast<double>(trial.size);
    if (!result.profiles.empty()) {
        chunks = 0;
        for (const WorkerProfile& worker : result.profiles.back().workers)
            chunks += static_cast<double>(worker.chunks);
    }
    return 2 * (trial.workers + 1 + chunks);
}

/// Part of the workers' time that sleeping costs beyond what serial and handing over need; absent: it is not known.
std::optional<double> shareOfWaits(const Results& results, const TrialResult& result) {
    constexpr Seconds PerWait{20e-6};  // to fall asleep and to be woken; several times that in a guest
    const Trial& trial = result.trial;
    if (isLoop(trial) || trial.workers < 2 || trial.oversubscribed || !isComparable(result)) return std::nullopt;
    const TrialResult* const base = results.baseOf(result);
    const auto own = waitsOf(result);
    const auto serial = base != nullptr ? waitsOf(*base) : std::nullopt;
    const auto time = summaryOf(result);
    if (!own || !own->interval || !serial || !time || time->median <= Seconds(0)) return std::nullopt;
    const double more = own->interval->low - serial->value - handingOver(result);
    return std::max(0.0, more) * PerWait / (time->median * trial.workers);
}

/// Gunther's law where it could be fitted: whether its crosstalk is certain.
PitfallCheck checkCrosstalk(const AnalysedRun& run, PitfallCheck otherwise) {
    for (const Scaling& scaling : run.scalings) {
        for (const ScalingModel& model : scaling.models) {
            if (model.law != ScalingLaw::Usl || !model.refusal.empty()) continue;
            const auto crosstalk = std::ranges::find(model.coefficients, "kappa", &FittedCoefficient::id);
            if (crosstalk != model.coefficients.end() && crosstalk->interval.low > 0)
                return seen("More workers make each other slower (Gunther's kappa is certainly above 0).",
                            {scaling.points.back().trial});
            otherwise = notSeen("The workers' waiting for each other cannot be told from none.");
        }
    }
    return otherwise;
}

}  // namespace

/// Locks that sleep show in how often their holders' rivals give their CPUs up, locks that spin only in the curve.
PitfallCheck checkContention(const AnalysedRun& run) {
    const Results& results = run.results;
    constexpr double Notable = 0.01;
    std::vector<int> trials;
    bool isKnown = false;
    for (const TrialResult& result : results.trials()) {
        const auto share = shareOfWaits(results, result);
        isKnown |= share.has_value();
        if (share.value_or(0) > Notable) trials.push_back(result.trial.id);
    }
    if (!trials.empty())
        return seenAt(results, std::move(trials),
                      "Workers sleep and are woken far more often than serial and handing over need", "");
    return checkCrosstalk(
        run, isKnown ? notSeen("Workers sleep no more often than handing over needs; locks that spin would show only "
                               "with five worker counts within the CPUs.")
                     : notObservable("It takes samples that count how often workers sleep, or five worker counts "
                                     "within the CPUs, to tell waiting for each other."));
}

}  // namespace breakeven
