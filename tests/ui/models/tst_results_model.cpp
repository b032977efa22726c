#include "tests/support/sample_results.h"
#include "tests/ui/ui_test.h"
#include "ui/models/results_model.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QSortFilterProxyModel>

using namespace breakeven;

namespace {

QString text(const QAbstractItemModel& model, int row, int column) {
    return model.index(row, column).data().toString();
}

const std::vector<double> SerialTimes = {2.0e-3, 2.1e-3, 1.9e-3, 2.0e-3, 2.1e-3, 2.0e-3, 1.9e-3};
const std::vector<double> ParallelTimes = {1.0e-3, 1.1e-3, 0.9e-3, 1.0e-3, 1.1e-3, 1.0e-3, 0.9e-3};

}  // namespace

class TestResultsModel : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { failOnAnyWarning(); }

    void showsNumbersWithTheirInterval() {
        SampleResults sample;
        sample.measured("serial", 1000, SerialTimes);
        sample.measured("tbb", 1000, ParallelTimes);
        ResultsModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setResults(sample.results);

        QCOMPARE(model.rowCount(), 2);
        QCOMPARE(text(model, 0, ResultsModel::SeriesLabel), QStringLiteral("serial"));
        QCOMPARE(text(model, 0, ResultsModel::Speedup), QStringLiteral("base"));
        QVERIFY(text(model, 1, ResultsModel::Median).startsWith(QStringLiteral("1.00\u2009ms (")));
        QVERIFY(text(model, 1, ResultsModel::Speedup).startsWith(QStringLiteral("2.00× (")));
        QCOMPARE(text(model, 1, ResultsModel::Efficiency), QStringLiteral("100 %"));
        QCOMPARE(text(model, 1, ResultsModel::Verified), QStringLiteral("yes"));
        QCOMPARE(text(model, 1, ResultsModel::Status), QStringLiteral("ok"));
        QVERIFY(model.index(1, 0).data(Qt::ToolTipRole).toString().contains(QStringLiteral("vs serial 2.00\u2009ms")));
    }

    void aBaseThatIsNotSerialIsNamed() {
        SampleResults sample;
        sample.measured("serial", 1000, ParallelTimes);
        sample.measured("python-serial", 1000, SerialTimes);
        sample.measured("python-futures", 1000, ParallelTimes);
        ResultsModel model;
        model.setResults(sample.results);
        QVERIFY2(text(model, 1, ResultsModel::Speedup).startsWith(QStringLiteral("0.50×")),
                 qPrintable(text(model, 1, ResultsModel::Speedup)));
        const QString speedup = text(model, 2, ResultsModel::Speedup);
        QVERIFY2(speedup.startsWith(QStringLiteral("2.00×")) && speedup.endsWith(QStringLiteral(" vs python-serial")),
                 qPrintable(speedup));
        const QString tip = model.index(2, 0).data(Qt::ToolTipRole).toString();
        QVERIFY2(tip.contains(QStringLiteral("vs python-serial 2.00\u2009ms")), qPrintable(tip));
    }

    void trialsWithoutSamplesWaitWhileTheRunGoesOn() {
        SampleResults sample;
        const Trial serial = sample.trial("serial", 10);
        ResultsModel model;
        model.setResults(sample.results, true);
        QCOMPARE(text(model, 0, ResultsModel::Status), QStringLiteral("waiting"));
        sample.times(serial, SerialTimes);
        model.setResults(sample.results, true);
        QCOMPARE(text(model, 0, ResultsModel::Status), QStringLiteral("ok"));
    }

    void growsWithoutReset() {
        SampleResults sample;
        const Trial serial = sample.trial("serial", 10);
        ResultsModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setResults(sample.results);
        const QPersistentModelIndex kept = model.index(0, ResultsModel::Samples);
        const QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
        const QSignalSpy changes(&model, &QAbstractItemModel::dataChanged);

        sample.times(serial, SerialTimes);
        sample.measured("tbb", 10, ParallelTimes);
        model.setResults(sample.results);
        QCOMPARE(model.rowCount(), 2);
        QCOMPARE(resets.count(), 0);
        QCOMPARE(changes.count(), 1);
        QCOMPARE(kept.data().toString(), QStringLiteral("7"));

        model.setResults(sample.results);
        QCOMPARE(changes.count(), 1);
    }

    void anotherRunReplacesAll() {
        SampleResults first;
        first.measured("serial", 10, SerialTimes);
        first.measured("tbb", 10, ParallelTimes);
        SampleResults second;
        second.run().runId = "second";
        second.updateRun();
        second.measured("serial", 99, SerialTimes);
        second.measured("tbb", 99, ParallelTimes);
        ResultsModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setResults(first.results);
        model.setResults(second.results);
        QCOMPARE(model.rowCount(), 2);
        QCOMPARE(text(model, 0, ResultsModel::Size), QStringLiteral("99"));
    }

    void sortsByNumber() {
        SampleResults sample;
        for (const ItemCount size : {ItemCount(900), ItemCount(1'000'000), ItemCount(20'000)}) {
            sample.measured("serial", size, {static_cast<double>(size) * 1e-9});
        }
        ResultsModel model;
        model.setResults(sample.results);
        QSortFilterProxyModel sorted;
        sorted.setSourceModel(&model);
        sorted.setSortRole(ResultsModel::SortRole);
        sorted.sort(ResultsModel::Size);
        QCOMPARE(text(sorted, 0, ResultsModel::Size), QStringLiteral("900"));
        QCOMPARE(text(sorted, 2, ResultsModel::Size), QStringLiteral("1\u2009000\u2009000"));
        sorted.sort(ResultsModel::Median, Qt::DescendingOrder);
        QVERIFY(text(sorted, 0, ResultsModel::Median).startsWith(QStringLiteral("1.00\u2009ms")));
    }

    void failedTrialsSayWhy() {
        SampleResults sample;
        const Trial trial = sample.trial("tbb", 10, 16);
        sample.apply(TrialFailed{trial.id, 0, TrialStatus::Crashed, "ended by signal 11"});
        ResultsModel model;
        model.setResults(sample.results);
        QCOMPARE(text(model, 0, ResultsModel::Status), QStringLiteral("crashed"));
        QCOMPARE(text(model, 0, ResultsModel::Median), QString());
        QCOMPARE(text(model, 0, ResultsModel::Workers), QStringLiteral("16, more than CPUs"));
        QVERIFY(model.index(0, 0).data(Qt::ToolTipRole).toString().contains(QStringLiteral("signal 11")));
        QVERIFY(model.index(0, ResultsModel::Status).data(Qt::ForegroundRole).isValid());
    }

    void neverRoundsToZero() {
        SampleResults sample;
        sample.measured("serial", 10, {20e-9, 21e-9, 20e-9});
        sample.measured("tbb", 10, {90e-6, 91e-6, 90e-6});
        ResultsModel model;
        model.setResults(sample.results);
        QCOMPARE(text(model, 1, ResultsModel::Efficiency), QStringLiteral("<0.1 %"));
    }
};

QTEST_MAIN(TestResultsModel)
#include "tst_results_model.moc"
