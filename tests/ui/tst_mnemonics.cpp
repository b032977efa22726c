// Every letter that is pressed with Alt does one thing: in the window whichever docks, chart and step of a lesson are
// in sight, in each of its menus, and in each dialog.
#include "tests/ui/recorded_run.h"
#include "tests/ui/small_lessons.h"
#include "tests/ui/ui_test.h"
#include "tests/ui/whole_window.h"
#include "tests/ui/window_driver.h"
#include "ui/language.h"
#include "ui/panels/chart_tabs.h"
#include "ui/panels/class_panel.h"
#include "ui/plots/chart_commands.h"
#include "ui/settings.h"

#include <QAbstractButton>
#include <QApplication>
#include <QDockWidget>
#include <QGroupBox>
#include <QLabel>
#include <QListWidget>
#include <QMenu>
#include <QMenuBar>
#include <QShortcut>
#include <QTabBar>

using namespace breakeven;

namespace {

struct Letter {
    QString keys;
    QString text;
};

void add(QList<Letter>& letters, const QString& text) {
    const QKeySequence keys = QKeySequence::mnemonic(text);
    if (!keys.isEmpty()) letters += Letter{keys.toString(), text};
}

/// Of what can be seen of it, were it in front.
QList<Letter> lettersOf(const QWidget& part) {
    QList<Letter> letters;
    for (const QWidget* widget : part.findChildren<QWidget*>()) {
        if (!widget->isVisibleTo(&part)) continue;
        if (const auto* button = qobject_cast<const QAbstractButton*>(widget)) add(letters, button->text());
        if (const auto* box = qobject_cast<const QGroupBox*>(widget)) add(letters, box->title());
        if (const auto* label = qobject_cast<const QLabel*>(widget); label && label->buddy())
            add(letters, label->text());
        const auto* tabs = qobject_cast<const QTabBar*>(widget);
        for (int tab = 0; tabs && tab < tabs->count(); ++tab)
            add(letters, tabs->tabText(tab));
    }
    return letters;
}

QList<Letter> lettersOf(const QList<QAction*>& actions) {
    QList<Letter> letters;
    for (const QAction* action : actions)
        add(letters, action->text());
    return letters;
}

QString clashesIn(const QList<Letter>& letters) {
    QMap<QString, QStringList> owners;
    for (const Letter& letter : letters)
        owners[letter.keys] += letter.text;
    QStringList clashes;
    for (auto [keys, texts] : owners.asKeyValueRange())
        if (texts.size() > 1) clashes += keys + QStringLiteral(": ") + texts.join(QStringLiteral(", "));
    return clashes.join(QStringLiteral("; "));
}

}  // namespace

class TestMnemonics : public QObject, UiTest {
    Q_OBJECT

    QTemporaryDir m_resources;
    SmallLessons m_lessons{m_resources.path(), 2};

    static constexpr int StartMilliseconds = 20'000;
    static constexpr int RunMilliseconds = 60'000;

    /// The menus, the headline, all docks beside each other, and the chart in front.
    static QString clashesIn(WindowDriver& driver) {
        QList<Letter> letters = lettersOf(driver.window.menuBar()->actions());
        letters += lettersOf(*driver.the<QLabel>("headline").parentWidget());
        letters += lettersOf(*driver.the<ChartTabs>("chartTabs").currentWidget());
        for (const QDockWidget* dock : driver.window.findChildren<QDockWidget*>())
            letters += lettersOf(*dock->widget());
        return ::clashesIn(letters);
    }

