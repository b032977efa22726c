#include "app/cli/progress.h"
#include "tests/app/cli/standard_error.h"

#include <QTest>

#include <algorithm>

using namespace breakeven;

namespace {

/// A plan of one block: serial and tbb, which are done with two samples each.
Plan twoTrials() {
    Plan plan;
    plan.spec.name = "square";
    plan.spec.stopping.minSamples = 2;
    plan.spec.stopping.maxSamples = 4;
    plan.spec.stopping.launches = 1;
    for (const char* backend : {"serial", "tbb"}) {
        Trial trial;
        trial.id = static_cast<int>(plan.trials.size());
        trial.workload = "square";
        trial.backend = backend;
        trial.size = 1'000'000;
        plan.trials.push_back(trial);
    }
    plan.blocks = {{0, {0, 1}}};
    return plan;
}

Results started(const Plan& plan) {
    Results results;
    for (const Trial& trial : plan.trials)
        results.apply(TrialStarted{0, trial});
    return results;
}

void addSamples(Results& results, int trial, int count) {
    for (int round = 0; round < count; ++round) {
        Sample sample;
        sample.trial = trial;
        sample.round = round;
        sample.seconds = Seconds(0.01);
        results.apply(sample);
    }
}

ProgressState halfWay() {
    ProgressState state;
    state.label = "square";
    state.progress = {0.5, Seconds(24), 1416};
    state.trialsDone = 12;
    state.trials = 36;
    state.elapsed = Seconds(12);
    state.current = "square tbb 1 M";
    return state;
}

int columnsOf(const std::string& text) {
    return static_cast<int>(QString::fromStdString(text).size());
}

}  // namespace

