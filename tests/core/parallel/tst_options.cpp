#include "core/engine/worker_pool.h"
#include "core/parallel/as_completed.h"
#include "core/parallel/imap.h"
#include "core/parallel/joblib.h"
#include "core/parallel/map.h"
#include "core/parallel/options.h"
#include "core/parallel/pool.h"
#include "core/parallel/process.h"
#include "tests/support/numbers.h"
#include "tests/support/parallel_main.h"

#include <QtTest>

#include <limits>
#include <string>
#include <string_view>
#include <vector>

using namespace breakeven;

namespace {

/// What the call refuses, or what it did instead.
template <class Call>
std::string refusal(Call call) {
    try {
        call();
    } catch (const ParallelError& error) {
        return error.code() == ErrorCode::InvalidInput ? error.what() : "another error: " + std::string(error.what());
    }
    return "nothing was refused";
}

}  // namespace

class TestOptions : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theNameOfABackendTellsWhereItRuns_data() { allBackends(); }
    void theNameOfABackendTellsWhereItRuns() {
        QFETCH(QString, backend);
        const std::string id = backend.toStdString();
        if (findBackend(id)->info.isLocal())
            QCOMPARE(LocalBackend::named(id).id(), id);
        else
            QVERIFY_EXCEPTION_THROWN((void)LocalBackend::named(id), ParallelError);
    }

    /// By every function that has one, also where no item would be timed.
    void deadlinesAreInRange_data() {
        QTest::addColumn<double>("seconds");
        QTest::addColumn<QString>("shown");
        QTest::newRow("no number") << std::numeric_limits<double>::quiet_NaN() << "nan";
        QTest::newRow("below 0") << -0.5 << "-0.5";
        QTest::newRow("a little below 0") << -1e-12 << "-1e-12";
        QTest::newRow("too long") << 1.5e9 << "1.5e+09";
        QTest::newRow("endless") << std::numeric_limits<double>::infinity() << "inf";
    }
    void deadlinesAreInRange() {
        QFETCH(double, seconds);
        QFETCH(QString, shown);
        const auto items = firstNumbers(2);
        const Seconds deadline(seconds);
        const std::string expected =
            "deadline: " + shown.toStdString() + " is not allowed (seconds above 0 and up to 1e9, or 0 for none)";
        QCOMPARE(refusal([&] { map(items, tripled, {.deadline = deadline}); }), expected);
        QCOMPARE(refusal([&] { tryMap(items, tripled, {.workers = 1, .deadline = deadline}); }), expected);
        QCOMPARE(refusal([&] { imap(items, tripled, {.deadline = deadline}); }), expected);
        QCOMPARE(refusal([&] { Parallel({.deadline = deadline}); }), expected);
        QCOMPARE(refusal([&] { Pool({.deadline = deadline}); }), expected);
        QCOMPARE(refusal([&] { ThreadPool({.deadline = deadline}); }), expected);
    }

    void aJobStopsAfterOneErrorAtTheEarliest() {
        QCOMPARE(refusal([] { map(firstNumbers(2), tripled, {.stopAfterErrors = 0}); }),
                 std::string("stopAfterErrors: 0 is not allowed (a count from 1)"));
    }

    /// Also where no process is started.
    void startsAreKnown_data() { allBackends(); }
    void startsAreKnown() {
        QFETCH(QString, backend);
        const std::string id = backend.toStdString();
        const auto items = firstNumbers(2);
        const std::string expected = "start: 'forkserver' is not allowed (fork or spawn)";
        QCOMPARE(refusal([&] { map(items, tripled, {.backend = id, .start = "forkserver"}); }), expected);
        QCOMPARE(refusal([&] { imap(items, tripled, {.backend = id, .start = "forkserver"}); }), expected);
        QCOMPARE(refusal([&] { Pool({.backend = id, .start = "forkserver"}); }), expected);
        QCOMPARE(refusal([&] { Pool({.backend = id, .start = nullptr}); }),
                 std::string("start: nothing is not allowed (fork or spawn)"));
    }

    void timeoutsAreNumbers() {
        const Seconds noNumber(std::numeric_limits<double>::quiet_NaN());
        const std::string expected = "timeout: nan is not allowed (seconds; below 0 is as 0)";
        ThreadPool pool({.workers = 1});
        const auto future = pool.applyAsync(tripled, 1);
        QCOMPARE(refusal([&] { future.get(noNumber); }), expected);
        QCOMPARE(refusal([&] { future.wait(noNumber); }), expected);
        QCOMPARE(refusal([&] { wait(std::vector{future}, WaitFor::All, noNumber); }), expected);
        QCOMPARE(refusal([&] { asCompleted(std::vector{future}, noNumber); }), expected);
        auto stream = imap(firstNumbers(2), tripled, {.workers = 1});
        QCOMPARE(refusal([&] { stream.next(noNumber); }), expected);
        Process process(tripled, 1);
        process.start();
        QCOMPARE(refusal([&] { process.join(noNumber); }), expected);
        QVERIFY(process.join());
    }

    /// What an error recommends, it takes.
    void countsMayBeWrittenAsTheirErrorsDo() {
        QCOMPARE(ChunkOption("1e12").policy().count, ItemCount{1'000'000'000'000});
        QCOMPARE(ChunkOption("2.5e3").policy().count, ItemCount{2500});
        QCOMPARE(InFlightOption("1e12").limit(2), std::uint64_t{1'000'000'000'000});
        for (const char* text : {"1e13", "1e-1", "0", "0e5", "inf", "nan", "-1e3"})
            QCOMPARE(refusal([&] { ChunkOption{text}; }),
                     "chunk: '" + std::string(text) + "' is not allowed (auto, pool, or a count from 1 to 1e12)");
        QVERIFY(refusal([] { InFlightOption("1e13").limit(2); }).starts_with("in_flight: '1e13' is not allowed ("));
    }

    void progressIsShown_data() { allBackends(); }
    void progressIsShown() {
        QFETCH(QString, backend);
        std::string shown;
        ProgressOption progress = "squares";
        progress.sink = [&](std::string_view text) { shown += text; };
        const auto results = map(firstNumbers(50), tripled,
                                 Options{.workers = 2, .backend = backend.toStdString(), .progress = progress});
        QCOMPARE(results.back(), 147);
        QVERIFY2(shown.find("squares") != std::string::npos, shown.c_str());
        QVERIFY2(shown.find("50/50") != std::string::npos, shown.c_str());
    }

private:
    static void allBackends() {
        QTest::addColumn<QString>("backend");
        for (const Backend& backend : backends())
            QTest::addRow("%s", backend.info.id.c_str()) << QString::fromStdString(backend.info.id);
    }
};

BREAKEVEN_PARALLEL_MAIN(TestOptions)
#include "tst_options.moc"
