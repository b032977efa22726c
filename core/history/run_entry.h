/// RunEntry: what the history's list says of a run.
#pragma once

#include "core/base/units.h"
#include "core/experiment/event.h"

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace breakeven {

/// How a run ended, or did not.
enum class RunState {
    Running,      ///< by a process that lives on this machine
    Completed,    ///< all that was wanted was measured
    Budget,       ///< the time was used up first
    Stopped,      ///< by its user
    Failed,       ///< it could not go on, or all that it was to compare was refused
    Interrupted,  ///< killed, or cut off from its window: what was measured until then is there
};

std::string_view stateWord(RunState state);
std::optional<RunState> stateFromWord(std::string_view word);

/// As its last event says; Interrupted when that is no run-finished.
RunState stateOf(std::span<const Event> events);

struct RunEntry {
    std::string runId;
    std::string startedAt;   ///< ISO 8601, UTC; empty: imported from a table, which does not say it
    std::string experiment;  ///< ExperimentSpec::name
    std::string title;       ///< what the user calls it; at first the experiment's title
    std::string version;     ///< of the program that measured
    std::string host;        ///< where it was recorded; empty: imported
    std::string machine;     ///< processor and CPUs: "AMD EPYC 7763, 2 CPUs"
    std::string file;        ///< absolute path of its run file when it was written or imported; empty: there was none
    RunState state = RunState::Running;
    std::optional<Seconds> elapsed;
    ItemCount trials = 0;
    ItemCount samples = 0;
    std::string headline;           ///< empty as long as the run goes on
    std::string note;               ///< the user's; may have several lines
    std::vector<std::string> tags;  ///< sorted
    std::string removedAt;          ///< ISO 8601, UTC; empty: it is not deleted
    bool operator==(const RunEntry&) const = default;
};

/// {"schema":1,"runs":[…]}, one line per run.
std::string entriesJson(std::span<const RunEntry> entries);

/// One entry with its spec, environment and analysis (core/io/analysis_report.h), indented.
std::string entryJson(const RunEntry& entry, const std::vector<Event>& events);

}  // namespace breakeven
