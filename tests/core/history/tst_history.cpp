#include "core/experiment/codec.h"
#include "core/history/history.h"
#include "core/history/run_rows.h"
#include "tests/core/history/stored_runs.h"

#include <QTemporaryDir>
#include <QtTest>

#include <algorithm>
#include <cstdio>

using namespace breakeven;

namespace {

std::vector<std::string> idsOf(const Result<std::vector<RunEntry>>& entries) {
    std::vector<std::string> ids;
    if (!entries) return {entries.error().detail};
    for (const RunEntry& entry : *entries)
        ids.push_back(entry.runId);
    return ids;
}

using Ids = std::vector<std::string>;

}  // namespace

class TestHistory : public QObject {
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;
    std::optional<History> m_history;

    std::filesystem::path path() const { return m_folder->filePath("h.sqlite").toStdString(); }

    History open() const {
        auto history = History::open(path());
        if (!history) qFatal("%s", history.error().detail.c_str());
        return *std::move(history);
    }

    void add(const std::vector<Event>& events, const std::filesystem::path& file = {}) {
        const auto added = m_history->add(loadedRun(events), file);
        QVERIFY2(added, added ? "" : added.error().detail.c_str());
        QVERIFY(*added);
    }

    RunEntry entry(const std::string& runId) const { return m_history->find(runId).value_or(RunEntry()); }

private Q_SLOTS:
    void init() {
        m_folder = std::make_unique<QTemporaryDir>();
        m_history.emplace(open());
    }
    void cleanup() { m_history.reset(); }

