#include "core/experiment/json_fields.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <functional>
#include <limits>
#include <utility>

namespace breakeven {

namespace {

/// Remembers where a text stops being JSON; the parser itself is silent without exceptions.
struct ErrorPosition : nlohmann::json_sax<Json> {
    std::size_t bytes = 0;

    bool null() override { return true; }
    bool boolean(bool) override { return true; }
    bool number_integer(number_integer_t) override { return true; }
    bool number_unsigned(number_unsigned_t) override { return true; }
    bool number_float(number_float_t, const string_t&) override { return true; }
    bool string(string_t&) override { return true; }
    bool binary(binary_t&) override { return true; }
    bool start_object(std::size_t) override { return true; }
    bool key(string_t&) override { return true; }
    bool end_object() override { return true; }
    bool start_array(std::size_t) override { return true; }
    bool end_array() override { return true; }
    bool parse_error(std::size_t position, const std::string&, const Json::exception&) override {
        bytes = position;
        return false;
    }
};

/// Looks for keys that an object has twice, of which the parser alone would keep the last.
class Keys {
public:
    /// As the parser calls it; keeps everything.
    bool operator()(int, Json::parse_event_t event, const Json& parsed) {
        if (event == Json::parse_event_t::object_start) m_open.emplace_back();
        if (event == Json::parse_event_t::key) m_open.back().push_back(parsed.get_ref<const std::string&>());
        if (event != Json::parse_event_t::object_end) return true;
        auto keys = std::move(m_open.back());
        m_open.pop_back();
        if (keys.size() == parsed.size() || m_double) return true;
        std::ranges::sort(keys);
        m_double = *std::ranges::adjacent_find(keys);
        return true;
    }

