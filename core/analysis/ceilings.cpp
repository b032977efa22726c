#include "core/analysis/ceilings.h"

#include "core/analysis/curves.h"
#include "core/analysis/log_estimate.h"
#include "core/analysis/scaling_laws.h"

#include <algorithm>
#include <charconv>
#include <map>
#include <set>
#include <tuple>
#include <utility>

namespace breakeven {

namespace {

/// Trials that have a list in common, and their workers.
struct List {
    std::size_t tried = 0;                     // ways to execute it, whatever came of them
    const TrialResult* base = nullptr;         // absent when nothing can be compared
    std::vector<const TrialResult*> parallel;  // within the usable CPUs, compared with serial
};

using Work = std::pair<std::string, Params>;
using Lists = std::map<Work, std::map<ItemCount, List>>;

Lists listsOf(const Results& results) {
    Lists lists;
    for (const TrialResult& result : results.trials()) {
        const Trial& trial = result.trial;
        if (isLoop(trial) || baseBackendOf(trial) != "serial") continue;
        if (trial.oversubscribed || trial.workers > results.run().environment.usableCpus) continue;
        List& list = lists[{trial.workload, trial.params}][trial.size];
        ++list.tried;
        const TrialResult* base = comparableBaseOf(results, result);
        if (base == nullptr) continue;
        list.base = base;
        list.parallel.push_back(&result);
    }
    for (auto& [work, sizes] : lists)
        std::erase_if(sizes, [](const auto& each) { return each.second.base == nullptr; });
    std::erase_if(lists, [](const auto& each) { return each.second.empty(); });
    return lists;
}

std::set<WorkerCount> workersOf(const List& list) {
    std::set<WorkerCount> workers;
    for (const TrialResult* result : list.parallel) {
        if (result->trial.workers > 1) workers.insert(result->trial.workers);
    }
    return workers;
}

std::optional<CeilingPoint> amdahl(const Results& results, const List& list) {
    const std::set<WorkerCount> workers = workersOf(list);
    if (workers.empty()) return std::nullopt;
    const WorkerCount most = *workers.rbegin();
    std::optional<Speedup> best;
    for (const TrialResult* result : list.parallel) {
        if (result->trial.workers != most) continue;
        const auto speedup = speedupVsSerial(results, *result);
        if (speedup && (!best || speedup->value > best->value)) best = speedup;
    }
    if (!best || !best->interval || best->interval->low <= 1) return std::nullopt;
    const double least = karpFlatt(best->interval->high, most);
    if (least <= 0) return std::nullopt;
    const auto limit = [&](Ratio speedup) { return 1 / karpFlatt(speedup, most); };
    return CeilingPoint{list.base->trial.size, most, limit(best->value),
                        Interval<Ratio>{limit(best->interval->low), 1 / least}};
}

/// Bytes per second of that many threads, as log; absent when no launch measured it.
std::optional<LogEstimate> bandwidthOf(const Results& results, WorkerCount threads) {
    std::vector<double> logs;
    for (const LaunchReference& launch : results.launchReferences()) {
        const auto found = std::ranges::find(launch.threads, threads, &ThreadReference::threads);
        if (found != launch.threads.end() && found->bytesPerSecond > 0)
            logs.push_back(logOf(found->bytesPerSecond).value);
    }
    if (logs.empty()) return std::nullopt;
    return meanOf(logs);
}

ByteCount bytesOf(const List& list) {
    ByteCount bytes = 0;
    for (const TrialResult* result : list.parallel) {
        for (const TrialProfiled& pass : result->profiles)
            bytes = std::max(bytes, pass.listBytes);
    }
    return bytes;
}

std::optional<CeilingPoint> memory(const Results& results, const List& list, WorkerCount workers) {
    const auto cache = lastCacheBytes(results.run().environment);
    const ByteCount bytes = bytesOf(list);
    const auto bandwidth = bandwidthOf(results, workers);
    const auto serial = summaryOf(*list.base);
    if (!cache || bytes <= *cache || !bandwidth || !serial || serial->median.count() <= 0) return std::nullopt;
    std::optional<Interval<double>> interval;
    if (serial->interval) interval = {serial->interval->low.count(), serial->interval->high.count()};
    const auto exactly = static_cast<double>(bytes);
    const LogEstimate limit =
        logOf(serial->median.count(), interval) + *bandwidth + -logOf(exactly, Interval<double>{exactly, exactly});
    return CeilingPoint{list.base->trial.size, workers, limit.ratio(), limit.ratioInterval()};
}

std::string onWorkers(WorkerCount workers) {
    return " ×" + std::to_string(workers);
}

void addCeilings(std::vector<Ceiling>& found, const Results& results, const Work& work,
                 const std::map<ItemCount, List>& lists, const std::string& prefix) {
    Ceiling amdahls{CeilingKind::Amdahl, work.first, work.second, prefix + "Amdahl", {}};
    std::map<WorkerCount, Ceiling> ideals;
    std::map<WorkerCount, Ceiling> memories;
    std::size_t mostTried = 0;
    for (const auto& [size, list] : lists)
        mostTried = std::max(mostTried, list.tried);
    for (const auto& [size, list] : lists) {
        const bool isWhole = list.tried == mostTried;
        if (const auto point = isWhole ? amdahl(results, list) : std::nullopt) amdahls.points.push_back(*point);
        for (const WorkerCount workers : workersOf(list)) {
            ideals[workers].points.push_back({size, workers, static_cast<Ratio>(workers), {}});
            if (const auto point = memory(results, list, workers)) memories[workers].points.push_back(*point);
        }
    }
    const auto append = [&](std::map<WorkerCount, Ceiling>& all, CeilingKind kind, const std::string& name) {
        for (auto& [workers, ceiling] : all)
            found.push_back({kind, work.first, work.second, prefix + name + onWorkers(workers), ceiling.points});
    };
    append(ideals, CeilingKind::Ideal, "ideal");
    if (!amdahls.points.empty()) found.push_back(std::move(amdahls));
    append(memories, CeilingKind::Memory, "memory");
}

/// "L2 2048 KiB"
std::optional<Cache> cacheOf(std::string_view text) {
    const std::size_t space = text.find(' ');
    if (!text.starts_with('L') || space == std::string_view::npos) return std::nullopt;
    const std::string_view size = text.substr(space + 1);
    std::uint32_t number = 0;
    const auto [end, error] = std::from_chars(size.data(), size.data() + size.size(), number);
    if (error != std::errc() || number == 0) return std::nullopt;
    const std::string_view unit(end, static_cast<std::size_t>(size.data() + size.size() - end));
    if (unit == " KiB") return Cache{std::string(text), ByteCount{number} << 10};
    if (unit == " MiB") return Cache{std::string(text), ByteCount{number} << 20};
    return std::nullopt;
}

std::vector<Ceiling> ceilingsOf(const Results& results) {
    const Lists lists = listsOf(results);
    std::vector<Ceiling> found;
    std::map<std::string, int> seen;
    for (const auto& [work, sizes] : lists) {
        const int number = ++seen[work.first];
        std::string prefix;
        if (lists.size() > 1) prefix = work.first + (number > 1 ? " (" + std::to_string(number) + ")" : "") + ": ";
        addCeilings(found, results, work, sizes, prefix);
    }
    return found;
}

}  // namespace

std::vector<Ceiling> ceilings(const Results& results) {
    return *results.recall<std::vector<Ceiling>>([&] { return ceilingsOf(results); });
}

std::vector<Cache> cachesOf(const Environment& environment) {
    const auto fact = std::ranges::find(environment.facts, "cpu.caches", &Fact::id);
    if (fact == environment.facts.end() || !fact->value) return {};
    std::vector<Cache> caches;
    std::string_view rest = *fact->value;
    while (!rest.empty()) {
        const std::size_t comma = std::min(rest.find(','), rest.size());
        auto cache = cacheOf(rest.substr(0, comma));
        if (!cache) return {};
        caches.push_back(*std::move(cache));
        rest.remove_prefix(std::min(comma + 1, rest.size()));
        rest.remove_prefix(std::min(rest.find_first_not_of(' '), rest.size()));
    }
    return caches;
}

std::optional<ByteCount> lastCacheBytes(const Environment& environment) {
    const std::vector<Cache> caches = cachesOf(environment);
    return caches.empty() ? std::nullopt : std::optional(caches.back().bytes);
}

std::string_view ceilingWord(CeilingKind kind) {
    switch (kind) {
        case CeilingKind::Ideal:
            return "ideal";
        case CeilingKind::Amdahl:
            return "amdahl";
        case CeilingKind::Memory:
            return "memory";
    }
    return "ideal";
}

}  // namespace breakeven
