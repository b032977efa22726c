#include "core/lessons/lesson.h"

#include "core/base/parse.h"
#include "core/base/utf8.h"
#include "core/experiment/codec.h"
#include "core/experiment/wording.h"
#include "core/lessons/lesson_text.h"
#include "core/lessons/prose.h"
#include "core/lessons/reference.h"
#include "core/os/files.h"
#include "core/os/folder_files.h"
#include "core/plots/plots.h"

#include <algorithm>
#include <array>
#include <system_error>

namespace breakeven {

namespace {

namespace fs = std::filesystem;

constexpr std::string_view WordsFile = "words.json";

const std::vector<std::string> Keys{"title", "chart", "predict", "switch", "switched", "check", "premise"};
const std::vector<std::string> OptionalKeys{"switched", "premise"};

Error inFile(const std::string& file, const Error& error) {
    return {error.code, file + ": " + error.detail};
}

bool isIdCharacter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
}

/// NN-ID.md
Result<void> takeFileName(const std::string& name, Lesson& lesson) {
    constexpr std::size_t Digits = 2;
    constexpr std::string_view Suffix = ".md";
    const auto number = parseWhole<int>(std::string_view(name).substr(0, Digits));
    const bool isWhole = name.size() > Digits + 1 + Suffix.size() && name[Digits] == '-' && name.ends_with(Suffix);
    if (isWhole) lesson.id = name.substr(Digits + 1, name.size() - Digits - 1 - Suffix.size());
    if (!isWhole || !number || *number < 1 || !std::ranges::all_of(lesson.id, isIdCharacter))
        return notAllowed("file name", inQuotes(name),
                          "NN-ID.md, such as 01-small-lists.md: two digits from 01, lower case");
    lesson.number = *number;
    return {};
}

Result<std::string> checkedChart(const std::string& id) {
    if (findPlot(id) != nullptr) return id;
    std::vector<std::string> known;
    for (const PlotEntry& plot : plots())
        known.push_back(plot.info.id);
    return notAllowed("chart", inQuotes(id), choices(known, id));
}

Result<void> takeFrontMatter(const LessonText& text, Lesson& lesson) {
    std::vector<std::string> seen;
    for (const auto& [key, value] : text.frontMatter) {
        if (std::ranges::find(Keys, key) == Keys.end())
            return notAllowed("front matter", inQuotes(key), choices(Keys, key));
        if (key != "switch" && std::ranges::find(seen, key) != seen.end())
            return notAllowed(key, "a second one", "each key once; switch several times");
        if (value.empty()) return notAllowed(key, "nothing", "a value behind the colon");
        seen.push_back(key);
        if (key == "title") lesson.title = value;
        if (key == "chart") {
            BREAKEVEN_TRY(lesson.chart, checkedChart(value));
        }
        if (key == "switched") lesson.switched = value;
        if (key == "predict") {
            BREAKEVEN_TRY(lesson.prediction, parsePrediction(value));
        }
        if (key == "check") {
            BREAKEVEN_TRY(const LessonCheck read, parseCheck(value));
            lesson.check.comparisons = read.comparisons;
        }
        if (key == "premise") {
            BREAKEVEN_TRY(const LessonCheck read, parseCheck(value));
            lesson.check.premises = read.comparisons;
        }
        if (key == "switch") {
            BREAKEVEN_TRY(const LessonSwitch read, parseSwitch(value));
            lesson.switches.push_back(read);
        }
    }
    for (const std::string& key : Keys) {
        if (std::ranges::find(OptionalKeys, key) == OptionalKeys.end() && std::ranges::find(seen, key) == seen.end())
            return Error{ErrorCode::InvalidInput, key + ": missing from the front matter"};
    }
    if (text.title == lesson.title) return {};
    return notAllowed("heading", inQuotes(text.title), "the title, " + inQuotes(lesson.title));
}

Result<void> takeSection(const LessonSection& section, const Lesson& lesson, LessonSection& into) {
    if (section.text.empty()) return notAllowed(section.heading, "no text", "a paragraph at least");
    const auto prose = checkProse(section.text, lesson.prediction);
    if (!prose) return inFile(section.heading, prose.error());
    into = section;
    return {};
}

Result<void> takeSections(const LessonText& text, Lesson& lesson) {
    constexpr std::string_view Allowed =
        "8: question, prediction, run, what was measured, not resolved, switch, check, next";
    if (text.parts.size() != LessonParts)
        return notAllowed("second headings", std::to_string(text.parts.size()), Allowed);
    for (std::size_t i = 0; i < LessonParts; ++i) {
        const LessonText::Part& part = text.parts[i];
        BREAKEVEN_CHECK(takeSection(part.section, lesson, lesson.sections[i]));
        const std::size_t answers = i == static_cast<std::size_t>(LessonPart::Check) ? 2 : 0;
        if (part.answers.size() == answers) continue;
        return notAllowed(part.section.heading, std::to_string(part.answers.size()) + " third headings",
                          answers == 0 ? "none" : "two: it holds, it does not hold");
    }
    const auto& answers = text.parts[static_cast<std::size_t>(LessonPart::Check)].answers;
    BREAKEVEN_CHECK(takeSection(answers[0], lesson, lesson.holds));
    return takeSection(answers[1], lesson, lesson.doesNotHold);
}

Result<Lesson> readLesson(std::string_view text, const std::string& fileName, const ExperimentSpec& experiment) {
    Lesson lesson;
    BREAKEVEN_CHECK(takeFileName(fileName, lesson));
    if (!isUtf8(text)) return notAllowed("text", "bytes that are not UTF-8", "UTF-8");
    BREAKEVEN_TRY(const LessonText cut, cutLesson(text));
    BREAKEVEN_CHECK(takeFrontMatter(cut, lesson));
    BREAKEVEN_CHECK(takeSections(cut, lesson));
    lesson.before = experiment;
    lesson.before.title = lesson.title;
    BREAKEVEN_TRY(lesson.after, switched(lesson.before, lesson.switches));
    return lesson;
}

fs::path existing(const fs::path& file) {
    std::error_code failure;
    return fs::exists(file, failure) ? file : fs::path();
}

/// Both from one place, since they are compared with each other.
void takeReferences(Lesson& lesson, const fs::path& folder) {
    for (const fs::path& place : {ownReferences(), folder / "references"}) {
        if (place.empty()) continue;  // no home
        for (const LessonRun run : {LessonRun::Before, LessonRun::After})
            lesson.references[static_cast<std::size_t>(run)] = existing(place / referenceName(lesson.id, run));
        if (!lesson.reference(LessonRun::Before).empty()) return;
    }
}

/// As files are named in errors: en/01-small-lists.md.
std::string shortName(const fs::path& file) {
    return (file.parent_path().filename() / file.filename()).string();
}

Result<Lesson> readLessonFile(const fs::path& file, const fs::path& folder) {
    BREAKEVEN_TRY(const std::string text, readFile(file));
    Lesson named;
    if (const auto name = takeFileName(file.filename().string(), named); !name)
        return inFile(shortName(file), name.error());
    const fs::path experimentFile = folder / "experiments" / (named.id + ".json");
    BREAKEVEN_TRY(const std::string json, readFile(experimentFile));
    const auto experiment = parseSpec(json);
    if (!experiment) return inFile(shortName(experimentFile), experiment.error());
    auto lesson = parseLesson(text, file.filename().string(), *experiment);
    if (!lesson) return lesson.error();
    lesson->language = file.parent_path().filename().string();
    takeReferences(*lesson, folder);
    return lesson;
}

}  // namespace

