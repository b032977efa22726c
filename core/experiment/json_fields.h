/// Reading and writing of JSON objects field by field, for the codec and for readers of other programs' results.
#pragma once

#include "core/base/catalog.h"
#include "core/base/environment.h"
#include "core/base/result.h"
#include "core/base/units.h"
#include "core/experiment/plan.h"
#include "core/experiment/spec.h"

#include <nlohmann/json.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace breakeven {

using Json = nlohmann::json;                 ///< read: keys are sorted
using OrderedJson = nlohmann::ordered_json;  ///< written: keys stay in the order in which they were put

/// Thirty years: no result that is read says that it took longer.
inline constexpr Seconds LongestTime{1e9};

/// Errors: InvalidInput "spec: line 3 is not valid JSON", "spec: sizes: it is there twice"; the whole text must be one
/// value.
Result<Json> parseJson(std::string_view text, std::string_view what);
/// Of a text that is one line of many: the error is "event: not valid JSON".
Result<Json> parseJsonLine(std::string_view line, std::string_view what);

/// One line. Bytes that are not UTF-8 are replaced, so that writing cannot fail.
std::string lineOf(const OrderedJson& json);
std::string indented(const OrderedJson& json);  ///< ends with a newline

// Conversions; false when the value is not of the type or out of its range.
bool readValue(const Json& json, bool& value);
bool readValue(const Json& json, int& value);            ///< whole, >= 0
bool readValue(const Json& json, std::uint64_t& value);  ///< whole, >= 0
bool readValue(const Json& json, double& value);
bool readValue(const Json& json, Seconds& value);  ///< >= 0, <= LongestTime
bool readValue(const Json& json, std::string& value);
bool readValue(const Json& json, std::vector<std::string>& value);
bool readValue(const Json& json, std::vector<std::uint64_t>& value);
bool readValue(const Json& json, ParamValue& value);
bool readValue(const Json& json, Params& value);

OrderedJson numberJson(double value);  ///< whole numbers without a point
OrderedJson paramJson(const ParamValue& value);

/// Reads the fields of one object and remembers the first that is wrong.
class Fields {
public:
    /// what: names the object in errors. The object must outlive the reader.
    Fields(const Json& object, std::string what);

    template <class T>
    void need(const char* key, T& value) {
        const Json* json = lookUp(key);
        if (!json) return fail(key, "missing");
        if (!readValue(*json, value)) fail(key, "not usable");
    }

    /// Keeps the value when the field is absent.
    template <class T>
    void take(const char* key, T& value) {
        if (lookUp(key)) need(key, value);
    }

    template <class T>
    void take(const char* key, std::optional<T>& value) {
        if (lookUp(key)) need(key, value.emplace());
    }

    /// The field when it is a list of objects; otherwise nullptr and, if it is there, an error.
    const Json* list(const char* key);

    /// The field when it is an object; otherwise nullptr and, if it is there, an error.
    const Json* object(const char* key);

    void fail(const char* key, std::string_view why);
    Result<void> result() const;

private:
    const Json* lookUp(const char* key) const;

    const Json* m_object;
    std::string m_what;
    std::optional<Error> m_error;
};

/// Puts seconds, counts, texts, …; absent values are left out.
template <class T>
void putOptional(OrderedJson& json, const char* key, const std::optional<T>& value) {
    if (!value) return;
    if constexpr (std::is_same_v<T, Seconds>) {
        json[key] = value->count();
    } else {
        json[key] = *value;
    }
}

// Parts that several files of the codec share.
OrderedJson jsonOf(const ExperimentSpec& spec);
Result<ExperimentSpec> specFromJson(const Json& json);
OrderedJson jsonOf(const Environment& environment);
void putTrial(OrderedJson& json, const Trial& trial);
void takeTrial(Fields& fields, Trial& trial);

}  // namespace breakeven
