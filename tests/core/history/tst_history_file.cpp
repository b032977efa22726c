#include "core/history/history.h"
#include "core/history/history_file.h"
#include "tests/core/history/stored_runs.h"

#include <QDir>
#include <QTemporaryDir>
#include <QtTest>

#include <filesystem>
#include <fstream>
#include <sstream>
#include <thread>

#include <sys/stat.h>

using namespace breakeven;

namespace fs = std::filesystem;

namespace {

std::string contentOf(const fs::path& path) {
    std::ostringstream content;
    content << std::ifstream(path, std::ios::binary).rdbuf();
    return content.str();
}

void overwrite(const fs::path& path, std::streamoff at, const std::string& bytes) {
    std::fstream file(path, std::ios::binary | std::ios::in | std::ios::out);
    file.seekp(at);
    file << bytes;
}

}  // namespace

class TestHistoryFile : public QObject {
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;

    fs::path path(const char* name = "history.sqlite") const { return fs::path(m_folder->path().toStdString()) / name; }

    /// Closed again, so that all of it is in the one file.
    void fill(int runs) const {
        auto history = History::open(path());
        QVERIFY(history);
        for (int i = 0; i < runs; ++i)
            QVERIFY(*history->add(loadedRun(eventsOfRun("run-" + std::to_string(i))), {}));
    }

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void theDefaultOneIsThisUsers() {
        const QByteArray before = qgetenv("XDG_DATA_HOME");
        const QByteArray home = qgetenv("HOME");
        qputenv("XDG_DATA_HOME", "/data");
        QCOMPARE(defaultHistoryFile(), fs::path("/data/breakeven/history.sqlite"));
        qunsetenv("XDG_DATA_HOME");
        qputenv("HOME", "/home/me");
        QCOMPARE(defaultHistoryFile(), fs::path("/home/me/.local/share/breakeven/history.sqlite"));
        qunsetenv("HOME");
        QVERIFY(defaultHistoryFile().empty());
        qputenv("XDG_DATA_HOME", before);
        qputenv("HOME", home);
    }

    void isMadeWithItsFolders() {
        const auto file = openHistoryFile(path("new/folder/h"));
        QVERIFY2(file, file ? "" : file.error().detail.c_str());
        QCOMPARE(file->notice, std::string());
        QVERIFY(fs::exists(path("new/folder/h")));
        QCOMPARE(*file->database.number("PRAGMA user_version"), std::int64_t{1});
        QCOMPARE(*file->database.number("PRAGMA foreign_keys"), std::int64_t{1});
        auto mode = file->database.prepare("PRAGMA journal_mode");
        QVERIFY(mode && *mode->step());
        QCOMPARE(mode->text(0), std::string("wal"));
    }

    void staysWhatItIs() {
        fill(2);
        const auto again = openHistoryFile(path());
        QVERIFY(again);
        QCOMPARE(again->notice, std::string());
        QCOMPARE(*again->database.number("SELECT count(*) FROM runs"), std::int64_t{2});
    }

    void damageIsSetAside_data() {
        QTest::addColumn<int>("at");
        QTest::addColumn<int>("length");
        QTest::newRow("the first bytes") << 0 << 16;
        QTest::newRow("the first page") << 0 << 4096;
        QTest::newRow("all pages but the first") << 4096 << 400'000;
    }
    void damageIsSetAside() {
        QFETCH(int, at);
        QFETCH(int, length);
        fill(100);
        const auto size = static_cast<int>(fs::file_size(path()));
        overwrite(path(), at, std::string(static_cast<std::size_t>(std::min(length, size - at)), 'x'));
        const std::string damaged = contentOf(path());

        const auto fresh = openHistoryFile(path());
        QVERIFY2(fresh, fresh ? "" : fresh.error().detail.c_str());
        QVERIFY2(fresh->notice.starts_with(path().string() + ": it is damaged"), fresh->notice.c_str());
        QVERIFY2(fresh->notice.ends_with("it is kept as history.sqlite.damaged-1, and a new one begun"),
                 fresh->notice.c_str());
        QCOMPARE(*fresh->database.number("SELECT count(*) FROM runs"), std::int64_t{0});
        QVERIFY(contentOf(path("history.sqlite.damaged-1")) == damaged);
    }

    void aFileThatLacksItsEndIsDamaged() {
        fill(100);
        fs::resize_file(path(), fs::file_size(path()) / 2);
        const auto fresh = openHistoryFile(path());
        QVERIFY(fresh);
        QVERIFY2(fresh->notice.find("damaged-1") != std::string::npos, fresh->notice.c_str());
    }

