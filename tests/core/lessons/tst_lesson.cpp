#include "core/experiment/codec.h"
#include "core/lessons/lesson.h"
#include "tests/core/lessons/sample_lesson.h"

#include <QDir>
#include <QFile>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

using namespace breakeven;

namespace {

/// The sample with one part of its text replaced.
std::string withText(const QString& part, const QString& by) {
    return QString::fromStdString(sampleLesson()).replace(part, by).toStdString();
}

}  // namespace

class TestLesson : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void everyPartIsRead() {
        const auto lesson = parseLesson(sampleLesson(), SampleFile, sampleExperiment());
        QVERIFY2(lesson, lesson ? "" : lesson.error().detail.c_str());
        QCOMPARE(lesson->id, std::string("sample"));
        QCOMPARE(lesson->number, 1);
        QCOMPARE(lesson->title, std::string("A sample"));
        QCOMPARE(lesson->chart, std::string("runtime"));
        QCOMPARE(lesson->section(LessonPart::Question).text, std::string("Why?"));
        QCOMPARE(lesson->section(LessonPart::NotResolved).heading, std::string("If it is not resolved here"));
        QCOMPARE(lesson->section(LessonPart::Check).text, std::string("Is it so?"));
        QCOMPARE(lesson->holds.text, std::string("Yes."));
        QCOMPARE(lesson->doesNotHold.heading, std::string("It does not hold"));
        QCOMPARE(lesson->section(LessonPart::Next).text, std::string("Go on."));
        QCOMPARE(lesson->before.cases[0].pools, std::vector<std::string>{"warm"});
        QCOMPARE(lesson->after.cases[0].pools, std::vector<std::string>{"cold"});
        QCOMPARE(lesson->check.comparisons.size(), std::size_t{1});
    }

    void aPremiseMayBeGiven() {
        const auto lesson =
            parseLesson(withText("switch: pools=cold\n", "switch: pools=cold\npremise: speedup(after) > 1\n"),
                        SampleFile, sampleExperiment());
        QVERIFY2(lesson, lesson ? "" : lesson.error().detail.c_str());
        QCOMPARE(lesson->check.premises.size(), std::size_t{1});
        QCOMPARE(lesson->check.comparisons.size(), std::size_t{1});
    }

    void theSwitchMayBeNamed() {
        QVERIFY(parseLesson(sampleLesson(), SampleFile, sampleExperiment())->switched.empty());
        const auto lesson =
            parseLesson(withText("switch: pools=cold\n", "switch: pools=cold\nswitched: Make it anew\n"), SampleFile,
                        sampleExperiment());
        QVERIFY2(lesson, lesson ? "" : lesson.error().detail.c_str());
        QCOMPARE(lesson->switched, std::string("Make it anew"));
    }

    void lineEndsOfOtherSystemsAreRead() {
        QVERIFY(parseLesson(withText("\n", "\r\n"), SampleFile, sampleExperiment()));
    }

    void headingsInCodeAreText() {
        const auto lesson =
            parseLesson(withText("It runs.", "```\n## no heading\n# none\n```"), SampleFile, sampleExperiment());
        QVERIFY2(lesson, lesson ? "" : lesson.error().detail.c_str());
        QCOMPARE(lesson->section(LessonPart::Run).text, std::string("```\n## no heading\n# none\n```"));
    }

    void faultsNameFileFieldAndValue_data() {
        QTest::addColumn<QString>("part");
        QTest::addColumn<QString>("by");
        QTest::addColumn<QString>("fault");
        const auto add = [](const char* part, const char* by, const char* fault) {
            QTest::newRow(qPrintable(QString("%1 → %2").arg(QString(part).simplified(), QString(by).simplified())))
                << part << by << fault;
        };
        add("---\ntitle", "title", "front matter: another first line than --- is not allowed");
        add("---\n# A", "# A", "front matter: ");
        add("title: A sample\n", "title A sample\n", "front matter: 'title A sample' is not allowed (KEY: VALUE");
        add("title: A sample\n", "", "title: missing from the front matter");
        add("chart: runtime\n", "", "chart: missing from the front matter");
        add("switch: pools=cold\n", "", "switch: missing from the front matter");
        add("chart: runtime", "charts: runtime", "front matter: 'charts' is not allowed (title, chart");
        add("chart: runtime", "chart: runtimes", "chart: 'runtimes' is not allowed (runtime, ");
        add("chart: runtime", "chart: runtime\nchart: speedup", "chart: a second one is not allowed");
        add("title: A sample", "title:", "title: nothing is not allowed");
        add("predict: number", "predict: guess", "prediction: 'guess break-even");
        add("check: median", "check: mean", "quantity: 'mean' is not allowed");
        add("switch: pools=cold", "switch: pools", "switch: 'pools' is not allowed (FIELD=VALUE");
        add("switch: pools=cold", "switch: pool=cold", "switch: 'pool' is not allowed (backends, ");
        add("switch: pools=cold", "switch: pools=", "switch: pools: nothing is not allowed");
        add("switch: pools=cold", "switch: pools=warm", "switch: what the experiment has already is not allowed");
        add("switch: pools=cold", "switch: pools=[\"cold\"", "switch: pools: line 1 is not valid JSON");
        add("switch: pools=cold", "switch: workers={}", "switch: spec: ");
        add("# A sample\n", "# Another\n", "heading: 'Another' is not allowed (the title, 'A sample')");
        add("# A sample\n", "", "heading: '' is not allowed (the title, 'A sample')");
        add("# A sample\n", "# A sample\nSome text.\n", "text: 'Some text. ' is not allowed");
        add("## Run\n", "", "second headings: 7 is not allowed (8: question");
        add("## Next\n", "## More\nText.\n## Next\n", "second headings: 9 is not allowed");
        add("It runs.", "", "Run: no text is not allowed");
        add("Yes.", "", "It holds: no text is not allowed");
        add("### It holds\nYes.\n", "", "Check: 1 third headings is not allowed (two: it holds");
        add("It runs.", "It runs.\n### Then\nIt ends.", "Run: 1 third headings is not allowed (none)");
        add("It runs.", "```\nint x;", "code: no closing ``` is not allowed");
        add("No.", "{never}", "It does not hold: braces: 'never' is not allowed");
        add("Cold.", "\xff", "text: bytes that are not UTF-8");
    }

    void faultsNameFileFieldAndValue() {
        QFETCH(QString, part);
        QFETCH(QString, by);
        QFETCH(QString, fault);
        std::string text = sampleLesson();
        const auto place = text.find(part.toStdString());
        QVERIFY(place != text.npos);
        text.replace(place, part.toStdString().size(), fault.contains("UTF-8") ? "\xff" : by.toStdString());
        const auto lesson = parseLesson(text, SampleFile, sampleExperiment());
        QVERIFY(!lesson);
        QCOMPARE(lesson.error().code, ErrorCode::InvalidInput);
        const QString detail = QString::fromStdString(lesson.error().detail);
        QVERIFY2(detail.startsWith("01-sample.md: " + fault), qPrintable(detail));
        QVERIFY2(!detail.contains('\n'), qPrintable(detail));
    }

    void fileNamesHaveNumberAndId() {
        for (const char* name :
             {"sample.md", "1-sample.md", "00-sample.md", "01-Sample.md", "01-.md", "01.md", "01-a.txt", "-1-a.md"}) {
            const auto lesson = parseLesson(sampleLesson(), name, sampleExperiment());
            QVERIFY2(!lesson, name);
            QVERIFY2(lesson.error().detail.find("file name: '") != std::string::npos, lesson.error().detail.c_str());
        }
    }

    void aSwitchChangesEveryCase_data() {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("written");
        QTest::newRow("a word") << "pools=after-idle"
                                << R"("pools":"after-idle")";
        QTest::newRow("a number") << "chunks=1"
                                  << R"("chunks":"1")";
        QTest::newRow("a list") << R"(backends=["serial","threads"])"
                                << R"("backends":["serial","threads"])";
        QTest::newRow("workers") << R"(workers=[1,2,"2x"])"
                                 << R"("workers":"1,2,2x")";
        QTest::newRow("sizes") << "sizes=1:9:+1"
                               << R"("sizes":"1:9:+1")";
        QTest::newRow("a parameter's number") << "params.steps=5"
                                              << R"("params":{"steps":5})";
        QTest::newRow("a parameter's text") << "params.layout=apart"
                                            << R"("params":{"layout":"apart"})";
        QTest::newRow("in flight") << "in_flight=2*n_jobs"
                                   << R"("in_flight":"2*n_jobs")";
        QTest::newRow("start") << "start=spawn"
                               << R"("start":"spawn")";
        QTest::newRow("cache") << "cache=temporary"
                               << R"("cache":"temporary")";
        QTest::newRow("calls") << R"(calls=["map","apply"])"
                               << R"("calls":["map","apply"])";
    }

    void aSwitchChangesEveryCase() {
        QFETCH(QString, text);
        QFETCH(QString, written);
        ExperimentSpec spec = sampleExperiment();
        spec.cases.push_back(spec.cases[0]);
        spec.cases[1].sizes = "7";
        const auto each = parseSwitch(text.toStdString());
        QVERIFY2(each, each ? "" : each.error().detail.c_str());
        const auto changed = switched(spec, {*each});
        QVERIFY2(changed, changed ? "" : changed.error().detail.c_str());
        const QString json = QString::fromStdString(writeSpec(*changed)).remove(QRegularExpression("\\s"));
        QVERIFY2(json.count(written) == 2, qPrintable(json));
    }

    void severalSwitchesAddUp() {
        const auto changed = switched(sampleExperiment(), {*parseSwitch("pools=cold"), *parseSwitch("chunks=4")});
        QVERIFY(changed);
        QCOMPARE(changed->cases[0].pools, std::vector<std::string>{"cold"});
        QCOMPARE(changed->cases[0].chunks, std::vector<std::string>{"4"});
    }

    void aFolderIsReadInOrder() {
        ship("en/02-second.md", withText("A sample", "Second"));
        ship("en/01-sample.md", sampleLesson());
        ship("experiments/second.json", writeSpec(sampleExperiment()));
        const auto lessons = readLessons(folder(), "en");
        QVERIFY2(lessons, lessons ? "" : lessons.error().detail.c_str());
        QCOMPARE(lessons->size(), std::size_t{2});
        QCOMPARE(lessons->at(0).id, std::string("sample"));
        QCOMPARE(lessons->at(1).title, std::string("Second"));
        QCOMPARE(lessons->at(1).language, std::string("en"));
        QCOMPARE(*lessonLanguages(folder()), std::vector<std::string>{"en"});
    }

    void faultsOfAFolderAreNamed() {
        QVERIFY(!readLessons(folder() / "none", "en"));
        ship("en/01-sample.md", sampleLesson());
        QCOMPARE(readLessons(folder(), "fr").error().detail, std::string("language: 'fr' is not allowed (en)"));
        ship("en/01-other.md", sampleLesson());
        ship("experiments/other.json", writeSpec(sampleExperiment()));
        QCOMPARE(readLessons(folder(), "en").error().detail,
                 std::string("file name: 'en/01-sample.md' is not allowed (one lesson of each number and id)"));
        ship("en/01-other.md", "");
        QVERIFY(readLessons(folder(), "en").error().detail.starts_with("01-other.md: front matter: "));
        ship("experiments/other.json", "{}");
        QVERIFY(readLessons(folder(), "en").error().detail.starts_with("experiments/other.json: spec"));
        QVERIFY(QFile::remove(QString::fromStdString((folder() / "experiments/other.json").string())));
        const auto missing = readLessons(folder(), "en");
        QCOMPARE(missing.error().code, ErrorCode::Unreadable);
        QVERIFY2(missing.error().detail.find("other.json") != std::string::npos, missing.error().detail.c_str());
    }

    void wordsAreAllThere() {
        ship("en/words.json", R"({"not_resolved":"?"})");
        const auto words = readWords(folder() / "en/words.json");
        QVERIFY(!words);
        QVERIFY2(words.error().detail.ends_with("words.json.at_least: missing"), words.error().detail.c_str());
        QCOMPARE(withNames("{a} {b} {c} {", {{"a", "1"}, {"b", "{a}"}}), std::string("1 {a} {c} {"));
    }

private:
    std::filesystem::path folder() const { return m_folder->path().toStdString(); }

    /// A file of the folder, beside words and an experiment for the sample.
    void ship(const std::string& name, const std::string& text) {
        const auto save = [&](const std::filesystem::path& file, const std::string& content) {
            std::filesystem::create_directories(file.parent_path());
            QFile written(QString::fromStdString(file.string()));
            QVERIFY(written.open(QIODevice::WriteOnly));
            written.write(content.data(), static_cast<qint64>(content.size()));
        };
        save(folder() / "en/words.json", "{}");
        save(folder() / "experiments/sample.json", writeSpec(sampleExperiment()));
        save(folder() / name, text);
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

QTEST_GUILESS_MAIN(TestLesson)
#include "tst_lesson.moc"