class TestProgress : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void modesAreNamed() {
        QCOMPARE(parseProgressMode("auto").value_or(ProgressMode::Never), ProgressMode::Auto);
        QCOMPARE(parseProgressMode("always").value_or(ProgressMode::Never), ProgressMode::Always);
        QCOMPARE(parseProgressMode("never").value_or(ProgressMode::Auto), ProgressMode::Never);
        for (const char* wrong : {"", "Auto", "sometimes"})
            QVERIFY2(!parseProgressMode(wrong), wrong);
    }

    void aBarReadsAsTqdms() {
        QCOMPARE(progressBar(halfWay(), 200),
                 std::string("square:  50%|███████████████               | 12/36 trials [00:12<00:24, 118 samples/s] "
                             "square tbb 1 M"));
    }

    void cellsFillByEighths() {
        ProgressState state = halfWay();
        const auto firstCells = [&](double fraction) {
            state.progress.fraction = fraction;
            return QString::fromStdString(progressBar(state, 200)).section(u'|', 1, 1);
        };
        QCOMPARE(firstCells(0), QString(30, u' '));
        QCOMPARE(firstCells(1), QString(30, u'█'));
        QCOMPARE(firstCells(1.0 / 240), u'▏' + QString(29, u' '));
        QCOMPARE(firstCells(7.0 / 240), u'▉' + QString(29, u' '));
        QCOMPARE(firstCells(13.0 / 240), QStringLiteral("█▋") + QString(28, u' '));
    }

    void percentsAreCutNotRounded() {
        ProgressState state = halfWay();
        state.progress.fraction = 0.9999;
        QVERIFY(progressBar(state, 200).starts_with("square:  99%|"));
        state.progress.fraction = 1;
        QVERIFY(progressBar(state, 200).starts_with("square: 100%|"));
        state.progress.fraction = 0.001;
        QVERIFY(progressBar(state, 200).starts_with("square:   0%|"));
    }

    void timesAndRates_data() {
        QTest::addColumn<double>("elapsed");
        QTest::addColumn<double>("remaining");
        QTest::addColumn<int>("samples");
        QTest::addColumn<QString>("bracket");
        QTest::newRow("nothing yet") << 0.0 << 60.0 << 0 << "[00:00<01:00, ? samples/s]";
        QTest::newRow("still nothing") << 5.0 << 60.0 << 0 << "[00:05<01:00, ? samples/s]";
        QTest::newRow("fast") << 2.0 << 0.0 << 2469 << "[00:02<00:00, 1235 samples/s]";
        QTest::newRow("some per second") << 10.0 << 1.0 << 47 << "[00:10<00:01, 4.7 samples/s]";
        QTest::newRow("one per second") << 10.0 << 1.0 << 10 << "[00:10<00:01, 1 samples/s]";
        QTest::newRow("slow") << 90.0 << 605.0 << 8 << "[01:30<10:05, 11 s/sample]";
        QTest::newRow("slower than one") << 5.0 << 605.0 << 4 << "[00:05<10:05, 1.3 s/sample]";
        QTest::newRow("hours") << 3723.0 << 36000.0 << 3723 << "[1:02:03<10:00:00, 1 samples/s]";
    }

    void timesAndRates() {
        QFETCH(double, elapsed);
        QFETCH(double, remaining);
        QFETCH(int, samples);
        QFETCH(QString, bracket);
        ProgressState state = halfWay();
        state.elapsed = Seconds(elapsed);
        state.progress.remaining = Seconds(remaining);
        state.progress.samples = static_cast<std::size_t>(samples);
        const QString bar = QString::fromStdString(progressBar(state, 200));
        QVERIFY2(bar.contains(bracket), qPrintable(bar));
    }

    void saysHowPreciseItWillBe() {
        ProgressState state = halfWay();
        for (const auto& [precision, text] : {std::pair(0.0137, "[00:12<00:24, ± 1.4 % at the end, 118 samples/s]"),
                                              {0.137, "[00:12<00:24, ± 14 % at the end, 118 samples/s]"}}) {
            state.progress.expectedPrecision = precision;
            QVERIFY2(progressBar(state, 200).find(text) != std::string::npos, progressBar(state, 200).c_str());
        }
        state.progress.remaining = Seconds(0);
        QCOMPARE(progressBar(state, 200).find("then"), std::string::npos);
    }

    void neverWiderThanTheTerminal() {
        ProgressState state = halfWay();
        state.label = "Größe über Zeit";
        for (int columns = 0; columns <= 200; ++columns)
            QVERIFY(columnsOf(progressBar(state, static_cast<std::size_t>(columns))) <= columns);
        // What is measured now goes first, then the bar, then the end of the counts.
        const std::string whole = progressBar(state, 200);
        QVERIFY(whole.ends_with("square tbb 1 M"));
        const std::string narrow = progressBar(state, 70);
        QVERIFY2(narrow.ends_with("samples/s]"), narrow.c_str());
        QCOMPARE(columnsOf(narrow), 70);
    }

    void onlyCompletedTrialsCount() {
        const Plan plan = twoTrials();
        Results results = started(plan);
        const auto done = [&] { return progressState(plan, results, Seconds(1)).trialsDone; };
        QCOMPARE(done(), std::size_t(0));
        addSamples(results, 0, 1);
        QCOMPARE(done(), std::size_t(0));
        addSamples(results, 0, 1);
        QCOMPARE(done(), std::size_t(1));
        results.apply(TrialFailed{1, 0, TrialStatus::Crashed, "signal 11"});
        QCOMPARE(done(), std::size_t(2));
        QCOMPARE(progressState(plan, results, Seconds(1)).trials, std::size_t(2));
    }

    void whatHadNoTurnIsNotDone_data() {
        QTest::addColumn<int>("status");
        QTest::newRow("interrupted") << int(TrialStatus::Interrupted);
        QTest::newRow("skipped") << int(TrialStatus::Skipped);
        QTest::newRow("refused") << int(TrialStatus::Refused);
    }

    void whatHadNoTurnIsNotDone() {
        QFETCH(int, status);
        const Plan plan = twoTrials();
        Results results = started(plan);
        results.apply(TrialFailed{1, 0, static_cast<TrialStatus>(status), ""});
        QCOMPARE(progressState(plan, results, Seconds(1)).trialsDone, std::size_t(0));
    }

    /// The time was up before a trial had its least samples, and one was refused.
    void whatWasMeasuredIsDoneAtTheEnd() {
        const Plan plan = twoTrials();
        Results results = started(plan);
        addSamples(results, 0, 1);
        results.apply(TrialFailed{1, 0, TrialStatus::Refused, "too large"});
        QCOMPARE(progressState(plan, results, Seconds(1)).trialsDone, std::size_t(0));
        results.apply(RunFinished{"budget", Seconds(1)});
        const ProgressState state = progressState(plan, results, Seconds(1));
        QCOMPARE(state.trialsDone, std::size_t(1));
        const std::string bar = progressBar(state, 200);
        QVERIFY2(bar.find("| 1/2 trials, 1 refused [") != std::string::npos, bar.c_str());
    }

    void currentIsTheLastFinishedBlock() {
        const Plan plan = twoTrials();
        Results results = started(plan);
        QCOMPARE(progressState(plan, results, Seconds(1)).current, std::string());
        results.apply(BlockFinished{});
        QCOMPARE(progressState(plan, results, Seconds(1)).current, std::string("square tbb 1\u202fM"));
    }

    void aPipeGetsPlainLines() {
        const Plan plan = twoTrials();
        Results results = started(plan);
        StandardError error;
        ProgressLine line(ProgressMode::Auto);
        line.update(plan, results, Seconds(1));
        QCOMPARE(error.written(), QByteArray());  // nothing was measured yet
        addSamples(results, 0, 2);
        line.finish(plan, results, Seconds(2));
        QCOMPARE(error.written(), QByteArray("square:  25% 1/2 trials [00:02<00:58, 1 samples/s]\n"));
    }

    void aPipeGetsOneLineAtATime() {
        const Plan plan = twoTrials();
        Results results = started(plan);
        addSamples(results, 0, 2);
        StandardError error;
        ProgressLine line(ProgressMode::Auto);
        for (int i = 0; i < 100; ++i)
            line.update(plan, results, Seconds(2));
        QCOMPARE(error.written().count('\n'), 1);
    }

    void neverIsSilent() {
        const Plan plan = twoTrials();
        Results results = started(plan);
        addSamples(results, 0, 2);
        StandardError error;
        ProgressLine line(ProgressMode::Never);
        line.update(plan, results, Seconds(1));
        line.finish(plan, results, Seconds(2));
        QCOMPARE(error.written(), QByteArray());
    }

    void aTerminalsLineIsRedrawnAndCleared() {
        const Plan plan = twoTrials();
        Results results = started(plan);
        addSamples(results, 0, 2);
        constexpr std::size_t Columns = 60;
        StandardError error;
        ProgressLine line(ProgressMode::Auto, [] { return Columns; });
        line.update(plan, results, Seconds(1));
        const QByteArray drawn = error.written();
        QVERIFY2(drawn.startsWith("\rsquare:  25%|") && drawn.endsWith("\x1b[K"), drawn.constData());
        QVERIFY(!drawn.contains('\n'));
        QCOMPARE(QString::fromUtf8(drawn).size(),
                 1 + (static_cast<int>(Columns) - 1) + 3);  // the last column stays empty
        line.finish(plan, results, Seconds(2));
        QCOMPARE(error.written(), drawn + "\r\x1b[K");
    }
};

QTEST_GUILESS_MAIN(TestProgress)
#include "tst_progress.moc"
