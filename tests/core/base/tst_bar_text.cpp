#include "core/base/bar_text.h"

#include <QtTest>

using namespace breakeven;

class TestBarText : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void times() {
        QCOMPARE(clockText(Seconds(0)), std::string("00:00"));
        QCOMPARE(clockText(Seconds(72.4)), std::string("01:12"));
        QCOMPARE(clockText(Seconds(3723)), std::string("1:02:03"));
        QCOMPARE(clockText(Seconds(-5)), std::string("00:00"));
        QCOMPARE(clockText(Seconds(1e12)), std::string("100:00:00"));
    }

    void percentagesAreNotRoundedUp() {
        QCOMPARE(percentText(0.999), std::string(" 99%"));
        QCOMPARE(percentText(1), std::string("100%"));
        QCOMPARE(percentText(-1), std::string("  0%"));
    }

    void cellsFillInEighths() {
        QCOMPARE(barCells(0, 3), std::string("   "));
        QCOMPARE(barCells(0.5, 3), std::string("█▌ "));
        QCOMPARE(barCells(1.0 / 24, 3), std::string("▏  "));
        QCOMPARE(barCells(2, 3), std::string("███"));
    }

    void columnsAreCharacters() {
        QCOMPARE(columnsOf("a█é"), std::size_t{3});
        QCOMPARE(cutTo("a█éb", 2), std::string("a█"));
        QCOMPARE(cutTo("ab", 9), std::string("ab"));
    }
};

QTEST_GUILESS_MAIN(TestBarText)
#include "tst_bar_text.moc"
