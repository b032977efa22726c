#include "core/analysis/method_statement.h"

#include "core/analysis/ceilings.h"
#include "core/analysis/curves.h"
#include "core/analysis/quality.h"
#include "core/analysis/speedup.h"
#include "core/analysis/trial_verdict.h"
#include "core/stats/median.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <optional>
#include <set>
#include <utility>

namespace breakeven {

namespace {

/// What the rules look at, counted once.
struct CheckedRun {
    explicit CheckedRun(const Results& of);

    const Results& results;
    std::size_t measured = 0;          ///< trials with times that may be compared
    std::size_t withInterval = 0;      ///< of these, with an interval of the median
    std::size_t withSamples = 0;       ///< of these, known by every sample
    std::size_t unexplained = 0;       ///< trials without times and without a reason
    std::size_t failed = 0;            ///< trials whose status says why they are not compared
    std::size_t parallel = 0;          ///< of the measured, those that have something to be compared with
    std::size_t withSpeedup = 0;       ///< of the parallel ones
    std::size_t openRatios = 0;        ///< speed-ups without an interval
    std::size_t paired = 0;            ///< speed-ups from rounds
    std::size_t profiled = 0;          ///< trials with passes in which each worker's part was recorded
    std::set<std::string_view> bases;  ///< backends that the speed-ups are over

