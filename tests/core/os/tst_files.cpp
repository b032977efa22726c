#include "core/os/files.h"

#include <QtCore/QTemporaryDir>
#include <QtTest/QTest>

#include <csignal>
#include <fstream>
#include <iterator>

#include <fcntl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

using namespace breakeven;
namespace fs = std::filesystem;

namespace {

int syncs = 0;

}  // namespace

/// Instead of the one of the C library.
extern "C" int fsync(int fd) {
    ++syncs;
    return static_cast<int>(syscall(SYS_fsync, fd));
}

class TestFiles : public QObject {
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;

    fs::path at(const std::string& name) const { return fs::path(m_folder->path().toStdString()) / name; }
    static void write(const fs::path& path, const std::string& text) { std::ofstream(path) << text; }
    static std::string contentOf(const fs::path& path) {
        std::ifstream file(path);
        return {std::istreambuf_iterator<char>(file), {}};
    }
    std::ptrdiff_t entries() const { return std::distance(fs::directory_iterator(at("")), fs::directory_iterator()); }

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void readsBytesAsTheyAre() {
        const std::string content("a\r\n\0b\n", 6);
        QVERIFY(saveFile(at("f"), content).has_value());
        QVERIFY(*readFile(at("f")) == content);
        QVERIFY(saveFile(at("f"), "").has_value());
        QVERIFY(readFile(at("f"))->empty());
    }

    void readsFilesWithoutASize() { QVERIFY(readFile("/proc/self/cmdline")->find("tst_files") != std::string::npos); }

    void limitIsTheLargestSizeRead() {
        write(at("f"), "12345");
        QCOMPARE(*readFile(at("f"), 5), std::string("12345"));
        const auto refused = readFile(at("f"), 4);
        QVERIFY(refused.error().code == ErrorCode::Unreadable);
        QVERIFY(refused.error().detail.find("larger than 4 bytes") != std::string::npos);
        QVERIFY(!readFile("/dev/zero", 1000));  // no size is known in advance
    }

    void whatCannotBeReadIsNamed() {
        for (const fs::path& path : {at("missing"), at("")}) {
            const auto result = readFile(path);
            QVERIFY(result.error().code == ErrorCode::Unreadable);
            QVERIFY(result.error().detail.starts_with(path.string() + ": cannot be read: "));
        }
    }

    void saveReplacesTheContentAndLeavesNothingElse() {
        QVERIFY(saveFile(at("f"), "one").has_value());
        QVERIFY(saveFile(at("f"), "two").has_value());
        QCOMPARE(contentOf(at("f")), std::string("two"));
        QCOMPARE(entries(), std::ptrdiff_t{1});
    }

    void partsMakeUpTheContent() {
        QVERIFY(saveFile(at("f"), {"one, ", "", "two"}).has_value());
        QCOMPARE(contentOf(at("f")), std::string("one, two"));
    }

    void onlyWhatMustLastIsSynced() {
        syncs = 0;
        QVERIFY(saveFile(at("f"), "one", Durability::Unsynced).has_value());
        QCOMPARE(syncs, 0);
        QCOMPARE(contentOf(at("f")), std::string("one"));
        QVERIFY(saveFile(at("f"), "two").has_value());
        QCOMPARE(syncs, 2);  // the file and its folder
        QCOMPARE(contentOf(at("f")), std::string("two"));
        QCOMPARE(entries(), std::ptrdiff_t{1});
    }

    void readersOfTheOldFileKeepIt() {
        write(at("f"), "old");
        std::ifstream reader(at("f"));
        QVERIFY(saveFile(at("f"), "new").has_value());
        QCOMPARE(std::string(std::istreambuf_iterator<char>(reader), {}), std::string("old"));
    }

