#include "tests/ui/ui_test.h"
#include "ui/settings.h"

#include <QDockWidget>
#include <QMainWindow>
#include <QSettings>

using namespace breakeven;

namespace {

/// A window with one dock, as it is built at every start.
struct Window {
    Window() : dock(new QDockWidget(&window)) {
        window.setObjectName(QStringLiteral("window"));
        dock->setObjectName(QStringLiteral("dock"));
        window.addDockWidget(Qt::LeftDockWidgetArea, dock);
        window.resize(500, 400);
    }

    QMainWindow window;
    QDockWidget* dock;
};

}  // namespace

class TestSettings : public QObject, UiTest {
    Q_OBJECT

private Q_SLOTS:
    void init() {
        failOnAnyWarning();
        QSettings().clear();
    }

    void theThemeIsRemembered() {
        QCOMPARE(storedTheme(), Theme::System);
        for (const Theme theme : {Theme::Dark, Theme::Light, Theme::System}) {
            storeTheme(theme);
            QCOMPARE(storedTheme(), theme);
        }
    }

    void anUnknownThemeIsTheSystems() {
        storeTheme(Theme::Dark);
        QSettings settings;
        for (const QString& key : settings.allKeys())
            settings.setValue(key, QStringLiteral("purple"));
        QCOMPARE(storedTheme(), Theme::System);
    }

    void theFolderOfAFileIsRemembered() {
        QVERIFY(storedFolder().isEmpty());
        storeFolderOf(path("some/run.jsonl"));
        QCOMPARE(storedFolder(), path("some"));
    }

    void theLayoutIsRemembered() {
        Window first;
        QVERIFY(!restoreDocks(first.window));
        first.window.addDockWidget(Qt::RightDockWidgetArea, first.dock);
        first.window.resize(620, 480);
        storeLayout(first.window);

        Window second;
        restorePlace(second.window);
        QVERIFY(restoreDocks(second.window));
        QCOMPARE(second.window.size(), QSize(620, 480));
        QCOMPARE(second.window.dockWidgetArea(second.dock), Qt::RightDockWidgetArea);
    }
};

QTEST_MAIN(TestSettings)
#include "tst_settings.moc"
