#include "core/engine/call_progress.h"

#include <QtTest>

#include <atomic>
#include <stdexcept>
#include <string>
#include <thread>
#include <vector>

using namespace breakeven;

namespace {

class CountingItems final : public Kernel {
public:
    void run(ItemCount begin, ItemCount end) override {
        if (fails) throw std::runtime_error("no");
        for (ItemCount i = begin; i < end; ++i)
            ++times[i];
    }
    std::vector<int> times = std::vector<int>(1000);
    bool fails = false;
};

}  // namespace

class TestCallProgress : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void threadsCountTogether() {
        ProgressCounter counter;
        {
            std::vector<std::jthread> threads;
            for (int i = 0; i < 8; ++i)
                threads.emplace_back([&] {
                    for (int n = 0; n < 10'000; ++n)
                        counter.add(3);
                });
        }
        QCOMPARE(counter.total(), ItemCount{240'000});
    }

    void aCountedKernelRunsEveryItemOnce() {
        CountingItems items;
        ProgressCounter counter;
        CountedKernel counted(items, counter);
        counted.run(10, 900);
        QCOMPARE(counter.total(), ItemCount{890});
        for (std::size_t i = 0; i < items.times.size(); ++i)
            QCOMPARE(items.times[i], i >= 10 && i < 900 ? 1 : 0);
    }

    void failedItemsAreDoneToo() {
        CountingItems items;
        items.fails = true;
        ProgressCounter counter;
        CountedKernel counted(items, counter);
        QVERIFY_EXCEPTION_THROWN(counted.run(5, 6), std::runtime_error);
        QCOMPARE(counter.total(), ItemCount{1});
    }

    void theRateIsTqdms() {
        ProgressEstimate estimate(1000, 100);
        QVERIFY(!estimate.rate());
        QVERIFY(!estimate.remaining());
        // Counts 10, 30 and times 1, 1, each smoothed with 0.3 and the bias taken out: (0.3·30 + 0.7·0.3·10) / 0.51.
        estimate.update(10, Seconds(1));
        QCOMPARE(*estimate.rate(), 10.0);
        estimate.update(40, Seconds(2));
        QCOMPARE(*estimate.rate(), (0.3 * 30 + 0.7 * 0.3 * 10) / 0.51);
    }

    void wavesOfLongItemsAreCountedWhole() {
        // 9 items of 2 s by 8 workers: two waves.
        ProgressEstimate estimate(9, 8);
        estimate.update(8, Seconds(2));
        QCOMPARE(*estimate.remaining(), Seconds(2));
        estimate.update(8, Seconds(3));
        QCOMPARE(*estimate.remaining(), Seconds(1));
        estimate.update(9, Seconds(4));
        QCOMPARE(*estimate.remaining(), Seconds(0));
    }

    void manyItemsFollowTheRate() {
        ProgressEstimate estimate(1000, 2);
        estimate.update(100, Seconds(1));
        QCOMPARE(*estimate.remaining(), Seconds(9));
    }

    void textsAreTqdms() {
        ProgressEstimate estimate(100, 1);
        QCOMPARE(progressText("", 0, 100, Seconds(0), estimate, 60),
                 std::string("  0%|") + std::string(31, ' ') + "| 0/100 [00:00<?, ?it/s]");
        estimate.update(50, Seconds(10));
        QCOMPARE(progressText("squares", 50, 100, Seconds(10), estimate, 60),
                 std::string("squares:  50%|██████▌      | 50/100 [00:10<00:10,  5.00it/s]"));
        QCOMPARE(progressText("", 100, 100, Seconds(200), estimate, 10), std::string("100%|| 100"));
        ProgressEstimate slow(2, 1);
        slow.update(1, Seconds(4));
        QVERIFY(progressText("", 1, 2, Seconds(4), slow, 60).ends_with("| 1/2 [00:04<00:04,  4.00s/it]"));
    }

    void aBarEndsWithTheWhole() {
        std::string shown;
        std::atomic<ItemCount> done{0};
        {
            const ProgressBar bar({.label = "all",
                                   .total = 3,
                                   .workers = 1,
                                   .done = [&] { return done.load(); },
                                   .sink = [&](std::string_view text) { shown += text; },
                                   .columns = 60});
            done = 3;
        }
        const auto last = shown.substr(shown.rfind('\r'));
        QVERIFY2(last.starts_with("\rall: 100%|"), last.c_str());
        QVERIFY2(last.find("| 3/3 [00:00<00:00, ") != std::string::npos, last.c_str());
        QVERIFY(last.ends_with("\n"));
    }
};

QTEST_GUILESS_MAIN(TestCallProgress)
#include "tst_call_progress.moc"
