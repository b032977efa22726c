#include "core/io/formats.h"

#include "core/io/gzip.h"
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

std::string suffixesOfWritten() {
    std::string known;
    for (const auto& format : formats())
        if (format.isWritten()) known += (known.empty() ? "" : ", ") + format.suffix;
    return known;
}

/// Our own by their suffix, other programs' by their title.
std::string namesOfRead() {
    std::string known;
    for (const auto& format : formats())
        if (format.isRead())
            known += (known.empty() ? "" : ", ") + (format.isWritten() ? format.suffix : format.info.title);
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
        if (format.isWritten() && name.ends_with(format.suffix) &&
            (!best || format.suffix.size() > best->suffix.size()))
            best = &format;
    }
    if (!best)
        return Error{ErrorCode::InvalidInput, path.string() + ": suffix is not known (" + suffixesOfWritten() + ")"};
    return best;
}

const FormatEntry* formatOf(std::string_view text) {
    constexpr std::string_view byteOrderMark = "\xEF\xBB\xBF";
    if (text.starts_with(byteOrderMark)) text.remove_prefix(byteOrderMark.size());
    for (const auto& format : formats())
        if (format.isRead() && format.recognises(text)) return &format;
    return nullptr;
}

Result<LoadedRun> readResults(const std::filesystem::path& path) {
    BREAKEVEN_TRY(const auto text, readUnpacked(path));
    const auto name = unpackedName(path).filename().string();
    if (const auto* const format = formatOf(text)) return format->read(text, name);
    return Error{ErrorCode::Unreadable,
                 path.string() + ": not a file of results (known formats: " + namesOfRead() + ")"};
}

Result<void> writeResults(const std::vector<Event>& events, const std::filesystem::path& path,
                          const WriteOptions& options) {
    BREAKEVEN_TRY(const auto* format, formatFor(path));
    std::ostringstream out;
    if (const auto written = format->write(events, options, out); !written) {
        return Error{written.error().code, path.string() + ": " + written.error().detail};
    }
    return saveFile(path, out.view());
}

}  // namespace breakeven
