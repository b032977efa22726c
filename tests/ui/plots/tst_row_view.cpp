#include "tests/ui/recorded_run.h"
#include "tests/ui/ui_test.h"
#include "ui/plots/picture.h"
#include "ui/plots/row_view.h"

#include <QClipboard>
#include <QContextMenuEvent>
#include <QFile>
#include <QImage>
#include <QMenu>
#include <QPushButton>
#include <QSignalSpy>
#include <QToolButton>
#include <QWheelEvent>

#include <cmath>
#include <memory>

using namespace breakeven;

namespace {

/// Trials 0 to 5: serial and tbb on 10, 1000 and 100 000 items; tbb pays from the second on.
Results threeSizes() {
    RecordedRun run("run");
    for (const ItemCount size : {ItemCount(10), ItemCount(1000), ItemCount(100'000)}) {
        run.trial("serial", size, nineTimes(static_cast<double>(size) * 1e-6));
        run.trial("tbb", size, nineTimes(static_cast<double>(size) * (size == 10 ? 4e-6 : 5e-7)));
    }
    return run.results();
}

}  // namespace

class TestRowView : public QObject, UiTest {
    Q_OBJECT

private Q_SLOTS:
    void init() {
        failOnAnyWarning();
        m_results = threeSizes();
        m_map = std::make_unique<RowView>(*findPlot("heat-map"), m_results);
        m_map->resize(800, 400);
        m_strips = std::make_unique<RowView>(*findPlot("distribution"), m_results);
        m_strips->resize(800, 400);
    }

    void isNamedAfterItsPlot() {
        QCOMPARE(m_map->objectName(), QStringLiteral("heatMapView"));
        QCOMPARE(m_strips->objectName(), QStringLiteral("distributionView"));
        QVERIFY(!m_map->accessibleName().isEmpty());
    }

    void drawsOnlyWhatCanBeSeen() {
        QVERIFY(m_map->plot().isEmpty());
        m_map->show();
        QCOMPARE(m_map->plot().heatMap->columns.size(), std::size_t(3));
        m_results = Results();
        m_map->resultsChanged();
        QVERIFY(m_map->plot().isEmpty());
        m_map->hide();
        m_results = threeSizes();
        m_map->resultsChanged();
        QVERIFY(m_map->plot().isEmpty());
        m_map->show();
        QVERIFY(!m_map->plot().isEmpty());
    }

    void arrowKeysMoveFromCellToCell() {
        m_map->show();
        QVERIFY(m_map->placeText().isEmpty());
        QVERIFY(
            m_map->accessibleDescription().startsWith(QStringLiteral("Speed-up vs serial. tbb at 10 items: 0.25×")));
        QTest::keyClick(m_map.get(), Qt::Key_Down);
        QCOMPARE(m_map->place(), std::optional(RowPlace{0, 0}));
        QTest::keyClick(m_map.get(), Qt::Key_Right);
        QTest::keyClick(m_map.get(), Qt::Key_Right);
        QTest::keyClick(m_map.get(), Qt::Key_Right);
        QCOMPARE(m_map->place(), std::optional(RowPlace{0, 2}));
        QCOMPARE(m_map->placeText(), QStringLiteral("tbb at 100\u202f000 items: 2.00× (2.00–2.00), faster"));
        QCOMPARE(m_map->accessibleDescription(), m_map->placeText());
        QTest::keyClick(m_map.get(), Qt::Key_Left);
        QCOMPARE(m_map->place()->column, std::size_t(1));
        QTest::keyClick(m_map.get(), Qt::Key_Escape);
        QVERIFY(!m_map->place());
        QVERIFY(m_map->accessibleDescription().startsWith(QStringLiteral("Speed-up")));
    }

    void mouseAndEnterChooseATrial() {
        m_map->show();
        QSignalSpy chosen(m_map.get(), &RowView::trialChosen);
        const QPoint cell = m_map->frame().cell(0, 1).center().toPoint();
        QTest::mouseMove(m_map.get(), cell);
        QTRY_COMPARE(m_map->place(), std::optional(RowPlace{0, 1}));
        QTest::mouseClick(m_map.get(), Qt::LeftButton, {}, cell);
        QCOMPARE(chosen.value(0).value(0).toInt(), 3);
        QTest::keyClick(m_map.get(), Qt::Key_Right);
        QTest::keyClick(m_map.get(), Qt::Key_Return);
        QCOMPARE(chosen.value(1).value(0).toInt(), 5);
        QTest::mouseClick(m_map.get(), Qt::LeftButton, {}, QPoint(2, 2));
        QCOMPARE(chosen.count(), 2);
    }

    void theChosenPlaceIsTold() {
        m_map->show();
        const QImage before = m_map->grab().toImage();
        QTest::keyClick(m_map.get(), Qt::Key_Down);
        QVERIFY(m_map->grab().toImage() != before);
    }

    void distributionsShowOneTrialAndAllAgain() {
        m_strips->show();
        auto* showAll = m_strips->findChild<QPushButton*>(QStringLiteral("distributionViewShowAll"));
        QVERIFY(showAll && !showAll->isVisible());
        QCOMPARE(m_strips->plot().title, std::string("Distribution of samples, 100\u202f000 items"));
        m_strips->showTrial(1);
        QCOMPARE(m_strips->plot().title, std::string("Distribution of samples, 10 items"));
        QVERIFY(showAll->isVisible());
        QTest::mouseClick(showAll, Qt::LeftButton);
        QCOMPARE(m_strips->plot().title, std::string("Distribution of samples, 100\u202f000 items"));
        m_strips->showTrial(1);
        QTest::keyClick(m_strips.get(), Qt::Key_Escape);
        QCOMPARE(m_strips->plot().title, std::string("Distribution of samples, 100\u202f000 items"));
        QVERIFY(!showAll->isVisible());
    }

    void aChosenTrialIsForgottenWithItsRun() {
        m_strips->show();
        m_strips->showTrial(1);
        RecordedRun run("another");
        run.trial("serial", 20, nineTimes(1));
        run.trial("tbb", 10, nineTimes(1));
        m_results = run.results();
        m_strips->resultsChanged();
        QCOMPARE(m_strips->plot().title, std::string("Distribution of samples, 20 items"));
        QVERIFY(!m_strips->findChild<QPushButton*>(QStringLiteral("distributionViewShowAll"))->isVisible());
    }

    void rowsOfADistributionAreTold() {
        m_strips->show();
        QSignalSpy chosen(m_strips.get(), &RowView::trialChosen);
        QTest::keyClick(m_strips.get(), Qt::Key_Down);
        QTest::keyClick(m_strips.get(), Qt::Key_Down);
        QVERIFY2(m_strips->placeText().startsWith(QStringLiteral("tbb: 50.0\u202fms (")),
                 qPrintable(m_strips->placeText()));
        QVERIFY(m_strips->placeText().contains(QStringLiteral("samples: 9")));
        QTest::keyClick(m_strips.get(), Qt::Key_Return);
        QCOMPARE(chosen.value(0).value(0).toInt(), 5);
    }

    void fewerRowsLeaveNoPlaceBehind() {
        m_map->show();
        QTest::keyClick(m_map.get(), Qt::Key_Down);
        QTest::keyClick(m_map.get(), Qt::Key_Right);
        RecordedRun run("other");
        run.trial("serial", 10, nineTimes(1));
        run.trial("tbb", 10, nineTimes(1));
        m_results = run.results();
        m_map->resultsChanged();
        QVERIFY(!m_map->place());
    }

    void aWheelZoomsTheTimesAndBackspaceUndoesIt() {
        m_strips->show();
        const Interval<double> whole = m_strips->frame().xAxis().range;
        const QPointF place(m_strips->frame().xPixel(1), m_strips->frame().area().center().y());
        QVERIFY(turnWheel(*m_strips, place, 2));
        const Interval<double> visible = m_strips->frame().xAxis().range;
        QVERIFY(std::fabs((visible.high - visible.low) / (whole.high - whole.low) - 0.5) < 1e-6);
        QVERIFY(std::fabs(m_strips->frame().xPixel(1) - place.x()) < 1e-6);
        QTest::keyClick(m_strips.get(), Qt::Key_Backspace);
        QCOMPARE(m_strips->frame().xAxis().range.low, whole.low);
        QVERIFY(!turnWheel(*m_strips, place, -2));  // all is visible: the page around it may scroll
    }

    void aDraggedFrameIsZoomedIntoAndADoubleClickShowsAll() {
        m_strips->show();
        QSignalSpy chosen(m_strips.get(), &RowView::trialChosen);
        const QRectF area = m_strips->frame().area();
        const QPoint from(static_cast<int>(area.left() + area.width() / 4), static_cast<int>(area.center().y()));
        const QPoint to(static_cast<int>(area.left() + area.width() / 2), from.y());
        const Interval<double> whole = m_strips->frame().xAxis().range;
        drag(*m_strips, from, to);
        const Interval<double> visible = m_strips->frame().xAxis().range;
        QVERIFY(std::fabs((visible.low - whole.low) / (whole.high - whole.low) - 0.25) < 0.01);
        QVERIFY(std::fabs((visible.high - whole.low) / (whole.high - whole.low) - 0.5) < 0.01);
        QCOMPARE(chosen.count(), 0);

        drag(*m_strips, from, to, Qt::ShiftModifier);  // to the right: what is to the left becomes visible
        QVERIFY(m_strips->frame().xAxis().range.low < visible.low - 0.1 * (visible.high - visible.low));
        QTest::mouseDClick(m_strips.get(), Qt::LeftButton, {}, from);
        QCOMPARE(m_strips->frame().xAxis().range.high, whole.high);
        QVERIFY(!m_strips->isZoomed());
    }

    void aMapZoomsIntoItsColumns() {
        m_map->show();
        const RowFrame& frame = m_map->frame();
        const QRectF last = frame.cell(0, 2);
        QVERIFY(turnWheel(*m_map, last.center(), 3));  // not closer than two columns
        QCOMPARE(frame.xAxis().range.high - frame.xAxis().range.low, 2.0);
        QVERIFY(frame.cell(0, 2).width() > last.width() * 1.4);
        QCOMPARE(frame.placeAt(frame.cell(0, 2).center()), std::optional(RowPlace{0, 2}));
        QTest::keyClick(m_map.get(), Qt::Key_Down);
        QVERIFY(frame.xAxis().range.low > 0.5);
        QCOMPARE(m_map->place(), std::optional(RowPlace{0, 0}));  // which comes into sight
        QTest::keyClick(m_map.get(), Qt::Key_Left);
        QCOMPARE(frame.xAxis().range.low, 0.0);
        QTest::keyClick(m_map.get(), Qt::Key_Home);
        QVERIFY(!m_map->isZoomed());
        drag(*m_map, frame.cell(0, 0).center().toPoint(), frame.cell(0, 2).center().toPoint());
        QVERIFY(m_map->isZoomed());
        RecordedRun run("run");
        run.trial("serial", 10, nineTimes(1));
        run.trial("tbb", 10, nineTimes(1));
        m_results = run.results();
        m_map->resultsChanged();  // with fewer columns than the zoom was into
        QCOMPARE(frame.xAxis().range.high, 1.0);
    }

    void aClickOnItsNameHidesARow() {
        m_strips->show();
        auto* showAll = m_strips->findChild<QPushButton*>(QStringLiteral("distributionViewShowAll"));
        QSignalSpy chosen(m_strips.get(), &RowView::trialChosen);
        const QPoint name(12, m_strips->frame().cell(0, 0).center().toPoint().y());
        QTest::mouseClick(m_strips.get(), Qt::LeftButton, {}, name);
        QCOMPARE(rows(), (QStringList{"tbb"}));
        QCOMPARE(chosen.count(), 0);
        QVERIFY(showAll->isVisible());
        QVERIFY(m_strips->frame().legend().right() < showAll->x() ||
                m_strips->frame().legend().top() > showAll->geometry().bottom());
        QTest::keyClick(m_strips.get(), Qt::Key_Down);
        QTest::keyClick(m_strips.get(), Qt::Key_H);
        QCOMPARE(m_strips->plot().note, std::string("All rows are hidden"));
        QTest::mouseClick(showAll, Qt::LeftButton);
        QCOMPARE(rows(), (QStringList{"serial", "tbb"}));
        QTest::mouseClick(m_strips.get(), Qt::LeftButton, {}, name);
        QTest::keyClick(m_strips.get(), Qt::Key_H, Qt::ShiftModifier);
        QCOMPARE(rows(), (QStringList{"serial", "tbb"}));
        m_map->show();
        QTest::mouseClick(m_map.get(), Qt::LeftButton, {},
                          QPoint(12, m_map->frame().cell(0, 0).center().toPoint().y()));
        QVERIFY(m_map->plot().isEmpty());  // its one row
    }

    void hiddenRowsAreForgottenWithTheirRun() {
        m_strips->show();
        QTest::keyClick(m_strips.get(), Qt::Key_Down);
        QTest::keyClick(m_strips.get(), Qt::Key_H);
        QCOMPARE(rows(), (QStringList{"tbb"}));
        RecordedRun run("another");
        run.trial("serial", 20, nineTimes(1));
        m_results = run.results();
        m_strips->resultsChanged();
        QCOMPARE(rows(), (QStringList{"serial"}));
    }

    void timesCanBeLogarithmic() {
        m_strips->show();
        auto* log = m_strips->findChild<QAction*>(QStringLiteral("distributionXLog"));
        QVERIFY(log && !log->isChecked());
        log->trigger();
        const Axis& axis = m_strips->frame().xAxis();
        QCOMPARE(axis.scale, AxisScale::Log);
        const double middle = std::sqrt(axis.range.low * axis.range.high);
        QVERIFY(std::fabs(m_strips->frame().xPixel(middle) - m_strips->frame().area().center().x()) < 1e-6);
        log->trigger();
        QCOMPARE(axis.scale, AxisScale::Linear);
    }

    void copiesPictureAndNumbers() {
        m_map->show();
        QTest::keyClick(m_map.get(), Qt::Key_D, Qt::ControlModifier | Qt::ShiftModifier);
        const QString copied = QGuiApplication::clipboard()->text();
        QVERIFY2(copied.startsWith(QStringLiteral("series,Size (items),Speed-up (×),low,high,note\ntbb,10,0.2")),
                 qPrintable(copied));
        m_strips->show();
        m_strips->copySeries();
        QCOMPARE(QGuiApplication::clipboard()->text().count(u'\n'), 1 + 2 * 9);
        m_strips->copyImage();
        QVERIFY(!QGuiApplication::clipboard()->image().isNull());
    }

    void theMenuOffersWhatIsPossible() {
        m_strips->show();
        QContextMenuEvent asked(QContextMenuEvent::Mouse, QPoint(5, 5), m_strips->mapToGlobal(QPoint(5, 5)));
        QTest::ignoreMessage(QtWarningMsg, "This plugin does not support raise()");
        QTest::ignoreMessage(QtWarningMsg, "This plugin does not support grabbing the keyboard");
        QCoreApplication::sendEvent(m_strips.get(), &asked);
        auto* menu = m_strips->findChild<QMenu*>(QStringLiteral("chartMenu"));
        QVERIFY(menu);
        const auto item = [&](const char* name) { return menu->findChild<QAction*>(QLatin1String(name)); };
        QVERIFY(item("chartCopySeries")->isEnabled());
        QVERIFY(!item("chartUndoZoom")->isEnabled());
        item("chartZoomIn")->trigger();
        QVERIFY(m_strips->isZoomed());
        QVERIFY(item("chartSeries:serial")->isChecked());
        item("chartSeries:serial")->trigger();
        QCOMPARE(rows(), (QStringList{"tbb"}));
        QVERIFY(menu->actions().contains(m_strips->findChild<QAction*>(QStringLiteral("distributionXLog"))));
        menu->close();
    }

    void aButtonOpensTheMenuAndTellsTheGestures() {
        m_map->show();
        auto* button = m_map->findChild<QToolButton*>(QStringLiteral("heatMapViewMenu"));
        QVERIFY(button && button->isVisible() && button->toolTip().contains(RowView::gesturesText()));
        QTest::ignoreMessage(QtWarningMsg, "This plugin does not support raise()");
        QTest::ignoreMessage(QtWarningMsg, "This plugin does not support grabbing the keyboard");
        QTest::mouseClick(button, Qt::LeftButton);
        auto* menu = m_map->findChild<QMenu*>(QStringLiteral("chartMenu"));
        QVERIFY(menu && menu->isVisible());
        menu->close();
    }

    void rowsFillAHighPicture() {
        m_map->resize(800, 1'600);
        m_map->show();
        QVERIFY(m_map->frame().area().height() > 0.3 * m_map->height());
        m_strips->resize(800, 1'600);
        m_strips->show();
        QVERIFY(m_strips->frame().area().height() > 0.6 * m_strips->height());
    }

    void picturesAreSaved() {
        m_map->show();
        m_strips->show();
        for (const RowView* view : {m_map.get(), m_strips.get()}) {
            const QString file = path("rows.svg");
            QVERIFY(savePicture(drawingOf(view->plot()), file));
            QFile saved(file);
            QVERIFY(saved.open(QIODevice::ReadOnly));
            const QByteArray text = saved.readAll();
            QVERIFY(text.contains(">tbb<"));
        }
    }

private:
    static bool turnWheel(RowView& view, QPointF place, int turns) {
        QWheelEvent event(place, view.mapToGlobal(place), {}, {0, 120 * turns}, Qt::NoButton, Qt::NoModifier,
                          Qt::NoScrollPhase, false);
        QCoreApplication::sendEvent(&view, &event);
        return event.isAccepted();
    }

    static void drag(RowView& view, QPoint from, QPoint to, Qt::KeyboardModifiers modifiers = {}) {
        QTest::mousePress(&view, Qt::LeftButton, modifiers, from);
        for (const QPoint place : {(from + to) / 2, to}) {
            QMouseEvent event(QEvent::MouseMove, place, view.mapToGlobal(place), Qt::NoButton, Qt::LeftButton,
                              modifiers);
            QCoreApplication::sendEvent(&view, &event);
        }
        QTest::mouseRelease(&view, Qt::LeftButton, modifiers, to);
    }

    QStringList rows() const {
        QStringList labels;
        for (const Box& box : m_strips->plot().boxes)
            labels += QString::fromStdString(box.label);
        return labels;
    }

    Results m_results;
    std::unique_ptr<RowView> m_map;
    std::unique_ptr<RowView> m_strips;
};

QTEST_MAIN(TestRowView)
#include "tst_row_view.moc"
