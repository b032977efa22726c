// Results of Google Benchmark (--benchmark_format=json): one trial per benchmark, one sample per repetition, all of one
// launch. The time is the one that the program calls real: per iteration, by the clock that the benchmark chose.
//
// A name is FAMILY/VALUE/…/threads:N (benchmark_names.h); what says how it was measured, such as min_time:2.000 or
// real_time, is no value. A file with aggregates alone gives a summary per benchmark. Fits of the complexity are no
// times and are left out.
#include "core/base/parse.h"
#include "core/experiment/wording.h"
#include "core/io/benchmark_names.h"
#include "core/io/foreign_run.h"
#include "core/io/formats.h"
#include "core/io/json_outline.h"
#include "core/io/json_results.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <cstddef>
#include <cstdio>
#include <map>
#include <utility>

namespace breakeven {

namespace {

using Json = nlohmann::json;

bool recognises(std::string_view text) {
    if (!text.starts_with('{')) return false;
    const JsonOutline outline = jsonOutline(text);
    return outline.contains("benchmarks[].name") || (outline.contains("context") && outline.contains("benchmarks"));
}

/// What stands in a name beside its values.
constexpr std::array<std::string_view, 8> Settings{"min_time",  "min_warmup_time", "iterations",   "repeats",
                                                   "real_time", "manual_time",     "process_time", "repetitions"};

Result<Trial> trialOf(std::string_view name) {
    std::string family;
    std::vector<NamedValue> values;
    for (std::size_t at = 0; at <= name.size();) {
        const std::size_t end = std::min(name.find('/', at), name.size());
        const std::string_view part = name.substr(at, end - at);
        const std::size_t colon = part.find(':');
        const std::string_view key = part.substr(0, colon);
        const bool isNumber = parseWhole<double>(part).has_value();
        // The colons of C++ names come in twos.
        const bool isPair = colon != part.npos && colon > 0 && !part.substr(colon).starts_with("::");
        if (family.empty()) {
            family = part;
        } else if (std::ranges::count(Settings, key) == 0) {
            if (isNumber)
                values.push_back({"", std::string(part)});
            else if (isPair)
                values.push_back({std::string(key), std::string(part.substr(colon + 1))});
            else
                family.append("/").append(part);
        }
        at = end + 1;
    }
    return trialNamed(oneLine(family), values);
}

Result<Seconds> unitOf(const Json& row) {
    const Json* const unit = fieldOf(row, "time_unit");
    constexpr std::pair<std::string_view, double> Units[] = {{"ns", 1e-9}, {"us", 1e-6}, {"ms", 1e-3}, {"s", 1}};
    if (!unit) return Seconds(Units[0].second);
    const std::string word = unit->is_string() ? unit->get<std::string>() : unit->dump();
    for (const auto& [name, seconds] : Units)
        if (name == word) return Seconds(seconds);
    return notAllowed("time_unit", inQuotes(word), "ns, us, ms, s");
}

/// mean, median, stddev, cv, BigO, RMS or the program's own; empty: the row is a repetition. Files from before 2019 say
/// it by the end of the name alone.
std::string aggregateOf(const Json& row, const std::string& name) {
    if (const Json* const type = fieldOf(row, "run_type")) {
        if (*type != "aggregate") return {};
        return textOf(row, "aggregate_name").value_or("another");
    }
    for (const char* const known : {"mean", "median", "stddev", "cv", "BigO", "RMS"})
        if (name.ends_with(std::string("_") + known)) return known;
    return {};
}

/// What the rows say of one benchmark.
struct Benchmark {
    ForeignTrial measured;
    std::size_t firstRow = 0;                   ///< from 1
    std::map<std::string, Seconds> aggregates;  ///< mean, median, stddev
    std::size_t repetitions = 0;                ///< behind the aggregates
    bool hasAggregates = false;                 ///< of any kind
};

/// All benchmarks of a file, in its order.
class Benchmarks {
public:
    Result<void> take(const Json& row, std::size_t number) {
        BREAKEVEN_TRY(const std::string name, textOf(row, "name"));
        const std::string aggregate = aggregateOf(row, name);
        if (aggregate == "BigO" || aggregate == "RMS") {
            ++m_fits;
            return {};
        }
        std::string runName = textOf(row, "run_name").value_or(name);
        if (runName == name && !aggregate.empty() && name.ends_with("_" + aggregate))
            runName.resize(name.size() - aggregate.size() - 1);
        BREAKEVEN_TRY(Benchmark* const benchmark, benchmarkOf(runName, number));
        return aggregate.empty() ? takeRepetition(*benchmark, row, runName) : takeAggregate(*benchmark, row, aggregate);
    }

