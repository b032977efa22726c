#include "core/plots/plots.h"
#include "tests/ui/recorded_run.h"
#include "tests/ui/ui_test.h"
#include "ui/plots/chart_page.h"
#include "ui/plots/chart_view.h"

#include <QCheckBox>

using namespace breakeven;

class TestChartPage : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() {
        failOnAnyWarning();
        m_results = Results();
        m_page = std::make_unique<ChartPage>(*findPlot("runtime"), m_results);
    }

    void partsAreNamedAfterThePlot() {
        QVERIFY(m_page->findChild<ChartView*>(QStringLiteral("runtimeChart")));
        const ChartPage other(*findPlot("speedup"), m_results);
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

private:
    void measure(const std::vector<ItemCount>& sizes) {
        RecordedRun run("run");
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
