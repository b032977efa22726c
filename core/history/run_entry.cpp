#include "core/history/run_entry.h"

#include "core/experiment/codec.h"
#include "core/io/analysis_report.h"
#include "core/io/run_file.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <utility>

namespace breakeven {

namespace {

using Json = nlohmann::ordered_json;

constexpr int SchemaOfEntries = 1;

constexpr std::array<std::pair<RunState, std::string_view>, 6> Words{{{RunState::Running, "running"},
                                                                      {RunState::Completed, "completed"},
                                                                      {RunState::Budget, "budget"},
                                                                      {RunState::Stopped, "stopped"},
                                                                      {RunState::Failed, "failed"},
                                                                      {RunState::Interrupted, "interrupted"}}};

Json jsonOf(const RunEntry& entry) {
    return {{"run_id", entry.runId},
            {"started_at", entry.startedAt},
            {"experiment", entry.experiment},
            {"title", entry.title},
            {"state", stateWord(entry.state)},
            {"elapsed_s", entry.elapsed ? Json(entry.elapsed->count()) : Json(nullptr)},
            {"trials", entry.trials},
            {"samples", entry.samples},
            {"headline", entry.headline},
            {"tags", entry.tags},
            {"note", entry.note},
            {"host", entry.host},
            {"machine", entry.machine},
            {"version", entry.version},
            {"file", entry.file},
            {"deleted_at", entry.removedAt.empty() ? Json(nullptr) : Json(entry.removedAt)}};
}

/// Bytes that are not UTF-8, as a file's name may hold, are replaced.
std::string textOf(const Json& json, int indent) {
    return json.dump(indent, ' ', false, Json::error_handler_t::replace);
}

}  // namespace

std::string_view stateWord(RunState state) {
    return std::ranges::find(Words, state, &std::pair<RunState, std::string_view>::first)->second;
}

std::optional<RunState> stateFromWord(std::string_view word) {
    const auto found = std::ranges::find(Words, word, &std::pair<RunState, std::string_view>::second);
    return found == Words.end() ? std::nullopt : std::optional(found->first);
}

RunState stateOf(std::span<const Event> events) {
    const auto* const finished = events.empty() ? nullptr : std::get_if<RunFinished>(&events.back());
    if (finished == nullptr) return RunState::Interrupted;
    if (finished->reason == "interrupted") return RunState::Stopped;
    return stateFromWord(finished->reason).value_or(RunState::Completed);
}

std::string entriesJson(std::span<const RunEntry> entries) {
    std::string text = "{\"schema\":" + std::to_string(SchemaOfEntries) + ",\"runs\":[";
    for (const RunEntry& entry : entries)
        text += (&entry == &entries.front() ? "\n" : ",\n") + textOf(jsonOf(entry), -1);
    return text + "\n]}\n";
}

std::string entryJson(const RunEntry& entry, const std::vector<Event>& events) {
    const Results results = foldEvents(events);
    Json json = {{"schema", SchemaOfEntries}};
    json.update(jsonOf(entry));
    json["spec"] = Json::parse(writeSpec(results.run().spec));
    json["environment"] = Json::parse(writeEnvironment(results.run().environment));
    json["analysis"] = Json::parse(analysisJson(results, {}));
    return textOf(json, 2) + '\n';
}

}  // namespace breakeven
