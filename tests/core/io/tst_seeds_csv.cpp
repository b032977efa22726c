// What is read from the tutorials' table. Writing and round trips are in tst_formats.
#include "core/analysis/findings.h"
#include "core/analysis/pitfalls.h"
#include "core/analysis/regimes.h"
#include "core/analysis/scaling.h"
#include "core/io/formats.h"
#include "core/plots/plots.h"

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

    void workersAreNotInvented() {
        const auto run = readRows("10,serial,4\n10,tbb ×2,1\n10,Multiproc,1\n");
        QVERIFY(run);
        const auto results = foldEvents(run->events);
        QCOMPARE(results.trials()[0].trial.workers, 1);
        QCOMPARE(results.trials()[1].trial.workers, UnknownWorkers);
        QCOMPARE(results.trials()[1].trial.backend, std::string("tbb ×2"));
        std::vector<Trial> trials;
        for (const auto& result : results.trials())
            trials.push_back(result.trial);
        QCOMPARE(seriesLabels(trials), (std::vector<std::string>{"serial", "tbb ×2", "Multiproc"}));
    }

    /// Three times as fast as serial is no wonder with an unknown number of workers.
    void whatIsUnknownIsNoPitfall() {
        std::string rows;
        for (int round = 0; round < 12; ++round)
            for (const char* size : {"1000", "10000"})
                rows += std::string(size) + ",serial,3." + std::to_string(round) + "\n" + size + ",tbb,1." +
                        std::to_string(round) + "\n" + size + ",threads,5." + std::to_string(round) + "\n";
        const auto run = readRows(rows);
        QVERIFY(run);
        const auto results = foldEvents(run->events);
        for (const Pitfall& pitfall : pitfalls(results)) {
            if (pitfall.id == "layout") continue;  // one launch is all that the table shows
            QVERIFY2(pitfall.state != PitfallState::Seen, pitfall.text.c_str());
        }
        for (const Finding& finding : findings(results))
            QVERIFY2(finding.text.find("0 workers") == std::string::npos, finding.text.c_str());
        QVERIFY(regimes(results).empty());
        QVERIFY(scalings(results).empty());
        QVERIFY(findPlot("efficiency")->draw(results, {}).series.empty());
    }

    /// Names that nobody knows share a colour, so that their dashes differ.
    void unknownNamesDoNotLookAlike() {
        const auto run = readRows("10,Plain,1\n20,Plain,2\n10,Multi,1\n20,Multi,2\n");
        QVERIFY(run);
        const Plot plot = findPlot("runtime")->draw(foldEvents(run->events), {});
        QCOMPARE(plot.series.size(), std::size_t{2});
        QVERIFY(plot.series[0].dash != plot.series[1].dash);
    }

    void theFileNamesTheRun() {
        const auto run = readRows("10,a,1\n", "mine.seeds.csv");
        QVERIFY(run);
        const auto& started = std::get<RunStarted>(run->events.front());
        QCOMPARE(started.runId, std::string("mine"));
        QCOMPARE(started.spec.name, std::string("mine"));
    }

    void aLastLineWithoutItsEndIsSaid() {
        const auto cut = readRows("10,a,1\n20,a,5.2");  // of 5.2e-05
        QVERIFY(cut);
        QCOMPARE(foldEvents(cut->events).trials().size(), std::size_t{2});
        QCOMPARE(cut->warnings, std::vector<std::string>{
                                    "t.seeds.csv: the last line has no end, so its last number may have lost digits"});
        QCOMPARE(readRows("10,a,1\n20,a")->warnings,
                 std::vector<std::string>{"t.seeds.csv: line 3 is skipped: 2 cells instead of 3"});
    }

    void unusableRowsAreSkipped_data() {
        QTest::addColumn<QString>("row");
        QTest::addColumn<QString>("why");
        const auto length = [](const char* row, const QString& cell) {
            QTest::newRow(row) << row << "list_length: '" + cell + "' is not allowed (whole numbers from 1)";
        };
        length("0,a,1", "0");
        length("-1,a,1", "-1");
        length("1.5,a,1", "1.5");
        QTest::newRow("no length") << ",a,1"
                                   << "list_length: missing";
        QTest::newRow("no name") << "10,,1"
                                 << "type: missing";
        QTest::newRow("no time") << "10,a,"
                                 << "time_taken: missing";
        const auto time = [](const char* row, const QString& cell) {
            QTest::newRow(row) << row
                               << "time_taken: '" + cell + "' is not allowed (numbers from 0 on, up to thirty years)";
        };
        time("10,a,-1", "-1");
        time("10,a,inf", "inf");
        time("10,a,1e308", "1e308");
    }

    void unusableRowsAreSkipped() {
        QFETCH(QString, row);
        QFETCH(QString, why);
        const auto run = readRows("10,a,1\n" + row.toStdString() + "\n");
        QVERIFY(run);
        QCOMPARE(foldEvents(run->events).trials().at(0).samples.size(), std::size_t{1});
        QCOMPARE(run->warnings, std::vector<std::string>{"t.seeds.csv: line 3 is skipped: " + why.toStdString()});
    }
};

QTEST_GUILESS_MAIN(TestSeedsCsv)
#include "tst_seeds_csv.moc"
