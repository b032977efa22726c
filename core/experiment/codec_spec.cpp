#include "core/base/parse.h"
#include "core/experiment/codec.h"
#include "core/experiment/json_fields.h"
#include "core/experiment/ranges.h"
#include "core/experiment/spec_schema.h"
#include "core/experiment/wording.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <utility>

namespace breakeven {

namespace {

/// A number as the little languages spell it, or the text itself.
std::string textOf(const Json& value) {
    return value.is_string() ? value.get<std::string>() : numberText(value.get<double>());
}

/// One value or a list of values.
std::vector<std::string> textsOf(const Json& value) {
    if (!value.is_array()) return {textOf(value)};
    std::vector<std::string> texts;
    for (const auto& item : value)
        texts.push_back(textOf(item));
    return texts;
}

std::string joined(const std::vector<std::string>& texts) {
    std::string result;
    for (const auto& text : texts)
        result += (result.empty() ? "" : ",") + text;
    return result;
}

OrderedJson oneOrList(const std::vector<std::string>& texts) {
    if (texts.size() == 1) return texts.front();
    return texts;
}

/// "2%" or "0.02"; absent when it is neither or out of range.
std::optional<Ratio> precisionOf(std::string_view text) {
    const bool percent = text.ends_with('%');
    if (percent) text.remove_suffix(1);
    while (text.ends_with(' '))
        text.remove_suffix(1);
    auto value = parseWhole<double>(text);
    if (value && percent) *value /= 100;
    return value && *value > 0 && *value <= 1 ? value : std::nullopt;
}

Case caseFromJson(const Json& json) {
    Case row;
    row.workload = json["workload"];
    const auto params = json.value("params", Json::object());
    for (const auto& [name, values] : params.items()) {
        auto& bound = row.params[name];
        const auto list = values.is_array() ? values : Json::array({values});
        for (const auto& value : list)
            readValue(value, bound.emplace_back());
    }
    const auto takeList = [&](const char* key, std::vector<std::string>& texts) {
        if (json.contains(key)) texts = textsOf(json[key]);
    };
    takeList("backends", row.backends);
    takeList("calls", row.calls);
    takeList("chunks", row.chunks);
    takeList("pools", row.pools);
    const auto takeText = [&](const char* key, std::string& text) {
        if (json.contains(key)) text = joined(textsOf(json[key]));
    };
    takeText("sizes", row.sizes);
    takeText("workers", row.workers);
    takeList("in_flight", row.inFlights);
    takeList("start", row.starts);
    takeList("cache", row.caches);
    return row;
}

Result<Stopping> stoppingFromJson(const Json& spec) {
    Stopping stopping;
    if (!spec.contains("stopping")) return stopping;
    const Json& json = spec["stopping"];
    if (json.contains("precision")) {
        const auto precision = precisionOf(textOf(json["precision"]));
        if (!precision) return specError(spec, {"stopping", "precision"});
        stopping.precision = *precision;
    }
    if (json.contains("samples")) {
        readValue(json["samples"][0], stopping.minSamples);
        readValue(json["samples"][1], stopping.maxSamples);
        if (stopping.maxSamples < stopping.minSamples) return specError(spec, {"stopping", "samples", "1"});
    }
    if (json.contains("max_seconds")) readValue(json["max_seconds"], stopping.maxTime);
    if (json.contains("launches")) readValue(json["launches"], stopping.launches);
    return stopping;
}

OrderedJson jsonOf(const Case& row) {
    const Case defaults;
    OrderedJson json;
    json["workload"] = row.workload;
    for (const auto& [name, values] : row.params) {
        auto list = OrderedJson::array();
        for (const auto& value : values)
            list.push_back(paramJson(value));
        json["params"][name] = list.size() == 1 ? list.front() : list;
    }
    json["backends"] = oneOrList(row.backends);
    json["calls"] = oneOrList(row.calls);
    json["chunks"] = oneOrList(row.chunks);
    json["pools"] = oneOrList(row.pools);
    json["sizes"] = row.sizes;
    json["workers"] = row.workers;
    if (row.inFlights != defaults.inFlights) json["in_flight"] = oneOrList(row.inFlights);
    if (row.starts != defaults.starts) json["start"] = oneOrList(row.starts);
    if (row.caches != defaults.caches) json["cache"] = oneOrList(row.caches);
    return json;
}

/// What the schema cannot tell of an expression.
Result<void> checkRanges(const Case& row) {
    BREAKEVEN_CHECK(parseSizes(row.sizes));
    BREAKEVEN_CHECK(parseWorkers(row.workers, {}));
    return {};
}

}  // namespace

Result<ExperimentSpec> specFromJson(const Json& json) {
    BREAKEVEN_CHECK(checkSpecSchema(json));
    ExperimentSpec spec;
    Fields fields(json, "spec");
    fields.take("name", spec.name);
    fields.take("title", spec.title);
    fields.take("question", spec.question);
    fields.take("x", spec.x);
    for (const auto& row : json["cases"])
        spec.cases.push_back(caseFromJson(row));
    BREAKEVEN_TRY(spec.stopping, stoppingFromJson(json));
    if (json.contains("seed") && !readValue(json["seed"], spec.seed)) return specError(json, {"seed"});
    BREAKEVEN_CHECK(fields.result());
    return spec;
}

OrderedJson jsonOf(const ExperimentSpec& spec) {
    OrderedJson json;
    json["schema"] = SchemaVersion;
    json["name"] = spec.name;
    if (!spec.title.empty()) json["title"] = spec.title;
    if (!spec.question.empty()) json["question"] = spec.question;
    json["cases"] = OrderedJson::array();
    for (const auto& row : spec.cases)
        json["cases"].push_back(jsonOf(row));
    auto& stopping = json["stopping"];
    stopping["precision"] = spec.stopping.precision;
    stopping["samples"] = {spec.stopping.minSamples, spec.stopping.maxSamples};
    stopping["max_seconds"] = numberJson(spec.stopping.maxTime.count());
    stopping["launches"] = spec.stopping.launches;
    json["seed"] = spec.seed;
    json["x"] = spec.x;
    return json;
}

Result<ExperimentSpec> parseSpec(std::string_view text) {
    BREAKEVEN_TRY(const auto json, parseJson(text, "spec"));
    BREAKEVEN_TRY(auto spec, specFromJson(json));
    for (std::size_t i = 0; i < spec.cases.size(); ++i) {
        const std::string row = "cases[" + std::to_string(i) + "].";
        if (const auto checked = checkRanges(spec.cases[i]); !checked)
            return Error{checked.error().code, "spec: " + row + checked.error().detail};
    }
    return spec;
}

std::string writeSpec(const ExperimentSpec& spec) {
    return indented(jsonOf(spec));
}

}  // namespace breakeven
