#include "tests/core/plots/random_pass.h"
#include "tests/ui/ui_test.h"
#include "ui/plots/timeline_totals.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>

using namespace breakeven;
using std::chrono::nanoseconds;

namespace {

QString textAt(const TimelineTotals& totals, int row, int column) {
    return totals.index(row, column).data().toString().replace(QChar(0x202F), u' ');
}

}  // namespace

class TestTimelineTotals : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { failOnAnyWarning(); }

    void rowsAreAllWorkersAndEachLane() {
        TimelineTotals totals;
        const QAbstractItemModelTester tester(&totals, QAbstractItemModelTester::FailureReportingMode::QtTest);
        const Timeline timeline =
            makeTimeline({.wall = Seconds(100e-6),
                          .workers = {{{SpanKind::Compute, nanoseconds(0), nanoseconds(40'000), 0, 8}},
                                      {{SpanKind::Transport, nanoseconds(0), nanoseconds(10'000), 8, 4},
                                       {SpanKind::Compute, nanoseconds(10'000), nanoseconds(30'000), 8, 4}}},
                          .caller = {{SpanKind::Combine, nanoseconds(90'000), nanoseconds(10'000), 0, 2}}});
        totals.setRange(&timeline, {nanoseconds(0), nanoseconds(500'000)});
        QCOMPARE(totals.rowCount(), 4);
        QCOMPARE(textAt(totals, 0, TimelineTotals::Lane), QStringLiteral("all workers"));
        QCOMPARE(textAt(totals, 0, TimelineTotals::Compute), QStringLiteral("70.0 µs · 35.0 %"));
        QCOMPARE(textAt(totals, 0, TimelineTotals::Waiting), QStringLiteral("120 µs · 60.0 %"));
        QCOMPARE(textAt(totals, 0, TimelineTotals::Chunks), QStringLiteral("2"));
        QCOMPARE(textAt(totals, 0, TimelineTotals::Items), QStringLiteral("12"));
        QCOMPARE(textAt(totals, 0, TimelineTotals::Combine), QStringLiteral("0"));
        QCOMPARE(textAt(totals, 1, TimelineTotals::Lane), QStringLiteral("caller"));
        QCOMPARE(textAt(totals, 1, TimelineTotals::Combine), QStringLiteral("10.0 µs · 10.0 %"));
        QCOMPARE(textAt(totals, 1, TimelineTotals::Waiting), QStringLiteral("–"));
        QCOMPARE(textAt(totals, 3, TimelineTotals::Transport), QStringLiteral("10.0 µs · 10.0 %"));

        QSignalSpy changed(&totals, &QAbstractItemModel::dataChanged);
        totals.setRange(&timeline, {nanoseconds(0), nanoseconds(10'000)});
        QCOMPARE(changed.count(), 1);
        QCOMPARE(textAt(totals, 0, TimelineTotals::Compute), QStringLiteral("10.0 µs · 50.0 %"));
        QCOMPARE(textAt(totals, 3, TimelineTotals::Chunks), QStringLiteral("0"));

        totals.setRange(nullptr, {});
        QCOMPARE(totals.rowCount(), 0);
    }

    void columnsHaveWordsAndTips() {
        TimelineTotals totals;
        QStringList words;
        for (int column = 0; column < totals.columnCount(); ++column) {
            words += totals.headerData(column, Qt::Horizontal, Qt::DisplayRole).toString();
            QVERIFY(!words.last().isEmpty());
            QVERIFY(!totals.headerData(column, Qt::Horizontal, Qt::ToolTipRole).toString().isEmpty());
        }
        QCOMPARE(words.removeDuplicates(), 0);
    }
};

QTEST_MAIN(TestTimelineTotals)
#include "tst_timeline_totals.moc"
