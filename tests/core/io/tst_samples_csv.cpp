// What is read from samples that others have edited. Writing and round trips are in tst_formats.
#include "core/io/formats.h"

#include <QtTest>

#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

using namespace breakeven;

namespace {

const QStringList Columns =
    QString(
        "run_id,launch,round,order,workload,params,backend,call,chunk,pool,size,workers,iterations,seconds,"
        "startup_s,cpu_s,flags")
        .split(',');

using Cells = std::vector<std::pair<QString, QString>>;

/// A row of a good sample with some cells changed.
QString rowWith(const Cells& changes) {
    QStringList cells(Columns.size());
    Cells all{{"run_id", "r"},    {"launch", "1"}, {"round", "2"},   {"order", "3"},      {"workload", "square"},
              {"backend", "tbb"}, {"size", "10"},  {"workers", "2"}, {"iterations", "4"}, {"seconds", "0.5"}};
    all.insert(all.end(), changes.begin(), changes.end());
    for (const auto& [column, text] : all)
        cells[Columns.indexOf(column)] = text;
    return cells.join(',') + "\n";
}

Result<LoadedRun> readRows(const QString& rows, const std::string& name = "t.samples.csv") {
    const auto* format = *formatFor(name);
    return format->read((Columns.join(',') + "\n" + rows).toStdString(), name);
}

}  // namespace

class TestSamplesCsv : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aRowBecomesASample() {
        const auto run = readRows(rowWith({{"startup_s", "0.25"}, {"cpu_s", "0.75"}, {"flags", "steal migrated"}}));
        QVERIFY(run);
        const auto results = foldEvents(run->events);
        const Sample& sample = results.trials().at(0).samples.at(0);
        QCOMPARE(sample.launch, 1);
        QCOMPARE(sample.round, 2);
        QCOMPARE(sample.order, 3);
        QCOMPARE(sample.iterations, std::uint64_t{4});
        QCOMPARE(sample.seconds.count(), 0.5);
        QCOMPARE(sample.startup, std::optional(Seconds(0.25)));
        QCOMPARE(sample.cpu, std::optional(Seconds(0.75)));
        QCOMPARE(sample.flags, (std::vector<std::string>{"steal", "migrated"}));
        QVERIFY(!sample.verified && !sample.peakRss);
    }

    void rowsOfOneTrialAreItsSamples() {
        const auto run = readRows(rowWith({}) + rowWith({{"round", "3"}}) + rowWith({{"workers", "4"}}));
        QVERIFY(run);
        const auto results = foldEvents(run->events);
        QCOMPARE(results.trials().size(), std::size_t{2});
        QCOMPARE(results.trials()[0].samples.size(), std::size_t{2});
        QCOMPARE(results.trials()[1].samples.size(), std::size_t{1});
    }

    void oversubscriptionBelongsToTheTrial() {
        const auto run = readRows(rowWith({{"flags", "steal oversubscribed"}}));
        QVERIFY(run);
        const auto results = foldEvents(run->events);
        QVERIFY(results.trials().at(0).trial.oversubscribed);
        QCOMPARE(results.trials().at(0).samples.at(0).flags, std::vector<std::string>{"steal"});
    }

    void theRunIsNamedByItsRowsAndTheFile() {
        const auto run = readRows(rowWith({{"run_id", "r-7"}}), "mine.samples.csv");
        QVERIFY(run);
        const auto& started = std::get<RunStarted>(run->events.front());
        QCOMPARE(started.runId, std::string("r-7"));
        QCOMPARE(started.spec.name, std::string("mine"));
    }

    void unusableRowsAreSkipped_data() {
        QTest::addColumn<QString>("column");
        QTest::addColumn<QString>("cell");
        QTest::addColumn<QString>("why");
        const auto missing = [](const QString& column) {
            QTest::addRow("no %s", qPrintable(column)) << column << "" << column + ": missing";
        };
        const auto row = [](const QString& column, const QString& cell, const QString& allowed) {
            QTest::addRow("%s '%s'", qPrintable(column), qPrintable(cell))
                << column << cell << column + ": '" + cell + "' is not allowed (" + allowed + ")";
        };
        const QString counts = "whole numbers from 1";
        const QString integers = "whole numbers from 0 to 2147483647";
        const QString times = "numbers from 0 on, up to thirty years";
        missing("backend");
        row("size", "ten", counts);
        for (const char* column : {"launch", "round", "order"}) {
            missing(column);
            row(column, "-1", integers);
            row(column, "2147483648", integers);
        }
        row("iterations", "0", counts);
        row("iterations", "1.5", counts);
        missing("seconds");
        for (const char* wrong : {"-1e-9", "nan", "1e999", "1.1e9"})
            row("seconds", wrong, times);
    }

    void unusableRowsAreSkipped() {
        QFETCH(QString, column);
        QFETCH(QString, cell);
        QFETCH(QString, why);
        const auto run = readRows(rowWith({}) + rowWith({{column, cell}}));
        QVERIFY(run);
        QCOMPARE(foldEvents(run->events).trials().at(0).samples.size(), std::size_t{1});
        QCOMPARE(run->warnings, std::vector<std::string>{"t.samples.csv: line 3 is skipped: " + why.toStdString()});
    }
};

QTEST_GUILESS_MAIN(TestSamplesCsv)
#include "tst_samples_csv.moc"
