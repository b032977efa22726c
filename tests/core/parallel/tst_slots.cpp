// clang-format off
#include <cstddef>  // before <concepts>, which the moc of Qt 6.4 cannot read without it
// clang-format on
#include "core/parallel/parallel_error.h"
#include "core/parallel/slots.h"

#include <QtTest>

#include <memory>
#include <new>
#include <optional>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

using namespace breakeven;

namespace {

struct NoDefault {
    explicit NoDefault(int v) : value(v) {}
    int value;
};

static_assert(std::is_same_v<Slot<int>, int> && std::is_same_v<Slot<std::string>, std::string> &&
              std::is_same_v<Slot<std::unique_ptr<int>>, std::unique_ptr<int>>);
static_assert(std::is_same_v<Slot<NoDefault>, std::optional<NoDefault>>);
static_assert(std::is_same_v<Slot<bool>, std::optional<bool>>);
static_assert(std::is_same_v<Marked<void>, std::optional<std::monostate>>);

}  // namespace

class TestSlots : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyResultComesFromItsPlace() {
        Slots<int> numbers(3);
        for (int i = 0; i < 3; ++i)
            numbers.data()[i] = 10 * i;
        QCOMPARE(numbers.take(2), 20);
        QCOMPARE(std::move(numbers).take(), (std::vector{0, 10, 20}));
    }

    void resultsWithoutADefaultAreKept() {
        Slots<NoDefault> results(2);
        results.data()[1] = NoDefault(7);
        results.data()[0] = NoDefault(6);
        QCOMPARE(results.take(1).value, 7);
        const auto all = std::move(results).take();
        QCOMPARE(all.size(), std::size_t{2});
        QCOMPARE(all[0].value, 6);
    }

    void resultsAreMoved() {
        Slots<std::unique_ptr<int>> owners(2);
        owners.data()[0] = std::make_unique<int>(1);
        owners.data()[1] = std::make_unique<int>(2);
        const int* const second = owners.data()[1].get();
        QCOMPARE(owners.take(1).get(), second);
        QCOMPARE(*std::move(owners).take()[0], 1);
    }

    /// Neighbours of a vector<bool> would share a byte, and so a race.
    void truthValuesDoNotShareBytes() {
        Slots<bool> truths(2000);
        const auto write = [&](std::size_t first) {
            for (std::size_t i = first; i < 2000; i += 2)
                truths.data()[i] = i % 3 == 0;
        };
        std::thread odd(write, 1);
        write(0);
        odd.join();
        const auto all = std::move(truths).take();
        for (std::size_t i = 0; i < all.size(); ++i)
            QCOMPARE(static_cast<bool>(all[i]), i % 3 == 0);
    }

    /// Beyond what the machine has, and beyond what a number of bytes can say; nothing is touched.
    void whatDoesNotFitIsRefused() {
        struct Large {
            char bytes[4096];
        };
        for (const ItemCount size : {ItemCount{1} << 45, ItemCount{1} << 52, ~ItemCount{0}}) {
            try {
                Slots<Large> slots(size);
                QFAIL("they were had");
            } catch (const ParallelError& error) {
                QCOMPARE(error.code(), ErrorCode::Refused);
                const std::string start = "results: " + std::to_string(size) + " of 4096 bytes do not fit into memory";
                QVERIFY2(std::string_view(error.what()).starts_with(start), error.what());
            }
        }
    }

    /// What is free is not asked for when the results are small, and may be promised and yet not be had.
    void whatTheSystemRefusesIsRefused() {
        struct Unavailable {
            Unavailable() { throw std::bad_alloc(); }
        };
        std::optional<ErrorCode> code;
        try {
            Slots<Unavailable> slots(3);
        } catch (const ParallelError& error) {
            code = error.code();
        } catch (const std::bad_alloc&) {
        }
        QVERIFY(code == ErrorCode::Refused);
    }

    void nothingIsKeptOfVoid() {
        Slots<void> none(5);
        QVERIFY(none.data() == nullptr);
    }
};

QTEST_GUILESS_MAIN(TestSlots)
#include "tst_slots.moc"
