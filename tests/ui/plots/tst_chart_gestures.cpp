#include "tests/ui/plots/chart_pointer.h"
#include "tests/ui/ui_test.h"

#include <QSignalSpy>

#include <memory>

using namespace breakeven;

namespace {

/// Two lines over 0 to 100, of trials 0 to 10 and 100 to 110.
Plot lines(AxisScale scale = AxisScale::Linear) {
    Plot plot;
    plot.title = "Lines";
    const double low = scale == AxisScale::Log ? 1 : 0;
    plot.x = {"Size (items)", Quantity::Items, scale, {low, 100}};
    plot.y = {"Runtime (s)", Quantity::Duration, scale, {low, 100}};
    plot.series.resize(2);
    plot.series[0] = {.label = "serial", .family = "serial", .points = {}};
    plot.series[1] = {.label = "tbb", .family = "tbb", .points = {}};
    for (int i = 0; i <= 10; ++i) {
        const double x = i == 0 ? 1 : 10 * i;
        plot.series[0].points.push_back({x, x, {}, {}, i});
        plot.series[1].points.push_back({x, x / 2 + 1, {}, {}, 100 + i});
    }
    return plot;
}

bool isNear(const std::optional<Interval<double>>& range, double low, double high, double by) {
    return range && qAbs(range->low - low) < by && qAbs(range->high - high) < by;
}

}  // namespace

