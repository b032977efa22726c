#include "core/analysis/quality.h"

#include "core/analysis/curves.h"
#include "core/analysis/percent.h"
#include "core/analysis/speedup.h"
#include "core/stats/several_tests.h"

#include <algorithm>
#include <cmath>
#include <span>
#include <string>
#include <utility>

namespace breakeven {

namespace {

constexpr double ManyOutliers = 0.1;

SeriesQuality qualityOf(std::span<const Observation> observations) {
    std::vector<double> values;
    values.reserve(observations.size());
    for (const Observation& observation : observations)
        values.push_back(observation.value);
    return {.count = values.size(),
            .outliers = outliers(values),
            .modality = modality(values),
            .serial = serialCorrelation(observations),
            .drift = drift(observations),
            .shift = levelShift(observations)};
}

/// The trials whose p-value survives correction, and how many had one.
struct Found {
    std::vector<const TrialQuality*> trials;
    std::size_t judged = 0;
};

/// Range: testOf gives an optional with a p-value, or nothing.
Found significant(const std::vector<TrialQuality>& all, const auto& testOf) {
    std::vector<const TrialQuality*> judged;
    std::vector<double> pValues;
    for (const TrialQuality& trial : all) {
        const auto test = testOf(trial);
        if (!test) continue;
        judged.push_back(&trial);
        pValues.push_back(test->pValue);
    }
    const std::vector<double> adjusted = holmAdjusted(pValues);
    Found found{{}, judged.size()};
    for (std::size_t i = 0; i < judged.size(); ++i) {
        if (adjusted[i] <= Significance) found.trials.push_back(judged[i]);
    }
    return found;
}

/// "3 of 12 trials with enough samples": no test can be made of the others, which pitfalls count, too.
std::string ofTrials(const Found& found) {
    return std::to_string(found.trials.size()) + " of " + std::to_string(found.judged) +
           (found.judged == 1 ? " trial" : " trials") + " with enough samples";
}

/// The finding for a kind of trouble; none where no trial has it.
void tell(std::vector<Finding>& findings, const Found& found, const std::string& id, const std::string& what,
          const std::string& number, double worst) {
    if (found.trials.empty()) return;
    findings.push_back({id,
                        "In " + ofTrials(found) + " " + what + ".",
                        {{"trials", static_cast<double>(found.trials.size())},
                         {"of", static_cast<double>(found.judged)},
                         {number, worst}},
                        {}});
}

Found severalModes(const std::vector<TrialQuality>& all) {
    return significant(all, [](const TrialQuality& trial) { return trial.times.modality; });
}

double largest(const Found& found, const auto& valueOf) {
    double value = 0;
    for (const TrialQuality* trial : found.trials) {
        const double other = valueOf(*trial);
        if (std::fabs(other) > std::fabs(value)) value = other;
    }
    return value;
}

double changeOf(const TrialQuality& trial) {
    const LevelShift& shift = *trial.times.shift;
    return shift.before > 0 ? shift.after / shift.before - 1 : 0;
}

void tellOutliers(std::vector<Finding>& findings, const std::vector<TrialQuality>& all) {
    double samples = 0;
    double severe = 0;
    for (const TrialQuality& trial : all) {
        samples += static_cast<double>(trial.times.count);
        severe += static_cast<double>(trial.times.outliers.severe.size());
    }
    if (samples == 0 || severe / samples < ManyOutliers) return;
    findings.push_back({"outliers",
                        percent(severe / samples) +
                            " of the samples lie far outside of their trial's others; they are kept, and the medians "
                            "hardly follow them.",
                        {{"share", severe / samples}, {"samples", samples}},
                        {}});
}

/// Of the ratios to the base; absent without pairs.
using RatioQuality = std::optional<SeriesQuality>;

RatioQuality ratioQualityOf(const TrialResult& base, const TrialResult& result) {
    const auto ratios = logRatios(pairedTimes(base, result));
    return ratios ? RatioQuality(qualityOf(*ratios)) : RatioQuality();
}

}  // namespace

std::vector<TrialQuality> quality(const Results& results) {
    std::vector<TrialQuality> all;
    for (const TrialResult& result : results.trials()) {
        if (!isComparable(result) || result.samples.empty()) continue;
        const auto times = result.samples.recall<SeriesQuality>([&] { return qualityOf(timesOf(result)); });
        TrialQuality trial{.trial = result.trial.id, .times = *times, .ratios = {}};
        const TrialResult* base = comparableBaseOf(results, result);
        if (base != nullptr && base != &result) {
            trial.ratios =
                *result.samples.recall<RatioQuality>(base->samples, [&] { return ratioQualityOf(*base, result); });
        }
        all.push_back(std::move(trial));
    }
    return all;
}

std::vector<int> trialsWithSeveralModes(const Results& results) {
    const std::vector<TrialQuality> all = quality(results);
    std::vector<int> trials;
    for (const TrialQuality* trial : severalModes(all).trials)
        trials.push_back(trial->trial);
    return trials;
}

std::vector<Finding> qualityFindings(const Results& results) {
    const std::vector<TrialQuality> all = quality(results);
    std::vector<Finding> findings;

    const Found shifts = significant(all, [](const TrialQuality& trial) { return trial.times.shift; });
    const double change = largest(shifts, changeOf);
    tell(findings, shifts, "no-steady-state",
         "the times changed their level within a launch, at most by " + percent(std::fabs(change)) +
             ": there is no steady state, and the median mixes two",
         "change", change);

    const Found drifts = significant(all, [](const TrialQuality& trial) { return trial.times.drift; });
    const double trend = largest(drifts, [](const TrialQuality& trial) { return trial.times.drift->correlation; });
    tell(findings, drifts, "drift",
         std::string("the times drifted within a launch, most clearly ") + (trend > 0 ? "upwards" : "downwards") +
             "; the paired ratios cancel what both sides share",
         "correlation", trend);

    const Found modes = severalModes(all);
    const double dip = largest(modes, [](const TrialQuality& trial) { return trial.times.modality->dip; });
    tell(findings, modes, "several-modes",
         "the times have more than one mode: look at the samples, since one median does not describe them", "dip", dip);

    const Found serial = significant(all, [](const TrialQuality& trial) {
        return trial.ratios ? trial.ratios->serial : std::optional<SerialCorrelation>();
    });
    const double effect = largest(serial, [](const TrialQuality& trial) { return trial.ratios->serial->designEffect; });
    tell(findings, serial, "serial-correlation",
         "the ratios of neighbouring rounds resemble each other, so that their intervals were widened, at most by " +
             percent(std::sqrt(effect) - 1),
         "design_effect", effect);

    tellOutliers(findings, all);
    return findings;
}

}  // namespace breakeven
