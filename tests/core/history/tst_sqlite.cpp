#include "core/history/sqlite.h"

#include <QTemporaryDir>
#include <QtTest>

using namespace breakeven;

class TestSqlite : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    int m_count = 0;

    std::filesystem::path fresh() { return m_folder.filePath("db" + QString::number(++m_count)).toStdString(); }

private Q_SLOTS:
    void valuesComeBackAsTheyWere() {
        const auto database = Database::open(fresh());
        QVERIFY(database);
        QVERIFY(database->execute("CREATE TABLE t (a, b, c, d, e)"));
        auto insert = database->prepare("INSERT INTO t VALUES (?, ?, ?, ?, ?)");
        QVERIFY(insert);
        const std::string bytes("\0\xff'\"%", 5);
        insert->bind("Grüße'; --").bind(std::int64_t{1} << 60).bind(Seconds(0.1)).bind(std::nullopt).bindBytes(bytes);
        QVERIFY(insert->run());
        QCOMPARE(database->lastRow(), std::int64_t{1});
        auto row = database->prepare("SELECT * FROM t");
        QVERIFY(row && *row->step());
        QCOMPARE(row->text(0), std::string("Grüße'; --"));
        QCOMPARE(row->number(1), std::int64_t{1} << 60);
        QCOMPARE(row->real(2), 0.1);
        QVERIFY(row->isNull(3));
        QVERIFY(!row->isNull(2));
        QCOMPARE(row->text(4), bytes);
        QVERIFY(!*row->step());
    }

    void whatIsNotCommittedIsUndone() {
        const auto database = Database::open(fresh());
        QVERIFY(database && database->execute("CREATE TABLE t (a)"));
        {
            const auto undone = Transaction::begin(*database);
            QVERIFY(undone && database->execute("INSERT INTO t VALUES (1)"));
        }
        QCOMPARE(*database->number("SELECT count(*) FROM t"), std::int64_t{0});
        auto kept = Transaction::begin(*database);
        QVERIFY(kept && database->execute("INSERT INTO t VALUES (1)") && kept->commit());
        QCOMPARE(*database->number("SELECT count(*) FROM t"), std::int64_t{1});
    }

    void aLockThatStaysIsAnError() {
        const auto path = fresh();
        const auto holder = Database::open(path);
        QVERIFY(holder && holder->execute("CREATE TABLE t (a)"));
        auto waiter = Database::open(path);
        QVERIFY(waiter);
        waiter->setPatience(Seconds(0.01));
        const auto held = Transaction::begin(*holder);
        QVERIFY(held);
        const auto refused = Transaction::begin(*waiter);
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, ErrorCode::Internal);
        QCOMPARE(refused.error().detail, path.string() + ": another program does not cease to write to it");
    }

    /// Not why something before it has failed.
    void aFullDatabaseSaysSo() {
        const auto path = fresh();
        const auto database = Database::open(path);
        QVERIFY(database && database->execute("CREATE TABLE t (a); PRAGMA max_page_count = 2"));
        QCOMPARE(database->execute("ATTACH '/does/not/exist/db' AS other").error().code, ErrorCode::Unwritable);
        const auto refused = database->execute("INSERT INTO t VALUES (zeroblob(100000))");
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, ErrorCode::Internal);
        QCOMPARE(refused.error().detail, path.string() + ": cannot be written: database or disk is full");
    }

    void errorsAreValues() {
        const auto database = Database::open(fresh());
        QVERIFY(database);
        QCOMPARE(database->execute("SELECT nothing").error().code, ErrorCode::Internal);
        QCOMPARE(database->prepare("no SQL").error().code, ErrorCode::Internal);
        const auto nowhere = Database::open("/does/not/exist/db");
        QVERIFY(!nowhere);
        QCOMPARE(nowhere.error().code, ErrorCode::Unwritable);
        QVERIFY2(nowhere.error().detail.starts_with("/does/not/exist/db: cannot be opened: "),
                 nowhere.error().detail.c_str());
    }
};

QTEST_GUILESS_MAIN(TestSqlite)
#include "tst_sqlite.moc"
