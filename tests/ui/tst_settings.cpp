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

    void theHistoryIsTheDefaultOneUnlessAnotherIsChosen() {
        qputenv("XDG_DATA_HOME", "/somewhere");
        QCOMPARE(historyFile().string(), std::string("/somewhere/breakeven/history.sqlite"));
        storeHistoryFile(QStringLiteral("/elsewhere/runs.sqlite"));
        QCOMPARE(storedHistoryFile(), QStringLiteral("/elsewhere/runs.sqlite"));
        QCOMPARE(historyFile().string(), std::string("/elsewhere/runs.sqlite"));
    }

    void theLastOfferIsRemembered() {
        QVERIFY(storedOffer().isEmpty());
        storeOffer(QStringLiteral("2026-11-21T10:00:00Z"));
        QCOMPARE(storedOffer(), QStringLiteral("2026-11-21T10:00:00Z"));
    }

    void anUnknownThemeIsTheSystems() {
        storeTheme(Theme::Dark);
        QSettings settings;
        for (const QString& key : settings.allKeys())
            settings.setValue(key, QStringLiteral("purple"));
        QCOMPARE(storedTheme(), Theme::System);
    }

    void theLanguageIsRemembered() {
        QVERIFY(storedLanguage().isEmpty());
        storeLanguage(QStringLiteral("de"));
        QCOMPARE(storedLanguage(), QStringLiteral("de"));
    }

    void noticesAreWantedUnlessSaidOtherwise() {
        QVERIFY(storedNotices());
        storeNotices(false);
        QVERIFY(!storedNotices());
    }

    void theFirstStartIsOne() {
        QVERIFY(storedFirstStart());
        storeFirstStart(false);
        QVERIFY(!storedFirstStart());
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
