// A process that has no zygote.
#include "core/engine/processes/zygote.h"
#include "core/engine/worker_pool.h"

#include <QtTest>

using namespace breakeven;

class TestZygote : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void isMissed() {
        QVERIFY(!zygoteRuns());
        const auto pool = findBackend("processes")->start({.workers = 2});
        QVERIFY(!pool);
        QCOMPARE(pool.error().code, ErrorCode::Internal);
        QCOMPARE(pool.error().detail, std::string("processes: no zygote (call startZygote first in main)"));
    }
};

QTEST_GUILESS_MAIN(TestZygote)
#include "tst_zygote.moc"
