#include "core/experiment/spans.h"
#include "core/plots/plots.h"
#include "tests/core/plots/random_pass.h"
#include "tests/ui/recorded_run.h"
#include "tests/ui/ui_test.h"
#include "ui/panels/chart_tabs.h"
#include "ui/plots/chart_view.h"
#include "ui/plots/plot_text.h"
#include "ui/plots/row_view.h"
#include "ui/plots/timeline_canvas.h"
#include "ui/plots/timeline_view.h"

#include <QClipboard>
#include <QComboBox>
#include <QContextMenuEvent>
#include <QFile>
#include <QGuiApplication>
#include <QImage>
#include <QMenu>
#include <QSignalSpy>
#include <QTabBar>
#include <QToolButton>

#include <fstream>
#include <memory>

using namespace breakeven;

class TestChartTabs : public QObject, UiTest {
    Q_OBJECT

private Q_SLOTS:
    void init() {
        failOnAnyWarning();
        m_session = std::make_unique<Session>();
        m_tabs = std::make_unique<ChartTabs>(*m_session);
        m_tabs->resize(900, 600);
        m_tabs->show();
        RecordedRun run("one");
        for (const ItemCount size : {100'000U, 1000U}) {
            run.trial("serial", size, nineTimes(2e-8 * static_cast<double>(size)));
            m_trial = run.trial("tbb", size, nineTimes(1e-4 + 1e-8 * static_cast<double>(size)));
        }
        run.openIn(*m_session, path("run.jsonl"));
    }

    void chartsOfOneQuestionShareATab() {
        QStringList titles;
        for (int place = 0; place < m_tabs->count(); ++place)
            titles += m_tabs->tabText(place);
        QCOMPARE(titles, (QStringList{"Runtime", "Speed-up", "Why", "Map", "Distribution", "Timeline"}));
    }

    void everyChartCanBeChosen() {
        for (const PlotEntry& entry : plots()) {
            m_tabs->showChart(entry.info.id);
            auto* choice = m_tabs->findChild<QToolButton*>(objectStem(entry.info.id) + QStringLiteral("Choice"));
            QVERIFY2(choice && choice->isChecked(), entry.info.id.c_str());
            QCOMPARE(choice->isVisible(), entry.group != PlotGroup::Map && entry.group != PlotGroup::Distribution);
        }
        m_tabs->setCurrentIndex(0);
        QTest::mouseClick(m_tabs->findChild<QToolButton*>(QStringLiteral("timePerItemChoice")), Qt::LeftButton);
        QCOMPARE(m_tabs->frontView()->plot().id, std::string("time-per-item"));
        m_tabs->showChart("no such chart");
        QCOMPARE(m_tabs->frontView()->plot().id, std::string("time-per-item"));
    }

    void aChartIsMadeWhenItIsFirstSeen() {
        const auto speedup = [this] { return m_tabs->findChild<ChartView*>(QStringLiteral("speedupChart")); };
        QVERIFY(!speedup());
        m_tabs->showChart("speedup");
        QVERIFY(speedup() && speedup()->isVisible());
        QCOMPARE(speedup(), m_tabs->frontView());
        QCOMPARE(speedup()->plot().series.size(), std::size_t(1));
        QVERIFY(speedup()->width() > 800 && speedup()->height() > 400);  // it has its place at once
        QVERIFY(!m_tabs->findChild<ChartView*>(QStringLiteral("efficiencyChart")));
    }

    void theTabKeyReachesAChartFirstWheneverItWasMade() {
        m_tabs->showChart("speedup");
        m_tabs->tabBar()->setFocus();
        QTest::keyClick(m_tabs->tabBar(), Qt::Key_Tab);
        QCOMPARE(m_tabs->focusWidget(), static_cast<QWidget*>(m_tabs->frontView()));
    }

    void theDistributionIsOfTheChosenTrialBesideItsBase() {
        m_tabs->showSamples(m_trial);
        QCOMPARE(m_tabs->tabText(m_tabs->currentIndex()), QStringLiteral("Distribution"));
        const auto& boxes = m_tabs->findChild<RowView*>(QStringLiteral("distributionView"))->plot().boxes;
        QCOMPARE(boxes.size(), std::size_t(2));
        QCOMPARE(boxes[1].trialId, m_trial);  // not of the largest size, as at first
        QVERIFY(m_tabs->frontView() == nullptr);
    }

    void lossesAreOfTheChosenCurve() {
        RecordedRun run("two");
        int slow = 0;
        for (const ItemCount size : {1000U, 100'000U}) {
            const double serial = 2e-8 * static_cast<double>(size);
            run.trial("serial", size, nineTimes(serial));
            run.trial("tbb", size, nineTimes(serial / 2));
            slow = run.trial("threads", size, nineTimes(serial / 1.5));
        }
        run.openIn(*m_session, path("two.jsonl"));
        const auto title = [this](const char* chart) {
            m_tabs->showChart(chart);
            return QString::fromStdString(m_tabs->frontView()->plot().title);
        };
        QCOMPARE(title("waterfall"), QStringLiteral("Losses of tbb versus size"));
        m_tabs->showCurveOf(slow);
        QCOMPARE(title("waterfall"), QStringLiteral("Losses of threads versus size"));
        QCOMPARE(title("overhead"), QStringLiteral("Overhead parts of threads versus size"));  // first seen now
        QVERIFY(m_tabs->frontView()->plot().series.front().label == "threads");
        run.openIn(*m_session, path("again.jsonl"));
        QCOMPARE(title("waterfall"), QStringLiteral("Losses of threads versus size"));  // the same run
        RecordedRun other("three");
        other.trial("serial", 1000, nineTimes(2e-5));
        other.trial("tbb", 1000, nineTimes(1e-5));
        other.trial("threads", 1000, nineTimes(1.5e-5));
        other.openIn(*m_session, path("three.jsonl"));
        QCOMPARE(title("waterfall"), QStringLiteral("Losses of tbb versus size"));
    }

    void aTrialWithoutAPassShowsNoOther() {
        RecordedRun run("two");
        const int serial = run.trial("serial", 1000, nineTimes(2e-5));
        PassSpans pass = randomPass({.seed = 1, .workers = 2, .spansPerLane = 5, .withCaller = false});
        pass.trial = run.trial("tbb", 1000, nineTimes(1e-5));
        pass.wall = Seconds(1);  // the same when it is read again
        run.add(TrialProfiled{.trial = pass.trial, .launch = 0, .wall = pass.wall, .workers = {{}, {}}});
        run.add(TraceWritten{"two.spans"});
        std::ofstream(path("two.spans").toStdString()) << writeSpans(pass) << '\n';
        run.openIn(*m_session, path("two.jsonl"));
        m_tabs->showTimeline(serial);
        const auto& canvas = m_tabs->findChild<TimelineView*>()->canvas();
        const auto comeBack = [this, timeline = m_tabs->currentIndex()] {
            m_tabs->setCurrentIndex(0);
            m_tabs->setCurrentIndex(timeline);
        };
        QVERIFY(canvas.accessibleDescription().startsWith(QStringLiteral("No pass of this trial was recorded")));
        comeBack();
        QVERIFY(!canvas.timeline());
        QTest::keyClick(m_tabs->findChild<QComboBox*>(QStringLiteral("timelinePass")), Qt::Key_Down);
        QVERIFY(canvas.timeline());
        comeBack();
        QVERIFY(canvas.timeline());
    }

    void severalRunsGetATabThatCanBePutAway() {
        const std::vector<NamedResults> runs{{"before", m_session->results()}, {"after", m_session->results()}};
        const int usual = m_tabs->count();
        m_tabs->showOverlay(runs);
        QCOMPARE(m_tabs->count(), usual + 1);
        QCOMPARE(m_tabs->frontView()->plot().series.size(), std::size_t(4));
        QCOMPARE(m_tabs->frontHeadline(), QStringLiteral("2 runs on one chart: before · after"));
        m_tabs->showComparison(runs);
        QCOMPARE(m_tabs->tabText(m_tabs->currentIndex()), QStringLiteral("Comparison"));
        auto* close = m_tabs->findChild<QToolButton*>(QStringLiteral("closeComparison"));
        QTest::mouseClick(close, Qt::LeftButton);
        QVERIFY(!m_tabs->isTabVisible(usual + 1));
        m_tabs->showComparison(runs);
        QVERIFY(m_tabs->isTabVisible(usual + 1));
        QCOMPARE(m_tabs->count(), usual + 2);
    }

    void whatIsInFrontIsSaved() {
        m_tabs->showChart("speedup");
        QVERIFY(m_tabs->saveFront(path("a.svg")));
        m_tabs->showChart("heat-map");
        QVERIFY(m_tabs->saveFront(path("b.svg")));
        QVERIFY(fileText("a.svg") != fileText("b.svg") && fileText("b.svg").contains("<svg"));
        m_tabs->showTimeline(m_trial);
        const auto refused = m_tabs->saveFront(path("c.bmp"));
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, ErrorCode::InvalidInput);
        for (const char* name : {"c.png", "c.svg", "c.pdf"})
            QVERIFY(m_tabs->saveFront(path(name)));
        QVERIFY(fileText("c.svg").contains("No timeline was recorded"));
        m_tabs->showComparison({{"one", m_session->results()}, {"two", m_session->results()}});
        QVERIFY(m_tabs->saveFront(path("d.svg")));
        QVERIFY(fileText("d.svg").contains(">tbb<"));
    }

    /// What a menu asks for is asked of the tabs, whichever chart it belongs to.
    void everyMenuSavesAPicture() {
        QSignalSpy wanted(m_tabs.get(), &ChartTabs::pictureWanted);
        const auto save = [this](QWidget& chart) {
            expectMenu();
            QContextMenuEvent event(QContextMenuEvent::Keyboard, QPoint(9, 9), chart.mapToGlobal(QPoint(9, 9)));
            QCoreApplication::sendEvent(&chart, &event);
            auto* menu = m_tabs->findChild<QMenu*>(QStringLiteral("chartMenu"));
            QVERIFY(menu);
            auto* item = menu->findChild<QAction*>(QStringLiteral("chartSavePicture"));
            QVERIFY(item && item->isEnabled());
            item->trigger();
            delete menu;
        };
        for (const char* id : {"runtime", "speedup"}) {
            m_tabs->showChart(id);
            save(*m_tabs->frontView()->viewport());
        }
        for (const char* id : {"heat-map", "distribution"}) {
            m_tabs->showChart(id);
            save(*m_tabs->frontRows());
        }
        QCOMPARE(wanted.count(), 4);
        m_tabs->showOverlay({{"one", m_session->results()}, {"two", m_session->results()}});
        save(*m_tabs->frontView()->viewport());
        QCOMPARE(wanted.count(), 5);
    }

    void whatIsInFrontIsCopied() {
        QClipboard& clipboard = *QGuiApplication::clipboard();
        m_tabs->showChart("speedup");
        QVERIFY(m_tabs->hasNumbers() && m_tabs->hasPicture());
        m_tabs->copyFront();
        const QImage chart = clipboard.image();
        QVERIFY(!chart.isNull());
        m_tabs->showChart("heat-map");
        QVERIFY(m_tabs->hasNumbers());
        m_tabs->copyFront();
        QVERIFY(clipboard.image() != chart);
        m_tabs->showTimeline(m_trial);
        QVERIFY(!m_tabs->hasNumbers() && m_tabs->hasPicture());
        m_tabs->copyFront();
        QCOMPARE(clipboard.image().width(), 2 * 1200);
        m_tabs->showChart("latency");
        QVERIFY(!m_tabs->hasPicture());  // nothing was handed out early
        Session none;
        const ChartTabs tabs(none);
        QVERIFY(!tabs.hasPicture() && !tabs.hasNumbers());
    }

    void aQuestionIsDrawnBesideTheCurves() {
        const std::size_t measured = m_tabs->frontView()->plot().series.size();
        const std::string note = m_tabs->frontView()->plot().note;
        m_tabs->setWhatIf(WhatIfChoice{.question = {.dispatchFactor = 0.5}, .curve = "tbb"});
        const Plot& plot = m_tabs->frontView()->plot();
        QVERIFY(plot.series.size() > measured || plot.note != note);
        m_tabs->setWhatIf(std::nullopt);
        QCOMPARE(m_tabs->frontView()->plot().series.size(), measured);
    }

private:
    QByteArray fileText(const char* name) const {
        QFile file(path(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    std::unique_ptr<Session> m_session;
    std::unique_ptr<ChartTabs> m_tabs;
    int m_trial = 0;
};

QTEST_MAIN(TestChartTabs)
#include "tst_chart_tabs.moc"