    /// Tables and results of other programs tell no start: they are listed among the runs of their file's time.
    void aFileWithoutAStartHasItsOwn() {
        const std::filesystem::path file = m_folder->filePath("hyperfine.json").toStdString();
        QFile made(QString::fromStdString(file.string()));
        QVERIFY(made.open(QIODevice::WriteOnly));
        made.close();
        using std::chrono::system_clock;
        const auto written = system_clock::from_time_t(1'795'000'000);
        std::filesystem::last_write_time(file, std::chrono::file_clock::from_sys(written));
        add(eventsOfRun("a", "2026-11-18T10:00:00Z"));
        add(eventsOfRun("b", ""), file);
        add(eventsOfRun("c", "2026-11-20T10:00:00Z"));
        QCOMPARE(entry("b").startedAt, std::string("2026-11-18T11:06:40Z"));
        QCOMPARE(idsOf(m_history->list()), (Ids{"c", "b", "a"}));
    }

    void aRunIsListedWithWhatItIs() {
        add(eventsOfRun("20261121T100000Z-0a1b", "2026-11-21T10:00:00Z", 6, "grain"), "/runs/a.jsonl");
        const auto entries = m_history->list();
        QVERIFY(entries);
        QCOMPARE(entries->size(), std::size_t{1});
        RunEntry expected;
        expected.runId = "20261121T100000Z-0a1b";
        expected.startedAt = "2026-11-21T10:00:00Z";
        expected.experiment = "grain";
        expected.title = "grain";
        expected.version = "0.1.0";
        expected.machine = "Some CPU, 2 CPUs";
        expected.file = "/runs/a.jsonl";
        expected.state = RunState::Completed;
        expected.elapsed = Seconds(1.5);
        expected.trials = 2;
        expected.samples = 12;
        expected.headline = entries->front().headline;
        QVERIFY(!expected.headline.empty());
        QVERIFY(entries->front() == expected);
    }

    void aRunIsLoadedAsItWas() {
        const auto events = eventsOfRun("r", "2026-11-21T10:00:00Z", 500);
        add(events);
        const auto run = m_history->load("r");
        QVERIFY(run);
        QVERIFY(run->warnings.empty());
        QVERIFY(linesOf(run->events) == linesOf(events));
        const auto missing = m_history->load("s");
        QVERIFY(!missing);
        QCOMPARE(missing.error().code, ErrorCode::Unreadable);
        QCOMPARE(missing.error().detail, std::string("history: there is no run 's'"));
    }

    void theNewestComesFirst() {
        add(eventsOfRun("b", "2026-11-21T11:00:00Z"));
        add(eventsOfRun("a", "2026-11-21T12:00:00Z"));
        add(eventsOfRun("c", "2026-11-21T10:00:00Z"));
        add(eventsOfRun("d", "2026-11-21T10:00:00Z"));
        QCOMPARE(idsOf(m_history->list()), (Ids{"a", "b", "d", "c"}));
        QCOMPARE(idsOf(m_history->list({.offset = 1, .limit = 2})), (Ids{"b", "d"}));
        QCOMPARE(entry("last").runId, std::string("a"));
    }

    /// Clocks are wrong at times; and what is taken in was not the last to be measured.
    void theLastIsTheOneThatWasRecordedLast() {
        const Database database = *Database::open(path());
        const auto record = [&](const char* runId, const char* start) {
            const auto started = std::get<RunStarted>(eventsOfRun(runId, start).front());
            return insertRun(database, started, {.host = "here", .process = "1", .file = {}}).has_value();
        };
        QVERIFY(record("future", "2090-01-01T00:00:00Z"));
        QVERIFY(record("now", "2026-11-21T10:00:00Z"));
        add(eventsOfRun("taken-in", "2091-01-01T00:00:00Z"));
        QCOMPARE(entry("last").runId, std::string("now"));
    }

    void textIsFoundWhereItMayStand_data() {
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("isFound");
        QTest::newRow("nothing") << "" << true;
        QTest::newRow("blanks") << "  " << true;
        QTest::newRow("experiment") << "GRAIN" << true;
        QTest::newRow("name") << "100%" << true;
        QTest::newRow("tag") << "nightly" << true;
        QTest::newRow("part of the note") << "it's" << true;
        QTest::newRow("machine") << "some cpu" << true;
        QTest::newRow("several words, anywhere") << "night grain \"quoted\"" << true;
        QTest::newRow("one word is missing") << "night grain daily" << false;
        QTest::newRow("percent is no wildcard") << "g%n" << false;
        QTest::newRow("underline is no wildcard") << "gr_in" << false;
        QTest::newRow("quotes end nothing") << "' OR 1=1 --" << false;
        QTest::newRow("a quote alone") << "'" << true;
        QTest::newRow("a backslash alone") << "\\" << false;
    }
    void textIsFoundWhereItMayStand() {
        QFETCH(QString, text);
        QFETCH(bool, isFound);
        add(eventsOfRun("r", "2026-11-21T10:00:00Z", 6, "grain"));
        QVERIFY(m_history->rename("r", "Load 100% of \"quoted\" memory"));
        QVERIFY(m_history->setNote("r", "it's\nlate"));
        QVERIFY(m_history->tag("r", std::vector<std::string>{"nightly", "two words"}));
        QCOMPARE(idsOf(m_history->list({.text = text.toStdString()})), isFound ? Ids{"r"} : Ids{});
    }

    void aRunIsFoundByWhatItsIdBeginsWith() {
        add(eventsOfRun("20261121T100000Z-abcd1234", "2026-11-21T10:00:00Z"));
        add(eventsOfRun("20261121T110000Z-abff1234", "2026-11-21T11:00:00Z"));
        for (const char* word : {"20261121T100000Z-abcd1234", "20261121T10", "abcd1234", "abc"})
            QCOMPARE(entry(word).runId, std::string("20261121T100000Z-abcd1234"));
        const auto several = m_history->find("ab");
        QVERIFY(!several);
        QCOMPARE(several.error().code, ErrorCode::InvalidInput);
        QCOMPARE(several.error().detail.substr(0, 59),
                 std::string("history: 'ab' is not allowed (2 runs begin so, such as 2026"));
        for (const char* word : {"", "%", "1234", "abcd12345"})
            QCOMPARE(m_history->find(word).error().detail, "history: there is no run '" + std::string(word) + "'");
    }

    void aWholeIdIsMeantEvenIfOthersBeginSo() {
        add(eventsOfRun("run"));
        add(eventsOfRun("run-2"));
        QCOMPARE(entry("run").runId, std::string("run"));
    }

    void anEmptyHistoryHasNoLast() {
        QCOMPARE(m_history->find("last").error().detail, std::string("history: there is no run yet"));
        QVERIFY(m_history->list()->empty());
    }

    void whatTheUserWritesIsKept() {
        add(eventsOfRun("r"));
        QVERIFY(m_history->rename("r", "Before the fix; DROP TABLE runs"));
        QVERIFY(m_history->setNote("r", "two\nlines"));
        QVERIFY(m_history->tag("r", std::vector<std::string>{"b", "a", "b"}));
        QVERIFY(m_history->tag("r", std::vector<std::string>{"c"}));
        QVERIFY(m_history->untag("r", std::vector<std::string>{"b", "never there"}));
        const RunEntry kept = entry("r");
        QCOMPARE(kept.title, std::string("Before the fix; DROP TABLE runs"));
        QCOMPARE(kept.note, std::string("two\nlines"));
        QCOMPARE(kept.tags, (std::vector<std::string>{"a", "c"}));
        QVERIFY(m_history->setNote("r", ""));
        QCOMPARE(entry("r").note, std::string());
    }

    void namesAreOneLine_data() {
        QTest::addColumn<QByteArray>("name");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("blank") << QByteArray("  ");
        QTest::newRow("two lines") << QByteArray("a\nb");
        QTest::newRow("tab") << QByteArray("a\tb");
        QTest::newRow("escape") << QByteArray("\x1b[31mred");
        QTest::newRow("other direction") << QByteArray(
            "\u202e"
            "abc");
        QTest::newRow("not UTF-8") << QByteArray("a\xff");
        QTest::newRow("too long") << QByteArray(201, 'a');
    }
    void namesAreOneLine() {
        QFETCH(QByteArray, name);
        add(eventsOfRun("r"));
        const auto renamed = m_history->rename("r", name.toStdString());
        QVERIFY(!renamed);
        QCOMPARE(renamed.error().code, ErrorCode::InvalidInput);
        QVERIFY2(renamed.error().detail.starts_with("name: '"), renamed.error().detail.c_str());
        QVERIFY2(renamed.error().detail.ends_with("is not allowed (one line of text, up to 200 bytes of UTF-8)"),
                 renamed.error().detail.c_str());
        QVERIFY(!m_history->tag("r", std::vector{std::string("good"), name.toStdString()}));
        QVERIFY(entry("r").tags.empty());
        QCOMPARE(entry("r").title, std::string("small"));
    }

    void whatIsDeletedComesBack() {
        add(eventsOfRun("a"));
        add(eventsOfRun("b"));
        QVERIFY(m_history->remove("a"));
        QCOMPARE(idsOf(m_history->list()), Ids{"b"});
        QCOMPARE(idsOf(m_history->list({.isDeleted = true})), Ids{"a"});
        QVERIFY(!m_history->find("a"));
        QVERIFY(!m_history->find("a", true)->removedAt.empty());
        QVERIFY(m_history->restore("a"));
        QCOMPARE(idsOf(m_history->list()), (Ids{"b", "a"}));
        QVERIFY(m_history->load("a"));
    }

    void whatIsPurgedIsGone() {
        add(eventsOfRun("a", "2026-11-21T10:00:00Z", 2000));
        add(eventsOfRun("b"));
        QVERIFY(m_history->tag("a", std::vector<std::string>{"t"}));
        QVERIFY(m_history->remove("a"));
        QCOMPARE(*m_history->purge(), std::int64_t{1});
        QCOMPARE(*m_history->purge(), std::int64_t{0});
        QVERIFY(m_history->list({.isDeleted = true})->empty());
        QVERIFY(!m_history->load("a"));
        const auto database = Database::open(path());
        QCOMPARE(*database->number("SELECT count(*) FROM tags"), std::int64_t{0});
        QCOMPARE(*database->number("SELECT count(*) FROM pieces"), std::int64_t{1});
        QCOMPARE(*database->number("PRAGMA freelist_count"), std::int64_t{0});
    }

    void theSameRunIsTakenInOnce() {
        add(eventsOfRun("r"));
        QVERIFY(!*m_history->add(loadedRun(eventsOfRun("r")), {}));
        QVERIFY(m_history->remove("r"));
        QVERIFY(!*m_history->add(loadedRun(eventsOfRun("r")), {}));
        QVERIFY(m_history->list()->empty());
    }

    /// What was recorded up to a crash gives way to the whole of it, and keeps what the user wrote.
    void aCutRunGivesWayToItsWhole() {
        const auto whole = eventsOfRun("r");
        const std::vector<Event> cut(whole.begin(), whole.begin() + 7);
        add(cut);
        QCOMPARE(entry("r").state, RunState::Interrupted);
        QCOMPARE(entry("r").samples, ItemCount{4});
        QVERIFY(m_history->rename("r", "mine"));
        QVERIFY(!*m_history->add(loadedRun(cut), {}));
        QVERIFY(*m_history->add(loadedRun(whole), "/runs/whole.jsonl"));
        QCOMPARE(entry("r").state, RunState::Completed);
        QCOMPARE(entry("r").samples, ItemCount{12});
        QCOMPARE(entry("r").title, std::string("mine"));
        QCOMPARE(entry("r").file, std::string("/runs/whole.jsonl"));
        QVERIFY(linesOf(m_history->load("r")->events) == linesOf(whole));
        QVERIFY(!*m_history->add(loadedRun(cut), {}));
    }

    /// Tables know no run id.
    void onlyRunsWithoutAnEndOfTheirOwnAreCutOff() {
        add(eventsOfRun("20261121T100000-whole"));
        auto cut = eventsOfRun("20261121T110000-cut", "2026-11-21T11:00:00Z");
        cut.pop_back();
        add(cut);
        auto stopped = eventsOfRun("20261121T120000-stopped", "2026-11-21T12:00:00Z");
        stopped.back() = RunFinished{"interrupted", Seconds(1)};
        add(stopped);
        const Database database = *Database::open(path());
        QVERIFY(insertRun(database, std::get<RunStarted>(eventsOfRun("20261121T130000-on").front()), {}));
        QCOMPARE(idsOf(m_history->list({.isCutOff = true})), (Ids{"20261121T110000-cut", "20261121T130000-on"}));
        QCOMPARE(idsOf(m_history->list({.text = "nothing", .isCutOff = true})), Ids{});
    }

    void aRunWithoutAnIdIsKnownByItsEvents() {
        add(eventsOfRun("", "", 6));
        add(eventsOfRun("", "", 7));
        QVERIFY(!*m_history->add(loadedRun(eventsOfRun("", "", 6)), {}));
        const auto entries = m_history->list();
        QCOMPARE(entries->size(), std::size_t{2});
        for (const RunEntry& each : *entries) {
            QVERIFY2(each.runId.starts_with("table-"), each.runId.c_str());
            QVERIFY(m_history->load(each.runId));
        }
    }

    void anotherProgramsChangesAreSeen() {
        History other = open();
        const auto before = *m_history->changeCount();
        QCOMPARE(*m_history->changeCount(), before);
        QVERIFY(*other.add(loadedRun(eventsOfRun("r")), {}));
        QVERIFY(*m_history->changeCount() != before);
        QCOMPARE(idsOf(m_history->list()), Ids{"r"});
        const auto between = *m_history->changeCount();
        QVERIFY(m_history->rename("r", "own"));
        QCOMPARE(*m_history->changeCount(), between);
    }

    void manyRunsAreListed() {
        constexpr int Count = 10'000;
        const auto database = Database::open(path());
        QVERIFY(database);
        {
            auto transaction = Transaction::begin(*database);
            const auto started = std::get<RunStarted>(eventsOfRun("").front());
            for (int i = 0; i < Count; ++i) {
                RunStarted run = started;
                char number[16];
                std::snprintf(number, sizeof number, "%05d", i);
                run.runId = std::string("run-") + number;
                run.startedAt = run.runId;
                run.spec.name = i % 100 == 0 ? "hundredth" : "any";
                QVERIFY(insertRun(*database, run, {}));
            }
            QVERIFY(transaction->commit());
        }
        const auto all = m_history->list();
        QVERIFY(all);
        QCOMPARE(all->size(), std::size_t{Count});
        QVERIFY(std::ranges::is_sorted(*all, std::ranges::greater(), &RunEntry::runId));
        QCOMPARE(m_history->list({.text = "hundredth"})->size(), std::size_t{100});
        QCOMPARE(idsOf(m_history->list({.offset = 9'998, .limit = 100})), (Ids{"run-00001", "run-00000"}));
    }
};

QTEST_GUILESS_MAIN(TestHistory)
#include "tst_history.moc"
