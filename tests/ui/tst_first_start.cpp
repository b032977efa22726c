#include "core/experiment/codec.h"
#include "core/experiment/plan.h"
#include "tests/ui/recorded_run.h"
#include "tests/ui/ui_test.h"
#include "ui/first_start.h"
#include "ui/panels/headline_panel.h"
#include "ui/session.h"
#include "ui/settings.h"

#include <QFile>
#include <QLabel>
#include <QSignalSpy>

using namespace breakeven;

namespace {

constexpr int WaitMilliseconds = 20'000;

}  // namespace

class TestFirstStart : public QObject, UiTest {
    Q_OBJECT

private Q_SLOTS:
    void init() {
        failOnAnyWarning();
        QSettings().clear();
        pretend();
    }

    void somethingSmallIsMeasuredByItself() {
        Session session;
        const HeadlinePanel panel(session);
        start(session);
        QTRY_COMPARE_WITH_TIMEOUT(session.spec().name, std::string(FirstLook), WaitMilliseconds);
        QTRY_VERIFY_WITH_TIMEOUT(session.results().finished().has_value(), WaitMilliseconds);
        QTRY_COMPARE_WITH_TIMEOUT(session.state(), Session::State::Idle, WaitMilliseconds);
        QVERIFY(session.failure().isEmpty());
        QVERIFY(!storedFirstStart());
        const QString told = panel.findChild<QLabel*>(QStringLiteral("activityLabel"))->text();
        QVERIFY2(
            told.startsWith(QStringLiteral("This is overhead versus size, measured just now on this machine in 6")),
            qPrintable(told));

        pretend("another");
        session.run();
        QTRY_COMPARE_WITH_TIMEOUT(session.results().run().runId, std::string("another"), WaitMilliseconds);
        QTRY_COMPARE_WITH_TIMEOUT(session.state(), Session::State::Idle, WaitMilliseconds);
        const QString again = panel.findChild<QLabel*>(QStringLiteral("activityLabel"))->text();
        QVERIFY2(again.startsWith(QStringLiteral("Complete: ")), qPrintable(again));  // the user asked for this one
    }

    void itTakesFewSeconds() {
        Session session;
        start(session);
        QTRY_COMPARE_WITH_TIMEOUT(session.spec().name, std::string(FirstLook), WaitMilliseconds);
        QVERIFY(session.spec().stopping.maxTime <= Seconds(7));
        const Result<Plan> plan = makePlan(session.spec(), session.catalog(), {2, 2});
        QVERIFY(plan);
        QVERIFY(plan->trials.size() <= 24);
    }

    void laterStartsMeasureNothing() {
        storeFirstStart(false);
        Session session;
        start(session);
        QCOMPARE(session.spec().name, std::string(Session::DefaultExperiment));
        QCoreApplication::processEvents();
        QCOMPARE(session.state(), Session::State::Idle);
    }

    void whatTheUserOpensComesFirst() {
        Session session;
        measureAtFirstStart(session);
        run("mine").openIn(session, path("run.jsonl"));
        QSignalSpy listed(&session, &Session::catalogChanged);
        session.loadCatalog();
        QVERIFY(listed.wait(WaitMilliseconds));
        QCoreApplication::processEvents();
        QCOMPARE(session.state(), Session::State::Idle);
        QCOMPARE(session.spec().name, std::string("mine"));
        QVERIFY(storedFirstStart());
    }

private:
    static RecordedRun run(const std::string& id) {
        RecordedRun run(id);
        run.trial("serial", 1000, nineTimes(2e-3));
        run.trial("tbb", 1000, nineTimes(1e-3));
        run.add(RunFinished{"completed", Seconds(6)});
        return run;
    }

    /// A command line that knows the real catalogue and has measured already.
    void pretend(const char* runId = FirstLook) {
        QFile events(path("events"));
        QVERIFY(events.open(QIODevice::WriteOnly | QIODevice::Truncate));
        RecordedRun measured = run(FirstLook);
        measured.started().runId = runId;
        for (const Event& event : measured.events())
            events.write(QByteArray::fromStdString(writeEvent(event)) + '\n');
        events.close();
        QFile program(path("cli"));
        QVERIFY(program.open(QIODevice::WriteOnly | QIODevice::Truncate));
        program.write("#!/bin/sh\n[ \"$1\" = list ] && exec '" + qgetenv("BREAKEVEN_BIN") +
                      "/breakeven-cli' \"$@\"\nsed '/^$/q' >/dev/null\ncat '" + path("events").toUtf8() + "'\n");
        program.close();
        QVERIFY(program.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner));
        qputenv("BREAKEVEN_CLI", path("cli").toUtf8());
    }

    static void start(Session& session) {
        measureAtFirstStart(session);
        QSignalSpy listed(&session, &Session::catalogChanged);
        session.loadCatalog();
        QVERIFY(listed.wait(WaitMilliseconds));
    }
};

QTEST_MAIN(TestFirstStart)
#include "tst_first_start.moc"
