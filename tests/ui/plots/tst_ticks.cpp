#include "tests/ui/ui_test.h"
#include "ui/plots/ticks.h"

#include <QRegularExpression>
#include <QSet>

#include <algorithm>

using namespace breakeven;

namespace {

Axis axis(Quantity quantity, AxisScale scale, double low, double high) {
    return {quantity == Quantity::Duration ? "Runtime (s)" : "Axis", quantity, scale, {low, high}};
}

QStringList labels(const Ticks& ticks) {
    QStringList texts;
    for (const Tick& tick : ticks.major)
        texts += tick.label;
    return texts;
}

}  // namespace

class TestTicks : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { failOnAnyWarning(); }

    void sizesReadInThousandsAndMillions() {
        QCOMPARE(
            labels(ticksFor(axis(Quantity::Items, AxisScale::Log, 10, 1e8), 10)),
            QStringList({"10", "100", "1\u202fk", "10\u202fk", "100\u202fk", "1\u202fM", "10\u202fM", "100\u202fM"}));
    }

    void linearTimesCarryTheirUnitInTheTitle() {
        const Ticks ticks = ticksFor(axis(Quantity::Duration, AxisScale::Linear, 0, 0.05), 6);
        QCOMPARE(ticks.title, QStringLiteral("Runtime (ms)"));
        QCOMPARE(labels(ticks), QStringList({"0", "10", "20", "30", "40", "50"}));
    }

    void logarithmicTimesCarryTheirUnitInTheLabel() {
        const Ticks ticks = ticksFor(axis(Quantity::Duration, AxisScale::Log, 1e-8, 1), 12);
        QCOMPARE(ticks.title, QStringLiteral("Runtime"));
        QCOMPARE(labels(ticks).first(), QStringLiteral("10\u202fns"));
        QVERIFY(labels(ticks).contains(QStringLiteral("1\u202fµs")));
        QCOMPARE(labels(ticks).last(), QStringLiteral("1\u202fs"));
    }

    void workersDouble() {
        QCOMPARE(labels(ticksFor(axis(Quantity::Workers, AxisScale::Log, 1, 8), 8)), QStringList({"1", "2", "4", "8"}));
    }

    void numbersWithoutAUnitAreShortened() {
        QCOMPARE(labels(ticksFor(axis(Quantity::Number, AxisScale::Log, 10, 1e5), 8)),
                 QStringList({"10", "100", "1000", "10\u202fk", "100\u202fk"}));
    }

    void closeUpNoTwoLabelsAreEqual_data() {
        QTest::addColumn<int>("quantity");
        QTest::addColumn<bool>("logarithmic");
        for (const Quantity quantity : {Quantity::Items, Quantity::Chunk, Quantity::Duration, Quantity::Speedup,
                                        Quantity::Workers, Quantity::Share, Quantity::Number}) {
            for (const bool logarithmic : {false, true})
                QTest::addRow("%d %d", int(quantity), int(logarithmic)) << int(quantity) << logarithmic;
        }
    }

    void closeUpNoTwoLabelsAreEqual() {
        QFETCH(int, quantity);
        QFETCH(bool, logarithmic);
        for (const double low : {3.0, 1'234.0, 54'321.0, 9.9e7}) {
            for (const double width : {1e-1, 1e-2, 1e-3, 1e-4}) {
                if (countsThings(Quantity(quantity)) && low * width < 2) continue;
                const Ticks ticks = ticksFor(
                    axis(Quantity(quantity), logarithmic ? AxisScale::Log : AxisScale::Linear, low, low * (1 + width)),
                    8);
                QVERIFY(ticks.major.size() >= 2);
                const QStringList texts = labels(ticks);
                QCOMPARE(QSet<QString>(texts.begin(), texts.end()).size(), texts.size());
            }
        }
    }

    void withinTheRangeAndTheRoom_data() {
        QTest::addColumn<int>("quantity");
        QTest::addColumn<bool>("logarithmic");
        QTest::addColumn<double>("low");
        QTest::addColumn<double>("high");
        int row = 0;
        for (const Quantity quantity : {Quantity::Items, Quantity::Chunk, Quantity::Duration, Quantity::Speedup,
                                        Quantity::Workers, Quantity::Share, Quantity::Number}) {
            const bool counted =
                quantity == Quantity::Items || quantity == Quantity::Chunk || quantity == Quantity::Workers;
            for (const double low : {1e-9, 3e-5, 0.7, 1.0, 40.0}) {
                if (counted && low < 0.5) continue;
                for (const double factor : {1.2, 3.0, 40.0, 1e4, 1e9}) {
                    for (const bool logarithmic : {false, true}) {
                        QTest::addRow("%d", row++)
                            << static_cast<int>(quantity) << logarithmic << (logarithmic ? low : 0) << low * factor;
                    }
                }
            }
        }
    }

    void withinTheRangeAndTheRoom() {
        QFETCH(int, quantity);
        QFETCH(bool, logarithmic);
        QFETCH(double, low);
        QFETCH(double, high);
        constexpr int Most = 8;
        const Ticks ticks = ticksFor(
            axis(static_cast<Quantity>(quantity), logarithmic ? AxisScale::Log : AxisScale::Linear, low, high), Most);
        QVERIFY(ticks.major.size() <= Most + 1);
        QVERIFY(std::is_sorted(ticks.major.begin(), ticks.major.end(),
                               [](const Tick& a, const Tick& b) { return a.value < b.value; }));
        static const QRegularExpression zero(QStringLiteral("^-?0\\.0*(\\D|$)"));
        QSet<QString> seen;
        for (const Tick& tick : ticks.major) {
            QVERIFY(tick.value >= low * 0.999 && tick.value <= high * 1.001);
            QVERIFY2(!zero.match(tick.label).hasMatch(), qPrintable(tick.label));
            QVERIFY2(!tick.label.contains(u'e'), qPrintable(tick.label));
            QVERIFY2(!seen.contains(tick.label), qPrintable(tick.label));
            seen += tick.label;
        }
    }

    void aShortLogarithmicAxisHasTwoTicks() {
        for (const double high : {2.2, 2.9, 3.4})
            QVERIFY(ticksFor({"Share (%)", Quantity::Share, AxisScale::Log, {1.3, high}}, 2).major.size() >= 2);
    }
};

QTEST_MAIN(TestTicks)
#include "tst_ticks.moc"
