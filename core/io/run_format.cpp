#include "core/experiment/codec.h"
#include "core/io/formats.h"

namespace breakeven {

namespace {

bool recognises(std::string_view text) {
    const auto firstLine = text.substr(0, text.find('\n'));
    return firstLine.starts_with('{') && firstLine.find("\"run-started\"") != std::string_view::npos;
}

Result<void> write(const std::vector<Event>& events, const WriteOptions&, std::ostream& out) {
    for (const auto& event : events)
        out << writeEvent(event) << '\n';
    return {};
}

}  // namespace

FormatEntry runFormat();
FormatEntry runFormat() {
    return {{"run", "Run", "Every event of a run, one JSON object per line"}, ".jsonl", recognises, write, readRunText};
}

}  // namespace breakeven
