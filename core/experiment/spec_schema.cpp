#include "core/experiment/spec_schema.h"

#include "core/experiment/wording.h"

#include <nlohmann/json.hpp>
#include <valijson/adapters/nlohmann_json_adapter.hpp>
#include <valijson/schema.hpp>
#include <valijson/schema_parser.hpp>
#include <valijson/validation_results.hpp>
#include <valijson/validator.hpp>

#include <algorithm>
#include <cstddef>
#include <string_view>

namespace breakeven {

extern const std::string_view SpecSchemaText;  // resources/schema/spec.schema.json, embedded by the build

namespace {

using Adapter = valijson::adapters::NlohmannJsonAdapter;

struct SpecSchema {
    Json document = Json::parse(SpecSchemaText);
    valijson::Schema schema;

    SpecSchema() { valijson::SchemaParser().populateSchema(Adapter(document), schema); }
};

const SpecSchema& specSchema() {
    static const SpecSchema schema;
    return schema;
}

const Json& resolved(const Json& node) {
    if (!node.contains("$ref")) return node;
    const auto pointer = node["$ref"].get<std::string>().substr(1);
    return specSchema().document.at(Json::json_pointer(pointer));
}

/// The schema of an object's member or a list's items; nullptr when the schema says nothing about it.
const Json* schemaBelow(const Json& node, const Json& value, const std::string& key) {
    if (value.is_array()) {
        return node.contains("items") ? &resolved(node["items"]) : nullptr;
    }
    if (node.contains("properties") && node["properties"].contains(key)) return &resolved(node["properties"][key]);
    if (node.contains("additionalProperties") && node["additionalProperties"].is_object()) {
        return &resolved(node["additionalProperties"]);
    }
    return nullptr;
}

/// Where a path leads: the value, its schema, and the nearest description on the way.
struct Place {
    const Json* value = nullptr;
    const Json* schema = nullptr;
    std::string path;
    std::string allowed;
};

Place follow(const Json& spec, const std::vector<std::string>& path) {
    Place place{&spec, &specSchema().document, "", ""};
    const auto describe = [&] {
        if (place.schema && place.schema->contains("description"))
            place.allowed = (*place.schema)["description"].get<std::string>();
    };
    describe();
    for (const auto& key : path) {
        const Json& parent = *place.value;
        const Json* schema = place.schema ? schemaBelow(*place.schema, parent, key) : nullptr;
        if (parent.is_array()) {
            place.value = &parent.at(std::stoul(key));
            place.path += "[" + key + "]";
        } else {
            place.value = &parent.at(key);
            place.path += (place.path.empty() ? "" : ".") + oneLine(key);
        }
        place.schema = schema;
        describe();
    }
    return place;
}

std::string valueText(const Json& value) {
    if (value.is_string()) return inQuotes(value.get_ref<const std::string&>());
    if (value.is_array()) return value.empty() ? "an empty list" : "a list";
    if (value.is_object()) return "an object";
    return value.dump();
}

std::string fieldText(const Place& place, const std::string& key = "") {
    std::string field = "spec";
    if (!place.path.empty()) field += ": " + place.path;
    if (!key.empty()) field += (place.path.empty() ? ": " : ".") + oneLine(key);
    return field;
}

/// An object's trouble may be a member that the schema does not know, or one that it misses.
Error objectError(const Place& place) {
    const Json& schema = *place.schema;
    if (schema.value("additionalProperties", Json(true)) == false) {
        std::vector<std::string> known;
        for (const auto& [key, node] : schema["properties"].items())
            known.push_back(key);
        for (const auto& [key, value] : place.value->items()) {
            if (schema["properties"].contains(key)) continue;
            return {ErrorCode::InvalidInput,
                    fieldText(place, key) + ": unknown field (known: " + choices(known, key) + ")"};
        }
    }
    for (const auto& required : schema.value("required", Json::array())) {
        const auto key = required.get<std::string>();
        if (place.value->contains(key)) continue;
        const auto allowed = resolved(schema["properties"][key])["description"].get<std::string>();
        return {ErrorCode::InvalidInput, fieldText(place, key) + ": missing (" + allowed + ")"};
    }
    return notAllowed(fieldText(place), valueText(*place.value), place.allowed);
}

}  // namespace

Error specError(const Json& spec, const std::vector<std::string>& path) {
    const Place place = follow(spec, path);
    if (place.value->is_object() && place.schema) return objectError(place);
    return notAllowed(fieldText(place), valueText(*place.value), place.allowed);
}

Result<void> checkSpecSchema(const Json& spec) {
    valijson::Validator validator;
    valijson::ValidationResults results;
    if (validator.validate(specSchema().schema, Adapter(spec), &results)) return {};
    std::vector<std::string> deepest;
    for (const auto& error : results) {
        if (error.context.size() > deepest.size()) deepest = error.context;
    }
    std::vector<std::string> path;  // without the leading "<root>" and the brackets around each step
    for (std::size_t i = 1; i < deepest.size(); ++i)
        path.push_back(deepest[i].substr(1, deepest[i].size() - 2));
    return specError(spec, path);
}

}  // namespace breakeven
