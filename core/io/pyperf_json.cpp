// Results of pyperf (version 1.0 of its format): one trial per benchmark, one sample per value, one launch per process
// that gave values. Processes that only calibrated or warmed up have none.
//
// pyperf leaves names to its users. A number at the end of one is the size: sort_1000, sort-1000 and sort[1000] are all
// of sort. "threads=4" or "size=1000" anywhere within a name says what it says (benchmark_names.h).
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
    return text.starts_with('{') && jsonOutline(text).contains("benchmarks[].runs");
}

bool isDigit(char c) {
    return std::isdigit(static_cast<unsigned char>(c)) != 0;
}

/// The name without what is a value of it.
Result<Trial> trialOf(const std::string& fullName) {
    constexpr std::string_view Separators = " _-/,;";
    constexpr std::string_view Punctuation = " _-/,;[]()";
    std::string name = fullName;
    std::vector<NamedValue> values;
    const auto takeOut = [&](std::size_t begin, std::size_t end) {
        while (begin > 0 && Separators.find(name[begin - 1]) != Separators.npos)
            --begin;
        name.erase(begin, end - begin);
        return begin;
    };
    for (std::size_t at = 0; at < name.size();) {
        const std::size_t end = std::min(name.find_first_of(Punctuation, at), name.size());
        const std::string word = name.substr(at, end - at);
        const std::size_t equals = word.find_first_of("=:");
        const bool isPair = equals != word.npos && equals > 0 && equals + 1 < word.size();
        const bool isLast = name.find_first_not_of("])", end) == name.npos;
        const bool isNumber = isLast && at > 0 && !word.empty() && std::ranges::all_of(word, isDigit);
        if (isPair) values.push_back({word.substr(0, equals), word.substr(equals + 1)});
        if (isNumber) values.push_back({"", word});
        at = isPair || isNumber ? takeOut(at, end) : end + 1;
    }
    for (const std::string_view hollow : {"[]", "()"})
        if (!values.empty() && name.ends_with(hollow)) name.resize(name.size() - hollow.size());
    return trialNamed(oneLine(name.empty() ? fullName : name), values);
}

/// A fact of the benchmark, or of all of the file.
const Json* metadataOf(const Json& results, const Json& benchmark, const char* key) {
    for (const Json* const owner : {&benchmark, &results}) {
        const Json* const metadata = fieldOf(*owner, "metadata");
        const Json* const value = metadata ? fieldOf(*metadata, key) : nullptr;
        if (value) return value;
    }
    return nullptr;
}

/// How often a value's work was done within it: loops of the process, each of inner loops.
std::uint64_t iterationsOf(const Json& results, const Json& benchmark, const Json& process) {
    std::uint64_t iterations = 1;
    for (const char* const key : {"loops", "inner_loops"}) {
        const Json* const metadata = fieldOf(process, "metadata");
        const Json* value = metadata ? fieldOf(*metadata, key) : nullptr;
        if (!value) value = metadataOf(results, benchmark, key);
        if (value && value->is_number_unsigned()) iterations *= std::max(value->get<std::uint64_t>(), std::uint64_t{1});
    }
    return iterations;
}

Result<void> addSamples(ForeignTrial& measured, const Json& process, int launch, std::uint64_t iterations,
                        const std::string& place) {
    const Json* const values = fieldOf(process, "values");
    if (!values) return {};
    if (!values->is_array()) return notAllowed(place + ".values", shownValue(*values), "a list of numbers");
    for (std::size_t i = 0; i < values->size(); ++i) {
        Sample sample;
        sample.launch = launch;
        sample.iterations = iterations;
        BREAKEVEN_TRY(sample.seconds, secondsOf(&(*values)[i], place + ".values[" + std::to_string(i) + "]"));
        measured.samples.push_back(std::move(sample));
    }
    return {};
}

Result<ForeignTrial> measuredBy(const Json& results, const Json& benchmark) {
    const Json* const name = metadataOf(results, benchmark, "name");
    if (!name || !name->is_string()) return Error{ErrorCode::InvalidInput, "metadata.name: missing"};
    const Json* const unit = metadataOf(results, benchmark, "unit");
    if (unit && *unit != "second")
        return notAllowed("metadata.unit", shownValue(*unit), "second: only times can be read");
    ForeignTrial measured;
    BREAKEVEN_TRY(measured.trial, trialOf(name->get<std::string>()));
    const Json* const processes = fieldOf(benchmark, "runs");
    if (!processes || !processes->is_array()) return Error{ErrorCode::InvalidInput, "runs: missing"};
    int launch = 0;
    for (std::size_t i = 0; i < processes->size(); ++i) {
        const Json& process = (*processes)[i];
        const std::size_t before = measured.samples.size();
        BREAKEVEN_CHECK(addSamples(measured, process, launch, iterationsOf(results, benchmark, process),
                                   "runs[" + std::to_string(i) + "]"));
        if (measured.samples.size() > before) ++launch;
    }
    if (measured.samples.empty()) return Error{ErrorCode::InvalidInput, "runs: no process has values"};
    return measured;
}

RunStarted startOf(const Json& results) {
    RunStarted started;
    const Json* const metadata = fieldOf(results, "metadata");
    if (!metadata) return started;
    started.environment.facts = factsOf(*metadata, "pyperf");
    if (const Json* const model = fieldOf(*metadata, "cpu_model_name"); model && model->is_string())
        started.environment.facts.insert(started.environment.facts.begin(),
                                         {"cpu.model", "Processor", oneLine(model->get<std::string>())});
    takeCpus(started.environment, fieldOf(*metadata, "cpu_count"));
    return started;
}

Result<LoadedRun> read(const std::string& text, const std::string& name) {
    BREAKEVEN_TRY(const Json results, parseResults(text, name));
    if (const Json* const version = fieldOf(results, "version"); version && *version != "1.0") {
        return Error{ErrorCode::Unreadable, name + ": " + notAllowed("version", shownValue(*version), "1.0").detail};
    }
    BREAKEVEN_TRY(const Json* benchmarks, listIn(results, "benchmarks", name));
    ForeignRun run(name, text, "benchmark");
    for (std::size_t i = 0; i < benchmarks->size(); ++i) {
        auto measured = measuredBy(results, (*benchmarks)[i]);
        if (measured)
            run.add(*std::move(measured));
        else
            run.skip(i + 1, measured.error().detail);
    }
    return std::move(run).finish(startOf(results),
                                 "Read from results of pyperf: every process that gave values is a launch.");
}

}  // namespace

FormatEntry pyperfFormat();
FormatEntry pyperfFormat() {
    return {.info = {"pyperf", "pyperf JSON", "What Python's pyperf writes: functions timed in several processes"},
            .suffix = ".json",
            .recognises = recognises,
            .write = nullptr,
            .read = read};
}

}  // namespace breakeven
