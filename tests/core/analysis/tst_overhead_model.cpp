#include "core/analysis/overhead_model.h"
#include "tests/core/analysis/overhead_samples.h"

#include <QTest>

#include <cmath>

using namespace breakeven;

namespace {

bool isAbout(Seconds value, double expected) {
    return std::abs(value.count() - expected) <= 1e-9 * std::abs(expected) + 1e-15;
}

OverheadModel only(const SampleResults& sample) {
    const auto models = overheadModels(sample.results);
    return models.size() == 1 ? models.front() : OverheadModel{};
}

}  // namespace

class TestOverheadModel : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void partsComeToTheMeasuredTime_data() {
        QTest::addColumn<QString>("pool");
        QTest::addColumn<double>("start");
        const KnownParts known;
        QTest::newRow("warm") << "warm" << 0.0;
        QTest::newRow("cold") << "cold" << known.startup;
        QTest::newRow("after-idle") << "after-idle" << known.parked - known.wake;
    }
    void partsComeToTheMeasuredTime() {
        QFETCH(QString, pool);
        QFETCH(double, start);
        SampleResults sample;
        KnownParts known;
        known.pool = pool.toStdString();
        const Trial trial = known.add(sample, "tbb", 100'000);
        known.profile(sample, trial);
        known.references(sample, "tbb");
        const OverheadModel model = only(sample);
        QVERIFY2(model.refusal.empty(), model.refusal.c_str());
        QVERIFY(isAbout(model.start.value, start));
        QVERIFY(isAbout(model.wake.value, known.wake));
        QCOMPARE(*model.chunks, std::uint64_t{100});
        QVERIFY(isAbout(model.dispatch.value, 98 * known.perChunk));
        QVERIFY(isAbout(model.work.value, known.work(100'000)));
        QVERIFY(isAbout(model.total.value, known.parallel(100'000)));
        QVERIFY(std::abs(model.residual.value.count()) < 1e-12);
        for (const TimePart& part : {model.wake, model.dispatch, model.work, model.total, model.measured}) {
            QVERIFY(part.interval && part.interval->low < part.value && part.value < part.interval->high);
        }
        QVERIFY(model.residual.interval->low < Seconds(0) && model.residual.interval->high > Seconds(0));
    }

    void whatTheModelDoesNotExplainIsLeftOver() {
        SampleResults sample;
        KnownParts known;
        Trial trial = known.add(sample, "tbb", 100'000);
        known.profile(sample, trial);
        KnownParts cheaper = known;
        cheaper.wake = known.wake / 2;
        cheaper.references(sample, "tbb");
        QVERIFY(isAbout(only(sample).residual.value, known.wake / 2));
    }

    void workIsDividedByTheCpusAtMost() {
        SampleResults sample(1);
        KnownParts known;
        known.add(sample, "tbb", 1000);
        known.references(sample, "tbb");
        QVERIFY(isAbout(only(sample).work.value, known.perItem * 1000));
    }

    /// Items of 10 ms that a CPU computes for `busy` of their time, on two CPUs.
    static Seconds workOf(ItemCount items, WorkerCount workers, double busy) {
        SampleResults sample(2);
        const double serial = 0.01 * static_cast<double>(items);
        sample.measured("tbb", items, std::vector<double>(8, serial), workers);
        const Trial base = sample.trial("serial", items);
        for (int round = 0; round < 8; ++round) {
            Sample one;
            one.trial = base.id;
            one.round = round;
            one.seconds = Seconds(serial);
            one.cpu = Seconds(serial * busy);
            one.delayed = Seconds(serial * (busy > 0.5 ? 1 - busy : 0));  // what it lacks, others had
            sample.apply(one);
        }
        PoolReference reference;
        reference.backend = "tbb";
        reference.workers = workers;
        sample.apply(reference);
        return only(sample).work.value;
    }

    void whatWaitsNeedsNoCpu() {
        QVERIFY(isAbout(workOf(80, 8, 0), 0.1));
        QVERIFY(isAbout(workOf(80, 8, 0.2), 0.1));  // while one computes, others wait
        QVERIFY(isAbout(workOf(80, 8, 0.4), 0.16));
        QVERIFY(isAbout(workOf(80, 8, 1), 0.4));
        QVERIFY(isAbout(workOf(80, 8, 0.9), 0.4));
    }

    void anItemIsOneWorkers() {
        QVERIFY(isAbout(workOf(1, 8, 0), 0.01));
        QVERIFY(isAbout(workOf(1, 2, 1), 0.01));
        QVERIFY(isAbout(workOf(3, 8, 0), 0.01));
    }

    void chunksAreThoseOfTheTrialWithoutAProfile_data() {
        QTest::addColumn<QString>("chunk");
        QTest::addColumn<int>("chunks");
        QTest::newRow("count") << "300" << 4;
        QTest::newRow("pool") << "pool" << 8;
        QTest::newRow("auto") << "auto" << 0;
    }
    void chunksAreThoseOfTheTrialWithoutAProfile() {
        QFETCH(QString, chunk);
        QFETCH(int, chunks);
        SampleResults sample;
        sample.measured("serial", 1000, std::vector<double>(8, 1e-3));
        Trial trial;
        trial.workload = "square";
        trial.backend = "tbb";
        trial.call = "map";
        trial.pool = "warm";
        trial.size = 1000;
        trial.workers = 2;
        trial.chunk = chunk.toStdString();
        sample.times(sample.add(trial), std::vector<double>(8, 6e-4));
        KnownParts{}.references(sample, "tbb");
        const OverheadModel model = only(sample);
        QCOMPARE(model.chunks.has_value(), chunks > 0);
        QCOMPARE(model.note.empty(), chunks > 0);
        if (chunks > 0) {
            QCOMPARE(*model.chunks, static_cast<std::uint64_t>(chunks));
            QVERIFY(isAbout(model.dispatch.value, (chunks - 2) * KnownParts{}.perChunk));
        } else {
            QCOMPARE(model.dispatch.value.count(), 0.0);
        }
    }

    void copiedItemsCostTheirBytes() {
        SampleResults sample;
        KnownParts known;
        const Trial trial = known.add(sample, "processes-pipe", 1000);
        PoolReference reference;
        reference.backend = "processes-pipe";
        reference.workers = 2;
        reference.perByteSent = 1e-9;
        reference.perByteCollected = 3e-9;
        sample.apply(reference);
        QVERIFY(only(sample).note.find("bytes travel") != std::string::npos);
        QCOMPARE(only(sample).transport.value.count(), 0.0);
        known.profile(sample, trial);
        QVERIFY(isAbout(only(sample).transport.value, 16'000 * 2e-9));
        QVERIFY(only(sample).note.empty());
    }

    void aLaunchThatWasMeasuredTwiceCountsOnce() {
        SampleResults sample;
        KnownParts known;
        known.launches = 1;
        known.add(sample, "tbb", 1000);
        known.references(sample, "tbb");
        known.references(sample, "tbb");
        QVERIFY(!only(sample).wake.interval);
        QVERIFY(!only(sample).total.interval);
    }

    void refusesWithAReason() {
        SampleResults sample;
        KnownParts known;
        Trial trial = known.add(sample, "tbb", 1000);
        QVERIFY2(only(sample).refusal.starts_with("What the parts of tbb with 2 workers cost was not measured"),
                 only(sample).refusal.c_str());
        QVERIFY(only(sample).measured.value > Seconds(0));
        known.references(sample, "openmp-static");
        QVERIFY(!only(sample).refusal.empty());

        known.references(sample, "tbb");
        QVERIFY(only(sample).refusal.empty());
        trial.call = "apply";
        trial.chunk = "1";
        sample.times(sample.add(trial), std::vector<double>(8, 1e-3));
        const auto models = overheadModels(sample.results);
        QCOMPARE(models.size(), std::size_t(2));
        QVERIFY2(models.back().refusal.find("apply hands its chunks over in another way") != std::string::npos,
                 models.back().refusal.c_str());
        trial.call.clear();  // as in files of other programs
        sample.times(sample.add(trial), std::vector<double>(8, 1e-3));
        const std::string untold = overheadModels(sample.results).back().refusal;
        QVERIFY2(untold.ends_with("this run does not tell its call."), untold.c_str());
    }
};

QTEST_GUILESS_MAIN(TestOverheadModel)
#include "tst_overhead_model.moc"
