#include "tests/support/sample_results.h"
#include "tests/ui/ui_test.h"
#include "ui/models/comparison_model.h"
#include "ui/panels/comparison_panel.h"

#include <QAbstractItemModelTester>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QTabBar>
#include <QTabWidget>
#include <QTableView>
#include <QTableWidget>

#include <memory>

using namespace breakeven;

namespace {

NamedResults run(const std::string& name, const std::string& id, double factor, const std::string& processor = "One") {
    SampleResults sample;
    sample.run().runId = id;
    sample.run().environment.facts = {{"cpu.model", "Processor", processor}, {"memory.total", "Memory", "8 GB"}};
    sample.updateRun();
    for (const ItemCount size : {1'000, 100'000}) {
        sample.measured("serial", size, steadyTimes(1e-8 * static_cast<double>(size)));
        sample.measured("tbb", size, steadyTimes(factor * (1e-4 + 5e-9 * static_cast<double>(size))));
    }
    return {name, sample.results};
}

}  // namespace

class TestComparisonPanel : public QObject, UiTest {
    Q_OBJECT

private Q_SLOTS:
    void init() {
        failOnAnyWarning();
        m_panel = std::make_unique<ComparisonPanel>();
        m_panel->resize(900, 500);
        m_panel->show();
    }

    void beforeAnythingIsComparedItInvites() {
        QCOMPARE(headline(), QStringLiteral("Nothing is compared yet"));
        QVERIFY(the<QLabel>("comparisonNote").text().contains(QStringLiteral("Choose two runs")));
        QVERIFY(!the<QTableView>("comparisonTable").isVisible());
        QVERIFY(!the<QPushButton>("comparisonSwap").isEnabled());
    }

    void theSecondRunIsSeenFromTheFirst() {
        m_panel->compare({run("before", "a", 1), run("after", "b", 0.5)});
        QCOMPARE(headline(), QStringLiteral("From “before” to “after”: of 4 trials 2 faster, 2 the same"));
        QVERIFY(the<QLabel>("comparisonNote").text().startsWith(QStringLiteral("Unpaired: ")));
        QCOMPARE(rows(), 4);
        const int tbb = rowOf(QStringLiteral("tbb"));
        QVERIFY2(cell(tbb, ComparisonModel::Change).startsWith(QStringLiteral("2.00×")),
                 qPrintable(cell(tbb, ComparisonModel::Change)));
        QCOMPARE(cell(tbb, ComparisonModel::Verdict), QStringLiteral("faster"));
        QCOMPARE(cell(rowOf(QStringLiteral("serial")), ComparisonModel::Verdict), QStringLiteral("the same"));
        QCOMPARE(head(ComparisonModel::First), QStringLiteral("before"));
        QCOMPARE(head(ComparisonModel::Verdict), QStringLiteral("after is"));
    }

    void verdictsAreSeenBesideLongNames() {
        m_panel->compare({run("overhead against list size, before lunch", "a", 1),
                          run("overhead against list size, after lunch", "b", 0.5)});
        const int left = table().columnViewportPosition(ComparisonModel::Verdict);
        const int needed = table().fontMetrics().horizontalAdvance(QStringLiteral("not resolved: too few"));
        QTRY_VERIFY2(left + needed <= table().viewport()->width(), qPrintable(QString::number(left)));
        for (const int column : {ComparisonModel::First, ComparisonModel::Second}) {
            QVERIFY(table().columnWidth(column) >= table().QAbstractItemView::sizeHintForColumn(column));
            QVERIFY(table().columnWidth(column) >= table().horizontalHeader()->sectionSizeHint(column));
            QVERIFY2(head(column).contains(u'…'), qPrintable(head(column)));
        }
        QVERIFY(table()
                    .model()
                    ->headerData(ComparisonModel::Second, Qt::Horizontal, Qt::ToolTipRole)
                    .toString()
                    .startsWith(QStringLiteral("overhead against list size, after lunch: ")));
    }

    void swappingTurnsTheVerdictRound() {
        m_panel->compare({run("before", "a", 1), run("after", "b", 0.5)});
        QTest::mouseClick(&the<QPushButton>("comparisonSwap"), Qt::LeftButton);
        QCOMPARE(headline(), QStringLiteral("From “after” to “before”: of 4 trials 2 slower, 2 the same"));
        const QModelIndex verdict = table().model()->index(rowOf(QStringLiteral("tbb")), ComparisonModel::Verdict);
        QVERIFY(verdict.data(Qt::ForegroundRole).isValid());
    }

