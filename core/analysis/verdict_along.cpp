#include "core/analysis/verdict_along.h"

#include "core/analysis/best_chunk.h"
#include "core/analysis/curves.h"
#include "core/analysis/speedup.h"
#include "core/base/numbers.h"
#include "core/experiment/wording.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>

namespace breakeven {

namespace {

constexpr std::string_view ParamPrefix = "param:";

/// A curve's trial that can be compared with serial.
struct Place {
    const TrialResult* result = nullptr;
    Speedup speedup;
};

std::vector<Place> placesOf(const Results& results, const Curve& curve) {
    std::vector<Place> places;
    for (const TrialResult* result : curve.trials) {
        if (const auto speedup = speedupVsSerial(results, *result)) places.push_back({result, *speedup});
    }
    return places;
}

std::string ratioText(const Place& place) {
    return formatRatio(place.speedup.value, place.speedup.interval);
}

/// "2 workers", "fraction 0.5".
std::string nameOf(const Trial& trial, const std::string& x) {
    if (x == "workers") return std::to_string(trial.workers) + (trial.workers == 1 ? " worker" : " workers");
    const std::string name = x.substr(ParamPrefix.size());
    const ParamValue& value = trial.params.at(name);
    const auto* number = std::get_if<double>(&value);
    return name + " " + (number ? numberText(*number) : oneLine(std::get<std::string>(value)));
}

bool isNamed(const Trial& trial, const std::string& x) {
    return x == "workers" ? tellsWorkers(trial) : trial.params.contains(x.substr(ParamPrefix.size()));
}

std::string bestChunkText(const std::string& label, const BestChunk& best, const Place& place) {
    const std::string items = countItems(best.items);
    if (!best.asGood)
        return "no chunk is clearly the best for " + label + "; with " + items + " it reaches " + ratioText(place);
    const bool isAlone = best.asGood->low == best.asGood->high;
    return label + " is fastest with chunks of " + items +
           (isAlone ? "" : " (" + formatItems(*best.asGood) + " are as good)") + ": " + ratioText(place);
}

Verdict verdictOf(const Curve& curve, const Place& best) {
    Verdict verdict;
    verdict.kind = best.speedup.value > 1 ? Verdict::Kind::FasterAtOneSize : Verdict::Kind::SlowerAtOneSize;
    verdict.provisional = !best.speedup.isSolid();
    verdict.speedup = best.speedup.value;
    verdict.finding.numbers = {{"speedup", best.speedup.value}, {"workers", best.result->trial.workers}};
    if (best.speedup.interval) {
        verdict.finding.numbers["low"] = best.speedup.interval->low;
        verdict.finding.numbers["high"] = best.speedup.interval->high;
    }
    verdict.finding.words = {{"series", curve.label}, {"workload", curve.first().workload}};
    return verdict;
}

std::vector<Verdict> alongChunks(const Results& results) {
    const std::vector<BestChunk> best = bestChunks(results);
    std::vector<Verdict> all;
    for (const Curve& curve : curvesOf(results, "chunk")) {
        const std::vector<Place> places = placesOf(results, curve);
        for (const Place& place : places) {
            const auto own = std::ranges::find(best, place.result->trial.id, &BestChunk::trial);
            if (own == best.end()) continue;
            Verdict verdict = verdictOf(curve, place);
            if (!own->asGood) verdict.kind = Verdict::Kind::NotResolved;
            verdict.finding.id = "best-chunk";
            verdict.finding.text = bestChunkText(curve.label, *own, place) + baseNote(curve.first());
            verdict.finding.numbers["chunk"] = own->items;
            all.push_back(std::move(verdict));
        }
    }
    return all;
}

std::vector<Verdict> alongValues(const Results& results, const std::string& x) {
    std::vector<Verdict> all;
    for (const Curve& curve : curvesOf(results, x)) {
        if (isLoop(curve.first()) || !isNamed(curve.first(), x)) continue;
        const std::vector<Place> places = placesOf(results, curve);
        if (places.size() < 2) continue;
        const auto [worst, best] =
            std::ranges::minmax_element(places, {}, [](const Place& place) { return place.speedup.value; });
        Verdict verdict = verdictOf(curve, *best);
        verdict.finding.id = "best-value";
        verdict.finding.text = curve.label + " reaches " + ratioText(*best) + " with " +
                               nameOf(best->result->trial, x) + " and only " + ratioText(*worst) + " with " +
                               nameOf(worst->result->trial, x) + baseNote(curve.first());
        all.push_back(std::move(verdict));
    }
    return all;
}

}  // namespace

std::vector<Verdict> verdictsAlong(const Results& results) {
    const std::string& x = results.run().spec.x;
    std::vector<Verdict> all;
    if (x == "chunk") all = alongChunks(results);
    if (x == "workers" || x.starts_with(ParamPrefix)) all = alongValues(results, x);
    std::ranges::stable_sort(all, {}, [](const Verdict& verdict) { return std::pair(verdict.kind, -verdict.speedup); });
    return all;
}

}  // namespace breakeven
