#include "core/analysis/findings.h"

#include "core/analysis/break_even_findings.h"
#include "core/analysis/curves.h"
#include "core/analysis/percent.h"
#include "core/analysis/quality.h"
#include "core/analysis/recommendation.h"
#include "core/analysis/regimes.h"
#include "core/analysis/scaling.h"
#include "core/analysis/trial_verdict.h"
#include "core/analysis/verdict.h"
#include "core/analysis/waterfall.h"
#include "core/analysis/what_if.h"
#include "core/base/numbers.h"
#include "core/stats/summary.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <optional>
#include <set>
#include <string_view>
#include <utility>

namespace breakeven {

namespace {

constexpr double NoisyShare = 0.1;  ///< of the samples, from which a run is called noisy

std::string count(std::size_t number, const std::string& noun) {
    return std::to_string(number) + " " + noun + (number == 1 ? "" : "s");
}

std::string capitalised(std::string text) {
    if (!text.empty() && text.front() >= 'a' && text.front() <= 'z')
        text.front() = static_cast<char>(text.front() - 32);
    return text;
}

std::string atSizes(const std::vector<ItemCount>& sizes) {
    const std::string largest = countSize(static_cast<double>(sizes.back()));
    if (sizes.size() == 1) return "at " + largest;
    return "at " + count(sizes.size(), "size") + " from " + formatSize(static_cast<double>(sizes.front())) + " to " +
           largest;
}

/// What happened, to go between the curve's name and the sizes.
std::string verbOf(TrialStatus status) {
    switch (status) {
        case TrialStatus::Failed:
            return "failed";
        case TrialStatus::WrongResult:
            return "gave a wrong result";
        case TrialStatus::TimedOut:
            return "timed out";
        case TrialStatus::Crashed:
            return "crashed";
        case TrialStatus::Refused:
            return "was refused";
        case TrialStatus::Interrupted:
            return "was interrupted";
        case TrialStatus::Skipped:
            return "was skipped";
        case TrialStatus::Ok:
            break;
    }
    return "succeeded";
}

std::string keptText(std::size_t kept) {
    if (kept == 0) return " No trial is left.";
    return " The other " + count(kept, "trial") + (kept == 1 ? " is kept." : " are kept.");
}

/// "async, tbb", "async, tbb, threads and 4 more"
std::string firstOf(const std::vector<std::string>& labels) {
    constexpr std::size_t Most = 3;
    const std::size_t named = labels.size() > Most + 1 ? Most : labels.size();
    std::string text;
    for (std::size_t i = 0; i < named; ++i)
        text += (i == 0 ? "" : ", ") + labels[i];
    return named == labels.size() ? text : text + " and " + std::to_string(labels.size() - named) + " more";
}

/// What was skipped or interrupted in several curves for one reason.
Finding joined(const std::vector<Finding>& each) {
    Finding all = each.front();
    std::vector<std::string> labels;
    all.numbers["sizes"] = 0;
    for (const Finding& one : each) {
        labels.push_back(one.words.at("series"));
        all.numbers["sizes"] += one.numbers.at("sizes");
        all.numbers["smallest"] = std::min(all.numbers["smallest"], one.numbers.at("smallest"));
        all.numbers["largest"] = std::max(all.numbers["largest"], one.numbers.at("largest"));
    }
    all.words["series"] = firstOf(labels);
    const std::string& reason = all.words["detail"];
    all.text = count(static_cast<std::size_t>(all.numbers["sizes"]), "trial") + " of " + std::to_string(each.size()) +
               " curves were " + all.id + (reason.empty() ? "" : " (" + reason + ")") + ": " + all.words["series"] +
               ".";
    if (all.id == statusWord(TrialStatus::Skipped)) all.text += keptText(static_cast<std::size_t>(all.numbers["kept"]));
    return all;
}

/// A curve's trials that ended the same way for the same reason make one finding.
std::vector<Finding> failures(const Results& results, const std::vector<Curve>& curves) {
    const auto kept = static_cast<std::size_t>(std::ranges::count_if(results.trials(), isComparable));
    std::vector<Finding> found;
    for (const Curve& curve : curves) {
        std::map<std::pair<TrialStatus, std::string>, std::vector<ItemCount>> sizesByCause;
        for (const TrialResult* result : curve.trials) {
            if (result->status != TrialStatus::Ok) {
                sizesByCause[{result->status, result->detail}].push_back(result->trial.size);
            }
        }
        for (const auto& [cause, sizes] : sizesByCause) {
            const auto& [status, detail] = cause;
            Finding finding;
            finding.id = statusWord(status);
            finding.text = curve.label + " " + verbOf(status) + " " + atSizes(sizes) +
                           (detail.empty() ? "" : " (" + detail + ")") + ".";
            if (status != TrialStatus::Interrupted) finding.text += keptText(kept);
            finding.numbers = {{"sizes", static_cast<double>(sizes.size())},
                               {"smallest", static_cast<double>(sizes.front())},
                               {"largest", static_cast<double>(sizes.back())},
                               {"kept", static_cast<double>(kept)}};
            finding.words = {{"series", curve.label}, {"workload", curve.first().workload}, {"detail", detail}};
            found.push_back(std::move(finding));
        }
    }
    // A wrong result is the worst news: it makes every number of its backend doubtful.
    std::ranges::stable_partition(found, [](const Finding& finding) { return finding.id == "wrong-result"; });
    return found;
}

bool isCutOff(const Finding& finding) {
    return finding.id == statusWord(TrialStatus::Skipped) || finding.id == statusWord(TrialStatus::Interrupted);
}

/// What never began, or was stopped, is no news of any curve: for each reason one finding, however many curves there
/// are.
std::vector<Finding> cutOffs(const std::vector<Finding>& failed) {
    std::map<std::pair<std::string, std::string>, std::vector<Finding>> byReason;
    for (const Finding& finding : failed)
        if (isCutOff(finding)) byReason[{finding.id, finding.words.at("detail")}].push_back(finding);
    std::vector<Finding> found;
    for (const auto& [reason, each] : byReason)
        found.push_back(each.size() == 1 ? each.front() : joined(each));
    return found;
}

std::vector<Finding> oversubscriptions(const Results& results, const std::vector<Curve>& curves) {
    const WorkerCount usable = results.run().environment.usableCpus;
    std::set<std::string> waiting;  // labels of curves whose items wait: their workers need no CPU each
    for (const Regime& regime : regimes(results)) {
        if (regime.kind == RegimeKind::Blocking) waiting.insert(regime.label);
    }
    std::vector<std::string> labels;
    WorkerCount most = 0;
    for (const Curve& curve : curves) {
        if (!curve.first().oversubscribed || waiting.contains(curve.label)) continue;
        labels.push_back(curve.label);
        most = std::max(most, curve.first().workers);
    }
    if (labels.empty()) return {};
    Finding finding;
    finding.id = "oversubscribed";
    for (const std::string& label : labels)
        finding.text += (finding.text.empty() ? "" : ", ") + label;
    finding.words = {{"series", finding.text}};
    finding.text += labels.size() == 1 ? " has" : " have";
    finding.text += " more workers than the " + count(static_cast<std::size_t>(usable), "usable CPU") +
                    ": they take turns, which costs time when the work needs the CPU.";
    finding.numbers = {{"usable", usable}, {"workers", most}};
    return {finding};
}

Finding debugBuild() {
    return {"debug-build", "Measured by a debug build with assertions on: the times are too long to publish.", {}, {}};
}

std::vector<Finding> singleLaunch(const Results& results) {
    std::set<int> launches;
    for (const BlockFinished& block : results.blocks())
        launches.insert(block.launch);
    const bool isSampled =
        std::ranges::any_of(results.trials(), [](const auto& each) { return !each.samples.empty(); });
    const bool isOver = results.finished().has_value() || results.run().spec.stopping.launches == 1;
    if (launches.size() != 1 || !isSampled || !isOver) return {};
    return {{"single-launch",
             "Measured in a single launch: the intervals hold within this launch and say nothing about the next one.",
             {{"launches", 1}},
             {}}};
}

/// Said at the end only: while a run goes on every trial starts with few samples.
std::vector<Finding> fewSamples(const Results& results) {
    if (!results.finished()) return {};
    std::size_t few = 0;
    std::size_t all = 0;
    for (const TrialResult& result : results.trials()) {
        if (!isComparable(result) || result.samples.empty()) continue;
        ++all;
        if (!medianRanks(result.samples.size())) ++few;
    }
    if (few == 0) return {};
    return {{"n-too-small",
             "An interval needs 6 samples: " + std::to_string(few) + " of " + count(all, "trial") +
                 (few == 1 ? " has" : " have") + " fewer (n too small).",
             {{"trials", static_cast<double>(few)}, {"of", static_cast<double>(all)}},
             {}}};
}

std::vector<Finding> noise(const Results& results) {
    std::size_t all = 0;
    std::size_t flagged = 0;
    std::set<std::string> kinds;
    for (const TrialResult& result : results.trials()) {
        for (const Sample& sample : result.samples) {
            ++all;
            bool isDisturbed = false;
            for (const std::string& flag : sample.flags) {
                // Mark the program and what it did, not the machine's unrest.
                if (flag == DebugBuildFlag || flag == CacheStoresFlag || flag.starts_with(ChoiceFlagPrefix)) continue;
                if (flag == "pressure" && result.trial.oversubscribed) continue;  // its workers wait for each other
                isDisturbed = true;
                kinds.insert(flag);
            }
            if (isDisturbed) ++flagged;
        }
    }
    if (all == 0) return {};
    const double share = static_cast<double>(flagged) / static_cast<double>(all);
    if (share < NoisyShare) return {};
    std::string names;
    for (const std::string& kind : kinds)
        names += (names.empty() ? "" : ", ") + kind;
    return {{"noisy",
             percent(share) + " of the samples were disturbed (" + names +
                 "): a quieter machine would narrow the intervals.",
             {{"share", share}, {"samples", static_cast<double>(all)}},
             {{"flags", names}}}};
}

/// The best curve speaks for all of them.
std::string neverText(const Finding& best) {
    std::optional<Interval<Ratio>> interval;
    if (best.numbers.contains("low")) interval = {best.numbers.at("low"), best.numbers.at("high")};
    return "parallel never pays off up to " + countSize(best.numbers.at("largest")) + ": at best " +
           best.words.at("series") + " reaches " + formatRatio(best.numbers.at("speedup"), interval);
}

std::string markedProvisional(const std::string& text, bool isOver) {
    return (isOver ? "From few samples: " : "So far: ") + text;
}

Finding headlineOf(const Results& results) {
    const std::vector<Verdict> all = verdicts(results);
    const bool isOver = results.finished().has_value();
    if (all.empty()) {
        if (results.trials().empty()) return {"no-data", "Nothing has been measured yet", {}, {}};
        return {"no-data",
                isOver ? "No parallel trial could be compared with serial"
                       : "Measuring: no parallel trial can be compared with serial yet",
                {},
                {}};
    }
    Finding finding = all.front().finding;
    if (all.front().kind == Verdict::Kind::NeverPays) {
        finding.text = neverText(finding);
    }
    if (all.front().provisional) {
        finding.text = markedProvisional(finding.text, isOver);
    } else if (all.front().kind == Verdict::Kind::NotResolved) {
        finding.text = (isOver ? "Not resolved: " : "Not resolved yet: ") + finding.text;
    } else if (all.front().kind == Verdict::Kind::NeverPays) {
        finding.text = capitalised(finding.text);
    }
    return finding;
}

std::vector<Finding> findingsOf(const Results& results) {
    const std::vector<Curve> curves = curvesOf(results);
    std::vector<Finding> found;
    const auto append = [&](std::vector<Finding> more) { std::ranges::move(more, std::back_inserter(found)); };
    std::vector<Finding> failed = failures(results, curves);
    std::vector<Finding> cutOff = cutOffs(failed);
    std::erase_if(failed, isCutOff);
    append(std::move(failed));
    if (results.run().environment.debugBuild) found.push_back(debugBuild());
    const std::vector<Verdict> all = verdicts(results);
    const bool isOver = results.finished().has_value();
    for (std::size_t i = 1; i < all.size(); ++i) {
        Finding finding = all[i].finding;
        finding.text = (all[i].provisional ? markedProvisional(finding.text, isOver) : finding.text) + ".";
        found.push_back(std::move(finding));
    }
    append(breakEvenFindings(results));
    append(recommendationFindings(results));
    append(waterfallFindings(results));
    append(regimeFindings(results));
    append(scalingFindings(results));
    append(whatIfFindings(results));
    append(verdictFindings(results));
    append(std::move(cutOff));
    append(oversubscriptions(results, curves));
    append(qualityFindings(results));
    append(noise(results));
    append(fewSamples(results));
    append(singleLaunch(results));
    return found;
}

}  // namespace

Finding headline(const Results& results) {
    return *results.recall<Finding>([&] { return headlineOf(results); });
}

std::vector<Finding> findings(const Results& results) {
    return *results.recall<std::vector<Finding>>([&] { return findingsOf(results); });
}

}  // namespace breakeven
