/// TableRun: a run put together from the rows of a table that knows less than a run file.
#pragma once

#include "core/io/csv.h"
#include "core/io/run_file.h"
#include "core/io/skipped_lines.h"

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>
#include <vector>

namespace breakeven {

/// Flag of samples and summaries whose trial has more workers than CPUs; tables have no column for it.
inline constexpr std::string_view OversubscribedFlag = "oversubscribed";

/// Workload of results that do not say what was computed.
inline constexpr std::string_view UnknownWorkload = "imported";

/// All flags as a cell of a table.
std::string flagsText(std::vector<std::string> flags, const Trial& trial);

/// As a cell of a table; absent: not known.
std::optional<std::uint64_t> workersOf(const Trial& trial);

/// The trial that a row of samples or summaries names. Errors: InvalidInput, one column.
Result<Trial> trialOf(const CsvCells& row);

class TableRun {
public:
    /// file: its name, for warnings; warnings: what reading the table had to say; place: what skip counts.
    TableRun(std::string file, std::vector<std::string> warnings, const std::string& place = "line");

    /// The id of a trial, which starts when it is first asked for. The trial's own id is not looked at.
    int trialId(Trial trial);

    /// Takes from a row's flags what they say of the build that measured the whole table.
    void noteBuild(const std::vector<std::string>& flags);

    void add(Event event) { m_events.push_back(std::move(event)); }
    void skip(std::size_t place, const std::string& why) { m_skipped.add(place, why); }
    /// The rest of the row counts.
    void skipInterval(std::size_t place, const std::string& why) { m_skippedIntervals.add(place, why); }

    /// All events between a run-started, whose cases become what the trials show, one per workload, and a run-finished.
    /// A debug build is told by its flag.
    /// Errors: Unreadable when there is no trial at all.
    Result<LoadedRun> finish(RunStarted started) const;

    /// Of a table that tells nothing of the machine, the date and the version.
    Result<LoadedRun> finish(std::string runId, std::string experiment) const;

private:
    using Key =
        std::tuple<std::string, Params, std::string, std::string, std::string, std::string, ItemCount, WorkerCount>;

    std::string m_file;
    std::vector<std::string> m_warnings;
    SkippedLines m_skipped;
    SkippedLines m_skippedIntervals;
    bool m_debugBuild = false;
    std::map<Key, int> m_ids;
    std::vector<Trial> m_trials;
    std::vector<Event> m_events;
};

}  // namespace breakeven
