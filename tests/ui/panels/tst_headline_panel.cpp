#include "core/analysis/findings.h"
#include "core/analysis/trial_verdict.h"
#include "tests/ui/recorded_run.h"
#include "tests/ui/ui_test.h"
#include "ui/panels/headline_panel.h"

#include <QLabel>
#include <QLineEdit>

using namespace breakeven;

class TestHeadlinePanel : public QObject, UiTest {
    Q_OBJECT

private Q_SLOTS:
    void init() {
        failOnAnyWarning();
        m_session = std::make_unique<Session>();
        m_panel = std::make_unique<HeadlinePanel>(*m_session);
    }

    void invitesToTheChosenExperiment() {
        ExperimentSpec spec;
        spec.name = "sleep-staircase";
        spec.title = "A staircase";
        m_session->setSpec(spec);
        QCOMPARE(says("headline"), QStringLiteral("Press Run to measure: A staircase"));
        spec.title.clear();
        m_session->setSpec(spec);
        QCOMPARE(says("headline"), QStringLiteral("Press Run to measure: sleep-staircase"));
    }

    void oneIsSingular() {
        RecordedRun run("short");
        run.trial("serial", 100, {0.001});
        run.add(RunFinished{"completed", Seconds(2)});
        open(run);
        QCOMPARE(says("activityLabel"), QStringLiteral("Complete: 1 sample of 1 trial in 2.00\u202fs"));
    }

    void manyAreGrouped() {
        RecordedRun run("long");
        run.trial("serial", 100, std::vector<double>(3084, 0.001));
        run.add(RunFinished{"completed", Seconds(2)});
        open(run);
        QCOMPARE(says("activityLabel"), QStringLiteral("Complete: 3\u202f084 samples of 1 trial in 2.00\u202fs"));
    }

    void whatTellsNoDurationHasNone() {
        RecordedRun run("imported");
        run.trial("serial", 100, {0.001});
        run.add(RunFinished{"completed", Seconds(0)});
        open(run);
        QCOMPARE(says("activityLabel"), QStringLiteral("Complete: 1 sample of 1 trial"));
    }

    void nothingMeasuredSaysWhy() {
        RecordedRun run("nothing");
        TrialFailed failure;
        failure.trial = run.trial("serial", 100, {});
        failure.status = TrialStatus::Refused;
        failure.detail = "snippet: no C++ compiler is found (package g++ brings it)";
        run.add(failure);
        run.add(RunFinished{"completed", Seconds(2)});
        open(run);
        QCOMPARE(says("activityLabel"),
                 QStringLiteral("Nothing was measured: ") + QString::fromStdString(failure.detail));
    }

    void theEndIsTold_data() {
        QTest::addColumn<QByteArray>("reason");
        QTest::addColumn<QString>("told");
        QTest::newRow("completed") << QByteArray("completed")
                                   << QStringLiteral("Complete: 18 samples of 2 trials in 2.00\u202fs");
        QTest::newRow("budget") << QByteArray("budget")
                                << QStringLiteral(
                                       "The time limit was reached after 2.00\u202fs: 18 samples of 2 trials");
        QTest::newRow("interrupted") << QByteArray("interrupted")
                                     << QStringLiteral("Stopped after 2.00\u202fs: 18 samples of 2 trials are kept");
        QTest::newRow("failed") << QByteArray("failed")
                                << QStringLiteral("Failed after 2.00\u202fs: 18 samples of 2 trials are kept");
    }

    void theEndIsTold() {
        QFETCH(QByteArray, reason);
        QFETCH(QString, told);
        RecordedRun run("run");
        run.trial("serial", 100, nineTimes(0.001));
        run.trial("tbb", 100, nineTimes(0.0005));
        run.add(RunFinished{reason.toStdString(), Seconds(2)});
        open(run);
        QCOMPARE(says("activityLabel"), told);
    }

    void aRunWithoutAnEndWasInterrupted() {
        RecordedRun run("run");
        run.trial("serial", 100, nineTimes(0.001));
        run.trial("tbb", 100, nineTimes(0.0005));
        open(run);
        QCOMPARE(says("activityLabel"), QStringLiteral("Interrupted: 18 samples of 2 trials are kept"));
    }