Result<Lesson> parseLesson(std::string_view text, const std::string& fileName, const ExperimentSpec& experiment) {
    auto lesson = readLesson(text, fileName, experiment);
    if (!lesson) return inFile(fileName, lesson.error());
    return lesson;
}

Result<std::vector<std::string>> lessonLanguages(const fs::path& folder) {
    std::vector<std::string> languages;
    std::error_code failure;
    for (const auto& entry : fs::directory_iterator(folder, failure)) {
        if (!existing(entry.path() / WordsFile).empty()) languages.push_back(entry.path().filename().string());
    }
    if (failure) return Error{ErrorCode::Unreadable, folder.string() + ": cannot be read: " + failure.message()};
    std::ranges::sort(languages);
    return languages;
}

Result<std::vector<Lesson>> readLessons(const fs::path& folder, const std::string& language) {
    BREAKEVEN_TRY(const auto languages, lessonLanguages(folder));
    if (std::ranges::find(languages, language) == languages.end())
        return notAllowed("language", inQuotes(language), choices(languages, language));
    constexpr std::array<std::string_view, 1> Suffixes{".md"};
    BREAKEVEN_TRY(const auto files, filesOf(folder / language, Suffixes));
    std::vector<Lesson> lessons;
    for (const FolderFile& file : files) {
        BREAKEVEN_TRY(auto lesson, readLessonFile(file.path, folder));
        for (const Lesson& other : lessons) {
            if (other.id == lesson.id || other.number == lesson.number)
                return notAllowed("file name", inQuotes(shortName(file.path)), "one lesson of each number and id");
        }
        lessons.push_back(std::move(lesson));
    }
    std::ranges::sort(lessons, {}, &Lesson::number);
    return lessons;
}

}  // namespace breakeven
