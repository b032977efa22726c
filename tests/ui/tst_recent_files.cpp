#include "tests/ui/ui_test.h"
#include "ui/recent_files.h"
#include "ui/settings.h"

#include <QAction>
#include <QFile>
#include <QSignalSpy>

using namespace breakeven;

class TestRecentFiles : public QObject, UiTest {
    Q_OBJECT

private Q_SLOTS:
    void init() {
        failOnAnyWarning();
        QSettings().clear();
    }

    void atFirstThereAreNone() {
        const RecentFiles menu;
        QVERIFY(!menu.isEnabled());
        QVERIFY(menu.actions().isEmpty());
    }

    void theNewestComesFirstAndNoneTwice() {
        RecentFiles menu;
        menu.add(path("a.jsonl"));
        menu.add(path("b.jsonl"));
        menu.add(path("a.jsonl"));
        QCOMPARE(storedRecentFiles(), (QStringList{path("a.jsonl"), path("b.jsonl")}));
        QVERIFY(menu.isEnabled());
        QCOMPARE(menu.actions().front()->toolTip(), path("a.jsonl"));
        const RecentFiles later;
        QCOMPARE(later.actions().front()->toolTip(), path("a.jsonl"));
    }

    void tenAreKept() {
        RecentFiles menu;
        for (int file = 0; file < 12; ++file)
            menu.add(path("run") + QString::number(file));
        QCOMPARE(storedRecentFiles().size(), 10);
        QCOMPARE(storedRecentFiles().back(), path("run2"));
    }

    void whatIsChosenIsNamed() {
        QFile file(path("here.jsonl"));
        QVERIFY(file.open(QIODevice::WriteOnly));
        RecentFiles menu;
        menu.add(file.fileName());
        QSignalSpy chosen(&menu, &RecentFiles::chosen);
        menu.actions().front()->trigger();
        QVERIFY(chosen.wait(5000));
        QCOMPARE(chosen.front().front().toString(), file.fileName());
    }

    void whatIsGoneLeavesTheList() {
        RecentFiles menu;
        menu.add(path("stays.jsonl"));
        menu.add(path("gone & forgotten.jsonl"));
        QVERIFY(menu.actions().front()->text().contains(QStringLiteral("gone && forgotten")));
        QSignalSpy chosen(&menu, &RecentFiles::chosen);
        QSignalSpy missing(&menu, &RecentFiles::missing);
        menu.actions().front()->trigger();
        QVERIFY(missing.wait(5000));
        QVERIFY(missing.front().front().toString().contains(QStringLiteral("gone & forgotten.jsonl: is no longer")));
        QVERIFY(chosen.isEmpty());
        QCOMPARE(storedRecentFiles(), QStringList{path("stays.jsonl")});
    }

    void theListCanBeForgotten() {
        RecentFiles menu;
        menu.add(path("a.jsonl"));
        menu.actions().back()->trigger();
        QTRY_VERIFY(storedRecentFiles().isEmpty());
        QVERIFY(!menu.isEnabled());
    }
};

QTEST_MAIN(TestRecentFiles)
#include "tst_recent_files.moc"
