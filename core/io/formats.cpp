#include "core/io/formats.h"

#include "core/os/files.h"

#include <nlohmann/json.hpp>

#include <array>
#include <cstddef>
#include <optional>
#include <sstream>
#include <utility>

namespace breakeven {

#define BREAKEVEN_FORMAT(NAME) FormatEntry NAME##Format();
#include "core/io/formats.def"
#undef BREAKEVEN_FORMAT

namespace {

std::string_view firstLine(std::string_view text) {
    constexpr std::string_view byteOrderMark = "\xEF\xBB\xBF";
    if (text.starts_with(byteOrderMark)) text.remove_prefix(byteOrderMark.size());
    auto line = text.substr(0, text.find('\n'));
    if (line.ends_with('\r')) line.remove_suffix(1);
    return line;
}

/// The program that wrote the results; absent when they look like nobody's.
std::optional<std::string_view> foreignProgram(const std::string& text) {
    const auto json = nlohmann::json::parse(text, nullptr, false);
    if (!json.is_object()) return std::nullopt;
    if (json.contains("benchmarks") && json.contains("context")) return "Google Benchmark";
    if (json.contains("benchmarks") && json.contains("metadata")) return "pyperf";
    const auto results = json.find("results");
    const bool ofCommands = results != json.end() && results->is_array() && !results->empty() &&
                            results->front().is_object() && results->front().contains("command");
    if (ofCommands) return "hyperfine";
    return std::nullopt;
}

enum class Use { Read, Written };

std::string knownSuffixes(Use use) {
    std::string known;
    for (const auto& format : formats())
        if (use == Use::Written || format.isRead()) known += (known.empty() ? "" : ", ") + format.suffix;
    return known;
}

}  // namespace

std::span<const FormatEntry> formats() {
    static const std::array entries{
#define BREAKEVEN_FORMAT(NAME) NAME##Format(),
#include "core/io/formats.def"
#undef BREAKEVEN_FORMAT
    };
    return entries;
}

Result<const FormatEntry*> formatFor(const std::filesystem::path& path) {
    const auto name = path.filename().string();
    const FormatEntry* best = nullptr;
    for (const auto& format : formats()) {
        if (name.ends_with(format.suffix) && (!best || format.suffix.size() > best->suffix.size())) best = &format;
    }
    if (!best)
        return Error{ErrorCode::InvalidInput,
                     path.string() + ": suffix is not known (" + knownSuffixes(Use::Written) + ")"};
    return best;
}

Result<LoadedRun> readResults(const std::filesystem::path& path) {
    BREAKEVEN_TRY(const auto text, readFile(path));
    const auto name = path.filename().string();
    for (const auto& format : formats()) {
        if (format.isRead() && format.recognises(firstLine(text))) return format.read(text, name);
    }
    if (const auto program = foreignProgram(text)) {
        return Error{ErrorCode::NotBuilt,
                     name + ": reading the results of " + std::string(*program) + " is not built yet"};
    }
    return Error{ErrorCode::Unreadable,
                 name + ": not a file of results (known formats: " + knownSuffixes(Use::Read) + ")"};
}

Result<void> writeResults(const std::vector<Event>& events, const std::filesystem::path& path,
                          const std::filesystem::path& folder) {
    BREAKEVEN_TRY(const auto* format, formatFor(path));
    std::ostringstream out;
    if (const auto written = format->write(events, folder, out); !written) {
        return Error{written.error().code, path.string() + ": " + written.error().detail};
    }
    return saveFile(path, out.view());
}

}  // namespace breakeven
