#include "app/cli/catalog.h"
#include "app/cli/teach.h"
#include "core/io/formats.h"
#include "core/lessons/lesson_chart.h"
#include "core/lessons/prose.h"
#include "core/lessons/reference.h"
#include "tests/app/made_up_run.h"

#include <QRegularExpression>
#include <QTest>

#include <algorithm>
#include <map>
#include <set>

using namespace breakeven;

/// Every lesson that is shipped, from its question to its check. BREAKEVEN_LESSON_WALK=full gives each run the time
/// that a learner gives it.
class TestLessonWalk : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void languagesTeachTheSame();
    void germanSaysSie();
    void everyLessonIsWalked_data() { addLessons(); }
    void everyLessonIsWalked();
    void everyAnswerCanBeReached_data() { addLessons(); }
    void everyAnswerCanBeReached();
    void references();

private:
    void addLessons() const;
    const std::vector<Lesson>& english() const { return m_lessons.at("en"); }
    const Lesson& lesson(const std::string& language, int number) const {
        return *std::ranges::find(m_lessons.at(language), number, &Lesson::number);
    }
    Plan planned(const Lesson& lesson, LessonRun run) const;
    void isWholeText(const Lesson& lesson, const LessonFacts& facts) const;
    LearnerPrediction somePrediction(const Lesson& lesson) const;

    Teaching m_teaching;
    std::map<std::string, std::vector<Lesson>> m_lessons;  // by language
    std::map<std::string, LessonWords> m_words;
    bool m_isFull = qEnvironmentVariable("BREAKEVEN_LESSON_WALK") == "full";
};

void TestLessonWalk::initTestCase() {
    qputenv("BREAKEVEN_RUNNER", qgetenv("BREAKEVEN_BIN") + "/breakeven-runner");
    const auto catalog = composeCatalog();
    QVERIFY(catalog);
    m_teaching.catalog = *catalog;
    const auto settings = settingsOfHere();
    QVERIFY(settings);
    m_teaching.settings.run = *settings;
    m_teaching.settings.progress = ProgressMode::Never;
    m_teaching.settings.history = "none";
    const auto folder = lessonsFolder();
    const auto languages = lessonLanguages(*folder);
    QVERIFY(languages && languages->size() >= 2);
    for (const std::string& language : *languages) {
        const auto lessons = readLessons(*folder, language);
        QVERIFY2(lessons, lessons ? "" : lessons.error().detail.c_str());
        for (const Lesson& lesson : *lessons)
            QVERIFY2(!lesson.switched.empty(), lesson.id.c_str());
        m_lessons[language] = *lessons;
        const auto words = readWords(*folder / language / "words.json");
        QVERIFY2(words, words ? "" : words.error().detail.c_str());
        m_words[language] = *words;
    }
    // An experiment without a lesson, and one in a language alone, are left-overs.
    std::set<std::string> experiments;
    for (const auto& entry : std::filesystem::directory_iterator(*folder / "experiments"))
        experiments.insert(entry.path().stem().string());
    std::set<std::string> ids;
    for (const Lesson& each : english())
        ids.insert(each.id);
    QVERIFY(experiments == ids);
}

void TestLessonWalk::addLessons() const {
    QTest::addColumn<int>("number");
    for (const Lesson& each : english())
        QTest::newRow(each.id.c_str()) << each.number;
}

Plan TestLessonWalk::planned(const Lesson& lesson, LessonRun run) const {
    auto plan = planOf(lesson, run, m_teaching);
    if (!plan) qFatal("%s", plan.error().detail.c_str());
    return *std::move(plan);
}

void TestLessonWalk::languagesTeachTheSame() {
    for (const auto& [language, lessons] : m_lessons) {
        QCOMPARE(lessons.size(), english().size());
        for (std::size_t i = 0; i < lessons.size(); ++i) {
            const Lesson& one = lessons[i];
            const Lesson& other = english()[i];
            const std::string what = language + "/" + one.id;
            QCOMPARE(one.id, other.id);
            QCOMPARE(one.number, static_cast<int>(i) + 1);  // none is missing
            QVERIFY2(one.number == other.number, what.c_str());
            QVERIFY2(one.chart == other.chart, what.c_str());
            QVERIFY2(one.prediction == other.prediction, what.c_str());
            QVERIFY2(one.switches == other.switches, what.c_str());
            QVERIFY2(one.check == other.check, what.c_str());
            QVERIFY2(
                language == "en" || one.section(LessonPart::Question).text != other.section(LessonPart::Question).text,
                what.c_str());
        }
    }
}

/// As the window does.
void TestLessonWalk::germanSaysSie() {
    static const QRegularExpression familiar(
        "\\b(du|dir|dich|dein\\w*|euch|euer|eure\\w*|Nenne|Vergleiche|Zeichne|Rate|Schau|Nimm|Miss|Sieh)\\b");
    for (const Lesson& lesson : m_lessons.at("de")) {
        std::vector<LessonSection> sections(lesson.sections.begin(), lesson.sections.end());
        sections.insert(sections.end(), {lesson.holds, lesson.doesNotHold});
        for (const LessonSection& section : sections) {
            const auto found = familiar.match(QString::fromStdString(section.text));
            QVERIFY2(!found.hasMatch(), qPrintable(QString::fromStdString(lesson.id) + ": " + found.captured()));
        }
    }
}

