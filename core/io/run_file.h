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
    /// Errors: Unwritable. An existing file is replaced only by the first append.
    static Result<RunWriter> create(const std::filesystem::path& path);

    /// One write and one fdatasync for all the events. Errors: Internal (disk full, …); what was written stays.
    Result<void> append(const std::vector<Event>& events);

private:
    explicit RunWriter(std::filesystem::path path) : m_path(std::move(path)) {}

    Descriptor m_file;  ///< none before the first append
    std::filesystem::path m_path;
};

struct LoadedRun {
    std::vector<Event> events;
    std::vector<std::string> warnings;  ///< one line each: "RUN.jsonl: the last line is cut; 214 events kept"
};

/// Errors: Unreadable when the first line is not a run-started event of a known schema.
Result<LoadedRun> readRunText(const std::string& text, const std::string& name);

/// Folds all events.
Results foldEvents(const std::vector<Event>& events);

}  // namespace breakeven
