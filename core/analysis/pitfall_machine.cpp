#include "core/analysis/percent.h"
#include "core/analysis/pitfall_checks.h"
#include "core/base/hiccups.h"
#include "core/base/numbers.h"
#include "core/stats/median.h"

#include <algorithm>
#include <iterator>
#include <numeric>
#include <optional>
#include <set>

namespace breakeven {

namespace {

using Text = std::optional<std::string>;

/// Absent when the machine or the file does not tell.
Text factOf(const Results& results, std::string_view id) {
    const auto& facts = results.run().environment.facts;
    const auto fact = std::ranges::find(facts, id, &Fact::id);
    return fact == facts.end() ? std::nullopt : fact->value;
}

PitfallCheck notShown(const std::string& what) {
    return notObservable("This machine does not show " + what + ".");
}

/// Samples of a few microseconds cannot be told from the clock's own cost at less.
constexpr double NotableClockShare = 0.01;

/// The largest share of a sample that reading the clock takes; absent when its cost was not measured, or
/// no sample was.
std::optional<double> clockShare(const Results& results, std::vector<int>& trials) {
    Seconds cost{0};
    for (const LaunchReference& launch : results.launchReferences())
        cost = std::max(cost, launch.clockCost);
    if (cost <= Seconds(0)) return std::nullopt;
    std::optional<double> worst;
    for (const TrialResult& result : results.trials()) {
        if (result.samples.empty()) continue;
        double own = 0;
        for (const Sample& sample : result.samples) {
            const Seconds wall = sample.seconds * static_cast<double>(sample.iterations);
            if (wall > Seconds(0)) own = std::max(own, cost / wall);
        }
        if (own > NotableClockShare) trials.push_back(result.trial.id);
        worst = std::max(worst.value_or(0), own);
    }
    return worst;
}

/// Runs of this program count what the system did to each sample; files of others do not.
bool countsNoise(const Results& results) {
    return !results.run().environment.facts.empty() ||
           std::ranges::any_of(results.trials(), [](const TrialResult& each) { return !each.flags.empty(); });
}

/// Of the launch in the middle: one may have met what the others did not.
std::optional<Hiccups> usualHiccups(const Results& results) {
    std::vector<Hiccups> seen;
    for (const LaunchReference& launch : results.launchReferences()) {
        if (launch.hiccups) seen.push_back(*launch.hiccups);
    }
    if (seen.empty()) return std::nullopt;
    std::ranges::sort(seen, {}, &Hiccups::lost);
    return seen[seen.size() / 2];
}

/// Part of the computing time that a list on one node had workers on others, in its last pass that tells; 0 for a list
/// on several nodes. Absent: it is not told.
std::optional<double> computedFarAway(const TrialResult& result) {
    constexpr double OnOneNode = 0.9;
    for (auto pass = result.profiles.rbegin(); pass != result.profiles.rend(); ++pass) {
        const auto all = std::reduce(pass->nodePages.begin(), pass->nodePages.end());
        if (all == 0) continue;
        const auto most = std::ranges::max_element(pass->nodePages);
        const auto home = static_cast<int>(most - pass->nodePages.begin());
        Seconds far{0};
        Seconds known{0};
        for (const WorkerProfile& worker : pass->workers) {
            if (!worker.node) continue;
            known += worker.compute;
            if (*worker.node != home) far += worker.compute;
        }
        if (known <= Seconds(0)) continue;
        return static_cast<double>(*most) >= OnOneNode * static_cast<double>(all) ? far / known : 0;
    }
    return std::nullopt;
}

}  // namespace

PitfallCheck checkQuota(const AnalysedRun& run) {
    const Results& results = run.results;
    const Text quota = factOf(results, "cgroup.quota");
    if (!quota) return notShown("its CPU quota");
    return seenAt(results, flagged(results, "throttled", 0), "A quota of " + *quota + " stopped the workers",
                  *quota == "none" ? "There is no CPU quota." : "The quota of " + *quota + " stopped no sample.");
}

PitfallCheck checkOversubscription(const AnalysedRun& run) {
    const Results& results = run.results;
    std::vector<int> trials;
    for (const TrialResult& result : results.trials()) {
        const auto regime =
            std::ranges::find(run.regimes, result.trial.id, [](const Regime& own) { return own.trial.id; });
        const bool waits = regime != run.regimes.end() && regime->kind == RegimeKind::Blocking;
        if (result.trial.oversubscribed && !waits) trials.push_back(result.trial.id);
    }
    const WorkerCount count = results.run().environment.usableCpus;
    const std::string usable = std::to_string(count) + (count == 1 ? " usable CPU" : " usable CPUs");
    return seenAt(results, std::move(trials), "Workers outnumber the " + usable,
                  "No trial that computes has more workers than the " + usable + ".");
}

PitfallCheck checkSmt(const AnalysedRun& run) {
    const Results& results = run.results;
    const Text smt = factOf(results, "cpu.smt");
    if (!smt) return notShown("whether CPUs share cores");
    if (*smt == "off") return notSeen("Every CPU is a core of its own, as far as the machine shows.");
    std::vector<int> trials;
    const WorkerCount cores = results.run().environment.physicalCores;
    for (const TrialResult& result : results.trials()) {
        if (result.trial.workers > cores && !result.trial.oversubscribed) trials.push_back(result.trial.id);
    }
    return seenAt(results, std::move(trials), "Workers share the " + std::to_string(cores) + " cores (" + *smt + ")",
                  "No trial has more workers than cores.");
}

PitfallCheck checkHybrid(const AnalysedRun& run) {
    const Results& results = run.results;
    const Text kinds = factOf(results, "cpu.kinds");
    if (!kinds) return notShown("kinds of cores");
    if (*kinds == "all alike") return notSeen("All cores are alike.");
    return seen("The cores are of different kinds (" + *kinds + ").");
}

PitfallCheck checkClockDroop(const AnalysedRun& run) {
    const Results& results = run.results;
    constexpr double Notable = 0.03;
    double worst = 0;
    WorkerCount threads = 0;
    for (const LaunchReference& launch : results.launchReferences()) {
        if (launch.threads.size() < 2 || launch.threads.back().spin <= Seconds(0)) continue;
        const double loss = 1 - launch.threads.front().spin / launch.threads.back().spin;
        if (threads == 0 || loss < worst) worst = loss;  // the least of the launches: a disturbed one says nothing
        threads = launch.threads.back().threads;
    }
    const Text governor = factOf(results, "cpu.governor");
    const std::string name = governor ? " (governor " + *governor + ")." : ".";
    if (threads == 0) return notObservable("The clock was not compared between one worker and several" + name);
    const std::string count = std::to_string(threads) + " threads";
    if (worst < Notable) return notSeen("A fixed loop is as fast in " + count + " at once as in one" + name);
    return seen("With " + count + " at once each runs " + percent(worst) + " slower than alone" + name);
}

PitfallCheck checkHeat(const AnalysedRun& run) {
    const Results& results = run.results;
    auto trials = flagged(results, "thermal", 0);
    if (trials.empty() && !factOf(results, "cpu.throttled")) return notShown("throttling by heat");
    return seenAt(results, std::move(trials), "The CPU was too hot and lowered its clock",
                  "The CPU did not throttle during a sample.");
}

PitfallCheck checkLoad(const AnalysedRun& run) {
    const Results& results = run.results;
    const std::vector<int> stolen = flagged(results, "steal");
    std::vector<int> trials = stolen;
    std::set<int> oversubscribed;
    for (const TrialResult& result : results.trials()) {
        if (result.trial.oversubscribed) oversubscribed.insert(result.trial.id);
    }
    std::ranges::copy_if(flagged(results, "pressure"), std::back_inserter(trials),
                         [&](int trial) { return !oversubscribed.contains(trial); });  // they wait for each other
    std::ranges::copy_if(flagged(results, "switches"), std::back_inserter(trials),
                         [&](int trial) { return !oversubscribed.contains(trial); });
    const auto hiccups = usualHiccups(results);
    const Text load = factOf(results, "load.average");
    std::string at = load ? "load at the start " + *load : "";
    if (hiccups)
        at += (at.empty() ? "" : ", and ") + ("a spinning thread was kept off its CPU for " + percent(hiccups->lost) +
                                              " of the time, the longest for " + formatSeconds(hiccups->longest));
    if (!at.empty()) at = " (" + at + ")";
    const std::string who = stolen.empty() ? "Other programs took CPUs" : "Other programs or guests took CPUs";
    if (trials.empty() && hiccups && hiccups->lost > NotableHiccups)
        return seen(who + " before the samples" + at + ".");
    if (trials.empty() && at.empty() && !countsNoise(results))
        return notObservable("The file does not say what else ran on the machine.");
    return seenAt(results, std::move(trials), who + at, "No other program took a CPU for long" + at + ".");
}

/// A list on one node is what one thread that touches it first leaves. Of pages on several nodes it is not known which
/// worker needs which.
PitfallCheck checkNuma(const AnalysedRun& run) {
    const Results& results = run.results;
    constexpr double Notable = 0.1;
    const Text nodes = factOf(results, "cpu.numa_nodes");
    if (!nodes) return notShown("its memory nodes");
    if (*nodes == "1") return notSeen("There is one memory node.");
    std::vector<int> trials;
    bool isKnown = false;
    double most = 0;
    for (const TrialResult& result : results.trials()) {
        const auto far = computedFarAway(result);
        if (!far) continue;
        isKnown = true;
        if (*far < Notable) continue;
        most = std::max(most, *far);
        trials.push_back(result.trial.id);
    }
    if (!isKnown)
        return notObservable("There are " + *nodes +
                             " memory nodes, and no recorded pass shows where lists lie and workers run.");
    return seenAt(results, std::move(trials),
                  "The list lies on one memory node, and up to " + percent(most) + " of the work was done on others",
                  "Of the " + *nodes + " memory nodes, workers run where their list lies.");
}

PitfallCheck checkPageFaults(const AnalysedRun& run) {
    const Results& results = run.results;
    if (!countsNoise(results)) return notObservable("The file does not count page faults.");
    return seenAt(results, flagged(results, "page-faults"), "Page faults took more than 1 % of a sample",
                  "Fewer than a tenth of any trial's samples had notable page faults: lists are touched before.");
}

PitfallCheck checkClock(const AnalysedRun& run) {
    const Results& results = run.results;
    std::vector<int> trials;
    const auto share = clockShare(results, trials);
    const Text source = factOf(results, "clock.source");
    const std::string name = source ? " (source " + *source + ")" : "";
    if (!share) return notObservable("What reading the clock costs was not measured" + name + ".");
    return seenAt(results, std::move(trials),
                  "Reading the clock takes up to " + percent(*share) + " of a sample" + name,
                  "Reading the clock takes at most " + percent(*share) + " of a sample" + name + ".");
}

PitfallCheck checkBuild(const AnalysedRun& run) {
    const Results& results = run.results;
    const Text sanitizers = factOf(results, "build.sanitizers");
    std::string text;
    if (results.run().environment.debugBuild) text = "a debug build";
    if (sanitizers && *sanitizers != "none") text += (text.empty() ? "" : ", ") + ("sanitizers: " + *sanitizers);
    if (!flagged(results, DebuggerFlag).empty()) text += (text.empty() ? "" : ", ") + std::string("a debugger");
    if (!text.empty()) return seen("Measured with " + text + ".");
    return sanitizers ? notSeen("An optimised build without sanitizers, and no debugger.")
                      : notObservable("The file does not say how the program was built.");
}

PitfallCheck checkLayout(const AnalysedRun& run) {
    const Results& results = run.results;
    std::set<int> launches;
    std::vector<int> few;
    for (const TrialResult& result : results.trials()) {
        std::set<int> own;
        for (const Sample& sample : result.samples)
            own.insert(sample.launch);
        if (!own.empty() && own.size() < FewestLaunches) few.push_back(result.trial.id);
        launches.merge(own);
    }
    if (launches.empty()) return notObservable("There are no samples to tell launches by.");
    if (launches.size() == 1 && !countsNoise(results)) return notObservable("The file does not tell launches apart.");
    if (launches.size() < FewestLaunches)
        return seen("Samples are from " + std::to_string(launches.size()) +
                    (launches.size() == 1 ? " launch" : " launches") + ": too few to tell the luck of the layout.");
    if (!few.empty())
        return seenAt(results, std::move(few),
                      "Samples are from fewer than " + std::to_string(FewestLaunches) + " launches", "");
    return prevented("Each of " + std::to_string(launches.size()) +
                     " launches has an environment, a stack and addresses of its own, and intervals know of it.");
}

PitfallCheck checkWindow(const AnalysedRun&) {
    return prevented("What is measured has a process of its own, and nothing is drawn or written inside a sample.");
}

PitfallCheck checkOtherMachine(const AnalysedRun& run) {
    const Results& results = run.results;
    if (results.run().environment.facts.empty())
        return notObservable("The file does not say which machine it is from.");
    return prevented("A run is of one machine; a comparison of runs says when theirs differ.");
}

}  // namespace breakeven
