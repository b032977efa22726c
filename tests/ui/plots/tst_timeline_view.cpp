#include "tests/core/plots/random_pass.h"
#include "tests/ui/ui_test.h"
#include "ui/plots/timeline_canvas.h"
#include "ui/plots/timeline_text.h"
#include "ui/plots/timeline_view.h"

#include <QComboBox>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>

using namespace breakeven;
using std::chrono::nanoseconds;

namespace {

PassSpans passOf(int trial, int launch, std::size_t workers) {
    PassSpans pass = randomPass(
        {.seed = static_cast<std::uint64_t>(trial), .workers = workers, .spansPerLane = 50, .withCaller = false});
    pass.trial = trial;
    pass.launch = launch;
    return pass;
}

std::vector<TimelinePass> threePasses() {
    return {{"square: tbb ×2", "tbb", passOf(3, 0, 2)},
            {"square: openmp ×4", "openmp", passOf(5, 0, 4)},
            {"square: openmp ×4", "openmp", passOf(5, 1, 4)}};
}

}  // namespace

class TestTimelineView : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() {
        failOnAnyWarning();
        m_view = std::make_unique<TimelineView>();
        m_view->resize(900, 500);
        m_view->show();
    }
    void cleanup() { m_view.reset(); }

    void withoutPassesItSaysWhy() {
        QVERIFY(canvas()->accessibleDescription().startsWith(QStringLiteral("No timeline was recorded")));
        QVERIFY(!choice()->isEnabled());
        QVERIFY(!showAll()->isEnabled());
        QVERIFY(!table()->isVisible());
        m_view->setPasses({}, QStringLiteral("run.spans is not there"));
        QCOMPARE(canvas()->accessibleDescription(), QStringLiteral("No timeline was recorded: run.spans is not there"));
        m_view->setPasses(threePasses());
        m_view->setPasses({});
        QVERIFY(!canvas()->timeline());
        QVERIFY(!table()->isVisible());
    }

    void passesAreChosenByTheirTrial() {
        m_view->setPasses(threePasses(), QStringLiteral("run.spans: the last line is cut; 3 passes kept"));
        QCOMPARE(choice()->count(), 3);
        QCOMPARE(choice()->itemText(0), QStringLiteral("square: tbb ×2"));
        QCOMPARE(choice()->itemText(2), QStringLiteral("square: openmp ×4, launch 2"));
        QVERIFY(m_view->findChild<QLabel*>(QStringLiteral("timelineNote"))->isVisible());
        QCOMPARE(canvas()->timeline()->lanes.size(), std::size_t(2));
        QVERIFY(m_view->showTrial(5));
        QCOMPARE(choice()->currentIndex(), 1);
        QCOMPARE(canvas()->timeline()->lanes.size(), std::size_t(4));
        QVERIFY(!m_view->showTrial(8));
        QCOMPARE(choice()->currentIndex(), 1);

        m_view->setPasses(threePasses());  // the run went on
        QCOMPARE(choice()->currentIndex(), 1);
        QCOMPARE(canvas()->timeline()->lanes.size(), std::size_t(4));

        QSignalSpy shown(m_view.get(), &TimelineView::trialShown);
        choice()->setFocus();
        QTest::keyClick(choice(), Qt::Key_Up);
        QCOMPARE(shown.count(), 1);
        QCOMPARE(shown.at(0).at(0).toInt(), 3);
        QCOMPARE(canvas()->timeline()->lanes.size(), std::size_t(2));
    }

    void totalsAreOfWhatIsSelectedOrElseVisible() {
        m_view->setPasses(threePasses());
        const Timeline& timeline = *canvas()->timeline();
        const TimeRange whole{nanoseconds(0), timeline.length};
        QVERIFY(rangeText().startsWith(QStringLiteral("The whole pass")));
        QVERIFY(rangeText().contains(utilisationText(workerTotals(timeline, whole))));
        QCOMPARE(table()->model()->rowCount(), 3);
        QCOMPARE(canvas()->accessibleDescription(), timelineText(timeline, whole, choice()->currentText()));
        QVERIFY(!showAll()->isEnabled());

        canvas()->zoom(4, timeline.length / 2);
        QVERIFY(rangeText().startsWith(QStringLiteral("Visible: ")));
        QVERIFY(rangeText().contains(utilisationText(workerTotals(timeline, canvas()->visibleRange()))));
        const TimeRange part{timeline.length / 4, timeline.length / 3};
        canvas()->select(part);
        QVERIFY(rangeText().startsWith(QStringLiteral("Selected: ")));
        QVERIFY(rangeText().contains(utilisationText(workerTotals(timeline, part))));
        QCOMPARE(table()->model()->index(0, TimelineTotals::Chunks).data().toString(),
                 QString::number(workerTotals(timeline, part).chunks));
        QCOMPARE(canvas()->accessibleDescription(), timelineText(timeline, part, choice()->currentText()));
        canvas()->select(std::nullopt);
        QTest::mouseClick(showAll(), Qt::LeftButton);
        QVERIFY(canvas()->showsAll());
        QVERIFY(rangeText().startsWith(QStringLiteral("The whole pass")));
    }

    void columnsWithoutMeaningAreHidden() {
        std::vector<TimelinePass> passes(2);
        passes[0] = {"plain", "tbb", passOf(1, 0, 1)};
        for (ChunkSpan& span : passes[0].spans.workers[0])
            span.kind = SpanKind::Compute;
        passes[1] = {"mixed", "tbb", passOf(2, 0, 1)};
        passes[1].spans.dropped = 4'000;
        m_view->setPasses(passes);
        for (const auto column : {TimelineTotals::Transport, TimelineTotals::Combine, TimelineTotals::Unrecorded})
            QVERIFY(table()->isColumnHidden(column));
        QVERIFY(!rangeText().contains(QStringLiteral("not kept")));
        QVERIFY(m_view->showTrial(2));
        for (const auto column : {TimelineTotals::Transport, TimelineTotals::Combine, TimelineTotals::Unrecorded})
            QVERIFY(!table()->isColumnHidden(column));
        QVERIFY(rangeText().replace(QChar(0x202F), u' ').endsWith(QStringLiteral("not kept: 4 000")));
    }

    void whatCanBeUsedHasANameOrTip() {
        QVERIFY(!canvas()->accessibleName().isEmpty());
        QVERIFY(!table()->accessibleName().isEmpty());
        QVERIFY(!choice()->toolTip().isEmpty());
        QVERIFY(!showAll()->toolTip().isEmpty());
    }

private:
    TimelineCanvas* canvas() const { return m_view->findChild<TimelineCanvas*>(QStringLiteral("timelineCanvas")); }
    QComboBox* choice() const { return m_view->findChild<QComboBox*>(QStringLiteral("timelinePass")); }
    QPushButton* showAll() const { return m_view->findChild<QPushButton*>(QStringLiteral("timelineShowAll")); }
    QTableView* table() const { return m_view->findChild<QTableView*>(QStringLiteral("timelineTotals")); }
    QString rangeText() const { return m_view->findChild<QLabel*>(QStringLiteral("timelineRange"))->text(); }

    std::unique_ptr<TimelineView> m_view;
};

QTEST_MAIN(TestTimelineView)
#include "tst_timeline_view.moc"
