#include "core/os/user_folders.h"

#include <QtTest>

using namespace breakeven;

class TestUserFolders : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void relativePathsAreIgnored() {
        qputenv("HOME", "/home/anna");
        qputenv("XDG_DATA_HOME", "/data");
        QCOMPARE(dataFolder(), std::filesystem::path("/data/breakeven"));
        qputenv("XDG_DATA_HOME", "data");
        QCOMPARE(dataFolder(), std::filesystem::path("/home/anna/.local/share/breakeven"));
        qputenv("HOME", "anna");
        QCOMPARE(dataFolder(), std::filesystem::path());
        qunsetenv("XDG_STATE_HOME");
        QCOMPARE(stateFolder(), std::filesystem::path());
    }
};

QTEST_GUILESS_MAIN(TestUserFolders)
#include "tst_user_folders.moc"
