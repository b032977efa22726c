// Whoever does not see the window, or has no mouse: everything that takes the keys says what it is, and every button
// can be pressed by them.
#include "tests/ui/recorded_run.h"
#include "tests/ui/ui_test.h"
#include "tests/ui/whole_window.h"
#include "tests/ui/window_driver.h"
#include "ui/panels/chart_tabs.h"
#include "ui/panels/class_panel.h"

#include <QAbstractButton>
#include <QAccessible>
#include <QAccessibleInterface>
#include <QApplication>
#include <QDockWidget>
#include <QListWidget>
#include <QMenu>
#include <QToolBar>

using namespace breakeven;

namespace {

constexpr int StartMilliseconds = 20'000;
constexpr int RunMilliseconds = 60'000;

QString described(const QWidget& widget) {
    QString text = QLatin1String(widget.metaObject()->className());
    for (const QWidget* each = &widget; each; each = each->parentWidget())
        if (!each->objectName().isEmpty()) text += QStringLiteral(" in ") % each->objectName();
    return text;
}

/// Part of a widget of Qt's, which names it: the line of a spin box, the buttons of a dock's title.
bool isPartOfQts(const QWidget& widget) {
    const QWidget* parent = widget.parentWidget();
    return widget.objectName().startsWith(QStringLiteral("qt_")) ||
           (parent != nullptr && (parent->inherits("QAbstractSpinBox") || parent->inherits("QComboBox") ||
                                  parent->inherits("QTabBar") || parent->inherits("QDockWidget")));
}

QStringList namelessIn(const QWidget& window) {
    QStringList found;
    for (QWidget* widget : window.findChildren<QWidget*>()) {
        if (!widget->isVisible() || (widget->focusPolicy() & Qt::TabFocus) == 0 || widget->focusProxy()) continue;
        if (isPartOfQts(*widget) || widget->inherits("QTabBar") || widget->inherits("QScrollArea")) continue;
        QAccessibleInterface* told = QAccessible::queryAccessibleInterface(widget);
        if (told == nullptr || told->text(QAccessible::Name).trimmed().isEmpty()) found += described(*widget);
    }
    return found;
}

bool hasKey(const QAbstractButton& button) {
    if ((button.focusPolicy() & Qt::TabFocus) != 0 || !button.shortcut().isEmpty()) return true;
    const auto* tool = qobject_cast<const QToolButton*>(&button);
    return tool && tool->defaultAction() && !tool->defaultAction()->shortcut().isEmpty();
}

QStringList buttonsForTheMouseAloneIn(const QWidget& window) {
    QStringList found;
    for (const QAbstractButton* button : window.findChildren<QAbstractButton*>())
        if (button->isVisible() && button->isEnabled() && !isPartOfQts(*button) && !hasKey(*button))
            found += described(*button) % QStringLiteral(": ") % button->text();
    return found;
}

void check(const QWidget& window) {
    QCOMPARE(namelessIn(window).join(u'\n'), QString());
    QCOMPARE(buttonsForTheMouseAloneIn(window).join(u'\n'), QString());
}

}  // namespace

class TestAccessibility : public QObject, UiTest {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() {
        writeClass(path("class"), {"anna", "ben"});
        forgetEverything(path("state"));
    }

    void init() {
        QTest::failOnWarning(
            QRegularExpression(QStringLiteral("^(?!This plugin does not support (propagateSizeHints|raise))")));
    }

    void chartsAndPanels() {
        WindowDriver driver;
        QTRY_VERIFY_WITH_TIMEOUT(driver.isReady(), StartMilliseconds);
        RecordedRun run("run");
        for (const ItemCount size : {ItemCount(100), ItemCount(1'000)}) {
            run.trial("serial", size, nineTimes(0.001));
            run.trial("tbb", size, nineTimes(0.002));
        }
        run.openIn(driver.window.session(), path("run.jsonl"));
        auto& tabs = driver.the<ChartTabs>("chartTabs");
        const std::vector<NamedResults> runs{{"one", run.results()}, {"other", run.results()}};
        tabs.showOverlay(runs);
        tabs.showComparison(runs);
        tabs.showClass({path("class")});
        QTRY_VERIFY_WITH_TIMEOUT(!driver.the<ClassPanel>("classPanel").summary().runs.empty(), RunMilliseconds);
        driver.trigger("lessonsAction");
        check(driver.window);
        auto& lessons = driver.the<QListWidget>("lessonList");
        lessons.setCurrentRow(0);
        QTest::keyClick(&lessons, Qt::Key_Return);
        for (const char* step : {"lessonStep2", "lessonStep3", "lessonStep7"}) {
            driver.the<QAbstractButton>(step).click();
            check(driver.window);
        }
        for (int tab = 0; tab < tabs.count(); ++tab) {
            tabs.setCurrentIndex(tab);
            check(driver.window);
        }
        for (QDockWidget* dock : driver.window.findChildren<QDockWidget*>()) {
            dock->show();
            dock->raise();
            check(driver.window);
        }
    }

    void dialogs() {
        WindowDriver driver;
        QTRY_VERIFY_WITH_TIMEOUT(driver.isReady(), StartMilliseconds);
        for (const char* name :
             {"settingsAction", "shortcutsAction", "helpAction", "machineTrustAction", "aboutAction"}) {
            driver.trigger(name);
            QWidget* dialog = nullptr;
            QTRY_VERIFY((dialog = QApplication::activeWindow()) != nullptr && dialog != &driver.window);
            check(*dialog);
            dialog->close();
        }
    }
};

QTEST_MAIN(TestAccessibility)
#include "tst_accessibility.moc"
