#include "core/parallel/disk_memory.h"

#include <QtTest>

#include <array>
#include <atomic>
#include <filesystem>
#include <fstream>
#include <stdexcept>
#include <string>
#include <thread>
#include <vector>

#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace breakeven;
namespace fs = std::filesystem;

namespace {

/// A result whose serialised form has changed, as between two versions of a program.
struct Record {
    static inline bool hasComment = false;
    std::string text;
    std::string comment;
    template <class Archive>
    void serialize(Archive& archive) {
        archive(text);
        if (hasComment) archive(comment);
    }
};

fs::path onlyEntryBelow(const fs::path& folder) {
    std::vector<fs::path> files;
    for (const auto& entry : fs::recursive_directory_iterator(folder))
        if (entry.is_regular_file()) files.push_back(entry.path());
    return files.size() == 1 ? files.front() : fs::path();
}

bool isInFlock(pid_t process) {
    std::ifstream file("/proc/" + std::to_string(process) + "/syscall");
    long number = -1;
    return file >> number && number == SYS_flock;
}

/// Without reaping it.
bool hasEnded(pid_t process) {
    siginfo_t info{};
    return waitid(P_PID, static_cast<id_t>(process), &info, WEXITED | WNOHANG | WNOWAIT) == 0 && info.si_pid == process;
}

}  // namespace

