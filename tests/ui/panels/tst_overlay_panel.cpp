#include "tests/support/known_curves.h"
#include "tests/support/sample_results.h"
#include "tests/ui/ui_test.h"
#include "ui/panels/overlay_panel.h"
#include "ui/plots/chart_view.h"

#include <QCheckBox>
#include <QComboBox>

#include <memory>

using namespace breakeven;

class TestOverlayPanel : public QObject, UiTest {
    Q_OBJECT

private Q_SLOTS:
    void init() {
        failOnAnyWarning();
        m_panel = std::make_unique<OverlayPanel>();
        m_panel->resize(900, 500);
        m_panel->show();
    }

    void beforeRunsAreChosenItInvites() {
        QVERIFY(plot().series.empty());
        QVERIFY(QString::fromStdString(plot().note).contains(QStringLiteral("Choose two to six runs")));
        QVERIFY(!the<QCheckBox>("overlayXLog").isEnabled());
    }

    void allRunsAreOnOneChart() {
        m_panel->showRuns(runs());
        QCOMPARE(plot().series.size(), std::size_t{4});
        QCOMPARE(plot().series.back().label, std::string("tbb · after"));
        QVERIFY(the<QCheckBox>("overlayXLog").isEnabled());
        QVERIFY(plot().note.empty());
    }

    void theHeadlineNamesTheRuns() {
        QCOMPARE(m_panel->headline(), QStringLiteral("Nothing is overlaid yet"));
        m_panel->showRuns(runs());
        QCOMPARE(m_panel->headline(), QStringLiteral("2 runs on one chart: before · after"));
    }

    void anotherChartCanBeChosen() {
        m_panel->showRuns(runs());
        auto& box = the<QComboBox>("overlayPlotBox");
        QVERIFY(box.count() >= 3);
        box.setFocus();
        QTest::keyClick(&box, Qt::Key_Down);
        QVERIFY(plot().id != "runtime");
        QVERIFY(!plot().series.empty());
    }

    void aHiddenCurveKeepsItsPlaceInTheLegend() {
        m_panel->showRuns(runs());
        Q_EMIT m_panel->view().seriesToggled(QStringLiteral("tbb · before"));
        QCOMPARE(plot().series.size(), std::size_t{4});
        QVERIFY(plot().series[1].hidden && plot().series[1].points.empty());
        QCOMPARE(plot().markers.size(), std::size_t{1});
        Q_EMIT m_panel->view().allSeriesWanted();
        QVERIFY(!plot().series[1].hidden);
        Q_EMIT m_panel->view().seriesToggled(QStringLiteral("tbb · before"));
        m_panel->showRuns(runs());
        QVERIFY(!plot().series[1].hidden);
    }

    void scalesAreSwitched() {
        m_panel->showRuns(runs());
        auto& xLog = the<QCheckBox>("overlayXLog");
        const AxisScale before = plot().x.scale;
        QCOMPARE(xLog.isChecked(), before == AxisScale::Log);
        QTest::mouseClick(&xLog, Qt::LeftButton, {}, QPoint(8, xLog.height() / 2));
        QVERIFY(plot().x.scale != before);
        m_panel->showRuns(runs());
        QCOMPARE(plot().x.scale, before);
    }

private:
    static std::vector<NamedResults> runs() {
        std::vector<NamedResults> all;
        for (const auto& [name, overhead] : {std::pair("before", 2e-4), std::pair("after", 5e-5)}) {
            SampleResults sample;
            KnownCurves curves;
            curves.overhead = overhead;
            curves.measure(sample, "tbb", {100, 10'000, 1'000'000}, 12, 7);
            all.push_back({name, sample.results});
        }
        return all;
    }
    const Plot& plot() const { return m_panel->view().plot(); }
    template <class Widget>
    Widget& the(const char* name) {
        auto* found = m_panel->findChild<Widget*>(QLatin1String(name));
        if (!found) qFatal("%s: no such widget", name);
        return *found;
    }

    std::unique_ptr<OverlayPanel> m_panel;
};

QTEST_MAIN(TestOverlayPanel)
#include "tst_overlay_panel.moc"
