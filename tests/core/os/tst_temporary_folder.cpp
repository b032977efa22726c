#include "core/os/temporary_folder.h"

#include <QtTest>

#include <filesystem>
#include <fstream>
#include <optional>

using namespace breakeven;
namespace fs = std::filesystem;

class TestTemporaryFolder : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void goesWithAllThatIsInIt() {
        const fs::path parent = fs::temp_directory_path();
        fs::path path;
        {
            auto folder = TemporaryFolder::make(parent, "tst-");
            QVERIFY(folder);
            const TemporaryFolder moved(*std::move(folder));
            path = moved.path();
            QCOMPARE(path.parent_path(), parent);
            QVERIFY(path.filename().string().starts_with("tst-"));
            QCOMPARE(fs::status(path).permissions(), fs::perms::owner_all);
            fs::create_directory(path / "inner");
            std::ofstream(path / "inner" / "file") << "text";
        }
        QVERIFY(!fs::exists(path));
    }

    void saysWhyThereIsNone() {
        const auto folder = TemporaryFolder::make("/proc/none", "tst-");
        QVERIFY(!folder);
        QCOMPARE(folder.error().code, ErrorCode::Unwritable);
        QVERIFY(folder.error().detail.starts_with("/proc/none: "));
    }
};

QTEST_GUILESS_MAIN(TestTemporaryFolder)
#include "tst_temporary_folder.moc"