    void runsWithoutACommonTrialSaySo() {
        SampleResults other;
        other.measured("threads", 7, steadyTimes(1e-3));
        m_panel->compare({run("before", "a", 1), {"other", other.results}});
        QCOMPARE(headline(), QStringLiteral("“before” and “other” have no trial in common"));
        QVERIFY(the<QLabel>("comparisonNote").text().startsWith(QStringLiteral("Trials match when")));
        QCOMPARE(rows(), 5);
        QCOMPARE(cell(0, ComparisonModel::Verdict), QStringLiteral("only in before"));
        QCOMPARE(cell(4, ComparisonModel::Verdict), QStringLiteral("only in other"));
        QCOMPARE(cell(4, ComparisonModel::Change), QString());
    }

    void whatElseDiffersIsListed() {
        m_panel->compare({run("before", "a", 1), run("after", "b", 1, "Another")});
        const auto& differences = the<QTableWidget>("differencesTable");
        auto& tabs = the<QTabWidget>("comparisonTabs");
        QCOMPARE(tabs.tabText(1), QStringLiteral("Break-evens and environment (2)"));
        QTest::keyClick(tabs.tabBar(), Qt::Key_Right);
        QVERIFY(differences.isVisible());
        QStringList lines;
        for (int row = 0; row < differences.rowCount(); ++row) {
            QStringList texts;
            for (int column = 0; column < 3; ++column)
                texts += differences.item(row, column)->text();
            lines += texts.join(u'|');
        }
        QVERIFY2(lines.contains(QStringLiteral("Processor|One|Another")), qPrintable(lines.join(u'\n')));
        QVERIFY2(lines.front().startsWith(QStringLiteral("Break-even of tbb (items)|")), qPrintable(lines.front()));
        QCOMPARE(lines.filter(QStringLiteral("Memory")).size(), 0);
        QVERIFY(the<QLabel>("comparisonNote").text().startsWith(QStringLiteral("Different machines: ")));
    }

    void equalAndUnknownEnvironmentsAreSaid() {
        const auto last = [this] {
            const auto& differences = the<QTableWidget>("differencesTable");
            return differences.item(differences.rowCount() - 1, 1)->text();
        };
        m_panel->compare({run("before", "a", 1), run("after", "b", 1)});
        QCOMPARE(last(), QStringLiteral("no fact differs"));
        SampleResults table;
        table.measured("serial", 1'000, steadyTimes(1e-3));
        m_panel->compare({run("before", "a", 1), {"table", table.results}});
        QCOMPARE(last(), QStringLiteral("not known of both"));
    }

    void numbersSortAsNumbers() {
        m_panel->compare({run("before", "a", 1), run("after", "b", 0.5)});
        table().sortByColumn(ComparisonModel::Size, Qt::DescendingOrder);
        QCOMPARE(cell(0, ComparisonModel::Size), QStringLiteral("100\u202f000"));
        table().sortByColumn(ComparisonModel::Change, Qt::DescendingOrder);
        QVERIFY(cell(0, ComparisonModel::SeriesLabel).startsWith(QStringLiteral("tbb")));
    }

    void theModelKeepsItsPromises() {
        ComparisonModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        const auto comparison = compareRuns(run("a", "a", 1).results, run("b", "b", 2).results);
        model.setComparison(comparison, QStringLiteral("a"), QStringLiteral("b"));
        QCOMPARE(model.rowCount(), 4);
        model.setComparison({}, QStringLiteral("a"), QStringLiteral("b"));
        QCOMPARE(model.rowCount(), 0);
    }

private:
    template <class Widget>
    Widget& the(const char* name) {
        auto* found = m_panel->findChild<Widget*>(QLatin1String(name));
        if (!found) qFatal("%s: no such widget", name);
        return *found;
    }
    QTableView& table() { return the<QTableView>("comparisonTable"); }
    QString headline() { return m_panel->headline(); }
    int rows() { return table().model()->rowCount(); }
    QString cell(int row, int column) { return table().model()->index(row, column).data().toString(); }
    QString head(int column) { return table().model()->headerData(column, Qt::Horizontal).toString(); }
    int rowOf(const QString& series) {
        for (int row = 0; row < rows(); ++row)
            if (cell(row, ComparisonModel::SeriesLabel).startsWith(series)) return row;
        return -1;
    }

    std::unique_ptr<ComparisonPanel> m_panel;
};

QTEST_MAIN(TestComparisonPanel)
#include "tst_comparison_panel.moc"
