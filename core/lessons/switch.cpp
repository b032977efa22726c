#include "core/experiment/codec.h"
#include "core/experiment/json_fields.h"
#include "core/experiment/wording.h"
#include "core/lessons/lesson.h"

#include <algorithm>

namespace breakeven {

namespace {

constexpr std::string_view ParamPrefix = "params.";

const std::vector<std::string> SwitchFields{"backends", "calls",     "chunks", "pools", "sizes",
                                            "workers",  "in_flight", "start",  "cache", "params.NAME"};

Result<void> put(OrderedJson& row, const LessonSwitch& each) {
    BREAKEVEN_TRY(const Json value, parseJson(each.value, "switch: " + each.field));
    if (each.field.starts_with(ParamPrefix)) {
        row["params"][each.field.substr(ParamPrefix.size())] = value;
        return {};
    }
    row[each.field] = value;
    return {};
}

}  // namespace

Result<LessonSwitch> parseSwitch(std::string_view text) {
    const auto equals = text.find('=');
    if (equals == text.npos) return notAllowed("switch", inQuotes(text), "FIELD=VALUE, such as pools=warm");
    LessonSwitch read{std::string(trimmed(text.substr(0, equals))), std::string(trimmed(text.substr(equals + 1)))};
    const bool isParam = read.field.starts_with(ParamPrefix) && read.field.size() > ParamPrefix.size();
    const bool isField =
        std::ranges::find(SwitchFields, read.field) != SwitchFields.end() && read.field != SwitchFields.back();
    if (!isParam && !isField) return notAllowed("switch", inQuotes(read.field), choices(SwitchFields, read.field));
    if (read.value.empty()) return notAllowed("switch: " + read.field, "nothing", "a value behind the =");
    const bool isJson = read.value.find_first_of("[\"{") == 0 || parseJson(read.value, "").has_value();
    if (!isJson) read.value = lineOf(OrderedJson(read.value));  // a bare word
    return read;
}

Result<ExperimentSpec> switched(const ExperimentSpec& spec, const std::vector<LessonSwitch>& switches) {
    OrderedJson json = jsonOf(spec);
    for (const LessonSwitch& each : switches) {
        for (OrderedJson& row : json["cases"])
            BREAKEVEN_CHECK(put(row, each));
    }
    auto changed = parseSpec(lineOf(json));
    if (!changed) return Error{changed.error().code, "switch: " + changed.error().detail};
    if (*changed == spec) return notAllowed("switch", "what the experiment has already", "a value that changes it");
    return changed;
}

}  // namespace breakeven
