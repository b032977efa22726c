#include "tests/app/cli_process.h"
#include "tests/core/history/stored_runs.h"
#include "tests/ui/ui_test.h"
#include "ui/models/history_model.h"
#include "ui/panels/interrupted_bar.h"
#include "ui/session.h"
#include "ui/settings.h"

#include <QDir>
#include <QLabel>
#include <QPushButton>
#include <QScopeGuard>

#include <memory>

using namespace breakeven;

class TestInterruptedBar : public QObject, UiTest {
    Q_OBJECT

private Q_SLOTS:
    void init() {
        failOnAnyWarning();
        m_file = QStringLiteral("%1/history-%2.sqlite").arg(folder.path()).arg(++m_number);
        storeHistoryFile(m_file);
        storeOffer({});
    }

    void nothingIsOfferedOfWholeRuns() {
        QCOMPARE(runCli({"run", "-", "--progress", "never", "--history", m_file}, sleeperSpec("1", "0.0001", 3)).status,
                 0);
        start();
        QVERIFY(!m_bar->isVisible());
    }

    void aRunThatGoesOnIsNotOffered() {
        const auto run = startRun();
        start();
        QVERIFY(!m_bar->isVisible());
        run->kill();
        QVERIFY(run->waitForFinished());
    }

    void whatAKilledRunMeasuredIsOfferedUntilItWasAnswered() {
        const auto run = startRun();
        run->kill();
        QVERIFY(run->waitForFinished());
        start();
        QVERIFY(m_bar->isVisible());
        const QString text = m_bar->findChild<QLabel*>(QStringLiteral("interruptedBarText"))->text();
        QVERIFY2(
            text.startsWith(QStringLiteral("“sleeper” of 2")) && text.contains(QStringLiteral(" samples until then")),
            qPrintable(text));

        start();  // nobody has answered
        QVERIFY(m_bar->isVisible());
        click("interruptedBarAccept");
        QVERIFY(!m_bar->isVisible());
        QCOMPARE(m_session->file(), QStringLiteral("sleeper"));
        QVERIFY(!m_session->results().trials().empty());
        start();
        QVERIFY(!m_bar->isVisible());
    }

    /// The window reads what the command line says; a killed one reads no more.
    void whatAKilledWindowMeasuredIsOffered() {
        QProcess window;
        window.setStandardOutputFile(QProcess::nullDevice());
        window.start(QStringLiteral("cat"), QStringList());
        const auto run = startRun({"--events", "-"}, &window);
        window.kill();
        QVERIFY(window.waitForFinished());
        QVERIFY(run->waitForFinished());
        start();
        QVERIFY(m_bar->isVisible());
        click("interruptedBarAccept");
        QVERIFY(!m_session->results().trials().empty());
        QVERIFY(!m_session->results().finished());  // nobody has stopped it
    }

