#include "tests/core/plots/random_pass.h"
#include "tests/ui/picture_ink.h"
#include "tests/ui/ui_test.h"
#include "ui/plots/timeline_canvas.h"
#include "ui/plots/timeline_text.h"
#include "ui/plots/timeline_view.h"
#include "ui/theme.h"

#include <QAction>
#include <QClipboard>
#include <QComboBox>
#include <QContextMenuEvent>
#include <QFile>
#include <QGuiApplication>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>
#include <QTemporaryDir>
#include <QToolButton>

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
        m_view->showNoPass();
        QVERIFY(canvas()->accessibleDescription().startsWith(QStringLiteral("No timeline was recorded")));
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

        m_view->showNoPass();
        QCOMPARE(choice()->currentIndex(), -1);
        QVERIFY(!canvas()->timeline() && !table()->isVisible());
        QVERIFY(canvas()->accessibleDescription().startsWith(QStringLiteral("No pass of this trial was recorded")));
        QVERIFY(m_view->showTrial(5));

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

    void itsMenuZoomsCopiesAndSaves() {
        expectMenu();
        m_view->setPasses(threePasses());
        QSignalSpy wanted(m_view.get(), &TimelineView::pictureWanted);
        const TimeRange whole = canvas()->visibleRange();
        const auto choose = [this](const char* id) {
            auto* menu = m_view->findChild<QMenu*>(QStringLiteral("chartMenu"));
            QVERIFY(menu);
            auto* item = menu->findChild<QAction*>(QLatin1String(id));
            QVERIFY2(item && item->isEnabled(), id);
            item->trigger();
        };
        QContextMenuEvent event(QContextMenuEvent::Keyboard, QPoint(9, 9), canvas()->mapToGlobal(QPoint(9, 9)));
        QCoreApplication::sendEvent(canvas()->viewport(), &event);
        choose("chartZoomIn");
        QVERIFY(canvas()->visibleRange() != whole);
        choose("chartSavePicture");
        QCOMPARE(wanted.count(), 1);
        QGuiApplication::clipboard()->clear();
        choose("chartCopyImage");
        QCOMPARE(QGuiApplication::clipboard()->image().width(), 2 * 1200);
        delete m_view->findChild<QMenu*>(QStringLiteral("chartMenu"));
        expectMenu();
        auto* button = m_view->findChild<QToolButton*>(QStringLiteral("timelineMenu"));
        QVERIFY(button->toolTip().endsWith(TimelineCanvas::gesturesText()));
        QTest::mouseClick(button, Qt::LeftButton);
        choose("chartShowAll");
        QCOMPARE(canvas()->visibleRange(), whole);
        delete m_view->findChild<QMenu*>(QStringLiteral("chartMenu"));
        m_view->setPasses({});
        expectMenu();
        m_view->openMenu({});
        auto* none = m_view->findChild<QAction*>(QStringLiteral("chartSavePicture"));
        QVERIFY(none && !none->isEnabled());
    }

    /// On light paper, with the words as words: what it is of, every lane, the axis, what is told of the range.
    void itsPictureIsADrawing() {
        applyTheme(Theme::Dark);
        m_view->setPasses({{"square: openmp ×64", "openmp", passOf(5, 0, 64)}});
        m_view->resize(900, 300);  // lanes scroll
        m_view->showAll();
        const Drawing drawing = m_view->drawing();
        QVERIFY(savePicture(drawing, folder.filePath(QStringLiteral("timeline.svg"))));
        QFile file(folder.filePath(QStringLiteral("timeline.svg")));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray svg = file.readAll();
        for (const char* words : {"<title>square: openmp ×64</title>", ">worker 1<", ">worker 64<", ">compute<",
                                  ">Time (", ">The whole pass: "})
            QVERIFY2(svg.contains(words), words);
        QVERIFY(!svg.contains("Wheel zooms"));
        QVERIFY(svg.contains("<image"));
        QVERIFY(savePicture(drawing, folder.filePath(QStringLiteral("timeline.pdf"))));
        const QImage picture = pictureOf(drawing);
        QCOMPARE(picture.size(), drawing.size * 2);
        QCOMPARE(picture.pixelColor(3, 3), toColour(paper(false).background));
        QVERIFY(pixelsOf(picture, seriesColour("openmp", false)) > 1'000);
        QCOMPARE(pixelsOf(picture, seriesColour("openmp", true)), 0);
        applyTheme(Theme::Light);
    }

    void itsPictureHasTheZoomAndTheSelection() {
        m_view->setPasses(threePasses());
        const auto lanes = [this] { return pictureOf(m_view->drawing()).copy(0, 100, 2'400, 800); };
        const QImage whole = lanes();
        m_view->zoomIn();
        const QImage closer = lanes();
        QVERIFY(closer != whole);
        QTest::keyClick(canvas(), Qt::Key_Return);
        QVERIFY(canvas()->selection());
        QVERIFY(lanes() != closer);
    }

private:
    TimelineCanvas* canvas() const { return m_view->findChild<TimelineCanvas*>(QStringLiteral("timelineCanvas")); }
    QComboBox* choice() const { return m_view->findChild<QComboBox*>(QStringLiteral("timelinePass")); }
    QPushButton* showAll() const { return m_view->findChild<QPushButton*>(QStringLiteral("timelineShowAll")); }
    QTableView* table() const { return m_view->findChild<QTableView*>(QStringLiteral("timelineTotals")); }
    QString rangeText() const { return m_view->findChild<QLabel*>(QStringLiteral("timelineRange"))->text(); }

    QTemporaryDir folder;
    std::unique_ptr<TimelineView> m_view;
};

QTEST_MAIN(TestTimelineView)
#include "tst_timeline_view.moc"
