#include "core/base/workers.h"

#include <QtTest>

#include <limits>

using namespace breakeven;

class TestWorkers : public QObject {
    Q_OBJECT

private Q_SLOTS:
    /// On four CPUs, as joblib's effective_n_jobs answers.
    void areResolvedAsJoblibDoes_data() {
        QTest::addColumn<int>("nJobs");
        QTest::addColumn<int>("workers");
        QTest::newRow("one") << 1 << 1;
        QTest::newRow("more than CPUs") << 64 << 64;
        QTest::newRow("all") << -1 << 4;
        QTest::newRow("all but one") << -2 << 3;
        QTest::newRow("all but three") << -4 << 1;
        QTest::newRow("never below one") << -5 << 1;
        QTest::newRow("far below") << std::numeric_limits<int>::min() << 1;
    }
    void areResolvedAsJoblibDoes() {
        QFETCH(int, nJobs);
        QFETCH(int, workers);
        QCOMPARE(*resolveWorkers(nJobs, 4), workers);
    }

    void areNotZero() {
        const auto workers = resolveWorkers(0, 4);
        QVERIFY(!workers);
        QCOMPARE(workers.error().code, ErrorCode::InvalidInput);
        QVERIFY(workers.error().detail.starts_with("workers: 0 is not allowed ("));
    }
};

QTEST_GUILESS_MAIN(TestWorkers)
#include "tst_workers.moc"
