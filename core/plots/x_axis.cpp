#include "core/plots/x_axis.h"

#include "core/base/numbers.h"
#include "core/base/parse.h"
#include "core/experiment/wording.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace breakeven {

namespace {

constexpr std::string_view ParamPrefix = "param:";
constexpr std::array<std::string_view, 3> Durations{"seconds", "latency", "timeout"};

/// The number or text of the parameter on x; nullptr where the trial has none of that name.
const ParamValue* paramOf(const Trial& trial, const XAxis& x) {
    const auto found = trial.params.find(x.word.substr(ParamPrefix.size()));
    return found == trial.params.end() ? nullptr : &found->second;
}

/// A run file knows the names of parameters, not their titles and units; these are alike in all workloads.
XAxis paramAxis(const std::string& word) {
    const std::string name = word.substr(ParamPrefix.size());
    if (std::ranges::count(Durations, name) > 0)
        return {word, name, {"Parameter " + name + " (s)", Quantity::Duration}};
    if (name == "fraction") return {word, "serial fraction", {"Serial fraction", Quantity::Number}};
    return {word, name, {"Parameter " + name, Quantity::Number}};
}

}  // namespace

XAxis xAxisOf(const Results& results) {
    return xAxisOf(results.run().spec.x);
}

XAxis xAxisOf(const std::string& word) {
    if (word == "workers") return {word, word, {"Workers (threads or processes)", Quantity::Workers}};
    if (word == "chunk") return {word, word, {"Chunk (items)", Quantity::Chunk}};
    if (word.starts_with(ParamPrefix)) return paramAxis(word);
    return {"size", "size", {"Size (items)", Quantity::Items}};
}

std::optional<double> xOf(const Trial& trial, const XAxis& x) {
    if (x.word == "workers") return tellsWorkers(trial) ? std::optional<double>(trial.workers) : std::nullopt;
    if (x.word == "chunk") {
        const auto items = parseWhole<ItemCount>(trial.chunk);
        return items ? std::optional(static_cast<double>(*items)) : std::nullopt;
    }
    if (x.word == "size") return static_cast<double>(trial.size);
    const ParamValue* value = paramOf(trial, x);
    const double* number = value ? std::get_if<double>(value) : nullptr;
    return number ? std::optional(*number) : std::nullopt;
}

std::string xText(const Trial& trial, const XAxis& x) {
    if (x.word == "chunk" && !xOf(trial, x)) return trial.chunk;
    if (x.word.starts_with(ParamPrefix)) {
        const ParamValue* value = paramOf(trial, x);
        if (!value) return {};
        const auto* text = std::get_if<std::string>(value);
        return text ? oneLine(*text) : numberText(std::get<double>(*value));
    }
    const auto number = xOf(trial, x);
    return number ? formatSize(*number) : std::string();
}

}  // namespace breakeven
