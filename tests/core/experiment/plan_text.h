/// Plans as lines of text, for tests that compare them.
#pragma once

#include "core/experiment/plan.h"

#include <QStringList>

#include <cmath>
#include <string>
#include <utility>

namespace breakeven {

inline constexpr CpuCounts EightCpus{8, 4};

inline ExperimentSpec specOf(Case row) {
    ExperimentSpec spec;
    spec.name = "test";
    spec.cases.push_back(std::move(row));
    return spec;
}

inline std::string textOf(const Trial& trial) {
    std::string text = std::to_string(trial.id) + " " + trial.workload;
    for (const auto& [name, value] : trial.params) {
        const auto* number = std::get_if<double>(&value);
        text += " " + name + "=" + (number ? std::to_string(std::lround(*number)) : std::get<std::string>(value));
    }
    for (const auto& part : {trial.backend, trial.call, trial.chunk, trial.pool, trial.start, trial.inFlight}) {
        text += part.empty() ? " -" : " " + part;
    }
    return text + " n" + std::to_string(trial.size) + " w" + std::to_string(trial.workers) +
           (trial.oversubscribed ? " over" : "");
}

inline QStringList textOf(const Plan& plan) {
    QStringList lines;
    for (const auto& block : plan.blocks) {
        lines << QString("block %1").arg(block.id);
        for (const int id : block.trials) {
            lines << QString::fromStdString(textOf(plan.trials[static_cast<std::size_t>(id)]));
        }
    }
    return lines;
}

}  // namespace breakeven
