/// The history that a command line means, and runs that are named by a word: a file, or history:ID.
#pragma once

#include "core/base/result.h"
#include "core/history/history.h"
#include "core/history/run_recorder.h"

#include <filesystem>
#include <memory>
#include <optional>
#include <string>

namespace breakeven {

/// file: as typed behind --history; absent: the default one. Warns of a damaged file that was set aside.
/// Errors: those of History::open; InvalidInput for a file that is of results by its suffix.
Result<History> openHistory(const std::optional<std::string>& file);

/// For a run. file: as for openHistory, or none. out: of the run's own file, absolute; empty: there is none.
/// Null: the run is not remembered, by wish, or with a warning since the default history cannot be used or the disk is
/// full. Errors: those of openHistory for a file that was typed; Unwritable.
Result<std::unique_ptr<RunRecorder>> recordInto(const std::optional<std::string>& file,
                                                const std::filesystem::path& out);

/// False with a warning, and what to do, when the run is not remembered as a whole. closed: as RunRecorder::finish
/// says.
bool isClosed(const Result<void>& closed);

struct NamedRun {
    LoadedRun run;
    std::filesystem::path folder;  ///< of its file: what the run names lies there
};

/// word: a file of results, or history:ID as History::find has it, of the default history. Warns of what the reader
/// warns of. Errors: those of readResults, openHistory and History.
Result<NamedRun> readNamedRun(const std::string& word);

}  // namespace breakeven