    void failedTrialsOfAnOpenedRunAreTold() {
        RecordedRun run("run");
        run.trial("serial", 100, nineTimes(0.001));
        run.trial("tbb", 100, nineTimes(0.0005));
        const int crashed = run.trial("openmp", 100, {});
        run.add(TrialFailed{crashed, 0, TrialStatus::Crashed, "signal 11"});
        const auto end = RunFinished{"budget", Seconds(2)};
        run.add(end);
        open(run);
        QCOMPARE(says("activityLabel"),
                 QStringLiteral("openmp crashed at 100 items (signal 11). The other 2 trials are kept."));
        const int wrong = run.trial("stdpar", 100, {});
        run.add(TrialFailed{wrong, 0, TrialStatus::WrongResult, "7 is not 8"});
        run.add(end);
        open(run);
        QVERIFY2(says("activityLabel").endsWith(QStringLiteral(". More trials failed; the findings name them.")),
                 qPrintable(says("activityLabel")));
    }

    void yourSizeIsGroupedWhenItIsSaid() {
        type(QStringLiteral("800000"));
        auto* edit = m_panel->findChild<QLineEdit*>(QStringLiteral("yourSizeEdit"));
        QCOMPARE(edit->text(), QStringLiteral("800000"));  // not under the fingers
        QTest::keyClick(edit, Qt::Key_Return);
        QCOMPARE(edit->text(), QStringLiteral("800\u202f000"));
        type(QStringLiteral("many"));
        QTest::keyClick(edit, Qt::Key_Return);
        QCOMPARE(edit->text(), QStringLiteral("many"));
    }

    void theFirstLookSaysWhatItIs() {
        RecordedRun run("first-look");
        run.trial("serial", 100, nineTimes(0.001));
        run.trial("tbb", 100, nineTimes(0.0005));
        run.add(RunFinished{"budget", Seconds(6)});
        open(run);
        QVERIFY2(says("activityLabel").startsWith(QStringLiteral("The time limit was reached")),
                 qPrintable(says("activityLabel")));  // it was opened, not measured just now
    }

    void notResolvedSaysWhatWouldResolveIt() {
        RecordedRun run("close");
        const std::vector<double> restless = {1.00e-3, 1.10e-3, 0.92e-3, 1.05e-3, 0.97e-3, 1.08e-3, 0.95e-3, 1.01e-3};
        const std::vector<double> calm = {0.98e-3, 0.99e-3, 0.97e-3, 0.96e-3, 1.00e-3, 0.97e-3, 0.98e-3, 0.95e-3};
        for (const ItemCount size : {ItemCount(100), ItemCount(1000)}) {
            run.trial("serial", size, restless);
            run.trial("tbb", size, calm);
        }
        run.add(RunFinished{"completed", Seconds(2)});
        open(run);
        QCOMPARE(QString::fromStdString(headline(m_session->results()).id), QStringLiteral("not-resolved"));
        const TrialVerdict verdict = trialVerdicts(m_session->results()).at(0);
        QVERIFY(verdict.missing);
        const QString told = says("activityLabel");
        QVERIFY2(told.contains(QStringLiteral("To resolve the nearest size, about %1 more rounds would be needed")
                                   .arg(verdict.missing->rounds)),
                 qPrintable(told));
    }

    void failuresTakeTheActivitysPlace() {
        m_session->open(path("missing.jsonl"));
        QVERIFY2(says("activityLabel").contains(QStringLiteral("missing.jsonl")), qPrintable(says("activityLabel")));
    }

    void yourSizeIsAnswered_data() {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("told");
        const QString nearest = QStringLiteral(" (not measured there; the nearest size stands in)");
        const QString from = QStringLiteral(", pays from 2\u202f160 (661–2\u202f160)");
        QTest::newRow("faster") << QStringLiteral("10 000") << QStringLiteral("2.00× faster (2.00–2.00)");
        QTest::newRow("scientific") << QStringLiteral("1e4") << QStringLiteral("2.00× faster (2.00–2.00)");
        QTest::newRow("slower") << QStringLiteral("100") << QStringLiteral("4.00× slower (4.00–4.00)") + from;
        QTest::newRow("above") << QStringLiteral("1e6") << QStringLiteral("2.00× faster (2.00–2.00)") + nearest;
        QTest::newRow("below") << QStringLiteral("1") << QStringLiteral("4.00× slower (4.00–4.00)") + from + nearest;
        QTest::newRow("nothing") << QString() << QString();
    }

    void yourSizeIsAnswered() {
        QFETCH(QString, typed);
        QFETCH(QString, told);
        open(crossing());
        type(typed);
        QVERIFY2(says("yourSizeAnswer").endsWith(told), qPrintable(says("yourSizeAnswer")));
        QCOMPARE(says("yourSizeAnswer").isEmpty(), told.isEmpty());
    }

