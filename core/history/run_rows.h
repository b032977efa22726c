/// Rows of a run: how the recorder of a run that goes on and the import of one that is over write them. Private to this
/// folder. Errors of all functions: those of sqlite.h.
#pragma once

#include "core/base/result.h"
#include "core/experiment/results.h"
#include "core/history/run_entry.h"
#include "core/history/sqlite.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace breakeven {

/// Who writes the run, and where else it is.
struct RunOrigin {
    std::string host;     ///< empty: imported
    std::string process;  ///< processIdentity of the writer; empty: imported
    std::string file;     ///< as of RunEntry
};

/// Returns the row. Errors: also when the run id is there already.
Result<std::int64_t> insertRun(const Database& database, const RunStarted& run, const RunOrigin& origin);

/// One piece of a run's packed events (packed_text.h), with `samples` more samples.
Result<void> insertPiece(const Database& database, std::int64_t row, std::string_view piece, std::int64_t samples);

/// state: not Running.
Result<void> endRun(const Database& database, std::int64_t row, const Results& results, RunState state);

std::int64_t countSamples(const std::vector<Event>& events);

/// The events as they stand in a run file.
std::string linesOf(const std::vector<Event>& events);

}  // namespace breakeven
