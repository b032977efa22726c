#include "core/analysis/findings.h"
#include "core/analysis/pitfalls.h"
#include "tests/ui/recorded_run.h"
#include "tests/ui/ui_test.h"
#include "ui/analyst.h"

#include <QSignalSpy>
#include <QThread>

#include <memory>
#include <optional>

using namespace breakeven;

namespace {

Results someResults(const std::string& id) {
    RecordedRun run(id);
    for (const ItemCount size : {ItemCount(100), ItemCount(10'000)}) {
        run.trial("serial", size, nineTimes(static_cast<double>(size) * 1e-8));
        run.trial("tbb", size, nineTimes(2e-5 + static_cast<double>(size) * 5e-9));
    }
    run.add(RunFinished{"completed", Seconds(1)});
    return run.results();
}

/// Whether somebody has worked it out; nothing is by asking.
template <class Value>
bool isKnown(const Results& results) {
    struct Unknown {};
    try {
        static_cast<void>(results.recall<Value>([]() -> Value { throw Unknown(); }));
    } catch (const Unknown&) {
        return false;
    }
    return true;
}

}  // namespace

class TestAnalyst : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { failOnAnyWarning(); }

    void whatViewsAskForIsThenKnown() {
        const Results results = someResults("one");
        QVERIFY(!isKnown<Finding>(results));
        Analyst analyst;
        std::optional<Results> looked;
        analyst.look(results, false, [&](const Results& with) {
            QCOMPARE(QThread::currentThread(), qApp->thread());
            looked = with;
        });
        QVERIFY(analyst.isBusy());
        QTRY_VERIFY(looked);
        QVERIFY(!analyst.isBusy());
        QCOMPARE(looked->run().runId, std::string("one"));
        QVERIFY(isKnown<Finding>(*looked));
        QVERIFY(isKnown<std::vector<Finding>>(*looked));
        QVERIFY(!isKnown<std::vector<Pitfall>>(*looked));
        QCOMPARE(headline(*looked).text, headline(someResults("one")).text);
    }

    void ofARunThatIsOverPitfallsAreKnownToo() {
        Analyst analyst;
        std::optional<Results> looked;
        analyst.look(someResults("over"), true, [&](const Results& with) { looked = with; });
        QTRY_VERIFY(looked);
        QVERIFY(isKnown<std::vector<Pitfall>>(*looked));
    }

    void resultsMayGrowMeanwhile() {
        Results results = someResults("growing");
        Analyst analyst;
        for (int round = 9; round < 40; ++round) {
            bool isDone = false;
            std::size_t samples = 0;
            analyst.look(results, false, [&](const Results& with) {
                samples = with.trials()[0].samples.size();
                isDone = true;
            });
            Sample sample;
            sample.trial = results.trials()[0].trial.id;
            sample.round = round;
            sample.seconds = Seconds(1e-6);
            results.apply(sample);
            QTRY_VERIFY(isDone);
            QCOMPARE(samples, static_cast<std::size_t>(round));
        }
        QCOMPARE(results.trials()[0].samples.size(), std::size_t(40));
    }

    void mayGoInTheMiddle() {
        for (int turn = 0; turn < 20; ++turn) {
            auto analyst = std::make_unique<Analyst>();
            analyst->look(someResults("gone"), true, [](const Results&) { QFAIL("nobody is there to be told"); });
            if (turn % 2 == 0) QThread::yieldCurrentThread();
            analyst.reset();
            QCoreApplication::processEvents();
        }
    }
};

QTEST_MAIN(TestAnalyst)
#include "tst_analyst.moc"
