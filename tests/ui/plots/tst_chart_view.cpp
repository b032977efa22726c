#include "core/plots/plots.h"
#include "tests/ui/plots/chart_pointer.h"
#include "tests/ui/recorded_run.h"
#include "tests/ui/ui_test.h"
#include "ui/plots/chart_view.h"
#include "ui/plots/plot_text.h"
#include "ui/theme.h"

#include <QClipboard>
#include <QMimeData>

using namespace breakeven;

namespace {

Plot runtime(const std::vector<ItemCount>& sizes) {
    RecordedRun run("run");
    for (const ItemCount size : sizes)
        run.trial("serial", size, nineTimes(static_cast<double>(size) * 1e-6));
    return findPlot("runtime")->draw(run.results(), {});
}

/// Pixels that are neither paper nor grey.
int coloured(const QImage& image, QRect part) {
    int count = 0;
    for (int y = part.top(); y <= part.bottom(); ++y) {
        for (int x = part.left(); x <= part.right(); ++x)
            count += image.pixelColor(x, y).hsvSaturation() > 80;
    }
    return count;
}

Plot steep() {
    Plot plot;
    plot.title = "Steep";
    plot.x = {"x", Quantity::Number, AxisScale::Linear, {0, 10}};
    plot.y = {"y", Quantity::Number, AxisScale::Linear, {0, 10}};
    plot.series.resize(1);
    plot.series[0].label = plot.series[0].family = "tbb";
    for (int i = 0; i <= 10; ++i)
        plot.series[0].points.push_back({double(i), double(i), Interval<double>{i * 0.9, i * 1.1}, {}, i});
    return plot;
}

}  // namespace