    /// Everything in one language.
    void look() {
        WindowDriver driver;
        QTRY_VERIFY_WITH_TIMEOUT(driver.isReady(), StartMilliseconds);
        RecordedRun run("run");
        run.trial("serial", 100, nineTimes(0.001));
        run.trial("tbb", 100, nineTimes(0.002));
        run.openIn(driver.window.session(), path("run.jsonl"));
        QVERIFY(lettersOf(driver.window.menuBar()->actions()).size() >= 6);

        auto& tabs = driver.the<ChartTabs>("chartTabs");
        const std::vector<NamedResults> runs{{"one", run.results()}, {"other", run.results()}};
        tabs.showOverlay(runs);
        tabs.showComparison(runs);
        tabs.showClass({path("class")});
        QTRY_VERIFY_WITH_TIMEOUT(!driver.the<ClassPanel>("classPanel").summary().runs.empty(), RunMilliseconds);
        driver.trigger("lessonsAction");
        for (int tab = 0; tab < tabs.count(); ++tab) {
            tabs.setCurrentIndex(tab);
            QCOMPARE(clashesIn(driver), QString());
        }
        walk(driver);
        tabs.showChart("runtime");
        QMenu ofChart(&driver.window);
        fillChartMenu(ofChart, *tabs.frontView());
        QVERIFY(ofChart.actions().size() > 8);
        for (const QMenu* menu : driver.window.findChildren<QMenu*>())
            QCOMPARE(::clashesIn(lettersOf(menu->actions())), QString());
        for (const char* name : {"settingsAction", "shortcutsAction", "helpAction", "machineTrustAction"}) {
            QTest::ignoreMessage(QtWarningMsg, "This plugin does not support raise()");
            driver.trigger(name);
            QWidget* dialog = nullptr;
            QTRY_VERIFY((dialog = QApplication::activeWindow()) != nullptr && dialog != &driver.window);
            QCOMPARE(::clashesIn(lettersOf(*dialog)), QString());
            dialog->close();
        }
        shortcutsAreUnique(driver.window);
    }

    /// The steps of the first lesson and of the last.
    static void walk(WindowDriver& driver) {
        auto& goOn = driver.the<QAbstractButton>("lessonContinue");
        for (const int lesson : {0, 1}) {
            auto& list = driver.the<QListWidget>("lessonList");
            list.setCurrentRow(lesson);
            QTest::keyClick(&list, Qt::Key_Return);
            for (const char* step : {"lessonStep1", "lessonStep2", "lessonStep3", "lessonStep7"}) {
                driver.the<QAbstractButton>(step).click();
                QVERIFY(!QKeySequence::mnemonic(goOn.text()).isEmpty());
                QCOMPARE(clashesIn(driver), QString());
                if (QByteArray(step) != "lessonStep3") continue;
                auto& runs = driver.the<QAbstractButton>("lessonRun");
                QVERIFY(runs.isVisible());
                const QString before = runs.text();
                runs.click();
                QTRY_VERIFY_WITH_TIMEOUT(runs.text() != before, StartMilliseconds);
                QCOMPARE(clashesIn(driver), QString());
                runs.click();  // stops
                QTRY_VERIFY_WITH_TIMEOUT(!driver.isRunning(), RunMilliseconds);
            }
            driver.the<QAbstractButton>("lessonListButton").click();
        }
    }

    /// Those of a panel hold together with those of the window. The history has an undo of its own.
    static void shortcutsAreUnique(const QWidget& window) {
        QStringList taken;
        const auto take = [&](const QObject& owner, Qt::ShortcutContext context, const QKeySequence& keys) {
            if (context != Qt::WidgetShortcut && owner.objectName() != u"historyUndo") taken += keys.toString();
        };
        for (const QAction* action : window.findChildren<QAction*>())
            for (const QKeySequence& keys : action->shortcuts())
                take(*action, action->shortcutContext(), keys);
        for (const QShortcut* shortcut : window.findChildren<QShortcut*>())
            take(*shortcut, shortcut->context(), shortcut->key());
        QVERIFY(taken.size() > 20);
        taken.sort();
        QStringList unique = taken;
        unique.removeDuplicates();
        QCOMPARE(taken, unique);
    }

private Q_SLOTS:
    void initTestCase() { writeClass(path("class"), {"anna", "ben"}); }

    void init() {
        failOnAnyWarning();
        forgetEverything(path(QTest::currentTestFunction()));
    }

    void english() { look(); }

    /// The last one: a language is for a whole life of the program.
    void german() {
        storeLanguage(QStringLiteral("de"));
        installTranslations(*qApp);
        look();
    }
};

QTEST_MAIN(TestMnemonics)
#include "tst_mnemonics.moc"
