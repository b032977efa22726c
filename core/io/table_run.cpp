#include "core/io/table_run.h"

#include <algorithm>
#include <set>
#include <utility>

namespace breakeven {

namespace {

template <class T>
void addOnce(std::vector<T>& values, const T& value) {
    const bool isEmptyText = [&] {
        if constexpr (std::is_same_v<T, std::string>) return value.empty();
        return false;
    }();
    if (!isEmptyText && std::find(values.begin(), values.end(), value) == values.end()) values.push_back(value);
}

template <class T>
std::string joined(const std::set<T>& values) {
    std::string text;
    for (const T value : values)
        text += (text.empty() ? "" : ",") + std::to_string(value);
    return text;
}

/// The case that would have asked for these trials, and perhaps for more.
Case caseOf(const std::string& workload, const std::vector<Trial>& trials) {
    Case row;
    row.workload = workload;
    for (auto* words : {&row.backends, &row.calls, &row.chunks, &row.pools})
        words->clear();
    std::set<ItemCount> sizes;
    std::set<WorkerCount> workers;
    for (const auto& trial : trials) {
        if (trial.workload != workload) continue;
        for (const auto& [name, value] : trial.params)
            addOnce(row.params[name], value);
        addOnce(row.backends, trial.backend);
        addOnce(row.calls, trial.call);
        addOnce(row.chunks, trial.chunk);
        addOnce(row.pools, trial.pool);
        sizes.insert(trial.size);
        if (trial.workers != UnknownWorkers) workers.insert(trial.workers);
    }
    const Case defaults;
    if (row.calls.empty()) row.calls = defaults.calls;
    if (row.chunks.empty()) row.chunks = defaults.chunks;
    if (row.pools.empty()) row.pools = defaults.pools;
    row.sizes = joined(sizes);
    if (!workers.empty()) row.workers = joined(workers);
    return row;
}

}  // namespace

std::string flagsText(std::vector<std::string> flags, const Trial& trial) {
    const std::string oversubscribed(OversubscribedFlag);
    if (trial.oversubscribed) addOnce(flags, oversubscribed);
    return wordsText(flags);
}

std::optional<std::uint64_t> workersOf(const Trial& trial) {
    if (trial.workers == UnknownWorkers) return std::nullopt;
    return static_cast<std::uint64_t>(trial.workers);
}

Result<Trial> trialOf(const CsvCells& row) {
    Trial trial;
    BREAKEVEN_TRY(trial.workload, row.needText("workload"));
    trial.params = paramsFromText(row.text("params"));
    BREAKEVEN_TRY(trial.backend, row.needText("backend"));
    trial.call = row.text("call");
    trial.chunk = row.text("chunk");
    trial.pool = row.text("pool");
    BREAKEVEN_TRY(trial.size, row.needCount("size"));
    trial.workers = UnknownWorkers;
    if (row.text("workers").empty()) return trial;
    BREAKEVEN_CHECK(row.needCount("workers"));
    BREAKEVEN_TRY(trial.workers, row.needInteger("workers"));
    return trial;
}

TableRun::TableRun(std::string file, std::vector<std::string> warnings, const std::string& place)
    : m_file(std::move(file)),
      m_warnings(std::move(warnings)),
      m_skipped(m_file, place),
      m_skippedIntervals(m_file, place, "interval") {}

int TableRun::trialId(Trial trial) {
    const Key key{trial.workload, trial.params, trial.backend, trial.call,
                  trial.chunk,    trial.pool,   trial.size,    trial.workers};
    const auto [entry, isNew] = m_ids.try_emplace(key, static_cast<int>(m_trials.size()));
    if (isNew) {
        trial.id = entry->second;
        m_trials.push_back(trial);
        m_events.push_back(TrialStarted{0, std::move(trial)});
    }
    return entry->second;
}

void TableRun::noteBuild(const std::vector<std::string>& flags) {
    if (std::find(flags.begin(), flags.end(), DebugBuildFlag) != flags.end()) m_debugBuild = true;
}

Result<LoadedRun> TableRun::finish(std::string runId, std::string experiment) const {
    RunStarted started;
    started.runId = std::move(runId);
    started.spec.name = std::move(experiment);
    return finish(std::move(started));
}

Result<LoadedRun> TableRun::finish(RunStarted started) const {
    const auto skipped = m_skipped.warnings();
    if (m_trials.empty()) {
        std::string detail = m_file + ": no usable row";
        if (!skipped.empty()) detail += " (" + skipped.front().substr(m_file.size() + 2) + ")";
        return Error{ErrorCode::Unreadable, std::move(detail)};
    }
    started.environment.debugBuild |= m_debugBuild;
    std::vector<std::string> workloads;
    for (const auto& trial : m_trials)
        addOnce(workloads, trial.workload);
    for (const auto& workload : workloads)
        started.spec.cases.push_back(caseOf(workload, m_trials));

    LoadedRun run;
    run.warnings = m_warnings;
    run.warnings.insert(run.warnings.end(), skipped.begin(), skipped.end());
    const auto intervals = m_skippedIntervals.warnings();
    run.warnings.insert(run.warnings.end(), intervals.begin(), intervals.end());
    run.events.reserve(m_events.size() + 2);
    run.events.emplace_back(std::move(started));
    run.events.insert(run.events.end(), m_events.begin(), m_events.end());
    run.events.emplace_back(RunFinished{"completed", Seconds{0}});
    return run;
}

}  // namespace breakeven
