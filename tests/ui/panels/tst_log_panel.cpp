#include "tests/ui/recorded_run.h"
#include "tests/ui/ui_test.h"
#include "ui/panels/log_panel.h"

#include <QRegularExpression>

using namespace breakeven;

class TestLogPanel : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { failOnAnyWarning(); }

    void linesHaveTheTimeOfDay() {
        LogPanel log;
        log.add(QStringLiteral("Started: square"));
        const QRegularExpression line(QStringLiteral("^\\d\\d:\\d\\d:\\d\\d  Started: square$"));
        QVERIFY2(line.match(log.toPlainText()).hasMatch(), qPrintable(log.toPlainText()));
        QVERIFY(log.isReadOnly());
    }

    void onlyWhatIsNewIsAdded() {
        LogPanel log;
        RecordedRun run("run");
        run.add(Note{"the first note"});
        log.follow(run.results());
        log.follow(run.results());
        QCOMPARE(log.blockCount(), 1);
        run.add(Note{"the second note"});
        log.follow(run.results());
        QCOMPARE(log.blockCount(), 2);
        QVERIFY(log.toPlainText().endsWith(QStringLiteral("the second note")));
    }

    void failuresAreNamedOnce() {
        LogPanel log;
        RecordedRun run("run");
        const int failed = run.trial("tbb", 10'000, {});
        run.add(TrialFailed{failed, 0, TrialStatus::Crashed, "signal 11"});
        log.follow(run.results());
        log.follow(run.results());
        QCOMPARE(log.blockCount(), 1);
        QVERIFY2(log.toPlainText().endsWith(QStringLiteral("tbb, 10\u202f000 items, crashed: signal 11")),
                 qPrintable(log.toPlainText()));
    }

    void aNewRunIsFollowedFromItsStart() {
        LogPanel log;
        RecordedRun first("first");
        first.add(Note{"of the first"});
        log.follow(first.results());
        log.follow(Results());
        RecordedRun second("second");
        second.add(Note{"of the second"});
        log.follow(second.results());
        QCOMPARE(log.blockCount(), 2);
        QVERIFY(log.toPlainText().endsWith(QStringLiteral("of the second")));
    }

    void theOldestLinesGoFirst() {
        LogPanel log;
        for (int i = 0; i < 6000; ++i)
            log.add(QString::number(i));
        QCOMPARE(log.blockCount(), 5000);
        QVERIFY(log.toPlainText().endsWith(QStringLiteral("  5999")));
    }
};

QTEST_MAIN(TestLogPanel)
#include "tst_log_panel.moc"
