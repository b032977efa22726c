#include "core/lessons/lesson_list.h"

#include "core/experiment/codec.h"
#include "core/experiment/json_fields.h"

#include <algorithm>

namespace breakeven {

namespace {

LessonRecord recordOf(const Lesson& lesson, const LessonProgress& progress) {
    const auto record = progress.find(lesson.id);
    return record == progress.end() ? LessonRecord() : record->second;
}

std::string padded(const std::string& text, std::size_t width) {
    return text + std::string(width - std::min(width, text.size()), ' ');
}

}  // namespace

std::string lessonsText(const std::vector<Lesson>& lessons, const LessonProgress& progress, const LessonWords& words) {
    std::size_t width = 0;
    for (const Lesson& lesson : lessons)
        width = std::max(width, lesson.id.size());
    std::string text;
    for (const Lesson& lesson : lessons) {
        const std::string number = std::to_string(lesson.number);
        const LessonRecord record = recordOf(lesson, progress);
        text += padded("", 4 - std::min<std::size_t>(4, number.size())) + number + "  " + padded(lesson.id, width) +
                "  " + lesson.title;
        if (record.isDone)
            text += " (" + words.done + (record.outcome ? ": " + outcomeText(*record.outcome, words) : "") + ")";
        text += '\n';
    }
    return text;
}

std::string lessonsJson(const std::vector<Lesson>& lessons, const LessonProgress& progress) {
    OrderedJson json{{"schema", SchemaVersion}, {"lessons", OrderedJson::array()}};
    for (const Lesson& lesson : lessons) {
        const LessonRecord record = recordOf(lesson, progress);
        OrderedJson each{{"number", lesson.number},     {"id", lesson.id},       {"title", lesson.title},
                         {"language", lesson.language}, {"chart", lesson.chart}, {"done", record.isDone}};
        if (record.outcome) each["outcome"] = outcomeWord(*record.outcome);
        json["lessons"].push_back(std::move(each));
    }
    return indented(json);
}

}  // namespace breakeven
