#include "core/parallel/disk_memory.h"

#include <QtTest>

#include <atomic>
#include <filesystem>
#include <fstream>
#include <stdexcept>
#include <string>
#include <thread>
#include <vector>

using namespace breakeven;
namespace fs = std::filesystem;

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

    void aResultThatCannotBeKeptIsReturnedAndSaid() {
        const Memory memory(m_folder, {.report = [&](std::string_view line) { m_lines.emplace_back(line); }});
        std::ofstream(m_folder / "f") << "in the way";
        const auto f = memory.cache("f", [](int x) { return 2 * x; });
        QCOMPARE(f(4), 8);
        QCOMPARE(m_lines.size(), std::size_t{1});
        QVERIFY2(m_lines.front().starts_with("cache: "), m_lines.front().c_str());
        QCOMPARE(memory.statistics().failedStores, std::uint64_t{1});
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

private:
    std::unique_ptr<QTemporaryDir> m_temporary;
    fs::path m_folder;
    std::vector<std::string> m_lines;
};

QTEST_GUILESS_MAIN(TestDiskMemory)
#include "tst_disk_memory.moc"
