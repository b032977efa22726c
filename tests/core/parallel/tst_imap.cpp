#include "core/parallel/imap.h"
#include "core/parallel/map.h"
#include "tests/support/parallel_main.h"

#include <QtTest>

#include <atomic>
#include <cstddef>
#include <iterator>
#include <latch>
#include <ranges>
#include <stdexcept>
#include <stop_token>
#include <string>
#include <vector>

using namespace breakeven;

namespace {

template <class Options>
concept IsOfKnownLength = requires(Options options) {
    options.progress;
};
template <class Options>
concept EndsAtErrors = requires(Options options) {
    options.stopAfterErrors;
};
using OptionsOfStreams = BasicStreamOptions<AnyBackend>;
static_assert(IsOfKnownLength<Options> && !IsOfKnownLength<OptionsOfStreams>);
static_assert(EndsAtErrors<Options> && !EndsAtErrors<OptionsOfStreams>);

/// 0, 1, 2, … for one pass; counts how often it is asked for a next number.
struct CountedReads {
    int steps = 0;

    class Iterator {
    public:
        using value_type = int;
        using difference_type = std::ptrdiff_t;

        explicit Iterator(CountedReads& reads) : m_reads(&reads) {}
        int operator*() const { return m_reads->steps; }
        Iterator& operator++() {
            ++m_reads->steps;
            return *this;
        }
        void operator++(int) { ++*this; }

    private:
        CountedReads* m_reads;
    };
};

template <class Range>
std::vector<int> pulled(Range range) {
    std::vector<int> values;
    for (const int value : range)
        values.push_back(value);
    return values;
}

}  // namespace

