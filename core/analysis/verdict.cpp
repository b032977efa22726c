#include "core/analysis/verdict.h"

#include "core/analysis/best_chunk.h"
#include "core/analysis/break_even.h"
#include "core/analysis/curves.h"
#include "core/analysis/speedup.h"
#include "core/analysis/trial_verdict.h"
#include "core/analysis/verdict_along.h"
#include "core/base/numbers.h"
#include "core/experiment/wording.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <set>
#include <tuple>
#include <unordered_map>
#include <utility>

namespace breakeven {

namespace {

/// A curve's comparison with serial, size by size.
struct Comparison {
    const Curve* curve = nullptr;
    std::string where;    // " on 2 workers"; empty when the curve's label tells
    std::string against;  // " vs python-serial"; empty when the base is serial
    struct At {
        ItemCount size = 1;
        Speedup speedup;
        TrialVerdict::Kind kind = TrialVerdict::Kind::NotResolved;  // all trials judged together
    };
    std::vector<At> sizes;  // ascending
};

std::string items(ItemCount size) {
    return formatItems(static_cast<double>(size));
}

bool isFaster(const Comparison::At& at) {
    return at.speedup.value > 1;
}

bool isThin(const Comparison::At& at) {
    return !at.speedup.isSolid();
}

bool isClearlyFaster(const Comparison::At& at) {
    return !isThin(at) && at.kind == TrialVerdict::Kind::Faster;
}

bool isClearlySlower(const Comparison::At& at) {
    return !isThin(at) && at.kind == TrialVerdict::Kind::Slower;
}

bool isSame(const Comparison::At& at) {
    return !isThin(at) && at.kind == TrialVerdict::Kind::Same;
}

bool isClear(const Comparison::At& at) {
    return !isThin(at) && at.kind != TrialVerdict::Kind::NotResolved;
}

std::string range(const Comparison& comparison) {
    return "(from " + items(comparison.sizes.front().size) + " to " + items(comparison.sizes.back().size) + " items)";
}

std::string onWorkers(WorkerCount workers) {
    return " on " + std::to_string(workers) + (workers == 1 ? " worker" : " workers");
}

/// By trial.
using Kinds = std::unordered_map<int, TrialVerdict::Kind>;

Kinds kindsOf(const Results& results) {
    Kinds kinds;
    for (const TrialVerdict& judged : trialVerdicts(results))
        kinds.emplace(judged.trial, judged.kind);
    return kinds;
}

TrialVerdict::Kind kindOf(const Kinds& kinds, int trial) {
    const auto own = kinds.find(trial);
    return own == kinds.end() ? TrialVerdict::Kind::NotResolved : own->second;
}

std::vector<Comparison> comparisons(const Results& results, const std::vector<Curve>& curves) {
    std::set<WorkerCount> workerCounts;
    for (const Curve& curve : curves) {
        if (!isLoop(curve.first())) workerCounts.insert(curve.first().workers);
    }
    const Kinds kinds = kindsOf(results);
    std::vector<Comparison> all;
    for (const Curve& curve : curves) {
        if (isLoop(curve.first())) continue;
        Comparison comparison;
        comparison.curve = &curve;
        for (const TrialResult* result : curve.trials) {
            if (const auto speedup = speedupVsSerial(results, *result)) {
                comparison.sizes.push_back({result->trial.size, *speedup, kindOf(kinds, result->trial.id)});
            }
        }
        if (workerCounts.size() == 1 && tellsWorkers(curve.first()))
            comparison.where = onWorkers(curve.first().workers);
        comparison.against = baseNote(curve.first());
        if (!comparison.sizes.empty()) all.push_back(std::move(comparison));
    }
    return all;
}

void addInterval(Finding& finding, const std::optional<Interval<double>>& interval) {
    if (!interval) return;
    if (interval->low > 0) finding.numbers["low"] = interval->low;
    if (std::isfinite(interval->high)) finding.numbers["high"] = interval->high;
}

/// ", by less than 1 %" of sizes that are faster, but judged to be the same within the gate. Just above a break-even
/// some always are, so there all must be.
std::string littleGain(const Comparison& comparison, double from) {
    const auto isAbove = [&](const Comparison::At& at) { return static_cast<double>(at.size) >= from; };
    const auto all = std::ranges::count_if(comparison.sizes, isAbove);
    const auto same =
        std::ranges::count_if(comparison.sizes, [&](const Comparison::At& at) { return isAbove(at) && isSame(at); });
    if (same == 0 || (from > 0 && same < all)) return {};
    const std::string where =
        same == all ? std::string(", ") : ", at " + std::to_string(same) + " of " + std::to_string(all) + " sizes ";
    return where + "by less than " + numberText(PracticalGate * 100) + "\u202f%";
}

void tellAlways(Verdict& verdict, const Comparison& comparison) {
    verdict.kind = verdict.provisional ? Verdict::Kind::PaysSoFar : Verdict::Kind::Pays;
    verdict.finding.id = "always-pays";
    verdict.finding.text = comparison.curve->label + " is faster at every size measured " + range(comparison) +
                           comparison.against + littleGain(comparison, 0);
}

void tellNever(Verdict& verdict, const Comparison& comparison) {
    const auto best =
        std::ranges::max_element(comparison.sizes, {}, [](const Comparison::At& at) { return at.speedup.value; });
    verdict.kind = Verdict::Kind::NeverPays;
    verdict.speedup = best->speedup.value;
    verdict.finding.id = "never-pays";
    verdict.finding.text = comparison.curve->label + " never pays off up to " +
                           countSize(static_cast<double>(comparison.sizes.back().size)) + ": at best it reaches " +
                           formatRatio(best->speedup.value, best->speedup.interval) + comparison.against;
    verdict.finding.numbers["speedup"] = best->speedup.value;
    addInterval(verdict.finding, best->speedup.interval);
    verdict.finding.numbers["best_size"] = static_cast<double>(best->size);
}

void tellFrom(Verdict& verdict, const Comparison& comparison, const BreakEven& breakEven) {
    verdict.from = *breakEven.size;
    verdict.kind = verdict.provisional ? Verdict::Kind::PaysSoFar : Verdict::Kind::Pays;
    verdict.finding.id = "pays-from";
    verdict.finding.text = comparison.curve->label + " pays off from " + (verdict.provisional ? "about " : "") +
                           countItems(*breakEven.size) +
                           (breakEven.interval ? " (" + formatItems(*breakEven.interval) + ")" : "") +
                           comparison.where + comparison.against + littleGain(comparison, *breakEven.size);
    verdict.finding.numbers["size"] = *breakEven.size;
    addInterval(verdict.finding, breakEven.interval);
}

/// "tbb is slower up to 64 000 items, then too close to serial to tell (up to 4 096 000 items)", of a curve that is
/// clear up to a size and open beyond; empty of any other.
std::string clearThenOpen(const Comparison& comparison) {
    const auto& sizes = comparison.sizes;
    const bool isSlower = isClearlySlower(sizes.front());
    const auto open = std::ranges::find_if_not(sizes, isSlower ? isClearlySlower : isClearlyFaster);
    const auto differs = [](const Comparison::At& at) { return isClearlySlower(at) || isClearlyFaster(at); };
    if (open == sizes.begin() || open == sizes.end() || std::any_of(open, sizes.end(), differs)) return {};
    const bool isUnknown = std::all_of(open, sizes.end(), isThin);
    return comparison.curve->label + (isSlower ? " is slower up to " : " is faster up to ") +
           countItems(static_cast<double>(std::prev(open)->size)) +
           (isUnknown ? ", then the rounds are too few"
                      : ", then too close to " + std::string(baseBackendOf(comparison.curve->first()))) +
           " to tell (up to " + items(sizes.back().size) + " items)";
}

/// "tbb is slower at 6 of 7 sizes, faster at none (from 1 000 to 4 096 000 items)"; empty where no size is clear.
std::string clearSizes(const Comparison& comparison) {
    const auto slower = std::ranges::count_if(comparison.sizes, isClearlySlower);
    const auto faster = std::ranges::count_if(comparison.sizes, isClearlyFaster);
    if (slower + faster == 0) return {};
    const std::string all = " of " + std::to_string(comparison.sizes.size()) + " sizes";
    const std::string told =
        faster == 0   ? "slower at " + std::to_string(slower) + all + ", faster at none "
        : slower == 0 ? "faster at " + std::to_string(faster) + all + ", slower at none "
                      : "slower at " + std::to_string(slower) + " and faster at " + std::to_string(faster) + all + " ";
    return comparison.curve->label + " is " + told + range(comparison);
}

/// Of a curve that is faster where parallel pays no longer at its largest size, or not at all sizes in between. Range:
/// faster at a size.
std::string fasterInPart(const Comparison& comparison, const auto& isFasterAt) {
    const auto& sizes = comparison.sizes;
    return comparison.curve->label +
           (std::ranges::is_partitioned(sizes, isFasterAt)
                ? " is faster at small sizes only"
                : " is faster at some sizes, but not at the largest, " + items(sizes.back().size) + " items");
}

std::string paysAtTheLatest(const Comparison& comparison, const BreakEven& breakEven) {
    return comparison.curve->label + " pays off from " + countItems(breakEven.interval->high) + " at the latest";
}

/// Every size is clear, so nothing is left to resolve, but no one size parts slower from faster. Range: faster at a
/// size.
void tellInPart(Verdict& verdict, const Comparison& comparison, const BreakEven& breakEven) {
    verdict.kind = Verdict::Kind::PaysInPart;
    verdict.finding.id = "pays-in-part";
    addInterval(verdict.finding, breakEven.interval);
    if (!isClearlyFaster(comparison.sizes.back())) {
        verdict.finding.text = fasterInPart(comparison, isClearlyFaster);
    } else if (breakEven.interval && std::isfinite(breakEven.interval->high)) {
        verdict.finding.text = paysAtTheLatest(comparison, breakEven);
    } else {
        verdict.finding.text = clearSizes(comparison);
    }
}

void tellNotResolved(Verdict& verdict, const Comparison& comparison, const BreakEven& breakEven) {
    verdict.kind = Verdict::Kind::NotResolved;
    verdict.isFasterSomewhere = std::ranges::any_of(comparison.sizes, isClearlyFaster);
    verdict.finding.id = "not-resolved";
    addInterval(verdict.finding, breakEven.interval);
    const auto isTaken = [&](const Comparison::At& at) {
        return verdict.provisional ? isFaster(at) : isClearlyFaster(at);
    };
    std::string& text = verdict.finding.text;
    if (breakEven.interval && std::isfinite(breakEven.interval->high)) {
        text = paysAtTheLatest(comparison, breakEven);
    } else if (std::string clear = clearThenOpen(comparison); !clear.empty()) {
        text = std::move(clear);
    } else if (breakEven.interval) {
        text = comparison.curve->label + " pays off from " + countItems(breakEven.interval->low) +
               " at the earliest, if at all";
    } else if (std::ranges::any_of(comparison.sizes, isTaken) && !isFaster(comparison.sizes.back())) {
        text = fasterInPart(comparison, isFaster);
    } else if (std::string counted = clearSizes(comparison); !counted.empty()) {
        text = std::move(counted);
    } else {
        text = comparison.curve->label + " and " + std::string(baseBackendOf(comparison.curve->first())) +
               " are too close to tell at the sizes measured " + range(comparison);
    }
}

void tellOneSize(Verdict& verdict, const Comparison& comparison) {
    const Comparison::At& at = comparison.sizes.front();
    verdict.kind = at.speedup.value > 1 ? Verdict::Kind::FasterAtOneSize : Verdict::Kind::SlowerAtOneSize;
    verdict.provisional = isThin(at);
    verdict.finding.id = "speedup-at";
    verdict.finding.text = comparison.curve->label + " reaches " + formatRatio(at.speedup.value, at.speedup.interval) +
                           " at " + countItems(static_cast<double>(at.size)) + comparison.where + ", vs " +
                           std::string(baseBackendOf(comparison.curve->first())) + " " + formatSeconds(at.speedup.base);
    verdict.finding.numbers["size"] = static_cast<double>(at.size);
    verdict.finding.numbers["speedup"] = at.speedup.value;
    addInterval(verdict.finding, at.speedup.interval);
}

void tellBreakEven(Verdict& verdict, const Comparison& comparison, const BreakEven& breakEven) {
    if (breakEven.status == BreakEvenStatus::NotResolved && std::ranges::all_of(comparison.sizes, isClear)) {
        const bool isFasterSomewhere = std::ranges::any_of(comparison.sizes, isClearlyFaster);
        return isFasterSomewhere ? tellInPart(verdict, comparison, breakEven) : tellNever(verdict, comparison);
    }
    switch (breakEven.status) {
        case BreakEvenStatus::Resolved:
            return tellFrom(verdict, comparison, breakEven);
        case BreakEvenStatus::AlwaysFaster:
            return tellAlways(verdict, comparison);
        case BreakEvenStatus::NeverInRange:
            return tellNever(verdict, comparison);
        case BreakEvenStatus::NotResolved:
            break;
    }
    verdict.provisional = true;
    if (breakEven.size) return tellFrom(verdict, comparison, breakEven);
    if (std::ranges::all_of(comparison.sizes, isFaster) && isThin(comparison.sizes.front())) {
        return tellAlways(verdict, comparison);
    }
    if (std::ranges::none_of(comparison.sizes, isFaster) && isThin(comparison.sizes.back())) {
        return tellNever(verdict, comparison);
    }
    verdict.provisional = std::ranges::all_of(comparison.sizes, isThin);
    tellNotResolved(verdict, comparison, breakEven);
}

/// Trials to which the same with another chunk is preferred.
std::set<int> outdone(const Results& results) {
    std::set<int> trials;
    for (const BestChunk& best : bestChunks(results))
        trials.insert(best.others.begin(), best.others.end());
    return trials;
}

std::vector<Verdict> verdictsOf(const Results& results) {
    const std::vector<Curve> curves = curvesOf(results);
    const std::vector<BreakEven> found = breakEvens(results);
    const std::set<int> otherChunks = outdone(results);
    std::vector<Verdict> all;
    for (const Comparison& comparison : comparisons(results, curves)) {
        Verdict verdict;
        const std::vector<const TrialResult*>& trials = comparison.curve->trials;
        verdict.isOutdone = trials.size() == 1 && otherChunks.contains(trials.front()->trial.id);
        verdict.speedup = comparison.sizes.back().speedup.value;
        verdict.finding.words = {{"series", comparison.curve->label}, {"workload", comparison.curve->first().workload}};
        verdict.finding.numbers = {{"workers", comparison.curve->first().workers},
                                   {"smallest", static_cast<double>(comparison.sizes.front().size)},
                                   {"largest", static_cast<double>(comparison.sizes.back().size)}};
        const auto own = std::ranges::find(found, comparison.curve->label, &BreakEven::label);
        if (own == found.end()) {
            tellOneSize(verdict, comparison);
        } else {
            tellBreakEven(verdict, comparison, *own);
        }
        all.push_back(std::move(verdict));
    }
    std::ranges::stable_sort(all, {}, [](const Verdict& verdict) {
        return std::tuple(verdict.isOutdone, verdict.kind, !verdict.isFasterSomewhere, verdict.from, -verdict.speedup);
    });
    return all;
}

}  // namespace

std::vector<Verdict> verdicts(const Results& results) {
    return *results.recall<std::vector<Verdict>>([&] {
        std::vector<Verdict> along = verdictsAlong(results);
        return along.empty() ? verdictsOf(results) : along;
    });
}

}  // namespace breakeven
