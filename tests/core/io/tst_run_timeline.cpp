#include "core/io/run_timeline.h"

#include <QtTest>

#include <fstream>

using namespace breakeven;
using std::chrono::nanoseconds;

namespace {

PassSpans passOf(int trial, Seconds wall) {
    PassSpans pass{.trial = trial, .launch = 0, .wall = wall, .workers = {}, .caller = {}};
    pass.workers = {{{SpanKind::Compute, nanoseconds(10), nanoseconds(10), 0, 1}}};
    return pass;
}

Results resultsOf(const std::vector<PassSpans>& passes, const std::string& file) {
    Results results;
    for (const PassSpans& pass : passes) {
        Trial trial;
        trial.id = pass.trial;
        trial.workload = "square";
        trial.backend = pass.trial == 1 ? "tbb-static" : "threads";
        trial.size = 100;
        results.apply(TrialStarted{0, trial});
        results.apply(TrialProfiled{.trial = pass.trial, .launch = pass.launch, .wall = pass.wall, .workers = {}});
    }
    if (!file.empty()) results.apply(TraceWritten{file});
    return results;
}

}  // namespace

class TestRunTimeline : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void passesAreNamedAfterTheirTrials() {
        const std::vector passes{passOf(1, Seconds(1e-6)), passOf(2, Seconds(2e-6))};
        write({passes[1], passes[0]});
        const auto timeline = readTimeline(resultsOf(passes, "run.spans"), folder());
        QVERIFY(timeline);
        QVERIFY(timeline->warnings.empty());
        QCOMPARE(timeline->passes.size(), std::size_t(2));
        QCOMPARE(timeline->passes[0].family, std::string("threads"));
        QCOMPARE(timeline->passes[1].family, std::string("tbb"));
        QVERIFY(timeline->passes[0].name.starts_with("square, size 100: threads"));
        QVERIFY(timeline->passes[1].name.starts_with("square, size 100: tbb-static"));
        QCOMPARE(timeline->passes[0].spans.trial, 2);
        QCOMPARE(timeline->passes[1].spans.trial, 1);
        QCOMPARE(timeline->passes[1].spans.workers, passes[0].workers);
    }

    void whoGotNoChunkHasALane() {
        write({passOf(1, Seconds(1e-6))});
        Results results;
        Trial trial;
        trial.id = 1;
        trial.backend = "tbb";
        trial.size = 100;
        trial.workers = 3;
        results.apply(TrialStarted{0, trial});
        results.apply(TrialProfiled{.trial = 1, .launch = 0, .wall = Seconds(1e-6), .workers = {}});
        results.apply(TraceWritten{"run.spans"});
        const auto timeline = readTimeline(results, folder());
        QVERIFY(timeline);
        const auto& workers = timeline->passes[0].spans.workers;
        QCOMPARE(workers.size(), std::size_t(3));
        QCOMPARE(workers[0].size(), std::size_t(1));
        QVERIFY(workers[1].empty() && workers[2].empty());
    }

    void passesOfAnotherRunAreLeftOut() {
        PassSpans otherLaunch = passOf(1, Seconds(1e-6));
        otherLaunch.launch = 1;
        write({otherLaunch, passOf(2, Seconds(1e-6)), passOf(1, Seconds(1e-6)), passOf(1, Seconds(5e-6))});
        const auto timeline = readTimeline(resultsOf({passOf(1, Seconds(1e-6))}, "run.spans"), folder());
        QVERIFY(timeline);
        QCOMPARE(timeline->passes.size(), std::size_t(1));
        QCOMPARE(timeline->passes[0].spans.trial, 1);
        QCOMPARE(timeline->passes[0].spans.launch, 0);
        QCOMPARE(timeline->passes[0].spans.wall, Seconds(1e-6));
        QCOMPARE(timeline->warnings.size(), std::size_t(1));
        QVERIFY(timeline->warnings[0].find("another run") != std::string::npos);
    }

    void whatCannotBeShownSaysWhy() {
        const auto without = readTimeline(resultsOf({passOf(1, Seconds(1e-6))}, ""), folder());
        QVERIFY(!without);
        QCOMPARE(without.error().code, ErrorCode::InvalidInput);
        const auto missing = readTimeline(resultsOf({passOf(1, Seconds(1e-6))}, "missing.spans"), folder());
        QVERIFY(!missing);
        QCOMPARE(missing.error().code, ErrorCode::Unreadable);
        write({passOf(1, Seconds(5e-6))});
        const auto foreign = readTimeline(resultsOf({passOf(1, Seconds(1e-6))}, "run.spans"), folder());
        QVERIFY(!foreign);
        QVERIFY(foreign.error().detail.find("no whole pass of this run") != std::string::npos);
    }

private:
    std::filesystem::path folder() const { return m_folder.path().toStdString(); }
    void write(const std::vector<PassSpans>& passes) const {
        std::ofstream file(folder() / "run.spans");
        for (const PassSpans& pass : passes)
            file << writeSpans(pass) << '\n';
    }

    QTemporaryDir m_folder;
};

QTEST_GUILESS_MAIN(TestRunTimeline)
#include "tst_run_timeline.moc"
