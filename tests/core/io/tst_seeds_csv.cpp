// What is read from the tutorials' table. Writing and round trips are in tst_formats.
#include "core/io/formats.h"

#include <QtTest>

#include <string>
#include <variant>
#include <vector>

using namespace breakeven;

namespace {

Result<LoadedRun> readRows(const std::string& rows, const std::string& name = "t.seeds.csv") {
    return (*formatFor("t.seeds.csv"))->read("list_length,type,time_taken\n" + rows, name);
}

}  // namespace

class TestSeedsCsv : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aRowBecomesASample() {
        const auto run = readRows("1000,Multi proc,0.25\n");
        QVERIFY(run);
        const auto results = foldEvents(run->events);
        const auto& result = results.trials().at(0);
        QCOMPARE(result.trial.workload, std::string("imported"));
        QCOMPARE(result.trial.backend, std::string("Multi proc"));
        QCOMPARE(result.trial.size, ItemCount{1000});
        QCOMPARE(result.samples.at(0).seconds.count(), 0.25);
    }

    void repeatedRowsAreRoundsOfTheirTrial() {
        const auto run = readRows("10,a,1\n10,b,2\n10,a,3\n20,a,4\n");
        QVERIFY(run);
        const auto results = foldEvents(run->events);
        QCOMPARE(results.trials().size(), std::size_t{3});
        const auto& samples = results.trials()[0].samples;
        QCOMPARE(samples.size(), std::size_t{2});
        QCOMPARE(samples[0].round, 0);
        QCOMPARE(samples[1].round, 1);
        QCOMPARE(results.trials()[1].samples.at(0).round, 0);
    }

    void theFileNamesTheRun() {
        const auto run = readRows("10,a,1\n", "mine.seeds.csv");
        QVERIFY(run);
        const auto& started = std::get<RunStarted>(run->events.front());
        QCOMPARE(started.runId, std::string("mine"));
        QCOMPARE(started.spec.name, std::string("mine"));
    }

    void unusableRowsAreSkipped_data() {
        QTest::addColumn<QString>("row");
        for (const char* row : {"0,a,1", ",a,1", "-1,a,1", "1.5,a,1", "10,,1", "10,a,", "10,a,-1", "10,a,inf"})
            QTest::newRow(row) << row;
    }

    void unusableRowsAreSkipped() {
        QFETCH(QString, row);
        const auto run = readRows("10,a,1\n" + row.toStdString() + "\n");
        QVERIFY(run);
        QCOMPARE(foldEvents(run->events).trials().at(0).samples.size(), std::size_t{1});
        QCOMPARE(run->warnings, std::vector<std::string>{"t.seeds.csv: line 3 is skipped: list_length, type or "
                                                         "time_taken is not usable"});
    }
};

QTEST_GUILESS_MAIN(TestSeedsCsv)
#include "tst_seeds_csv.moc"
