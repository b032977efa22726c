#include "core/analysis/findings.h"
#include "core/history/run_recorder.h"
#include "core/history/run_rows.h"
#include "tests/core/history/stored_runs.h"

#include <QTemporaryDir>
#include <QtTest>

#include <csignal>

#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace breakeven;

class TestRunRecorder : public QObject {
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;

    std::filesystem::path path() const { return m_folder->filePath("h.sqlite").toStdString(); }

    History open() const {
        auto history = History::open(path());
        if (!history) qFatal("%s", history.error().detail.c_str());
        return *std::move(history);
    }

    RunEntry entry(const std::string& runId) const { return open().find(runId).value_or(RunEntry()); }

    /// The run-started and the trials, then one round each, then the end.
    static std::vector<std::vector<Event>> partsOf(const std::vector<Event>& events) {
        std::vector<std::vector<Event>> parts{{events.begin(), events.begin() + 3}};
        for (auto event = events.begin() + 3; event + 1 != events.end(); event += 2)
            parts.push_back({event, event + 2});
        parts.push_back({events.back()});
        return parts;
    }

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void aRunIsThereWhileItGoesOn() {
        const auto events = eventsOfRun("r", "2026-11-21T10:00:00Z", 20);
        RunRecorder recorder(open(), "/runs/r.jsonl");
        QVERIFY(open().list()->empty());
        std::size_t count = 0;
        for (const auto& part : partsOf(events)) {
            recorder.append(part);
            count += part.size();
            QCOMPARE(entry("r").state, RunState::Running);
            QCOMPARE(open().load("r")->events.size(), count);
        }
        QCOMPARE(entry("r").samples, ItemCount{40});
        QCOMPARE(entry("r").file, std::string("/runs/r.jsonl"));
        QVERIFY(!entry("r").host.empty());
        QVERIFY(recorder.finish(foldEvents(events), RunState::Completed));
        const RunEntry ended = entry("r");
        QCOMPARE(ended.state, RunState::Completed);
        QCOMPARE(ended.trials, ItemCount{2});
        QVERIFY(!ended.headline.empty());
        QVERIFY(linesOf(open().load("r")->events) == linesOf(events));
    }

    void aRunWhoseWriterWasKilledIsInterrupted() {
        const auto parts = partsOf(eventsOfRun("r"));
        const pid_t child = fork();
        if (child == 0) {
            RunRecorder recorder(open(), {});
            recorder.append(parts[0]);
            recorder.append(parts[1]);
            raise(SIGKILL);
        }
        int status = 0;
        waitpid(child, &status, 0);
        QVERIFY(WIFSIGNALED(status));
        QCOMPARE(entry("r").state, RunState::Interrupted);
        QCOMPARE(entry("r").samples, ItemCount{2});
        QCOMPARE(entry("r").trials, ItemCount{2});
        const auto run = open().load("r");
        QVERIFY(run);
        QCOMPARE(run->events.size(), std::size_t{5});
        QCOMPARE(run->warnings, std::vector<std::string>{"history:r: the run did not come to its end; 5 events kept"});
        const std::string measured = headline(foldEvents(run->events)).text;
        QCOMPARE(open().list()->front().headline, measured);
        const auto database = Database::open(path());
        auto kept = database->prepare("SELECT headline FROM runs");
        QVERIFY(kept->step());
        QCOMPARE(kept->text(0), measured);
        QVERIFY(open().remove("r"));
        QCOMPARE(*open().purge(), std::int64_t{1});
    }

    /// Else what follows has nowhere to go.
    void aRunThatGoesOnIsNotPurged() {
        const auto events = eventsOfRun("r");
        const auto parts = partsOf(events);
        RunRecorder recorder(open(), {});
        recorder.append(parts[0]);
        QVERIFY(open().remove("r"));
        QCOMPARE(*open().purge(), std::int64_t{0});
        for (std::size_t i = 1; i < parts.size(); ++i)
            recorder.append(parts[i]);
        const auto finished = recorder.finish(foldEvents(events), RunState::Completed);
        QVERIFY2(finished, finished ? "" : finished.error().detail.c_str());
        QVERIFY(linesOf(open().load("r")->events) == linesOf(events));
        QCOMPARE(*open().purge(), std::int64_t{1});
        QVERIFY(!open().load("r"));
    }

