#include "core/analysis/recommendation.h"

#include "core/analysis/curves.h"
#include "core/base/calls.h"
#include "core/base/numbers.h"
#include "core/stats/ratio.h"

#include <algorithm>
#include <map>
#include <string_view>
#include <tuple>
#include <utility>

namespace breakeven {

namespace {

constexpr Ratio PracticallySame = 1.02;

struct Way {
    const TrialResult* result = nullptr;
    Summary time;
    std::string label;
};

/// Lists that are compared with each other, all sizes of them.
using GroupKey = std::tuple<std::string, Params, bool, std::string>;

struct Group {
    GroupKey key;
    std::map<ItemCount, std::vector<Way>> sizes;
    std::map<ItemCount, std::size_t> tried = {};  ///< ways, those that failed, too
};

/// A loop in another language than serial's is the base of those in its own.
std::string baseOf(const Trial& trial) {
    return isLoop(trial) ? trial.backend : std::string(baseBackendOf(trial));
}

GroupKey keyOf(const Trial& trial) {
    return {trial.workload, trial.params, trial.call == ReduceCall, baseOf(trial)};
}

std::vector<Group> groupsOf(const Results& results) {
    std::vector<Group> groups;
    for (const Curve& curve : curvesOf(results)) {
        for (const TrialResult* result : curve.trials) {
            const Trial& trial = result->trial;
            GroupKey key = keyOf(trial);
            auto group = std::ranges::find(groups, key, &Group::key);
            if (group == groups.end()) group = groups.insert(groups.end(), {std::move(key), {}});
            ++group->tried[trial.size];
            const auto time = isComparable(*result) ? summaryOf(*result) : std::nullopt;
            if (!time || time->median <= Seconds(0)) continue;
            group->sizes[trial.size].push_back({result, *time, curve.label});
        }
    }
    return groups;
}

/// Simplest first; what differs in the chunk alone is equally simple.
auto simplicity(const Trial& trial) {
    const bool isProcess = trial.backend.starts_with("processes");
    return std::tuple(!isLoop(trial), trial.workers, isProcess);
}

Recommendation recommend(const Results& results, const std::vector<Way>& ways) {
    const Way& fastest = *std::ranges::min_element(ways, {}, [](const Way& way) { return way.time.median; });
    const Way* chosen = &fastest;
    Recommendation advice;
    advice.fastest = fastest.result->trial.id;
    advice.isSettled = true;
    for (const Way& way : ways) {
        if (&way == &fastest) {
            advice.asGood.push_back(advice.fastest);
            continue;
        }
        // How much longer it takes than the fastest.
        const auto ratio = pairedRatio(pairedTimes(*way.result, *fastest.result));
        if (!ratio || !ratio->interval) {
            advice.isSettled = false;
            continue;
        }
        const bool isClose = ratio->value <= PracticallySame;
        double least = ratio->interval->low;
        if (isLoop(way.result->trial)) {  // what made it wait for a CPU makes nothing else better
            const auto speedup = speedupVsSerial(results, *fastest.result);
            if (speedup && speedup->isSolid()) least = speedup->interval->low;
        }
        if (!isClose && least > 1) continue;
        advice.asGood.push_back(way.result->trial.id);
        // Serial needs no reason; other simpler ways have to be as fast as far as can be told.
        const bool isEnough = isClose || isLoop(way.result->trial);
        if (isEnough && simplicity(way.result->trial) < simplicity(chosen->result->trial)) chosen = &way;
    }
    advice.trial = chosen->result->trial;
    advice.label = chosen->label;
    advice.time = chosen->time;
    if (!isReference(advice.trial)) advice.speedup = speedupVsSerial(results, *chosen->result);
    return advice;
}

/// The label without the list's name, with the workers where all curves have as many and it leaves them out.
std::string nameOf(const Recommendation& advice, const std::string& list) {
    const bool isRepeated = !list.empty() && advice.label.starts_with(list + ' ');
    const std::string label = isRepeated ? advice.label.substr(list.size() + 1) : advice.label;
    if (!tellsWorkers(advice.trial) || label.find("×") != std::string::npos) return label;
    const WorkerCount workers = advice.trial.workers;
    return label + " with " + std::to_string(workers) + (workers == 1 ? " worker" : " workers");
}

/// Sizes in a row with the same advice.
struct Stretch {
    std::string name;
    bool isLoop = false;
    ItemCount from = 1;
    ItemCount to = 1;
};

std::vector<Stretch> stretchesOf(const std::vector<const Recommendation*>& advices, const std::string& list) {
    std::vector<Stretch> stretches;
    for (const Recommendation* advice : advices) {
        const std::string name = nameOf(*advice, list);
        if (stretches.empty() || stretches.back().name != name)
            stretches.push_back({name, isLoop(advice->trial), advice->trial.size, advice->trial.size});
        stretches.back().to = advice->trial.size;
    }
    return stretches;
}

std::string items(ItemCount size) {
    return countSize(static_cast<double>(size));
}

/// Where something was faster at smaller sizes, "stay serial" would say more than is known.
std::string actionOf(const Stretch& stretch, bool isFirst) {
    if (!stretch.isLoop) return "use " + stretch.name;
    return isFirst ? "stay serial" : "nothing is clearly faster than serial";
}

std::string sentenceOf(const std::vector<Stretch>& stretches) {
    const Stretch& last = stretches.back();
    if (stretches.size() == 1) {
        if (last.isLoop)
            return "Stay serial: nothing that was measured is clearly faster up to " + items(last.to) + ".";
        return last.from == last.to ? "At " + items(last.to) + " use " + last.name + "."
                                    : "Use " + last.name + " from " + items(last.from) + " to " + items(last.to) + ".";
    }
    std::string text = "Up to " + items(stretches.front().to) + ' ' + actionOf(stretches.front(), true);
    for (std::size_t i = 1; i < stretches.size(); ++i)
        text += "; from " + items(stretches[i].from) + ' ' + actionOf(stretches[i], false);
    return text + '.';
}

/// Advice on one list, ascending sizes.
struct Advice {
    std::vector<const Recommendation*> settled;
    ItemCount measuredTo = 1;  ///< settled or not
};

/// What tells each list from the others; its workload where nothing but the base does. No names for a list alone.
std::vector<std::string> namesOf(const std::vector<Advice>& lists) {
    if (lists.size() < 2) return std::vector<std::string>(lists.size());
    std::vector<Trial> plain;
    for (const Advice& list : lists) {
        const Trial& trial = list.settled.back()->trial;
        Trial& only = plain.emplace_back();
        only.workload = trial.workload;
        only.params = trial.params;
        if (trial.call == ReduceCall) only.call = trial.call;
    }
    std::vector<std::string> names = seriesLabels(plain);
    for (std::size_t i = 0; i < names.size(); ++i) {
        if (names[i].empty()) names[i] = plain[i].workload;
    }
    return names;
}

Finding findingOf(const Advice& advice, const std::string& name) {
    const std::vector<Stretch> stretches = stretchesOf(advice.settled, name);
    const Recommendation& largest = *advice.settled.back();
    Finding finding;
    finding.id = "recommendation";
    finding.text = sentenceOf(stretches);
    if (advice.measuredTo > largest.trial.size)
        finding.text += " Beyond, up to " + items(advice.measuredTo) + ", the rounds are too few to tell.";
    if (!name.empty()) finding.text = name + ": " + finding.text;
    if (const std::string base = baseOf(largest.trial); base != "serial")
        finding.text += " Compared with " + base + '.';
    finding.numbers = {{"from", static_cast<double>(stretches.back().from)},
                       {"largest", static_cast<double>(largest.trial.size)},
                       {"workers", largest.trial.workers}};
    if (largest.speedup) finding.numbers["speedup"] = largest.speedup->value;
    finding.words = {{"series", largest.label}, {"workload", largest.trial.workload}};
    return finding;
}

std::vector<Recommendation> recommendationsOf(const Results& results) {
    std::vector<Recommendation> advices;
    for (const Group& group : groupsOf(results)) {
        std::size_t most = 0;
        for (const auto& [size, tried] : group.tried)
            most = std::max(most, tried);
        for (const auto& [size, ways] : group.sizes) {
            if (ways.size() < 2) continue;
            advices.push_back(recommend(results, ways));
            advices.back().isWhole = group.tried.at(size) == most;
        }
    }
    return advices;
}

}  // namespace

std::vector<Recommendation> recommendations(const Results& results) {
    return *results.recall<std::vector<Recommendation>>([&] { return recommendationsOf(results); });
}

std::vector<Finding> recommendationFindings(const Results& results) {
    const std::vector<Recommendation> all = recommendations(results);
    std::vector<Advice> lists;
    const Recommendation* before = nullptr;
    for (const Recommendation& advice : all) {
        if (before == nullptr || keyOf(before->trial) != keyOf(advice.trial)) lists.emplace_back();
        before = &advice;
        if (!advice.isWhole) continue;
        lists.back().measuredTo = advice.trial.size;
        if (advice.isSettled) lists.back().settled.push_back(&advice);
    }
    std::erase_if(lists, [](const Advice& list) { return list.settled.empty(); });
    std::vector<Finding> found;
    const std::vector<std::string> names = namesOf(lists);
    for (std::size_t i = 0; i < lists.size(); ++i)
        found.push_back(findingOf(lists[i], names[i]));
    return found;
}

}  // namespace breakeven
