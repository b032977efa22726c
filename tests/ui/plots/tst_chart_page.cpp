#include "core/plots/plots.h"
#include "tests/ui/plots/chart_pointer.h"
#include "tests/ui/recorded_run.h"
#include "tests/ui/ui_test.h"
#include "ui/plots/chart_commands.h"
#include "ui/plots/chart_page.h"
#include "ui/plots/chart_view.h"
#include "ui/plots/plot_places.h"

#include <QAction>
#include <QCheckBox>
#include <QMenu>
#include <QSignalSpy>
#include <QToolButton>

#include <algorithm>

using namespace breakeven;

class TestChartPage : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() {
        failOnAnyWarning();
        m_results = Results();
        m_page = std::make_unique<ChartPage>(*findPlot("runtime"), m_results);
        m_page->resize(640, 400);
    }

    void partsAreNamedAfterThePlot() {
        QCOMPARE(m_page->view().objectName(), QStringLiteral("runtimeChart"));
        ChartPage other(*findPlot("speedup"), m_results);
        other.show();
        QVERIFY(other.findChild<ChartView*>(QStringLiteral("speedupChart")));
        QVERIFY(other.findChild<QCheckBox*>(QStringLiteral("speedupXLog")));
    }

    void drawsOnlyWhatCanBeSeen() {
        measure({10, 100'000});
        QVERIFY(m_page->view().plot().series.empty());
        m_page->show();
        QCOMPARE(m_page->view().plot().series.size(), std::size_t(2));
        measure({10, 1'000, 100'000});
        QCOMPARE(m_page->view().plot().series[0].points.size(), std::size_t(3));
        m_page->hide();
        measure({10});
        QCOMPARE(m_page->view().plot().series[0].points.size(), std::size_t(3));
        m_page->show();
        QCOMPARE(m_page->view().plot().series[0].points.size(), std::size_t(1));
    }

    void theSameQuestionIsDrawnOnce() {
        measure({10, 100'000});
        m_page->show();
        const QSignalSpy drawn(&m_page->view(), &ChartView::plotChanged);
        m_page->setWhatIf(std::nullopt);
        QCOMPARE(drawn.count(), 0);
        const WhatIfChoice asked{{.dispatchFactor = 0.5}, "tbb"};
        m_page->setWhatIf(asked);
        m_page->setWhatIf(asked);
        QCOMPARE(drawn.count(), 1);
    }

    void switchesShowTheScaleThatIsDrawn() {
        measure({10, 100'000});
        m_page->show();
        QVERIFY(box("runtimeXLog").isChecked());
        measure({10, 20});
        QVERIFY(!box("runtimeXLog").isChecked());
    }

    void theSwitchNamesWhatIsOnX() {
        m_page->show();
        QCOMPARE(box("runtimeXLog").text(), QStringLiteral("Logarithmic size"));
        RecordedRun run("run");
        run.started().spec.x = "workers";
        run.trial("tbb", 10, nineTimes(1));
        m_results = run.results();
        m_page->resultsChanged();
        QCOMPARE(box("runtimeXLog").text(), QStringLiteral("Logarithmic workers"));
        QCOMPARE(m_page->view().plot().title, std::string("Runtime versus workers"));
        QCOMPARE(m_page->view().plot().series.at(0).points.at(0).x, 2.0);
        QVERIFY(m_page->view().accessibleDescription().contains(QStringLiteral("at 2 workers")));
    }

    void aSwitchedScaleStays() {
        measure({10, 100'000});
        m_page->show();
        box("runtimeXLog").click();
        QCOMPARE(m_page->view().plot().x.scale, AxisScale::Linear);
        measure({10, 1'000'000});
        QCOMPARE(m_page->view().plot().x.scale, AxisScale::Linear);
        QVERIFY(!box("runtimeXLog").isChecked());
    }

    void nothingToDrawNothingToSwitch() {
        m_page->show();
        QVERIFY(!box("runtimeXLog").isEnabled() && !box("runtimeYLog").isEnabled());
        measure({10, 100'000});
        QVERIFY(box("runtimeXLog").isEnabled() && box("runtimeYLog").isEnabled());
    }

    void liveUpdatesKeepTheZoom() {
        measure({10, 1'000});
        m_page->show();
        const ZoomRange part{Interval<double>{20, 200}, {}};
        m_page->view().showRange(part);
        measure({10, 1'000, 100'000});
        QCOMPARE(m_page->view().zoomRange(), part);
        QCOMPARE(m_page->view().frame().xAxis().range, *part.x);
        QVERIFY(m_page->view().frame().yAxis().range.high > 0.05);  // not zoomed: grows with the run
        box("runtimeXLog").click();
        QCOMPARE(m_page->view().zoomRange(), part);
    }

    void anotherRunForgetsZoomAndHiding() {
        measure({10, 1'000});
        m_page->show();
        m_page->view().showRange({Interval<double>{20, 200}, {}});
        Q_EMIT m_page->view().seriesToggled(QStringLiteral("tbb"));
        measure({10, 1'000}, "another");
        QVERIFY(m_page->view().zoomRange().showsAll());
        QVERIFY(!m_page->view().canUndoZoom());
        QVERIFY(!m_page->view().hidesSeries());
    }

    void aHiddenSeriesKeepsItsPlaceInTheLegend() {
        measure({10, 100});  // few enough for an axis that is not in decades
        m_page->show();
        const auto hidden = [this](const char* label) { return findSeries(m_page->view().plot(), label)->hidden; };
        const double before = m_page->view().plot().y.range.high;
        Q_EMIT m_page->view().seriesToggled(QStringLiteral("serial"));
        QCOMPARE(m_page->view().plot().series.size(), std::size_t(2));
        QCOMPARE(m_page->view().plot().series[0].label, std::string("serial"));
        QVERIFY(hidden("serial") && !hidden("tbb"));
        QVERIFY(m_page->view().plot().series[0].points.empty());
        QVERIFY(m_page->view().plot().y.range.high < before);  // the axis fits what is left
        measure({10, 1'000, 100'000});
        QVERIFY(hidden("serial") && !hidden("tbb"));
        Q_EMIT m_page->view().seriesToggled(QStringLiteral("tbb"));
        QVERIFY(hidden("serial") && hidden("tbb"));
        Q_EMIT m_page->view().allSeriesWanted();
        QVERIFY(!hidden("serial") && !hidden("tbb"));
        Q_EMIT m_page->view().seriesToggled(QStringLiteral("tbb"));
        Q_EMIT m_page->view().seriesToggled(QStringLiteral("tbb"));
        QVERIFY(!hidden("tbb"));
    }

    void theButtonLeavesTheZoom() {
        measure({10, 1'000});
        m_page->show();
        auto* button = m_page->findChild<QToolButton*>(QStringLiteral("runtimeShowAll"));
        QVERIFY(button && !button->isEnabled());
        m_page->view().showRange({Interval<double>{20, 200}, {}});
        QVERIFY(button->isEnabled());
        button->click();
        QVERIFY(m_page->view().zoomRange().showsAll());
        QVERIFY(!button->isEnabled());
    }

    void aLowChartHasItsSwitchesInItsMenu() {
        measure({10, 1'000, 100'000});
        m_page->resize(640, 220);
        m_page->show();
        auto* button = m_page->findChild<QToolButton*>(QStringLiteral("runtimeMenu"));
        QVERIFY(button && button->isVisible() && !box("runtimeXLog").isVisible());
        QVERIFY(!button->geometry().intersects(m_page->view().frame().area().toRect()));
        QMenu menu;
        fillChartMenu(menu, m_page->view());
        const QList<QAction*> items = menu.actions();
        const auto item = std::ranges::find(items, box("runtimeXLog").text(), &QAction::text);
        QVERIFY(item != items.end() && (*item)->isChecked());
        (*item)->trigger();
        QCOMPARE(m_page->view().plot().x.scale, AxisScale::Linear);
        m_page->resize(640, 400);
        QVERIFY(!button->isVisible() && box("runtimeXLog").isVisible() && !box("runtimeXLog").isChecked());
    }

    void gesturesAreTold() {
        m_page->show();
        auto* button = m_page->findChild<QToolButton*>(QStringLiteral("runtimeGestures"));
        QVERIFY(button);
        QCOMPARE(button->toolTip(), ChartView::gesturesText());
        QVERIFY(!button->accessibleName().isEmpty());
    }

    void theCrossHairTellsTheSpeedup() {
        measure({10, 1'000});
        m_page->show();
        QTest::keyClick(&m_page->view(), Qt::Key_Right);
        const QStringList lines = m_page->view().accessibleDescription().split(u'\n');
        QCOMPARE(lines.size(), 3);
        QVERIFY2(!lines[1].contains(QStringLiteral("vs")), qPrintable(lines[1]));
        QVERIFY2(lines[2].endsWith(QStringLiteral("2.00× (2.00–2.00) vs serial")), qPrintable(lines[2]));
    }

    void aChosenPointIsATrial() {
        measure({10, 1'000});
        m_page->show();
        QSignalSpy chosen(m_page.get(), &ChartPage::trialChosen);
        const Series& tbb = m_page->view().plot().series.at(1);
        ChartPointer pointer(m_page->view());
        pointer.click(pointer.at(tbb.points.at(1).x, tbb.points.at(1).y));
        QCOMPARE(chosen.count(), 1);
        const TrialResult* trial = m_results.find(chosen[0][0].toInt());
        QVERIFY(trial);
        QCOMPARE(trial->trial.backend, std::string("tbb"));
        QCOMPARE(trial->trial.size, ItemCount(1'000));
    }

private:
    void measure(const std::vector<ItemCount>& sizes, const std::string& id = "run") {
        RecordedRun run(id);
        for (const ItemCount size : sizes) {
            run.trial("serial", size, nineTimes(static_cast<double>(size) * 1e-6));
            run.trial("tbb", size, nineTimes(static_cast<double>(size) * 5e-7));
        }
        m_results = run.results();
        m_page->resultsChanged();
    }

    QCheckBox& box(const char* name) {
        auto* found = m_page->findChild<QCheckBox*>(QLatin1String(name));
        if (!found) qFatal("%s: no such switch", name);
        return *found;
    }

    Results m_results;
    std::unique_ptr<ChartPage> m_page;
};

QTEST_MAIN(TestChartPage)
#include "tst_chart_page.moc"
