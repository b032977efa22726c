#include "ui/plots/zoom.h"

#include <QTest>

using namespace breakeven;

namespace {

Axis axis(AxisScale scale, double low, double high, Quantity quantity = Quantity::Duration) {
    return {"Axis", quantity, scale, {low, high}};
}

bool isNear(const std::optional<Interval<double>>& part, double low, double high) {
    return part && qAbs(part->low - low) < 1e-9 * qAbs(high) && qAbs(part->high - high) < 1e-9 * qAbs(high);
}

ZoomRange along(double low, double high) {
    return {Interval<double>{low, high}, {}};
}

}  // namespace

class TestZoom : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void sharesAreEqualStepsOfTheScale() {
        const Axis linear = axis(AxisScale::Linear, 10, 30);
        QCOMPARE(shareOf(linear, 10), 0.0);
        QCOMPARE(shareOf(linear, 25), 0.75);
        QCOMPARE(valueAt(linear, 0.5), 20.0);
        QCOMPARE(valueAt(linear, 2), 50.0);
        const Axis logarithmic = axis(AxisScale::Log, 1, 100);
        QCOMPARE(shareOf(logarithmic, 10), 0.5);
        QCOMPARE(valueAt(logarithmic, 0.25), std::sqrt(10.0));
        QCOMPARE(valueAt(logarithmic, -0.5), 0.1);
    }

    void aPartIsWhatLiesBetweenTwoShares() {
        QVERIFY(isNear(partOf(axis(AxisScale::Linear, 0, 10), {0, 10}, 0.2, 0.5), 2, 5));
        QVERIFY(isNear(partOf(axis(AxisScale::Log, 1, 1e4), {1, 1e4}, 0.25, 0.5), 10, 100));
        QVERIFY(isNear(partOf(axis(AxisScale::Linear, 4, 6), {0, 10}, -0.5, 1.5), 3, 7));  // out again
    }

    void aPartStaysWithinTheWhole() {
        const Axis visible = axis(AxisScale::Linear, 1, 3);
        QVERIFY(isNear(partOf(visible, {0, 10}, -2, -1), 0, 2));
        QVERIFY(isNear(partOf(visible, {0, 10}, 10, 11), 8, 10));
        QVERIFY(isNear(partOf(axis(AxisScale::Log, 10, 100), {1, 1e3}, -3, -2), 1, 10));
    }

    void allOfTheWholeIsNoPart() {
        QVERIFY(!partOf(axis(AxisScale::Linear, 1, 3), {0, 10}, -20, 20));
        QVERIFY(!partOf(axis(AxisScale::Log, 1, 3), {1, 10}, 0, 7));
    }

    void aPartIsWideEnoughForItsTicks() {
        const auto part = partOf(axis(AxisScale::Linear, 0, 1), {0, 1}, 0.5, 0.5 + 1e-9);
        QVERIFY(part && part->high - part->low > 0.9e-4 && part->high - part->low < 1.1e-4);
        for (const AxisScale scale : {AxisScale::Linear, AxisScale::Log}) {
            const auto counts = partOf(axis(scale, 1, 100, Quantity::Workers), {1, 100}, 0.5, 0.501);
            QVERIFY(counts && counts->high - counts->low >= 2 - 1e-9);
        }
    }

    void whatAnAxisCannotShow() {
        QVERIFY(isDrawable(axis(AxisScale::Linear, 0, 1), {-1, 1}));
        QVERIFY(!isDrawable(axis(AxisScale::Linear, 0, 1), {1, 1}));
        QVERIFY(!isDrawable(axis(AxisScale::Log, 1, 10), {0, 1}));
        QVERIFY(isDrawable(axis(AxisScale::Log, 1, 10), {1e-9, 1}));
    }

    void onlyWhatIsSeenIsShown() {
        Plot plot;
        plot.series.resize(2);
        plot.series[0].points = {{1, 1, {}, {}, {}}, {2, 5, {}, {}, {}}, {3, 1, {}, {}, {}}};
        plot.series[1].hidden = true;
        const Plot shown = shownPart(plot, {Interval<double>{2, 3}, Interval<double>{0, 2}});
        QCOMPARE(shown.series.size(), std::size_t(1));
        QCOMPARE(shown.series[0].points.size(), std::size_t(1));
        QCOMPARE(shown.series[0].points[0].x, 3.0);
        QCOMPARE(shownPart(plot, {}).series[0].points.size(), std::size_t(3));
    }

    void eachStepIsUndone() {
        Zoom zoom;
        QVERIFY(!zoom.canUndo());
        zoom.show(along(1, 9), ZoomStep::Single);
        zoom.show(along(2, 8), ZoomStep::Single);
        zoom.undo();
        QCOMPARE(zoom.range(), along(1, 9));
        zoom.undo();
        QVERIFY(zoom.range().showsAll());
        QVERIFY(!zoom.canUndo());
        zoom.undo();
        QVERIFY(zoom.range().showsAll());
    }

    void stepsOfAWheelAreUndoneTogether() {
        Zoom zoom;
        zoom.show(along(1, 9), ZoomStep::Wheel);
        zoom.show(along(2, 8), ZoomStep::Wheel);
        zoom.show(along(3, 9), ZoomStep::Drag);
        zoom.show(along(4, 10), ZoomStep::Drag);
        zoom.endSteps();
        zoom.show(along(5, 11), ZoomStep::Drag);
        zoom.undo();
        QCOMPARE(zoom.range(), along(4, 10));
        zoom.undo();
        QCOMPARE(zoom.range(), along(2, 8));
        zoom.undo();
        QVERIFY(zoom.range().showsAll());
    }

    void whatChangesNothingIsNoStep() {
        Zoom zoom;
        zoom.show({}, ZoomStep::Single);
        QVERIFY(!zoom.canUndo());
    }

    void forgettingLeavesNoWayBack() {
        Zoom zoom;
        zoom.show(along(1, 9), ZoomStep::Single);
        zoom.forget();
        QVERIFY(zoom.range().showsAll());
        QVERIFY(!zoom.canUndo());
    }
};

QTEST_GUILESS_MAIN(TestZoom)
#include "tst_zoom.moc"
