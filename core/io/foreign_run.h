/// ForeignRun: what another program measured, as a run.
#pragma once

#include "core/io/run_file.h"
#include "core/io/table_run.h"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace breakeven {

/// A benchmark of that program.
struct ForeignTrial {
    Trial trial;                             ///< as trialNamed has it
    std::vector<Sample> samples = {};        ///< without trial and round
    std::optional<Summary> summary = {};     ///< of a file without samples
    std::optional<TrialFailed> ending = {};  ///< without trial; absent: it went well
};

class ForeignRun {
public:
    /// file: its name; text: its content; place: what an entry of its list is called, for warnings.
    ForeignRun(std::string file, std::string_view text, const std::string& place);

    void add(ForeignTrial trial) { m_trials.push_back(std::move(trial)); }
    void skip(std::size_t place, const std::string& why) { m_table.skip(place, why); }  ///< from 1
    void warn(const std::string& what) { m_warnings.push_back(m_file + ": " + what); }

    /// The run is named after the file, and its id tells files of one name apart by their content. Bases are told by
    /// their names (findSerialBases), the samples of a trial are its rounds, and the charts put on x what varies: the
    /// size, or else the workers, or else a parameter. note: how the file was read, for people. Errors: Unreadable when
    /// no trial is usable.
    Result<LoadedRun> finish(RunStarted started, const std::string& note) &&;

private:
    std::string m_file;
    std::string m_runId;
    TableRun m_table;
    std::vector<ForeignTrial> m_trials;
    std::vector<std::string> m_warnings;
};

}  // namespace breakeven
