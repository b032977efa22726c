#include "core/history/run_rows.h"

#include "core/analysis/findings.h"
#include "core/experiment/codec.h"

#include <algorithm>

namespace breakeven {

namespace {

std::string machineText(const Environment& environment) {
    const auto model = std::ranges::find(environment.facts, "cpu.model", &Fact::id);
    const bool isKnown = model != environment.facts.end() && model->value;
    const std::string count = std::to_string(environment.usableCpus) + (environment.usableCpus == 1 ? " CPU" : " CPUs");
    return isKnown ? *model->value + ", " + count : environment.facts.empty() ? std::string() : count;
}

}  // namespace

Result<std::int64_t> insertRun(const Database& database, const RunStarted& run, const RunOrigin& origin) {
    BREAKEVEN_TRY(auto insert,
                  database.prepare("INSERT INTO runs (run_id, started_at, experiment, title, version, host, "
                                   "machine, file, process) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"));
    const ExperimentSpec& spec = run.spec;
    insert.bind(run.runId).bind(run.startedAt).bind(spec.name).bind(spec.title.empty() ? spec.name : spec.title);
    insert.bind(run.version).bind(origin.host).bind(machineText(run.environment)).bind(origin.file);
    insert.bind(origin.process);
    BREAKEVEN_CHECK(insert.run());
    return database.lastRow();
}

Result<void> insertPiece(const Database& database, std::int64_t row, std::string_view piece, std::int64_t samples) {
    BREAKEVEN_TRY(auto insert, database.prepare("INSERT INTO pieces (run, bytes) VALUES (?, ?)"));
    BREAKEVEN_CHECK(insert.bind(row).bindBytes(piece).run());
    BREAKEVEN_TRY(auto count, database.prepare("UPDATE runs SET samples = samples + ? WHERE id = ?"));
    return count.bind(samples).bind(row).run();
}

Result<void> endRun(const Database& database, std::int64_t row, const Results& results, RunState state) {
    BREAKEVEN_TRY(auto update, database.prepare("UPDATE runs SET ending = ?, elapsed = ?, trials = ?, headline = ? "
                                                "WHERE id = ?"));
    const auto elapsed = results.finished() ? std::optional(results.finished()->elapsed) : std::nullopt;
    update.bind(stateWord(state)).bind(elapsed).bind(std::ssize(results.trials()));
    return update.bind(headline(results).text).bind(row).run();
}

std::int64_t countSamples(const std::vector<Event>& events) {
    return std::ranges::count_if(events, [](const Event& event) { return std::holds_alternative<Sample>(event); });
}

std::string linesOf(const std::vector<Event>& events) {
    std::string lines;
    for (const Event& event : events)
        lines += writeEvent(event) + '\n';
    return lines;
}

}  // namespace breakeven
