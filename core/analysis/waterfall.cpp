#include "core/analysis/waterfall.h"

#include "core/analysis/curves.h"
#include "core/analysis/log_estimate.h"
#include "core/analysis/percent.h"
#include "core/base/numbers.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <tuple>
#include <utility>

namespace breakeven {

namespace {

/// The logarithms of one kind of factor, pass by pass.
struct PassLogs {
    std::vector<double> balance;
    std::vector<double> overhead;
    std::vector<double> both;
    bool isTooFine = false;
};

PassLogs logsOf(const TrialResult& result) {
    PassLogs logs;
    const double workers = result.trial.workers;
    Seconds computed{0};
    double chunks = 0;
    for (const TrialProfiled& pass : result.profiles) {
        double work = 0;
        double longest = 0;
        for (const WorkerProfile& worker : pass.workers) {
            work += worker.compute.count();
            longest = std::max(longest, worker.compute.count());
            computed += worker.compute;
            chunks += static_cast<double>(worker.chunks);
        }
        const double wall = pass.wall.count();
        if (!(work > 0) || !(wall > 0)) continue;
        // A runtime may change the threads that stand for a worker: the busiest worker has at least the mean.
        const double busiest = std::max(longest, work / workers);
        logs.balance.push_back(std::log(work / workers / busiest));
        logs.overhead.push_back(std::log(busiest / wall));
        logs.both.push_back(std::log(work / workers / wall));
    }
    logs.isTooFine = computed < chunks * ShortestTimed;
    return logs;
}

/// Two passes leave Student's t one degree of freedom, and with it shares that name no side.
LogEstimate meanOfPasses(const std::vector<double>& logs) {
    LogEstimate mean = meanOf(logs);
    if (logs.size() < FewestPasses) mean.interval.reset();
    return mean;
}

std::optional<LogEstimate> clockOf(const Results& results, WorkerCount workers) {
    std::vector<double> logs;
    for (const LaunchReference& reference : results.launchReferences()) {
        const auto alone = std::ranges::find(reference.threads, 1, &ThreadReference::threads);
        const auto together = std::ranges::find(reference.threads, workers, &ThreadReference::threads);
        if (alone == reference.threads.end() || together == reference.threads.end()) continue;
        if (alone->spin.count() > 0 && together->spin.count() > 0)
            logs.push_back(std::log(alone->spin / together->spin));
    }
    if (logs.empty()) return std::nullopt;
    return meanOf(logs);
}

LossFactor factorOf(LossCause cause, const LogEstimate& estimate, const LogEstimate& left) {
    return {cause, estimate.ratio(), estimate.ratioInterval(), left.ratio(), left.ratioInterval()};
}

std::optional<Waterfall> waterfallOf(const Results& results, const TrialResult& result) {
    const PassLogs logs = logsOf(result);
    const auto speedup = speedupVsSerial(results, result);
    if (logs.balance.empty() || !speedup) return std::nullopt;
    Waterfall waterfall;
    waterfall.trial = result.trial;
    waterfall.speedup = *speedup;
    waterfall.passes = logs.balance.size();
    const double workers = result.trial.workers;
    const LogEstimate balance = meanOfPasses(logs.balance);
    const LogEstimate perWorker = logOf(*speedup) + logOf(1 / workers, Interval<double>{1 / workers, 1 / workers});
    waterfall.factors = {{LossCause::Workers, workers, {}}, factorOf(LossCause::LoadBalance, balance, balance)};
    const LogEstimate beyondBalance = perWorker + -balance;
    waterfall.isTooFine = logs.isTooFine && beyondBalance.value < 0;
    if (waterfall.isTooFine) {
        waterfall.factors.push_back(factorOf(LossCause::Overhead, beyondBalance, perWorker));
        return waterfall;
    }
    LogEstimate left = meanOfPasses(logs.both);
    waterfall.factors.push_back(factorOf(LossCause::Overhead, meanOfPasses(logs.overhead), left));
    LogEstimate inflation = perWorker + -left;
    const auto clock = result.trial.workers > 1 ? clockOf(results, result.trial.workers) : std::nullopt;
    if (clock && (clock->interval || waterfall.passes < FewestPasses)) {
        left = left + *clock;
        waterfall.factors.push_back(factorOf(LossCause::Clock, *clock, left));
        inflation = inflation + -*clock;
    }
    waterfall.factors.push_back(factorOf(LossCause::WorkInflation, inflation, perWorker));
    return waterfall;
}

/// "imbalance leaves 88 % (86 %–90 %), overhead leaves 91 % (90 %–92 %) of that, the clock not resolved": a product,
/// read from left to right. Factors within half a percent of 1 are left out.
std::string lossesText(const Waterfall& waterfall) {
    constexpr double Small = 0.005;
    struct Name {
        LossCause cause;
        std::string_view loss;
        std::string_view gain;
        std::string_view open;
    };
    constexpr Name Names[] = {
        {LossCause::LoadBalance, "imbalance leaves ", "", "imbalance not resolved"},
        {LossCause::Overhead, "overhead leaves ", "", "overhead not resolved"},
        {LossCause::Clock, "a lower clock leaves ", "a higher clock gives ", "the clock not resolved"},
        {LossCause::WorkInflation, "slower work leaves ", "faster work gives ", "the pace of the work not resolved"}};
    const bool areFew = waterfall.passes < FewestPasses;
    std::string told;
    std::string open;
    for (const Name& name : Names) {
        const LossFactor* factor = findFactor(waterfall, name.cause);
        if (factor == nullptr || std::fabs(factor->value - 1) < Small) continue;
        if (!factor->isTold()) {
            open += (open.empty() ? "" : ", ") + std::string(name.open);
            continue;
        }
        const std::string share = areFew ? percent(factor->value) : percent(factor->value, factor->interval);
        const bool isFirst = told.empty();
        told += (isFirst ? "" : ", ") + std::string(factor->value < 1 ? name.loss : name.gain) + share +
                (isFirst ? "" : " of that");
    }
    std::string text = told + (told.empty() || open.empty() ? "" : ", ") + open;
    if (text.empty()) text = "almost nothing is lost";
    if (!areFew) return text;
    return text + (waterfall.passes == 1 ? " (from one profiled pass)"
                                         : " (from " + std::to_string(waterfall.passes) + " profiled passes)");
}

Finding findingOf(const Waterfall& waterfall) {
    Finding finding;
    finding.id = "loss-waterfall";
    finding.text = "At " + countItems(static_cast<double>(waterfall.trial.size)) + " " + waterfall.label + " reaches " +
                   formatRatio(waterfall.speedup.value, waterfall.speedup.interval) + baseNote(waterfall.trial) +
                   ": of " + std::to_string(waterfall.trial.workers) + " workers, " + lossesText(waterfall) + ".";
    finding.words = {{"series", waterfall.label}, {"workload", waterfall.trial.workload}};
    finding.numbers = {{"size", static_cast<double>(waterfall.trial.size)},
                       {"speedup", waterfall.speedup.value},
                       {"passes", static_cast<double>(waterfall.passes)}};
    for (const LossFactor& factor : waterfall.factors)
        finding.numbers[std::string(causeWord(factor.cause))] = factor.value;
    return finding;
}

std::vector<Waterfall> waterfallsOf(const Results& results) {
    std::vector<Waterfall> found;
    for (const Curve& curve : curvesOf(results)) {
        if (isLoop(curve.first())) continue;
        for (const TrialResult* result : curve.trials) {
            auto waterfall = waterfallOf(results, *result);
            if (!waterfall) continue;
            waterfall->label = curve.label;
            found.push_back(*std::move(waterfall));
        }
    }
    return found;
}

}  // namespace

std::string LossFactor::costText() const {
    if (!interval) return percent(1 - value, std::nullopt);
    return percent(1 - value, Interval<double>{1 - interval->high, 1 - interval->low});
}

std::vector<Waterfall> waterfalls(const Results& results) {
    return *results.recall<std::vector<Waterfall>>([&] { return waterfallsOf(results); });
}

std::vector<Finding> waterfallFindings(const Results& results) {
    const std::vector<Waterfall> all = waterfalls(results);
    std::map<std::pair<std::string, Params>, const Waterfall*> best;
    for (const Waterfall& waterfall : all) {
        if (waterfall.trial.workers < 2 || !waterfall.speedup.isSolid()) continue;
        const Waterfall*& chosen = best[{waterfall.trial.workload, waterfall.trial.params}];
        const auto rank = [](const Waterfall& each) { return std::pair(each.trial.size, each.speedup.value); };
        if (chosen == nullptr || rank(waterfall) > rank(*chosen)) chosen = &waterfall;
    }
    std::vector<Finding> found;
    for (const auto& [list, waterfall] : best)
        found.push_back(findingOf(*waterfall));
    return found;
}

std::string_view causeWord(LossCause cause) {
    switch (cause) {
        case LossCause::Workers:
            return "workers";
        case LossCause::LoadBalance:
            return "load-balance";
        case LossCause::Overhead:
            return "overhead";
        case LossCause::Clock:
            return "clock";
        case LossCause::WorkInflation:
            return "work-inflation";
    }
    return "workers";
}

std::string asFarAsPassesTell(std::size_t passes) {
    if (passes >= FewestPasses) return {};
    return passes == 1 ? ", as far as one profiled pass tells"
                       : ", as far as " + std::to_string(passes) + " profiled passes tell";
}

const LossFactor* findFactor(const Waterfall& waterfall, LossCause cause) {
    const auto found = std::ranges::find(waterfall.factors, cause, &LossFactor::cause);
    return found == waterfall.factors.end() ? nullptr : &*found;
}

}  // namespace breakeven
