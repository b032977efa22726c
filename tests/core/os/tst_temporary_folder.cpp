#include "core/os/temporary_folder.h"

#include <QtTest>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <optional>

#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace breakeven;
namespace fs = std::filesystem;

class TestTemporaryFolder : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void goesWithAllThatIsInIt() {
        const fs::path parent = fs::temp_directory_path();
        fs::path path;
        {
            auto folder = TemporaryFolder::make(parent, "breakeven-tst-");
            QVERIFY(folder);
            const TemporaryFolder moved(*std::move(folder));
            path = moved.path();
            QCOMPARE(path.parent_path(), parent);
            QVERIFY(path.filename().string().starts_with("breakeven-tst-"));
            QCOMPARE(fs::status(path).permissions(), fs::perms::owner_all);
            fs::create_directory(path / "inner");
            std::ofstream(path / "inner" / "file") << "text";
        }
        QVERIFY(!fs::exists(path));
    }

    /// A process that was killed removes nothing; what lives keeps its own.
    void thoseOfProcessesThatAreGoneGo() {
        const auto parent = TemporaryFolder::make(fs::temp_directory_path(), "breakeven-tst-");
        QVERIFY(parent);
        const fs::path place = parent->path();
        const auto kept = TemporaryFolder::make(place, "one-");
        QVERIFY(kept);
        std::ofstream(kept->path() / "file") << "text";
        const pid_t child = ::fork();
        if (child == 0) {
            const auto lost = TemporaryFolder::make(place, "one-");
            if (lost) std::ofstream(lost->path() / "file") << "text";
            ::kill(::getpid(), SIGKILL);
        }
        QVERIFY(child > 0 && ::waitpid(child, nullptr, 0) == child);
        for (const char* other : {"one-longer-than-that", "one-few", "two-abcdef"})
            fs::create_directory(place / other);
        fs::create_directory_symlink(place / "two-abcdef", place / "one-linked");
        QCOMPARE(std::distance(fs::directory_iterator(place), {}), 6);
        const auto next = TemporaryFolder::make(place, "one-");
        QVERIFY(next);
        QCOMPARE(std::distance(fs::directory_iterator(place), {}), 6);  // the new one in place of the lost one
        QVERIFY(fs::exists(kept->path() / "file"));
        QVERIFY(fs::exists(next->path()));
        QVERIFY(fs::exists(place / "two-abcdef") && fs::is_symlink(place / "one-linked"));
    }

    void whatWasAbandonedMayBeTakenOver() {
        const auto parent = TemporaryFolder::make(fs::temp_directory_path(), "breakeven-tst-");
        QVERIFY(parent);
        const fs::path left = parent->path() / "one-abcdef";
        fs::create_directory(left);
        std::ofstream(left / "file") << "text";
        const auto kept = TemporaryFolder::make(parent->path(), "two-");
        {
            const auto taken = TemporaryFolder::takeAbandoned(parent->path(), "one-");
            QCOMPARE(taken.size(), std::size_t{1});
            QCOMPARE(taken.front().path(), left);
            QVERIFY(TemporaryFolder::takeAbandoned(parent->path(), "one-").empty());
            QVERIFY(TemporaryFolder::takeAbandoned(parent->path(), "two-").empty());
            QVERIFY(TemporaryFolder::make(parent->path(), "one-"));
            QVERIFY(fs::exists(left / "file"));
        }
        QVERIFY(!fs::exists(left));
    }

    void saysWhyThereIsNone() {
        const auto folder = TemporaryFolder::make("/proc/none", "breakeven-tst-");
        QVERIFY(!folder);
        QCOMPARE(folder.error().code, ErrorCode::Unwritable);
        QVERIFY(folder.error().detail.starts_with("/proc/none: "));
    }
};

QTEST_GUILESS_MAIN(TestTemporaryFolder)
#include "tst_temporary_folder.moc"
