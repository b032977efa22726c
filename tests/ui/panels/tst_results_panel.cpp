#include "tests/ui/picture_ink.h"
#include "tests/ui/recorded_run.h"
#include "tests/ui/ui_test.h"
#include "ui/models/results_model.h"
#include "ui/panels/results_panel.h"
#include "ui/panels/verdict_delegate.h"

#include <QHeaderView>
#include <QItemSelectionModel>
#include <QScrollBar>
#include <QSignalSpy>

using namespace breakeven;

class TestResultsPanel : public QObject, UiTest {
    Q_OBJECT

private Q_SLOTS:
    void init() {
        failOnAnyWarning();
        m_session = std::make_unique<Session>();
        m_panel = std::make_unique<ResultsPanel>(*m_session);
        m_panel->resize(900, 300);
        m_panel->show();
    }

    void anEmptyTableSaysWhatItIsFor() {
        QCOMPARE(m_panel->model()->rowCount(), 0);
        QVERIFY(inkOf(m_panel->viewport()->grab().toImage()) > 100);
    }

    void anEmptyTableHasNothingToScrollTo() {
        m_panel->resize(500, 300);
        const auto scrolls = [this] { return m_panel->horizontalScrollBar()->isVisible(); };
        QVERIFY(!scrolls());
        verifyThatAllFits();
        open(run());
        QTRY_VERIFY(scrolls());
        open(RecordedRun("nothing"));
        QTRY_VERIFY(!scrolls());
    }

    void rowsStandBySize() {
        RecordedRun growing = run();
        open(growing);
        QCOMPARE(column(ResultsModel::Size), (QStringList{"30", "30", "200", "200", "1\u202f000", "1\u202f000"}));
        growing.trial("serial", 100, nineTimes(0.01));  // a size that was added while measuring
        growing.trial("tbb", 100, nineTimes(0.005));
        open(growing);
        QCOMPARE(column(ResultsModel::Size),
                 (QStringList{"30", "30", "100", "100", "200", "200", "1\u202f000", "1\u202f000"}));
        QCOMPARE(m_panel->model()->index(2, ResultsModel::SeriesLabel).data().toString(), QStringLiteral("serial"));
    }

    void numbersSortAsNumbers() {
        open(run());
        m_panel->sortByColumn(ResultsModel::Size, Qt::AscendingOrder);
        QCOMPARE(column(ResultsModel::Size), (QStringList{"30", "30", "200", "200", "1\u202f000", "1\u202f000"}));
        m_panel->sortByColumn(ResultsModel::Median, Qt::DescendingOrder);
        const QStringList medians = column(ResultsModel::Median);
        QVERIFY2(medians.front().startsWith(QStringLiteral("2.00\u202fs")), qPrintable(medians.front()));
        QVERIFY2(medians.back().startsWith(QStringLiteral("500\u202fµs")), qPrintable(medians.back()));
    }

    void everyNumberFitsItsColumn() {
        open(run());
        verifyThatAllFits();
    }

