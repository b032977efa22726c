#include "core/experiment/json_fields.h"
#include "core/experiment/spans.h"

#include <algorithm>
#include <array>

namespace breakeven {

namespace {

/// By SpanKind.
constexpr std::array<std::string_view, 3> KindWords{"compute", "transport", "combine"};

OrderedJson columnsOf(const std::vector<ChunkSpan>& spans) {
    OrderedJson json;
    const auto put = [&](const char* key, auto valueOf) {
        auto& column = json[key] = OrderedJson::array();
        for (const ChunkSpan& span : spans)
            column.push_back(valueOf(span));
    };
    put("begin_ns", [](const ChunkSpan& span) { return span.begin.count(); });
    put("duration_ns", [](const ChunkSpan& span) { return span.duration.count(); });
    put("item", [](const ChunkSpan& span) { return span.item; });
    put("items", [](const ChunkSpan& span) { return span.items; });
    put("kind", [](const ChunkSpan& span) { return static_cast<int>(span.kind); });
    return json;
}

/// Absent: not a list of whole numbers from 0 that has one for each span.
std::optional<std::vector<std::uint64_t>> columnFrom(const Json& json, const char* key, std::size_t length) {
    const auto found = json.find(key);
    if (found == json.end() || !found->is_array() || found->size() != length) return std::nullopt;
    std::vector<std::uint64_t> column(length);
    for (std::size_t i = 0; i < length; ++i)
        if (!readValue((*found)[i], column[i])) return std::nullopt;
    return column;
}

/// Positions in the line's own list of kinds.
using Kinds = std::vector<std::optional<SpanKind>>;

Kinds kindsFrom(const std::vector<std::string>& words) {
    Kinds kinds;
    for (const std::string& word : words) {
        const auto found = std::ranges::find(KindWords, word);
        kinds.push_back(found == KindWords.end() ? std::nullopt
                                                 : std::optional(static_cast<SpanKind>(found - KindWords.begin())));
    }
    return kinds;
}

/// Absent: not what columnsOf wrote.
std::optional<std::vector<ChunkSpan>> spansFrom(const Json& json, const Kinds& kinds) {
    if (!json.is_object() || !json.contains("kind") || !json["kind"].is_array()) return std::nullopt;
    const std::size_t length = json["kind"].size();
    const auto begin = columnFrom(json, "begin_ns", length);
    const auto duration = columnFrom(json, "duration_ns", length);
    const auto item = columnFrom(json, "item", length);
    const auto items = columnFrom(json, "items", length);
    const auto kind = columnFrom(json, "kind", length);
    if (!begin || !duration || !item || !items || !kind) return std::nullopt;
    std::vector<ChunkSpan> spans;
    spans.reserve(length);
    for (std::size_t i = 0; i < length; ++i) {
        const std::uint64_t place = (*kind)[i];
        if (place >= kinds.size()) return std::nullopt;
        if (!kinds[place]) continue;
        spans.push_back({.kind = *kinds[place],
                         .begin = std::chrono::nanoseconds((*begin)[i]),
                         .duration = std::chrono::nanoseconds((*duration)[i]),
                         .item = (*item)[i],
                         .items = (*items)[i]});
    }
    return spans;
}

Error unusable(const std::string& field) {
    return {ErrorCode::InvalidInput, "spans." + field + ": not usable"};
}

}  // namespace

std::string_view wordOf(SpanKind kind) {
    return KindWords[static_cast<std::size_t>(kind)];
}

std::string writeSpans(const PassSpans& pass) {
    OrderedJson json{{"event", "spans"}};
    json["trial"] = pass.trial;
    json["launch"] = pass.launch;
    json["wall_s"] = pass.wall.count();
    json["dropped"] = pass.dropped;
    json["kinds"] = KindWords;
    json["workers"] = OrderedJson::array();
    for (const auto& spans : pass.workers)
        json["workers"].push_back(columnsOf(spans));
    if (!pass.caller.empty()) json["caller"] = columnsOf(pass.caller);
    return lineOf(json);
}

Result<PassSpans> parseSpans(std::string_view line) {
    BREAKEVEN_TRY(const Json json, parseJsonLine(line, "spans"));
    if (!json.is_object() || json.value("event", Json()) != "spans") return unusable("event");
    Fields fields(json, "spans");
    PassSpans pass;
    std::vector<std::string> words;
    fields.need("trial", pass.trial);
    fields.take("launch", pass.launch);
    fields.need("wall_s", pass.wall);
    fields.take("dropped", pass.dropped);
    fields.need("kinds", words);
    BREAKEVEN_CHECK(fields.result());
    const Kinds kinds = kindsFrom(words);
    const auto workers = json.find("workers");
    if (workers == json.end() || !workers->is_array()) return unusable("workers");
    for (const Json& worker : *workers) {
        auto spans = spansFrom(worker, kinds);
        if (!spans) return unusable("workers");
        pass.workers.push_back(*std::move(spans));
    }
    if (const auto caller = json.find("caller"); caller != json.end()) {
        auto spans = spansFrom(*caller, kinds);
        if (!spans) return unusable("caller");
        pass.caller = *std::move(spans);
    }
    return pass;
}

}  // namespace breakeven
