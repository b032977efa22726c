#include "core/os/clock.h"

#include <QtCore/QRegularExpression>
#include <QtTest/QTest>

#include <limits>
#include <string>

using namespace breakeven;

class TestClock : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void tickIsPositiveSmallAndRemembered() {
        QVERIFY(clockTick() > Seconds(0));
        QVERIFY(clockTick() < Seconds(1e-3));
        QCOMPARE(clockTick().count(), clockTick().count());
    }

    void waitsThatNobodyLivesToSeeAreLong() {
        for (const double wait :
             {1e10, 1e300, std::numeric_limits<double>::infinity(), std::numeric_limits<double>::quiet_NaN()})
            QVERIFY2(endOfWait(Seconds(wait)) > Clock::now() + std::chrono::hours(24), std::to_string(wait).c_str());
        const auto atOnce = endOfWait(Seconds(-1e300));
        QVERIFY(atOnce <= Clock::now());
    }

    void utcNowHasTheFormOfTheRunFiles() {
        const QRegularExpression form("^20[0-9]{2}-[01][0-9]-[0-3][0-9]T[0-2][0-9]:[0-5][0-9]:[0-6][0-9]Z$");
        QVERIFY2(form.match(QString::fromStdString(utcNow())).hasMatch(), utcNow().c_str());
    }
};

QTEST_GUILESS_MAIN(TestClock)
#include "tst_clock.moc"
