#include "core/analysis/recommendation.h"

#include "core/analysis/break_even.h"
#include "core/analysis/curves.h"
#include "core/analysis/trial_verdict.h"
#include "core/base/calls.h"
#include "core/base/numbers.h"
#include "core/experiment/wording.h"
#include "core/stats/ratio.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <string_view>
#include <tuple>
#include <utility>

namespace breakeven {

namespace {

constexpr double LittleGain = 0.02;
constexpr Ratio PracticallySame = 1 + LittleGain;

using Gain = Recommendation::Gain;

struct Way {
    const TrialResult* result = nullptr;
    Summary time;
    std::string label;
    Gain gain = Gain::None;
    bool isJudgedFaster = false;
};

/// What the run says elsewhere of each trial.
class Told {
public:
    explicit Told(const Results& results) : m_results(results) {
        for (const TrialVerdict& verdict : trialVerdicts(results)) {
            if (verdict.kind == TrialVerdict::Kind::Faster) m_faster.insert(verdict.trial);
        }
        for (const BreakEven& breakEven : breakEvens(results)) {
            if (breakEven.status == BreakEvenStatus::AlwaysFaster) m_paysFrom[breakEven.label] = 0;
            if (breakEven.interval) m_paysFrom[breakEven.label] = breakEven.interval->high;
        }
    }

    bool isJudgedFaster(const TrialResult& result) const { return m_faster.contains(result.trial.id); }

    Gain gainOf(const TrialResult& result, const std::string& label) const {
        const auto pays = m_paysFrom.find(label);
        const bool isAbove = pays != m_paysFrom.end() && static_cast<double>(result.trial.size) >= pays->second;
        if (!isAbove && !isJudgedFaster(result)) return Gain::None;
        const auto speedup = speedupVsSerial(m_results, result);  // its base may have failed here
        if (!speedup || !speedup->isSolid()) return Gain::None;
        return speedup->value > PracticallySame ? Gain::Clear : Gain::Small;
    }

private:
    const Results& m_results;
    std::set<int> m_faster;                    // trials
    std::map<std::string, double> m_paysFrom;  // items, by the curve's label
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
    const Told told(results);
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
            const Gain gain = isLoop(trial) ? Gain::None : told.gainOf(*result, curve.label);
            group->sizes[trial.size].push_back({result, *time, curve.label, gain, told.isJudgedFaster(*result)});
        }
    }
    return groups;
}

/// Simplest first; what differs in the chunk alone is equally simple.
auto simplicity(const Trial& trial) {
    const bool isProcess = trial.backend.starts_with("processes");
    return std::tuple(!isLoop(trial), trial.workers, isProcess);
}

const Way& fastestOf(const std::vector<const Way*>& ways) {
    return **std::ranges::min_element(ways, {}, [](const Way* way) { return way->time.median; });
}

/// How much longer the one takes than the other.
std::optional<RatioEstimate> slownessOf(const Way& way, const Way& other) {
    const auto ratio = pairedRatio(pairedTimes(*way.result, *other.result));
    return ratio && ratio->interval ? std::optional(*ratio) : std::nullopt;
}

