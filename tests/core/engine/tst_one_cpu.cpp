// What every backend must survive on a machine with one CPU, where a runtime may have no thread of its own.
#include "core/engine/processes/zygote.h"
#include "core/engine/worker_pool.h"
#include "core/os/cpus.h"
#include "tests/core/engine/counting_kernel.h"
#include "tests/support/one_cpu.h"

#include <QtTest>

using namespace breakeven;

class TestOneCpu : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QCOMPARE(usableCpus().count, 1); }

    void poolsStartRunAndEnd_data() {
        QTest::addColumn<QString>("id");
        for (const auto& backend : backends())
            QTest::newRow(backend.info.id.c_str()) << QString::fromStdString(backend.info.id);
    }

    void poolsStartRunAndEnd() {
        QFETCH(const QString, id);
        for (const WorkerCount workers : {1, 2, 5}) {
            for (int start = 0; start < 3; ++start) {
                CountingList list("count", 1000);
                const auto pool = findBackend(id.toStdString())->start({.workers = workers});
                QVERIFY(pool && (*pool)->map(list.job));
                QVERIFY(list.kernel.countsAre(1000, 1));
            }
        }
    }
};

int main(int argc, char** argv) {
    const OneCpu one;  // before any runtime counts the CPUs
    if (!one.holds() || !startZygote(countingKernel)) return 1;
    QCoreApplication application(argc, argv);
    TestOneCpu test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_one_cpu.moc"
