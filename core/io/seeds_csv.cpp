// The table of the multiprocessing tutorials: one row per list length and curve, with its median time.
#include "core/analysis/speedup.h"
#include "core/io/csv.h"
#include "core/io/formats.h"
#include "core/io/table_run.h"

#include <array>
#include <filesystem>
#include <map>

namespace breakeven {

namespace {

constexpr std::array<std::string_view, 3> ColumnNames{"list_length", "type", "time_taken"};

bool recognises(std::string_view text) {
    return isHeader(text, ColumnNames);
}

Result<void> write(const std::vector<Event>& events, const WriteOptions&, std::ostream& out) {
    const auto results = foldEvents(events);
    std::vector<Trial> trials;
    for (const auto& result : results.trials())
        trials.push_back(result.trial);
    const auto labels = seriesLabels(trials);
    out << headerLine(ColumnNames);
    for (std::size_t i = 0; i < trials.size(); ++i) {
        const auto summary = summaryOf(results.trials()[i]);
        if (!summary) continue;
        out << CsvRow().count(trials[i].size).text(labels[i]).seconds(summary->median).line();
    }
    return {};
}

Result<Trial> curvesTrial(const CsvCells& row) {
    Trial trial;
    trial.workload = UnknownWorkload;
    BREAKEVEN_TRY(trial.backend, row.needText("type"));
    BREAKEVEN_TRY(trial.size, row.needCount("list_length"));
    trial.workers = isLoop(trial) ? 1 : UnknownWorkers;
    return trial;
}

Result<LoadedRun> read(const std::string& text, const std::string& name) {
    BREAKEVEN_TRY(const auto table, readCsv(text, name, ColumnNames));
    TableRun run(name, table.warnings);
    std::map<int, int> rounds;
    for (const auto& row : table.rows) {
        const auto trial = curvesTrial(row);
        const auto seconds = row.needSeconds("time_taken");
        if (!trial || !seconds) {
            run.skip(row.line(), (trial ? seconds.error() : trial.error()).detail);
            continue;
        }
        Sample sample;
        sample.trial = run.trialId(*trial);
        sample.round = rounds[sample.trial]++;
        sample.seconds = *seconds;
        run.add(sample);
    }
    const auto stem = std::filesystem::path(name).stem().stem().string();
    return run.finish(stem, stem);
}

}  // namespace

FormatEntry seedsCsvFormat();
FormatEntry seedsCsvFormat() {
    return {{"seeds-csv", "Curves CSV", "List length, curve and median time: the table of the tutorials"},
            ".seeds.csv",
            recognises,
            write,
            read};
}

}  // namespace breakeven
