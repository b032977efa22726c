#include "ui/run_names.h"

#include <QDateTime>
#include <QTest>

using namespace breakeven;

namespace {

RunEntry run(const char* title, const char* startedAt) {
    RunEntry entry;
    entry.title = title;
    entry.startedAt = startedAt;
    return entry;
}

QString local(const char* startedAt, const char* format) {
    return QDateTime::fromString(QLatin1String(startedAt), Qt::ISODate).toLocalTime().toString(QLatin1String(format));
}

}  // namespace

class TestRunNames : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void titlesThatDifferAreEnough() {
        const std::vector runs{run("before", "2026-11-21T10:00:00Z"), run("after", "2026-11-21T10:00:00Z")};
        QCOMPARE(runNames(runs), (std::vector<QString>{"before", "after"}));
    }

    void runsOfOneTitleAndDayAreToldByTheirTime() {
        const std::vector runs{run("same", "2026-11-21T12:10:00Z"), run("same", "2026-11-21T12:20:00Z")};
        QCOMPARE(runNames(runs), (std::vector<QString>{local("2026-11-21T12:10:00Z", "HH:mm"),
                                                       local("2026-11-21T12:20:00Z", "HH:mm")}));
    }

    void otherDaysAreNamed() {
        const std::vector runs{run("same", "2026-11-11T12:10:00Z"), run("same", "2026-11-21T12:10:00Z")};
        QCOMPARE(runNames(runs).front(), local("2026-11-11T12:10:00Z", "yyyy-MM-dd HH:mm"));
    }

    void aTitleOfItsOwnStaysAlone() {
        const std::vector runs{run("same", "2026-11-21T12:10:00Z"), run("same", "2026-11-21T12:20:00Z"),
                               run("other", "2026-11-21T12:30:00Z")};
        QCOMPARE(runNames(runs), (std::vector<QString>{"same, " + local("2026-11-21T12:10:00Z", "HH:mm"),
                                                       "same, " + local("2026-11-21T12:20:00Z", "HH:mm"), "other"}));
    }

    void runsOfOneMinuteAreToldByTheirSecond() {
        const std::vector runs{run("same", "2026-11-21T12:10:01Z"), run("same", "2026-11-21T12:10:02Z")};
        QCOMPARE(runNames(runs).back(), local("2026-11-21T12:10:02Z", "HH:mm:ss"));
    }

    void whatNothingTellsApartIsNumbered() {
        const std::vector runs{run("same", "2026-11-21T12:10:01Z"), run("same", "2026-11-21T12:10:01Z"),
                               run("same", "")};
        const auto names = runNames(runs);
        QCOMPARE(names[1], names[0] + " (2)");
        QVERIFY(names[2] != names[0] && names[2] != names[1]);
    }
};

QTEST_GUILESS_MAIN(TestRunNames)
#include "tst_run_names.moc"
