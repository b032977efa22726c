#include "core/analysis/trial_verdict.h"
#include "core/base/numbers.h"
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
        QVERIFY(text(model, 1, ResultsModel::Median).startsWith(QStringLiteral("1.00\u202fms (")));
        QVERIFY(text(model, 1, ResultsModel::Speedup).startsWith(QStringLiteral("2.00× (")));
        QCOMPARE(text(model, 1, ResultsModel::Efficiency), QStringLiteral("100\u202f% (95\u202f%–106\u202f%)"));
        QCOMPARE(text(model, 1, ResultsModel::Verified), QStringLiteral("yes"));
        QCOMPARE(text(model, 1, ResultsModel::Status), QStringLiteral("ok"));
        QVERIFY(model.index(1, 0).data(Qt::ToolTipRole).toString().contains(QStringLiteral("vs serial 2.00\u202fms")));
    }

    void eachTrialSaysWhatLimitsIt() {
        SampleResults sample;
        sample.measured("serial", 1000, SerialTimes);
        sample.measured("tbb", 1000, {2.0e-3, 2.1e-3, 1.9e-3, 2.0e-3, 2.1e-3, 2.0e-3, 1.9e-3});
        sample.measured("threads", 1000, std::vector<double>(7, 1.1e-3), 4);
        ResultsModel model;
        model.setResults(sample.results, true);
        QCOMPARE(text(model, 2, ResultsModel::Limit), QString());  // may be another when the run is over
        model.setResults(sample.results);
        QCOMPARE(text(model, 0, ResultsModel::Limit), QString());
        QCOMPARE(text(model, 1, ResultsModel::Limit), QStringLiteral("not resolved"));
        QCOMPARE(text(model, 2, ResultsModel::Limit), QStringLiteral("oversubscribed"));
        const QString tip = model.index(2, 0).data(Qt::ToolTipRole).toString();
        QVERIFY2(tip.contains(QStringLiteral("4 workers share 2 CPUs: they compute in turn")), qPrintable(tip));
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
        QVERIFY2(tip.contains(QStringLiteral("vs python-serial 2.00\u202fms")), qPrintable(tip));
    }

    void pitfallsAndFlagsSayWhatToDo() {
        SampleResults sample;
        const Trial tbb = sample.trial("tbb", 10, 4);
        sample.times(tbb, ParallelTimes, 0, 0, {"steal"});
        ResultsModel model;
        model.setResults(sample.results);
        const QString tip = model.index(0, 0).data(Qt::ToolTipRole).toString();
        QVERIFY2(
            tip.contains(QStringLiteral("\nPitfalls seen here:\nMore workers than CPUs: Compare worker counts up to "
                                        "the usable CPUs.\nOther programs: Close them")),
            qPrintable(tip));
        const QString flags = model.index(0, ResultsModel::Flags).data(Qt::ToolTipRole).toString();
        QVERIFY2(flags.startsWith(QStringLiteral("steal: Other guests of this machine")), qPrintable(flags));
        model.setResults(sample.results, true);
        QVERIFY(!model.index(0, 0).data(Qt::ToolTipRole).toString().contains(QStringLiteral("Pitfalls")));
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
        QCOMPARE(text(sorted, 2, ResultsModel::Size), QStringLiteral("1\u202f000\u202f000"));
        sorted.sort(ResultsModel::Median, Qt::DescendingOrder);
        QVERIFY(text(sorted, 0, ResultsModel::Median).startsWith(QStringLiteral("1.00\u202fms")));
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

    void verdictsAreChips() {
        SampleResults sample;
        sample.measured("serial", 1000, SerialTimes);
        const Trial fast = sample.measured("tbb", 1000, ParallelTimes);
        sample.measured("serial", 10, ParallelTimes);
        const Trial slow = sample.measured("tbb", 10, SerialTimes);
        const Trial lost = sample.trial("threads", 10);
        sample.fail(lost, TrialStatus::Crashed, "ended by signal 11");
        const Trial skipped = sample.trial("threads", 1000);
        sample.fail(skipped, TrialStatus::Skipped, "does not fit");
        ResultsModel model;
        model.setResults(sample.results);
        const auto chip = [&](const Trial& trial) {
            return static_cast<ResultsModel::Chip>(model.indexOf(trial.id).data(ResultsModel::ChipRole).toInt());
        };
        const auto word = [&](const Trial& trial) {
            return text(model, model.indexOf(trial.id).row(), ResultsModel::Verdict);
        };
        QCOMPARE(chip(fast), ResultsModel::Faster);
        QCOMPARE(word(fast), QStringLiteral("faster"));
        QCOMPARE(chip(slow), ResultsModel::Slower);
        QCOMPARE(word(slow), QStringLiteral("slower"));
        QCOMPARE(chip(lost), ResultsModel::Failed);
        QCOMPARE(word(lost), QStringLiteral("failed"));
        QCOMPARE(chip(skipped), ResultsModel::NoChip);
        QCOMPARE(model.index(0, 0).data(ResultsModel::ChipRole).toInt(), static_cast<int>(ResultsModel::NoChip));
        QCOMPARE(model.indexOf(lost.id).data(ResultsModel::TrialRole).toInt(), lost.id);
        QVERIFY(!model.indexOf(99).isValid());
    }

    void sameNamesItsGate() {
        SampleResults sample;
        std::vector<double> still;
        for (int round = 0; round < 30; ++round)
            still.push_back(1e-3 * (1 + 0.001 * (round % 5 - 2)));
        sample.measured("serial", 1000, still);
        sample.measured("tbb", 1000, still);
        ResultsModel model;
        model.setResults(sample.results);
        QCOMPARE(text(model, 1, ResultsModel::Verdict), QStringLiteral("same within 1\u202f%"));
    }

    void notResolvedSaysWhatItWouldTake() {
        SampleResults sample;
        sample.measured("serial", 1000, {1.00e-3, 1.10e-3, 0.92e-3, 1.05e-3, 0.97e-3, 1.08e-3, 0.95e-3, 1.01e-3});
        sample.measured("tbb", 1000, {0.98e-3, 0.99e-3, 0.97e-3, 0.96e-3, 1.00e-3, 0.97e-3, 0.98e-3, 0.95e-3});
        ResultsModel model;
        model.setResults(sample.results);
        const TrialVerdict verdict = trialVerdicts(sample.results).at(0);
        QCOMPARE(text(model, 1, ResultsModel::Verdict),
                 QStringLiteral("not resolved: may be 1×, about %1 rounds would tell")
                     .arg(verdict.rounds + verdict.missing->rounds));
        QVERIFY(verdict.missing && verdict.missing->time > Seconds(0));
        const QString tip = model.index(1, ResultsModel::Verdict).data(Qt::ToolTipRole).toString();
        QVERIFY2(
            tip.contains(QStringLiteral("About %1 more rounds (%2 of measuring at least) would probably show it to be")
                             .arg(verdict.missing->rounds)
                             .arg(QString::fromStdString(formatSeconds(verdict.missing->time)))),
            qPrintable(tip));
        QVERIFY2(tip.contains(QString::fromStdString(verdict.reason)), qPrintable(tip));
    }

    void verdictsSortByWhatTheySay() {
        SampleResults sample;
        sample.measured("serial", 10, ParallelTimes);
        sample.measured("tbb", 10, SerialTimes);
        sample.measured("serial", 1000, SerialTimes);
        sample.measured("tbb", 1000, ParallelTimes);
        sample.fail(sample.trial("threads", 10), TrialStatus::Crashed);
        ResultsModel model;
        model.setResults(sample.results);
        QSortFilterProxyModel sorted;
        sorted.setSourceModel(&model);
        sorted.setSortRole(ResultsModel::SortRole);
        sorted.sort(ResultsModel::Verdict);
        QStringList words;
        for (int row = 0; row < sorted.rowCount(); ++row) {
            const QString word = text(sorted, row, ResultsModel::Verdict);
            if (!word.isEmpty()) words += word;
        }
        QCOMPARE(words, (QStringList{"faster", "slower", "failed"}));
    }

    void neverRoundsToZero() {
        SampleResults sample;
        sample.measured("serial", 10, {20e-9, 21e-9, 20e-9});
        sample.measured("tbb", 10, {90e-6, 91e-6, 90e-6});
        ResultsModel model;
        model.setResults(sample.results);
        QCOMPARE(text(model, 1, ResultsModel::Efficiency), QStringLiteral("<0.1\u202f% (n too small)"));
    }
};

QTEST_MAIN(TestResultsModel)
#include "tst_results_model.moc"
