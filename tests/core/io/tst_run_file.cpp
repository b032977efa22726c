#include "core/experiment/codec.h"
#include "core/io/run_file.h"
#include "tests/core/experiment/sample_events.h"

#include <QtTest>

#include <algorithm>
#include <string>

using namespace breakeven;

namespace {

/// A run of some rounds as it stands in a file.
std::vector<Event> smallRun(int rounds) {
    RunStarted started;
    started.runId = "r";
    started.spec.cases.resize(1);
    started.spec.cases[0].workload = "square";
    std::vector<Event> events{started};
    for (int id = 0; id < 2; ++id) {
        Trial trial;
        trial.id = id;
        trial.workload = "square";
        trial.backend = id == 0 ? "serial" : "tbb";
        trial.size = 10;
        events.push_back(TrialStarted{0, trial});
    }
    for (int round = 0; round < rounds; ++round) {
        for (int id = 0; id < 2; ++id) {
            Sample sample;
            sample.trial = id;
            sample.round = round;
            sample.order = id;
            sample.seconds = Seconds(0.001 * (1 + id));
            sample.flags = {"migrated"};
            events.push_back(sample);
        }
    }
    events.push_back(RunFinished{"completed", Seconds(1)});
    return events;
}

std::string textOf(const std::vector<Event>& events) {
    std::string text;
    for (const auto& event : events)
        text += writeEvent(event) + '\n';
    return text;
}

std::string contentOf(const QString& path) {
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll().toStdString() : std::string();
}

}  // namespace