class TestDiskMemory : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() {
        m_temporary = std::make_unique<QTemporaryDir>();
        m_folder = m_temporary->path().toStdString();
        m_lines.clear();
    }

    void aResultIsComputedOnce() {
        const Memory memory(m_folder);
        std::atomic<int> calls{0};
        const auto join = memory.cache("join/v1", [&](const std::string& text, const std::vector<int>& numbers) {
            ++calls;
            return text + std::to_string(numbers.size());
        });
        QCOMPARE(join("a", std::vector{1, 2}), std::string("a2"));
        QCOMPARE(join(std::string("a"), std::vector{1, 2}), std::string("a2"));
        QCOMPARE(calls.load(), 1);
        QCOMPARE(join("a", std::vector{1}), std::string("a1"));
        QCOMPARE(calls.load(), 2);
        const auto same =
            Memory(m_folder).cache("join/v1", [](const std::string&, const std::vector<int>&) -> std::string {
                throw std::runtime_error("computed again");
            });
        QCOMPARE(same("a", std::vector{1}), std::string("a1"));
        const auto next = Memory(m_folder).cache(
            "join/v2", [](const std::string&, const std::vector<int>&) { return std::string("another version"); });
        QCOMPARE(next("a", std::vector{1}), std::string("another version"));
    }

    void ignoredArgumentsMakeNoDifference() {
        const Memory memory(m_folder);
        int calls = 0;
        const auto f = memory.cache("f", [&](int x, bool) { return ++calls, x; }, {.ignore = {1}});
        QCOMPARE(f(1, true), 1);
        QCOMPARE(f(1, false), 1);
        QCOMPARE(calls, 1);
        const auto wrong = memory.cache("g", [](int x) { return x; }, {.ignore = {1}});
        QVERIFY_EXCEPTION_THROWN(wrong(1), ParallelError);
    }

    void aValidationMayAskForANewResult() {
        const Memory memory(m_folder);
        int calls = 0;
        std::vector<CachedCall> seen;
        bool isValid = true;
        const auto f =
            memory.cache("f", [&](int x) { return ++calls, x; }, {.cacheValidation = [&](const CachedCall& call) {
                             seen.push_back(call);
                             return isValid;
                         }});
        f(1);
        QVERIFY(seen.empty());
        f(1);
        QCOMPARE(calls, 1);
        isValid = false;
        f(1);
        QCOMPARE(calls, 2);
        QCOMPARE(seen.size(), std::size_t{2});
        QVERIFY(seen.front().duration >= Seconds(0));
        QVERIFY(std::chrono::system_clock::now() - seen.front().time < std::chrono::hours(1));
    }

    void twoCallersComputeOnce() {
        const Memory memory(m_folder);
        std::atomic<int> calls{0};
        const auto slow = memory.cache("slow", [&](int x) {
            ++calls;
            std::this_thread::yield();
            return x;
        });
        {
            std::vector<std::jthread> callers;
            for (int i = 0; i < 8; ++i)
                callers.emplace_back([&] {
                    for (int x = 0; x < 20; ++x)
                        slow(x);
                });
        }
        QCOMPARE(calls.load(), 20);
    }

    /// The other process asks while this one computes, and finds the result when its wait is over.
    void twoProcessesComputeOnce() {
        std::array<int, 2> start{};
        QVERIFY(pipe(start.data()) == 0);
        const pid_t other = fork();
        if (other == 0) {
            close(start[1]);
            char go = 0;
            if (read(start[0], &go, 1) != 1) _exit(2);
            int calls = 0;
            const auto f = Memory(m_folder).cache("f", [&](int x) { return ++calls, 2 * x; });
            _exit(f(4) == 8 && calls == 0 ? 0 : 1);
        }
        close(start[0]);
        const auto f = Memory(m_folder).cache("f", [&](int x) {
            if (write(start[1], "x", 1) != 1) throw std::runtime_error("no other process");
            while (!isInFlock(other) && !hasEnded(other))
                sched_yield();
            return 2 * x;
        });
        QCOMPARE(f(4), 8);
        close(start[1]);
        int status = -1;
        QCOMPARE(waitpid(other, &status, 0), other);
        QCOMPARE(WIFEXITED(status) ? WEXITSTATUS(status) : -1, 0);
    }

    void typesMakeADifference() {
        const Memory memory(m_folder);
        int calls = 0;
        const auto toDouble = memory.cache("double", [&](double x) { return ++calls, x; });
        QCOMPARE(toDouble(-1), -1.0);
        QCOMPARE(toDouble(4294967295U), 4294967295.0);
        QCOMPARE(calls, 2);
        const auto count = memory.cache("count", [](auto... x) { return sizeof...(x); });
        QCOMPARE(count(1, 0), std::size_t{2});
        QCOMPARE(count(1L), std::size_t{1});
        const auto number = memory.cache("result", [](int x) { return std::int64_t{x}; });
        QCOMPARE(number(3), std::int64_t{3});
        const auto real = memory.cache("result", [](int x) { return double(x); });
        QCOMPARE(real(3), 3.0);
    }

    void aResultThatDoesNotReadBackIsComputedAnewAndSaid() {
        const Memory memory(m_folder, {.report = [&](std::string_view line) { m_lines.emplace_back(line); }});
        int calls = 0;
        const auto f = memory.cache("f", [&](int) { return ++calls, Record{"text", "comment"}; });
        Record::hasComment = false;
        f(1);
        Record::hasComment = true;
        QVERIFY_EXCEPTION_THROWN(f.shelve(1).get(), ParallelError);
        QCOMPARE(f(1).comment, std::string("comment"));
        QCOMPARE(calls, 2);
        QCOMPARE(m_lines, std::vector<std::string>{"cache: a result of f was damaged, computed anew"});
        QCOMPARE(memory.statistics().corrupted, std::uint64_t{1});
    }

    void bytesThatAreLeftOverAreDamage() {
        const Memory memory(m_folder, {.report = [&](std::string_view line) { m_lines.emplace_back(line); }});
        int calls = 0;
        const auto f = memory.cache("f", [&](int x) { return ++calls, x; });
        f(1);
        const fs::path file = onlyEntryBelow(m_folder);
        const std::string text = file.parent_path().filename().string() + file.stem().string();
        const CacheKey key{std::stoull(text.substr(0, 16), nullptr, 16), std::stoull(text.substr(16), nullptr, 16)};
        auto disk = *DiskCache::open(m_folder);
        auto entry = *disk.lookup("f", key);
        entry.bytes += "more";
        QVERIFY(disk.store("f", key, entry));
        QVERIFY_EXCEPTION_THROWN(f.shelve(1).get(), ParallelError);
        QCOMPARE(f(1), 1);
        QCOMPARE(calls, 2);
        QCOMPARE(m_lines, std::vector<std::string>{"cache: a result of f was damaged, computed anew"});
        QCOMPARE(f(1), 1);
        QCOMPARE(calls, 2);
    }

    void aFunctionHasAnId() {
        const Memory memory(m_folder);
        QVERIFY_EXCEPTION_THROWN(memory.cache("", [](int x) { return x; }), ParallelError);
    }

    void aResultThatCannotBeKeptIsReturnedAndSaid() {
        const Memory memory(m_folder, {.report = [&](std::string_view line) { m_lines.emplace_back(line); }});
        std::ofstream(m_folder / "breakeven-cache" / "f") << "in the way";
        const auto f = memory.cache("f", [](int x) { return 2 * x; });
        QCOMPARE(f(4), 8);
        QCOMPARE(m_lines.size(), std::size_t{1});
        QVERIFY2(m_lines.front().starts_with("cache: "), m_lines.front().c_str());
        QCOMPARE(memory.statistics().failedStores, std::uint64_t{1});
        QCOMPARE(f.shelve(5).get(), 10);
        QCOMPARE(memory.statistics().failedStores, std::uint64_t{2});
    }

    void aDamagedResultIsComputedAnewAndSaid() {
        const Memory memory(m_folder, {.report = [&](std::string_view line) { m_lines.emplace_back(line); }});
        const auto f = memory.cache("f", [](int x) { return 2 * x; });
        f(4);
        for (const auto& entry : fs::recursive_directory_iterator(m_folder))
            if (entry.is_regular_file()) fs::resize_file(entry.path(), 20);
        QCOMPARE(f(4), 8);
        QCOMPARE(m_lines, std::vector<std::string>{"cache: a result of f was damaged, computed anew"});
        QVERIFY(f.isCached(4));
    }

    void aFailureIsNotKept() {
        const Memory memory(m_folder);
        int calls = 0;
        const auto f = memory.cache("f", [&](int x) -> int {
            if (++calls == 1) throw std::runtime_error("not yet");
            return x;
        });
        QVERIFY_EXCEPTION_THROWN(f(1), std::runtime_error);
        QCOMPARE(f(1), 1);
    }

    void aShelvedResultIsReadWhenItIsAskedFor() {
        const Memory memory(m_folder);
        const auto f = memory.cache("f", [](int x) { return std::vector<int>(3, x); });
        const auto shelved = f.shelve(5);
        QCOMPARE(shelved.get(), (std::vector{5, 5, 5}));
        shelved.clear();
        QVERIFY(!f.isCached(5));
        QVERIFY_EXCEPTION_THROWN(shelved.get(), ParallelError);
    }

    void shelvingComputesOnlyWhatIsNotThere() {
        const Memory memory(m_folder);
        int calls = 0;
        const auto f = memory.cache("f", [&](int x) { return ++calls, x; });
        QCOMPARE(f.shelve(5).get(), 5);
        const std::uint64_t reads = memory.statistics().hits;
        const auto shelved = f.shelve(5);
        QCOMPARE(calls, 1);
        QCOMPARE(memory.statistics().hits, reads);
        QCOMPARE(shelved.get(), 5);
        const auto expired = memory.cache("f", [&](int x) { return ++calls, x; },
                                          {.cacheValidation = [](const CachedCall&) { return false; }});
        QCOMPARE(expired.shelve(5).get(), 5);
        QCOMPARE(calls, 2);
    }

    void withoutAFolderNothingIsKept() {
        const Memory memory;
        int calls = 0;
        const auto f = memory.cache("f", [&](int x) { return ++calls, x; });
        f(1);
        QCOMPARE(f(1), 1);
        QCOMPARE(calls, 2);
        QVERIFY(!f.isCached(1));
        QCOMPARE(f.shelve(3).get(), 3);
        f.clear();
        memory.clear();
        memory.reduceSize({.items = 0});
    }

    void clearForgets() {
        const Memory memory(m_folder);
        const auto f = memory.cache("f", [](int x) { return x; });
        const auto g = memory.cache("g", [](int x) { return x; });
        f(1);
        g(1);
        f.clear();
        QVERIFY(!f.isCached(1));
        QVERIFY(g.isCached(1));
        memory.clear();
        QVERIFY(!g.isCached(1));
    }

    void clearKeepsWhatIsNotTheCaches() {
        std::ofstream(m_folder / "thesis.txt") << "years";
        const Memory memory(m_folder);
        memory.cache("f", [](int x) { return x; })(1);
        memory.clear();
        QVERIFY(fs::exists(m_folder / "thesis.txt"));
    }

    void theSizeIsReducedByBytesAndAge() {
        const Memory memory(m_folder);
        const auto f = memory.cache("f", [](int x) { return std::string(1000, static_cast<char>('a' + x)); });
        const auto kept = [&] {
            int count = 0;
            for (int x = 0; x < 4; ++x)
                count += f.isCached(x) ? 1 : 0;
            return count;
        };
        for (int x = 0; x < 4; ++x)
            f(x);
        memory.reduceSize({.bytes = 4500});
        QCOMPARE(kept(), 4);
        memory.reduceSize({.bytes = 3500});
        QCOMPARE(kept(), 3);
        memory.reduceSize({.age = Seconds(3600)});
        QCOMPARE(kept(), 3);
        fs::path one;
        for (const auto& entry : fs::recursive_directory_iterator(m_folder))
            if (entry.is_regular_file()) one = entry.path();
        fs::last_write_time(one, fs::file_time_type::clock::now() - std::chrono::hours(2));
        memory.reduceSize({.age = Seconds(3600)});
        QCOMPARE(kept(), 2);
        QVERIFY_EXCEPTION_THROWN(memory.reduceSize({.age = Seconds(-1)}), ParallelError);
    }

private:
    std::unique_ptr<QTemporaryDir> m_temporary;
    fs::path m_folder;
    std::vector<std::string> m_lines;
};

QTEST_GUILESS_MAIN(TestDiskMemory)
#include "tst_disk_memory.moc"
