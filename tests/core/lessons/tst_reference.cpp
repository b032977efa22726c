#include "core/experiment/codec.h"
#include "core/lessons/reference.h"
#include "tests/core/lessons/sample_lesson.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace breakeven;

/// Where runs of other machines are looked for, and which of them a lesson takes.
class TestReference : public QObject {
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;

    std::filesystem::path at(const char* name) const { return m_folder->filePath(name).toStdString(); }
    void put(const char* name, const std::string& text) const {
        const QString path = m_folder->filePath(name);
        QDir().mkpath(QFileInfo(path).path());
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly)) qFatal("%s: cannot be written", qPrintable(path));
        file.write(text.c_str());
    }
    Lesson read() const {
        auto lessons = readLessons(at("lessons"), "en");
        if (!lessons) qFatal("%s", lessons.error().detail.c_str());
        return lessons->front();
    }

private Q_SLOTS:
    void init() {
        m_folder = std::make_unique<QTemporaryDir>();
        qputenv("XDG_DATA_HOME", m_folder->filePath("data").toUtf8());
        put("lessons/en/words.json", "{}");
        put("lessons/en/01-sample.md", sampleLesson());
        put("lessons/experiments/sample.json", writeSpec(sampleExperiment()));
    }

    void theUsersOwnComeFirst() {
        QVERIFY(read().reference(LessonRun::Before).empty() && read().reference(LessonRun::After).empty());
        put("lessons/references/sample.jsonl", "shipped");
        put("lessons/references/sample.after.jsonl", "shipped");
        QVERIFY(read().reference(LessonRun::Before) == at("lessons/references/sample.jsonl"));
        QVERIFY(read().reference(LessonRun::After) == at("lessons/references/sample.after.jsonl"));
        put("data/breakeven/references/sample.jsonl", "own");
        QVERIFY(read().reference(LessonRun::Before) == at("data/breakeven/references/sample.jsonl"));
        QVERIFY(read().reference(LessonRun::After).empty());  // two machines are never compared
    }

    void withoutAHomeThereAreNoneOfOnesOwn() {
        qunsetenv("XDG_DATA_HOME");
        const QByteArray home = qgetenv("HOME");
        qunsetenv("HOME");
        const std::filesystem::path own = ownReferences();
        qputenv("HOME", home);
        QVERIFY(own.empty());
    }

    void onlyTheLessonsExperimentIsTaken() {
        put("data/breakeven/references/sample.jsonl", "own");
        const Lesson lesson = read();
        SampleResults run;
        run.run().spec = lesson.spec(LessonRun::Before);
        run.updateRun();
        QVERIFY(checkReference(lesson, LessonRun::Before, run.results));
        const auto other = checkReference(lesson, LessonRun::After, run.results);
        QVERIFY(!other);
        run.run().spec.cases[0].sizes = "10,100";
        run.updateRun();
        const auto refused = checkReference(lesson, LessonRun::Before, run.results);
        QVERIFY(!refused);
        QCOMPARE(refused.error().detail,
                 at("data/breakeven/references/sample.jsonl").string() +
                     ": of another experiment than the lesson sample (breakeven-cli lesson sample --reference FOLDER "
                     "measures it anew)");
    }

    void whereThereIsNoneItSaysHowOneIsMeasured() {
        LessonWords words = sampleWords();
        words.noReference = "{id} into {folder}";
        QCOMPARE(noReferenceText(read(), words), "sample into " + at("data/breakeven/references").string());
        put("lessons/references/sample.jsonl", "shipped");
        QCOMPARE(noReferenceText(read(), words), std::string());
    }
};

QTEST_GUILESS_MAIN(TestReference)
#include "tst_reference.moc"
