/// Run files: JSON Lines, the event stream itself. Appended and flushed round by round, so a crash loses at most the
/// running round; a file cut anywhere after its first line loads with one warning.
#pragma once

#include "core/base/result.h"
#include "core/experiment/event.h"
#include "core/experiment/results.h"
#include "core/os/descriptor.h"

#include <filesystem>
#include <string>
#include <utility>
#include <vector>

namespace breakeven {

class RunWriter {
public:
    /// Errors: Unwritable, also while another run is written there. An existing file is replaced only by the first
    /// append.
    static Result<RunWriter> create(const std::filesystem::path& path);

    /// One write and one fdatasync for all the events. Errors: Internal (disk full, …); what was written stays. Of two
    /// runs that begin one new file at the same time, the later: Unwritable.
    Result<void> append(const std::vector<Event>& events);

private:
    explicit RunWriter(std::filesystem::path path) : m_path(std::move(path)) {}

    /// Opens the file as it is, and locks it as long as it is open.
    Result<void> takeFile();

    Descriptor m_file;  ///< before the first append only of a file that is there
    bool m_isBegun = false;
    std::filesystem::path m_path;
};

struct LoadedRun {
    std::vector<Event> events;
    std::vector<std::string> warnings;  ///< one line each: "RUN.jsonl: the last line is cut; 214 events kept"
};

/// A file is one run: where a second one begins, it ends. Errors: Unreadable when the first line is not a run-started
/// event of a known schema.
Result<LoadedRun> readRunText(const std::string& text, const std::string& name);

/// Folds all events.
Results foldEvents(const std::vector<Event>& events);

}  // namespace breakeven
