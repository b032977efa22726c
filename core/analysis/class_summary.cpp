#include "core/analysis/class_summary.h"

#include "core/analysis/class_group.h"
#include "core/stats/distribution.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <iterator>
#include <limits>
#include <map>
#include <set>
#include <string_view>
#include <tuple>
#include <utility>

namespace breakeven {

namespace {

constexpr double CommonShare = 0.9;  // of a curve's runs that have a size which counts as common

/// What a curve is in every run: the trial without its workers.
struct CurveKey {
    Trial series;
    std::optional<WorkerCount> workers;  ///< absent: as many as each run has beside those that all have
    bool operator==(const CurveKey&) const = default;
};

Trial withoutWorkers(Trial series) {
    series.workers = UnknownWorkers;
    series.oversubscribed = false;
    return series;
}

std::string processorOf(const ClassRun& run) {
    const auto& facts = run.run.environment.facts;
    const auto model = std::ranges::find(facts, "cpu.model", &Fact::id);
    if (model != facts.end()) return model->value.value_or("processor not observable");
    return "not told";
}

std::vector<ClassMachine> machinesOf(const std::vector<ClassRun>& runs) {
    std::vector<ClassMachine> machines;
    for (std::size_t i = 0; i < runs.size(); ++i) {
        const std::string processor = processorOf(runs[i]);
        const WorkerCount cpus = runs[i].tellsEnvironment() ? runs[i].run.environment.usableCpus : 0;
        const auto same = std::ranges::find_if(
            machines, [&](const ClassMachine& each) { return each.processor == processor && each.usableCpus == cpus; });
        (same != machines.end() ? *same : machines.emplace_back(ClassMachine{processor, cpus, {}})).runs.push_back(i);
    }
    std::ranges::stable_sort(machines, std::greater<>(), [](const ClassMachine& each) { return each.runs.size(); });
    return machines;
}

using WorkersOfRuns = std::vector<std::set<WorkerCount>>;

/// The count of a curve that all runs with this series have, or nothing for the one that is each run's own.
std::optional<WorkerCount> workersKey(WorkerCount workers, const WorkersOfRuns& ofRuns) {
    std::set<WorkerCount> common;
    bool isFirst = true;
    for (const auto& own : ofRuns) {
        if (own.empty()) continue;
        std::set<WorkerCount> both;
        std::ranges::set_intersection(common, own, std::inserter(both, both.end()));
        common = std::exchange(isFirst, false) ? own : both;
    }
    const bool isOneMore =
        std::ranges::all_of(ofRuns, [&](const auto& own) { return own.empty() || own.size() <= common.size() + 1; });
    return common.contains(workers) || !isOneMore ? std::optional(workers) : std::nullopt;
}

std::vector<ClassCurve> curvesOfClass(const std::vector<ClassRun>& runs) {
    std::vector<std::pair<Trial, WorkersOfRuns>> workers;  // of each series
    const auto workersOf = [&](const Trial& series) -> WorkersOfRuns& {
        const auto same = std::ranges::find(workers, series, &std::pair<Trial, WorkersOfRuns>::first);
        return same != workers.end() ? same->second : workers.emplace_back(series, WorkersOfRuns(runs.size())).second;
    };
    for (std::size_t i = 0; i < runs.size(); ++i) {
        for (const RunCurve& curve : runs[i].curves)
            workersOf(withoutWorkers(curve.series))[i].insert(curve.series.workers);
    }
    std::vector<CurveKey> keys;
    std::vector<ClassCurve> curves;
    for (std::size_t i = 0; i < runs.size(); ++i) {
        for (const RunCurve& own : runs[i].curves) {
            CurveKey key{withoutWorkers(own.series), {}};
            key.workers = workersKey(own.series.workers, workersOf(key.series));
            const auto at = static_cast<std::size_t>(std::ranges::find(keys, key) - keys.begin());
            if (at == keys.size()) {
                curves.emplace_back().series = own.series;
                curves.back().series.oversubscribed = false;
                keys.push_back(std::move(key));
            }
            curves[at].places.push_back({i, own.series.workers, own.breakEven, own.speedups});
        }
    }
    return curves;
}

/// As in every chart, but where runs differ in the workers of a curve each label tells those of its own.
void nameCurves(std::vector<ClassCurve>& curves) {
    std::vector<Trial> trials;
    std::vector<std::string> workers;
    bool isMixed = false;
    for (const ClassCurve& curve : curves) {
        const auto [fewest, most] = std::ranges::minmax(curve.places, {}, &ClassPlace::workers);
        trials.push_back(curve.series);
        workers.push_back(" ×" + std::to_string(fewest.workers));
        if (fewest.workers == most.workers) continue;
        workers.back() += "–" + std::to_string(most.workers);
        isMixed = true;
    }
    if (isMixed) std::ranges::transform(trials, trials.begin(), withoutWorkers);
    std::vector<Trial> unique;
    for (const Trial& trial : trials)
        if (std::ranges::count(unique, trial) == 0) unique.push_back(trial);
    const std::vector<std::string> labels = seriesLabels(unique);
    for (std::size_t i = 0; i < curves.size(); ++i) {
        const auto own = std::ranges::find(unique, trials[i]) - unique.begin();
        curves[i].label = labels[static_cast<std::size_t>(own)] + (isMixed ? workers[i] : "");
    }
}

std::optional<ItemCount> largestCommon(const ClassCurve& curve) {
    std::map<ItemCount, std::size_t, std::greater<>> runsWith;
    for (const ClassPlace& place : curve.places) {
        for (const SizedSpeedup& speedup : place.speedups)
            ++runsWith[speedup.size];
    }
    const auto enough = CommonShare * static_cast<double>(curve.places.size());
    for (const auto& [size, count] : runsWith)
        if (static_cast<double>(count) >= enough) return size;
    return std::nullopt;
}

/// Over all places of the curve that are on one of the runs.
void spreadOver(const ClassCurve& curve, const std::function<bool(std::size_t)>& counts,
                std::optional<ClassSpread>& breakEven, std::optional<ClassSpread>& speedup) {
    std::vector<double> sizes;
    std::vector<double> ratios;
    for (const ClassPlace& place : curve.places) {
        if (!counts(place.run)) continue;
        if (const auto known = knownBreakEven(place)) sizes.push_back(*known);
        if (const auto* ratio = speedupAt(place, curve.largest)) ratios.push_back(ratio->value);
    }
    breakEven = classSpread(std::move(sizes));
    speedup = classSpread(std::move(ratios));
}

void summarise(ClassCurve& curve, const std::vector<ClassMachine>& machines) {
    curve.largest = largestCommon(curve);
    spreadOver(
        curve, [](std::size_t) { return true; }, curve.breakEven, curve.speedup);
    for (std::size_t i = 0; i < machines.size(); ++i) {
        const auto isOn = [&](std::size_t run) { return std::ranges::count(machines[i].runs, run) > 0; };
        const auto count = std::ranges::count_if(curve.places, isOn, &ClassPlace::run);
        if (count == 0) continue;
        MachineSpread spread{i, static_cast<std::size_t>(count), {}, {}};
        spreadOver(curve, isOn, spread.breakEven, spread.speedup);
        curve.machines.push_back(std::move(spread));
    }
}

}  // namespace

std::string ClassMachine::name() const {
    std::string plain = processor.substr(0, processor.find(" @ "));
    for (const std::string_view mark : {"(R)", "(TM)", "(tm)", " Processor", " CPU"})
        for (std::size_t at = plain.find(mark); at != std::string::npos; at = plain.find(mark))
            plain.erase(at, mark.size());
    if (plain.ends_with("-Core")) plain.erase(plain.rfind(' ') == std::string::npos ? plain.size() : plain.rfind(' '));
    while (plain.ends_with(' '))
        plain.pop_back();
    return plain.empty() ? processor : plain;
}

std::string ClassMachine::label() const {
    if (usableCpus == 0) return "machine not told";
    return name() + ", " + std::to_string(usableCpus) + (usableCpus == 1 ? " CPU" : " CPUs");
}

std::size_t ClassCurve::count(BreakEvenStatus status) const {
    return static_cast<std::size_t>(std::ranges::count_if(
        places, [&](const ClassPlace& place) { return place.breakEven && place.breakEven->status == status; }));
}

const ClassMachine& machineOf(const ClassSummary& summary, std::size_t run) {
    return *std::ranges::find_if(summary.machines,
                                 [&](const ClassMachine& each) { return std::ranges::count(each.runs, run) > 0; });
}

std::optional<double> knownBreakEven(const ClassPlace& place) {
    if (!place.breakEven) return std::nullopt;
    switch (place.breakEven->status) {
        case BreakEvenStatus::Resolved:
            return place.breakEven->size;
        case BreakEvenStatus::AlwaysFaster:
            return 0;
        case BreakEvenStatus::NeverInRange:
            return std::numeric_limits<double>::infinity();
        case BreakEvenStatus::NotResolved:
            break;
    }
    return std::nullopt;
}

const SizedSpeedup* speedupAt(const ClassPlace& place, const std::optional<ItemCount>& size) {
    if (!size) return nullptr;
    const auto found = std::ranges::find(place.speedups, *size, &SizedSpeedup::size);
    return found != place.speedups.end() ? &*found : nullptr;
}

std::optional<ClassSpread> classSpread(std::vector<double> values) {
    if (values.empty()) return std::nullopt;
    std::ranges::sort(values);
    const auto at = [&](double share) {
        const double whole = quantile(values, share);
        if (std::isfinite(whole)) return whole;
        // Between a size and infinity there is nothing: the nearer of the two.
        return values[static_cast<std::size_t>(std::lround(share * static_cast<double>(values.size() - 1)))];
    };
    return ClassSpread{values.size(), at(0.5), {at(0.25), at(0.75)}, {values.front(), values.back()}};
}

const ClassCurve* mainCurve(const ClassSummary& summary) {
    const auto weight = [](const ClassCurve& curve) {
        return std::pair(curve.count(BreakEvenStatus::Resolved), curve.places.size());
    };
    const auto most = std::ranges::max_element(summary.curves, {}, weight);
    return most != summary.curves.end() ? &*most : nullptr;
}

ClassSummary summariseClass(std::vector<ClassRun> runs, std::vector<LeftOut> unread) {
    ClassSummary summary;
    summary.leftOut = std::move(unread);
    summary.runs = sameExperiment(std::move(runs), summary.leftOut);
    if (summary.runs.empty()) return summary;
    const auto told = std::ranges::find_if(summary.runs, [](const ClassRun& run) { return !run.isTable(); });
    summary.spec = told != summary.runs.end() ? told->run.spec : summary.runs.front().run.spec;
    summary.machines = machinesOf(summary.runs);
    summary.curves = curvesOfClass(summary.runs);
    nameCurves(summary.curves);
    for (ClassCurve& curve : summary.curves)
        summarise(curve, summary.machines);
    summary.outliers = classOutliers(summary);
    return summary;
}

}  // namespace breakeven
