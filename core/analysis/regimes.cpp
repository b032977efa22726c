#include "core/analysis/regimes.h"

#include "core/analysis/ceilings.h"
#include "core/analysis/curves.h"
#include "core/analysis/percent.h"
#include "core/analysis/speedup.h"
#include "core/analysis/trial_verdict.h"
#include "core/analysis/waterfall.h"
#include "core/base/numbers.h"
#include "core/stats/summary.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <map>
#include <optional>
#include <utility>

namespace breakeven {

namespace {

constexpr double BlockingShare = 0.5;    ///< of serial's time on a CPU, below which its items wait
constexpr std::size_t FewestShares = 3;  ///< samples that say so
constexpr double GoodEfficiency = 0.8;   ///< POP
constexpr double NearCeiling = 0.8;
constexpr double LargeCallShare = 0.2;
constexpr Seconds WorthParallel{0.5e-3};  ///< 1e6 cycles at 2 GHz

/// All that the rules know of one trial.
struct Facts {
    const Results& results;
    const TrialResult& result;
    const TrialResult& base;
    Speedup speedup;
    const Waterfall* waterfall = nullptr;  // nullptr: no profiled pass
    const std::vector<Ceiling>& ceilings;
    TrialVerdict::Kind kind = TrialVerdict::Kind::NotResolved;

