#include "ui/models/samples_model.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace breakeven;

namespace {

TrialResult trialOf(int id, const std::vector<double>& seconds) {
    TrialResult result;
    result.trial.id = id;
    for (std::size_t round = 0; round < seconds.size(); ++round) {
        Sample sample;
        sample.trial = id;
        sample.launch = static_cast<int>(round / 2);
        sample.round = static_cast<int>(round % 2);
        sample.iterations = 12;
        sample.seconds = Seconds(seconds[round]);
        if (round == 0) sample.cpu = Seconds(2 * seconds[round]);
        if (round == 1) sample.flags = {"steal", "migrated"};
        result.samples.push_back(sample);
    }
    return result;
}

QString cell(const SamplesModel& model, int row, SamplesModel::Column column) {
    return model.data(model.index(row, column)).toString();
}

}  // namespace

class TestSamplesModel : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everySampleIsARow() {
        SamplesModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        QCOMPARE(model.rowCount(), 0);
        model.setTrial(trialOf(7, {0.001, 0.002, 0.004}));
        QCOMPARE(model.rowCount(), 3);
        QCOMPARE(cell(model, 2, SamplesModel::Launch), QStringLiteral("2"));
        QCOMPARE(cell(model, 1, SamplesModel::Round), QStringLiteral("2"));
        QCOMPARE(cell(model, 0, SamplesModel::Time), QStringLiteral("1.00\u202fms"));
        QCOMPARE(cell(model, 2, SamplesModel::OfMedian), QStringLiteral("2.00×"));
        QCOMPARE(cell(model, 0, SamplesModel::Calls), QStringLiteral("12"));
        QCOMPARE(cell(model, 0, SamplesModel::CpuTime), QStringLiteral("2.00\u202fms"));
        QCOMPARE(cell(model, 1, SamplesModel::CpuTime), QStringLiteral("–"));
        QCOMPARE(cell(model, 1, SamplesModel::Flags), QStringLiteral("steal, migrated"));
    }

    void flagsAreExplained() {
        SamplesModel model;
        model.setTrial(trialOf(7, {0.001, 0.001, 0.002}));
        const auto tip = [&](int row, SamplesModel::Column column) {
            return model.index(row, column).data(Qt::ToolTipRole).toString();
        };
        const QStringList lines = tip(1, SamplesModel::Flags).split(u'\n');
        QCOMPARE(lines.size(), 2);
        QVERIFY2(lines[0].startsWith(QStringLiteral("steal: Other guests")), qPrintable(lines[0]));
        QVERIFY2(lines[1].startsWith(QStringLiteral("migrated: It ended on another CPU")), qPrintable(lines[1]));
        QCOMPARE(tip(0, SamplesModel::Flags), QString());
        QCOMPARE(tip(1, SamplesModel::Time), QString());
    }

    void numbersAreSortedAsNumbers() {
        SamplesModel model;
        model.setTrial(trialOf(7, {0.9e-3, 10e-3}));
        const QVariant less = model.data(model.index(0, SamplesModel::Time), SamplesModel::SortRole);
        const QVariant more = model.data(model.index(1, SamplesModel::Time), SamplesModel::SortRole);
        QVERIFY(less.toDouble() < more.toDouble());
        QVERIFY(!model.data(model.index(1, SamplesModel::CpuTime), SamplesModel::SortRole).isValid());
    }

    void samplesThatComeLaterAreAppended() {
        SamplesModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setTrial(trialOf(7, {0.001, 0.002}));
        const QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
        const QSignalSpy inserts(&model, &QAbstractItemModel::rowsInserted);
        model.setTrial(trialOf(7, {0.001, 0.002, 0.004}));
        QCOMPARE(model.rowCount(), 3);
        QCOMPARE(inserts.count(), 1);
        QCOMPARE(resets.count(), 0);
        QCOMPARE(cell(model, 0, SamplesModel::OfMedian), QStringLiteral("0.50×"));
        model.setTrial(trialOf(8, {0.001, 0.002}));
        QCOMPARE(model.rowCount(), 2);
        QCOMPARE(resets.count(), 1);
        model.setTrial(trialOf(8, {0.003, 0.002}));
        QCOMPARE(resets.count(), 2);
    }

    void everyColumnIsNamedAndExplained() {
        const SamplesModel model;
        for (int column = 0; column < model.columnCount(); ++column) {
            QVERIFY(!model.headerData(column, Qt::Horizontal).toString().isEmpty());
            QVERIFY(!model.headerData(column, Qt::Horizontal, Qt::ToolTipRole).toString().isEmpty());
        }
    }
};

QTEST_MAIN(TestSamplesModel)
#include "tst_samples_model.moc"