class TestChartView : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() {
        failOnAnyWarning();
        applyTheme(Theme::Light);
    }

    void screenReadersHearThePlot() {
        ChartView view;
        view.setPlot(runtime({10, 1'000}));
        QCOMPARE(view.accessibleDescription(), describePlot(view.plot()));
        QVERIFY(!view.accessibleDescription().isEmpty());
    }

    void arrowKeysEnterFromTheirSide() {
        ChartView view;
        view.setPlot(runtime({10, 100, 1'000}));
        QTest::keyClick(&view, Qt::Key_Left);
        QCOMPARE(view.crossHair(), std::optional<double>(1'000));
        QTest::keyClick(&view, Qt::Key_Left);
        QCOMPARE(view.crossHair(), std::optional<double>(100));
        view.setPlot(runtime({10, 1'000}));
        QVERIFY(!view.crossHair());  // 100 is no longer there
        QTest::keyClick(&view, Qt::Key_Right);
        QCOMPARE(view.crossHair(), std::optional<double>(10));
        view.setPlot(runtime({10, 1'000, 10'000}));
        QCOMPARE(view.crossHair(), std::optional<double>(10));
    }

    void theFrameFollowsTheSize() {
        ChartView view;
        view.resize(400, 300);
        view.setPlot(runtime({10, 1'000}));
        view.show();
        const double before = view.frame().area().width();
        view.resize(800, 300);
        QTRY_VERIFY(view.frame().area().width() > before + 300);
        QCOMPARE(view.plot().series.size(), std::size_t(1));
    }

    void thePaperFollowsTheTheme() {
        ChartView view;
        view.resize(400, 300);
        view.setPlot(runtime({10, 1'000}));
        for (const Theme theme : {Theme::Dark, Theme::Light}) {
            applyTheme(theme);
            QCoreApplication::processEvents();
            QCOMPARE(view.grab().toImage().pixelColor(2, 2), toColour(paper(theme == Theme::Dark).background));
        }
    }

    void screenReadersHearTheCrossHair() {
        ChartView view;
        view.setPlot(runtime({10, 1'000}));
        QTest::keyClick(&view, Qt::Key_Right);
        QVERIFY(view.accessibleDescription().startsWith(QStringLiteral("10 items\nserial  10.0")));
        QTest::keyClick(&view, Qt::Key_Escape);
        QCOMPARE(view.accessibleDescription(), describePlot(view.plot()));
    }

    void curvesEndAtTheArea() {
        ChartView view;
        view.resize(800, 600);
        view.show();
        view.setPlot(steep());
        for (const ZoomRange& zoom : {ZoomRange{Interval<double>{3.2, 3.4}, Interval<double>{2, 5}},
                                      ZoomRange{Interval<double>{2, 5}, Interval<double>{3.2, 3.4}}}) {
            view.showRange(zoom);
            const QImage image = view.grab().toImage();
            const QRect area = view.frame().area().toRect();
            QVERIFY(coloured(image, area.adjusted(4, 4, -4, -4)) > 300);
            QCOMPARE(coloured(image, QRect(0, area.bottom() + 3, 800, 600 - area.bottom() - 3)), 0);
            QCOMPARE(coloured(image, QRect(0, area.top(), area.left() - 3, area.height())), 0);
            QCOMPARE(coloured(image, QRect(area.right() + 3, 0, 800 - area.right() - 3, 600)), 0);
        }
    }

    void theLineKeepsItsPlaceDeepInTheZoom() {
        ChartView view;
        view.resize(800, 600);
        view.show();
        view.setPlot(steep());
        view.showRange({Interval<double>{3.50, 3.502}, Interval<double>{3.50, 3.502}});
        const QImage image = view.grab().toImage();
        for (const double at : {3.5004, 3.501, 3.5016}) {
            const QPoint on = ChartPointer(view).at(at, at);
            QVERIFY(coloured(image, QRect(on - QPoint(2, 2), QSize(5, 5))) > 4);
        }
    }

    void hiddenSeriesAreGreyInTheLegend() {
        ChartView view;
        view.resize(800, 600);
        view.show();
        Plot plot = steep();
        view.setPlot(plot);
        const QRect legend(0, 0, 800, static_cast<int>(view.frame().area().top()) - 8);
        QVERIFY(coloured(view.grab().toImage(), legend) > 30);
        plot.series[0].hidden = true;
        plot.series[0].points.clear();
        view.setPlot(plot);
        QCOMPARE(coloured(view.grab().toImage(), QRect(0, 0, 800, 600)), 0);
        const Series* first = nullptr;
        for (int x = 0; x < legend.width() && first == nullptr; x += 8)
            first = view.frame().legendAt(QPointF(x, legend.bottom() - 8));
        QCOMPARE(first, &view.plot().series[0]);
    }

    void theImageIsCopied() {
        ChartView view;
        view.setPlot(steep());
        view.copyImage();
        const QImage all = QGuiApplication::clipboard()->image();
        QCOMPARE(all.size(), QSize(2400, 1500));
        QVERIFY(coloured(all, QRect(400, 300, 1600, 1000)) > 1000);
        view.showRange({Interval<double>{2, 3}, {}});
        view.copyImage();
        QVERIFY(QGuiApplication::clipboard()->image() != all);
    }

    void whatIsShownIsCopiedAsCsv() {
        ChartView view;
        Plot plot = steep();
        plot.series.push_back({.label = "serial", .family = "serial", .hidden = true, .points = {}});
        view.setPlot(plot);
        view.showRange({Interval<double>{1.5, 3.5}, {}});
        view.copySeries();
        const QMimeData* data = QGuiApplication::clipboard()->mimeData();
        QCOMPARE(data->text(), QStringLiteral("series,x,y,low,high,note\ntbb,2,2,1.8,2.2,\n"
                                              "tbb,3,3,2.7,3.3000000000000003,\n"));
        QCOMPARE(data->data(QStringLiteral("text/csv")), data->text().toUtf8());
    }
};

QTEST_MAIN(TestChartView)
#include "tst_chart_view.moc"
