#include "core/plots/plots.h"
#include "tests/ui/recorded_run.h"
#include "tests/ui/ui_test.h"
#include "ui/plots/chart_view.h"
#include "ui/plots/plot_text.h"
#include "ui/theme.h"

#include <QScrollArea>
#include <QScrollBar>
#include <QWheelEvent>

using namespace breakeven;

namespace {

Plot runtime(const std::vector<ItemCount>& sizes) {
    RecordedRun run("run");
    for (const ItemCount size : sizes)
        run.trial("serial", size, nineTimes(static_cast<double>(size) * 1e-6));
    return findPlot("runtime")->draw(run.results(), {});
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

    void theWheelIsLeftToThePage() {
        ChartView view;
        view.resize(400, 300);
        view.setPlot(runtime({10, 1'000}));
        QWheelEvent wheel(QPointF(200, 150), QPointF(200, 150), QPoint(), QPoint(0, -120), Qt::NoButton, Qt::NoModifier,
                          Qt::NoScrollPhase, false);
        QCoreApplication::sendEvent(view.viewport(), &wheel);
        QVERIFY(!wheel.isAccepted());
    }
};

QTEST_MAIN(TestChartView)
#include "tst_chart_view.moc"
