#include "core/io/json_results.h"

#include "core/base/utf8.h"
#include "core/experiment/json_fields.h"
#include "core/experiment/wording.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <cstddef>
#include <optional>
#include <utility>

namespace breakeven {

namespace {

constexpr std::size_t LongestValue = 200;  // bytes of a fact

bool isLetter(char c) {
    return std::isalpha(static_cast<unsigned char>(c)) != 0;
}

/// Where the string that begins there ends: behind its closing quote, or at the end of the text.
std::size_t endOfString(std::string_view text, std::size_t begin) {
    for (std::size_t at = begin + 1; at < text.size(); ++at) {
        if (text[at] == '"') return at + 1;
        if (text[at] == '\\') ++at;
    }
    return text.size();
}

bool isUnspeakableNumber(std::string_view word) {
    std::string lower(word);
    std::ranges::transform(lower, lower.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    return lower == "nan" || lower == "inf" || lower == "infinity";
}

/// NaN and the infinities become null; everything else, line ends included, stays.
std::string withoutUnspeakableNumbers(std::string_view text) {
    std::string plain;
    plain.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) {
        std::size_t end = at + 1;
        if (text[at] == '"') {
            end = endOfString(text, at);
        } else if (isLetter(text[at])) {
            while (end < text.size() && isLetter(text[end]))
                ++end;
            if (isUnspeakableNumber(text.substr(at, end - at))) {
                if (plain.ends_with('-')) plain.pop_back();
                plain += "null";
                at = end;
                continue;
            }
        }
        plain += text.substr(at, end - at);
        at = end;
    }
    return plain;
}

Error notUsable(std::string_view field, const Json* value, std::string_view allowed) {
    if (!value) return {ErrorCode::InvalidInput, std::string(field) + ": missing"};
    return notAllowed(field, shownValue(*value), allowed);
}

/// Absent for what is neither a number nor a word.
std::optional<std::string> plainText(const Json& value) {
    if (value.is_string()) return value.get<std::string>();
    if (value.is_number_float()) return numberText(value.get<double>());
    if (value.is_number() || value.is_boolean()) return value.dump();
    return std::nullopt;
}

std::optional<std::string> factText(const Json& value) {
    if (!value.is_array()) return plainText(value);
    std::string text;
    for (const Json& item : value) {
        const auto part = plainText(item);
        if (!part) return std::nullopt;
        text += (text.empty() ? "" : ", ") + *part;
    }
    return text.empty() ? std::nullopt : std::optional(std::move(text));
}

/// "cpu_model_name" → "Cpu model name"
std::string titleOf(std::string key) {
    std::ranges::replace(key, '_', ' ');
    if (!key.empty()) key.front() = static_cast<char>(std::toupper(static_cast<unsigned char>(key.front())));
    return key;
}

}  // namespace

Result<Json> parseResults(std::string_view text, const std::string& name) {
    auto json = parseJson(text, name);
    if (!json) json = parseJson(withoutUnspeakableNumbers(text), name);
    if (!json) return Error{ErrorCode::Unreadable, json.error().detail};
    if (!json->is_object()) return Error{ErrorCode::Unreadable, name + ": not a JSON object"};
    return json;
}

Result<const Json*> listIn(const Json& results, const char* key, const std::string& name) {
    const Json* const list = fieldOf(results, key);
    if (list && list->is_array() && !list->empty()) return list;
    std::string detail = name + ": " + notUsable(key, list, "a list with something in it").detail;
    if (list && list->is_array()) detail = name + ": " + key + ": an empty list";
    return Error{ErrorCode::Unreadable, std::move(detail)};
}

std::string shownValue(const Json& value) {
    if (value.is_string()) return inQuotes(value.get_ref<const std::string&>());
    if (value.is_array()) return "a list";
    if (value.is_object()) return "an object";
    return oneLine(value.dump());
}

const Json* fieldOf(const Json& object, const char* key) {
    if (!object.is_object()) return nullptr;
    const auto found = object.find(key);
    return found == object.end() || found->is_null() ? nullptr : &*found;
}

Result<std::string> textOf(const Json& object, const char* key) {
    const Json* const value = fieldOf(object, key);
    std::string text;
    if (!value || !readValue(*value, text) || text.empty()) return notUsable(key, value, "a text");
    return text;
}

Result<std::uint64_t> countOf(const Json& object, const char* key) {
    const Json* const value = fieldOf(object, key);
    std::uint64_t count = 0;
    if (!value || !readValue(*value, count) || count < 1) return notUsable(key, value, "whole numbers from 1");
    return count;
}

Result<Seconds> secondsOf(const Json* value, std::string_view field, Seconds unit) {
    double count = 0;
    if (!value || !readValue(*value, count) || count < 0 || count * unit > LongestTime)
        return notUsable(field, value, "numbers from 0 on, up to thirty years");
    return count * unit;
}

std::vector<Fact> factsOf(const Json& object, std::string_view prefix) {
    std::vector<Fact> facts;
    if (!object.is_object()) return facts;
    for (const auto& [key, value] : object.items()) {
        if (const auto text = factText(value))
            facts.push_back({std::string(prefix) + "." + key, titleOf(key), shortened(*text, LongestValue)});
    }
    return facts;
}

void takeCpus(Environment& environment, const Json* count) {
    int cpus = 0;
    if (!count || !readValue(*count, cpus) || cpus < 1) return;
    environment.usableCpus = cpus;
    environment.usableCpusReason = "as counted by the program that measured";
    environment.physicalCores = cpus;
}

}  // namespace breakeven
