#include "core/workloads/steps.h"
#include "tests/core/workloads/bound_list.h"

#include <QtTest>

#include <array>
#include <numeric>

using namespace breakeven;

namespace {

constexpr ItemCount Size = 10;

BoundList listOf(double fraction) {
    return BoundList(
        {.workload = "serial-fraction", .params = {{"fraction", fraction}, {"steps", 1000.0}}, .size = Size});
}

}  // namespace

class TestSerialFraction : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theFirstItemHasTheSerialPart_data() {
        QTest::addColumn<double>("fraction");
        QTest::addColumn<quint64>("first");
        QTest::addColumn<quint64>("others");
        QTest::newRow("none") << 0.0 << quint64{1000} << quint64{1000};
        QTest::newRow("a quarter") << 0.25 << quint64{2500 + 750} << quint64{750};
        QTest::newRow("all") << 1.0 << quint64{10'000} << quint64{0};
    }
    void theFirstItemHasTheSerialPart() {
        QFETCH(double, fraction);
        QFETCH(quint64, first);
        QFETCH(quint64, others);
        const BoundList list = listOf(fraction);
        const auto steps = list.input<std::uint64_t>();
        QCOMPARE(steps[0], std::uint64_t{first});
        for (ItemCount i = 1; i < Size; ++i)
            QCOMPARE(steps[i], std::uint64_t{others});
        QCOMPARE(std::accumulate(steps.begin(), steps.end(), std::uint64_t{0}), std::uint64_t{10'000});
        list.workload->run(0, Size);
        for (ItemCount i = 0; i < Size; ++i)
            QCOMPARE(list.output<std::uint64_t>()[i], workedOn(i, i == 0 ? first : others));
    }

    /// No chunk has any of it, whatever the chunks; it follows when they are combined.
    void aReductionHasTheSerialPartAtItsEnd() {
        const BoundList list = listOf(0.25);
        std::uint64_t sum = 0;
        for (ItemCount i = 0; i < Size; ++i)
            sum += workedOn(i, 750);
        list.workload->fold(0, 1);
        QCOMPARE(list.output<std::uint64_t>()[0], workedOn(0, 750));
        list.workload->fold(1, Size);
        list.workload->combine(std::array{ItemCount{0}, ItemCount{1}});
        QCOMPARE(list.workload->digest().sum, static_cast<double>(workedOn(sum, 2500)));
    }
};

QTEST_GUILESS_MAIN(TestSerialFraction)
#include "tst_serial_fraction.moc"
