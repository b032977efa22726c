/// lesson: teaches in the terminal, and measures the runs that others may compare with.
#include "app/cli/ask.h"
#include "app/cli/catalog.h"
#include "app/cli/language_option.h"
#include "app/cli/subcommands.h"
#include "app/cli/teach.h"
#include "core/base/parse.h"
#include "core/experiment/spec_check.h"
#include "core/experiment/wording.h"
#include "core/os/stop_signal.h"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <iostream>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace breakeven {
namespace {

struct LessonOptions {
    std::string lesson;
    LanguageOption language;
    std::optional<std::string> predict, reference, maxSeconds, history, progress;
    bool all = false;
    bool yes = false;
};

Result<std::size_t> indexOf(const std::vector<Lesson>& lessons, const std::string& word) {
    const auto number = parseWhole<int>(word);
    std::vector<std::string> ids;
    for (std::size_t i = 0; i < lessons.size(); ++i) {
        if (lessons[i].id == word || lessons[i].number == number) return i;
        ids.push_back(lessons[i].id);
    }
    return notAllowed("lesson", inQuotes(word), choices(ids, word));
}

/// The first that is not done; the first of all when all are.
std::size_t firstUndone(const std::vector<Lesson>& lessons, const LessonProgress& progress) {
    const auto isDone = [&](const Lesson& lesson) {
        const auto record = progress.find(lesson.id);
        return record != progress.end() && record->second.isDone;
    };
    const auto undone = std::ranges::find_if_not(lessons, isDone);
    return undone == lessons.end() ? 0 : static_cast<std::size_t>(undone - lessons.begin());
}

/// Indices of the lessons that are meant, ascending.
Result<std::vector<std::size_t>> chosen(const LessonOptions& options, const std::vector<Lesson>& lessons,
                                        const LessonProgress& progress) {
    if (options.all && !options.lesson.empty())
        return notAllowed("lesson", inQuotes(options.lesson) + " beside --all", "one or the other");
    std::vector<std::size_t> indices;
    for (std::size_t i = 0; options.all && i < lessons.size(); ++i)
        indices.push_back(i);
    if (options.all) return indices;
    if (options.lesson.empty()) return std::vector{firstUndone(lessons, progress)};
    BREAKEVEN_TRY(const std::size_t index, indexOf(lessons, options.lesson));
    return std::vector{index};
}

Result<std::optional<Seconds>> budgetOf(const LessonOptions& options) {
    if (!options.maxSeconds) return std::optional<Seconds>();
    constexpr double Most = 1e9;
    const auto seconds = parseWhole<double>(*options.maxSeconds);
    if (seconds && *seconds > 0 && *seconds <= Most) return std::optional<Seconds>(*seconds);
    return notAllowed("max-seconds", inQuotes(*options.maxSeconds), AllowedMaxSeconds);
}

/// Where progress is kept, with a warning where it cannot be.
std::filesystem::path usableProgressFile(LessonProgress& progress) {
    const std::filesystem::path file = lessonProgressFile();
    auto known = file.empty() ? Result<LessonProgress>(LessonProgress()) : readLessonProgress(file);
    if (known) {
        progress = *std::move(known);
        return file;
    }
    warn("lesson: " + known.error().detail + "; progress is not kept");
    return {};
}

Result<int> lesson(const LessonOptions& options) {
    Teaching teaching;
    BREAKEVEN_TRY(teaching.settings.progress, parseProgressMode(options.progress.value_or("auto")));
    BREAKEVEN_TRY(teaching.maxTime, budgetOf(options));
    BREAKEVEN_TRY(teaching.sentences, sentencesOf(options.language));
    BREAKEVEN_TRY(const auto folder, lessonsFolder());
    const std::string& language = teaching.sentences.language();
    BREAKEVEN_TRY(const std::vector<Lesson> lessons, readLessons(folder, language));
    BREAKEVEN_TRY(teaching.words, readWords(folder / language / "words.json"));
    LessonProgress progress;
    teaching.progressFile = usableProgressFile(progress);
    BREAKEVEN_TRY(const auto indices, chosen(options, lessons, progress));
    if (options.predict && indices.size() > 1)
        return notAllowed("predict", "one prediction beside --all", "a prediction for one lesson");
    BREAKEVEN_TRY(teaching.catalog, composeCatalog());
    BREAKEVEN_TRY(teaching.settings.run, settingsOfHere());
    BREAKEVEN_TRY(const StopSignal stop, StopSignal::install(false));
    teaching.settings.run.wakeFd = stop.fd();
    teaching.settings.history = options.history;
    teaching.predict = options.predict;
    teaching.asks = !options.yes && canAsk();
    int status = 0;
    for (const std::size_t index : indices) {
        if (options.reference) {
            BREAKEVEN_TRY(const int measured, measureReference(lessons[index], *options.reference, teaching));
            status = std::max(status, measured);
            continue;
        }
        if (index != indices.front()) std::cout << '\n';
        const Lesson* next = index + 1 < lessons.size() ? &lessons[index + 1] : nullptr;
        BREAKEVEN_TRY(const int own, teach(lessons[index], next, teaching));
        status = std::max(status, own);
    }
    return status;
}

}  // namespace

Subcommand addLesson(CLI::App& app) {
    auto options = std::make_shared<LessonOptions>();
    CLI::App* parser = app.add_subcommand("lesson", "A lesson in the terminal; without an id, the first not done yet");
    const auto text = [&](const char* name, std::optional<std::string>& value, const char* type, const char* what) {
        parser
            ->add_option_function<std::string>(
                name, [&value](const std::string& typed) { value = typed; }, what)
            ->type_name(type);
    };
    parser->add_option("lesson", options->lesson, "The lesson's id or number (see list lessons)")->type_name("ID");
    addLanguage(*parser, options->language, "the lesson");
    text("--predict", options->predict, "VALUE", "The prediction, instead of asking: a number, or a curve's values");
    parser->add_flag("--all", options->all, "All lessons, one after the other");
    parser->add_flag("--yes", options->yes, "Ask nothing");
    text("--max-seconds", options->maxSeconds, "S", "Time budget of each run, instead of the lesson's own");
    text("--reference", options->reference, "FOLDER",
         "Only measure, into FOLDER, runs for other machines to compare with");
    text("--history", options->history, "FILE|none", "Where the runs are remembered");
    text("--progress", options->progress, "WHEN", "auto, always or never");
    return {parser, [options] { return lesson(*options); }};
}

}  // namespace breakeven