class TestChartGestures : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() {
        failOnAnyWarning();
        m_view = std::make_unique<ChartView>();
        m_view->resize(800, 600);
        m_view->show();
        m_view->setPlot(lines());
        QVERIFY(m_view->zoomRange().showsAll());
    }

    void draggingAFrameZoomsIntoIt() {
        pointer().drag(pointer().at(20, 80), pointer().at(60, 30));
        QVERIFY(isNear(zoom().x, 20, 60, 0.3));
        QVERIFY(isNear(zoom().y, 30, 80, 0.3));
        QCOMPARE(m_view->frame().xAxis().range, *zoom().x);
    }

    void aFlatFrameZoomsAlongOneAxis() {
        pointer().drag(pointer().at(20, 50), pointer().at(60, 50) + QPoint(0, 9));
        QVERIFY(isNear(zoom().x, 20, 60, 0.3));
        QVERIFY(!zoom().y);
        pointer().drag(pointer().at(40, 70), pointer().at(40, 40) + QPoint(9, 0));
        QVERIFY(isNear(zoom().x, 20, 60, 0.3));
        QVERIFY(isNear(zoom().y, 40, 70, 0.3));
    }

    void aFrameBeyondTheAreaEndsAtIt() {
        pointer().drag(pointer().at(50, 50), QPoint(799, 599));
        QVERIFY(zoom().x && zoom().y);
        QCOMPARE(zoom().x->high, m_view->frame().xWhole().high);
        QCOMPARE(zoom().y->low, m_view->frame().yWhole().low);
    }

    void shiftAndDraggingMoves() {
        m_view->showRange({Interval<double>{20, 40}, Interval<double>{20, 40}});
        const QPoint from = pointer().at(30, 30);
        pointer().drag(from, pointer().at(25, 35), Qt::ShiftModifier);
        QVERIFY(isNear(zoom().x, 25, 45, 0.2));
        QVERIFY(isNear(zoom().y, 15, 35, 0.2));
        m_view->undoZoom();
        QVERIFY(isNear(zoom().x, 20, 40, 1e-9));
    }

    void theMiddleButtonMoves() {
        m_view->showRange({Interval<double>{20, 40}, {}});
        pointer().drag(pointer().at(30, 50), pointer().at(35, 50), {}, Qt::MiddleButton);
        QVERIFY(isNear(zoom().x, 15, 35, 0.2));
        QVERIFY(!zoom().y);
    }

    void movingEndsAtTheWhole() {
        m_view->showRange({Interval<double>{20, 40}, {}});
        pointer().drag(QPoint(200, 300), QPoint(5000, 300), Qt::ShiftModifier);
        QCOMPARE(zoom().x->low, m_view->frame().xWhole().low);
    }

    void theWheelZoomsAtThePointer() {
        const QPoint place = pointer().at(25, 75);
        QVERIFY(pointer().wheel(place, 2));
        QVERIFY((pointer().at(25, 75) - place).manhattanLength() <= 1);
        const Interval<double> whole = m_view->frame().xWhole();
        QVERIFY(qAbs((zoom().x->high - zoom().x->low) / (whole.high - whole.low) - 0.5) < 1e-6);
        QVERIFY(zoom().y);
        QVERIFY(pointer().wheel(place, -2));
        QVERIFY(zoom().showsAll());
        QVERIFY(!pointer().wheel(place, -1));  // left to the page: there is no further out
    }

    void theWheelKnowsOneAxis() {
        const QPoint place = pointer().at(50, 50);
        QVERIFY(pointer().wheel(place, 1, Qt::ControlModifier));
        QVERIFY(!zoom().x && zoom().y);
        m_view->forgetZoom();
        QVERIFY(pointer().wheel(place, 1, Qt::ShiftModifier));
        QVERIFY(zoom().x && !zoom().y);
        m_view->forgetZoom();
        QVERIFY(pointer().wheel(QPoint(4, place.y()), 1));
        QVERIFY(!zoom().x && zoom().y);
        m_view->forgetZoom();
        QVERIFY(pointer().wheel(QPoint(place.x(), 595), 1));
        QVERIFY(zoom().x && !zoom().y);
        m_view->forgetZoom();
        QVERIFY(!pointer().wheel(QPoint(place.x(), 3), 1));  // over the title
        QVERIFY(zoom().showsAll());
    }

    void theDeepestZoomStaysWhereItIs() {
        const QPoint place = pointer().at(30, 70);
        for (int i = 0; i < 60; ++i)
            pointer().wheel(place, 1);
        const ZoomRange deepest = zoom();
        pointer().wheel(place, 1);
        QVERIFY(isNear(zoom().x, deepest.x->low, deepest.x->high, 1e-6));
        QVERIFY(isNear(zoom().y, deepest.y->low, deepest.y->high, 1e-6));
        QVERIFY(zoom().x->low <= 30 && 30 <= zoom().x->high);
    }

    void logarithmicAxesZoomByFactors() {
        m_view->setPlot(lines(AxisScale::Log));
        pointer().drag(pointer().at(2, 80), pointer().at(50, 4));
        QVERIFY(isNear(zoom().x, 2, 50, 0.5));
        QVERIFY(isNear(zoom().y, 4, 80, 0.7));
        m_view->forgetZoom();
        QVERIFY(pointer().wheel(pointer().at(10, 10), 2));
        const auto [low, high] = *zoom().x;
        const Interval<double> whole = m_view->frame().xWhole();
        QVERIFY(qAbs(std::log(high / low) / std::log(whole.high / whole.low) - 0.5) < 1e-6);
    }

    void everyStepCanBeUndone_data() {
        QTest::addColumn<int>("key");
        QTest::addColumn<int>("modifiers");
        QTest::newRow("Backspace") << int(Qt::Key_Backspace) << int(Qt::NoModifier);
        QTest::newRow("Ctrl+Z") << int(Qt::Key_Z) << int(Qt::ControlModifier);
        QTest::newRow("mouse") << 0 << 0;
    }

    void everyStepCanBeUndone() {
        QFETCH(int, key);
        QFETCH(int, modifiers);
        const auto undo = [&] {
            if (key == 0) return QTest::mouseClick(m_view->viewport(), Qt::BackButton, {}, QPoint(400, 300));
            QTest::keyClick(m_view.get(), Qt::Key(key), Qt::KeyboardModifiers(modifiers));
        };
        pointer().drag(pointer().at(20, 80), pointer().at(80, 20));
        const ZoomRange first = zoom();
        pointer().wheel(pointer().at(50, 50), 1);
        pointer().wheel(pointer().at(50, 50), 1);
        undo();
        QCOMPARE(zoom(), first);
        undo();
        QVERIFY(zoom().showsAll());
        undo();
        QVERIFY(zoom().showsAll());
    }

    void allIsShownAgain() {
        const ZoomRange part{Interval<double>{20, 40}, Interval<double>{20, 40}};
        m_view->showRange(part);
        QTest::mouseDClick(m_view->viewport(), Qt::LeftButton, {}, QPoint(400, 300));
        QVERIFY(zoom().showsAll());
        for (const Qt::Key key : {Qt::Key_Home, Qt::Key_0}) {
            m_view->showRange(part);
            QTest::keyClick(m_view.get(), key);
            QVERIFY(zoom().showsAll());
        }
        QTest::keyClick(m_view.get(), Qt::Key_Backspace);
        QCOMPARE(zoom(), part);
    }

    void keysZoomAndMove() {
        QTest::keyClick(m_view.get(), Qt::Key_Plus);
        QVERIFY(zoom().x && zoom().y);
        const Interval<double> before = *zoom().x;
        const Interval<double> heights = *zoom().y;
        QTest::keyClick(m_view.get(), Qt::Key_Right, Qt::ShiftModifier);
        QVERIFY(zoom().x->low > before.low && zoom().x->high > before.high);
        QTest::keyClick(m_view.get(), Qt::Key_Left, Qt::ShiftModifier);
        QVERIFY(isNear(zoom().x, before.low, before.high, 1e-9));
        QTest::keyClick(m_view.get(), Qt::Key_Up, Qt::ShiftModifier);
        QVERIFY(zoom().y->low > heights.low);
        QTest::keyClick(m_view.get(), Qt::Key_Down, Qt::ShiftModifier);
        QTest::keyClick(m_view.get(), Qt::Key_Plus, Qt::ShiftModifier);  // as many keyboards type it
        QTest::keyClick(m_view.get(), Qt::Key_Minus);
        QTest::keyClick(m_view.get(), Qt::Key_Minus);
        QVERIFY(zoom().showsAll());
    }

    void keysZoomAtTheCrossHair() {
        QTest::keyClick(m_view.get(), Qt::Key_Right);
        QCOMPARE(m_view->crossHair(), std::optional(1.0));
        const double before = m_view->frame().xPixel(1);
        QTest::keyClick(m_view.get(), Qt::Key_Plus);
        QVERIFY(qAbs(m_view->frame().xPixel(1) - before) < 1e-6);
    }

    void thePointOfTheCrossHairStaysInSight() {
        pointer().move(pointer().at(90, 90));
        QCOMPARE(m_view->crossHair(), std::optional(90.0));
        const QPoint before = pointer().at(90, 90);
        for (int i = 0; i < 5; ++i)
            QTest::keyClick(m_view.get(), Qt::Key_Plus);
        QVERIFY((pointer().at(90, 90) - before).manhattanLength() <= 2);
    }

    void theCrossHairTakesTheZoomAlong() {
        m_view->showRange({Interval<double>{15, 45}, {}});
        QTest::keyClick(m_view.get(), Qt::Key_Right);
        QCOMPARE(m_view->crossHair(), std::optional(20.0));  // the first in sight
        for (int i = 0; i < 3; ++i)
            QTest::keyClick(m_view.get(), Qt::Key_Right);
        QCOMPARE(m_view->crossHair(), std::optional(50.0));
        QVERIFY(zoom().x->low < 50 && 50 < zoom().x->high);
        QVERIFY(qAbs(zoom().x->high - zoom().x->low - 30) < 1e-6);
    }

    void aClickOnAPointChoosesItsTrial() {
        QSignalSpy chosen(m_view.get(), &ChartView::trialChosen);
        pointer().click(pointer().at(50, 50) + QPoint(3, 3));
        QCOMPARE(chosen.count(), 1);
        QCOMPARE(chosen[0][0].toInt(), 5);
        pointer().click(pointer().at(50, 26));
        QCOMPARE(chosen.count(), 2);
        QCOMPARE(chosen[1][0].toInt(), 105);
        pointer().click(pointer().at(20, 90));
        QCOMPARE(chosen.count(), 2);  // there is no point
        QVERIFY(zoom().showsAll());
    }

    void aZoomingDragChoosesNothing() {
        QSignalSpy chosen(m_view.get(), &ChartView::trialChosen);
        pointer().drag(pointer().at(50, 50), pointer().at(90, 90));
        QCOMPARE(chosen.count(), 0);
    }

    void keysChooseATrial() {
        QSignalSpy chosen(m_view.get(), &ChartView::trialChosen);
        QTest::keyClick(m_view.get(), Qt::Key_Return);
        QCOMPARE(chosen.count(), 0);
        QTest::keyClick(m_view.get(), Qt::Key_Left);
        QTest::keyClick(m_view.get(), Qt::Key_Return);
        QCOMPARE(chosen.takeFirst()[0].toInt(), 10);
        QTest::keyClick(m_view.get(), Qt::Key_Down);
        QTest::keyClick(m_view.get(), Qt::Key_Down);
        QTest::keyClick(m_view.get(), Qt::Key_Enter, Qt::KeypadModifier);
        QCOMPARE(chosen.takeFirst()[0].toInt(), 110);
        QTest::keyClick(m_view.get(), Qt::Key_Up);
        QTest::keyClick(m_view.get(), Qt::Key_Return);
        QCOMPARE(chosen.takeFirst()[0].toInt(), 10);
    }

    void theLegendTogglesItsSeries() {
        QSignalSpy toggled(m_view.get(), &ChartView::seriesToggled);
        for (const char* label : {"serial", "tbb"})
            pointer().click(legend(label));
        QCOMPARE(toggled.count(), 2);
        QCOMPARE(toggled[0][0].toString(), QStringLiteral("serial"));
        QCOMPARE(toggled[1][0].toString(), QStringLiteral("tbb"));
    }

    void keysHideTheSeriesThatIsPointedAt() {
        QSignalSpy toggled(m_view.get(), &ChartView::seriesToggled);
        QSignalSpy all(m_view.get(), &ChartView::allSeriesWanted);
        QTest::keyClick(m_view.get(), Qt::Key_H);
        QTest::keyClick(m_view.get(), Qt::Key_H, Qt::ShiftModifier);
        QCOMPARE(toggled.count() + all.count(), 0);
        QTest::keyClick(m_view.get(), Qt::Key_Right);
        QTest::keyClick(m_view.get(), Qt::Key_H);
        QCOMPARE(toggled.count(), 1);
        QCOMPARE(toggled[0][0].toString(), QStringLiteral("serial"));
        Plot plot = lines();
        plot.series[0].points.clear();
        plot.series[0].hidden = true;
        m_view->setPlot(plot);
        QTest::keyClick(m_view.get(), Qt::Key_H, Qt::ShiftModifier);
        QCOMPARE(all.count(), 1);
        pointer().click(legend("serial"));
        QCOMPARE(toggled.count(), 2);
    }

    void undoIsTheWindowsWhenNothingIsZoomed() {
        const auto overrides = [this] {
            QKeyEvent event(QEvent::ShortcutOverride, Qt::Key_Z, Qt::ControlModifier);
            event.ignore();
            QCoreApplication::sendEvent(m_view.get(), &event);
            return event.isAccepted();
        };
        QVERIFY(!overrides());
        m_view->showRange({Interval<double>{20, 40}, {}});
        QVERIFY(overrides());
    }

    void escapeEndsADrag() {
        QTest::mousePress(m_view->viewport(), Qt::LeftButton, {}, pointer().at(20, 80));
        pointer().move(pointer().at(60, 30), {}, Qt::LeftButton);
        QTest::keyClick(m_view.get(), Qt::Key_Escape);
        QTest::mouseRelease(m_view->viewport(), Qt::LeftButton, {}, pointer().at(60, 30));
        QVERIFY(zoom().showsAll());
    }

    void aDragFramesWhatItIsOver() {
        const QImage before = m_view->grab().toImage();
        QTest::mousePress(m_view->viewport(), Qt::LeftButton, {}, pointer().at(20, 80));
        pointer().move(pointer().at(60, 30), {}, Qt::LeftButton);
        const QImage during = m_view->grab().toImage();
        const QPoint inside = pointer().at(33, 73);
        const QPoint outside = pointer().at(83, 23);
        QVERIFY(during.pixelColor(inside) != before.pixelColor(inside));
        QCOMPARE(during.pixelColor(outside), before.pixelColor(outside));
    }

    void nothingDrawnNothingToZoom() {
        m_view->setPlot({});
        pointer().drag(QPoint(200, 200), QPoint(400, 400));
        QVERIFY(!pointer().wheel(QPoint(400, 300), 1));
        QTest::keyClick(m_view.get(), Qt::Key_Plus);
        QTest::keyClick(m_view.get(), Qt::Key_Right);
        pointer().click(QPoint(400, 300));
        QVERIFY(zoom().showsAll());
        QVERIFY(!m_view->crossHair());
    }

    void theGesturesAreTold() {
        const QString text = ChartView::gesturesText();
        for (const char* word : {"Drag", "Wheel", "Shift", "Backspace", "Double click", "Enter", "H", "Arrows"})
            QVERIFY2(text.contains(QLatin1String(word)), word);
    }

private:
    ChartPointer pointer() { return ChartPointer(*m_view); }
    const ZoomRange& zoom() const { return m_view->zoomRange(); }

    /// The middle of a line of the legend.
    QPoint legend(std::string_view label) const {
        for (int y = 0; y < m_view->frame().area().top(); y += 4) {
            for (int x = 0; x < m_view->width(); x += 4) {
                const Series* series = m_view->frame().legendAt(QPointF(x, y));
                if (series && series->label == label) return {x + 8, y + 4};
            }
        }
        qFatal("no such line in the legend");
    }

    std::unique_ptr<ChartView> m_view;
};

QTEST_MAIN(TestChartGestures)
#include "tst_chart_gestures.moc"