    /// Else every list would fail from then on.
    void damagedTagsAreSetAside() {
        fill(1);
        std::int64_t page = 0;
        {
            const auto file = openHistoryFile(path());
            QVERIFY(file->database.execute("INSERT INTO tags SELECT id, 'nightly' FROM runs"));
            page = *file->database.number("SELECT rootpage FROM sqlite_schema WHERE name = 'tags'");
        }
        overwrite(path(), (page - 1) * 4096, std::string(4096, 'x'));
        const auto fresh = openHistoryFile(path());
        QVERIFY(fresh);
        QCOMPARE(fresh->notice,
                 path().string() + ": it is damaged; it is kept as history.sqlite.damaged-1, and a new one begun");
    }

    void otherTablesThanOursAreSetAside_data() {
        QTest::addColumn<QByteArray>("sql");
        QTest::newRow("a column is gone") << QByteArray("ALTER TABLE runs DROP COLUMN note");
        QTest::newRow("a column has another name") << QByteArray("ALTER TABLE tags RENAME COLUMN tag TO word");
        QTest::newRow("a table is gone") << QByteArray("DROP TABLE pieces");
        QTest::newRow("tables of no schema") << QByteArray("PRAGMA user_version = 0");
    }
    void otherTablesThanOursAreSetAside() {
        QFETCH(QByteArray, sql);
        fill(1);
        QVERIFY(Database::open(path())->execute(sql.toStdString()));
        const auto fresh = openHistoryFile(path());
        QVERIFY2(fresh, fresh ? "" : fresh.error().detail.c_str());
        QCOMPARE(fresh->notice,
                 path().string() + ": it is damaged; it is kept as history.sqlite.damaged-1, and a new one begun");
    }

    /// What others add costs nothing.
    void moreTablesAndIndexesAreLeftAlone() {
        fill(1);
        QVERIFY(
            Database::open(path())->execute("ANALYZE; CREATE INDEX by_title ON runs (title); "
                                            "ALTER TABLE runs ADD COLUMN colour TEXT"));
        const auto again = openHistoryFile(path());
        QVERIFY(again);
        QCOMPARE(again->notice, std::string());
    }

    void everyDamagedFileIsKept() {
        for (const char* text : {"first", "second"}) {
            std::ofstream(path()) << text << std::string(1000, ' ');
            QVERIFY(openHistoryFile(path()));
        }
        QVERIFY(contentOf(path("history.sqlite.damaged-1")).starts_with("first"));
        QVERIFY(contentOf(path("history.sqlite.damaged-2")).starts_with("second"));
    }

    void anotherNameIsNoReasonToKeepADamagedOne() {
        fill(100);
        fs::rename(path(), path("runs.db"));
        overwrite(path("runs.db"), 4096, std::string(100'000, 'x'));
        const auto fresh = openHistoryFile(path("runs.db"));
        QVERIFY2(fresh, fresh ? "" : fresh.error().detail.c_str());
        QVERIFY(fs::exists(path("runs.db.damaged-1")));
    }

    void whatIsAnotherKindOfFileStaysAsItIs_data() {
        QTest::addColumn<QByteArray>("content");
        QTest::newRow("a text") << QByteArray("root:x:0:0:root:/root:/bin/bash\n");
        QTest::newRow("two bytes") << QByteArray("x\n");
        QTest::newRow("another program's damaged database")
            << QByteArray("SQLite format 3\0", 16) + QByteArray(5000, 'x');
    }
    void whatIsAnotherKindOfFileStaysAsItIs() {
        QFETCH(QByteArray, content);
        std::ofstream(path("passwd"), std::ios::binary) << content.toStdString();
        const auto refused = openHistoryFile(path("passwd"));
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, ErrorCode::InvalidInput);
        QCOMPARE(refused.error().detail,
                 path("passwd").string() + ": it is another kind of file, not a history of breakeven");
        QCOMPARE(contentOf(path("passwd")), content.toStdString());
        QVERIFY(!fs::exists(path("passwd.damaged-1")));
    }

    /// Only the run whose events they are is lost.
    void damagedEventsCostOneRun() {
        {
            auto history = History::open(path());
            QVERIFY(history);
            QVERIFY(*history->add(loadedRun(eventsOfRun("good")), {}));
            QVERIFY(*history->add(loadedRun(eventsOfRun("bad")), {}));
        }
        {
            const auto file = openHistoryFile(path());
            QVERIFY(file->database.execute(
                "UPDATE pieces SET bytes = x'0102030405' WHERE run = (SELECT id FROM runs WHERE run_id = 'bad')"));
        }
        const auto history = History::open(path());
        QVERIFY(history);
        QCOMPARE(history->notice(), std::string());
        QVERIFY(history->load("good"));
        const auto bad = history->load("bad");
        QVERIFY(!bad);
        QCOMPARE(bad.error().code, ErrorCode::Unreadable);
        QCOMPARE(bad.error().detail, std::string("history: run bad: its packed events are damaged"));
    }

    void aNewerSchemaIsLeftAlone() {
        fill(1);
        QVERIFY(openHistoryFile(path())->database.execute("PRAGMA user_version = 2"));
        const auto refused = openHistoryFile(path());
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, ErrorCode::InvalidInput);
        QCOMPARE(refused.error().detail, path().string() + ": schema 2 is newer than this version knows (1)");
        QVERIFY(!fs::exists(path("history.sqlite.damaged-1")));
    }