class TestImap : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void resultsComeInInputOrder_data() {
        QTest::addColumn<QString>("backend");
        QTest::addColumn<int>("chunk");
        for (const char* backend : {"serial", "tbb", "threads", "processes", "processes-pipe"})
            for (const int chunk : {1, 3, 100})
                QTest::addRow("%s %d", backend, chunk) << QString(backend) << chunk;
    }
    void resultsComeInInputOrder() {
        QFETCH(QString, backend);
        QFETCH(int, chunk);
        const auto squares = pulled(imap(std::views::iota(0, 20), [](int x) { return x * x; },
                                         {.workers = 2, .backend = backend.toStdString(), .chunk = chunk}));
        QCOMPARE(squares.size(), std::size_t{20});
        for (int i = 0; i < 20; ++i)
            QCOMPARE(squares[static_cast<std::size_t>(i)], i * i);
    }

    void anEmptyListHasNoResult() {
        const std::vector<int> none;
        QVERIFY(!imap(none, [](int x) { return x; }, {.workers = 2}).next());
    }

    void theInputIsNotReadFurtherThanTheLimit() {
        std::atomic<int> read{0};
        auto endless = std::views::iota(0) | std::views::transform([&](int x) {
                           ++read;
                           return x;
                       });
        auto stream = imap(endless, [](int x) { return x; }, {.workers = 2, .backend = "threads", .inFlight = 5});
        QCOMPARE(*stream.next(), 0);
        QCOMPARE(read.load(), 5);
        QCOMPARE(*stream.next(), 1);
        QCOMPARE(read.load(), 6);
    }

    void aFailedItemThrowsAtItsPlaceAndPullingGoesOn_data() {
        QTest::addColumn<int>("chunk");
        QTest::newRow("one by one") << 1;
        QTest::newRow("within a chunk") << 5;
    }
    void aFailedItemThrowsAtItsPlaceAndPullingGoesOn() {
        QFETCH(int, chunk);
        for (const char* backend : {"threads", "processes"}) {
            auto stream =
                imap(std::views::iota(0, 5), [](int x) { return x == 2 ? throw std::runtime_error("two") : x; },
                     {.workers = 2, .backend = backend, .chunk = chunk});
            QCOMPARE(*stream.next(), 0);
            QCOMPARE(*stream.next(), 1);
            try {
                stream.next();
                QFAIL("nothing was thrown");
            } catch (const ParallelError& error) {
                QCOMPARE(error.what(), "item 2: two");
                QVERIFY(error.item() == ItemCount{2});
            }
            QCOMPARE(*stream.next(), 3);
            QCOMPARE(*stream.next(), 4);
            QVERIFY(!stream.next());
        }
    }

    void anErrorOfTheInputComesAfterTheResultsBeforeIt_data() {
        QTest::addColumn<int>("chunk");
        for (const int chunk : {1, 2, 3, 100})
            QTest::addRow("%d", chunk) << chunk;
    }
    void anErrorOfTheInputComesAfterTheResultsBeforeIt() {
        QFETCH(int, chunk);
        for (const char* backend : {"serial", "threads"}) {
            auto broken = std::views::iota(0, 8) | std::views::transform([](int x) {
                              return x == 5 ? throw std::runtime_error("unreadable") : x;
                          });
            auto stream = imap(broken, [](int x) { return x; }, {.workers = 2, .backend = backend, .chunk = chunk});
            for (int i = 0; i < 5; ++i)
                QCOMPARE(*stream.next(), i);
            QVERIFY_EXCEPTION_THROWN(stream.next(), std::runtime_error);
            QVERIFY(!stream.next());
        }
    }

    /// Input that comes from a pipe may be long in coming: a chunk that is full does not wait for the item after it.
    void aFullChunkIsHandedOverBeforeMoreIsRead() {
        CountedReads input;
        auto stream = imap(std::ranges::subrange(CountedReads::Iterator(input), std::unreachable_sentinel),
                           [](int x) { return x; }, {.workers = 2, .backend = "threads", .chunk = 3, .inFlight = 1});
        QCOMPARE(*stream.next(), 0);
        QCOMPARE(input.steps, 2);
        QCOMPARE(*stream.next(), 1);
        QCOMPARE(*stream.next(), 2);
        QCOMPARE(input.steps, 2);
        QCOMPARE(*stream.next(), 3);
        QCOMPARE(input.steps, 5);
    }

    void unorderedResultsDoNotWaitForTheHead() {
        std::latch second(1);
        auto stream = imapUnordered(std::vector{1, 2},
                                    [&](int x) {
                                        if (x == 1) second.wait();
                                        return x;
                                    },
                                    {.workers = 2, .backend = "threads"});
        QCOMPARE(*stream.next(), 2);
        second.count_down();
        QCOMPARE(*stream.next(), 1);
    }

    void aTimeoutLeavesTheStreamUsable() {
        std::latch mayEnd(1);
        auto stream = imap(std::vector{1},
                           [&](int x) {
                               mayEnd.wait();
                               return x;
                           },
                           {.workers = 2, .backend = "threads"});
        QVERIFY_EXCEPTION_THROWN(stream.next(Seconds(0.001)), WaitTimeout);
        mayEnd.count_down();
        QCOMPARE(*stream.next(Seconds(60)), 1);
    }

    void droppingItEarlyCancelsWhatHasNotBegun() {
        std::atomic<int> calls{0};
        {
            auto stream = imap(std::views::iota(0, 1000),
                               [&](int x) {
                                   ++calls;
                                   return x;
                               },
                               {.workers = 2, .backend = "threads", .inFlight = 10});
            QCOMPARE(*stream.next(), 0);
        }
        const int atTheEnd = calls;
        QVERIFY(atTheEnd <= 10);
    }

    void aStopEndsTheStream_data() {
        QTest::addColumn<QString>("backend");
        QTest::addColumn<bool>("isOrdered");
        for (const char* backend : {"serial", "tbb", "threads", "processes", "processes-pipe"})
            for (const bool isOrdered : {true, false})
                QTest::addRow("%s%s", backend, isOrdered ? "" : " unordered") << QString(backend) << isOrdered;
    }
    void aStopEndsTheStream() {
        QFETCH(QString, backend);
        QFETCH(bool, isOrdered);
        std::stop_source source;
        const auto same = [](int x) { return x; };
        const detail::StreamOptions<Feed::Item, decltype(same), std::ranges::iota_view<int>> options{
            .workers = 2, .backend = backend.toStdString(), .inFlight = 4, .stop = source.get_token()};
        auto stream =
            isOrdered ? imap(std::views::iota(0), same, options) : imapUnordered(std::views::iota(0), same, options);
        QVERIFY(stream.next());
        source.request_stop();
        int interrupted = 0;
        int calls = 0;
        for (bool isThere = true; isThere && calls < 100; ++calls) {
            try {
                isThere = stream.next().has_value();
            } catch (const ParallelError& error) {
                QCOMPARE(error.code(), ErrorCode::Interrupted);
                ++interrupted;
            }
        }
        QVERIFY(interrupted > 0);
        QVERIFY2(calls <= 6, std::to_string(calls).c_str());
    }

    void aStopReachesTheItemsThatAreHandedOver_data() {
        QTest::addColumn<QString>("backend");
        for (const char* backend : {"serial", "tbb", "threads"})
            QTest::addRow("%s", backend) << QString(backend);
    }
    void aStopReachesTheItemsThatAreHandedOver() {
        QFETCH(QString, backend);
        std::stop_source source;
        const auto id = backend.toStdString();
        auto stream = imap(std::views::iota(0, 10),
                           [&](int x) {
                               if (x == 3) source.request_stop();
                               return x;
                           },
                           {.workers = 2, .backend = LocalBackend::named(id), .chunk = 10, .stop = source.get_token()});
        for (int i = 0; i < 4; ++i)
            QCOMPARE(*stream.next(), i);
        try {
            stream.next();
            QFAIL("nothing was thrown");
        } catch (const ParallelError& error) {
            QCOMPARE(error.code(), ErrorCode::Interrupted);
            QVERIFY(error.item() == ItemCount{4});
        }
    }

    void aStopIsToldFromAFailureBeforeIt() {
        std::stop_source source;
        auto stream = imap(std::views::iota(0, 10),
                           [&](int x) {
                               if (x == 1) throw std::runtime_error("one");
                               if (x == 3) source.request_stop();
                               return x;
                           },
                           {.workers = 2, .backend = "threads", .chunk = 10, .stop = source.get_token()});
        std::vector<ErrorCode> codes;
        for (int i = 0; i < 5; ++i) {
            try {
                QCOMPARE(*stream.next(), i);
            } catch (const ParallelError& error) {
                codes.push_back(error.code());
            }
        }
        QCOMPARE(codes, (std::vector{ErrorCode::WorkFailed, ErrorCode::Interrupted}));
    }

    void anInFlightLimitBelowOneIsRefusedByEveryCall_data() {
        QTest::addColumn<QString>("backend");
        QTest::addColumn<int>("workers");
        QTest::addColumn<bool>("isNested");
        QTest::newRow("threads") << "threads" << 2 << false;
        QTest::newRow("one worker") << "threads" << 1 << false;
        QTest::newRow("serial") << "serial" << 2 << false;
        QTest::newRow("within an item") << "threads" << 2 << true;
    }
    void anInFlightLimitBelowOneIsRefusedByEveryCall() {
        QFETCH(QString, backend);
        QFETCH(int, workers);
        QFETCH(bool, isNested);
        const auto refused = [&](int) {
            try {
                imap(std::views::iota(0, 3), [](int x) { return x; },
                     {.workers = workers, .backend = backend.toStdString(), .inFlight = 0});
            } catch (const ParallelError& error) {
                return error.code() == ErrorCode::InvalidInput;
            }
            return false;
        };
        if (isNested)
            QCOMPARE(map(std::vector{1, 2}, refused, {.workers = 2, .backend = "threads"}), (std::vector{true, true}));
        else
            QVERIFY(refused(1));
    }

    void randomStreamsAreThoseOfMap() {
        const auto draw = [](int, RandomStream& random) { return static_cast<int>(random() % 1000); };
        const std::vector<int> items(10);
        QCOMPARE(pulled(imap(items, draw, {.workers = 2, .chunk = 3, .seed = 9})),
                 pulled(imap(items, draw, {.workers = 1, .seed = 9})));
    }
};

BREAKEVEN_PARALLEL_MAIN(TestImap)
#include "tst_imap.moc"