class TestRunFile : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyCutLoads() {
        const auto text = textOf(smallRun(3));
        const auto headerEnd = text.find('\n');
        for (auto length = headerEnd; length <= text.size(); ++length) {
            const auto run = readRunText(text.substr(0, length), "RUN.jsonl");
            QVERIFY(run);
            const auto part = text.substr(0, length);
            const auto whole = std::count(part.begin(), part.end(), '\n');
            const bool endsWhole = part.ends_with('\n');
            const bool lacksOnlyItsEnd = !endsWhole && text[length] == '\n';
            QCOMPARE(static_cast<long>(run->events.size()), whole + (lacksOnlyItsEnd ? 1 : 0));
            const bool isCut = !endsWhole && !lacksOnlyItsEnd;
            const bool isWhole = std::holds_alternative<RunFinished>(run->events.back());
            QCOMPARE(run->warnings.size(), std::size_t{isWhole ? 0U : 1U});
            if (isWhole) continue;
            const std::string what = isCut ? "the last line is cut; " : "the run did not come to its end; ";
            QCOMPARE(run->warnings[0], "RUN.jsonl: " + what + std::to_string(run->events.size()) + " events kept");
        }
    }

    void aCutHeaderIsNoRun() {
        const auto text = textOf(smallRun(1));
        for (std::size_t length = 0; length < text.find('\n'); ++length) {
            const auto run = readRunText(text.substr(0, length), "RUN.jsonl");
            QVERIFY(!run);
            QCOMPARE(run.error().code, ErrorCode::Unreadable);
        }
    }

    void linesEndInEitherWay() {
        auto text = QString::fromStdString(textOf(smallRun(2)));
        const auto run = readRunText(text.replace("\n", "\r\n").toStdString(), "RUN.jsonl");
        QVERIFY(run);
        QVERIFY(run->warnings.empty());
        QCOMPARE(textOf(run->events), textOf(smallRun(2)));
    }

    void spoiltLinesAreSkipped() {
        const auto events = smallRun(1);
        std::string text = writeEvent(events[0]) + "\nrubbish\n\n" + writeEvent(events[1]) + "\n" +
                           std::string(16, '\0') + "\n{\"event\":\"sample\"}\n" + writeEvent(events.back()) + "\n";
        const auto run = readRunText(text, "RUN.jsonl");
        QVERIFY(run);
        QCOMPARE(run->events.size(), std::size_t{3});
        QCOMPARE(run->warnings, (std::vector<std::string>{"RUN.jsonl: line 2 is skipped: event: not valid JSON",
                                                          "RUN.jsonl: line 5 is skipped: event: not valid JSON",
                                                          "RUN.jsonl: line 6 is skipped: sample.trial: missing"}));
    }

    void aFileIsOneRun() {
        const auto text = textOf(smallRun(3));
        const auto run = readRunText(text + text, "RUN.jsonl");
        QVERIFY(run);
        QCOMPARE(textOf(run->events), text);
        const auto place = std::to_string(1 + std::count(text.begin(), text.end(), '\n'));
        QCOMPARE(run->warnings, (std::vector<std::string>{"RUN.jsonl: a second run begins on line " + place +
                                                          "; all from there on is left out"}));
    }

    void aRunBehindACutOneIsLeftOut() {
        const auto text = textOf(smallRun(3));
        const auto cut = text.substr(0, text.size() / 2);
        QVERIFY(!cut.ends_with('\n'));
        const auto run = readRunText(cut + text, "RUN.jsonl");
        QVERIFY(run);
        const auto kept = static_cast<std::size_t>(std::count(cut.begin(), cut.end(), '\n'));
        QCOMPARE(run->events.size(), kept);
        QCOMPARE(run->warnings,
                 (std::vector<std::string>{
                     "RUN.jsonl: a second run begins on line " + std::to_string(kept + 1) +
                         "; all from there on is left out",
                     "RUN.jsonl: the run did not come to its end; " + std::to_string(kept) + " events kept"}));
    }

    void samplesOfNoTrialAreSaid() {
        const auto events = smallRun(1);
        Sample sample;
        sample.trial = 99;
        sample.seconds = Seconds(1);
        const std::string text = textOf(events) + textOf({sample, events.back()});
        const auto run = readRunText(text, "RUN.jsonl");
        QVERIFY(run);
        QCOMPARE(run->events.size(), events.size() + 1);
        QCOMPARE(run->warnings, (std::vector<std::string>{"RUN.jsonl: line " + std::to_string(events.size() + 1) +
                                                          " is skipped: trial 99 was never started"}));
    }

    void samplesWithoutATimeAreSaid() {
        auto events = smallRun(2);
        for (Event& event : events)
            if (auto* sample = std::get_if<Sample>(&event)) sample->seconds = Seconds(0);
        const auto run = readRunText(textOf(events), "RUN.jsonl");
        QVERIFY(run);
        QCOMPARE(run->warnings, std::vector<std::string>{"RUN.jsonl: 4 samples took no time at all (0 s)"});
    }

    void theFirstLineDecides_data() {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("expected");
        const auto row = [](const std::string& text, const char* expected) {
            QTest::newRow(expected) << QString::fromStdString(text) << QString(expected);
        };
        row("", "RUN.jsonl: line 1: event: empty (expected a JSON object)");
        row("{\"event\":\"note\",\"text\":\"a\"}\n",
            "RUN.jsonl: line 1: not a run-started event, so this is no run file");
        row("{\"event\":\"run-started\",\"schema\":7}\n",
            "RUN.jsonl: line 1: run-started.schema: 7 is newer than this version reads (1)");
        row("{\"event\":\"run-started\"}\n", "RUN.jsonl: line 1: run-started.schema: missing");
    }

    void theFirstLineDecides() {
        QFETCH(QString, text);
        const auto run = readRunText(text.toStdString(), "RUN.jsonl");
        QVERIFY(!run);
        QTEST(QString::fromStdString(run.error().detail), "expected");
        QCOMPARE(run.error().code, ErrorCode::Unreadable);
    }

    void appendsToANewFile() {
        const QTemporaryDir folder;
        const auto path = folder.filePath("a.jsonl");
        const auto events = smallRun(2);
        auto writer = RunWriter::create(path.toStdString());
        QVERIFY(writer);
        QVERIFY(!QFile::exists(path));
        QVERIFY(writer->append({events[0], events[1]}));
        QCOMPARE(contentOf(path), textOf({events[0], events[1]}));
        auto moved = *std::move(writer);
        QVERIFY(moved.append({events[2]}));
        QCOMPARE(contentOf(path), textOf({events[0], events[1], events[2]}));
    }

    void anOldFileStaysUntilTheFirstAppend() {
        const QTemporaryDir folder;
        const auto path = folder.filePath("a.jsonl");
        QFile old(path);
        QVERIFY(old.open(QIODevice::WriteOnly));
        old.write(QByteArray(100'000, 'x'));
        old.close();
        auto writer = RunWriter::create(path.toStdString());
        QVERIFY(writer);
        QCOMPARE(contentOf(path).size(), std::size_t{100'000});
        QVERIFY(writer->append({Note{"new"}}));
        QCOMPARE(contentOf(path), textOf({Note{"new"}}));
    }

    void aFileTakesOneRunAtATime() {
        const QTemporaryDir folder;
        const auto path = folder.filePath("a.jsonl").toStdString();
        auto first = RunWriter::create(path);
        auto simultaneous = RunWriter::create(path);
        QVERIFY(first && simultaneous);
        QVERIFY(first->append({Note{"first"}}));
        const auto refused = simultaneous->append({Note{"second"}});
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, ErrorCode::Unwritable);
        QCOMPARE(refused.error().detail, path + ": another run is being written there");
        QVERIFY(!RunWriter::create(path));
        QCOMPARE(contentOf(QString::fromStdString(path)), textOf({Note{"first"}}));
        first = RunWriter::create("/dev/null");
        QVERIFY(RunWriter::create(path));
    }

    void devicesTakeSeveralRuns() {
        auto first = RunWriter::create("/dev/null");
        auto second = RunWriter::create("/dev/null");
        QVERIFY(first->append({Note{"a"}}));
        QVERIFY(second->append({Note{"b"}}));
    }

    void aFolderThatIsNotThereIsAnError() {
        const auto writer = RunWriter::create("/does/not/exist/a.jsonl");
        QVERIFY(!writer);
        QCOMPARE(writer.error().code, ErrorCode::Unwritable);
    }

    void aFullDiskIsAnError() {
        auto writer = RunWriter::create("/dev/full");
        QVERIFY2(writer, writer ? "" : writer.error().detail.c_str());
        const auto appended = writer->append({Note{"a"}});
        QVERIFY(!appended);
        QCOMPARE(appended.error().code, ErrorCode::Internal);
        QCOMPARE(appended.error().detail, std::string("/dev/full: cannot be written: No space left on device"));
    }

    void aLongRunIsReadWhole() {
        const auto text = textOf(smallRun(50'000));
        const auto run = readRunText(text, "RUN.jsonl");
        QVERIFY(run);
        const auto results = foldEvents(run->events);
        QCOMPARE(results.trials()[1].samples.size(), std::size_t{50'000});
        QVERIFY(results.finished());
    }
};

QTEST_GUILESS_MAIN(TestRunFile)
#include "tst_run_file.moc"
