#include "ui/course.h"

#include "core/io/formats.h"
#include "core/lessons/reference.h"
#include "core/os/files.h"
#include "ui/language.h"

#include <algorithm>
#include <array>
#include <filesystem>
#include <utility>

namespace breakeven {

namespace {

QString text(const Error& error) {
    return spoken(error.detail);
}

/// Why a run that ended by itself has nothing to show; empty where it has.
QString whyNothing(const Results& results) {
    QString reason;
    for (const TrialResult& trial : results.trials()) {
        if (!trial.samples.empty()) return {};
        if (reason.isEmpty()) reason = spoken(trial.detail);
    }
    return reason.isEmpty() ? Course::tr("nothing was measured") : reason;
}

Result<ReferenceRun> readReference(const Lesson& lesson, LessonRun which) {
    BREAKEVEN_TRY(const LoadedRun run, readResults(lesson.reference(which)));
    ReferenceRun reference{foldEvents(run.events), {}};
    BREAKEVEN_CHECK(checkReference(lesson, which, reference.results));
    reference.machine = QString::fromStdString(machineLabel(reference.results));
    return reference;
}

}  // namespace

Course::Course(Session& session, QObject* parent) : QObject(parent), m_session(session) {
    connect(&m_session, &Session::stateChanged, this, &Course::followSession);
    connect(&m_session, &Session::resultsChanged, this, [this] {
        if (m_running) Q_EMIT changed();
    });
}

void Course::load() {
    if (std::exchange(m_isLoaded, true)) return;
    const Result<std::filesystem::path> resources = resourcesFolder();
    if (!resources) {
        m_problem = text(resources.error());
        return;
    }
    const std::filesystem::path folder = *resources / "lessons";
    const auto languages = lessonLanguages(folder).value_or({});
    std::string language = windowLanguage().toStdString();
    if (std::ranges::count(languages, language) == 0) language = "en";
    Result<std::vector<Lesson>> lessons = readLessons(folder, language);
    Result<LessonWords> words = readWords(folder / language / "words.json");
    if (!lessons || !words) {
        m_problem = text(lessons ? words.error() : lessons.error());
        return;
    }
    m_lessons = *std::move(lessons);
    m_words = *std::move(words);
    const Result<LessonProgress> progress = readLessonProgress(lessonProgressFile());
    if (progress) {
        m_progress = *progress;
    } else {
        m_problem = text(progress.error());
    }
    Q_EMIT progressChanged();
}

const LessonRecord* Course::record(const Lesson& lesson) const {
    const auto found = m_progress.find(lesson.id);
    return found == m_progress.end() ? nullptr : &found->second;
}

const Lesson* Course::lesson() const {
    return m_isOpen ? &m_lessons[m_place] : nullptr;
}

const Course::Learner& Course::now() const {
    static const Learner nobody;
    const auto found = m_isOpen ? m_learners.find(lesson()->id) : m_learners.end();
    return found == m_learners.end() ? nobody : found->second;
}

bool Course::open(std::size_t place) {
    if (m_isOpen && place == m_place) return true;
    if (!m_session.openShipped(m_lessons[place].before)) return false;
    m_place = place;
    m_isOpen = true;
    const auto [learner, isNew] = m_learners.try_emplace(lesson()->id);
    if (const LessonRecord* kept = record(*lesson()); kept && isNew) learner->second.predicted = kept->prediction;
    learner->second.isSwitched = false;
    Q_EMIT opened();
    Q_EMIT changed();
    return true;
}

bool Course::isShown() const {
    if (!lesson()) return false;
    const Results& shown = m_session.results();
    return std::ranges::any_of(std::array{LessonRun::Before, LessonRun::After}, [&](LessonRun which) {
        if (shown.trials().empty()) return m_session.spec() == lesson()->spec(which);
        return results(which) && results(which)->run().runId == shown.run().runId;
    });
}

bool Course::step(int by) {
    load();
    if (m_lessons.empty()) return false;
    if (!m_isOpen) return open(0);
    const auto wanted = static_cast<std::ptrdiff_t>(m_place) + by;
    if (wanted < 0 || wanted >= static_cast<std::ptrdiff_t>(m_lessons.size())) return false;
    return open(static_cast<std::size_t>(wanted));
}

void Course::close() {
    m_isOpen = false;
    m_running.reset();
    Q_EMIT opened();
}

const LearnerPrediction& Course::predicted() const {
    return now().predicted;
}

void Course::predict(const LearnerPrediction& said) {
    if (!lesson() || said == predicted()) return;
    m_learners[lesson()->id].predicted = said;
    Q_EMIT changed();
}

void Course::measure(LessonRun which) {
    if (!lesson() || m_session.state() != Session::State::Idle) return;
    keep();
    m_session.setSpec(lesson()->spec(which));
    m_session.run();
    if (m_session.state() != Session::State::Idle || m_session.failure().isEmpty()) return;
    run(which).state = RunState::Failed;  // refused before it began
    run(which).trouble = m_session.failure();
    Q_EMIT changed();
}

/// However the run was started: by the lesson, by the window's own button, or by a key of the presenter.
void Course::followSession() {
    if (!lesson()) return;
    if (m_session.state() == Session::State::Idle) return end();
    if (m_running || m_session.state() == Session::State::Stopping) return;
    for (const LessonRun which : {LessonRun::Before, LessonRun::After}) {
        if (m_session.spec() != lesson()->spec(which)) continue;
        m_running = which;
        m_earlier = m_session.results().run().runId;
        m_learners[lesson()->id].isSwitched = which == LessonRun::After;
        run(which).state = RunState::Running;
        run(which).trouble.clear();
        Q_EMIT changed();
        return;
    }
}

void Course::end() {
    if (!m_running) return;
    Run& ended = run(*std::exchange(m_running, std::nullopt));
    if (hasBegun()) ended.results = m_session.results();
    const auto& finished = ended.results.finished();
    if (!m_session.failure().isEmpty()) {
        ended.state = RunState::Failed;
        ended.trouble = m_session.failure();
    } else if (!hasBegun() || !finished || finished->reason == "interrupted") {
        ended.state = RunState::Stopped;
    } else {
        ended.trouble = whyNothing(ended.results);
        ended.state = ended.trouble.isEmpty() ? RunState::Whole : RunState::Failed;
    }
    Q_EMIT changed();
}

Course::RunState Course::state(LessonRun which) const {
    return run(which).state;
}

bool Course::isMeasuring() const {
    return m_running.has_value();
}

QString Course::trouble(LessonRun which) const {
    return run(which).trouble;
}

const Results* Course::results(LessonRun which) const {
    if (m_running == which && hasBegun()) return &m_session.results();
    return run(which).results.trials().empty() ? nullptr : &run(which).results;
}

const std::optional<ReferenceRun>& Course::reference(LessonRun which) {
    static const std::optional<ReferenceRun> none;
    if (!lesson()) return none;
    Run& asked = run(which);
    if (std::exchange(asked.isReferenceRead, true) || lesson()->reference(which).empty()) return asked.reference;
    if (Result<ReferenceRun> read = readReference(*lesson(), which); read)
        asked.reference = *std::move(read);
    else
        Q_EMIT m_session.logged(text(read.error()));
    return asked.reference;
}

std::optional<CheckAnswer> Course::referenceAnswer() {
    const auto& before = reference(LessonRun::Before);
    const auto& after = reference(LessonRun::After);
    if (!before || !after) return std::nullopt;
    const auto answered = breakeven::answer(lesson()->check, {&before->results, &after->results});
    return answered && answered->isMeasured() ? std::optional(*answered) : std::nullopt;
}

LessonFacts Course::facts() const {
    return {.runs = {results(LessonRun::Before), results(LessonRun::After)},
            .predicted = predicted(),
            .usableCpus = m_session.cpus().usable};
}

QString Course::filled(const std::string& markdown) const {
    return QString::fromStdString(breakeven::filled(markdown, *lesson(), facts(), m_words));
}

std::optional<CheckAnswer> Course::answer() {
    const LessonFacts known = facts();
    if (!lesson() || isMeasuring() || !known.runs.before || !known.runs.after) return std::nullopt;
    const Result<CheckAnswer> answered = breakeven::answer(lesson()->check, known.runs);
    const CheckAnswer answer = answered.value_or({});  // trials that a stopped run has not reached: not measured
    if (answer.isMeasured())
        keepRecord({.isDone = true, .when = {}, .prediction = predicted(), .outcome = answer.outcome});
    return answer;
}

void Course::keep() {
    if (!lesson() || predicted().isEmpty()) return;
    const LessonRecord* before = record(*lesson());
    LessonRecord kept = before ? *before : LessonRecord{};
    kept.prediction = predicted();
    keepRecord(kept);
}

void Course::keepRecord(const LessonRecord& record) {
    LessonRecord& stored = m_progress[lesson()->id];
    const bool isSame =
        stored.isDone == record.isDone && stored.prediction == record.prediction && stored.outcome == record.outcome;
    if (isSame) return;
    stored = record;
    const Result<void> kept = keepLessonRecord(lessonProgressFile(), lesson()->id, record);
    m_problem = kept ? QString() : text(kept.error());
    Q_EMIT progressChanged();
}

}  // namespace breakeven
