#include "core/analysis/curves.h"
#include "core/analysis/speedup.h"
#include "core/experiment/wording.h"
#include "core/io/csv.h"
#include "core/io/formats.h"
#include "core/io/table_run.h"
#include "core/stats/summary.h"

#include <algorithm>
#include <array>
#include <functional>

namespace breakeven {

namespace {

constexpr std::array<std::string_view, 31> ColumnNames{
    "run_id",       "experiment", "workload",     "params",      "backend",        "call",     "chunk",
    "pool",         "size",       "workers",      "samples",     "median_s",       "ci_low_s", "ci_high_s",
    "min_s",        "mean_s",     "stddev_s",     "items_per_s", "base",           "speedup",  "speedup_low",
    "speedup_high", "efficiency", "self_speedup", "startup_s",   "first_result_s", "cpu_s",    "peak_rss_bytes",
    "verified",     "status",     "flags"};

bool recognises(std::string_view text) {
    return isHeader(text, ColumnNames);
}

std::optional<Seconds> medianOf(const Samples& samples, std::optional<Seconds> Sample::*field) {
    std::vector<double> values;
    for (const auto& sample : samples) {
        if (const auto& value = sample.*field) values.push_back(value->count());
    }
    return values.empty() ? std::nullopt : std::optional(Seconds(median(values)));
}

std::optional<ByteCount> peakOf(const Samples& samples) {
    std::optional<ByteCount> peak;
    for (const auto& sample : samples) {
        if (sample.peakRss) peak = std::max(peak.value_or(0), *sample.peakRss);
    }
    return peak;
}

/// Each flag once, in the order of appearance. A trial that is known only by its summary keeps the build's.
std::vector<std::string> flagsOf(const Results& results, const TrialResult& result) {
    std::vector<std::string> flags;
    const auto addOnce = [&](std::string_view flag) {
        if (std::find(flags.begin(), flags.end(), flag) == flags.end()) flags.emplace_back(flag);
    };
    for (const auto& sample : result.samples)
        std::for_each(sample.flags.begin(), sample.flags.end(), addOnce);
    if (results.run().environment.debugBuild) addOnce(DebugBuildFlag);
    return flags;
}

void putSummary(CsvRow& row, const std::optional<Summary>& summary, ItemCount size) {
    row.count(summary ? summary->count : 0);
    if (!summary) {
        row.blank(7);
        return;
    }
    row.seconds(summary->median);
    row.seconds(summary->interval ? std::optional(summary->interval->low) : std::nullopt);
    row.seconds(summary->interval ? std::optional(summary->interval->high) : std::nullopt);
    row.seconds(summary->minimum).seconds(summary->mean).seconds(summary->stddev);
    row.number(static_cast<double>(size) / summary->median.count());
}

/// A serial trial has no base; a parallel one may lack it.
void putSpeedup(CsvRow& row, const Results& results, const TrialResult& result) {
    const bool isBase = isReference(result.trial);
    const auto speedup = isBase ? std::nullopt : speedupVsSerial(results, result);
    const auto self = isBase ? std::nullopt : selfSpeedup(results, result);
    if (speedup) {
        row.text(std::string(baseBackendOf(result.trial))).number(speedup->value);
        row.number(speedup->interval ? std::optional(speedup->interval->low) : std::nullopt);
        row.number(speedup->interval ? std::optional(speedup->interval->high) : std::nullopt);
        const WorkerCount workers = result.trial.workers;
        row.number(workers == UnknownWorkers ? std::nullopt : std::optional(efficiency(speedup->value, workers)));
    } else {
        row.blank(5);
    }
    row.number(self ? std::optional(self->value) : std::nullopt);
}

/// A trial that was never executed counts as skipped.
TrialStatus statusOf(const TrialResult& result, const std::optional<Summary>& summary) {
    return result.status == TrialStatus::Ok && !summary ? TrialStatus::Skipped : result.status;
}

std::string rowOf(const Results& results, const TrialResult& result) {
    const Trial& trial = result.trial;
    const auto summary = summaryOf(result);
    CsvRow row;
    row.text(results.run().runId).text(results.run().spec.name);
    row.text(trial.workload).text(paramsText(trial.params)).text(trial.backend);
    row.text(trial.call).text(trial.chunk).text(trial.pool);
    row.count(trial.size).count(workersOf(trial));
    putSummary(row, summary, trial.size);
    putSpeedup(row, results, result);
    row.seconds(medianOf(result.samples, &Sample::startup));
    row.seconds(medianOf(result.samples, &Sample::firstResult));
    row.seconds(medianOf(result.samples, &Sample::cpu));
    row.count(peakOf(result.samples));
    row.text(!result.verified ? "" : *result.verified ? "yes" : "no");
    row.text(statusWord(statusOf(result, summary)));
    row.text(flagsText(flagsOf(results, result), trial));
    return row.line();
}

Result<void> write(const std::vector<Event>& events, const WriteOptions&, std::ostream& out) {
    const auto results = foldEvents(events);
    out << headerLine(ColumnNames);
    for (const TrialResult* result : bySize(results))
        out << rowOf(results, *result);
    return {};
}

/// Why the ends of the row's interval are none, naming cell and value; empty: they are, or both cells are empty.
std::string intervalFault(const CsvCells& row, Seconds median) {
    const std::string low = row.text("ci_low_s");
    const std::string high = row.text("ci_high_s");
    if (low.empty() && high.empty()) return {};
    if (low.empty()) return "ci_low_s is empty";
    if (high.empty()) return "ci_high_s is empty";
    const auto from = row.seconds("ci_low_s");
    const auto to = row.seconds("ci_high_s");
    if (!from) return "ci_low_s is " + low + ", which is not a time";
    if (!to) return "ci_high_s is " + high + ", which is not a time";
    if (*from > median) return "ci_low_s is " + low + ", above median_s";
    if (*to < median) return "ci_high_s is " + high + ", below median_s";
    return {};
}

/// Absent when the row has no median.
std::optional<Summary> summaryFrom(const CsvCells& row) {
    const auto count = row.count("samples");
    const auto median = row.seconds("median_s");
    if (!count || *count < 1 || !median) return std::nullopt;
    Summary summary;
    summary.count = *count;
    summary.median = *median;
    const auto low = row.seconds("ci_low_s");
    const auto high = row.seconds("ci_high_s");
    if (low && high && intervalFault(row, *median).empty()) summary.interval = {*low, *high};
    summary.minimum = row.seconds("min_s").value_or(*median);
    summary.mean = row.seconds("mean_s").value_or(*median);
    summary.stddev = row.seconds("stddev_s").value_or(Seconds{0});
    // The table has no maximum; this is the largest value that it vouches for.
    summary.maximum = std::max({*median, summary.mean, high.value_or(*median)});
    return summary;
}

/// Only what went well must have a median.
Result<void> checkRow(const CsvCells& row) {
    BREAKEVEN_CHECK(trialOf(row));
    BREAKEVEN_TRY(const std::string word, row.needText("status"));
    const auto status = statusFromWord(word);
    if (!status)
        return notAllowed("status", inQuotes(word),
                          "ok, failed, wrong-result, timed-out, crashed, refused, interrupted or skipped");
    if (*status != TrialStatus::Ok) return {};
    BREAKEVEN_CHECK(row.needCount("samples"));
    BREAKEVEN_CHECK(row.needSeconds("median_s"));
    return {};
}

Result<LoadedRun> read(const std::string& text, const std::string& name) {
    BREAKEVEN_TRY(const auto table, readCsv(text, name, ColumnNames));
    TableRun run(name, table.warnings);
    std::string runId;
    std::string experiment;
    for (const auto& row : table.rows) {
        if (const auto checked = checkRow(row); !checked) {
            run.skip(row.line(), checked.error().detail);
            continue;
        }
        auto trial = trialOf(row);
        const auto status = statusFromWord(row.text("status"));
        const auto summary = summaryFrom(row);
        const auto flags = wordsFromText(row.text("flags"));
        run.noteBuild(flags);
        trial->oversubscribed = std::find(flags.begin(), flags.end(), OversubscribedFlag) != flags.end();
        const int id = run.trialId(*trial);
        const auto verified = row.text("verified");
        if (summary) {
            if (const auto fault = intervalFault(row, summary->median); !fault.empty())
                run.skipInterval(row.line(), fault);
            run.add(SummaryRead{id, *summary, verified.empty() ? std::nullopt : std::optional(verified == "yes")});
        }
        if (*status != TrialStatus::Ok) run.add(TrialFailed{id, 0, *status, ""});
        runId = row.text("run_id");
        experiment = row.text("experiment");
    }
    return run.finish(runId, experiment);
}

}  // namespace

FormatEntry summaryCsvFormat();
FormatEntry summaryCsvFormat() {
    return {{"summary-csv", "Summary CSV", "One row per trial with median, interval, speed-up and status"},
            ".csv",
            recognises,
            write,
            read};
}

}  // namespace breakeven
