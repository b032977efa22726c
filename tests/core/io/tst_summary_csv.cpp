// What is read from a summary that others have edited. Writing and round trips are in tst_formats.
#include "core/io/formats.h"

#include <QtTest>

#include <optional>
#include <string>
#include <utility>
#include <vector>

using namespace breakeven;

namespace {

const QStringList Columns = QString(
                                "run_id,experiment,workload,params,backend,call,chunk,pool,size,workers,samples,"
                                "median_s,ci_low_s,ci_high_s,min_s,mean_s,stddev_s,items_per_s,base,speedup,"
                                "speedup_low,speedup_high,efficiency,self_speedup,startup_s,first_result_s,cpu_s,"
                                "peak_rss_bytes,verified,status,flags")
                                .split(',');

using Cells = std::vector<std::pair<QString, QString>>;

/// A row of a good trial with some cells changed.
QString rowWith(const Cells& changes) {
    QStringList cells(Columns.size());
    Cells all{{"run_id", "r"},     {"experiment", "e"},  {"workload", "square"}, {"backend", "tbb"},
              {"size", "10"},      {"workers", "2"},     {"samples", "8"},       {"median_s", "0.5"},
              {"ci_low_s", "0.4"}, {"ci_high_s", "0.7"}, {"status", "ok"}};
    all.insert(all.end(), changes.begin(), changes.end());
    for (const auto& [column, text] : all)
        cells[Columns.indexOf(column)] = text;
    return cells.join(',') + "\n";
}

Result<LoadedRun> readRows(const QString& rows) {
    const auto* format = *formatFor("t.csv");
    return format->read((Columns.join(',') + "\n" + rows).toStdString(), "t.csv");
}

TrialResult resultOf(const Cells& changes) {
    const auto run = readRows(rowWith(changes));
    return run ? foldEvents(run->events).trials().at(0) : TrialResult{};
}

}  // namespace

class TestSummaryCsv : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aRowBecomesASummary() {
        const auto result = resultOf({{"min_s", "0.3"}, {"mean_s", "0.55"}, {"stddev_s", "0.1"}, {"verified", "yes"}});
        QVERIFY(result.imported);
        QCOMPARE(result.imported->count, std::size_t{8});
        QCOMPARE(result.imported->median.count(), 0.5);
        QCOMPARE(result.imported->interval, (std::optional<Interval<Seconds>>({Seconds(0.4), Seconds(0.7)})));
        QCOMPARE(result.imported->minimum.count(), 0.3);
        QCOMPARE(result.imported->mean.count(), 0.55);
        QCOMPARE(result.imported->stddev.count(), 0.1);
        QCOMPARE(result.verified, std::optional(true));
        QCOMPARE(result.status, TrialStatus::Ok);
    }

    void theMaximumIsTheLargestValueInTheRow() {
        QCOMPARE(resultOf({}).imported->maximum.count(), 0.7);
        QCOMPARE(resultOf({{"mean_s", "0.9"}}).imported->maximum.count(), 0.9);
        QCOMPARE(resultOf({{"ci_low_s", ""}, {"ci_high_s", ""}}).imported->maximum.count(), 0.5);
    }

    void whatIsMissingIsTheMedianOrNothing() {
        const auto result = resultOf({});
        QCOMPARE(result.imported->minimum.count(), 0.5);
        QCOMPARE(result.imported->mean.count(), 0.5);
        QCOMPARE(result.imported->stddev.count(), 0.0);
        QVERIFY(!result.verified);
    }

    void anIntervalHasBothEndsAroundTheMedian_data() {
        QTest::addColumn<QString>("low");
        QTest::addColumn<QString>("high");
        QTest::addColumn<bool>("isOne");
        QTest::addColumn<QString>("why");
        const auto row = [](const char* name, const char* low, const char* high, bool isOne, const char* why) {
            QTest::newRow(name) << low << high << isOne << why;
        };
        row("around", "0.4", "0.7", true, "");
        row("a point", "0.5", "0.5", true, "");
        row("neither end", "", "", false, "");
        row("no low end", "", "0.7", false, "ci_low_s is empty");
        row("no high end", "0.4", "", false, "ci_high_s is empty");
        row("swapped", "0.7", "0.4", false, "ci_low_s is 0.7, above median_s");
        row("above", "0.6", "0.7", false, "ci_low_s is 0.6, above median_s");
        row("below", "0.3", "0.4", false, "ci_high_s is 0.4, below median_s");
        row("negative", "-0.4", "0.7", false, "ci_low_s is -0.4, which is not a time");
        row("a word", "0.4", "wide", false, "ci_high_s is wide, which is not a time");
    }

    void anIntervalHasBothEndsAroundTheMedian() {
        QFETCH(QString, low);
        QFETCH(QString, high);
        QFETCH(bool, isOne);
        QFETCH(QString, why);
        const auto run = readRows(rowWith({{"ci_low_s", low}, {"ci_high_s", high}}));
        QVERIFY(run);
        const auto result = foldEvents(run->events).trials().at(0);
        QVERIFY(result.imported);
        QCOMPARE(result.imported->interval.has_value(), isOne);
        std::vector<std::string> warnings;
        if (!why.isEmpty()) warnings.push_back("t.csv: the interval of line 2 is skipped: " + why.toStdString());
        QCOMPARE(run->warnings, warnings);
    }

    void wordsAndFlags() {
        const auto result =
            resultOf({{"verified", "no"}, {"status", "wrong-result"}, {"flags", "steal oversubscribed"}});
        QCOMPARE(result.verified, std::optional(false));
        QCOMPARE(result.status, TrialStatus::WrongResult);
        QVERIFY(result.trial.oversubscribed);
        QVERIFY(!resultOf({{"flags", "steal"}}).trial.oversubscribed);
    }

    void aFailedTrialNeedsNoTimes() {
        const auto result = resultOf({{"samples", "0"}, {"median_s", ""}, {"status", "crashed"}});
        QCOMPARE(result.trial.backend, std::string("tbb"));
        QCOMPARE(result.status, TrialStatus::Crashed);
        QVERIFY(!result.imported);
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
        const QString times = "numbers from 0 on, up to thirty years";
        missing("workload");
        row("size", "0", counts);
        row("workers", "two", counts);
        row("samples", "0", counts);
        row("samples", "-1", counts);
        missing("median_s");
        row("median_s", "-0.5", times);
        row("median_s", "inf", times);
        missing("status");
        row("status", "good", "ok, failed, wrong-result, timed-out, crashed, refused, interrupted or skipped");
    }

    void unusableRowsAreSkipped() {
        QFETCH(QString, column);
        QFETCH(QString, cell);
        QFETCH(QString, why);
        const auto run = readRows(rowWith({{"size", "20"}}) + rowWith({{column, cell}}));
        QVERIFY(run);
        QCOMPARE(foldEvents(run->events).trials().size(), std::size_t{1});
        QCOMPARE(run->warnings, std::vector<std::string>{"t.csv: line 3 is skipped: " + why.toStdString()});
    }
};

QTEST_GUILESS_MAIN(TestSummaryCsv)
#include "tst_summary_csv.moc"
