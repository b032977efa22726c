#include "core/analysis/overhead_model.h"

#include "core/analysis/curves.h"
#include "core/analysis/speedup.h"
#include "core/base/calls.h"
#include "core/base/parse.h"
#include "core/stats/summary.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <map>
#include <numeric>

namespace breakeven {

namespace {

using References = std::vector<const PoolReference*>;

References referencesOf(const Results& results, const Trial& trial) {
    References found;
    for (const PoolReference& reference : results.poolReferences()) {
        if (reference.backend == trial.backend && reference.start == trial.start && reference.workers == trial.workers)
            found.push_back(&reference);
    }
    return found;
}

/// A runner that was replaced has measured its launch twice: the mean of both stands for the launch.
std::vector<double> byLaunch(const References& references, const std::function<double(const PoolReference&)>& part) {
    std::map<int, std::vector<double>> launches;
    for (const PoolReference* reference : references)
        launches[reference->launch].push_back(part(*reference));
    std::vector<double> values;
    for (const auto& [launch, own] : launches)
        values.push_back(std::reduce(own.begin(), own.end()) / static_cast<double>(own.size()));
    return values;
}

TimePart partOf(const Summary& summary) {
    return {.value = summary.median, .interval = summary.interval};
}

bool handsOverAWholeList(const Trial& trial) {
    const auto call = parseCall(trial.call);
    const bool isLimited = !trial.inFlight.empty() && trial.inFlight != "all";
    return call && (*call == Call::Map || *call == Call::Starmap || *call == Call::Reduce) && !isLimited;
}

std::string refusalOf(const Trial& trial, bool hasReference) {
    if (trial.call.empty())
        return "The parts of a pool are measured with a map of a whole list, and this run does not tell its call.";
    if (!handsOverAWholeList(trial))
        return "The parts of a pool are measured with a map of a whole list, and " + trial.call +
               (trial.inFlight.empty() || trial.inFlight == "all" ? "" : " with a limit in flight") +
               " hands its chunks over in another way.";
    if (!hasReference)
        return "What the parts of " + trial.backend + " with " + std::to_string(trial.workers) +
               (trial.workers == 1 ? " worker" : " workers") + " cost was not measured in this run.";
    return {};
}

/// What was seen in the profiled passes, else what the trial's chunk says where it says it.
std::optional<std::uint64_t> chunksOf(const TrialResult& result) {
    if (!result.profiles.empty()) {
        std::vector<double> counts;
        for (const TrialProfiled& profile : result.profiles) {
            std::size_t chunks = 0;
            for (const WorkerProfile& worker : profile.workers)
                chunks += worker.chunks;
            counts.push_back(static_cast<double>(chunks));
        }
        return static_cast<std::uint64_t>(std::llround(median(counts)));
    }
    const Trial& trial = result.trial;
    constexpr std::uint64_t PoolChunksPerWorker = 4;  // Python's Pool.map
    const auto parts = static_cast<std::uint64_t>(trial.workers) * PoolChunksPerWorker;
    const std::uint64_t items =
        trial.chunk == "pool" ? (trial.size + parts - 1) / parts : parseWhole<std::uint64_t>(trial.chunk).value_or(0);
    if (items == 0) return std::nullopt;
    return (trial.size + items - 1) / items;
}

/// The list's bytes are known as a sum of both directions; half of them are taken for each.
double perByte(const PoolReference& reference) {
    return (reference.perByteSent.value_or(0) + reference.perByteCollected.value_or(0)) / 2;
}

TimePart startOf(const Trial& trial, const References& references) {
    if (trial.pool == "cold")
        return medianOf(byLaunch(references, [](const auto& own) { return own.startup.count(); }));
    if (trial.pool != "after-idle") return {};
    return medianOf(
        byLaunch(references, [](const auto& own) { return std::max(0.0, (own.parkedCall - own.hotCall).count()); }));
}

void addDispatch(OverheadModel& model, const TrialResult& result, const References& references) {
    model.perChunk = medianOf(byLaunch(references, [](const auto& own) { return own.perChunk.count(); }));
    model.chunks = chunksOf(result);
    if (!model.chunks) {
        model.note = "How many chunks the pool made of the list was not recorded, so only one per worker is counted.";
        return;
    }
    const auto workers = static_cast<std::uint64_t>(result.trial.workers);
    const auto further = static_cast<double>(*model.chunks - std::min(*model.chunks, workers));
    if (further > 0) model.dispatch = scaled(model.perChunk, further);
}

void addTransport(OverheadModel& model, const TrialResult& result, const References& references) {
    const bool isCopied = std::ranges::any_of(references, [](const auto* own) { return own->perByteSent.has_value(); });
    if (!isCopied) return;
    if (result.profiles.empty()) {
        model.note += model.note.empty() ? "" : " ";
        model.note += "How many bytes travel was not recorded, so their transport is not counted.";
        return;
    }
    model.transport =
        scaled(medianOf(byLaunch(references, perByte)), static_cast<double>(result.profiles.front().listBytes));
}

/// What it waits for a CPU, it needs one.
double busyShareOf(const TrialResult& serial) {
    std::vector<double> shares;
    for (const Sample& sample : serial.samples) {
        if (sample.cpu && sample.seconds > Seconds(0))
            shares.push_back((*sample.cpu + sample.delayed.value_or(Seconds(0))) / sample.seconds);
    }
    return shares.empty() ? 1 : std::clamp(median(shares), 0.0, 1.0);
}

OverheadModel modelOf(const Results& results, const TrialResult& base, const TrialResult& result) {
    OverheadModel model;
    model.trial = result.trial;
    const auto measured = summaryOf(result);
    const auto serial = summaryOf(base);
    if (measured) model.measured = partOf(*measured);
    model.busy = busyShareOf(base);
    const References references = referencesOf(results, result.trial);
    model.refusal = refusalOf(result.trial, !references.empty());
    if (!model.refusal.empty() || !measured || !serial) return model;

    model.start = startOf(result.trial, references);
    model.wake = medianOf(byLaunch(references, [](const auto& own) { return own.hotCall.count(); }));
    addDispatch(model, result, references);
    addTransport(model, result, references);
    const Trial& trial = result.trial;
    const WorkerCount usable = results.run().environment.usableCpus;
    model.work = scaled(partOf(*serial), evenShare(trial.size, model.busy, trial.workers, usable));
    model.total = sumOf({model.start, model.wake, model.dispatch, model.transport, model.work});
    model.residual = sumOf({model.measured, scaled(model.total, -1)});
    return model;
}

std::vector<OverheadModel> overheadModelsOf(const Results& results) {
    std::vector<OverheadModel> models;
    for (const Curve& curve : curvesOf(results)) {
        if (isLoop(curve.first())) continue;
        for (const TrialResult* result : curve.trials) {
            const TrialResult* base = comparableBaseOf(results, *result);
            if (base == nullptr) continue;
            models.push_back(modelOf(results, *base, *result));
            models.back().label = curve.label;
        }
    }
    return models;
}

}  // namespace

double evenShare(ItemCount items, double busy, WorkerCount workers, WorkerCount usableCpus) {
    const double ofItems = 1 / static_cast<double>(std::max(ItemCount{1}, items));
    return std::max({busy / std::max(1, usableCpus), 1.0 / std::max(1, workers), ofItems});
}

std::vector<OverheadModel> overheadModels(const Results& results) {
    return *results.recall<std::vector<OverheadModel>>([&] { return overheadModelsOf(results); });
}

}  // namespace breakeven