    void giveTo(ForeignRun& run) {
        for (Benchmark& each : m_all) {
            if (each.measured.samples.empty() && !each.measured.ending) {
                const auto median = each.aggregates.find("median");
                if (median == each.aggregates.end()) {
                    if (each.hasAggregates) run.skip(each.firstRow, "neither a repetition nor a median");
                    continue;  // what was wrong with its other rows has been said
                }
                each.measured.summary = summaryOf(each, median->second);
            }
            run.add(std::move(each.measured));
        }
        if (m_fits > 0)
            run.warn(std::to_string(m_fits) + (m_fits == 1 ? " row" : " rows") +
                     " of complexity (BigO, RMS) left out: fits are no times");
    }

private:
    Result<Benchmark*> benchmarkOf(const std::string& runName, std::size_t number) {
        const auto known = m_places.find(runName);
        if (known != m_places.end()) return &m_all[known->second];
        BREAKEVEN_TRY(Trial trial, trialOf(runName));
        m_places[runName] = m_all.size();
        m_all.push_back({.measured = {.trial = std::move(trial)}, .firstRow = number, .aggregates = {}});
        return &m_all.back();
    }

    static Result<void> takeRepetition(Benchmark& benchmark, const Json& row, const std::string& runName) {
        const auto isSet = [&](const char* key) {
            const Json* const flag = fieldOf(row, key);
            return flag && *flag == true;
        };
        if (isSet("error_occurred") || isSet("skipped")) {
            const bool failed = isSet("error_occurred");
            TrialFailed ending;
            ending.status = failed ? TrialStatus::Failed : TrialStatus::Skipped;
            ending.detail = oneLine(textOf(row, failed ? "error_message" : "skip_message").value_or(""));
            benchmark.measured.ending = std::move(ending);
            return {};
        }
        BREAKEVEN_TRY(const Seconds unit, unitOf(row));
        Sample sample;
        BREAKEVEN_TRY(sample.seconds, secondsOf(fieldOf(row, "real_time"), "real_time", unit));
        if (fieldOf(row, "iterations")) {
            BREAKEVEN_TRY(sample.iterations, countOf(row, "iterations"));
        }
        // Otherwise it is the time of the thread that asks, whoever else worked for it.
        if (fieldOf(row, "cpu_time") && runName.find("/process_time") != runName.npos) {
            BREAKEVEN_TRY(sample.cpu, secondsOf(fieldOf(row, "cpu_time"), "cpu_time", unit));
        }
        benchmark.measured.samples.push_back(std::move(sample));
        return {};
    }

    static Result<void> takeAggregate(Benchmark& benchmark, const Json& row, const std::string& aggregate) {
        benchmark.hasAggregates = true;
        if (aggregate != "mean" && aggregate != "median" && aggregate != "stddev") return {};
        BREAKEVEN_TRY(const Seconds unit, unitOf(row));
        BREAKEVEN_TRY(benchmark.aggregates[aggregate], secondsOf(fieldOf(row, "real_time"), "real_time", unit));
        BREAKEVEN_TRY(benchmark.repetitions, countOf(row, "iterations"));
        return {};
    }