    void whatGrowsStillFits() {
        RecordedRun early("run");
        const int trial = early.trial("serial", 1'000, nineTimes(2));
        RecordedRun later = early;
        later.add(TrialFailed{trial, 0, TrialStatus::WrongResult, "it differs"});
        open(early);
        m_panel->sortByColumn(ResultsModel::Median, Qt::AscendingOrder);
        const int before = m_panel->columnWidth(ResultsModel::Status);
        open(later);
        const int wide = m_panel->columnWidth(ResultsModel::Status);
        QVERIFY(wide > before);
        verifyThatAllFits();
        open(early);
        QCOMPARE(m_panel->columnWidth(ResultsModel::Status), wide);  // nothing jumps
    }

    void aVerdictIsInSightAndSaysAllWhereThereIsRoom() {
        RecordedRun few("run");
        few.trial("serial", 1'000, {2, 2, 2});
        few.trial("tbb", 1'000, {1, 1, 1});
        open(few);
        const QModelIndex verdict = m_panel->model()->index(1, ResultsModel::Verdict);
        QVERIFY(verdict.data().toString().startsWith(QStringLiteral("not resolved: ")));
        QCOMPARE(verdict.data(ResultsModel::BriefRole).toString(), QStringLiteral("not resolved"));
        for (const int width : {480, 1'200}) {
            m_panel->resize(width, 300);
            const QRect cell = m_panel->visualRect(verdict);
            QVERIFY(m_panel->viewport()->rect().contains(cell));
            QVERIFY(cell.width() >= m_panel->sizeHintForIndex(verdict).width());
            const bool isWhole = cell.width() >= VerdictDelegate::wholeWidth(m_panel->fontMetrics(), verdict);
            QCOMPARE(isWhole, width == 1'200);
        }
    }

    void aChosenRowNamesItsTrial() {
        open(run());
        QSignalSpy chosen(m_panel.get(), &ResultsPanel::trialChosen);
        QSignalSpy opened(m_panel.get(), &ResultsPanel::trialOpened);
        const QModelIndex third = m_panel->model()->index(2, ResultsModel::Median);
        QTest::mouseClick(m_panel->viewport(), Qt::LeftButton, {}, m_panel->visualRect(third).center());
        QCOMPARE(chosen.count(), 1);
        QCOMPARE(chosen.takeFirst().front().toInt(), 2);
        QTest::keyClick(m_panel.get(), Qt::Key_Down);
        QCOMPARE(chosen.takeFirst().front().toInt(), 3);
        QCOMPARE(opened.count(), 0);
        QTest::keyClick(m_panel.get(), Qt::Key_Return);
        QCOMPARE(opened.takeFirst().front().toInt(), 3);
    }

    void aTrialChosenElsewhereIsFoundHere() {
        open(run());
        m_panel->sortByColumn(ResultsModel::Size, Qt::AscendingOrder);
        m_panel->chooseTrial(1);
        QCOMPARE(m_panel->currentIndex().data(ResultsModel::TrialRole).toInt(), 1);
        QVERIFY(m_panel->selectionModel()->isRowSelected(m_panel->currentIndex().row()));
        m_panel->chooseTrial(99);
        QCOMPARE(m_panel->currentIndex().data(ResultsModel::TrialRole).toInt(), 1);
    }

    void aTrialIsFoundBehindAnotherTabToo() {
        m_panel->hide();
        open(run());
        QCOMPARE(m_panel->model()->rowCount(), 0);  // nobody sees it
        m_panel->chooseTrial(1);
        QCOMPARE(m_panel->currentIndex().data(ResultsModel::TrialRole).toInt(), 1);
    }

private:
    void verifyThatAllFits() const {
        for (int column = 0; column < m_panel->model()->columnCount(); ++column) {
            QVERIFY(m_panel->columnWidth(column) >= m_panel->horizontalHeader()->sectionSizeHint(column));
            for (int row = 0; row < m_panel->model()->rowCount(); ++row) {
                const int wanted = m_panel->sizeHintForIndex(m_panel->model()->index(row, column)).width();
                QVERIFY(m_panel->columnWidth(column) >= wanted);
            }
        }
    }

    static RecordedRun run() {
        RecordedRun run("run");
        const std::pair<ItemCount, double> rows[] = {{1'000, 2.0}, {200, 0.030}, {30, 0.001}};
        for (const auto& [size, seconds] : rows) {
            run.trial("serial", size, nineTimes(seconds));
            run.trial("tbb", size, nineTimes(seconds / 2));
        }
        return run;
    }

    void open(const RecordedRun& run) { run.openIn(*m_session, path("run.jsonl")); }

    QStringList column(int column) const {
        QStringList texts;
        for (int row = 0; row < m_panel->model()->rowCount(); ++row)
            texts += m_panel->model()->index(row, column).data().toString();
        return texts;
    }

    std::unique_ptr<Session> m_session;
    std::unique_ptr<ResultsPanel> m_panel;
};

QTEST_MAIN(TestResultsPanel)
#include "tst_results_panel.moc"
