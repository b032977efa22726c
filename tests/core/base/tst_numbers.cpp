#include "core/base/numbers.h"

#include <QTest>

#include <limits>

using namespace breakeven;

namespace {

constexpr double Nan = std::numeric_limits<double>::quiet_NaN();
constexpr double Infinity = std::numeric_limits<double>::infinity();

QString shown(const std::string& utf8) {
    return QString::fromStdString(utf8);
}

void addRow(double value, const char* text) {
    QTest::newRow(text) << value << QString::fromUtf8(text);
}

void addColumns() {
    QTest::addColumn<double>("value");
    QTest::addColumn<QString>("text");
}

void compare(std::string (*format)(double)) {
    QFETCH(double, value);
    QFETCH(QString, text);
    QCOMPARE(QString::fromStdString(format(value)), text);
}

}  // namespace

class TestNumbers : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void seconds_data() {
        addColumns();
        addRow(18.2e-6, "18.2\u202fµs");
        addRow(1.24e-3, "1.24\u202fms");
        addRow(0.78e-9, "0.78\u202fns");
        addRow(999.4e-6, "999\u202fµs");
        addRow(999.6e-6, "1.00\u202fms");
        addRow(9.996e-3, "10.0\u202fms");
        addRow(99.96e-3, "100\u202fms");
        addRow(12, "12.0\u202fs");
        addRow(1234, "1\u202f230\u202fs");
        addRow(0, "0\u202fs");
        addRow(1e-13, "<0.01\u202fns");
        addRow(-1.24e-3, "\u22121.24\u202fms");
        addRow(Nan, "–");
    }
    void seconds() {
        compare([](double value) { return formatSeconds(Seconds(value)); });
    }

    void items_data() {
        addColumns();
        addRow(7, "7");
        addRow(1000, "1\u202f000");
        addRow(65536, "65\u202f536");
        addRow(100'000'000, "100\u202f000\u202f000");
        addRow(31234.5, "31\u202f200");
        addRow(12.34, "13");
        addRow(1.01, "2");
        addRow(0, "0");
        addRow(-1500, "\u22121\u202f500");
        addRow(Infinity, "–");
    }
    void countedItems() {
        QCOMPARE(shown(countItems(1)), QString("1 item"));
        QCOMPARE(shown(countSize(1)), QString("1 item"));
        QCOMPARE(shown(countSize(1e4)), shown(formatSize(1e4)) + " items");
        QCOMPARE(shown(countItems(31'234.5)), QString("31\u202f200 items"));
    }

    void items() {
        compare([](double value) { return formatItems(value); });
    }

    void size_data() {
        addColumns();
        addRow(10, "10");
        addRow(999, "999");
        addRow(1000, "1\u202fk");
        addRow(1500, "1.5\u202fk");
        addRow(65536, "65.5\u202fk");
        addRow(999'600, "1\u202fM");
        addRow(1e8, "100\u202fM");
        addRow(1e12, "1\u202fT");
        addRow(0, "0");
        addRow(Nan, "–");
    }
    void size() { compare(formatSize); }

    void ratio_data() {
        addColumns();
        addRow(1.844, "1.84×");
        addRow(0.92, "0.92×");
        addRow(1, "1.00×");
        addRow(12.34, "12.3×");
        addRow(1234, "1\u202f230×");
        addRow(0.999, "1.00×");
        addRow(0.0434, "0.043×");
        addRow(0.00434, "0.0043×");
        addRow(0.00001, "1/100\u202f000×");
        addRow(0.000132, "1/7\u202f580×");
        addRow(0, "0.00×");
        addRow(Nan, "–");
    }
    void ratio() {
        compare([](double value) { return formatRatio(value); });
    }

    void bytes_data() {
        addColumns();
        addRow(512, "512\u202fB");
        addRow(1.6e9, "1.60\u202fGB");
        addRow(999'999, "1.00\u202fMB");
        addRow(0, "0\u202fB");
        addRow(Nan, "–");
    }
    void bytes() { compare(formatBytes); }

    void intervalsTakeTheMiddlesUnit() {
        Summary summary;
        summary.count = 10;
        summary.median = Seconds(1.02e-3);
        QCOMPARE(shown(formatInterval(summary)), QString("1.02\u202fms (n too small)"));
        summary.interval = {Seconds(0.981e-3), Seconds(1.1e-3)};
        QCOMPARE(shown(formatInterval(summary)), QString("1.02\u202fms (0.98–1.10)"));
        summary.median = Seconds(0.9996e-3);
        QCOMPARE(shown(formatInterval(summary)), QString("1.00\u202fms (0.98–1.10)"));
    }

    void intervalEndsKeepThreeDigits() {
        Summary summary;
        summary.count = 10;
        summary.median = Seconds(1234);
        summary.interval = {Seconds(1226), Seconds(1243)};
        QCOMPARE(shown(formatInterval(summary)), QString("1\u202f230\u202fs (1\u202f230–1\u202f240)"));
        summary.median = Seconds(9.98e-3);
        summary.interval = {Seconds(9.9e-3), Seconds(10.13e-3)};
        QCOMPARE(shown(formatInterval(summary)), QString("9.98\u202fms (9.90–10.1)"));
    }

    void intervalEndsAboveZeroNeverReadZero() {
        Summary summary;
        summary.count = 10;
        summary.median = Seconds(12.3e-3);
        summary.interval = {Seconds(1e-6), Seconds(12.6e-3)};
        QCOMPARE(shown(formatInterval(summary)), QString("12.3\u202fms (<0.1–12.6)"));
        summary.interval = {Seconds(0), Seconds(Infinity)};
        QCOMPARE(shown(formatInterval(summary)), QString("12.3\u202fms (0––)"));
        QCOMPARE(shown(formatRatio(1.84, Interval<Ratio>{0.001, 1.9})), QString("1.84× (<0.01–1.90)"));
        QCOMPARE(shown(formatRatio(0.0434, Interval<Ratio>{0.0411, 0.0502})), QString("0.043× (0.041–0.050)"));
    }

    void itemIntervals() {
        QCOMPARE(shown(formatItems(Interval<double>{27'954.2, 36'012.9})), QString("28\u202f000–36\u202f000"));
    }

    void ratiosCarryTheirInterval() {
        QCOMPARE(shown(formatRatio(1.844, Interval<Ratio>{1.791, 1.876})), QString("1.84× (1.79–1.88)"));
        QCOMPARE(shown(formatRatio(0.00075, Interval<Ratio>{0.00045, 0.0011})),
                 QString("1/1\u202f330× (1/2\u202f220–1/909)"));
        QCOMPARE(shown(formatRatio(1.844, std::nullopt)), QString("1.84× (n too small)"));
        QCOMPARE(shown(formatRatio(Nan, std::nullopt)), QString("–"));
    }
};

QTEST_GUILESS_MAIN(TestNumbers)
#include "tst_numbers.moc"
