#include "core/plots/guides.h"
#include "core/plots/plots.h"
#include "tests/support/sample_results.h"

#include <QTest>

#include <algorithm>

using namespace breakeven;

namespace {

void profile(SampleResults& sample, const Trial& trial, ByteCount listBytes) {
    TrialProfiled pass;
    pass.trial = trial.id;
    pass.wall = Seconds(1);
    pass.listBytes = listBytes;
    pass.workers.push_back({Seconds(1), Seconds(0), Seconds(0), Seconds(1), 1});
    sample.apply(pass);
}

/// Items of 16 bytes between 100 and 1 000 000.
SampleResults cached() {
    SampleResults sample;
    sample.run().environment.facts = {{"cpu.caches", "Caches", "L1 48 KiB, L2 2 MiB, L3 260 MiB"}};
    sample.updateRun();
    for (const ItemCount size : {100, 1'000'000}) {
        sample.measured("serial", size, {1, 1});
        profile(sample, sample.measured("tbb", size, {1, 1}), 16 * size);
    }
    return sample;
}

std::vector<Guide> uprightOf(const Plot& plot) {
    std::vector<Guide> guides;
    std::ranges::copy_if(plot.guides, std::back_inserter(guides), [](const Guide& guide) { return !guide.horizontal; });
    return guides;
}

Plot draw(std::string_view id, const Results& results) {
    return findPlot(id)->draw(results, {});
}

}  // namespace

class TestGuides : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void cachesStandAtTheListThatFillsThem() {
        for (const char* id : {"runtime", "time-per-item", "speedup"}) {
            const std::vector<Guide> guides = uprightOf(draw(id, cached().results));
            QCOMPARE(guides.size(), std::size_t(2));  // the third lies beyond the axis
            QCOMPARE(guides[0].label, std::string("L1 48 KiB"));
            QCOMPARE(guides[0].at, 3072.0);
            QCOMPARE(guides[1].at, 131'072.0);
        }
    }

    void bytesAreThoseOfTheLargestList() {
        QCOMPARE(bytesPerItem(cached().results), std::optional(16.0));
        SampleResults sample = cached();
        profile(sample, sample.measured("threads", 10'000'000, {1}), 80'000'000);
        QCOMPARE(bytesPerItem(sample.results), std::optional(8.0));
        profile(sample, sample.measured("tbb", 10'000'000, {1}), 160'000'000);
        QVERIFY(!bytesPerItem(sample.results));  // two kinds of items
        QVERIFY(!bytesPerItem(Results{}));
    }

    void withoutAPassThereAreNoCaches() {
        SampleResults sample;
        sample.run().environment.facts = {{"cpu.caches", "Caches", "L1 48 KiB"}};
        sample.updateRun();
        sample.measured("tbb", 100, {1});
        sample.measured("tbb", 1'000'000, {1});
        QVERIFY(uprightOf(draw("runtime", sample.results)).empty());
    }

    void cpusAndCoresStandOverTheWorkers() {
        SampleResults sample(6);
        sample.run().environment.physicalCores = 4;
        sample.updateRun();
        for (const WorkerCount workers : {1, 2, 8})
            sample.measured("tbb", 100, {1}, workers);
        sample.setX("workers");
        const std::vector<Guide> guides = uprightOf(draw("runtime", sample.results));
        QCOMPARE(guides.size(), std::size_t(2));
        QCOMPARE(guides[0].label, std::string("6 usable CPUs"));
        QCOMPARE(guides[0].at, 6.0);
        QCOMPARE(guides[1].label, std::string("4 cores"));
        sample.run().environment.physicalCores = 6;
        sample.updateRun();
        QCOMPARE(uprightOf(draw("runtime", sample.results)).size(), std::size_t(1));
    }
};

QTEST_GUILESS_MAIN(TestGuides)
#include "tst_guides.moc"
