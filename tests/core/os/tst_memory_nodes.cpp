#include "core/os/memory.h"
#include "core/os/memory_nodes.h"

#include <QtTest/QTest>

#include <cstring>
#include <numeric>

using namespace breakeven;

namespace {

/// Of a process on a machine with two nodes.
constexpr std::string_view TwoNodes =
    "55d057afb000 default file=/usr/bin/sort mapped=2 N1=2 kernelpagesize_kB=4\n"
    "7f2a40000000 default anon=5859 dirty=5859 active=0 N0=5000 N1=859 kernelpagesize_kB=4\n"
    "7f2a80000000 interleave:0-1 file=/memfd:list\\040(deleted) mapped=40 N0=20 N1=20 kernelpagesize_kB=4\n"
    "7f2ac0000000 default\n"
    "7ffc1f5e5000 default stack anon=3 dirty=3 N0=3 kernelpagesize_kB=4\n";

using Pages = std::vector<std::uint64_t>;

}  // namespace

class TestMemoryNodes : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void pagesAreThoseOfTheMappingThatHoldsTheAddress() {
        QCOMPARE(pagesByNode(TwoNodes, 0x7f2a40000000), (Pages{5000, 859}));
        QCOMPARE(pagesByNode(TwoNodes, 0x7f2a40123456), (Pages{5000, 859}));
        QCOMPARE(pagesByNode(TwoNodes, 0x7f2a3fffffff), (Pages{0, 2}));
        QCOMPARE(pagesByNode(TwoNodes, 0x7f2a80000000), (Pages{20, 20}));
        QCOMPARE(pagesByNode(TwoNodes, 0x7fffffffffff), Pages{3});
    }

    void whatTellsNoPagesIsEmpty() {
        QCOMPARE(pagesByNode(TwoNodes, 0x7f2ac0000000), Pages{});
        QCOMPARE(pagesByNode(TwoNodes, 0x1000), Pages{});
        QCOMPARE(pagesByNode("", 0x7f2a40000000), Pages{});
        QCOMPARE(pagesByNode("what is this\n7f2a40000000 default N=3 Nx=4 N0=y N99999=5 N1=\n", 0x7f2a40000000),
                 Pages{});
    }

    void listsOfTheKernelAreCounted() {
        QCOMPARE(countOfList("0").value(), std::size_t{1});
        QCOMPARE(countOfList("0-1").value(), std::size_t{2});
        QCOMPARE(countOfList("0-1,3,8-11").value(), std::size_t{7});
        for (const char* text : {"", "x", "2-1x", "3-1", "0,,1"})
            QVERIFY2(!countOfList(text), text);
    }

    void touchedPagesOfThisProcessAreFound() {
        constexpr std::size_t Bytes = 4'000'000;
        const auto block = MemoryBlock::create(Bytes, Sharing::Private);
        QVERIFY(block);
        std::memset(block->bytes().data(), 1, Bytes);
        const Pages pages = pagesByNode(block->bytes().data());
        if (pages.empty()) QSKIP("this kernel does not tell where pages lie");
        QVERIFY(std::reduce(pages.begin(), pages.end()) * 4096 >= Bytes);
        QVERIFY(currentNode().value() >= 0);
        QVERIFY(memoryNodes().value() >= 1);
    }
};

QTEST_GUILESS_MAIN(TestMemoryNodes)
#include "tst_memory_nodes.moc"