    double perWorker(Ratio ratio) const { return efficiency(ratio, result.trial.workers); }
    Evidence evidence() const { return {"speedup-per-worker", perWorker(speedup.value)}; }
    /// "Each worker gives 93 % (91 %–95 %) of what it could"; for speed-ups with an interval.
    std::string eachWorkerGives() const {
        const auto interval = efficiency(speedup.interval, result.trial.workers);
        return "Each worker gives " + percent(perWorker(speedup.value), interval) + " of what it could";
    }
};

/// The time in which a sample could have had its CPUs; absent where others may have had them for longer than is known.
/// The delay is that of the calling thread alone, which is all of a loop; nobody sees what other guests take.
std::optional<Seconds> ownTime(const TrialResult& result, const Sample& sample) {
    constexpr std::array<std::string_view, 3> Waited{"pressure", "switches", "throttled"};
    const bool isDelayKnown = isLoop(result.trial) && sample.delayed.has_value();
    const bool hasWaited = std::ranges::find_first_of(sample.flags, Waited) != sample.flags.end();
    if (std::ranges::find(sample.flags, "steal") != sample.flags.end() || (hasWaited && !isDelayKnown))
        return std::nullopt;
    return isDelayKnown ? sample.seconds - *sample.delayed : sample.seconds;
}

/// CPU time over that time of the samples that know both, ascending.
std::vector<double> cpuShares(const TrialResult& result) {
    std::vector<double> shares;
    for (const Sample& sample : result.samples) {
        const auto own = ownTime(result, sample);
        if (sample.cpu && own && own->count() > 0) shares.push_back(*sample.cpu / *own);
    }
    std::ranges::sort(shares);
    return shares;
}

std::optional<double> listOverCache(const Facts& facts) {
    const auto cache = lastCacheBytes(facts.results.run().environment);
    if (!cache || facts.result.profiles.empty()) return std::nullopt;
    return static_cast<double>(facts.result.profiles.front().listBytes) / static_cast<double>(*cache);
}

std::optional<double> speedupOverMemoryCeiling(const Facts& facts) {
    const Trial& trial = facts.result.trial;
    for (const Ceiling& ceiling : facts.ceilings) {
        if (ceiling.kind != CeilingKind::Memory) continue;
        if (ceiling.workload != trial.workload || ceiling.params != trial.params) continue;
        for (const CeilingPoint& point : ceiling.points) {
            if (point.size == trial.size && point.workers == trial.workers) return facts.speedup.value / point.value;
        }
    }
    return std::nullopt;
}

/// Time of a call of the trial's pool with nothing to do over the trial's; median over the launches.
std::optional<double> callShare(const Facts& facts) {
    const Trial& trial = facts.result.trial;
    const auto own = summaryOf(facts.result);
    if (!own || own->median.count() <= 0) return std::nullopt;
    std::vector<double> shares;
    for (const PoolReference& pool : facts.results.poolReferences()) {
        if (pool.backend != trial.backend || pool.start != trial.start || pool.workers != trial.workers) continue;
        const Seconds call = trial.pool == "cold" ? pool.startup + pool.hotCall : pool.hotCall;
        shares.push_back(call / own->median);
    }
    if (shares.empty()) return std::nullopt;
    return median(shares);
}

Regime tell(RegimeKind kind, std::vector<Evidence> evidence, std::string sentence) {
    Regime regime;
    regime.kind = kind;
    regime.evidence = std::move(evidence);
    regime.sentence = std::move(sentence);
    return regime;
}

Regime tellTooLittleWork(const Facts& facts, std::vector<Evidence> evidence) {
    using Kind = TrialVerdict::Kind;
    const bool isNoGain = facts.kind == Kind::Slower || facts.kind == Kind::Same;
    evidence.push_back({"serial-seconds", facts.speedup.base.count()});
    return tell(RegimeKind::OverheadBound, std::move(evidence),
                "Serial takes only " + formatSeconds(facts.speedup.base) +
                    (isNoGain ? ": too little work for handing it over to pay."
                              : ": beside so little work, handing it over weighs heavily."));
}

/// The slower work of parallel workers: memory, where the list does not fit the caches. What takes next to no time also
/// looks slower where it is measured piece by piece.
Regime tellInflation(const Facts& facts, const LossFactor& inflation) {
    std::vector<Evidence> evidence = {{std::string(causeWord(inflation.cause)), inflation.value}};
    std::optional<Interval<double>> more;
    if (inflation.interval) more = {1 / inflation.interval->high - 1, 1 / inflation.interval->low - 1};
    const std::string slower =
        "The workers take " + percent(1 / inflation.value - 1, more) + " more time for the same items than serial";
    const auto overCache = listOverCache(facts);
    const auto overCeiling = speedupOverMemoryCeiling(facts);
    if (overCache) evidence.push_back({"list-over-cache", *overCache});
    if (overCeiling) evidence.push_back({"speedup-over-memory-ceiling", *overCeiling});
    if (overCeiling && *overCeiling >= NearCeiling) {
        return tell(RegimeKind::BandwidthBound, std::move(evidence),
                    slower + ", and the speed-up reaches " + percent(*overCeiling) +
                        " of what the memory allows: more workers cannot help.");
    }
    if (overCache && *overCache > 1) {
        return tell(RegimeKind::BandwidthBound, std::move(evidence),
                    slower + ", on a list larger than the last cache: memory serves them all.");
    }
    if (facts.speedup.base < WorthParallel) return tellTooLittleWork(facts, std::move(evidence));
    return tell(
        RegimeKind::NotResolved, std::move(evidence),
        slower + (overCache ? ", though the list fits the last cache: shared cores, false sharing or a clock that "
                              "falls may be why."
                            : "; whether memory is why cannot be told without the size of the caches."));
}

Regime tellLargestLoss(const Facts& facts) {
    const LossFactor* worst = nullptr;
    std::vector<Evidence> all;
    for (const LossFactor& factor : facts.waterfall->factors) {
        if (factor.cause == LossCause::Workers) continue;
        all.push_back({std::string(causeWord(factor.cause)), factor.value});
        const bool isLoss = factor.isTold() && factor.value < 1;
        if (isLoss && (worst == nullptr || factor.value < worst->value)) worst = &factor;
    }
    if (worst == nullptr) {
        return tell(RegimeKind::NotResolved, std::move(all),
                    facts.eachWorkerGives() + "; the profiled passes do not tell where the rest goes.");
    }
    const std::string lost = worst->costText();
    switch (worst->cause) {
        case LossCause::LoadBalance:
            return tell(RegimeKind::ImbalanceBound, std::move(all),
                        "Imbalance costs " + lost + ": workers wait for the busiest one.");
        case LossCause::Overhead:
            return tell(RegimeKind::OverheadBound, std::move(all),
                        "Overhead costs " + lost +
                            (facts.waterfall->isTooFine
                                 ? ", if an item takes as long as in serial: the chunks are too short to be timed."
                                 : ": that part of the time not even the busiest worker computes."));
        case LossCause::Clock:
            return tell(RegimeKind::ComputeBound, std::move(all),
                        "A lower clock costs " + lost + ": the workers compute, but all CPUs at once are slower.");
        case LossCause::Workers:
        case LossCause::WorkInflation:
            break;
    }
    return tellInflation(facts, *worst);
}

Regime tellWithoutPasses(const Facts& facts) {
    std::vector<Evidence> evidence = {facts.evidence()};
    if (const auto share = callShare(facts)) {
        evidence.push_back({"hot-call-share", *share});
        if (*share > LargeCallShare) {
            return tell(RegimeKind::OverheadBound, std::move(evidence),
                        *share < 1
                            ? "A call of the pool that has nothing to do takes " + percent(*share) + " of the time."
                            : "A call of the pool that has nothing to do takes as long.");
        }
    }
    if (facts.speedup.base < WorthParallel) return tellTooLittleWork(facts, std::move(evidence));
    return tell(RegimeKind::NotResolved, std::move(evidence),
                facts.eachWorkerGives() + "; where the rest goes cannot be told without a profiled pass.");
}

/// Few passes have no intervals, so that their largest loss may be luck: it is told as what they saw, and no more.
Regime tellFromPasses(const Facts& facts) {
    Regime regime = tellLargestLoss(facts);
    const std::size_t passes = facts.waterfall->passes;
    regime.evidence.push_back({"passes", static_cast<double>(passes)});
    regime.sentence.insert(regime.sentence.size() - 1, asFarAsPassesTell(passes));
    return regime;
}

Regime regimeOf(const Facts& facts) {
    const WorkerCount usable = facts.results.run().environment.usableCpus;
    const Trial& trial = facts.result.trial;
    const std::vector<double> serialShares = cpuShares(facts.base);
    if (serialShares.size() >= FewestShares && serialShares.back() < BlockingShare) {
        std::vector<Evidence> evidence = {{"serial-cpu-share", serialShares.back()}};
        if (const auto shares = cpuShares(facts.result); !shares.empty())
            evidence.push_back({"cpu-share", median(shares) / trial.workers});
        return tell(RegimeKind::Blocking, std::move(evidence),
                    "Serial computes in at most " + percent(serialShares.back()) +
                        " of its time and waits in the rest: workers wait at the same time, also beyond the CPUs.");
    }
    if (!facts.speedup.isSolid()) {
        return tell(RegimeKind::NotResolved, {{"samples", static_cast<double>(summaryOf(facts.result)->count)}},
                    "Its samples are too few for an interval, and so to tell what limits it.");
    }
    const bool takesTurns = facts.speedup.value <= usable;  // else its workers wait more than they compute
    if (trial.oversubscribed && takesTurns) {
        return tell(RegimeKind::Oversubscribed,
                    {{"workers", static_cast<double>(trial.workers)}, {"usable-cpus", static_cast<double>(usable)}},
                    std::to_string(trial.workers) + " workers share " + std::to_string(usable) +
                        (usable == 1 ? " CPU" : " CPUs") + ": they compute in turn.");
    }
    if (facts.perWorker(facts.speedup.interval->low) >= GoodEfficiency) {
        return tell(RegimeKind::ComputeBound, {facts.evidence()},
                    facts.eachWorkerGives() + ": the work itself is the limit.");
    }
    if (facts.perWorker(facts.speedup.value) >= GoodEfficiency) {
        return tell(RegimeKind::NotResolved, {facts.evidence()},
                    facts.eachWorkerGives() + ": too wide an interval to call the work itself the limit.");
    }
    return facts.waterfall != nullptr ? tellFromPasses(facts) : tellWithoutPasses(facts);
}

/// One curve's regimes, ascending sizes.
using Course = std::vector<const Regime*>;

bool isKnown(const Course& course) {
    return std::ranges::any_of(course, [](const Regime* regime) { return regime->kind != RegimeKind::NotResolved; });
}

/// Sizes in a row with the same regime.
struct Stretch {
    RegimeKind kind = RegimeKind::NotResolved;
    ItemCount to = 1;
};

/// What is not resolved between two sizes of one regime says nothing against it.
std::vector<Stretch> stretchesOf(const Course& ascending) {
    std::vector<Stretch> stretches;
    for (const Regime* regime : ascending) {
        const std::size_t count = stretches.size();
        const bool isBridged = count > 1 && stretches[count - 1].kind == RegimeKind::NotResolved &&
                               stretches[count - 2].kind == regime->kind;
        if (isBridged) stretches.pop_back();
        if (stretches.empty() || stretches.back().kind != regime->kind) stretches.push_back({regime->kind, 1});
        stretches.back().to = regime->trial.size;
    }
    return stretches;
}

/// "overhead-bound up to 1 k items, then compute-bound"
std::string courseOf(const Course& ascending) {
    std::string text;
    const std::vector<Stretch> stretches = stretchesOf(ascending);
    for (const Stretch& stretch : stretches) {
        const bool isKnown = stretch.kind != RegimeKind::NotResolved;
        text += (text.empty() ? "" : ", then ") +
                (isKnown ? std::string(regimeWord(stretch.kind)) : std::string("not resolved"));
        if (&stretch != &stretches.back()) text += " up to " + countSize(static_cast<double>(stretch.to));
    }
    return text;
}

/// Of the curves with as many workers as the best has, the best one that is known; the best where none is. One of fewer
/// workers may be known more easily, but says nothing of what limits more. Range: one is known at least.
Course toldOf(const Results& results, const std::vector<Course>& courses) {
    const Course* best = nullptr;
    const Course* told = nullptr;
    const auto speedupOf = [&](const Course& course) {
        return *speedupVsSerial(results, *results.find(course.back()->trial.id));
    };
    const auto isBetter = [&](const Course& course, const Course* other) {
        const auto rank = [&](const Course& each) { return std::pair(each.back()->trial.size, speedupOf(each).value); };
        return other == nullptr || rank(course) > rank(*other);
    };
    for (const Course& course : courses) {
        const bool isCandidate = isKnown(course) || speedupOf(course).isSolid();
        if (isCandidate && isBetter(course, best)) best = &course;
    }
    for (const Course& course : courses) {
        const bool isPeer = course.back()->trial.workers == best->back()->trial.workers;
        if (isPeer && isKnown(course) && isBetter(course, told)) told = &course;
    }
    return told == nullptr ? *best : *told;
}

std::vector<Regime> regimesOf(const Results& results) {
    const std::vector<Waterfall> falls = waterfalls(results);
    const std::vector<Ceiling> limits = ceilings(results);
    std::map<int, TrialVerdict::Kind> kinds;
    for (const TrialVerdict& verdict : trialVerdicts(results))
        kinds[verdict.trial] = verdict.kind;
    std::vector<Regime> found;
    for (const Curve& curve : curvesOf(results)) {
        if (isLoop(curve.first())) continue;
        for (const TrialResult* result : curve.trials) {
            const auto speedup = speedupVsSerial(results, *result);
            if (!speedup || !tellsWorkers(result->trial)) continue;
            const auto fall = std::ranges::find(falls, result->trial.id,
                                                [](const Waterfall& waterfall) { return waterfall.trial.id; });
            Regime regime = regimeOf({results, *result, *results.baseOf(*result), *speedup,
                                      fall == falls.end() ? nullptr : &*fall, limits, kinds[result->trial.id]});
            regime.trial = result->trial;
            regime.label = curve.label;
            found.push_back(std::move(regime));
        }
    }
    return found;
}

}  // namespace

std::vector<Regime> regimes(const Results& results) {
    return *results.recall<std::vector<Regime>>([&] { return regimesOf(results); });
}

std::vector<Finding> regimeFindings(const Results& results) {
    std::map<std::string, Course> curves;
    const std::vector<Regime> all = regimes(results);
    for (const Regime& regime : all) {
        if (regime.trial.workers > 1) curves[regime.label].push_back(&regime);
    }
    std::map<std::pair<std::string, Params>, std::vector<Course>> works;
    for (const auto& [label, course] : curves)
        works[{course.front()->trial.workload, course.front()->trial.params}].push_back(course);
    std::vector<Finding> found;
    for (const auto& [work, courses] : works) {
        if (std::ranges::none_of(courses, isKnown)) continue;
        const Course course = toldOf(results, courses);
        const Regime& last = *course.back();
        Finding finding;
        finding.id = "regime";
        std::string why = last.sentence;
        why.front() = static_cast<char>(std::tolower(static_cast<unsigned char>(why.front())));
        finding.text = (isKnown(course) ? last.label + " is " + courseOf(course)
                                        : "What limits " + last.label + " is not resolved") +
                       ". At " + countItems(static_cast<double>(last.trial.size)) + " " + why;
        finding.words = {
            {"series", last.label}, {"workload", work.first}, {"regime", std::string(regimeWord(last.kind))}};
        finding.numbers = {{"size", static_cast<double>(last.trial.size)},
                           {"workers", static_cast<double>(last.trial.workers)}};
        for (const Evidence& evidence : last.evidence)
            finding.numbers[evidence.id] = evidence.value;
        found.push_back(std::move(finding));
    }
    return found;
}

std::string_view regimeWord(RegimeKind kind) {
    switch (kind) {
        case RegimeKind::ComputeBound:
            return "compute-bound";
        case RegimeKind::OverheadBound:
            return "overhead-bound";
        case RegimeKind::ImbalanceBound:
            return "imbalance-bound";
        case RegimeKind::BandwidthBound:
            return "bandwidth-bound";
        case RegimeKind::Oversubscribed:
            return "oversubscribed";
        case RegimeKind::Blocking:
            return "blocking";
        case RegimeKind::NotResolved:
            break;
    }
    return "not-resolved";
}

}  // namespace breakeven
