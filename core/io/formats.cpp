#include "core/io/formats.h"

#include "core/os/files.h"

#include <array>
#include <cstddef>
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

std::string knownSuffixes() {
    std::string known;
    for (const auto& format : formats())
        known += (known.empty() ? "" : ", ") + format.suffix;
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
    if (!best) return Error{ErrorCode::InvalidInput, path.string() + ": suffix is not known (" + knownSuffixes() + ")"};
    return best;
}

Result<LoadedRun> readResults(const std::filesystem::path& path) {
    BREAKEVEN_TRY(const auto text, readFile(path));
    const auto name = path.filename().string();
    for (const auto& format : formats()) {
        if (format.recognises(firstLine(text))) return format.read(text, name);
    }
    return Error{ErrorCode::Unreadable, name + ": not a file of results (known formats: " + knownSuffixes() + ")"};
}

Result<void> writeResults(const std::vector<Event>& events, const std::filesystem::path& path) {
    BREAKEVEN_TRY(const auto* format, formatFor(path));
    std::ostringstream out;
    BREAKEVEN_CHECK(format->write(events, out));
    return saveFile(path, out.view());
}

}  // namespace breakeven