    void anotherProgramsDatabaseIsLeftAlone() {
        {
            const auto other = Database::open(path());
            QVERIFY(other && other->execute("CREATE TABLE places (url)"));
        }
        const std::string before = contentOf(path());
        const auto refused = openHistoryFile(path());
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, ErrorCode::InvalidInput);
        QCOMPARE(refused.error().detail, path().string() + ": it is a database, but not a history of breakeven");
        QVERIFY(contentOf(path()) == before);
    }

    void whatIsNoFileIsRefused_data() {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("why");
        QTest::newRow("a folder") << "folder"
                                  << "it is a folder";
        QTest::newRow("a pipe") << "pipe"
                                << "it is no file";
        QTest::newRow("below a file") << "text/h"
                                      << "";
        QTest::newRow("nothing") << ""
                                 << "it is no path";
    }
    void whatIsNoFileIsRefused() {
        QFETCH(QString, name);
        QFETCH(QString, why);
        fs::create_directory(path("folder"));
        QCOMPARE(mkfifo(path("pipe").c_str(), 0600), 0);
        std::ofstream(path("text")) << "text";
        const fs::path file = name.isEmpty() ? fs::path() : path(qPrintable(name));
        const auto refused = openHistoryFile(file);
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, ErrorCode::Unwritable);
        QVERIFY2(refused.error().detail.starts_with(file.string() + ": cannot be opened: " + why.toStdString()),
                 refused.error().detail.c_str());
    }

    /// Neither an option of SQLite's nor a name of its own.
    void oddNamesAreFiles_data() {
        QTest::addColumn<QString>("name");
        for (const char* name : {":memory:", "file:x?mode=memory", "a b'\"%;", "Grüße"})
            QTest::newRow(name) << QString(name);
    }
    void oddNamesAreFiles() {
        QFETCH(QString, name);
        const QString before = QDir::currentPath();
        QVERIFY(QDir::setCurrent(m_folder->path()));
        const bool isOpen = openHistoryFile(name.toStdString()).has_value();
        QDir::setCurrent(before);
        QVERIFY(isOpen);
        QVERIFY(fs::exists(path(qPrintable(name))));
    }

    void manyMayBeginAtOnce_data() {
        QTest::addColumn<bool>("isDamaged");
        QTest::newRow("a new file") << false;
        QTest::newRow("a damaged file") << true;
    }
    /// All of them come to use the same file.
    void manyMayBeginAtOnce() {
        QFETCH(bool, isDamaged);
        if (isDamaged) std::ofstream(path()) << std::string(5000, 'x');
        std::vector<std::string> failures(8);
        {
            std::vector<std::jthread> threads;
            for (std::size_t i = 0; i < failures.size(); ++i) {
                threads.emplace_back([&, i] {
                    auto history = History::open(path());
                    const auto added = history ? history->add(loadedRun(eventsOfRun("run-" + std::to_string(i))), {})
                                               : history.error();
                    if (!added) failures[i] = added.error().detail;
                });
            }
        }
        for (const std::string& failure : failures)
            QCOMPARE(failure, std::string());
        QCOMPARE(History::open(path())->list()->size(), failures.size());
        QCOMPARE(fs::exists(path("history.sqlite.damaged-1")), isDamaged);
        QVERIFY(!fs::exists(path("history.sqlite.damaged-2")));
    }
};

QTEST_GUILESS_MAIN(TestHistoryFile)
#include "tst_history_file.moc"
