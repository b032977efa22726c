#include "tests/core/workloads/bound_list.h"

#include <QtTest>

#include <cstdint>
#include <string>

using namespace breakeven;

namespace {

constexpr ItemCount WordsPerLine = 8;

BoundList countersOf(const std::string& layout, ItemCount size) {
    return BoundList({.workload = "false-sharing", .params = {{"layout", layout}, {"steps", 1000.0}}, .size = size});
}

}  // namespace

class TestFalseSharing : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void eachCounterCountsFromItsStart_data() {
        QTest::addColumn<QString>("layout");
        QTest::addColumn<ItemCount>("stride");
        QTest::newRow("shared") << "shared" << ItemCount{1};
        QTest::newRow("padded") << "padded" << WordsPerLine;
    }
    void eachCounterCountsFromItsStart() {
        QFETCH(QString, layout);
        QFETCH(ItemCount, stride);
        constexpr ItemCount Size = 20;
        const BoundList list = countersOf(layout.toStdString(), Size);
        list.workload->run(7, Size);
        list.workload->run(0, 7);
        list.workload->run(3, 4);  // what a worker's death can bring about
        const auto words = list.slots<std::uint64_t>(192, WordsPerLine * Size);  // 160 bytes of input take three lines
        for (ItemCount i = 0; i < Size; ++i)
            QCOMPARE(words[i * stride], 1000 + i);
    }

    void countersLieWhereTheLayoutSays() {
        const BoundList shared = countersOf("shared", 8);
        const BoundList padded = countersOf("padded", 8);
        const auto linesTouched = [](const BoundList& list) {
            const auto words = list.slots<std::uint64_t>(64, 64);
            std::ranges::fill(words, 0);
            list.workload->run(0, 8);
            int lines = 0;
            for (ItemCount line = 0; line < 8; ++line)
                lines += std::ranges::any_of(words.subspan(line * 8, 8), [](auto word) { return word != 0; }) ? 1 : 0;
            return lines;
        };
        QCOMPARE(linesTouched(shared), 1);
        QCOMPARE(linesTouched(padded), 8);
    }
};

QTEST_GUILESS_MAIN(TestFalseSharing)
#include "tst_false_sharing.moc"