    void aSaveThatFailsHalfwayKeepsTheOldContent() {
        write(at("f"), "old");
        rlimit before{};
        QCOMPARE(getrlimit(RLIMIT_FSIZE, &before), 0);
        const rlimit small{1000, before.rlim_max};
        const auto handler = std::signal(SIGXFSZ, SIG_IGN);
        QCOMPARE(setrlimit(RLIMIT_FSIZE, &small), 0);
        const auto result = saveFile(at("f"), std::string(100'000, 'x'));
        QCOMPARE(setrlimit(RLIMIT_FSIZE, &before), 0);
        std::signal(SIGXFSZ, handler);

        QVERIFY(!result);
        QVERIFY(result.error().code == ErrorCode::Internal);
        QCOMPARE(contentOf(at("f")), std::string("old"));
        QCOMPARE(entries(), std::ptrdiff_t{1});
    }

    void modeIsKept() {
        write(at("f"), "old");
        QCOMPARE(chmod(at("f").c_str(), 0640), 0);
        QVERIFY(saveFile(at("f"), "new").has_value());
        QCOMPARE(fs::status(at("f")).permissions(), fs::perms(0640));
    }

    void aNewFileFollowsTheUmask() {
        const mode_t before = umask(027);
        const auto saved = saveFile(at("f"), "new");
        umask(before);
        QVERIFY(saved.has_value());
        QCOMPARE(fs::status(at("f")).permissions(), fs::perms(0640));
    }

    void aSymbolicLinkStaysAndItsTargetIsWritten() {
        fs::create_directory(at("d"));
        write(at("d/target"), "old");
        fs::create_symlink("d/target", at("link"));
        fs::create_symlink("d/fresh", at("dangling"));
        QVERIFY(saveFile(at("link"), "new").has_value());
        QVERIFY(saveFile(at("dangling"), "made").has_value());
        QVERIFY(fs::is_symlink(at("link")));
        QVERIFY(fs::is_symlink(at("dangling")));
        QCOMPARE(contentOf(at("d/target")), std::string("new"));
        QCOMPARE(contentOf(at("d/fresh")), std::string("made"));
    }

    void linksInACircleAreAnError() {
        fs::create_symlink("b", at("a"));
        fs::create_symlink("a", at("b"));
        QVERIFY(saveFile(at("a"), "x").error().code == ErrorCode::Unwritable);
    }

    void devicesAreWrittenToAndNotReplaced() {
        QVERIFY(saveFile("/dev/null", "x").has_value());
        QVERIFY(fs::is_character_file("/dev/null"));
        QVERIFY(saveFile("/dev/full", "x").error().code == ErrorCode::Internal);
    }

    void aPipeBehindALinkIsWrittenTo() {
        int fds[2];
        QCOMPARE(pipe(fds), 0);
        const auto saved = saveFile("/proc/self/fd/" + std::to_string(fds[1]), "through");
        char text[8] = {};
        QCOMPARE(::read(fds[0], text, 7), ssize_t{7});
        close(fds[0]);
        close(fds[1]);
        QVERIFY(saved.has_value());
        QCOMPARE(std::string(text), std::string("through"));
    }

    void unwritablePlacesAreFoundWithoutTouchingThem_data() {
        QTest::addColumn<QString>("name");
        QTest::newRow("folder missing") << "missing/f";
        QTest::newRow("a file in the place of the folder") << "file/f";
        QTest::newRow("is a folder") << "folder";
        QTest::newRow("file with a slash") << "file/";
        QTest::newRow("name without end") << QString(300, 'n');
        if (geteuid() != 0) QTest::newRow("read-only folder") << "locked/f";
    }
    void unwritablePlacesAreFoundWithoutTouchingThem() {
        QFETCH(const QString, name);
        write(at("file"), "old");
        fs::create_directory(at("folder"));
        fs::create_directory(at("locked"));
        fs::permissions(at("locked"), fs::perms::owner_read | fs::perms::owner_exec);
        const auto before = entries();
        for (const auto& result : {checkWritable(at(name.toStdString())), saveFile(at(name.toStdString()), "new")}) {
            QVERIFY(!result);
            QVERIFY(result.error().code == ErrorCode::Unwritable);
        }
        QCOMPARE(entries(), before);
        QCOMPARE(contentOf(at("file")), std::string("old"));
    }

    void writablePlacesAreFoundWithoutTouchingThem() {
        write(at("file"), "old");
        QVERIFY(checkWritable(at("file")).has_value());
        QVERIFY(checkWritable(at("fresh")).has_value());
        QVERIFY(!fs::exists(at("fresh")));
        QCOMPARE(contentOf(at("file")), std::string("old"));
        QVERIFY(checkWritable("relative-name").has_value());
        QVERIFY(!checkWritable(""));
    }

    void placesThatTakeNoFileAreFoundByTheSuperuserToo() {
        for (const char* path : {"/proc/f", "/sys/f"})
            QVERIFY2(!checkWritable(path), path);
    }

    void resourcesFolderIsTheNamedOneWhenItHoldsExperiments() {
        const QByteArray before = qgetenv("BREAKEVEN_RESOURCES");
        fs::create_directory(at("experiments"));
        qputenv("BREAKEVEN_RESOURCES", m_folder->path().toUtf8());
        const auto found = resourcesFolder();
        qputenv("BREAKEVEN_RESOURCES", at("experiments").c_str());
        const auto wrong = resourcesFolder();
        qputenv("BREAKEVEN_RESOURCES", before);
        QCOMPARE(found->string(), m_folder->path().toStdString());
        QVERIFY(wrong.error().code == ErrorCode::Internal);
        QVERIFY(wrong.error().detail.find(at("experiments").string()) != std::string::npos);
    }

    void resourcesFolderIsFoundFromTheBuildTree() {
        const QByteArray before = qgetenv("BREAKEVEN_RESOURCES");
        qunsetenv("BREAKEVEN_RESOURCES");
        const auto found = resourcesFolder();
        qputenv("BREAKEVEN_RESOURCES", before);
        QVERIFY2(found.has_value(), found ? "" : found.error().detail.c_str());
        QVERIFY(fs::is_directory(*found / "experiments"));
    }
};

QTEST_GUILESS_MAIN(TestFiles)
#include "tst_files.moc"
