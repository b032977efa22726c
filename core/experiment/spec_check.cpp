#include "core/experiment/spec_check.h"

#include "core/base/calls.h"
#include "core/base/command_line.h"
#include "core/base/parse.h"
#include "core/base/utf8.h"
#include "core/experiment/ranges.h"
#include "core/experiment/wording.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <span>
#include <string_view>
#include <vector>

namespace breakeven {

namespace {

// Words that specs may use whether or not this build can act on them.
constexpr std::array<std::string_view, 28> Workloads{
    "square",          "sleep-square",   "sqrt-sleep", "rows-in-range",  "hypotenuse-rows", "sum-squares-columns",
    "frame-shape",     "sum-xy-squares", "model-run",  "normalise-rows", "common-items",    "script",
    "text-clean",      "image-resize",   "http-get",   "crawl",          "sum-of-squares",  "identity",
    "mandelbrot",      "primes",         "triad",      "imbalance",      "false-sharing",   "serial-fraction",
    "python-function", "command",        "snippet",    "plugin"};
constexpr std::array<std::string_view, 20> Backends{"serial",
                                                    "tbb",
                                                    "tbb-simple",
                                                    "tbb-static",
                                                    "tbb-affinity",
                                                    "openmp-static",
                                                    "openmp-dynamic",
                                                    "openmp-guided",
                                                    "threads",
                                                    "async",
                                                    "stdpar",
                                                    "processes",
                                                    "processes-pipe",
                                                    "mpi",
                                                    "auto",
                                                    "python-serial",
                                                    "python-multiprocessing",
                                                    "python-joblib",
                                                    "python-joblib-threads",
                                                    "python-futures"};
constexpr std::array<std::string_view, 3> Pools{"cold", "warm", "after-idle"};

// The bounds of the schema of specs: what runs can be read back.
constexpr int MostSamples = 1'000'000;
constexpr double MostSeconds = 1e9;
constexpr int MostLaunches = 100;

template <class Info>
std::vector<std::string> idsOf(const std::vector<Info>& infos) {
    std::vector<std::string> ids;
    for (const auto& info : infos)
        ids.push_back(info.id);
    return ids;
}

std::vector<std::string> namesOf(const std::vector<ParamInfo>& params) {
    std::vector<std::string> names;
    for (const auto& param : params)
        names.push_back(param.name);
    return names;
}

std::vector<std::string_view> namedCalls() {
    std::vector<std::string_view> ids;
    for (const auto& entry : calls())
        ids.push_back(entry.info.id);
    return ids;
}

Result<void> checkWord(const std::string& field, const std::string& word, const std::vector<std::string>& built,
                       std::span<const std::string_view> named) {
    if (std::find(built.begin(), built.end(), word) != built.end()) return {};
    if (std::find(named.begin(), named.end(), word) != named.end()) {
        return Error{ErrorCode::NotBuilt,
                     field + ": " + inQuotes(word) + " is not built yet (" + choices(built, "") + ")"};
    }
    return Error{ErrorCode::InvalidInput,
                 field + ": " + inQuotes(word) + " is not known (" + choices(built, word) + ")"};
}

Result<void> checkWords(const std::string& field, const std::vector<std::string>& words,
                        const std::vector<std::string>& built, std::span<const std::string_view> named) {
    if (words.empty()) return notAllowed(field, "an empty list", choices(built, ""));
    for (const auto& word : words)
        BREAKEVEN_CHECK(checkWord(field, word, built, named));
    return {};
}

Result<void> checkChunks(const std::string& field, const std::vector<std::string>& chunks) {
    constexpr std::string_view allowed = "auto, pool or a whole number from 1 to 1e12";
    if (chunks.empty()) return notAllowed(field, "an empty list", allowed);
    for (const auto& chunk : chunks) {
        if (chunk == "auto" || chunk == "pool") continue;
        const auto count = parseWhole<ItemCount>(chunk);
        if (!count || *count < 1 || *count > LargestSize) return notAllowed(field, inQuotes(chunk), allowed);
    }
    return {};
}

Result<void> checkParams(const std::string& field, const Case& row, const WorkloadInfo& workload) {
    for (const auto& [name, values] : row.params) {
        const auto info = std::find_if(workload.params.begin(), workload.params.end(),
                                       [&](const ParamInfo& param) { return param.name == name; });
        if (info == workload.params.end()) {
            const auto known =
                workload.params.empty() ? workload.id + " has no parameters" : choices(namesOf(workload.params), name);
            return Error{ErrorCode::InvalidInput, field + ": " + inQuotes(name) + " is not known (" + known + ")"};
        }
        const auto paramField = field + "." + name;
        if (values.empty()) return notAllowed(paramField, "an empty list", "at least one value");
        for (const auto& value : values)
            BREAKEVEN_CHECK(checkedParam(paramField, *info, value));
    }
    return {};
}

Result<void> checkX(const ExperimentSpec& spec, const Catalog& catalog) {
    constexpr std::array<std::string_view, 3> fixed{"size", "workers", "chunk"};
    if (std::find(fixed.begin(), fixed.end(), spec.x) != fixed.end()) return {};
    constexpr std::string_view prefix = "param:";
    std::vector<std::string> allowed(fixed.begin(), fixed.end());
    for (const auto& row : spec.cases) {
        for (const auto& workload : catalog.workloads) {
            if (workload.id != row.workload) continue;
            for (const auto& name : namesOf(workload.params))
                allowed.push_back(std::string(prefix) + name);
        }
    }
    if (std::find(allowed.begin(), allowed.end(), spec.x) != allowed.end()) return {};
    return notAllowed("x", inQuotes(spec.x), choices(allowed, spec.x));
}

Result<void> checkStopping(const Stopping& stopping) {
    const auto bad = [](std::string_view field, double value, std::string_view allowed) {
        return notAllowed(field, numberText(value), allowed);
    };
    if (!(stopping.precision > 0 && stopping.precision <= 1)) {
        return bad("precision", stopping.precision, AllowedPrecision);
    }
    if (stopping.minSamples < 1 || stopping.maxSamples < stopping.minSamples || stopping.maxSamples > MostSamples) {
        const std::string range = std::to_string(stopping.minSamples) + ':' + std::to_string(stopping.maxSamples);
        return notAllowed("samples", inQuotes(range), AllowedSamples);
    }
    const double seconds = stopping.maxTime.count();
    if (!(seconds > 0 && seconds <= MostSeconds)) return bad("max_seconds", seconds, AllowedMaxSeconds);
    if (stopping.launches < 1 || stopping.launches > MostLaunches) {
        return bad("launches", stopping.launches, AllowedLaunches);
    }
    return {};
}

Result<void> checkStarts(const std::string& field, const std::vector<std::string>& starts) {
    constexpr std::string_view allowed = "fork or spawn";
    if (starts.empty()) return notAllowed(field, "an empty list", allowed);
    for (const auto& start : starts) {
        if (start != "fork" && start != "spawn") return notAllowed(field, inQuotes(start), allowed);
    }
    return {};
}

/// What the expressions come to depends on the workers: makePlan evaluates them.
Result<void> checkInFlights(const std::string& field, const std::vector<std::string>& inFlights) {
    constexpr std::string_view allowed = "all, a count, or a product such as 2*n_jobs";
    if (inFlights.empty()) return notAllowed(field, "an empty list", allowed);
    return {};
}

Result<void> checkReduce(const std::string& field, const Case& row, const WorkloadInfo& workload,
                         const Catalog& catalog) {
    if (workload.reduces || std::find(row.calls.begin(), row.calls.end(), ReduceCall) == row.calls.end()) return {};
    std::vector<std::string> reducing;
    for (const auto& info : catalog.workloads)
        if (info.reduces) reducing.push_back(info.id);
    return Error{ErrorCode::InvalidInput, field + ": 'reduce' is not allowed (" + workload.id +
                                              " has no reduction; these have: " + choices(reducing, "") + ")"};
}

/// A program of the user's is its own backend, whatever the names of others that it is told.
bool carriesOut(const BackendInfo& backend, const Case& row) {
    if (row.workload == CommandId) return backend.id == CommandId;
    return std::ranges::find(row.backends, backend.id) != row.backends.end();
}

/// A runtime beside the engine carries out the calls that it has; its loop stands beside each of them, but is no fold.
Result<void> checkCallsOfBackends(const std::string& field, const Case& row, const Catalog& catalog) {
    for (const auto& backend : catalog.backends) {
        if (backend.calls.empty() || !carriesOut(backend, row)) continue;
        for (const auto& call : row.calls) {
            if (std::ranges::find(backend.calls, call) != backend.calls.end()) continue;
            if (!backend.usesWorkers && call != ReduceCall) continue;
            return notAllowed(field, inQuotes(call), "with " + backend.id + ": " + choices(backend.calls, call));
        }
    }
    return {};
}

/// Why no results can be kept; empty: they can.
std::string reasonAgainstCache(const Case& row, const Catalog& catalog) {
    if (std::ranges::find(row.calls, ReduceCall) != row.calls.end())
        return "none with the call reduce, which leaves no results of items to keep";
    for (const auto& backend : catalog.backends) {
        if (!backend.calls.empty() && carriesOut(backend, row))
            return "none with " + backend.id + ", which keeps no results of items";
    }
    return {};
}

Result<void> checkCaches(const std::string& field, const Case& row, const Catalog& catalog) {
    if (row.caches.empty()) return notAllowed(field, "an empty list", "a folder, temporary, or empty for none");
    const std::string reason = reasonAgainstCache(row, catalog);
    for (const auto& cache : row.caches) {
        // It travels in JSON, and would come out as another folder.
        if (!isUtf8(cache)) return notAllowed(field, "a name that is not UTF-8", AllowedCache);
        if (!cache.empty() && !reason.empty()) return notAllowed(field, inQuotes(cache), reason);
    }
    return {};
}

Result<void> checkCase(const ExperimentSpec& spec, std::size_t index, const Catalog& catalog) {
    const Case& row = spec.cases[index];
    const auto field = [&](const char* name) { return caseField(spec, index, name); };
    BREAKEVEN_CHECK(checkWord(field("workload"), row.workload, idsOf(catalog.workloads), Workloads));
    const auto workload = std::find_if(catalog.workloads.begin(), catalog.workloads.end(),
                                       [&](const WorkloadInfo& info) { return info.id == row.workload; });
    BREAKEVEN_CHECK(checkParams(field("params"), row, *workload));
    BREAKEVEN_CHECK(checkWords(field("backends"), row.backends, idsOf(catalog.backends), Backends));
    BREAKEVEN_CHECK(checkWords(field("calls"), row.calls, idsOf(catalog.calls), namedCalls()));
    BREAKEVEN_CHECK(checkReduce(field("calls"), row, *workload, catalog));
    BREAKEVEN_CHECK(checkCallsOfBackends(field("calls"), row, catalog));
    BREAKEVEN_CHECK(checkWords(field("pools"), row.pools, idsOf(catalog.pools), Pools));
    BREAKEVEN_CHECK(checkChunks(field("chunks"), row.chunks));
    BREAKEVEN_CHECK(checkStarts(field("start"), row.starts));
    BREAKEVEN_CHECK(checkInFlights(field("in_flight"), row.inFlights));
    return checkCaches(field("cache"), row, catalog);
}

std::string rangeText(const ParamInfo& info) {
    const auto kind = info.kind == ParamKind::Integer ? "whole numbers from " : "from ";
    const auto unit = info.unit.empty() ? "" : " " + info.unit;
    return kind + numberText(info.minimum) + " to " + numberText(info.maximum) + unit;
}

}  // namespace

std::string caseField(const ExperimentSpec& spec, std::size_t index, const std::string& field) {
    return spec.cases.size() == 1 ? field : "cases[" + std::to_string(index) + "]." + field;
}

Result<ParamValue> checkedParam(const std::string& field, const ParamInfo& info, const ParamValue& value) {
    const auto* text = std::get_if<std::string>(&value);
    if (isText(info.kind)) {
        const std::string allowed = info.choices.empty() ? "a text" : choices(info.choices, text ? *text : "");
        const bool isChoice = info.choices.empty() || (text && std::find(info.choices.begin(), info.choices.end(),
                                                                         *text) != info.choices.end());
        if (!text) return notAllowed(field, numberText(std::get<double>(value)), allowed);
        if (!isChoice) return notAllowed(field, inQuotes(*text), allowed);
        if (info.kind == ParamKind::Command) {
            if (const auto words = splitCommand(*text); !words)
                return notAllowed(field, inQuotes(*text), words.error().detail);
        }
        return value;
    }
    const auto number = text ? parseWhole<double>(*text) : std::get<double>(value);
    if (!number) return notAllowed(field, inQuotes(*text), rangeText(info));
    const bool inRange = *number >= info.minimum && *number <= info.maximum;
    const bool ofKind = info.kind != ParamKind::Integer || std::trunc(*number) == *number;
    if (!inRange || !ofKind) return notAllowed(field, numberText(*number), rangeText(info));
    return ParamValue(*number);
}

Result<void> checkSpec(const ExperimentSpec& spec, const Catalog& catalog) {
    if (spec.cases.empty()) return notAllowed("cases", "an empty list", "at least one case");
    for (std::size_t i = 0; i < spec.cases.size(); ++i)
        BREAKEVEN_CHECK(checkCase(spec, i, catalog));
    BREAKEVEN_CHECK(checkStopping(spec.stopping));
    return checkX(spec, catalog);
}

}  // namespace breakeven
