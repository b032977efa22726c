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
        QTest::newRow("another byte in the result") << -1 << 66;
        QTest::newRow("another byte in the key") << -1 << 9;
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
        std::ofstream(m_folder / "f") << "a file where a folder should be";
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
