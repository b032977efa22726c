// The session and the thread that analyses what it shows, while a run goes on; stopping and closing in the middle.
#include "core/analysis/findings.h"
#include "tests/ui/scripted_cli.h"

#include <QElapsedTimer>

using namespace breakeven;

class TestSessionRun : public QObject, ScriptedCli {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { makeCatalog(); }

    void init() {
        failOnAnyWarning();
        qputenv("XDG_STATE_HOME", path("state").toUtf8());
    }

    void stopInterrupts() {
        write("events.jsonl", recordedRun(2, 2));
        pretend("trap 'echo asked >how; exit 130' INT\ncat events.jsonl\nwhile true; do sleep 0.05; done\n");
        Session session;
        ready(session);
        session.run();
        QTRY_VERIFY_WITH_TIMEOUT(!session.results().trials().empty(), WaitMilliseconds);
        session.stop();
        QCOMPARE(session.state(), Session::State::Stopping);
        QTRY_COMPARE_WITH_TIMEOUT(session.state(), Session::State::Idle, WaitMilliseconds);
        QVERIFY(QFile::exists(path("how")));
        QVERIFY(session.failure().isEmpty());
        QCOMPARE(session.results().trials().size(), std::size_t(4));
    }

    void stopTerminatesWhatDoesNotListen() {
        write("events.jsonl", recordedRun(1, 1));
        pretend("trap '' INT\ncat events.jsonl\nwhile true; do sleep 0.05; done\n");
        Session session;
        ready(session);
        session.run();
        QTRY_VERIFY_WITH_TIMEOUT(!session.results().trials().empty(), WaitMilliseconds);
        session.stop();
        QTRY_COMPARE_WITH_TIMEOUT(session.state(), Session::State::Idle, WaitMilliseconds);
        QVERIFY(session.failure().isEmpty());
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
