#include "tests/ui/ui_test.h"
#include "ui/actions.h"

#include <QAction>
#include <QIcon>
#include <QSet>

using namespace breakeven;

class TestActions : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { failOnAnyWarning(); }

    void idsAreUnique() {
        QSet<QString> ids;
        for (const ActionInfo& info : actionTable()) {
            const QString id = QLatin1String(info.id);
            QVERIFY2(!ids.contains(id), info.id);
            QVERIFY2(id.endsWith(QStringLiteral("Action")), info.id);
            ids += id;
        }
    }

    void everyActionHasShortcutsOfItsOwn() {
        QSet<QString> taken;
        for (const ActionInfo& info : actionTable()) {
            QVERIFY2(*info.shortcut, info.id);
            const QList<QKeySequence> shortcuts =
                QKeySequence::listFromString(QLatin1String(info.shortcut), QKeySequence::PortableText);
            QCOMPARE(QKeySequence::listToString(shortcuts, QKeySequence::PortableText), QLatin1String(info.shortcut));
            for (const QKeySequence& keys : shortcuts) {
                const QString text = keys.toString(QKeySequence::PortableText);
                QVERIFY2(!taken.contains(text), info.shortcut);
                taken += text;
            }
        }
    }

    void everyActionSaysWhatItDoes() {
        QObject parent;
        makeActions(parent);
        for (const ActionInfo& info : actionTable()) {
            const QAction& made = action(parent, info.id);
            QVERIFY2(made.text().contains(u'&'), info.id);
            QVERIFY2(!made.statusTip().isEmpty(), info.id);
            QVERIFY2(!made.text().contains(u'!') && !made.statusTip().contains(u'!'), info.id);
            QCOMPARE(made.icon().isNull(), !*info.icon);
            if (*info.icon) QVERIFY2(!made.icon().pixmap(16).isNull(), info.icon);
        }
    }

    void runSaysWhyItCannotBeChosen() {
        QObject window;
        makeActions(window);
        const QString usual = action(window, "runAction").toolTip();
        QVERIFY(usual.endsWith(QStringLiteral("(Ctrl+R)")));
        updateActions(window, {.valid = false, .hasSpec = true});
        QCOMPARE(action(window, "runAction").toolTip(),
                 QStringLiteral("This experiment cannot be run here; its panel says why"));
        updateActions(window, {.valid = true, .hasSpec = true, .testsMachine = true});
        QCOMPARE(action(window, "runAction").toolTip(),
                 QStringLiteral("The self-test runs, which an experiment would disturb"));
        updateActions(window, {.valid = true, .hasSpec = true});
        QCOMPARE(action(window, "runAction").toolTip(), usual);
    }

    void enabledAsTheWindowIs() {
        QObject parent;
        makeActions(parent);
        const auto enabled = [&parent](const char* id) { return action(parent, id).isEnabled(); };

        updateActions(parent, {});
        QVERIFY(!enabled("runAction") && !enabled("stopAction") && !enabled("exportCsvAction"));
        QVERIFY(enabled("openAction") && enabled("quitAction"));

        updateActions(parent, {.running = false, .valid = true, .hasSpec = true, .hasResults = false});
        QVERIFY(enabled("runAction") && enabled("saveSpecAction"));
        QVERIFY(!enabled("stopAction") && !enabled("saveRunAction"));

        updateActions(parent, {.running = false, .valid = true, .hasSpec = true, .testsMachine = true});
        QVERIFY(!enabled("runAction") && enabled("openAction"));

        updateActions(parent, {.canUndo = true});
        QVERIFY(enabled("undoAction") && !enabled("redoAction"));
        updateActions(parent, {.running = true, .canUndo = true, .canRedo = true});
        QVERIFY(!enabled("undoAction") && !enabled("redoAction"));
        updateActions(parent, {.canRedo = true});
        QVERIFY(enabled("redoAction"));

        updateActions(parent, {.hasPicture = true});  // a timeline
        QVERIFY(enabled("exportChartAction") && enabled("copyChartAction"));
        QVERIFY(!enabled("copySeriesAction") && !enabled("resetZoomAction") && !enabled("exportCsvAction"));
        updateActions(parent, {.hasPicture = true, .hasNumbers = true});
        QVERIFY(enabled("copySeriesAction") && enabled("undoZoomAction") && enabled("resetZoomAction"));

        updateActions(parent, {.running = true, .valid = true, .hasSpec = true, .hasResults = true});
        QVERIFY(!enabled("runAction") && !enabled("openAction"));
        QVERIFY(enabled("stopAction") && enabled("exportCsvAction"));
    }
};

QTEST_MAIN(TestActions)
#include "tst_actions.moc"
