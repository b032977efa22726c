// Results of hyperfine (--export-json): one trial per command, one sample per run of it, each a launch of its own.
//
// The parameters of --parameter-scan and --parameter-list say what is varied (benchmark_names.h); one that is called
// backend is the backend. Else the command is, and the values within it become "…", so that a curve is one command.
#include "core/experiment/wording.h"
#include "core/io/benchmark_names.h"
#include "core/io/foreign_run.h"
#include "core/io/formats.h"
#include "core/io/json_outline.h"
#include "core/io/json_results.h"

#include <algorithm>
#include <cctype>
#include <cstddef>
#include <utility>

namespace breakeven {

namespace {

using Json = nlohmann::json;

bool recognises(std::string_view text) {
    return text.starts_with('{') && jsonOutline(text).contains("results[].command");
}

/// As the program got them.
Result<std::vector<NamedValue>> parametersOf(const Json& entry) {
    std::vector<NamedValue> values;
    const Json* const parameters = fieldOf(entry, "parameters");
    if (!parameters) return values;
    if (!parameters->is_object()) return Error{ErrorCode::InvalidInput, "parameters: not an object"};
    for (const auto& [name, value] : parameters->items()) {
        if (value.is_string()) {
            values.push_back({name, value.get<std::string>()});
        } else if (value.is_number()) {
            values.push_back({name, numberText(value.get<double>())});
        } else {
            return Error{ErrorCode::InvalidInput, "parameters." + name + ": neither a text nor a number"};
        }
    }
    return values;
}

/// True when what is there from begin to end is no part of a longer number or word: -j4 and data_4.bin have a 4, 14 and
/// 0.4 have none.
bool standsAlone(std::string_view command, std::size_t begin, std::size_t end) {
    const auto has = [&](std::size_t place, int (*isOfKind)(int)) {
        return place < command.size() && isOfKind(static_cast<unsigned char>(command[place])) != 0;
    };
    const auto isPoint = [&](std::size_t place) { return place < command.size() && command[place] == '.'; };
    if (!has(begin, std::isdigit)) return !has(begin - 1, std::isalnum) && !has(end, std::isalnum);
    const bool goesOn = has(end, std::isdigit) || (isPoint(end) && has(end + 1, std::isdigit));
    const bool hasBegun = has(begin - 1, std::isdigit) || (isPoint(begin - 1) && has(begin - 2, std::isdigit));
    return !goesOn && !hasBegun;
}

void leaveOpen(std::string& command, const std::string& value) {
    constexpr std::string_view Open = "…";
    if (value.empty()) return;
    for (std::size_t at = command.find(value); at != command.npos; at = command.find(value, at)) {
        const bool isMeant = standsAlone(command, at, at + value.size());
        if (isMeant) command.replace(at, value.size(), Open);
        at += isMeant ? Open.size() : 1;
    }
}

Result<Trial> trialOf(const Json& entry) {
    BREAKEVEN_TRY(std::string family, textOf(entry, "command"));
    BREAKEVEN_TRY(std::vector<NamedValue> values, parametersOf(entry));
    const auto backend = std::ranges::find(values, "backend", &NamedValue::key);
    if (backend != values.end() && !backend->text.empty()) {
        family = backend->text;
        values.erase(backend);
    } else {
        for (const NamedValue& value : values)
            leaveOpen(family, value.text);
    }
    return trialNamed(oneLine(family), values);
}

/// The values of a list with one for each run; absent from files of older versions.
const Json* perRun(const Json& entry, const char* key, std::size_t runs) {
    const Json* const list = fieldOf(entry, key);
    return list && list->is_array() && list->size() == runs ? list : nullptr;
}

/// hyperfine was told to go on all the same.
std::vector<std::string> flagsOf(const Json& exitCode) {
    if (exitCode == 0) return {};
    if (exitCode.is_number_integer()) return {"exit-" + exitCode.dump()};
    return {"killed"};
}

Result<ForeignTrial> measuredBy(const Json& entry) {
    ForeignTrial measured;
    BREAKEVEN_TRY(measured.trial, trialOf(entry));
    const Json* const times = fieldOf(entry, "times");
    if (!times || !times->is_array() || times->empty())
        return Error{ErrorCode::InvalidInput, "times: missing or empty"};
    const Json* const exitCodes = perRun(entry, "exit_codes", times->size());
    const Json* const memory = perRun(entry, "memory_usage_byte", times->size());
    for (std::size_t i = 0; i < times->size(); ++i) {
        Sample sample;
        sample.launch = static_cast<int>(i);
        BREAKEVEN_TRY(sample.seconds, secondsOf(&(*times)[i], "times[" + std::to_string(i) + "]"));
        if (exitCodes) sample.flags = flagsOf((*exitCodes)[i]);
        if (memory && (*memory)[i].is_number_unsigned()) sample.peakRss = (*memory)[i].get<ByteCount>();
        measured.samples.push_back(std::move(sample));
    }
    return measured;
}

Result<LoadedRun> read(const std::string& text, const std::string& name) {
    BREAKEVEN_TRY(const Json results, parseResults(text, name));
    BREAKEVEN_TRY(const Json* entries, listIn(results, "results", name));
    ForeignRun run(name, text, "result");
    for (std::size_t i = 0; i < entries->size(); ++i) {
        auto measured = measuredBy((*entries)[i]);
        if (measured)
            run.add(*std::move(measured));
        else
            run.skip(i + 1, measured.error().detail);
    }
    return std::move(run).finish({},
                                 "Read from results of hyperfine: every sample is one start of the program, "
                                 "with the time that starting it takes.");
}

}  // namespace

FormatEntry hyperfineFormat();
FormatEntry hyperfineFormat() {
    return {.info = {"hyperfine", "hyperfine JSON", "What hyperfine --export-json writes: programs timed from outside"},
            .suffix = ".json",
            .recognises = recognises,
            .write = nullptr,
            .read = read};
}

}  // namespace breakeven