    /// What another program keeps from being written goes with the next round.
    void aLockedHistoryCatchesUp() {
        const auto events = eventsOfRun("r", "2026-11-21T10:00:00Z", 3);
        const auto parts = partsOf(events);
        RunRecorder recorder(open(), {});
        const auto other = Database::open(path());
        {
            const auto held = Transaction::begin(*other);
            QVERIFY(held);
            recorder.append(parts[0]);
            recorder.append(parts[1]);
            QVERIFY(open().list()->empty());
        }
        recorder.append(parts[2]);
        QCOMPARE(entry("r").samples, ItemCount{4});
        {
            const auto held = Transaction::begin(*other);
            recorder.append(parts[3]);
            recorder.append(parts[4]);
        }
        QVERIFY(recorder.finish(foldEvents(events), RunState::Stopped));
        QCOMPARE(entry("r").state, RunState::Stopped);
        QCOMPARE(entry("r").samples, ItemCount{6});
        QVERIFY(linesOf(open().load("r")->events) == linesOf(events));
    }

    /// What was written before stays, and the end says what is missing.
    void aFullDiskLosesOnlyTheRest() {
        static_cast<void>(open());
        const pid_t child = fork();
        if (child == 0) {
            signal(SIGXFSZ, SIG_IGN);
            const auto events = eventsOfRun("r", "2026-11-21T10:00:00Z", 400);
            RunRecorder recorder(open(), {});
            const rlimit limit{200'000, 200'000};
            if (setrlimit(RLIMIT_FSIZE, &limit) != 0) _exit(2);
            for (const auto& part : partsOf(events))
                recorder.append(part);
            const auto finished = recorder.finish(foldEvents(events), RunState::Completed);
            if (finished) _exit(3);
            _exit(finished.error().code == ErrorCode::Internal ? 0 : 4);
        }
        int status = -1;
        waitpid(child, &status, 0);
        QCOMPARE(WIFEXITED(status) ? WEXITSTATUS(status) : -1, 0);
        QCOMPARE(entry("r").state, RunState::Interrupted);
        QVERIFY(entry("r").samples > 20 && entry("r").samples < 800);
        QVERIFY(open().load("r"));
    }

    /// Both are written round by round, at the same time.
    void severalAreWrittenAtOnce() {
        constexpr int Writers = 4;
        constexpr int Rounds = 100;
        std::vector<pid_t> children;
        for (int i = 0; i < Writers; ++i) {
            children.push_back(fork());
            if (children.back() != 0) continue;
            const auto events = eventsOfRun("run-" + std::to_string(i), "2026-11-21T10:00:00Z", Rounds);
            RunRecorder recorder(open(), {});
            for (const auto& part : partsOf(events))
                recorder.append(part);
            _exit(recorder.finish(foldEvents(events), RunState::Completed) ? 0 : 1);
        }
        for (const pid_t child : children) {
            int status = -1;
            waitpid(child, &status, 0);
            QCOMPARE(WIFEXITED(status) ? WEXITSTATUS(status) : -1, 0);
        }
        for (int i = 0; i < Writers; ++i) {
            const std::string id = "run-" + std::to_string(i);
            QCOMPARE(entry(id).state, RunState::Completed);
            QCOMPARE(entry(id).samples, ItemCount{2 * Rounds});
            QVERIFY(linesOf(open().load(id)->events) == linesOf(eventsOfRun(id, "2026-11-21T10:00:00Z", Rounds)));
        }
    }
};

QTEST_GUILESS_MAIN(TestRunRecorder)
#include "tst_run_recorder.moc"