    /// Of aggregates alone. Their extremes are those that they vouch for.
    static Summary summaryOf(const Benchmark& benchmark, Seconds median) {
        const auto valueOr = [&](const char* name, Seconds otherwise) {
            const auto found = benchmark.aggregates.find(name);
            return found == benchmark.aggregates.end() ? otherwise : found->second;
        };
        Summary summary;
        summary.count = benchmark.repetitions;
        summary.median = median;
        summary.mean = valueOr("mean", median);
        summary.stddev = valueOr("stddev", Seconds(0));
        summary.minimum = std::min(median, summary.mean);
        summary.maximum = std::max(median, summary.mean);
        return summary;
    }

    std::vector<Benchmark> m_all;
    std::map<std::string, std::size_t> m_places;  ///< in m_all, by name
    std::size_t m_fits = 0;
};

/// "2026-11-22T05:20:27+01:00" in UTC; empty when it is written in another way, which does not tell the offset.
std::string utcOf(const std::string& date) {
    std::array<int, 6> at{};  // year, month, day, hour, minute, second
    int offsetHours = 0;
    int offsetMinutes = 0;
    char sign = '+';
    const int read = std::sscanf(date.c_str(), "%4d-%2d-%2dT%2d:%2d:%2d%c%2d:%2d", &at[0], &at[1], &at[2], &at[3],
                                 &at[4], &at[5], &sign, &offsetHours, &offsetMinutes);
    constexpr int AllFields = 9;
    const auto day = std::chrono::year(at[0]) / at[1] / at[2];
    if (read != AllFields || !day.ok()) return {};
    const std::chrono::minutes offset(60 * offsetHours + offsetMinutes);
    const auto local = std::chrono::sys_days(day) + std::chrono::hours(at[3]) + std::chrono::minutes(at[4]) +
                       std::chrono::seconds(at[5]);
    const auto time = sign == '-' ? local + offset : local - offset;
    const auto midnight = std::chrono::floor<std::chrono::days>(time);
    const std::chrono::year_month_day utcDay(midnight);
    const std::chrono::hh_mm_ss clock(time - midnight);
    std::array<char, 32> text{};
    std::snprintf(text.data(), text.size(), "%04d-%02u-%02uT%02d:%02d:%02dZ", static_cast<int>(utcDay.year()),
                  static_cast<unsigned>(utcDay.month()), static_cast<unsigned>(utcDay.day()),
                  static_cast<int>(clock.hours().count()), static_cast<int>(clock.minutes().count()),
                  static_cast<int>(clock.seconds().count()));
    return text.data();
}

RunStarted startOf(const Json& results, ForeignRun& run) {
    RunStarted started;
    const Json* const context = fieldOf(results, "context");
    if (!context) return started;
    started.environment.facts = factsOf(*context, "google-benchmark");
    takeCpus(started.environment, fieldOf(*context, "num_cpus"));
    started.startedAt = utcOf(textOf(*context, "date").value_or(""));
    if (textOf(*context, "library_build_type").value_or("") == "debug")
        run.warn("the library of Google Benchmark was a debug build, which may cost time");
    return started;
}

Result<LoadedRun> read(const std::string& text, const std::string& name) {
    BREAKEVEN_TRY(const Json results, parseResults(text, name));
    BREAKEVEN_TRY(const Json* rows, listIn(results, "benchmarks", name));
    ForeignRun run(name, text, "benchmark");
    Benchmarks benchmarks;
    for (std::size_t i = 0; i < rows->size(); ++i) {
        const auto taken = benchmarks.take((*rows)[i], i + 1);
        if (!taken) run.skip(i + 1, taken.error().detail);
    }
    benchmarks.giveTo(run);
    RunStarted started = startOf(results, run);
    return std::move(run).finish(std::move(started),
                                 "Read from results of Google Benchmark: every sample is a "
                                 "repetition, and its time that of one iteration.");
}

}  // namespace

FormatEntry googleBenchmarkFormat();
FormatEntry googleBenchmarkFormat() {
    return {.info = {"google-benchmark", "Google Benchmark JSON",
                     "What a program with Google Benchmark writes: functions timed within it"},
            .suffix = ".json",
            .recognises = recognises,
            .write = nullptr,
            .read = read};
}

}  // namespace breakeven
