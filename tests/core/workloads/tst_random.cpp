#include "core/workloads/random.h"

#include <QtTest>

#include <array>

using namespace breakeven;

class TestRandom : public QObject {
    Q_OBJECT

private Q_SLOTS:
    /// The published first outputs of SplitMix64 with seeds 0 and 1234567.
    void isSplitMix64() {
        constexpr std::array<std::uint64_t, 3> zero = {0xE220A8397B1DCDAF, 0x6E789E6AA1B965F4, 0x06C45D188009454F};
        constexpr std::array<std::uint64_t, 3> other = {6457827717110365317ULL, 3203168211198807973ULL,
                                                        9817491932198370423ULL};
        for (std::uint64_t i = 0; i < 3; ++i) {
            QCOMPARE(randomBits(0, i), zero[i]);
            QCOMPARE(randomBits(1234567, i), other[i]);
        }
    }

    void staysBelowItsBound() {
        std::array<int, 10> seen{};
        for (std::uint64_t i = 0; i < 10'000; ++i)
            ++seen.at(randomBelow(1, i, 10));
        for (const int count : seen)
            QVERIFY(count > 850 && count < 1150);  // 5 standard deviations around 1000; the seed is fixed
        QCOMPARE(randomBelow(1, 5, 1), std::uint64_t{0});
    }
};

QTEST_GUILESS_MAIN(TestRandom)
#include "tst_random.moc"
