#include "core/analysis/scaling.h"

#include "core/analysis/curves.h"
#include "core/analysis/percent.h"
#include "core/analysis/ratio_points.h"
#include "core/base/numbers.h"
#include "core/stats/summary.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <numeric>
#include <random>
#include <set>
#include <span>
#include <utility>

namespace breakeven {

namespace {

constexpr std::size_t Resamples = 400;
constexpr std::size_t TailResamples = Resamples / 40;  // 2.5 %
constexpr std::uint64_t BootstrapSeed = 0xD1B54A32D192ED03;
constexpr ScalingLaw Laws[] = {ScalingLaw::Amdahl, ScalingLaw::Gustafson, ScalingLaw::Usl};

using RoundKey = std::pair<int, int>;  // launch, round

/// The rounds of a list with the log ratios of each worker count to serial.
struct Rounds {
    struct Count {
        double workers = 1;
        std::vector<std::optional<double>> ratios;  // one per key; absent where the round has none
        double launchSpread = 0;                    // both of RatioPoint's
    };
    std::vector<RoundKey> keys;  // ascending
    std::vector<Count> counts;   // ascending workers, each with FewestForInterval or more

    int launches() const {
        std::set<int> ids;
        for (const RoundKey& key : keys)
            ids.insert(key.first);
        return static_cast<int>(ids.size());
    }
};

/// The median over some rounds, shifted by what a launch's luck adds; absent when a worker count has none of them.
std::optional<std::vector<SpeedupPoint>> medianPoints(const Rounds& rounds, std::span<const std::size_t> chosen,
                                                      double luck) {
    std::vector<SpeedupPoint> points;
    for (const Rounds::Count& count : rounds.counts) {
        std::vector<double> ratios;
        for (const std::size_t round : chosen) {
            if (const auto& ratio = count.ratios[round]) ratios.push_back(*ratio);
        }
        if (ratios.empty()) return std::nullopt;
        points.push_back({count.workers, std::exp(median(ratios) + luck * count.launchSpread)});
    }
    return points;
}

/// The points of all resamples: whole rounds, and the luck of the launches, alike for all worker counts.
std::vector<std::vector<SpeedupPoint>> resampledPoints(const Rounds& rounds) {
    std::mt19937_64 generator(BootstrapSeed);
    std::uniform_int_distribution<std::size_t> round(0, rounds.keys.size() - 1);
    const int launches = rounds.launches();
    std::student_t_distribution<double> luck(std::max(1, launches - 1));
    std::vector<std::size_t> chosen(rounds.keys.size());
    std::vector<std::vector<SpeedupPoint>> resamples;
    for (std::size_t i = 0; i < Resamples; ++i) {
        std::ranges::generate(chosen, [&] { return round(generator); });
        auto points = medianPoints(rounds, chosen, launches > 1 ? luck(generator) : 0);
        if (points) resamples.push_back(*std::move(points));
    }
    return resamples;
}

Interval<double> percentiles(std::vector<double> values) {
    std::ranges::sort(values);
    const std::size_t tail = std::min(TailResamples, (values.size() - 1) / 2);
    return {values[tail], values[values.size() - 1 - tail]};
}

/// Why the points cannot carry the law; empty when they can.
std::string refusalOf(ScalingLaw law, const std::vector<Rounds::Count>& counts, WorkerCount usableCpus) {
    if (law == ScalingLaw::Usl) {
        constexpr std::size_t Fewest = 5;
        if (counts.size() >= Fewest) return "";
        const std::string reason =
            "Gunther's law has three coefficients and needs 5 worker counts within the usable "
            "CPUs, each with 6 rounds; there are " +
            std::to_string(counts.size());
        return usableCpus == 2 ? reason + ": two CPUs cannot identify it" : reason;
    }
    constexpr std::ptrdiff_t Fewest = 2;
    const auto parallel = std::ranges::count_if(counts, [](const Rounds::Count& count) { return count.workers > 1; });
    if (parallel >= Fewest) return "";
    return std::string(law == ScalingLaw::Amdahl ? "Amdahl's" : "Gustafson's") +
           " law needs 2 worker counts above 1 within the usable CPUs, each with 6 rounds; there " +
           (parallel == 1 ? "is 1, which fixes the serial fraction (Karp–Flatt) and leaves nothing to check it by"
                          : "is none");
}

ScalingModel fitted(ScalingLaw law, const std::vector<SpeedupPoint>& points,
                    const std::vector<std::vector<SpeedupPoint>>& resamples) {
    ScalingModel model;
    model.law = law;
    const auto coefficients = fit(law, points);
    if (!coefficients) {
        model.refusal = "The points do not determine the law's coefficients";
        return model;
    }
    std::vector<std::vector<double>> resampled(coefficients->size());
    std::vector<double> peaks;
    for (const std::vector<SpeedupPoint>& again : resamples) {
        const auto refitted = fit(law, again);
        if (!refitted) continue;
        for (std::size_t k = 0; k < refitted->size(); ++k)
            resampled[k].push_back((*refitted)[k]);
        if (law == ScalingLaw::Usl) peaks.push_back(peakWorkers(*refitted));
    }
    if (resampled.front().size() < Resamples / 2) {
        model.refusal = "The worker counts share too few rounds for an interval";
        return model;
    }
    for (std::size_t k = 0; k < coefficients->size(); ++k)
        model.coefficients.push_back({coefficientNames(law)[k], (*coefficients)[k], percentiles(resampled[k])});
    model.crossError = crossValidatedError(law, points);
    if (law == ScalingLaw::Usl) {
        const double peak = peakWorkers(*coefficients);
        model.peak = ScalingPeak{peak, percentiles(peaks), peak > points.back().workers};
    }
    return model;
}

void addModels(Scaling& scaling, const Rounds& rounds, WorkerCount usableCpus) {
    std::vector<std::size_t> all(rounds.keys.size());
    std::iota(all.begin(), all.end(), std::size_t{0});
    const auto points = medianPoints(rounds, all, 0);
    std::vector<std::vector<SpeedupPoint>> resamples;
    for (const ScalingLaw law : Laws) {
        const std::string refusal = refusalOf(law, rounds.counts, usableCpus);
        if (!refusal.empty() || !points) {
            scaling.models.push_back({law, refusal, {}, {}, {}});
            continue;
        }
        if (resamples.empty()) resamples = resampledPoints(rounds);
        scaling.models.push_back(fitted(law, *points, resamples));
    }
    const auto error = [](const ScalingModel& model) {
        return model.crossError.value_or(std::numeric_limits<double>::infinity());
    };
    const auto best = std::ranges::min_element(scaling.models, {}, error);
    if (best->crossError) scaling.best = best->law;
}

ScalingPoint pointOf(const Trial& trial, const Speedup& speedup) {
    ScalingPoint point;
    point.trial = trial.id;
    point.workers = trial.workers;
    point.speedup = speedup;
    point.efficiency = efficiency(speedup.value, trial.workers);
    const auto& interval = speedup.interval;
    point.efficiencyInterval = efficiency(interval, trial.workers);
    if (trial.workers > 1) {
        point.karpFlatt = karpFlatt(speedup.value, trial.workers);
        if (interval && interval->low > 0) {
            point.karpFlattInterval = {karpFlatt(interval->high, trial.workers),
                                       karpFlatt(interval->low, trial.workers)};
        }
    }
    return point;
}

std::map<RoundKey, double> logRatios(const TrialResult& base, const TrialResult& other) {
    std::map<RoundKey, Seconds> baseTimes;
    for (const Sample& sample : base.samples)
        baseTimes.emplace(RoundKey{sample.launch, sample.round}, sample.seconds);
    std::map<RoundKey, double> ratios;
    for (const Sample& sample : other.samples) {
        const auto found = baseTimes.find({sample.launch, sample.round});
        if (found == baseTimes.end()) continue;
        const double ratio = std::log(found->second / sample.seconds);
        if (std::isfinite(ratio)) ratios.emplace(found->first, ratio);
    }
    return ratios;
}

/// All worker counts of one list that have rounds enough to carry a law.
Rounds roundsOf(const Results& results, const std::vector<const TrialResult*>& trials) {
    Rounds rounds;
    std::vector<std::map<RoundKey, double>> known;
    std::set<RoundKey> keys;
    Curve carrying;
    for (const TrialResult* result : trials) {
        auto ratios = logRatios(*results.baseOf(*result), *result);
        if (ratios.size() < FewestForInterval) continue;
        for (const auto& [key, ratio] : ratios)
            keys.insert(key);
        known.push_back(std::move(ratios));
        rounds.counts.push_back({static_cast<double>(result->trial.workers), {}, 0});
        carrying.trials.push_back(result);
    }
    const auto points = ratioPoints(results, carrying);
    for (std::size_t i = 0; i < points.size(); ++i)
        rounds.counts[i].launchSpread = std::hypot(points[i].launchSpread, points[i].ownSpread);
    rounds.keys.assign(keys.begin(), keys.end());
    for (std::size_t i = 0; i < known.size(); ++i) {
        for (const RoundKey& key : rounds.keys) {
            const auto found = known[i].find(key);
            rounds.counts[i].ratios.push_back(found == known[i].end() ? std::nullopt : std::optional(found->second));
        }
    }
    return rounds;
}

/// Points alone; the models, which take most of the time, are fitted where somebody wants them.
struct Draft {
    Scaling scaling;
    std::vector<const TrialResult*> trials;
};

void fitModels(Draft& draft, const Results& results) {
    addModels(draft.scaling, roundsOf(results, draft.trials), results.run().environment.usableCpus);
}

std::optional<Draft> draftOf(const Results& results, const Curve& curve) {
    const WorkerCount usable = results.run().environment.usableCpus;
    Draft draft;
    Scaling& scaling = draft.scaling;
    scaling.series = curve.first();
    std::vector<const TrialResult*> trials = curve.trials;
    std::ranges::stable_sort(trials, {}, [](const TrialResult* result) { return result->trial.workers; });
    for (const TrialResult* result : trials) {
        const Trial& trial = result->trial;
        if (trial.oversubscribed || trial.workers > usable || !tellsWorkers(trial)) continue;
        const auto speedup = speedupVsSerial(results, *result);
        if (!speedup) continue;
        scaling.points.push_back(pointOf(result->trial, *speedup));
        draft.trials.push_back(result);
    }
    return draft.trials.empty() ? std::nullopt : std::optional(std::move(draft));
}

std::vector<std::string> labelsWithoutSize(const std::vector<Curve>& curves) {
    std::vector<Trial> trials;
    for (const Curve& curve : curves) {
        trials.push_back(curve.first());
        trials.back().size = 1;
    }
    return seriesLabels(trials, "workers");
}

std::string where(const Scaling& scaling) {
    return "At " + countItems(static_cast<double>(scaling.series.size)) + " " + scaling.label;
}

std::string share(const FittedCoefficient& coefficient) {
    return percent(coefficient.value, coefficient.interval);
}

std::string lawText(const Scaling& scaling, const ScalingModel& model) {
    const std::string fit = " (predicts a left-out point within " + percent(*model.crossError) + ")";
    if (model.law != ScalingLaw::Usl) {
        const FittedCoefficient& serial = model.coefficients[0];
        std::string text = where(scaling) + " follows " + (model.law == ScalingLaw::Amdahl ? "Amdahl" : "Gustafson") +
                           "'s law best with a serial fraction of " + share(serial) + fit;
        if (model.law == ScalingLaw::Amdahl && serial.interval.low > 0) {
            const Interval<Ratio> most{1 / serial.interval.high, 1 / serial.interval.low};
            text +=
                ", so at most " + formatRatio(1 / serial.value, most) + " with any number of workers (extrapolated)";
        }
        return text + ".";
    }
    std::string text = where(scaling) + " follows Gunther's law best with contention " + share(model.coefficients[1]) +
                       " and coherency " + share(model.coefficients[2]) + fit;
    if (std::isfinite(model.peak->workers)) {
        const auto whole = [](double workers) {
            return std::isfinite(workers) ? std::to_string(std::lround(workers)) : std::string("any");
        };
        text += ", fastest at " + whole(model.peak->workers) + " workers (" + whole(model.peak->interval.low) + "–" +
                whole(model.peak->interval.high) + (model.peak->extrapolated ? ", extrapolated)" : ")");
    }
    return text + ".";
}

/// Without a law: what the largest worker count says by itself.
std::string fractionText(const Scaling& scaling, const ScalingPoint& point) {
    std::string text = where(scaling) + " on " + std::to_string(point.workers) + " workers behaves as if " +
                       percent(*point.karpFlatt, *point.karpFlattInterval) + " of the work were serial (Karp–Flatt)";
    return text + "; no scaling law can be told from " +
           (scaling.points.size() == 1 ? "one worker count." : "so few worker counts.");
}

std::optional<Finding> findingOf(const Scaling& scaling) {
    Finding finding;
    finding.words = {{"series", scaling.label}, {"workload", scaling.series.workload}};
    finding.numbers = {{"size", static_cast<double>(scaling.series.size)}};
    if (scaling.best) {
        const auto model = std::ranges::find(scaling.models, *scaling.best, &ScalingModel::law);
        finding.id = "scaling-law";
        finding.text = bestLawText(scaling);
        finding.words["law"] = lawWord(model->law);
        for (const FittedCoefficient& coefficient : model->coefficients)
            finding.numbers[std::string(coefficient.id)] = coefficient.value;
        return finding;
    }
    const ScalingPoint& point = scaling.points.back();
    // What may be slower than serial has other troubles.
    if (!point.karpFlattInterval || !point.speedup.interval || point.speedup.interval->low <= 1) return std::nullopt;
    finding.id = "serial-fraction";
    finding.text = fractionText(scaling, point);
    finding.numbers["workers"] = point.workers;
    finding.numbers["serial-fraction"] = *point.karpFlatt;
    return finding;
}

std::vector<Draft> draftsOf(const Results& results) {
    const std::vector<Curve> curves = curvesOf(results, "workers");
    const std::vector<std::string> labels = labelsWithoutSize(curves);
    std::vector<Draft> found;
    for (std::size_t i = 0; i < curves.size(); ++i) {
        if (isLoop(curves[i].first())) continue;
        auto draft = draftOf(results, curves[i]);
        if (!draft) continue;
        draft->scaling.label = labels[i];
        found.push_back(*std::move(draft));
    }
    return found;
}

}  // namespace

std::vector<Scaling> scalings(const Results& results) {
    std::vector<Scaling> found;
    for (Draft& draft : draftsOf(results)) {
        fitModels(draft, results);
        found.push_back(std::move(draft.scaling));
    }
    // Sizes that came late, to refine a break-even, stand among the others of their list.
    std::map<std::pair<std::string, Params>, std::size_t> lists;
    for (const Scaling& scaling : found)
        lists.try_emplace({scaling.series.workload, scaling.series.params}, lists.size());
    std::ranges::stable_sort(found, {}, [&](const Scaling& scaling) {
        return std::pair(lists.at({scaling.series.workload, scaling.series.params}), scaling.series.size);
    });
    return found;
}

std::string bestLawText(const Scaling& scaling) {
    if (!scaling.best) return {};
    return lawText(scaling, *std::ranges::find(scaling.models, *scaling.best, &ScalingModel::law));
}

std::optional<Scaling> fastestScaling(const Results& results, ItemCount size) {
    std::vector<Draft> drafts = draftsOf(results);
    std::erase_if(drafts, [size](const Draft& draft) { return draft.scaling.series.size != size; });
    const auto fastest = std::ranges::max_element(
        drafts, {}, [](const Draft& draft) { return draft.scaling.points.back().speedup.value; });
    if (fastest == drafts.end()) return std::nullopt;
    fitModels(*fastest, results);
    return std::move(fastest->scaling);
}

std::vector<Finding> scalingFindings(const Results& results) {
    std::vector<Draft> all = draftsOf(results);
    std::map<std::pair<std::string, Params>, Draft*> best;
    for (Draft& draft : all) {
        Draft*& chosen = best[{draft.scaling.series.workload, draft.scaling.series.params}];
        const auto rank = [](const Draft& each) {
            return std::pair(each.scaling.series.size, each.scaling.points.back().speedup.value);
        };
        if (chosen == nullptr || rank(draft) > rank(*chosen)) chosen = &draft;
    }
    std::vector<Finding> found;
    for (const auto& [list, draft] : best) {
        fitModels(*draft, results);
        if (auto finding = findingOf(draft->scaling)) found.push_back(*std::move(finding));
    }
    return found;
}

}  // namespace breakeven
