#include "app/cli/teach.h"

#include "app/cli/ask.h"
#include "app/cli/lesson_text.h"
#include "app/cli/outcome_text.h"
#include "app/cli/subcommands.h"
#include "app/cli/terminal_text.h"
#include "core/analysis/curves.h"
#include "core/base/numbers.h"
#include "core/experiment/wording.h"
#include "core/io/formats.h"
#include "core/lessons/lesson_chart.h"
#include "core/lessons/prose.h"
#include "core/lessons/reference.h"

#include <algorithm>
#include <array>
#include <iostream>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <system_error>
#include <utility>
#include <vector>

namespace breakeven {
namespace {

bool isLacking(const TrialResult& result) {
    return isFailure(result.status) || result.status == TrialStatus::Refused;
}

/// Each reason once.
void warnOfLacking(const Results& results) {
    std::set<std::string> told;
    for (const TrialResult& result : results.trials()) {
        if (!isLacking(result) || !told.insert(result.detail).second) continue;
        warn("lesson: " + result.trial.backend + " at size " + formatItems(static_cast<double>(result.trial.size)) +
             ": " + std::string(statusWord(result.status)) + ": " + result.detail);
    }
}

/// A lesson under way.
class Lecture {
public:
    Lecture(const Lesson& lesson, const Teaching& teaching)
        : m_lesson(lesson), m_teaching(teaching), m_words(teaching.words), m_columns(textColumns()) {
        m_facts.usableCpus = teaching.settings.run.environment.usableCpus;
    }

    Result<int> teach(const Lesson* next) {
        BREAKEVEN_TRY(const Plan before, planOf(m_lesson, LessonRun::Before, m_teaching));
        BREAKEVEN_TRY(const Plan after, planOf(m_lesson, LessonRun::After, m_teaching));
        if (m_teaching.predict) {
            BREAKEVEN_TRY(m_facts.predicted, readPrediction(*m_teaching.predict, m_lesson, before));
        }
        recall();
        readReferences();
        std::cout << underlined(std::to_string(m_lesson.number) + "  " + m_lesson.title);
        show(LessonPart::Question);
        show(LessonPart::Prediction);
        BREAKEVEN_CHECK(predict(before));
        show(LessonPart::Run);
        BREAKEVEN_TRY(m_before, measure(before));
        m_facts.runs.before = &m_before;
        show(LessonPart::Measured);
        if (const std::string compared = comparisonText(m_lesson, m_facts, m_words, m_teaching.sentences);
            !compared.empty())
            std::cout << '\n' << compared;
        showReference();
        show(LessonPart::Switch);
        BREAKEVEN_CHECK(askSwitch());
        BREAKEVEN_TRY(m_after, measure(after));
        m_facts.runs.after = &m_after;
        BREAKEVEN_CHECK(check());
        show(LessonPart::Next);
        std::cout << '\n'
                  << (next == nullptr ? m_words.lastLesson
                                      : withNames(m_words.nextLesson, {{"id", next->id}, {"title", next->title}}))
                  << '\n';
        return m_hasFailed ? 1 : 0;
    }

private:
    void show(const LessonSection& section) {
        std::cout << '\n'
                  << underlined(section.heading)
                  << plainText(filled(section.text, m_lesson, m_facts, m_words), m_columns) << std::flush;
    }

    void show(LessonPart part) { show(m_lesson.section(part)); }

    Error interrupted() const {
        return {ErrorCode::Interrupted,
                "lesson: interrupted (breakeven-cli lesson " + m_lesson.id + " begins it again)"};
    }

    Result<std::optional<std::string>> askUser(const std::string& question) {
        std::cout << '\n';
        auto line = ask(question, m_teaching.settings.run.wakeFd);
        if (!line) return interrupted();
        return line;
    }

    void recall() {
        if (m_teaching.progressFile.empty()) return;
        const auto progress = readLessonProgress(m_teaching.progressFile);
        if (!progress) return;
        if (const auto known = progress->find(m_lesson.id); known != progress->end()) m_record = known->second;
    }

    void keep() {
        if (m_teaching.progressFile.empty()) return;
        if (const auto kept = keepLessonRecord(m_teaching.progressFile, m_lesson.id, m_record); !kept)
            warn("lesson: " + kept.error().detail + "; progress is not kept");
    }

    Result<void> predict(const Plan& plan) {
        if (!m_teaching.predict && m_teaching.asks) {
            BREAKEVEN_CHECK(askPrediction(plan));
        } else if (!m_teaching.predict) {
            std::cout << '\n' << m_words.notAsked << '\n';
        }
        if (m_facts.predicted.isEmpty()) return {};
        m_record.prediction = m_facts.predicted;
        keep();
        return {};
    }

    Result<void> askPrediction(const Plan& plan) {
        if (m_record.prediction.number) {
            const std::string said = numberText(*m_record.prediction.number, predictedUnit(m_lesson));
            std::cout << '\n' << withNames(m_words.lastTime, {{"predicted", said}}) << '\n';
        }
        while (true) {
            BREAKEVEN_TRY(const auto line, askUser(predictionQuestion(m_lesson, plan, m_words, m_teaching.sentences)));
            if (!line || trimmed(*line).empty()) return {};
            if (const auto said = readPrediction(*line, m_lesson, plan)) {
                m_facts.predicted = *said;
                return {};
            } else {
                std::cout << m_teaching.sentences.translated(said.error().detail) << '\n';
            }
        }
    }

    Result<void> askSwitch() {
        if (!m_teaching.asks) return {};
        const auto line = askUser(m_words.askSwitch);
        return line ? Result<void>() : line.error();
    }