    void yourSizeIsOneSize_data() {
        QTest::addColumn<QString>("typed");
        for (const char* typed : {"0", "1.5", "100:200", "100,200", "1e13", "lots"})
            QTest::newRow(typed) << QString::fromLatin1(typed);
    }

    void yourSizeIsOneSize() {
        QFETCH(QString, typed);
        open(crossing());
        type(typed);
        QCOMPARE(says("yourSizeAnswer"),
                 QStringLiteral("your size: '%1' is not allowed (one whole number from 1 to 1e12)").arg(typed));
    }

    void yourSizeIsAnsweredOnceThereIsSomething() {
        type(QStringLiteral("10 000"));
        QVERIFY(says("yourSizeAnswer").startsWith(QStringLiteral("Answered as soon as")));
        open(crossing());
        QVERIFY(says("yourSizeAnswer").contains(QStringLiteral("faster")));
    }

    void inALowWindowItIsBrief() {
        RecordedRun run = crossing();
        for (const char* backend : {"threads", "async", "processes"})
            for (const ItemCount size : {ItemCount(100), ItemCount(10'000)})
                run.trial(backend, size, nineTimes(0.5));
        m_panel->resize(480, 300);
        m_panel->show();
        open(run);
        m_panel->setBrief(true);
        QTest::qWait(0);
        const int height = m_panel->minimumHeight();
        QVERIFY2(says("activityLabel").startsWith(QStringLiteral("Complete")), qPrintable(says("activityLabel")));
        const QString sentence = says("headline");
        type(QStringLiteral("1000"));
        const auto& answer = *m_panel->findChild<QLabel*>(QStringLiteral("yourSizeAnswer"));
        const QString whole = answer.toolTip().section(u'\n', 0, 0);
        QVERIFY(whole.contains(QStringLiteral("pays")) && !answer.text().contains(QStringLiteral("pays")));
        for (const char* backend : {"tbb", "threads", "async", "processes"})
            QVERIFY2(answer.text().contains(QStringLiteral("%1: ").arg(QLatin1String(backend))), backend);
        QVERIFY2(answer.text().endsWith(u')'), qPrintable(answer.text()));
        QTRY_VERIFY(answer.height() >= answer.heightForWidth(answer.width()));
        QCOMPARE(m_panel->minimumHeight(), height);
        const bool isCovered = !m_panel->findChild<QLabel*>(QStringLiteral("headline"))->isVisible();
        QVERIFY(isCovered && answer.toolTip().endsWith(sentence));
        QCOMPARE(says("activityLabel"), QString());  // whose place it takes
        QCOMPARE(m_panel->said(), sentence);
        m_panel->setBrief(false);
        QCOMPARE(answer.text(), whole);
        QCOMPARE(says("headline"), sentence);
        QVERIFY(m_panel->findChild<QLabel*>(QStringLiteral("headline"))->isVisible());
    }

    void inALowWindowOneCurveIsAnsweredWhole() {
        m_panel->resize(480, 300);
        m_panel->show();
        open(crossing());
        m_panel->setBrief(true);
        type(QStringLiteral("200"));
        const auto& answer = *m_panel->findChild<QLabel*>(QStringLiteral("yourSizeAnswer"));
        QVERIFY2(answer.text().contains(QStringLiteral("pays from")), qPrintable(answer.text()));
        QVERIFY(answer.toolTip().isEmpty() && m_panel->findChild<QLabel*>(QStringLiteral("headline"))->isVisible());
        QTRY_VERIFY(answer.height() >= answer.heightForWidth(answer.width()));
    }

private:
    static RecordedRun crossing() {
        RecordedRun run("crossing");
        run.trial("serial", 100, nineTimes(0.001));
        run.trial("tbb", 100, nineTimes(0.004));
        run.trial("serial", 10'000, nineTimes(0.1));
        run.trial("tbb", 10'000, nineTimes(0.05));
        run.add(RunFinished{"completed", Seconds(2)});
        return run;
    }

    void open(const RecordedRun& run) { run.openIn(*m_session, path("run.jsonl")); }

    void type(const QString& text) {
        auto* edit = m_panel->findChild<QLineEdit*>(QStringLiteral("yourSizeEdit"));
        QVERIFY(edit);
        edit->clear();
        QTest::keyClicks(edit, text);
    }

    QString says(const char* label) const {
        const auto* found = m_panel->findChild<QLabel*>(QLatin1String(label));
        if (!found) qFatal("%s: no such label", label);
        return found->text();
    }

    std::unique_ptr<Session> m_session;
    std::unique_ptr<HeadlinePanel> m_panel;
};

QTEST_MAIN(TestHeadlinePanel)
#include "tst_headline_panel.moc"
