#include "tests/ui/plots/chart_pointer.h"
#include "tests/ui/ui_test.h"
#include "ui/plots/curve_drawing.h"

#include <QSignalSpy>

#include <cmath>

using namespace breakeven;

namespace {

Plot blank() {
    Plot plot;
    plot.id = "runtime";
    plot.x = {"List size (items)", Quantity::Items, AxisScale::Log, {10, 10'000}};
    plot.y = {"Runtime (s)", Quantity::Duration, AxisScale::Log, {1e-6, 1}};
    plot.series.emplace_back().label = "mine";
    return plot;
}

bool isNear(std::optional<double> value, double expected) {
    return value && std::abs(std::log10(*value / expected)) < 0.05;  // a pixel or two
}

}  // namespace

class TestCurveDrawing : public QObject {
    Q_OBJECT

    struct Canvas {
        ChartView view;
        CurveDrawing drawing{view};
        ChartPointer pointer{view};

        Canvas() {
            view.resize(800, 500);
            view.show();
            view.setPlot(blank());
            drawing.setPlaces({10, 100, 1000, 10'000});
            drawing.setOn(true);
        }
    };

private Q_SLOTS:
    void init() { failOnAnyWarning(); }

    void oneStrokeIsOneCurve() {
        Canvas canvas;
        QSignalSpy changed(&canvas.drawing, &CurveDrawing::changed);
        canvas.pointer.drag(canvas.pointer.at(12, 1e-5), canvas.pointer.at(9000, 1e-2));
        QVERIFY(!changed.empty());
        const auto& values = canvas.drawing.values();
        const auto onLine = [](double x) {  // through both ends of the stroke
            return 1e-5 * std::pow(1e3, std::log(x / 12) / std::log(9000.0 / 12));
        };
        QVERIFY(isNear(values[0], 1e-5));
        QVERIFY(isNear(values[1], onLine(100)));
        QVERIFY(isNear(values[2], onLine(1000)));
        QVERIFY(isNear(values[3], 1e-2));
    }

    void aStrokeBackwardsMendsAPart() {
        Canvas canvas;
        canvas.pointer.drag(canvas.pointer.at(10, 1e-5), canvas.pointer.at(10'000, 1e-5));
        canvas.pointer.drag(canvas.pointer.at(1200, 1e-2), canvas.pointer.at(90, 1e-2));
        QVERIFY(isNear(canvas.drawing.values()[0], 1e-5));
        QVERIFY(isNear(canvas.drawing.values()[1], 1e-2));
        QVERIFY(isNear(canvas.drawing.values()[2], 1e-2));
        QVERIFY(isNear(canvas.drawing.values()[3], 1e-5));
    }

    void aStrokeThatGoesOnDoesNotSpoilWhereItWas() {
        Canvas canvas;
        canvas.pointer.drag(canvas.pointer.at(100, 1e-5), canvas.pointer.at(250, 1e-2));
        QVERIFY(isNear(canvas.drawing.values()[1], 1e-5));
    }

    void aClickIsOneValue() {
        Canvas canvas;
        canvas.pointer.click(canvas.pointer.at(1000, 1e-3));
        QVERIFY(isNear(canvas.drawing.values()[2], 1e-3));
        QVERIFY(!canvas.drawing.values()[0] && !canvas.drawing.values()[1] && !canvas.drawing.values()[3]);
    }

    void valuesStayOnTheAxis() {
        Canvas canvas;
        const QPoint above = canvas.pointer.at(1000, 1e-1) - QPoint(0, 400);
        canvas.pointer.drag(canvas.pointer.at(1000, 1e-3), above);
        const double top = canvas.view.frame().yAxis().range.high;
        QVERIFY(canvas.drawing.values()[2] && *canvas.drawing.values()[2] <= top * 1.001);
    }

    void itDoesNotZoomWhileItIsOn() {
        Canvas canvas;
        canvas.pointer.drag(canvas.pointer.at(100, 1e-4), canvas.pointer.at(1000, 1e-2));
        QVERIFY(!canvas.view.isZoomed());
        canvas.drawing.setOn(false);
        canvas.pointer.drag(canvas.pointer.at(100, 1e-4), canvas.pointer.at(1000, 1e-2));
        QVERIFY(canvas.view.isZoomed());
        QVERIFY(isNear(canvas.drawing.values()[1], 1e-4));  // as it was drawn before
    }

    void otherPlacesForgetTheCurve() {
        Canvas canvas;
        canvas.pointer.click(canvas.pointer.at(1000, 1e-3));
        canvas.drawing.setPlaces({10, 20});
        QCOMPARE(canvas.drawing.values(), std::vector<std::optional<double>>(2));
    }
};

QTEST_MAIN(TestCurveDrawing)
#include "tst_curve_drawing.moc"
