#include "core/base/calls.h"
#include "core/base/command_line.h"
#include "core/base/numbers.h"
#include "core/experiment/plan.h"
#include "core/experiment/wording.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>

namespace breakeven {

namespace {

constexpr std::string_view EngineLoop = "serial";
constexpr std::string_view PythonLoop = "python-serial";
constexpr std::string_view PythonFunction = "python-function";  ///< the workload that only Python can run

std::string paramText(const ParamValue& value) {
    const auto* text = std::get_if<std::string>(&value);
    return text ? oneLine(*text) : numberText(std::get<double>(value));
}

auto curveOf(const Trial& trial) {
    return std::tie(trial.workload, trial.params, trial.backend, trial.call, trial.chunk, trial.pool, trial.start,
                    trial.inFlight, trial.cache, trial.workers);
}

/// The parts of a label in the order in which they are read, the size last; empty where the trial has none.
std::vector<std::string> labelParts(const Trial& trial, const std::vector<std::string>& paramNames) {
    std::vector<std::string> parts{trial.workload};
    for (const auto& name : paramNames) {
        const auto found = trial.params.find(name);
        parts.push_back(found == trial.params.end() ? "" : name + "=" + paramText(found->second));
    }
    parts.push_back(trial.backend);
    parts.push_back(tellsWorkers(trial) ? "×" + std::to_string(trial.workers) : "");
    parts.push_back(trial.call);
    parts.push_back(trial.chunk.empty() ? "" : "chunk " + trial.chunk);
    parts.push_back(trial.pool);
    parts.push_back(trial.start);
    parts.push_back(trial.inFlight.empty() ? "" : "in flight " + trial.inFlight);
    parts.push_back(trial.cache.empty() ? "" : "cache " + trial.cache);
    parts.push_back(countItems(static_cast<double>(trial.size)));
    return parts;
}

std::string joined(const std::vector<std::string>& parts, const std::vector<bool>& chosen) {
    std::string label;
    for (std::size_t i = 0; i < parts.size(); ++i) {
        if (!chosen[i] || parts[i].empty()) continue;
        if (!label.empty()) label += ' ';
        label += parts[i];
    }
    return label;
}

/// True when curves of different size would have the same label without it.
bool needsSize(const std::vector<std::vector<std::string>>& parts, const std::vector<bool>& chosen) {
    std::map<std::string, std::string> sizes;
    return std::any_of(parts.begin(), parts.end(), [&](const std::vector<std::string>& trialParts) {
        const std::string& size = trialParts.back();
        return sizes.try_emplace(joined(trialParts, chosen), size).first->second != size;
    });
}

}  // namespace

Trial withoutX(Trial trial, std::string_view x) {
    constexpr std::string_view param = "param:";
    trial.id = 0;
    trial.oversubscribed = false;  // follows from the workers
    if (x == "workers") {
        trial.workers = 1;
    } else if (x == "chunk") {
        trial.chunk.clear();
    } else if (x.starts_with(param)) {
        trial.params.erase(std::string(x.substr(param.size())));
    } else {
        trial.size = 1;
    }
    return trial;
}

std::vector<std::string> seriesLabels(const std::vector<Trial>& ofPlan, std::string_view x) {
    std::vector<Trial> trials;
    trials.reserve(ofPlan.size());
    for (const auto& trial : ofPlan)
        trials.push_back(withoutX(trial, x));
    std::vector<std::string> paramNames;
    for (const auto& trial : trials) {
        for (const auto& [name, value] : trial.params) {
            if (std::find(paramNames.begin(), paramNames.end(), name) == paramNames.end()) paramNames.push_back(name);
        }
    }
    std::sort(paramNames.begin(), paramNames.end());

    // A part that a trial has no use for says nothing; what is in flight says something by its absence. A cache is
    // always told: it is not the workers that make such a trial faster than its base.
    const std::size_t backendPart = 1 + paramNames.size();
    const std::size_t firstOptional = backendPart + 6;
    std::vector<std::vector<std::string>> parts;
    const std::size_t sizePart = backendPart + 8;
    std::vector<std::optional<std::string>> shared(sizePart + 1);
    std::vector<bool> differs(shared.size(), false);
    differs[backendPart] = true;
    parts.reserve(trials.size());
    for (const auto& trial : trials) {
        parts.push_back(labelParts(trial, paramNames));
        const auto& current = parts.back();
        for (std::size_t i = 0; i < sizePart; ++i) {
            const bool applies = i >= firstOptional ? !isLoop(trial) : !current[i].empty();
            if (!applies) continue;
            if (!shared[i]) shared[i] = current[i];
            differs[i] = differs[i] || current[i] != *shared[i];
        }
        if (!trial.cache.empty()) differs[backendPart + 7] = true;
    }
    differs[sizePart] = needsSize(parts, differs);

    std::vector<std::string> labels;
    // Label → curves that would have it. Long texts may differ where their part of the label is clipped.
    std::map<std::string, std::map<std::pair<std::vector<std::string>, Params>, std::size_t>> taken;
    for (std::size_t i = 0; i < parts.size(); ++i) {
        const std::string label = joined(parts[i], differs);
        auto& curves = taken[label];
        const auto number = curves.try_emplace({parts[i], trials[i].params}, curves.size() + 1).first->second;
        labels.push_back(number == 1 ? label : label + " (" + std::to_string(number) + ")");
    }
    return labels;
}

bool sameSeries(const Trial& a, const Trial& b) {
    return curveOf(a) == curveOf(b);
}

std::string_view baseBackendOf(const Trial& trial) {
    const bool isPython = carrierOf(trial).starts_with("python-");
    return trial.workload == PythonFunction || (isPython && trial.backend != PythonLoop) ? PythonLoop : EngineLoop;
}

std::string_view carrierOf(const Trial& trial) {
    return trial.workload == CommandId ? CommandId : std::string_view(trial.backend);
}

bool isLoop(const Trial& trial) {
    return trial.backend == EngineLoop || carrierOf(trial) == PythonLoop;
}

bool tellsWorkers(const Trial& trial) {
    return !isLoop(trial) && trial.workers != UnknownWorkers;
}

bool isReference(const Trial& trial) {
    return trial.backend == baseBackendOf(trial);
}

bool isBaseOf(const Trial& base, const Trial& trial) {
    return base.backend == baseBackendOf(trial) && base.size == trial.size && base.workload == trial.workload &&
           base.params == trial.params && (base.call == ReduceCall) == (trial.call == ReduceCall);
}

}  // namespace breakeven
