#include "core/io/spans_file.h"

#include "core/io/skipped_lines.h"
#include "core/os/files.h"

#include <algorithm>
#include <cstddef>
#include <string_view>
#include <system_error>
#include <utility>

namespace breakeven {

std::filesystem::path spansFileOf(const std::filesystem::path& run) {
    return std::filesystem::path(run).replace_extension(".spans");
}

Result<LoadedSpans> readSpans(const std::filesystem::path& file) {
    const std::string name = file.filename().string();
    std::error_code failure;
    if (!std::filesystem::exists(file, failure))
        return Error{ErrorCode::Unreadable, file.string() +
                                                ": the run's timeline is not there (it belongs beside the "
                                                "run; a run that is moved takes it along)"};
    BREAKEVEN_TRY(const std::string text, readFile(file));
    LoadedSpans loaded;
    SkippedLines skipped(name);
    bool isCut = false;
    std::string_view rest = text;
    for (std::size_t number = 1; !rest.empty(); ++number) {
        const std::size_t end = rest.find('\n');
        auto pass = parseSpans(rest.substr(0, end));
        isCut = end == std::string_view::npos && !pass;
        if (pass)
            loaded.passes.push_back(*std::move(pass));
        else if (!isCut)
            skipped.add(number, pass.error().detail);
        rest.remove_prefix(isCut ? rest.size() : std::min(rest.size(), end == std::string_view::npos ? end : end + 1));
    }
    loaded.warnings = skipped.warnings();
    if (isCut)
        loaded.warnings.push_back(name + ": the last line is cut; " + std::to_string(loaded.passes.size()) +
                                  (loaded.passes.size() == 1 ? " pass kept" : " passes kept"));
    return loaded;
}

}  // namespace breakeven