    /// False for a table, which does not tell how its times were taken.
    bool isOwn() const { return !results.run().version.empty(); }
};

CheckedRun::CheckedRun(const Results& of) : results(of) {
    for (const TrialResult& result : of.trials()) {
        if (!result.profiles.empty()) ++profiled;
        if (!isComparable(result)) {
            ++(result.status == TrialStatus::Ok ? unexplained : failed);
            continue;
        }
        ++measured;
        if (!result.samples.empty()) ++withSamples;
        if (const auto summary = summaryOf(result); summary && summary->interval) ++withInterval;
        if (isReference(result.trial)) continue;
        ++parallel;
        const auto speedup = speedupVsSerial(of, result);
        if (!speedup) continue;
        ++withSpeedup;
        bases.insert(baseBackendOf(result.trial));
        if (!speedup->interval) ++openRatios;
        if (speedup->paired) ++paired;
    }
}

struct RuleCheck {
    RuleState state = RuleState::NotObservable;
    std::string text;
};

RuleCheck kept(std::string text) {
    return {RuleState::Kept, std::move(text)};
}

RuleCheck notKept(std::string text) {
    return {RuleState::NotKept, std::move(text)};
}

RuleCheck notObservable(std::string text) {
    return {RuleState::NotObservable, std::move(text)};
}

std::string countOf(std::size_t count, const std::string& noun) {
    return std::to_string(count) + " " + noun + (count == 1 ? "" : "s");
}

std::string partOf(std::size_t part, std::size_t all, const std::string& noun) {
    return std::to_string(part) + " of " + countOf(all, noun);
}

RuleCheck nothingMeasured() {
    return notObservable("Nothing was measured.");
}

RuleCheck nothingCompared() {
    return notObservable("No trial has something to be compared with.");
}

RuleCheck onlySummaries() {
    return notObservable("The file holds summaries without their samples.");
}

RuleCheck checkBase(const CheckedRun& run) {
    if (run.parallel == 0) return nothingCompared();
    if (run.withSpeedup < run.parallel)
        return notKept(partOf(run.parallel - run.withSpeedup, run.parallel, "trial") + " lack a base.");
    std::string names;
    for (const std::string_view base : run.bases)
        names += (names.empty() ? "" : " or ") + std::string(base);
    return kept(countOf(run.withSpeedup, "speed-up") + " over " + names + ", whose own times stand in the same table.");
}

RuleCheck checkSelection(const CheckedRun& run) {
    if (run.results.trials().empty()) return nothingMeasured();
    const std::size_t all = run.results.trials().size();
    if (run.unexplained > 0)
        return notKept(partOf(run.unexplained, all, "trial") + " have no times, and nothing says why.");
    if (!run.results.finished())
        return notObservable("The file breaks off before the end of its run: what was not reached is not in it.");
    if (run.failed > 0)
        return kept("The status of " + partOf(run.failed, all, "trial") + " says why it is not compared.");
    return kept("Nothing was left out: " + partOf(all, all, "trial") + " have times.");
}

RuleCheck checkMeans(const CheckedRun& run) {
    if (run.measured == 0) return nothingMeasured();
    if (run.withSamples == 0) return onlySummaries();
    return kept(
        "Only times are averaged by the arithmetic mean. Samples have medians, bandwidths of several launches a "
        "geometric mean.");
}

RuleCheck checkRatios(const CheckedRun& run) {
    if (run.withSpeedup == 0) return nothingCompared();
    const std::string fromMedians = std::to_string(run.withSpeedup - run.paired);
    return kept("No ratio is an arithmetic mean of ratios: " + std::to_string(run.paired) +
                " speed-ups are the median over paired rounds, " + fromMedians +
                " the ratio of two medians. Loss factors of several passes are geometric means.");
}

RuleCheck checkIntervals(const CheckedRun& run) {
    if (run.measured == 0) return nothingMeasured();
    if (run.withInterval < run.measured || run.openRatios > 0)
        return notKept(partOf(run.measured - run.withInterval, run.measured, "median") + " and " +
                       partOf(run.openRatios, run.withSpeedup, "speed-up") +
                       " have too few rounds for an interval; they say so.");
    return kept("All " + countOf(run.measured, "median") + " and " + countOf(run.withSpeedup, "speed-up") +
                " have a 95 % interval.");
}

RuleCheck checkNormality(const CheckedRun& run) {
    if (run.measured == 0) return nothingMeasured();
    if (run.withSamples == 0) return onlySummaries();
    return kept(
        "No sample is taken for normal: intervals and tests rest on order statistics and resampling. What differs from "
        "launch to launch or from pass to pass, of which there are few, is taken for normal.");
}

RuleCheck checkComparison(const CheckedRun& run) {
    const std::vector<TrialVerdict> verdicts = trialVerdicts(run.results);
    if (verdicts.empty()) return nothingCompared();
    const auto byMedians =
        static_cast<std::size_t>(std::ranges::count(verdicts, std::size_t{0}, &TrialVerdict::rounds));
    if (byMedians > 0)
        return notKept(partOf(byMedians, verdicts.size(), "verdict") + " come from two medians instead of rounds.");
    const auto fewLaunches = static_cast<std::size_t>(
        std::ranges::count_if(verdicts, [](const TrialVerdict& each) { return each.launches < FewestLaunches; }));
    if (fewLaunches > 0)
        return notKept(partOf(fewLaunches, verdicts.size(), "verdict") + " rest on fewer than " +
                       std::to_string(FewestLaunches) + " launches, which cannot tell the luck of the memory layout.");
    return kept(countOf(verdicts.size(), "verdict") + " from paired rounds" + (run.isOwn() ? " in random order" : "") +
                ", corrected together for their number.");
}

RuleCheck checkCentre(const CheckedRun& run) {
    if (run.measured == 0) return nothingMeasured();
    if (run.withSamples == 0) return onlySummaries();
    for (const Finding& finding : qualityFindings(run.results)) {
        if (finding.id == "several-modes" || finding.id == "no-steady-state") return notKept(finding.text);
    }
    const std::vector<TrialQuality> all = quality(run.results);
    const bool isTold =
        std::ranges::any_of(all, [](const TrialQuality& each) { return each.times.modality.has_value(); });
    if (!isTold) return notObservable("No trial has the samples that telling its modes takes.");
    return kept("Medians stand for times with one mode; no trial clearly has several.");
}

RuleCheck checkSetup(const CheckedRun& run) {
    constexpr std::array<std::string_view, 10> Needed = {
        "cpu.model", "cpu.governor", "cpu.caches",   "memory.total",      "kernel",
        "compiler",  "build.flags",  "program.hash", "program.libraries", "clock.source"};
    const std::vector<Fact>& facts = run.results.run().environment.facts;
    if (facts.empty()) return notKept("The file says nothing of the machine.");
    std::string missing;
    std::string hidden;
    for (const std::string_view id : Needed) {
        const auto fact = std::ranges::find(facts, id, &Fact::id);
        std::string& list = fact == facts.end() ? missing : hidden;
        if (fact == facts.end() || !fact->value)
            list += (list.empty() ? "" : ", ") + (fact == facts.end() ? std::string(id) : fact->title);
    }
    if (!missing.empty()) return notKept("The record of the machine lacks " + missing + ".");
    return kept(countOf(facts.size(), "fact") +
                " of machine, build and system are recorded, with the spec and its seed" +
                (hidden.empty() ? "." : "; this machine does not show: " + hidden + "."));
}

RuleCheck checkTiming(const CheckedRun& run) {
    if (run.measured == 0) return nothingMeasured();
    if (run.withSamples == 0) return onlySummaries();
    if (!run.isOwn()) return notObservable("The file does not tell how its times were taken.");
    return kept(
        "A sample is the wall time from the hand-over of a list to the last result, a cold pool's start included, "
        "other "
        "runtimes by their own clock; what each worker did was recorded for " +
        countOf(run.profiled, "trial") + ", outside of the samples.");
}

RuleCheck checkBounds(const CheckedRun& run) {
    if (run.withSpeedup == 0) return nothingCompared();
    std::set<CeilingKind> kinds;
    for (const Ceiling& ceiling : ceilings(run.results))
        kinds.insert(ceiling.kind);
    if (kinds.empty()) return notKept("No upper bound of the speed-up is known.");
    std::string names;
    for (const auto& [kind, name] :
         {std::pair{CeilingKind::Ideal, "the workers"}, std::pair{CeilingKind::Amdahl, "the serial share"},
          std::pair{CeilingKind::Memory, "the memory's bandwidth"}}) {
        if (kinds.contains(kind)) names += (names.empty() ? "" : ", ") + std::string(name);
    }
    return kept("Bounds of the speed-up are worked out from " + names + "; work that waits may exceed them.");
}

/// Lines between two points claim what nobody measured.
RuleCheck checkPlots(const CheckedRun& run) {
    constexpr std::size_t FewestPoints = 3;
    std::size_t curves = 0;
    std::size_t thin = 0;
    for (const Curve& curve : curvesOf(run.results, run.results.run().spec.x)) {
        const auto points = static_cast<std::size_t>(
            std::ranges::count_if(curve.trials, [](const TrialResult* result) { return isComparable(*result); }));
        if (points < 2) continue;  // a point alone is not connected
        ++curves;
        if (points < FewestPoints) ++thin;
    }
    if (run.measured == 0) return nothingMeasured();
    if (thin > 0)
        return notKept(partOf(thin, curves, "curve") + " connect two points with nothing measured between them.");
    return kept("Points carry their intervals, or say that there are too few rounds for one; " +
                countOf(curves, "curve") + (curves == 1 ? " connects" : " connect") +
                " them, over an axis of numbers alone.");
}

struct Entry {
    const char* title;
    RuleCheck (*check)(const CheckedRun&);
};

constexpr std::array<Entry, 12> Entries{{
    {"Name the base of a speed-up and its time", checkBase},
    {"Say why something was left out", checkSelection},
    {"Average costs, never rates, by the arithmetic mean", checkMeans},
    {"Do not average ratios", checkRatios},
    {"Give intervals of what varies", checkIntervals},
    {"Assume no normal distribution", checkNormality},
    {"Compare by sound tests", checkComparison},
    {"Choose a centre that suits the samples", checkCentre},
    {"Document the machine and the set-up", checkSetup},
    {"Say how parallel time is taken", checkTiming},
    {"Show upper bounds", checkBounds},
    {"Plot enough, and connect only what may be interpolated", checkPlots},
}};

}  // namespace

std::vector<MethodRule> methodStatement(const Results& results) {
    const CheckedRun run(results);
    std::vector<MethodRule> rules;
    for (const Entry& entry : Entries) {
        RuleCheck check = entry.check(run);
        rules.push_back({static_cast<int>(rules.size()) + 1, entry.title, check.state, std::move(check.text)});
    }
    return rules;
}

std::string_view stateWord(RuleState state) {
    switch (state) {
        case RuleState::Kept:
            return "kept";
        case RuleState::NotKept:
            return "not-kept";
        case RuleState::NotObservable:
            return "not-observable";
    }
    return "not-observable";
}

}  // namespace breakeven
