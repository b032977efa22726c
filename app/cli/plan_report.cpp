#include "app/cli/plan_report.h"

#include "app/experiment_run.h"
#include "core/base/command_line.h"
#include "core/base/numbers.h"
#include "core/experiment/wording.h"
#include "core/workloads/workload.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <optional>

namespace breakeven {
namespace {

/// What an item of the workload sleeps; absent when it does not.
std::optional<Seconds> sleepOf(const Trial& trial, const Catalog& catalog) {
    const auto workload = std::find_if(catalog.workloads.begin(), catalog.workloads.end(),
                                       [&](const WorkloadInfo& info) { return info.id == trial.workload; });
    if (workload == catalog.workloads.end()) return std::nullopt;
    for (const ParamInfo& param : workload->params) {
        if (param.name != "seconds" || param.unit != "s") continue;
        const auto value = trial.params.find(param.name);
        if (value == trial.params.end()) continue;
        if (const double* seconds = std::get_if<double>(&value->second)) return Seconds(*seconds);
    }
    return std::nullopt;
}

/// Every trial of the block once; absent when one does not sleep.
std::optional<Seconds> roundTime(const Plan& plan, const Block& block, const Catalog& catalog) {
    Seconds sum{0};
    for (const int id : block.trials) {
        const Trial& trial = plan.trials[static_cast<std::size_t>(id)];
        const auto sleep = sleepOf(trial, catalog);
        if (!sleep) return std::nullopt;
        sum += *sleep * std::ceil(static_cast<double>(trial.size) / trial.workers);
    }
    return sum;
}

std::string memoryText(const Plan& plan) {
    ByteCount largest = 0;
    for (const Block& block : plan.blocks) {
        const Trial& base = plan.trials[static_cast<std::size_t>(block.trials.front())];
        const WorkloadEntry* workload = findWorkload(base.workload);
        if (workload == nullptr) continue;
        if (workload->library != nullptr && workload->info.outputBytesPerItem == 0)
            return "as large as its library says";  // which is not loaded before it is measured
        const Result<ByteCount> need = listBytes(workload->info, base.size);
        if (!need) return "more than can be addressed";
        largest = std::max(largest, *need);
    }
    return formatBytes(static_cast<double>(largest));
}

std::string blockLine(const Plan& plan, const Block& block, const std::vector<std::string>& labels) {
    const Trial& base = plan.trials[static_cast<std::size_t>(block.trials.front())];
    std::string line = "  " + base.workload + ", " + countItems(static_cast<double>(base.size)) + ":";
    for (const int id : block.trials)
        line += (id == block.trials.front() ? " " : ", ") + labels[static_cast<std::size_t>(id)];
    return line + '\n';
}

/// The worker counts that come out, each once; those beyond the usable CPUs say so.
std::string workersText(const Plan& plan) {
    std::map<WorkerCount, bool> isOversubscribed;
    for (const Trial& trial : plan.trials)
        if (!isLoop(trial)) isOversubscribed[trial.workers] |= trial.oversubscribed;
    std::string text;
    for (const auto& [workers, isTooMany] : isOversubscribed)
        text += (text.empty() ? "" : ", ") + std::to_string(workers) + (isTooMany ? " (more than CPUs)" : "");
    return text;
}

/// A line for each program of the user's.
std::string programLines(const Plan& plan) {
    std::vector<std::string> commands;
    for (const Trial& trial : plan.trials) {
        const auto command = trial.params.find(std::string(CommandId));
        if (trial.workload != CommandId || command == trial.params.end()) continue;
        const auto& text = std::get<std::string>(command->second);
        if (std::ranges::find(commands, text) == commands.end()) commands.push_back(text);
    }
    std::string lines;
    for (const std::string& command : commands)
        lines += "Program            " + command + '\n';
    return lines;
}

}  // namespace

TimeEstimate estimateTime(const Plan& plan, const Catalog& catalog) {
    const Stopping& stopping = plan.spec.stopping;
    Seconds rounds{0};
    Seconds longest{0};
    for (const Block& block : plan.blocks) {
        const auto round = roundTime(plan, block, catalog);
        if (!round) return {stopping.maxTime, "at most, by the time budget"};
        rounds += *round * stopping.minSamples;
        longest = std::max(longest, *round);
    }
    if (rounds <= stopping.maxTime) {
        return {rounds, "from seconds × items / workers, " + std::to_string(stopping.minSamples) +
                            (stopping.minSamples == 1 ? " sample" : " samples") + " per trial"};
    }
    return {stopping.maxTime + longest, "at most, by the time budget and one round that is under way"};
}

std::string planText(const Plan& plan, const Catalog& catalog, ByteCount largestList) {
    const Stopping& stopping = plan.spec.stopping;
    const TimeEstimate time = estimateTime(plan, catalog);
    std::string text = "Plan of " + inQuotes(plan.spec.name) + ": " + std::to_string(plan.blocks.size()) +
                       (plan.blocks.size() == 1 ? " block, " : " blocks, ") + std::to_string(plan.trials.size()) +
                       (plan.trials.size() == 1 ? " trial\n" : " trials\n");
    const std::vector<std::string> labels = seriesLabels(plan.trials);
    for (const Block& block : plan.blocks)
        text += blockLine(plan, block, labels);
    for (const OversizeBlock& block : oversizeBlocks(plan, largestList))
        text += "Skipped            " + block.detail + '\n';
    text += programLines(plan);
    if (const std::string workers = workersText(plan); !workers.empty()) text += "Workers            " + workers + '\n';
    text += "Samples per trial  " + std::to_string(stopping.minSamples) + " to " + std::to_string(stopping.maxSamples) +
            ", until ±" + numberText(stopping.precision * 100) + " %\n";
    text += "Launches           " + std::to_string(stopping.launches) + '\n';
    text += "Largest list       " + memoryText(plan) + '\n';
    text += "Time               " + formatSeconds(time.seconds) + " (" + time.method + ")\n";
    return text;
}

}  // namespace breakeven
