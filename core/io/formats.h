/// File formats of results. Each is one file, named in formats.def.
#pragma once

#include "core/base/catalog.h"
#include "core/base/result.h"
#include "core/io/run_file.h"
#include "core/io/sentences.h"

#include <filesystem>
#include <functional>
#include <ostream>
#include <span>
#include <string>
#include <string_view>

namespace breakeven {

struct WriteOptions {
    /// Of the file that the events are from; files beside it are named relative to it.
    std::filesystem::path folder = {};
    const Sentences& sentences = english();  ///< how a report speaks; tables are English
    /// Told line by line what of the files beside it is left out; nobody need listen.
    std::function<void(const std::string&)> warn = [](const std::string&) {};
};

struct FormatEntry {
    NamedInfo info;  ///< id: run, summary-csv, samples-csv, seeds-csv, google-benchmark, hyperfine, pyperf, trace, …
    std::string suffix;  ///< longest match wins: ".seeds.csv" before ".csv"
    /// True when a file with this text is of this format: CSVs are told apart by their header, JSON by its first keys.
    /// Null, like read, for a format that is only written.
    bool (*recognises)(std::string_view text);
    /// Null for a format that is only read: results of other programs.
    /// Errors: InvalidInput when the format cannot hold these results; Unreadable for a file beside it.
    Result<void> (*write)(const std::vector<Event>& events, const WriteOptions& options, std::ostream& out);
    Result<LoadedRun> (*read)(const std::string& text, const std::string& name);

    bool isRead() const { return read != nullptr; }
    bool isWritten() const { return write != nullptr; }
};

std::span<const FormatEntry> formats();

/// By suffix, for writing. Errors: InvalidInput naming the known suffixes.
Result<const FormatEntry*> formatFor(const std::filesystem::path& path);

/// That of a file with this text, whatever its name; nullptr when it holds no results.
const FormatEntry* formatOf(std::string_view text);

/// Reads any known format, told by its content, also packed by gzip.
/// Errors: Unreadable, one line with the file's name; files above 256 MB, unpacked, and binary files are refused.
Result<LoadedRun> readResults(const std::filesystem::path& path);

/// Atomic: the old file stays until the new one is complete.
/// Errors: those of FormatEntry::write; Unwritable, Internal.
Result<void> writeResults(const std::vector<Event>& events, const std::filesystem::path& path,
                          const WriteOptions& options = {});

}  // namespace breakeven
