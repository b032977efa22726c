#include "tests/ui/ui_test.h"
#include "ui/actions.h"
#include "ui/dialogs/shortcut_sheet.h"
#include "ui/plots/chart_commands.h"

#include <QAction>
#include <QLineEdit>
#include <QMainWindow>
#include <QMenuBar>
#include <QTreeWidget>

using namespace breakeven;

namespace {

struct Row {
    QString group, what, keys;
};

QList<Row> shownRows(const QDialog& sheet) {
    const auto* tree = sheet.findChild<QTreeWidget*>(QStringLiteral("shortcutTree"));
    QList<Row> rows;
    for (int place = 0; place < tree->topLevelItemCount(); ++place) {
        const QTreeWidgetItem& group = *tree->topLevelItem(place);
        for (int row = 0; row < group.childCount(); ++row) {
            const QTreeWidgetItem& entry = *group.child(row);
            if (!group.isHidden() && !entry.isHidden()) rows += Row{group.text(0), entry.text(0), entry.text(1)};
        }
    }
    return rows;
}

}  // namespace

class TestShortcutSheet : public QObject, UiTest {
    Q_OBJECT

private Q_SLOTS:
    void init() {
        failOnAnyWarning();
        m_window = std::make_unique<QMainWindow>();
        makeActions(*m_window);
        QMenu* file = m_window->menuBar()->addMenu(QStringLiteral("&File"));
        QMenu* more = file->addMenu(QStringLiteral("More"));
        for (const ActionInfo& info : actionTable())
            (*info.icon ? more : file)->addAction(&action(*m_window, info.id));
        auto* panel = new QWidget(m_window.get());
        panel->setAccessibleName(QStringLiteral("A panel"));
        auto* own = new QAction(QStringLiteral("Salt && &pepper…"), panel);
        own->setShortcut(Qt::Key_F2);
        panel->addAction(own);
        panel->addAction(new QAction(QStringLiteral("No key"), panel));
        m_sheet = std::make_unique<ShortcutSheet>(*m_window);
        m_sheet->show();
    }

    void cleanup() {
        m_sheet.reset();
        m_window.reset();
    }

    void everyActionIsOnItOnce() {
        for (const ActionInfo& info : actionTable()) {
            const QAction& each = action(*m_window, info.id);
            const QString key = each.shortcut().toString(QKeySequence::NativeText);
            int count = 0;
            for (const Row& row : shownRows(*m_sheet))
                count += row.group == u"File" && row.keys.split(QStringLiteral("   ")).contains(key);
            QVERIFY2(count == 1, info.id);
        }
    }

    void everyCommandOfAChartIs() {
        QStringList charts;
        for (const Row& row : shownRows(*m_sheet)) {
            if (row.group == u"In a chart") charts += row.keys;
        }
        constexpr std::size_t Arrows = 3;
        QCOMPARE(static_cast<std::size_t>(charts.size()), chartCommands().size() + Arrows);
        QVERIFY2(charts.front().contains(u'+'), qPrintable(charts.front()));
    }

    void aPanelsOwnKeysStandUnderItsName() {
        QList<Row> rows;
        for (const Row& row : shownRows(*m_sheet)) {
            if (row.group == u"A panel") rows += row;
        }
        QCOMPARE(rows.size(), 1);
        QCOMPARE(rows.front().what, QStringLiteral("Salt & pepper"));
        QCOMPARE(rows.front().keys, QStringLiteral("F2"));
    }

    void whatIsSoughtIsFound() {
        auto* search = m_sheet->findChild<QLineEdit*>(QStringLiteral("shortcutSearch"));
        QTest::keyClicks(search, QStringLiteral("pepper"));
        QCOMPARE(shownRows(*m_sheet).size(), 1);
        search->clear();
        QTest::keyClicks(search, QStringLiteral("ctrl+r"));
        const QList<Row> rows = shownRows(*m_sheet);
        QVERIFY(!rows.isEmpty());
        for (const Row& row : rows)
            QVERIFY2(row.keys.contains(QStringLiteral("Ctrl+R")), qPrintable(row.keys));
    }

    void escapeClosesIt() {
        QTest::keyClick(m_sheet.get(), Qt::Key_Escape);
        QVERIFY(!m_sheet->isVisible());
    }

private:
    std::unique_ptr<QMainWindow> m_window;
    std::unique_ptr<ShortcutSheet> m_sheet;
};

QTEST_MAIN(TestShortcutSheet)
#include "tst_shortcut_sheet.moc"
