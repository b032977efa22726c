#include "tests/ui/ui_test.h"
#include "ui/plots/chart_commands.h"
#include "ui/plots/chart_view.h"

#include <QContextMenuEvent>
#include <QMenu>
#include <QSet>
#include <QSignalSpy>

#include <memory>

using namespace breakeven;

class TestChartCommands : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() {
        failOnAnyWarning();
        Plot plot;
        plot.x = {"Size (items)", Quantity::Items, AxisScale::Linear, {0, 100}};
        plot.y = {"Runtime (s)", Quantity::Duration, AxisScale::Linear, {0, 100}};
        plot.series.resize(1);
        plot.series[0].label = plot.series[0].family = "tbb";
        plot.series[0].points = {{10, 10, {}, {}, 0}, {100, 100, {}, {}, 1}};
        m_view = std::make_unique<ChartView>();
        m_view->resize(800, 600);
        m_view->show();
        m_view->setPlot(plot);
    }

    void theMenuHoldsEveryCommand() {
        QMenu menu;
        m_view->showRange({Interval<double>{20, 40}, {}});
        fillChartMenu(menu, *m_view);
        QSet<QString> texts;
        for (const ChartCommand& command : chartCommands()) {
            auto* item = menu.findChild<QAction*>(QLatin1String(command.id));
            QVERIFY2(item, command.id);
            QVERIFY(item->text().contains(u'\t') && !item->text().endsWith(u'\t'));
            texts += item->text();
        }
        QCOMPARE(texts.size(), qsizetype(chartCommands().size()));
        QVERIFY(!menu.findChild<QAction*>(QStringLiteral("chartChooseTrial"))->isEnabled());
        menu.findChild<QAction*>(QStringLiteral("chartShowAll"))->trigger();
        QVERIFY(m_view->zoomRange().showsAll());
        QSignalSpy toggled(m_view.get(), &ChartView::seriesToggled);
        auto* item = menu.findChild<QAction*>(QStringLiteral("chartSeries:tbb"));
        QVERIFY(item && item->isCheckable() && item->isChecked());
        item->trigger();
        QCOMPARE(toggled.count(), 1);
    }

    void theMenuOpensAndOffersWhatWasAdded() {
        QAction other(QStringLiteral("Other"));
        m_view->addAction(&other);
        expectMenu();
        QContextMenuEvent event(QContextMenuEvent::Keyboard, QPoint(400, 300), m_view->mapToGlobal(QPoint(400, 300)));
        QCoreApplication::sendEvent(m_view->viewport(), &event);
        auto* menu = m_view->findChild<QMenu*>(QStringLiteral("chartMenu"));
        QVERIFY(menu && menu->isVisible());
        QVERIFY(menu->actions().contains(&other));
        menu->close();
        QTRY_VERIFY(!m_view->findChild<QMenu*>(QStringLiteral("chartMenu")));
    }

    void keysOfCommandsAreUnique() {
        QSet<QKeyCombination> keys;
        qsizetype count = 0;
        for (const ChartCommand& command : chartCommands()) {
            for (const QKeyCombination key : command.keys) {
                if (key.key() == Qt::Key_unknown) continue;
                keys += key;
                ++count;
            }
        }
        QCOMPARE(keys.size(), count);
    }

private:
    std::unique_ptr<ChartView> m_view;
};

QTEST_MAIN(TestChartCommands)
#include "tst_chart_commands.moc"