/// Nothing in braces is left, and nothing that the run has is missing.
void TestLessonWalk::isWholeText(const Lesson& lesson, const LessonFacts& facts) const {
    for (const LessonSection& section : lesson.sections) {
        const std::string text = filled(section.text, lesson, facts, m_words.at(lesson.language));
        QVERIFY(!text.empty());
        if (section.text.find('`') == std::string::npos)
            QVERIFY2(text.find('{') == std::string::npos, (lesson.id + ": " + section.heading).c_str());
    }
}

LearnerPrediction TestLessonWalk::somePrediction(const Lesson& lesson) const {
    LearnerPrediction prediction;
    if (lesson.prediction.kind == LessonPrediction::Kind::Number) {
        prediction.number = 1.5;
        return prediction;
    }
    for (const double place : predictedPlaces(lesson, planned(lesson, LessonRun::Before)))
        prediction.curve.push_back({place, 1.5});
    return prediction;
}

void TestLessonWalk::everyLessonIsWalked() {
    QFETCH(int, number);
    const Lesson& first = lesson("en", number);
    std::map<LessonRun, Results> measured;
    for (const LessonRun run : {LessonRun::Before, LessonRun::After}) {
        Plan plan = planned(first, run);
        QVERIFY(plan.spec.stopping.minSamples >= 6);  // fewer have no interval, so that no check is ever answered
        QVERIFY(plan.spec.stopping.maxTime <= Seconds(10));
        if (!m_isFull) plan.spec.stopping = {1, 1, 2, Seconds(0.3), 1};
        const auto results = measureLesson(plan, m_teaching.settings);
        QVERIFY2(results, results ? "" : results.error().detail.c_str());
        for (const TrialResult& result : results->trials()) {
            const bool isFine = result.status == TrialStatus::Ok || result.status == TrialStatus::Interrupted ||
                                result.status == TrialStatus::Skipped;  // there was no time for it
            QVERIFY2(isFine, (result.trial.backend + ": " + result.detail).c_str());
        }
        measured[run] = *results;
    }
    for (const auto& [language, lessons] : m_lessons) {
        const Lesson& taught = lesson(language, number);
        LessonFacts facts{{&measured[LessonRun::Before], &measured[LessonRun::After]}, somePrediction(taught), 0};
        for (const LessonQuantity& quantity : quantitiesOf(taught)) {
            const auto value = evaluate(quantity, facts.runs);
            QVERIFY2(value, value ? "" : (language + ": " + value.error().detail).c_str());
        }
        if (taught.prediction.kind == LessonPrediction::Kind::Curve) {
            QVERIFY(facts.predicted.curve.size() >= 2);
            const auto series =
                measuredSeries(taught.prediction, *facts.runs.before, lessonChart(taught, *facts.runs.before));
            QVERIFY2(series, series ? "" : series.error().detail.c_str());
        }
        isWholeText(taught, facts);
        const auto answered = answer(taught.check, facts.runs);
        QVERIFY2(answered, answered ? "" : answered.error().detail.c_str());
        if (m_isFull && language == "en") qInfo("%s: %s", taught.id.c_str(), outcomeWord(answered->outcome).data());
    }
}

void TestLessonWalk::everyAnswerCanBeReached() {
    QFETCH(int, number);
    const Lesson& taught = lesson("en", number);
    const Plan before = planned(taught, LessonRun::Before);
    const Plan after = planned(taught, LessonRun::After);
    std::set<CheckOutcome> reached;
    constexpr unsigned Worlds = 2000;
    for (unsigned world = 0; world < Worlds && reached.size() < 2; ++world) {
        MadeUpRun made(world);
        const Results first = made.of(before, 12);
        const Results second = made.of(after, 12);
        const auto answered = answer(taught.check, {&first, &second});
        QVERIFY2(answered, answered ? "" : answered.error().detail.c_str());
        if (answered->outcome != CheckOutcome::NotResolved) reached.insert(answered->outcome);
    }
    QVERIFY2(reached.contains(CheckOutcome::Holds), taught.id.c_str());
    QVERIFY2(reached.contains(CheckOutcome::DoesNotHold), taught.id.c_str());
    MadeUpRun made(1);
    const Results few = made.of(before, 3);
    const auto open = answer(taught.check, {&few, nullptr});
    QVERIFY(open && open->outcome == CheckOutcome::NotResolved);
}

/// A run that is shipped is of the experiment that is shipped, and names its machine.
void TestLessonWalk::references() {
    for (const Lesson& each : english()) {
        for (const LessonRun run : {LessonRun::Before, LessonRun::After}) {
            const auto& file = each.reference(run);
            if (file.empty()) continue;
            const auto loaded = readResults(file);
            QVERIFY2(loaded, loaded ? "" : loaded.error().detail.c_str());
            const Results results = foldEvents(loaded->events);
            const auto checked = checkReference(each, run, results);
            QVERIFY2(checked, checked ? "" : checked.error().detail.c_str());
            QVERIFY2(machineLabel(results).find(", ") != std::string::npos, file.c_str());
        }
    }
}

QTEST_GUILESS_MAIN(TestLessonWalk)
#include "tst_lesson_walk.moc"
