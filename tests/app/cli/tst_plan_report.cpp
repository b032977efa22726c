#include "app/cli/plan_report.h"
#include "core/engine/worker_pool.h"
#include "core/workloads/workload.h"

#include <QTest>

using namespace breakeven;

namespace {

Catalog catalogOfRegistries() {
    Catalog catalog;
    for (const WorkloadEntry& entry : workloads())
        catalog.workloads.push_back(entry.info);
    for (const auto& entry : backends())
        catalog.backends.push_back(entry.info);
    catalog.calls = {{"map", "map", ""}};
    catalog.pools = {{"cold", "Cold", ""}, {"warm", "Warm", ""}};
    return catalog;
}

ExperimentSpec specOf(const char* workload, const char* sizes) {
    ExperimentSpec spec;
    spec.name = "report";
    Case& row = spec.cases.emplace_back();
    row.workload = workload;
    row.sizes = sizes;
    row.workers = "2";
    row.backends = {"serial", "threads"};
    spec.stopping.minSamples = 3;
    spec.stopping.maxSamples = 30;
    spec.stopping.maxTime = Seconds(60);
    return spec;
}

ExperimentSpec sleeping(const char* sizes, double seconds) {
    ExperimentSpec spec = specOf("sleep-square", sizes);
    spec.cases[0].params["seconds"] = {seconds};
    return spec;
}

Plan planOf(const ExperimentSpec& spec) {
    const Result<Plan> plan = makePlan(spec, catalogOfRegistries(), {2, 2});
    if (!plan) qFatal("%s", plan.error().detail.c_str());
    return *plan;
}

TimeEstimate estimate(const ExperimentSpec& spec) {
    return estimateTime(planOf(spec), catalogOfRegistries());
}

QStringList linesOf(const ExperimentSpec& spec) {
    return QString::fromStdString(planText(planOf(spec), catalogOfRegistries(), ByteCount(8e9))).split(u'\n');
}

}  // namespace

class TestPlanReport : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void sleepersTellTheirTime() {
        // A round of five items: serial sleeps five times, two workers three times.
        const TimeEstimate time = estimate(sleeping("5", 0.1));
        QCOMPARE(time.seconds.count(), 3 * (0.5 + 0.3));
        QCOMPARE(time.method, std::string("from seconds × items / workers, 3 samples per trial"));
        ExperimentSpec once = sleeping("5", 0.1);
        once.stopping.minSamples = 1;
        QVERIFY(estimate(once).method.ends_with(", 1 sample per trial"));
    }

    void allSizesAddUp() { QCOMPARE(estimate(sleeping("1,4", 0.1)).seconds.count(), 3 * ((0.1 + 0.1) + (0.4 + 0.2))); }

    void theBudgetEndsWhatTakesLonger() {
        // A round takes 15 s: when the budget of 60 s is used, one may have just begun.
        const TimeEstimate time = estimate(sleeping("1,10", 1));
        QCOMPARE(time.seconds.count(), 3 * ((1.0 + 1) + (10 + 5)));
        const TimeEstimate longer = estimate(sleeping("1,20", 1));
        QCOMPARE(longer.seconds.count(), 60.0 + 20 + 10);
        QVERIFY2(longer.method.starts_with("at most"), longer.method.c_str());
    }

    void othersEndWithTheBudget() {
        const TimeEstimate time = estimate(specOf("square", "10:1e6"));
        QCOMPARE(time.seconds.count(), 60.0);
        QCOMPARE(time.method, std::string("at most, by the time budget"));
    }

    void oneThatDoesNotSleepHidesTheOthersTime() {
        ExperimentSpec spec = sleeping("5", 0.1);
        spec.cases.push_back(specOf("square", "10").cases[0]);
        QCOMPARE(estimate(spec).seconds.count(), 60.0);
    }

    void textNamesBlocksAndLimits() {
        const QStringList lines = linesOf(sleeping("1,5", 0.1));
        QCOMPARE(lines[0], QStringLiteral("Plan of 'report': 2 blocks, 4 trials"));
        QCOMPARE(lines[1], QStringLiteral("  sleep-square, 1 item: serial, threads"));
        QCOMPARE(lines[2], QStringLiteral("  sleep-square, 5 items: serial, threads"));
        QCOMPARE(lines[3], QStringLiteral("Workers            2"));
        QCOMPARE(lines[4], QStringLiteral("Samples per trial  3 to 30, until ±2 %"));
        QCOMPARE(lines[5], QStringLiteral("Launches           3"));
        QVERIFY2(lines[7].startsWith(QStringLiteral("Time               3.00\u202fs (from ")), qPrintable(lines[7]));
        QCOMPARE(lines.size(), 9);
        QVERIFY(lines[8].isEmpty());
    }

    void tellsWhatWillBeSkipped() {
        const QStringList lines = linesOf(specOf("square", "10,1e12"));
        QCOMPARE(lines[2], QStringLiteral("  square, 1\u202f000\u202f000\u202f000\u202f000 items: serial, threads"));
        QCOMPARE(lines[3],
                 QStringLiteral("Skipped            square at size 1\u202f000\u202f000\u202f000\u202f000 needs "
                                "16.0\u202fTB, the limit is 8.00\u202fGB, half of the available memory"));
    }

    void tellsTheWorkersThatComeOut() {
        ExperimentSpec spec = sleeping("5", 0.1);
        spec.cases[0].workers = "0.1x,-1,5";
        QVERIFY2(linesOf(spec).contains(QStringLiteral("Workers            1, 2, 5 (more than CPUs)")),
                 qPrintable(linesOf(spec).join(u'\n')));
    }

    void oneIsSingular() {
        ExperimentSpec spec = specOf("square", "10");
        spec.cases[0].backends = {"serial"};
        QCOMPARE(linesOf(spec)[0], QStringLiteral("Plan of 'report': 1 block, 1 trial"));
    }

    void memoryIsThatOfTheLargestList_data() {
        QTest::addColumn<QByteArray>("sizes");
        QTest::addColumn<QString>("memory");
        QTest::newRow("two doubles per item") << QByteArray("10,1e6,100") << QStringLiteral("16.0\u202fMB");
        QTest::newRow("far too large") << QByteArray("10,1e12") << QStringLiteral("16.0\u202fTB");
    }

    void memoryIsThatOfTheLargestList() {
        QFETCH(QByteArray, sizes);
        QFETCH(QString, memory);
        const QStringList lines = linesOf(specOf("square", sizes.constData()));
        QVERIFY2(lines.contains(QStringLiteral("Largest list       ") + memory), qPrintable(lines.join(u'\n')));
    }
};

QTEST_GUILESS_MAIN(TestPlanReport)
#include "tst_plan_report.moc"
