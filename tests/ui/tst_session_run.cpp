// The session and the thread that analyses what it shows, while a run goes on; stopping and closing in the middle.
#include "core/analysis/findings.h"
#include "tests/ui/scripted_cli.h"

#include <QElapsedTimer>

using namespace breakeven;

class TestSessionRun : public QObject, ScriptedCli {
    Q_OBJECT

    void startsMeasuring(Session& session) const {
        session.run();
        QTRY_VERIFY_WITH_TIMEOUT(!session.results().trials().empty(), WaitMilliseconds);
    }

    /// What the script has heard, a line each.
    QByteArray told() const {
        QFile file(path("how"));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

private Q_SLOTS:
    void initTestCase() { makeCatalog(); }

    void init() {
        failOnAnyWarning();
        QFile::remove(path("how"));
        qputenv("XDG_STATE_HOME", path("state").toUtf8());
    }

    void stopInterrupts() {
        write("events.jsonl", recordedRun(2, 2));
        pretend(
            "trap 'echo asked >>how; echo \"breakeven-cli: run: interrupted\" >&2; exit 130' INT\n"
            "cat events.jsonl\nwhile true; do sleep 0.05; done\n");
        Session session;
        ready(session);
        startsMeasuring(session);
        session.stop();
        QCOMPARE(session.state(), Session::State::Stopping);
        QTRY_COMPARE_WITH_TIMEOUT(session.state(), Session::State::Idle, WaitMilliseconds);
        QCOMPARE(told(), QByteArray("asked\n"));
        QVERIFY2(session.failure().isEmpty(), qPrintable(session.failure()));
        QCOMPARE(session.results().trials().size(), std::size_t(4));
    }

    void stopTerminatesWhatDoesNotListen() {
        write("events.jsonl", recordedRun(1, 1));
        pretend(
            "trap '' INT\ntrap 'echo terminated >>how; exit 143' TERM\n"
            "cat events.jsonl\nwhile true; do sleep 0.05; done\n");
        Session session;
        ready(session);
        startsMeasuring(session);
        session.stop();
        QTRY_COMPARE_WITH_TIMEOUT(session.state(), Session::State::Idle, WaitMilliseconds);
        QCOMPARE(told(), QByteArray("terminated\n"));
        QVERIFY(session.failure().isEmpty());
    }

    void stopKillsWhatDoesNotEnd() {
        write("events.jsonl", recordedRun(1, 1));
        pretend(
            "trap 'echo asked >>how' INT\ntrap 'echo terminated >>how' TERM\n"
            "cat events.jsonl\nwhile true; do sleep 0.05; done\n");
        Session session;
        ready(session);
        startsMeasuring(session);
        session.stop();
        QTRY_COMPARE_WITH_TIMEOUT(session.state(), Session::State::Idle, WaitMilliseconds);
        QCOMPARE(told(), QByteArray("asked\nterminated\n"));
        QVERIFY(session.failure().isEmpty());
        QCOMPARE(session.results().trials().size(), std::size_t(2));
    }

    /// A second interrupt would end the command line before it has closed its files.
    void stoppingTwiceAsksOnce() {
        write("events.jsonl", recordedRun(1, 1));
        pretend(
            "trap 'echo asked >>how; end=1' INT\ncat events.jsonl\n"
            "while [ -z \"$end\" ]; do sleep 0.05; done\nsleep 0.3\nexit 130\n");
        Session session;
        ready(session);
        session.stop();  // of nothing
        startsMeasuring(session);
        session.stop();
        QTRY_VERIFY_WITH_TIMEOUT(!told().isEmpty(), WaitMilliseconds);
        session.stop();
        QTRY_COMPARE_WITH_TIMEOUT(session.state(), Session::State::Idle, WaitMilliseconds);
        QCOMPARE(told(), QByteArray("asked\n"));
    }

    void stoppingARunDoesNotEndTheNext() {
        write("events.jsonl", recordedRun(1, 1));
        pretend(
            "trap 'exit 130' INT\ntrap 'echo terminated >>how; exit 143' TERM\n"
            "cat events.jsonl\n[ -e slow ] && { sleep 2.5; exit; }\nwhile true; do sleep 0.05; done\n");
        Session session;
        ready(session);
        startsMeasuring(session);
        session.stop();
        QTRY_COMPARE_WITH_TIMEOUT(session.state(), Session::State::Idle, WaitMilliseconds);
        write("slow", "");
        measure(session);
        QCOMPARE(told(), QByteArray());
        QVERIFY(session.failure().isEmpty());
    }

    void closingInterrupts() {
        write("events.jsonl", recordedRun(1, 1));
        pretend("trap 'echo asked >>how; exit 130' INT\ncat events.jsonl\nwhile true; do sleep 0.05; done\n");
        {
            Session session;
            ready(session);
            startsMeasuring(session);
        }
        QCOMPARE(told(), QByteArray("asked\n"));
    }

    void whatIsShownOfARunHasBeenAnalysed() {
        write("events.jsonl", recordedRun(2, 2));
        pretend("trap 'exit 130' INT\ncat events.jsonl\nwhile true; do sleep 0.05; done\n");
        Session session;
        ready(session);
        QCOMPARE(session.planned().size(), std::size_t(0));
        const QSignalSpy told(&session, &Session::resultsChanged);
        session.run();
        QVERIFY(session.planned().empty());  // what is shown is not of this run yet
        QTRY_VERIFY_WITH_TIMEOUT(!session.results().trials().empty(), WaitMilliseconds);
        bool isAsked = false;
        static_cast<void>(session.results().recall<Finding>([&] {
            isAsked = true;
            return Finding();
        }));
        QVERIFY(!isAsked);
        QVERIFY(session.planned().size() > session.results().trials().size());
        session.stop();
        QTRY_COMPARE_WITH_TIMEOUT(session.state(), Session::State::Idle, WaitMilliseconds);
        QVERIFY(session.planned().empty());
    }

    /// In the findings' words; the log has the trial's end from the results, with its trial.
    void failedTrialsAreToldAsTheFindingsTellThem() {
        QByteArray events = recordedRun(2, 9);
        events.insert(events.lastIndexOf('\n', -2) + 1,
                      QByteArray::fromStdString(writeEvent(TrialFailed{3, 0, TrialStatus::Crashed, "signal 11"}) +
                                                '\n' + writeEvent(Note{"block 1: it died"}) + '\n'));
        write("events.jsonl", events);
        pretend("cat events.jsonl\necho 'breakeven-cli: run: 1 trial failed: square tbb at size 200' >&2\nexit 1\n");
        Session session;
        ready(session);
        const QSignalSpy logged(&session, &Session::logged);
        measure(session);
        QVERIFY2(session.failure().startsWith(QStringLiteral("tbb crashed at 200 items (signal 11). The other ")),
                 qPrintable(session.failure()));
        for (const QList<QVariant>& line : logged) {
            QVERIFY(line[0].toString() != QStringLiteral("signal 11"));
            QVERIFY(line[0].toString() != QStringLiteral("block 1: it died"));
        }
    }

    void whatAProgramPrintsIsHeardInPart() {
        write("events.jsonl", recordedRun(2, 3));
        pretend("yes noise | head -n 300000 >&2\ncat events.jsonl\necho 'breakeven-cli: so it is' >&2\nexit 1\n");
        Session session;
        ready(session);
        const QSignalSpy logged(&session, &Session::logged);
        measure(session);
        QVERIFY2(logged.count() < 3 * Excerpt::MostLines, qPrintable(QString::number(logged.count())));
        QCOMPARE(session.failure(), QStringLiteral("breakeven-cli: so it is"));
    }

    void aRunThatIsNotRememberedIsToSave() {
        write("events.jsonl", recordedRun(2, 3));
        pretend("cat events.jsonl\necho 'breakeven-cli: history: h.sqlite: is full; this run is not remembered' >&2\n");
        Session session;
        ready(session);
        measure(session);
        QCOMPARE(session.failure(),
                 QStringLiteral("history: h.sqlite: is full; this run is not remembered. Save the run "
                                "before you close the window."));
        QVERIFY(session.results().finished());
    }

    void mayBeClosedInTheMiddle() {
        write("events.jsonl", recordedRun(60, 40));
        pretend("trap 'exit 130' INT\nwhile true; do cat events.jsonl; done\n");
        for (const int milliseconds : {0, 100, 150, 250}) {
            Session session;
            ready(session);
            session.run();
            QElapsedTimer clock;
            clock.start();
            QTRY_VERIFY(clock.elapsed() >= milliseconds);
        }
    }
};

QTEST_MAIN(TestSessionRun)
#include "tst_session_run.moc"
