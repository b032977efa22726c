#include "core/base/random.h"

#include <QtTest>

#include <algorithm>
#include <array>
#include <cmath>
#include <random>

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

    void unitsLieBetweenZeroAndOne() {
        double sum = 0;
        for (std::uint64_t i = 0; i < 10'000; ++i) {
            const double unit = randomUnit(1, i);
            QVERIFY(unit >= 0 && unit < 1);
            sum += unit;
        }
        QVERIFY(std::abs(sum / 10'000 - 0.5) < 0.015);  // 5 standard deviations; the seed is fixed
    }

    /// The known answers of Random123, version 1.14.0, tests/kat_vectors.
    void isPhilox4x32WithTenRounds() {
        QVERIFY(philox({0, 0, 0, 0}, {0, 0}) == (PhiloxCounter{0x6627E8D5, 0xE169C58D, 0xBC57AC4C, 0x9B00DBD8}));
        constexpr std::uint32_t Ones = 0xFFFFFFFF;
        QVERIFY(philox({Ones, Ones, Ones, Ones}, {Ones, Ones}) ==
                (PhiloxCounter{0x408F276D, 0x41C83B0E, 0xA20BC7C6, 0x6D5451FD}));
        QVERIFY(philox({0x243F6A88, 0x85A308D3, 0x13198A2E, 0x03707344}, {0xA4093822, 0x299F31D0}) ==
                (PhiloxCounter{0xD16CFE09, 0x94FDCCEB, 0x5001E420, 0x24126EA1}));
    }

    /// Two numbers from each block, its low words first; the seed is the key, the item the upper half of the counter.
    void streamsAreMadeOfBlocks() {
        constexpr std::uint64_t Seed = 0x299F31D0A4093822;
        constexpr std::uint64_t Item = 0x0370734413198A2E;
        RandomStream stream(Seed, Item);
        for (std::uint32_t block = 0; block < 3; ++block) {
            const auto bits = philox({block, 0, 0x13198A2E, 0x03707344}, {0xA4093822, 0x299F31D0});
            QCOMPARE(stream(), std::uint64_t{bits[1]} << 32 | bits[0]);
            QCOMPARE(stream(), std::uint64_t{bits[3]} << 32 | bits[2]);
        }
    }

    /// The numbers of an item are the same whoever asks, and however many the item before it took.
    void streamsDependOnSeedAndItemAlone() {
        static_assert(std::uniform_random_bit_generator<RandomStream>);
        const auto numbersOf = [](std::uint64_t seed, std::uint64_t item) {
            RandomStream stream(seed, item);
            return std::array{stream(), stream(), stream()};
        };
        const auto numbers = numbersOf(7, 3);
        QVERIFY(numbers == numbersOf(7, 3));
        QVERIFY(numbers[0] != numbers[1] && numbers[1] != numbers[2]);
        QVERIFY(numbers != numbersOf(7, 4) && numbers != numbersOf(8, 3));
        QVERIFY(numbers[1] != numbersOf(7, 4)[0]);  // streams of neighbours do not run into each other

        RandomStream stream(1, 1);
        std::array<int, 6> order = {0, 1, 2, 3, 4, 5};
        std::shuffle(order.begin(), order.end(), stream);
        QVERIFY(std::is_permutation(order.begin(), order.end(), std::array{0, 1, 2, 3, 4, 5}.begin()));
    }
};

QTEST_GUILESS_MAIN(TestRandom)
#include "tst_random.moc"
