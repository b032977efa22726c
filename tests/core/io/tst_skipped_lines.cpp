#include "core/io/skipped_lines.h"

#include <QtTest>

#include <string>
#include <vector>

using namespace breakeven;

class TestSkippedLines : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void noLineIsNoWarning() { QVERIFY(SkippedLines("t.csv").warnings().empty()); }

    void eachLineIsNamedWithItsReason() {
        SkippedLines skipped("t.csv");
        skipped.add(12, "odd");
        skipped.add(3, "even");
        QCOMPARE(skipped.warnings(), (std::vector<std::string>{"t.csv: line 12 is skipped: odd",  //
                                                               "t.csv: line 3 is skipped: even"}));
    }

    void otherPlacesAreNamed() {
        SkippedLines skipped("t.json", "benchmark");
        for (std::size_t number = 1; number <= 22; ++number)
            skipped.add(number, "odd");
        QCOMPARE(skipped.warnings().front(), std::string("t.json: benchmark 1 is skipped: odd"));
        QCOMPARE(skipped.warnings().back(), std::string("t.json: 2 more benchmarks are skipped"));
    }

    void aPartOfAPlaceIsNamed() {
        SkippedLines skipped("t.csv", "line", "interval");
        for (std::size_t number = 1; number <= 22; ++number)
            skipped.add(number, "odd");
        QCOMPARE(skipped.warnings().front(), std::string("t.csv: the interval of line 1 is skipped: odd"));
        QCOMPARE(skipped.warnings().back(), std::string("t.csv: 2 more intervals are skipped"));
    }

    void theRestIsCounted_data() {
        QTest::addColumn<std::size_t>("lines");
        QTest::addColumn<std::size_t>("warnings");
        QTest::addColumn<QString>("last");
        QTest::newRow("20") << std::size_t{20} << std::size_t{20} << "t.csv: line 20 is skipped: odd";
        QTest::newRow("21") << std::size_t{21} << std::size_t{21} << "t.csv: 1 more line is skipped";
        QTest::newRow("22") << std::size_t{22} << std::size_t{21} << "t.csv: 2 more lines are skipped";
        QTest::newRow("many") << std::size_t{1'000'020} << std::size_t{21} << "t.csv: 1000000 more lines are skipped";
    }

    void theRestIsCounted() {
        QFETCH(std::size_t, lines);
        QFETCH(std::size_t, warnings);
        SkippedLines skipped("t.csv");
        for (std::size_t line = 1; line <= lines; ++line)
            skipped.add(line, "odd");
        QCOMPARE(skipped.warnings().size(), warnings);
        QTEST(QString::fromStdString(skipped.warnings().back()), "last");
    }
};

QTEST_GUILESS_MAIN(TestSkippedLines)
#include "tst_skipped_lines.moc"
