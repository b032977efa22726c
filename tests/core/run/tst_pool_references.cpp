#include "core/engine/processes/zygote.h"
#include "core/run/cached_list.h"
#include "core/run/pool_references.h"
#include "tests/support/events_of.h"

#include <QtTest>

#include <cmath>
#include <variant>

using namespace breakeven;

namespace {

Trial trialOf(const std::string& backend, WorkerCount workers = 2, const std::string& start = {}) {
    Trial trial;
    trial.workload = "square";
    trial.backend = backend;
    trial.workers = workers;
    trial.start = start;
    trial.size = 1000;
    return trial;
}

BlockRequest requestOf(int launch, std::vector<Trial> trials, WorkerCount threads = 2) {
    BlockRequest request;
    request.launch = launch;
    request.trials = std::move(trials);
    request.referenceThreads = threads;
    return request;
}

}  // namespace

class TestPoolReferences : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyPoolHasItsParts_data() {
        QTest::addColumn<QString>("backend");
        for (const Backend& backend : backends())
            if (backend.info.family != "serial" && backend.info.family != "auto")
                QTest::newRow(backend.info.id.c_str()) << QString::fromStdString(backend.info.id);
    }
    void everyPoolHasItsParts() {
        QFETCH(QString, backend);
        const Backend& entry = *findBackend(backend.toStdString());
        const auto reference = measurePool(entry, {.workers = 2});
        QVERIFY2(reference, reference ? "" : reference.error().detail.c_str());
        QCOMPARE(reference->backend, entry.info.id);
        QCOMPARE(reference->workers, 2);
        for (const Seconds part : {reference->startup, reference->hotCall, reference->parkedCall, reference->perChunk})
            QVERIFY(std::isfinite(part.count()) && part >= Seconds(0));
        QVERIFY(reference->hotCall > Seconds(0) && reference->parkedCall > Seconds(0));
        if (!entry.info.isLocal()) QVERIFY(reference->startup > reference->hotCall);  // a process has to be made
        QCOMPARE(reference->perByteSent.has_value(), entry.info.copiesItems);
        QCOMPARE(reference->perByteCollected.has_value(), entry.info.copiesItems);
        for (const auto& perByte : {reference->perByteSent, reference->perByteCollected})  // 0 where noise hid it
            QVERIFY(!perByte || (std::isfinite(*perByte) && *perByte >= 0));
    }

    void aLaunchHasItsWeather() {
        const LaunchReference reference = measureLaunch(3, 2);
        QCOMPARE(reference.launch, 3);
        QVERIFY(reference.clockCost > Seconds(0));
        QCOMPARE(reference.threads.size(), std::size_t{2});
        QCOMPARE(reference.threads[0].threads, 1);
        QCOMPARE(reference.threads[1].threads, 2);
        for (const ThreadReference& threads : reference.threads) {
            QVERIFY(threads.spin > Seconds(0));
            QVERIFY(std::isfinite(threads.bytesPerSecond) && threads.bytesPerSecond >= 0);
        }
        QCOMPARE(reference.hiccups.value().threads, 2);
        QVERIFY(reference.hiccups->lost >= 0 && reference.hiccups->lost <= 1);
        QVERIFY(reference.hiccups->longest <= reference.hiccups->span * 2);
        const LaunchReference alone = measureLaunch(0, 1);
        QCOMPARE(alone.threads.size(), std::size_t{1});
        QCOMPARE(alone.hiccups.value().threads, 1);
    }

    void eachIsMeasuredOncePerLaunch() {
        References references;
        const auto first =
            requestOf(0, {trialOf("serial", 1), trialOf("threads"), trialOf("threads"), trialOf("threads", 3)});
        QVERIFY(references.areMissing(first));
        const auto events = references.measureMissing(first);
        QCOMPARE(only<LaunchReference>(events).size(), std::size_t{1});
        QCOMPARE(only<PoolReference>(events).size(), std::size_t{2});
        QVERIFY(!references.areMissing(first));
        QVERIFY(references.measureMissing(first).empty());

        const auto further = requestOf(0, {trialOf("threads"), trialOf("processes", 2, "spawn")});
        const auto pools = only<PoolReference>(references.measureMissing(further));
        QCOMPARE(pools.size(), std::size_t{1});
        QCOMPARE(pools[0].backend, std::string("processes"));
        QCOMPARE(pools[0].start, std::string("spawn"));

        const auto again = references.measureMissing(requestOf(1, {trialOf("threads")}));
        QCOMPARE(only<LaunchReference>(again).size(), std::size_t{1});
        QCOMPARE(only<LaunchReference>(again)[0].launch, 1);
        QCOMPARE(only<PoolReference>(again).size(), std::size_t{1});
        QCOMPARE(only<PoolReference>(again)[0].launch, 1);
    }

    void whatHasNoPoolNeedsNone() {
        References references;
        const auto events =
            references.measureMissing(requestOf(0, {trialOf("serial", 1), trialOf("auto"), trialOf("python-joblib"),
                                                    trialOf("abacus"), trialOf("tbb", 0)}));
        QCOMPARE(events.size(), std::size_t{1});  // the launch's own
    }

    void nothingIsMeasuredUnasked() {
        References references;
        const auto request = requestOf(0, {trialOf("threads")}, 0);
        QVERIFY(!references.areMissing(request));
        QVERIFY(references.measureMissing(request).empty());
    }
};

int main(int argc, char** argv) {
    if (!startZygote(listKernel)) return 1;
    QCoreApplication application(argc, argv);
    TestPoolReferences test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_pool_references.moc"
