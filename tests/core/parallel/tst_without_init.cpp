#include "core/parallel/map.h"
#include "core/parallel/pool.h"
#include "core/parallel/process.h"
#include "tests/support/numbers.h"

#include <QtTest>

#include <string>
#include <vector>

using namespace breakeven;

namespace {

/// What the call throws; empty: nothing.
template <class Call>
std::string refusalOf(const Call& call) {
    try {
        call();
    } catch (const ParallelError& error) {
        return error.code() == ErrorCode::InvalidInput ? error.what() : "another code: " + std::string(error.what());
    }
    return {};
}

const std::string NotReady = "backend: processes need breakeven::init(argc, argv) as the first line of main";

}  // namespace

/// A program whose main does not call breakeven::init.
class TestWithoutInit : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void backendsOfProcessesSaySo_data() {
        QTest::addColumn<QString>("backend");
        for (const char* backend : {"processes", "processes-pipe"})
            QTest::newRow(backend) << QString(backend);
    }
    void backendsOfProcessesSaySo() {
        QFETCH(QString, backend);
        const std::string id = backend.toStdString();
        QCOMPARE(refusalOf([&] { map(firstNumbers(3), tripled, {.workers = 2, .backend = id}); }), NotReady);
        QCOMPARE(refusalOf([&] { imap(firstNumbers(3), tripled, {.workers = 2, .backend = id}); }), NotReady);
        QCOMPARE(refusalOf([&] { Pool pool({.workers = 2, .backend = id}); }), NotReady);
    }

    void aProcessSaysSo() {
        Process process(tripled, 1);
        QCOMPARE(refusalOf([&] { process.start(); }), NotReady);
        QCOMPARE(process.pid(), -1);
    }

    void backendsWithinThisProcessWork_data() {
        QTest::addColumn<QString>("backend");
        for (const char* backend : {"serial", "tbb", "threads"})
            QTest::newRow(backend) << QString(backend);
    }
    void backendsWithinThisProcessWork() {
        QFETCH(QString, backend);
        QCOMPARE(map(firstNumbers(3), tripled, {.workers = 2, .backend = backend.toStdString()}),
                 (std::vector{0, 3, 6}));
    }
};

QTEST_GUILESS_MAIN(TestWithoutInit)
#include "tst_without_init.moc"