    Result<Results> measure(const Plan& plan) {
        std::cout << std::flush;
        auto results = measureLesson(plan, m_teaching.settings);
        if (!results) return results.error().code == ErrorCode::Interrupted ? interrupted() : results.error();
        warnOfLacking(*results);
        const auto hasFailed = [](const TrialResult& result) { return isFailure(result.status); };
        m_hasFailed = m_hasFailed || std::ranges::any_of(results->trials(), hasFailed);
        return results;
    }

    void readReferences() {
        for (const LessonRun which : {LessonRun::Before, LessonRun::After}) {
            if (m_lesson.reference(which).empty()) continue;
            const auto run = readResults(m_lesson.reference(which));
            if (!run) return warn("lesson: " + run.error().detail);
            Results results = foldEvents(run->events);
            if (const auto checked = checkReference(m_lesson, which, results); !checked)
                return warn("lesson: " + checked.error().detail);
            m_references[static_cast<std::size_t>(which)] = std::move(results);
        }
    }

    void showReference() {
        const auto& before = m_references.front();
        if (before) std::cout << '\n' << plainText(referenceText(m_lesson, m_facts, *before, m_words), m_columns);
    }

    /// What the other machine's two runs answer.
    Result<void> checkReferences() {
        const auto& [before, after] = m_references;
        if (!before || !after) return {};
        BREAKEVEN_TRY(const CheckAnswer answered, answer(m_lesson.check, {&*before, &*after}));
        if (!answered.isMeasured()) return {};
        std::cout << '\n'
                  << withNames(m_words.measuredOn, {{"machine", machineLabel(*before)}}) << ":\n"
                  << checkText(answered, m_words);
        return {};
    }

    Result<void> check() {
        show(LessonPart::Check);
        BREAKEVEN_TRY(const CheckAnswer answered, answer(m_lesson.check, m_facts.runs));
        std::cout << '\n' << checkText(answered, m_words);
        BREAKEVEN_CHECK(checkReferences());
        if (answered.outcome == CheckOutcome::NotResolved) {
            show(LessonPart::NotResolved);
            if (const std::string none = noReferenceText(m_lesson, m_words); !none.empty())
                std::cout << '\n' << plainText(none, m_columns);
        } else {
            show(answered.outcome == CheckOutcome::Holds ? m_lesson.holds : m_lesson.doesNotHold);
        }
        if (!answered.isMeasured()) return {};
        m_record.isDone = true;
        m_record.outcome = answered.outcome;
        keep();
        return {};
    }

    const Lesson& m_lesson;
    const Teaching& m_teaching;
    const LessonWords& m_words;
    std::size_t m_columns;
    LessonRecord m_record;
    LessonFacts m_facts;
    Results m_before;
    Results m_after;
    std::array<std::optional<Results>, 2> m_references;  // by LessonRun
    bool m_hasFailed = false;
};

}  // namespace

Result<Plan> planOf(const Lesson& lesson, LessonRun run, const Teaching& teaching) {
    ExperimentSpec spec = lesson.spec(run);
    if (teaching.maxTime) spec.stopping.maxTime = *teaching.maxTime;
    const Environment& environment = teaching.settings.run.environment;
    auto plan = makePlan(spec, teaching.catalog, {environment.usableCpus, environment.physicalCores});
    if (!plan) return Error{plan.error().code, lesson.id + ": " + plan.error().detail};
    return plan;
}

Result<LearnerPrediction> readPrediction(const std::string& text, const Lesson& lesson, const Plan& plan) {
    const LessonUnit unit = predictedUnit(lesson);
    LearnerPrediction prediction;
    if (lesson.prediction.kind == LessonPrediction::Kind::Number) {
        BREAKEVEN_TRY(prediction.number, parseNumber(text, unit));
        return prediction;
    }
    const std::vector<double> places = predictedPlaces(lesson, plan);
    std::size_t place = 0;
    for (std::string_view rest = text; !rest.empty() || place == 0; ++place) {
        const auto comma = std::min(rest.find(','), rest.size());
        const std::string_view value = trimmed(rest.substr(0, comma));
        rest.remove_prefix(std::min(comma + 1, rest.size()));
        if (place >= places.size())
            return notAllowed("prediction", "more than " + std::to_string(places.size()) + " values",
                              "one for each place, with commas between them");
        if (value.empty()) continue;
        BREAKEVEN_TRY(const double y, parseNumber(value, unit));
        prediction.curve.push_back({places[place], y});
    }
    if (prediction.curve.empty()) return notAllowed("prediction", "nothing", "one value at least");
    return prediction;
}

Result<int> teach(const Lesson& lesson, const Lesson* next, const Teaching& teaching) {
    return Lecture(lesson, teaching).teach(next);
}

Result<int> measureReference(const Lesson& lesson, const std::filesystem::path& folder, const Teaching& teaching) {
    std::error_code failure;
    std::filesystem::create_directories(folder, failure);
    if (failure) return Error{ErrorCode::Unwritable, folder.string() + ": " + failure.message()};
    int status = 0;
    for (const LessonRun run : {LessonRun::Before, LessonRun::After}) {
        BREAKEVEN_TRY(Plan plan, planOf(lesson, run, teaching));
        LessonRunSettings settings = teaching.settings;
        settings.out = std::filesystem::absolute(folder, failure) / referenceName(lesson.id, run);
        const auto measured = measureLesson(std::move(plan), settings);
        if (!measured) return measured.error();
        warnOfLacking(*measured);
        if (std::ranges::any_of(measured->trials(), isLacking)) status = 1;
        std::cout << settings.out.string() << '\n' << std::flush;
    }
    return status;
}

}  // namespace breakeven
