#include "core/parallel/map.h"
#include "core/parallel/shared_list.h"
#include "tests/support/numbers.h"

#include <QtTest>

#include <limits>
#include <string>
#include <vector>

#include <unistd.h>

using namespace breakeven;

class TestSharedList : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aVectorThatFitsNoMemoryIsRefused() {
        for (const std::size_t size : {std::size_t{1} << 45, std::size_t{1} << 61, (std::size_t{1} << 61) + 1})
            QVERIFY_EXCEPTION_THROWN(SharedVector<double>(size).size(), ParallelError);
        QCOMPARE(SharedVector<double>(0).size(), std::size_t{0});
    }

    void aVectorThatWasMovedIsEmpty() {
        SharedVector<int> first(firstNumbers(5));
        SharedVector<int> second(std::move(first));
        QCOMPARE(first.size(), std::size_t{0});
        QVERIFY(first.begin() == first.end());
        QCOMPARE(second.size(), std::size_t{5});
        QCOMPARE(second[4], 4);
        SharedVector<int> third(2);
        third = std::move(second);
        QCOMPARE(second.size(), std::size_t{0});
        QCOMPARE(third.size(), std::size_t{5});
        QVERIFY(map(second, tripled, {.workers = 1}).empty());
    }

    void resultsBeginBehindTheItems_data() {
        QTest::addColumn<qulonglong>("size");
        QTest::addColumn<qulonglong>("itemBytes");
        QTest::addColumn<qulonglong>("slotBytes");
        QTest::addColumn<qulonglong>("begin");
        QTest::addColumn<qulonglong>("bytes");
        QTest::newRow("nothing") << 0ULL << 8ULL << 8ULL << 0ULL << 0ULL;
        QTest::newRow("to the next cache line") << 3ULL << 4ULL << 8ULL << 64ULL << 88ULL;
        QTest::newRow("a whole cache line") << 16ULL << 4ULL << 1ULL << 64ULL << 80ULL;
        QTest::newRow("one byte more") << 65ULL << 1ULL << 1ULL << 128ULL << 193ULL;
        QTest::newRow("no results") << 10ULL << 8ULL << 0ULL << 128ULL << 128ULL;
        QTest::newRow("items elsewhere") << 10ULL << 0ULL << 8ULL << 0ULL << 80ULL;
    }
    void resultsBeginBehindTheItems() {
        QFETCH(qulonglong, size);
        QFETCH(qulonglong, itemBytes);
        QFETCH(qulonglong, slotBytes);
        QFETCH(qulonglong, begin);
        QFETCH(qulonglong, bytes);
        const auto layout = sharedLayout(size, itemBytes, slotBytes);
        QVERIFY(layout);
        QCOMPARE(layout->slots, static_cast<std::size_t>(begin));
        QCOMPARE(layout->bytes, static_cast<std::size_t>(bytes));
    }

    void sizesThatOverflowAreRefused_data() {
        constexpr auto Most = std::numeric_limits<qulonglong>::max();
        QTest::addColumn<qulonglong>("size");
        QTest::addColumn<qulonglong>("itemBytes");
        QTest::addColumn<qulonglong>("slotBytes");
        QTest::newRow("items") << Most / 4 << 8ULL << 1ULL;
        QTest::newRow("results") << Most / 4 << 1ULL << 8ULL;
        QTest::newRow("rounding up") << Most - 10 << 1ULL << 0ULL;
        QTest::newRow("both together") << Most / 2 << 1ULL << 2ULL;
    }
    void sizesThatOverflowAreRefused() {
        QFETCH(qulonglong, size);
        QFETCH(qulonglong, itemBytes);
        QFETCH(qulonglong, slotBytes);
        const auto layout = sharedLayout(size, itemBytes, slotBytes);
        QVERIFY(!layout);
        QCOMPARE(layout.error().code, ErrorCode::Refused);
        QVERIFY2(layout.error().detail.starts_with("list: " + std::to_string(size) + " items are larger"),
                 layout.error().detail.c_str());
    }

    void aSharedVectorIsAList() {
        SharedVector<int> numbers(3);
        QVERIFY((std::vector<int>(numbers.begin(), numbers.end()) == std::vector{0, 0, 0}));
        numbers[1] = 5;
        const SharedVector<int> copy(std::vector<int>(numbers.begin(), numbers.end()));
        QCOMPARE(copy.size(), std::size_t{3});
        QCOMPARE(copy[1], 5);
        QVERIFY(copy.data() != numbers.data());
        QCOMPARE(SharedVector<int>(0).size(), std::size_t{0});
    }

    /// The way of a worker process, gone by this process itself.
    void itsItemsAreMappedWhereTheyAre() {
        SharedVector<int> numbers(firstNumbers(4));
        const ForeignItems place = numbers.asForeign();
        QCOMPARE(place.owner, getpid());
        const auto mapped = mapForeign(place);
        QVERIFY(mapped);
        numbers[3] = 30;
        QCOMPARE(reinterpret_cast<const int*>(mapped->bytes().data())[3], 30);
    }

    void itemsThatAreGoneAreNamed() {
        ForeignItems place;
        {
            const SharedVector<int> numbers(4);
            place = numbers.asForeign();
        }
        const auto mapped = mapForeign(place);
        QVERIFY(!mapped);
        QCOMPARE(mapped.error().code, ErrorCode::Internal);
    }
};

QTEST_GUILESS_MAIN(TestSharedList)
#include "tst_shared_list.moc"
