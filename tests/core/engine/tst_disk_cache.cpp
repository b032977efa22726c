#include "core/engine/disk_cache.h"

#include <QtTest>

#include <atomic>
#include <filesystem>
#include <fstream>
#include <string>
#include <thread>
#include <vector>

#include <fcntl.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace breakeven;
namespace fs = std::filesystem;

namespace {

CacheEntry entryOf(const std::string& bytes) {
    return {.bytes = bytes, .duration = Seconds(1.5), .created = std::chrono::system_clock::now()};
}

std::vector<fs::path> filesBelow(const fs::path& folder) {
    std::vector<fs::path> files;
    for (const auto& entry : fs::recursive_directory_iterator(folder))
        if (entry.is_regular_file()) files.push_back(entry.path());
    return files;
}

/// As if it had last been used so many seconds ago.
void age(const fs::path& file, int seconds) {
    const time_t now = time(nullptr);
    const timespec times[2] = {{now - seconds, 0}, {now - seconds, 0}};
    utimensat(AT_FDCWD, file.c_str(), times, 0);
}

}  // namespace

class TestDiskCache : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() {
        m_temporary = std::make_unique<QTemporaryDir>();
        m_folder = m_temporary->path().toStdString();
    }

    void whatIsStoredIsFound() {
        auto cache = *DiskCache::open(m_folder / "new" / "folder");
        const std::string bytes("a\0b\n", 4);
        const CacheKey key = cacheKey("arguments");
        QVERIFY(!cache.lookup("f", key));
        QVERIFY(cache.store("f", key, entryOf(bytes)));
        QVERIFY(cache.contains("f", key));
        const auto found = cache.lookup("f", key);
        QVERIFY(found);
        QCOMPARE(found->bytes, bytes);
        QCOMPARE(found->duration, Seconds(1.5));
        QVERIFY(!cache.lookup("g", key));
        QVERIFY(!cache.lookup("f", cacheKey("other")));
        QCOMPARE(cache.statistics().hits, std::uint64_t{1});
        QCOMPARE(cache.statistics().misses, std::uint64_t{3});
        QCOMPARE(cache.statistics().stores, std::uint64_t{1});
    }

    void keysAreThoseOfXxh3() {
        // The published test vector of XXH3_128bits for no bytes at all.
        QCOMPARE(textOf(cacheKey("")), std::string("99aa06d3014798d86001c324468d497f"));
    }

    void aDamagedEntryIsNoEntry_data() {
        QTest::addColumn<int>("size");
        QTest::addColumn<int>("flipped");
        QTest::newRow("cut") << 70 << -1;
        QTest::newRow("empty") << 0 << -1;
        QTest::newRow("longer") << 80 << -1;
        QTest::newRow("another byte in the result") << -1 << 2;
        QTest::newRow("another byte in the key") << -1 << 17;
    }
    void aDamagedEntryIsNoEntry() {
        QFETCH(int, size);
        QFETCH(int, flipped);
        auto cache = *DiskCache::open(m_folder);
        const CacheKey key = cacheKey("k");
        QVERIFY(cache.store("f", key, entryOf("a result")));
        const fs::path file = filesBelow(m_folder).front();
        if (size >= 0) fs::resize_file(file, static_cast<std::uintmax_t>(size));
        if (flipped >= 0) {
            std::fstream stream(file);
            stream.seekp(flipped);
            stream.put('#');
        }
        QVERIFY(!cache.lookup("f", key));
        QCOMPARE(cache.statistics().corrupted, std::uint64_t{1});
        QVERIFY(!cache.contains("f", key));
    }

    void aFailedStoreIsCounted() {
        auto cache = *DiskCache::open(m_folder);
        std::ofstream(m_folder / "breakeven-cache" / "f") << "a file where a folder should be";
        const auto stored = cache.store("f", cacheKey("k"), entryOf("x"));
        QVERIFY(!stored);
        QCOMPARE(stored.error().code, ErrorCode::Unwritable);
        QCOMPARE(cache.statistics().failedStores, std::uint64_t{1});
    }

    void theLongestUnusedGoesFirst() {
        auto cache = *DiskCache::open(m_folder);
        for (const char* name : {"a", "b", "c"})
            QVERIFY(cache.store("f", cacheKey(name), entryOf(std::string(1000, *name))));
        int seconds = 100;
        for (const auto& file : filesBelow(m_folder))
            age(file, seconds += 10);
        QVERIFY(cache.lookup("f", cacheKey("a")));  // a use
        QVERIFY(cache.reduceSize({.items = 1}));
        QVERIFY(cache.contains("f", cacheKey("a")));
        QVERIFY(!cache.contains("f", cacheKey("b")));
        QVERIFY(!cache.contains("f", cacheKey("c")));
    }

    void everyLimitIsKept() {
        auto cache = *DiskCache::open(m_folder);
        for (const char* name : {"a", "b", "c", "d"})
            QVERIFY(cache.store("f", cacheKey(name), entryOf(std::string(1000, *name))));
        QVERIFY(cache.reduceSize({.bytes = 3500}));
        QCOMPARE(filesBelow(m_folder).size(), std::size_t{3});
        age(filesBelow(m_folder).front(), 50);
        QVERIFY(cache.reduceSize({.age = Seconds(40)}));
        QCOMPARE(filesBelow(m_folder).size(), std::size_t{2});
        QVERIFY(cache.reduceSize({}));
        QCOMPARE(filesBelow(m_folder).size(), std::size_t{2});
        QCOMPARE(cache.reduceSize({.age = Seconds(-1)}).error().code, ErrorCode::InvalidInput);
    }

    void clearForgetsAGroupOrAll() {
        auto cache = *DiskCache::open(m_folder);
        for (const char* group : {"f", "../g", "h/v1"})
            QVERIFY(cache.store(group, cacheKey("k"), entryOf("x")));
        QVERIFY(cache.clear("../g"));
        QVERIFY(!cache.contains("../g", cacheKey("k")));
        QVERIFY(cache.contains("h/v1", cacheKey("k")));
        QVERIFY(cache.clear());
        QVERIFY(filesBelow(m_folder).empty());
    }

    void whatIsNotTheCachesIsKept() {
        fs::create_directory(m_folder / "thesis");
        std::ofstream(m_folder / "thesis" / "chapter.entry") << "years";
        auto cache = *DiskCache::open(m_folder);
        QVERIFY(cache.store("f", cacheKey("k"), entryOf("x")));
        QVERIFY(cache.reduceSize({.items = 0}));
        QVERIFY(!cache.contains("f", cacheKey("k")));
        QVERIFY(cache.store("f", cacheKey("k"), entryOf("x")));
        QVERIFY(cache.clear());
        QVERIFY(!cache.contains("f", cacheKey("k")));
        QVERIFY(fs::exists(m_folder / "thesis" / "chapter.entry"));
        QVERIFY(cache.store("f", cacheKey("k"), entryOf("x")));  // as before
    }

    void aGroupWithoutANameIsAGroup() {
        auto cache = *DiskCache::open(m_folder);
        QVERIFY(cache.store("", cacheKey("k"), entryOf("x")));
        QVERIFY(cache.store("f", cacheKey("k"), entryOf("x")));
        QVERIFY(cache.clear(""));
        QVERIFY(!cache.contains("", cacheKey("k")));
        QVERIFY(cache.contains("f", cacheKey("k")));
    }

    /// Whatever else can be deleted.
    void whatCannotBeClearedIsAnError() {
        auto cache = *DiskCache::open(m_folder);
        for (const char* group : {"a", "b", "c", "d", "e", "f", "g", "h"})
            QVERIFY(cache.store(group, cacheKey("k"), entryOf("x")));
        const fs::path own = m_folder / "breakeven-cache";
        fs::permissions(m_folder, fs::perms::all);
        fs::permissions(own, fs::perms::all);
        for (const auto& group : fs::directory_iterator(own)) {
            const bool isLocked = group.path().filename() == "c";
            for (const auto& part : fs::recursive_directory_iterator(group))
                fs::permissions(part, isLocked ? fs::perms::owner_read : fs::perms::all);
            fs::permissions(group, isLocked ? fs::perms::owner_read | fs::perms::owner_exec : fs::perms::all);
        }
        const pid_t child = fork();
        if (child == 0) {
            constexpr uid_t Nobody = 65534;
            if (geteuid() == 0 && setresuid(Nobody, Nobody, Nobody) != 0) _exit(2);
            const auto cleared = cache.clear();
            _exit(!cleared && cleared.error().code == ErrorCode::Unwritable ? 0 : 1);
        }
        int status = -1;
        waitpid(child, &status, 0);
        fs::permissions(own / "c", fs::perms::owner_all);
        QCOMPARE(WIFEXITED(status) ? WEXITSTATUS(status) : -1, 0);
    }

    void getOrComputesOnce() {
        auto cache = *DiskCache::open(m_folder);
        std::vector<std::string> read;
        int computed = 0;
        const auto get = [&](Verdict verdict) {
            const auto look = [&](const CacheEntry& entry) { return read.push_back(entry.bytes), verdict; };
            return cache.getOr("f", cacheKey("k"), look, [&] { return "result " + std::to_string(++computed); });
        };
        const CacheOutcome first = get(Verdict::Taken);
        QVERIFY(first.wasComputed && first.stored && !first.wasDamaged);
        QVERIFY(read.empty());
        const CacheOutcome found = get(Verdict::Taken);
        QVERIFY(!found.wasComputed && found.stored && !found.wasDamaged);
        const CacheOutcome outdated = get(Verdict::Outdated);
        QVERIFY(outdated.wasComputed && !outdated.wasDamaged);
        QCOMPARE(cache.statistics().corrupted, std::uint64_t{0});
        const CacheOutcome damaged = get(Verdict::Damaged);
        QVERIFY(damaged.wasComputed && damaged.wasDamaged);
        QCOMPARE(cache.statistics().corrupted, std::uint64_t{1});
        QCOMPARE(read, (std::vector<std::string>{"result 1", "result 1", "result 2"}));
        QCOMPARE(cache.lookup("f", cacheKey("k"))->bytes, std::string("result 3"));
        fs::resize_file(filesBelow(m_folder).front(), 5);
        const CacheOutcome torn = get(Verdict::Taken);
        QVERIFY(torn.wasComputed && torn.wasDamaged);
        QCOMPARE(computed, 4);
    }

    void getOrTellsWhatCouldNotBeStored() {
        auto cache = *DiskCache::open(m_folder);
        std::ofstream(m_folder / "breakeven-cache" / "f") << "in the way";
        const auto outcome = cache.getOr(
            "f", cacheKey("k"), [](const CacheEntry&) { return Verdict::Taken; }, [] { return "x"; });
        QVERIFY(outcome.wasComputed);
        QCOMPARE(outcome.stored.error().code, ErrorCode::Unwritable);
    }

    void aLockKeepsThreadsApart() {
        auto cache = *DiskCache::open(m_folder);
        std::atomic<int> inside{0};
        std::atomic<bool> wereTogether{false};
        const auto work = [&] {
            for (int i = 0; i < 200; ++i) {
                const auto lock = cache.lock("f", cacheKey("k"));
                if (!lock || ++inside != 1) wereTogether = true;
                --inside;
            }
        };
        {
            std::vector<std::jthread> threads;
            for (int i = 0; i < 4; ++i)
                threads.emplace_back(work);
        }
        QVERIFY(!wereTogether);
        QVERIFY(filesBelow(m_folder).empty());
    }

    void aLockKeepsProcessesApart() {
        auto cache = *DiskCache::open(m_folder);
        const fs::path counter = m_folder / "counter";
        std::ofstream(counter) << 0;
        const auto work = [&] {
            for (int i = 0; i < 100; ++i) {
                const auto lock = cache.lock("f", cacheKey("k"));
                int value = 0;
                std::ifstream(counter) >> value;
                std::ofstream(counter) << value + 1;
            }
        };
        const pid_t child = fork();
        if (child == 0) {
            work();
            _exit(0);
        }
        work();
        waitpid(child, nullptr, 0);
        int value = 0;
        std::ifstream(counter) >> value;
        QCOMPARE(value, 200);
    }

    void aFolderThatCannotBeIsAnError() {
        std::ofstream(m_folder / "file") << "x";
        const auto cache = DiskCache::open(m_folder / "file" / "below");
        QVERIFY(!cache);
        QCOMPARE(cache.error().code, ErrorCode::Unwritable);
    }

private:
    std::unique_ptr<QTemporaryDir> m_temporary;
    fs::path m_folder;
};

QTEST_GUILESS_MAIN(TestDiskCache)
#include "tst_disk_cache.moc"
