/// RunRecorder: writes a run into the history while it is measured.
#pragma once

#include "core/base/result.h"
#include "core/experiment/results.h"
#include "core/history/history.h"
#include "core/history/packed_text.h"

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace breakeven {

class RunRecorder {
public:
    /// file: of the same run, absolute; empty: there is none.
    RunRecorder(History history, std::filesystem::path file);

    /// The events of a round, in one transaction, which hardly waits for other programs. What cannot be written now
    /// (another program writes, the disk is full) is kept and goes with the next events.
    void append(const std::vector<Event>& events);

    /// The run is over. Call once, after the last events. state: how it ended.
    /// Errors: why what was kept, or the end, cannot be written either; the entry lacks it then.
    Result<void> finish(const Results& results, RunState state);

private:
    Result<void> flush();

    History m_history;
    std::filesystem::path m_file;
    std::optional<RunStarted> m_started;  ///< until it is written
    std::int64_t m_row = 0;               ///< once m_started is written
    TextPacker m_packer;
    std::string m_unwritten;  ///< packed
    std::int64_t m_unwrittenSamples = 0;
};

}  // namespace breakeven