/// Range: ways has one at least.
Recommendation recommend(const Results& results, const std::vector<Way>& ways) {
    std::vector<const Way*> all;
    std::vector<const Way*> better;  // than serial
    Recommendation advice;
    for (const Way& way : ways) {
        all.push_back(&way);
        if (way.gain == Gain::Clear) better.push_back(&way);
        advice.gain = std::max(advice.gain, way.gain);
    }
    // A size's own verdict is better than that of its curve.
    if (std::ranges::any_of(better, &Way::isJudgedFaster))
        std::erase_if(better, [](const Way* way) { return !way->isJudgedFaster; });
    const Way& fastest = fastestOf(all);
    const Way& best = better.empty() ? fastest : fastestOf(better);
    const Way* chosen = &best;
    advice.fastest = fastest.result->trial.id;
    advice.isSettled = true;
    for (const Way* way : all) {
        const bool isSerial = isLoop(way->result->trial);
        const auto slowness = way == &fastest ? RatioEstimate{} : slownessOf(*way, fastest);
        if (!slowness) {
            advice.isSettled = false;
            continue;
        }
        const bool isClose = way == &fastest || slowness->value <= PracticallySame;
        const bool isAsGood = isSerial ? better.empty() : isClose || slowness->interval->low <= 1;
        if (isAsGood) advice.asGood.push_back(way->result->trial.id);
        if (!better.empty() && std::ranges::find(better, way) == better.end()) continue;
        // Serial needs no reason; other simpler ways have to be as fast as far as can be told.
        const auto behind = &best == &fastest ? slowness : slownessOf(*way, best);
        const bool isEnough = isSerial || (behind && behind->value <= PracticallySame);
        if (isEnough && simplicity(way->result->trial) < simplicity(chosen->result->trial)) chosen = way;
    }
    advice.trial = chosen->result->trial;
    if (std::ranges::find(advice.asGood, advice.trial.id) == advice.asGood.end())
        advice.asGood.push_back(advice.trial.id);
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

/// Advice on one list, ascending sizes.
struct Advice {
    std::vector<const Recommendation*> settled;
    std::vector<const Recommendation*> others;  ///< not every way was tried or had rounds enough
    ItemCount measuredTo = 1;                   ///< settled or not, but for sizes of one break-even alone
};

/// Sizes in a row with the same advice.
struct Stretch {
    std::string name;
    bool isLoop = false;
    ItemCount from = 1;
    ItemCount to = 1;
    Gain gain = Gain::None;  ///< the most at any size
};

std::vector<Stretch> stretchesOf(const Advice& advice, const std::string& list) {
    std::vector<Stretch> stretches;
    for (const Recommendation* each : advice.settled) {
        const std::string name = nameOf(*each, list);
        if (stretches.empty() || stretches.back().name != name)
            stretches.push_back({name, isLoop(each->trial), each->trial.size, each->trial.size});
        stretches.back().to = each->trial.size;
        stretches.back().gain = std::max(stretches.back().gain, each->gain);
    }
    return stretches;
}

/// Whether a reader takes the stretch's advice for this size, too.
bool covers(const std::vector<Stretch>& stretches, const Stretch& stretch, ItemCount size) {
    return (size >= stretch.from || &stretch == &stretches.front()) &&
           (size <= stretch.to || &stretch == &stretches.back());
}

/// Sizes whose own comparison says otherwise than the advice that covers them, since less was measured there.
std::vector<const Recommendation*> exceptionsOf(const Advice& advice, std::vector<Stretch>& stretches) {
    std::vector<const Recommendation*> exceptions;
    for (const Recommendation* each : advice.others) {
        const auto own = std::ranges::find_if(stretches, [&](const Stretch& stretch) {
            return stretch.isLoop && covers(stretches, stretch, each->trial.size);
        });
        if (own == stretches.end()) continue;
        own->gain = std::max(own->gain, each->gain);
        if (each->gain == Gain::Clear) exceptions.push_back(each);
    }
    return exceptions;
}

std::string items(ItemCount size) {
    return countSize(static_cast<double>(size));
}

std::string littleText() {
    return numberText(LittleGain * 100) + "\u202f%";
}

/// Where something was faster at smaller sizes, "stay serial" would say more than is known.
std::string actionOf(const Stretch& stretch, bool isFirst) {
    if (!stretch.isLoop) return "use " + stretch.name;
    const bool isLittle = stretch.gain == Gain::Small;
    if (isFirst)
        return "stay serial" + (isLittle ? ", where nothing is faster by " + littleText() + " or more" : std::string());
    return isLittle ? "nothing is faster than serial by " + littleText() + " or more"
                    : "nothing is clearly faster than serial";
}

std::string sentenceOf(const std::vector<Stretch>& stretches) {
    const Stretch& last = stretches.back();
    if (stretches.size() == 1 && last.isLoop) {
        if (last.gain == Gain::Clear) return "Stay serial up to " + items(last.to) + '.';
        return "Stay serial: nothing that was measured is " +
               (last.gain == Gain::None ? "clearly faster" : "faster by " + littleText() + " or more") + " up to " +
               items(last.to) + '.';
    }
    if (stretches.size() == 1) {
        return last.from == last.to ? "At " + items(last.to) + " use " + last.name + "."
                                    : "Use " + last.name + " from " + items(last.from) + " to " + items(last.to) + ".";
    }
    std::string text = "Up to " + items(stretches.front().to) + ' ' + actionOf(stretches.front(), true);
    for (std::size_t i = 1; i < stretches.size(); ++i)
        text += "; from " + items(stretches[i].from) + ' ' + actionOf(stretches[i], false);
    return text + '.';
}

/// Of the exceptions the one that gains most is named.
std::string butOf(const std::vector<const Recommendation*>& exceptions, const std::string& list) {
    if (exceptions.empty()) return {};
    const Recommendation* best = *std::ranges::max_element(
        exceptions, {}, [](const Recommendation* each) { return each->speedup ? each->speedup->value : 0; });
    const std::size_t count = exceptions.size();
    const ItemCount smallest = exceptions.front()->trial.size;
    return " But at " +
           (count == 1 ? items(smallest)
                       : std::to_string(count) + " sizes from " + formatSize(static_cast<double>(smallest)) + " to " +
                             items(exceptions.back()->trial.size)) +
           ", where not every way was measured enough, " + nameOf(*best, list) + " is faster.";
}

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
    std::vector<Stretch> stretches = stretchesOf(advice, name);
    const std::vector<const Recommendation*> exceptions = exceptionsOf(advice, stretches);
    const Recommendation& largest = *advice.settled.back();
    Finding finding;
    finding.id = "recommendation";
    finding.text = sentenceOf(stretches);
    if (advice.measuredTo > largest.trial.size)
        finding.text += " Beyond, up to " + items(advice.measuredTo) + ", the rounds are too few to tell.";
    finding.text += butOf(exceptions, name);
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
        if (advice.isWhole) lists.back().measuredTo = advice.trial.size;
        const bool isKnown = advice.isWhole && advice.isSettled;
        (isKnown ? lists.back().settled : lists.back().others).push_back(&advice);
    }
    std::erase_if(lists, [](const Advice& list) { return list.settled.empty(); });
    std::vector<Finding> found;
    const std::vector<std::string> names = namesOf(lists);
    for (std::size_t i = 0; i < lists.size(); ++i)
        found.push_back(findingOf(lists[i], names[i]));
    return found;
}

}  // namespace breakeven
