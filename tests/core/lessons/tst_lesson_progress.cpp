#include "core/lessons/progress.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace breakeven;

class TestLessonProgress : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void itsPlaceFollowsTheState() {
        qputenv("XDG_STATE_HOME", "/somewhere");
        QCOMPARE(lessonProgressFile().string(), std::string("/somewhere/breakeven/lessons.json"));
        qunsetenv("XDG_STATE_HOME");
        qputenv("HOME", "/home/somebody");
        QCOMPARE(lessonProgressFile().string(), std::string("/home/somebody/.local/state/breakeven/lessons.json"));
        qunsetenv("HOME");
        QVERIFY(lessonProgressFile().empty());
        QCOMPARE(keepLessonRecord(lessonProgressFile(), "a", {}).error().code, ErrorCode::Unwritable);
    }

    void whatIsKeptComesBack() {
        QVERIFY(readLessonProgress(file())->empty());
        const LessonRecord number{true, "", {.number = 3000}, CheckOutcome::NotResolved};
        const LessonRecord curve{false, "", {.curve = {{10, 1e-6}, {100, 0.5}}}, {}};
        QVERIFY(keepLessonRecord(file(), "one", number));
        QVERIFY(keepLessonRecord(file(), "two", curve));
        const auto progress = readLessonProgress(file());
        QVERIFY(progress && progress->size() == 2);
        QVERIFY(progress->at("one").prediction == number.prediction && progress->at("one").isDone);
        QVERIFY(progress->at("one").outcome == CheckOutcome::NotResolved);
        QVERIFY(progress->at("two").prediction == curve.prediction && !progress->at("two").isDone);
        QVERIFY(!progress->at("two").outcome);
        QVERIFY2(progress->at("two").when.ends_with("Z"), progress->at("two").when.c_str());
    }

    void whatOthersWroteSurvives() {
        save(R"({"later":[1],"schema":1,"lessons":{"one":{"stars":5,"outcome":"holds"},"other":{"x":null},"odd":3}})");
        QVERIFY(keepLessonRecord(file(), "one", {true, "", {.number = 2}, {}}));
        const QByteArray text = load();
        for (const char* kept : {R"("later")", R"("stars": 5)", R"("other")", R"("x": null)", R"("odd": 3)"})
            QVERIFY2(text.contains(kept), text.constData());
        QVERIFY2(!text.contains("holds"), text.constData());  // the record that was replaced had another outcome
        const auto progress = readLessonProgress(file());
        QVERIFY(progress && progress->at("one").isDone && !progress->at("odd").isDone);
    }

    void aFileThatIsNotOursStays_data() {
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("not JSON") << QByteArray("{\"schema\":1,");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("a list") << QByteArray("[]");
        QTest::newRow("a later schema") << QByteArray(R"({"schema":2,"lessons":{}})");
        QTest::newRow("no lessons") << QByteArray(R"({"schema":1})");
    }

    void aFileThatIsNotOursStays() {
        QFETCH(QByteArray, text);
        save(text);
        QVERIFY(!readLessonProgress(file()));
        const auto kept = keepLessonRecord(file(), "one", {});
        QVERIFY(!kept);
        QVERIFY2(kept.error().detail.find("lessons.json") != std::string::npos, kept.error().detail.c_str());
        QCOMPARE(load(), text);
    }

    void valuesThatAreNotUsableCountAsNone() {
        save(R"({"schema":1,"lessons":{"a":{"done":"yes","when":7,"prediction":{"number":"x","curve":[[1],[2,3],"y"]},)"
             R"("outcome":"maybe"},"b":{"prediction":4}}})");
        const auto progress = readLessonProgress(file());
        QVERIFY(progress);
        const LessonRecord& a = progress->at("a");
        QVERIFY(!a.isDone && a.when.empty() && !a.prediction.number && !a.outcome);
        QCOMPARE(a.prediction.curve.size(), std::size_t{1});
        QVERIFY(progress->at("b").prediction.isEmpty());
    }

private:
    std::filesystem::path file() const { return m_folder->filePath("state/lessons.json").toStdString(); }

    void save(const QByteArray& text) const {
        std::filesystem::create_directories(file().parent_path());
        QFile written(QString::fromStdString(file().string()));
        QVERIFY(written.open(QIODevice::WriteOnly));
        written.write(text);
    }

    QByteArray load() const {
        QFile read(QString::fromStdString(file().string()));
        return read.open(QIODevice::ReadOnly) ? read.readAll() : QByteArray();
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

QTEST_GUILESS_MAIN(TestLessonProgress)
#include "tst_lesson_progress.moc"
