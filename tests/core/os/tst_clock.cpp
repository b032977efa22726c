#include "core/os/clock.h"

#include <QtCore/QRegularExpression>
#include <QtTest/QTest>

using namespace breakeven;

class TestClock : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void tickIsPositiveSmallAndRemembered() {
        QVERIFY(clockTick() > Seconds(0));
        QVERIFY(clockTick() < Seconds(1e-3));
        QCOMPARE(clockTick().count(), clockTick().count());
    }

    void utcNowHasTheFormOfTheRunFiles() {
        const QRegularExpression form("^20[0-9]{2}-[01][0-9]-[0-3][0-9]T[0-2][0-9]:[0-5][0-9]:[0-6][0-9]Z$");
        QVERIFY2(form.match(QString::fromStdString(utcNow())).hasMatch(), utcNow().c_str());
    }
};

QTEST_GUILESS_MAIN(TestClock)
#include "tst_clock.moc"
