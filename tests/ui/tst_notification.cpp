#include "core/experiment/codec.h"
#include "tests/ui/recorded_run.h"
#include "tests/ui/ui_test.h"
#include "ui/notification.h"
#include "ui/session.h"
#include "ui/settings.h"

#include <QFile>
#include <QSignalSpy>
#include <QWidget>

using namespace breakeven;

class TestNotification : public QObject, UiTest {
    Q_OBJECT

private Q_SLOTS:
    void init() {
        failOnAnyWarning();
        QSettings().clear();
        m_told.clear();
    }

    void aLongRunIsTold() {
        measure(12, "completed", false);
        QCOMPARE(m_told.size(), 1);
        QCOMPARE(m_told.front().first, QStringLiteral("Measured: A long one"));
        QVERIFY2(m_told.front().second.contains(QStringLiteral("tbb")), qPrintable(m_told.front().second));
    }

    void aShortOneIsNot() {
        measure(9, "completed", false);
        QVERIFY(m_told.isEmpty());
    }

    void norOneThatIsLookedAt() {
        measure(12, "completed", true);
        QVERIFY(m_told.isEmpty());
    }

    void norWhenThatIsNotWanted() {
        storeNotices(false);
        measure(12, "completed", false);
        QVERIFY(m_told.isEmpty());
    }

    void openingARunIsNoRun() {
        Session session;
        QWidget window;
        RunNotice notice(session, window, collector());
        run(12, "completed").openIn(session, path("run.jsonl"));
        session.saveSpec(path("spec.json"));
        QVERIFY(m_told.isEmpty());
    }

    void theDesktopIsAskedForNothingItLacks() {
        QWidget window;
        const Notice notice = desktopNotice(window);
        notice(QStringLiteral("title"), QStringLiteral("line"));
    }

private:
    static RecordedRun run(double seconds, const char* reason) {
        RecordedRun run("long");
        run.started().spec.title = "A long one";
        run.trial("serial", 1000, nineTimes(2e-3));
        run.trial("tbb", 1000, nineTimes(1e-3));
        run.add(RunFinished{reason, Seconds(seconds)});
        return run;
    }

    Notice collector() {
        return [this](const QString& title, const QString& line) { m_told.append({title, line}); };
    }

    /// A command line that has measured this already.
    void measure(double seconds, const char* reason, bool isLookedAt) {
        QFile events(path("events"));
        QVERIFY(events.open(QIODevice::WriteOnly));
        for (const Event& event : run(seconds, reason).events())
            events.write(QByteArray::fromStdString(writeEvent(event)) + '\n');
        events.close();
        QFile program(path("cli"));
        QVERIFY(program.open(QIODevice::WriteOnly));
        program.write("#!/bin/sh\n[ \"$1\" = list ] && exec '" + qgetenv("BREAKEVEN_BIN") +
                      "/breakeven-cli' \"$@\"\nsed '/^$/q' >/dev/null\ncat '" + path("events").toUtf8() + "'\n");
        program.close();
        QVERIFY(program.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner));
        qputenv("BREAKEVEN_CLI", path("cli").toUtf8());

        Session session;
        QWidget window;
        if (isLookedAt) {
            window.show();
            QVERIFY(QTest::qWaitForWindowActive(&window));
        }
        RunNotice notice(session, window, collector());
        QSignalSpy listed(&session, &Session::catalogChanged);
        session.loadCatalog();
        QVERIFY(listed.wait(20'000));
        session.run();
        QCOMPARE(session.state(), Session::State::Running);
        QTRY_COMPARE_WITH_TIMEOUT(session.state(), Session::State::Idle, 20'000);
    }

    QList<std::pair<QString, QString>> m_told;
};

QTEST_MAIN(TestNotification)
#include "tst_notification.moc"
