// Which folders bind a process. What is read from them is in tst_cpus and tst_memory.
#include "core/os/cgroup.h"

#include <QtTest>

#include <string>

using namespace breakeven;

namespace {

QString foldersOf(const QString& procCgroup, const char* controller) {
    QStringList folders;
    for (const auto& folder : cgroupFolders(procCgroup.toStdString(), "/r", controller))
        folders << QString::fromStdString(folder.string());
    return folders.join(' ');
}

}  // namespace

class TestCgroup : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void foldersOfAGroup_data() {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("folders");
        const auto row = [](const char* name, const char* text, const char* folders) {
            QTest::newRow(name) << text << folders;
        };
        row("nothing", "", "");
        row("v2 at the mount point", "0::/\n", "/r /r/unified");
        row("v2 below it", "0::/a/b\n", "/r/a/b /r/a /r /r/unified/a/b /r/unified/a /r/unified");
        row("no line end", "0::/a", "/r/a /r /r/unified/a /r/unified");
        row("a slash too many", "0::/a/\n", "/r/a/ /r/a /r /r/unified/a/ /r/unified/a /r/unified");
        row("a colon in the name", "2:cpu:/a:b\n", "/r/cpu/a:b /r/cpu");
        row("v1 alone", "2:cpu:/a\n", "/r/cpu/a /r/cpu");
        row("v1 among others", "2:cpu,cpuacct:/a\n", "/r/cpu,cpuacct/a /r/cpu,cpuacct /r/cpu/a /r/cpu");
        row("v1 last in its list", "2:cpuacct,cpu:/\n", "/r/cpuacct,cpu /r/cpu");
        row("part of another name", "2:cpuset:/a\n3:cpuacct:/a\n1:name=cpu:/a\n", "");
        row("hybrid", "1:cpu:/a\n0::/s\n", "/r/cpu/a /r/cpu /r/s /r /r/unified/s /r/unified");
        row("outside the mount point", "0::/../../x\n", "/r /r/unified");
        row("back inside", "0::/a/../b\n", "/r/b /r /r/unified/b /r/unified");
        row("malformed", "\nnonsense\n0:\n::\n4:cpu:relative\n0::/a\n", "/r/a /r /r/unified/a /r/unified");
    }

    void foldersOfAGroup() {
        QFETCH(QString, text);
        QTEST(foldersOf(text, "cpu"), "folders");
    }

    void eachControllerHasItsOwnFolders() {
        const char* const text = "3:memory:/m\n2:cpu:/c\n";
        QCOMPARE(foldersOf(text, "memory"), QString("/r/memory/m /r/memory"));
        QCOMPARE(foldersOf(text, "cpu"), QString("/r/cpu/c /r/cpu"));
    }
};

QTEST_GUILESS_MAIN(TestCgroup)
#include "tst_cgroup.moc"
