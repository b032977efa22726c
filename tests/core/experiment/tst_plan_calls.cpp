// What a plan makes of calls, chunks, limits and starts.
#include "core/base/calls.h"
#include "core/experiment/plan.h"
#include "tests/core/experiment/plan_text.h"
#include "tests/core/experiment/sample_catalog.h"

#include <QtTest>

using namespace breakeven;

namespace {

/// The sample catalogue with every call, and a reduction of square.
Catalog allCalls() {
    Catalog catalog = sampleCatalog();
    catalog.calls.clear();
    for (const auto& entry : calls())
        catalog.calls.push_back(entry.info);
    catalog.workloads.front().reduces = true;
    return catalog;
}

}  // namespace

class TestPlanCalls : public QObject {
    Q_OBJECT

private Q_SLOTS:
    /// What a call has no use for is not measured again: one chunk for apply and apply-async, no limit for apply.
    void trialsThatWouldDoTheSameAreOne() {
        Case row;
        row.workload = "square";
        row.backends = {"tbb"};
        row.calls = {"apply", "apply-async", "map", "map-async", "imap"};
        row.chunks = {"auto", "pool", "1"};
        row.inFlights = {"all", "2*n_jobs"};
        row.sizes = "10";
        row.workers = "2";
        const auto plan = makePlan(specOf(row), allCalls(), EightCpus);
        QVERIFY(plan);
        QStringList calls;
        for (const auto& trial : plan->trials)
            calls << QString::fromStdString(trial.call + " " + trial.chunk + " " + trial.inFlight).trimmed();
        QCOMPARE(calls,
                 (QStringList{"", "apply 1", "apply-async 1", "map auto", "map pool", "map 1", "map-async pool",
                              "map-async 1", "imap 1", "imap pool", "apply-async 1 2*n_jobs", "map auto 2*n_jobs",
                              "map pool 2*n_jobs", "map 1 2*n_jobs", "map-async pool 2*n_jobs", "map-async 1 2*n_jobs",
                              "imap 1 2*n_jobs", "imap pool 2*n_jobs"}));
    }

    /// A fold does less than a loop that writes a list, so each has a base of its own.
    void reductionsAreComparedWithAFold() {
        Case row;
        row.workload = "square";
        row.backends = {"tbb"};
        row.calls = {"reduce", "map"};
        row.sizes = "10,20";
        row.workers = "2";
        const auto plan = makePlan(specOf(row), allCalls(), EightCpus);
        QVERIFY(plan);
        QCOMPARE(textOf(*plan),
                 (QStringList{"block 0", "0 square serial - - - - - n10 w1", "1 square tbb map auto warm - - n10 w2",
                              "block 1", "2 square serial reduce - - - - n10 w1",
                              "3 square tbb reduce auto warm - - n10 w2", "block 2", "4 square serial - - - - - n20 w1",
                              "5 square tbb map auto warm - - n20 w2", "block 3",
                              "6 square serial reduce - - - - n20 w1", "7 square tbb reduce auto warm - - n20 w2"}));
        QVERIFY(isBaseOf(plan->trials[0], plan->trials[1]) && isBaseOf(plan->trials[2], plan->trials[3]));
        QVERIFY(!isBaseOf(plan->trials[0], plan->trials[3]) && !isBaseOf(plan->trials[2], plan->trials[1]));
        QVERIFY(isBaseOf(plan->trials[2], plan->trials[2]));
        QCOMPARE(QString::fromStdString(seriesLabels(plan->trials)[2]), QString("serial reduce"));
    }

    void reduceNeedsAReduction() {
        Case row;
        row.workload = "rows-in-range";
        row.calls = {"map", "reduce"};
        const auto plan = makePlan(specOf(row), allCalls(), EightCpus);
        QVERIFY(!plan);
        QCOMPARE(plan.error().detail,
                 std::string("calls: 'reduce' is not allowed (rows-in-range has no reduction; these have: square)"));
    }

    void processesStartAsAsked() {
        Case row;
        row.workload = "square";
        row.backends = {"tbb", "processes"};
        row.starts = {"fork", "spawn"};
        row.sizes = "10";
        row.workers = "2";
        const auto plan = makePlan(specOf(row), sampleCatalog(), EightCpus);
        QVERIFY(plan);
        QCOMPARE(textOf(*plan).mid(2),
                 (QStringList{"1 square tbb map auto warm - - n10 w2", "2 square processes map auto warm fork - n10 w2",
                              "3 square processes map auto warm spawn - n10 w2"}));
    }
};

QTEST_GUILESS_MAIN(TestPlanCalls)
#include "tst_plan_calls.moc"