    void theTimelinesOfAKilledWindowAreStillThere() {
        const QString left = folder.filePath(QStringLiteral("breakeven-window-abcdef"));
        QVERIFY(QDir().mkdir(left));
        qputenv("TMPDIR", folder.path().toUtf8());
        const auto usual = qScopeGuard([] { qunsetenv("TMPDIR"); });
        const auto run =
            startRun({"--spans", left + QStringLiteral("/run.spans")}, nullptr, sleeperSpec("1,100", "0.01", 20));
        QTRY_VERIFY_WITH_TIMEOUT(newest().spansFile().size() > 0, 60'000);
        run->kill();
        QVERIFY(run->waitForFinished());
        start();
        QVERIFY(m_bar->isVisible());
        click("interruptedBarAccept");
        QVERIFY2(m_session->failure().isEmpty(), qPrintable(m_session->failure()));
        const Result<RunTimeline> timeline = m_session->timeline();
        QVERIFY2(timeline, timeline ? "" : timeline.error().detail.c_str());
        QVERIFY(!timeline->passes.empty());
        m_session->saveResults(path("kept.jsonl"));
        m_session.reset();
        QVERIFY(!QFile::exists(left));
        QVERIFY(QFile::exists(path("kept.spans")));
    }

    void whatWasDismissedIsNotOfferedAgain() {
        const auto first = startRun();
        first->kill();
        QVERIFY(first->waitForFinished());
        start();
        click("interruptedBarDismiss");
        QVERIFY(!m_bar->isVisible());
        QCOMPARE(m_session->file(), QString());
        start();
        QVERIFY(!m_bar->isVisible());
    }

    void whatCannotBeShownNowStaysOffered() {
        const auto run = startRun();
        run->kill();
        QVERIFY(run->waitForFinished());
        start();
        m_session->loadCatalog();
        QTRY_VERIFY(!m_session->spec().cases.empty());
        m_session->run();
        click("interruptedBarAccept");
        QVERIFY(m_session->failure().contains(QStringLiteral("while an experiment runs")));
        QVERIFY(m_bar->isVisible());
        QTRY_VERIFY_WITH_TIMEOUT(m_session->newest() != nullptr, 60'000);
        m_session->stop();
        QTRY_COMPARE_WITH_TIMEOUT(m_session->state(), Session::State::Idle, 60'000);
        m_model->refresh();
        QCOMPARE(m_model->rowCount(), 2);  // the window's runs go into the file that was chosen
        click("interruptedBarAccept");
        QCOMPARE(m_session->file(), QStringLiteral("sleeper"));
        QVERIFY(!m_bar->isVisible());
    }

    /// A run that came from elsewhere was offered there.
    void importedRunsAreNotOffered() {
        std::vector<Event> cut = eventsOfRun("20261121T110000-b");
        cut.pop_back();
        Result<History> history = History::open(m_file.toStdString());
        QVERIFY(history && history->add(loadedRun(cut), {}));
        start();
        QVERIFY(!m_bar->isVisible());
        QCOMPARE(m_model->cutOffRuns().size(), std::size_t{1});
    }

    void anUnusableHistoryOffersNothing() {
        storeHistoryFile(folder.path());
        start();
        QVERIFY(!m_bar->isVisible());
        QVERIFY(!m_model->problem().isEmpty());
    }

private:
    /// As a window that starts.
    void start() {
        m_bar.reset();
        m_session = std::make_unique<Session>();
        m_session->keepAbandoned();
        m_model = std::make_unique<HistoryModel>();
        m_bar = std::make_unique<InterruptedBar>(*m_model, *m_session);
        m_bar->look();
    }
    void click(const char* name) {
        QTest::mouseClick(m_bar->findChild<QPushButton*>(QLatin1String(name)), Qt::LeftButton);
    }
    /// One that has samples in the history and goes on.
    std::unique_ptr<QProcess> startRun(const QStringList& more = {}, QProcess* reader = nullptr,
                                       const QByteArray& spec = sleeperSpec("1,2", "0.01", 2000)) const {
        auto process = std::make_unique<QProcess>();
        prepareCli(*process, QStringList{"run", "-", "--progress", "never", "--history", m_file} + more);
        if (reader != nullptr) process->setStandardOutputProcess(reader);
        process->start();
        process->write(spec);
        process->closeWriteChannel();
        const auto hasSamples = [this] {
            const Result<History> history = History::open(m_file.toStdString());
            const auto runs = history->list();
            return runs && !runs->empty() && runs->front().samples > 0;
        };
        if (!QTest::qWaitFor(hasSamples, 60'000)) qFatal("the run does not begin");
        return process;
    }

    Results newest() const {
        const Result<History> history = History::open(m_file.toStdString());
        const auto runs = history->list();
        return foldEvents(history->load(runs->front().runId)->events);
    }

    QString m_file;
    int m_number = 0;
    std::unique_ptr<Session> m_session;
    std::unique_ptr<HistoryModel> m_model;
    std::unique_ptr<InterruptedBar> m_bar;
};

QTEST_MAIN(TestInterruptedBar)
#include "tst_interrupted_bar.moc"