    const std::optional<std::string>& thatIsDouble() const { return m_double; }

private:
    std::vector<std::vector<std::string>> m_open;  ///< of each object around
    std::optional<std::string> m_double;
};

/// whyNot: what is wrong with a text that is no JSON; it is told where the first null byte is.
template <class WhyNot>
Result<Json> parsed(std::string_view text, const std::string& what, WhyNot whyNot) {
    const auto null = text.find('\0');  // the parser takes it for the end of the text
    Keys keys;
    auto json = Json::parse(text, std::ref(keys), false);
    const auto error = [&](const std::string& why) { return Error{ErrorCode::InvalidInput, what + ": " + why}; };
    if (!json.is_discarded() && null == text.npos) {
        if (keys.thatIsDouble()) return error(*keys.thatIsDouble() + ": it is there twice");
        return json;
    }
    const auto isBlank = [](char c) { return c == ' ' || c == '\n' || c == '\r' || c == '\t'; };
    if (std::ranges::all_of(text, isBlank)) return error("empty (expected a JSON object)");
    return error(whyNot(null));
}

/// Whole numbers may be spelt as 100, 100.0 or 1e2.
bool readWhole(const Json& json, std::uint64_t most, std::uint64_t& value) {
    constexpr double exactDoubles = 9007199254740992;  // 2^53
    if (json.is_number_unsigned()) {
        value = json.get<std::uint64_t>();
        return value <= most;
    }
    if (!json.is_number_float()) return false;
    const auto number = json.get<double>();
    if (!(number >= 0 && number <= exactDoubles) || std::trunc(number) != number) return false;
    value = static_cast<std::uint64_t>(number);
    return value <= most;
}

template <class T>
bool readItems(const Json& json, std::vector<T>& value) {
    if (!json.is_array()) return false;
    value.clear();
    for (const auto& item : json) {
        if (!readValue(item, value.emplace_back())) return false;
    }
    return true;
}

}  // namespace

Result<Json> parseJson(std::string_view text, std::string_view what) {
    return parsed(text, std::string(what), [&](std::size_t null) {
        ErrorPosition position;
        if (Json::sax_parse(text, &position)) position.bytes = null;
        const auto before = text.substr(0, std::min(position.bytes, text.size()));
        const auto line = 1 + std::count(before.begin(), before.end(), '\n');
        return "line " + std::to_string(line) + " is not valid JSON";
    });
}

Result<Json> parseJsonLine(std::string_view line, std::string_view what) {
    return parsed(line, std::string(what), [](std::size_t) { return std::string("not valid JSON"); });
}

std::string lineOf(const OrderedJson& json) {
    return json.dump(-1, ' ', false, OrderedJson::error_handler_t::replace);
}

std::string indented(const OrderedJson& json) {
    return json.dump(2, ' ', false, OrderedJson::error_handler_t::replace) + '\n';
}

bool readValue(const Json& json, bool& value) {
    if (!json.is_boolean()) return false;
    value = json.get<bool>();
    return true;
}

bool readValue(const Json& json, int& value) {
    std::uint64_t whole = 0;
    if (!readWhole(json, std::numeric_limits<int>::max(), whole)) return false;
    value = static_cast<int>(whole);
    return true;
}

bool readValue(const Json& json, std::uint64_t& value) {
    return readWhole(json, std::numeric_limits<std::uint64_t>::max(), value);
}

bool readValue(const Json& json, double& value) {
    if (!json.is_number()) return false;
    value = json.get<double>();
    return std::isfinite(value);
}

bool readValue(const Json& json, Seconds& value) {
    double count = 0;
    if (!readValue(json, count) || count < 0 || count > LongestTime.count()) return false;
    value = Seconds(count);
    return true;
}

bool readValue(const Json& json, std::string& value) {
    if (!json.is_string()) return false;
    value = json.get_ref<const std::string&>();
    return true;
}

bool readValue(const Json& json, std::vector<std::string>& value) {
    return readItems(json, value);
}

bool readValue(const Json& json, std::vector<std::uint64_t>& value) {
    return readItems(json, value);
}

bool readValue(const Json& json, ParamValue& value) {
    if (json.is_string()) return readValue(json, value.emplace<std::string>());
    return readValue(json, value.emplace<double>());
}

bool readValue(const Json& json, Params& value) {
    if (!json.is_object()) return false;
    value.clear();
    for (const auto& [name, item] : json.items()) {
        if (!readValue(item, value[name])) return false;
    }
    return true;
}

OrderedJson numberJson(double value) {
    if (std::abs(value) < 1e15 && std::trunc(value) == value) return static_cast<std::int64_t>(value);
    return value;
}

OrderedJson paramJson(const ParamValue& value) {
    const auto* text = std::get_if<std::string>(&value);
    return text ? OrderedJson(*text) : numberJson(std::get<double>(value));
}

Fields::Fields(const Json& object, std::string what) : m_object(&object), m_what(std::move(what)) {
    if (!object.is_object()) m_error = {ErrorCode::InvalidInput, m_what + ": not a JSON object"};
}

const Json* Fields::lookUp(const char* key) const {
    if (!m_object->is_object()) return nullptr;
    const auto found = m_object->find(key);
    return found == m_object->end() ? nullptr : &*found;
}

const Json* Fields::list(const char* key) {
    const Json* json = lookUp(key);
    if (!json) return nullptr;
    const bool usable =
        json->is_array() && std::all_of(json->begin(), json->end(), [](const Json& item) { return item.is_object(); });
    if (!usable) fail(key, "not usable");
    return usable ? json : nullptr;
}

const Json* Fields::object(const char* key) {
    const Json* json = lookUp(key);
    if (!json) return nullptr;
    if (!json->is_object()) fail(key, "not usable");
    return json->is_object() ? json : nullptr;
}

void Fields::fail(const char* key, std::string_view why) {
    if (m_error) return;
    m_error = {ErrorCode::InvalidInput, m_what + "." + key + ": " + std::string(why)};
}

Result<void> Fields::result() const {
    if (m_error) return *m_error;
    return {};
}

}  // namespace breakeven
