#include "core/io/csv.h"
#include "core/io/formats.h"
#include "core/io/table_run.h"

#include <algorithm>
#include <array>
#include <filesystem>
#include <limits>

namespace breakeven {

namespace {

constexpr std::array<std::string_view, 17> ColumnNames{
    "run_id", "launch", "round",   "order",      "workload", "params",    "backend", "call", "chunk",
    "pool",   "size",   "workers", "iterations", "seconds",  "startup_s", "cpu_s",   "flags"};

bool recognises(std::string_view text) {
    return isHeader(text, ColumnNames);
}

std::uint64_t unsignedOf(int value) {
    return static_cast<std::uint64_t>(value);
}

std::string rowOf(const std::string& runId, const Trial& trial, const Sample& sample) {
    return CsvRow()
        .text(runId)
        .count(unsignedOf(sample.launch))
        .count(unsignedOf(sample.round))
        .count(unsignedOf(sample.order))
        .text(trial.workload)
        .text(paramsText(trial.params))
        .text(trial.backend)
        .text(trial.call)
        .text(trial.chunk)
        .text(trial.pool)
        .count(trial.size)
        .count(workersOf(trial))
        .count(sample.iterations)
        .seconds(sample.seconds)
        .seconds(sample.startup)
        .seconds(sample.cpu)
        .text(flagsText(sample.flags, trial))
        .line();
}

bool holdsSummariesOnly(const Results& results) {
    const auto& trials = results.trials();
    return std::any_of(trials.begin(), trials.end(), [](const TrialResult& each) { return each.imported; }) &&
           std::all_of(trials.begin(), trials.end(), [](const TrialResult& each) { return each.samples.empty(); });
}

/// In the order of measuring.
Result<void> write(const std::vector<Event>& events, const WriteOptions&, std::ostream& out) {
    const auto results = foldEvents(events);
    if (holdsSummariesOnly(results)) {
        return Error{ErrorCode::InvalidInput, "what was read holds no samples, only summaries"};
    }
    out << headerLine(ColumnNames);
    for (const auto& event : events) {
        const auto* sample = std::get_if<Sample>(&event);
        const auto* result = sample ? results.find(sample->trial) : nullptr;
        if (result) out << rowOf(results.run().runId, result->trial, *sample);
    }
    return {};
}

/// Without its trial.
Result<Sample> sampleOf(const CsvCells& row) {
    Sample sample;
    BREAKEVEN_TRY(sample.launch, row.needInteger("launch"));
    BREAKEVEN_TRY(sample.round, row.needInteger("round"));
    BREAKEVEN_TRY(sample.order, row.needInteger("order"));
    BREAKEVEN_TRY(sample.iterations, row.needCount("iterations"));
    BREAKEVEN_TRY(sample.seconds, row.needSeconds("seconds"));
    sample.startup = row.seconds("startup_s");
    sample.cpu = row.seconds("cpu_s");
    sample.flags = wordsFromText(row.text("flags"));
    return sample;
}

Result<LoadedRun> read(const std::string& text, const std::string& name) {
    BREAKEVEN_TRY(const auto table, readCsv(text, name, ColumnNames));
    TableRun run(name, table.warnings);
    std::string runId;
    for (const auto& row : table.rows) {
        auto trial = trialOf(row);
        auto sample = sampleOf(row);
        if (!trial || !sample) {
            run.skip(row.line(), (trial ? sample.error() : trial.error()).detail);
            continue;
        }
        run.noteBuild(sample->flags);
        trial->oversubscribed = std::erase(sample->flags, OversubscribedFlag) > 0;
        sample->trial = run.trialId(*trial);
        run.add(*std::move(sample));
        runId = row.text("run_id");
    }
    return run.finish(runId, std::filesystem::path(name).stem().stem().string());
}

}  // namespace

FormatEntry samplesCsvFormat();
FormatEntry samplesCsvFormat() {
    return {{"samples-csv", "Samples CSV", "One row per timed sample"}, ".samples.csv", recognises, write, read};
}

}  // namespace breakeven
