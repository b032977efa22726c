#include "core/lessons/progress.h"

#include "core/experiment/json_fields.h"
#include "core/os/clock.h"
#include "core/os/files.h"
#include "core/os/user_folders.h"

#include <system_error>

namespace breakeven {

namespace {

constexpr int SchemaOfProgress = 1;

/// Absent when there is no file. As it stands, in its own order.
Result<std::optional<OrderedJson>> readFileOf(const std::filesystem::path& file) {
    std::error_code failure;
    if (!std::filesystem::exists(file, failure)) return std::optional<OrderedJson>();
    BREAKEVEN_TRY(const std::string text, readFile(file));
    BREAKEVEN_TRY(const Json checked, parseJson(text, file.string()));
    const bool isOurs = checked.is_object() && checked.value("schema", Json()) == SchemaOfProgress &&
                        checked.value("lessons", Json()).is_object();
    if (isOurs) return std::optional(OrderedJson::parse(text));
    return Error{ErrorCode::InvalidInput, file.string() + ": not a file of lessons that this version reads (schema 1)"};
}

/// What is not usable counts as not predicted.
LearnerPrediction predictionFrom(const Json& json) {
    LearnerPrediction prediction;
    double number = 0;
    if (json.contains("number") && readValue(json["number"], number)) prediction.number = number;
    const Json curve = json.value("curve", Json::array());
    for (const Json& point : curve) {
        PredictedPoint read;
        const bool isPoint =
            point.is_array() && point.size() == 2 && readValue(point[0], read.x) && readValue(point[1], read.y);
        if (isPoint) prediction.curve.push_back(read);
    }
    return prediction;
}

LessonRecord recordFrom(const Json& json) {
    LessonRecord record;
    if (!json.is_object()) return record;
    record.isDone = json.value("done", Json()) == true;
    if (json.contains("when")) readValue(json["when"], record.when);
    if (json.contains("prediction") && json["prediction"].is_object())
        record.prediction = predictionFrom(json["prediction"]);
    std::string outcome;
    if (json.contains("outcome") && readValue(json["outcome"], outcome)) record.outcome = outcomeFromWord(outcome);
    return record;
}

/// Over what the record was; fields that are not ours stay.
void put(OrderedJson& json, const LessonRecord& record) {
    if (!json.is_object()) json = OrderedJson::object();
    json["done"] = record.isDone;
    json["when"] = utcNow();
    for (const char* replaced : {"prediction", "outcome"})
        json.erase(replaced);
    if (record.prediction.number) json["prediction"]["number"] = *record.prediction.number;
    for (const PredictedPoint& point : record.prediction.curve)
        json["prediction"]["curve"].push_back({point.x, point.y});
    if (record.outcome) json["outcome"] = outcomeWord(*record.outcome);
}

}  // namespace

std::filesystem::path lessonProgressFile() {
    const std::filesystem::path state = stateFolder();
    return state.empty() ? state : state / "lessons.json";
}

Result<LessonProgress> readLessonProgress(const std::filesystem::path& file) {
    BREAKEVEN_TRY(const auto json, readFileOf(file));
    LessonProgress progress;
    if (!json) return progress;
    for (const auto& [id, record] : (*json)["lessons"].items())
        progress[id] = recordFrom(Json::parse(record.dump()));
    return progress;
}

Result<void> keepLessonRecord(const std::filesystem::path& file, const std::string& lesson,
                              const LessonRecord& record) {
    if (file.empty()) return Error{ErrorCode::Unwritable, "HOME: not set, so that no progress can be kept"};
    BREAKEVEN_TRY(auto known, readFileOf(file));
    OrderedJson json =
        known ? *std::move(known) : OrderedJson{{"schema", SchemaOfProgress}, {"lessons", OrderedJson::object()}};
    put(json["lessons"][lesson], record);
    std::error_code failure;
    std::filesystem::create_directories(file.parent_path(), failure);
    if (failure) return Error{ErrorCode::Unwritable, file.string() + ": " + failure.message()};
    return saveFile(file, indented(json));
}

}  // namespace breakeven
