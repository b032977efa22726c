#include "core/experiment/ranges.h"

#include <QtTest>

#include <string>

using namespace breakeven;

namespace {

template <class T>
QString shown(const Result<std::vector<T>>& values) {
    if (!values) return QString::fromStdString(values.error().detail);
    QStringList texts;
    for (const T value : *values)
        texts << QString::number(value);
    return texts.join(' ');
}

}  // namespace

class TestRanges : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void sizes_data() {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char* text, const char* expected) { QTest::newRow(text) << text << expected; };
        row("100", "100");
        row("100,200,500", "100 200 500");
        row(" 500 , 100,500", "100 500");
        row("1e6", "1000000");
        row("1.5e3", "1500");
        row("1e12", "1000000000000");
        row("10:1e8", "10 100 1000 10000 100000 1000000 10000000 100000000");
        row("10:5000", "10 100 1000");
        row("5:5", "5");
        row("10:100:x2", "10 20 40 80");
        row("1:10:x1.5", "1 2 3 5 8");
        row("1:9:+1", "1 2 3 4 5 6 7 8 9");
        row("100:2000:+500", "100 600 1100 1600");
        row("10:1e6:n6", "10 100 1000 10000 100000 1000000");
        row("1:4:n9", "1 2 3 4");
        row("7:7:n2", "7");
        row("3,10:1000,50", "3 10 50 100 1000");
    }

    void sizes() {
        QFETCH(QString, text);
        QTEST(shown(parseSizes(text.toStdString())), "expected");
    }

    void sizeErrors_data() {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("expected");
        const auto plain = [](const char* text) {
            QTest::newRow(text) << text
                                << QString("sizes: '%1' is not allowed (whole numbers from 1 to 1e12)").arg(text);
        };
        for (const char* text : {"0", "-5", "1e300", "1e400", "abc", "", "10:", ":5", "1.5", "1000000000001", "inf",
                                 "nan", "all", "-1", "0:10", "0x10", "1e6x", "99999999999999999999999", "1:abc:+1"}) {
            plain(text);
        }
        const auto row = [](const char* text, const char* expected) { QTest::newRow(text) << text << expected; };
        row("10,,20", "sizes: '' is not allowed (whole numbers from 1 to 1e12)");
        row("10,", "sizes: '' is not allowed (whole numbers from 1 to 1e12)");
        row("5:1", "sizes: '5:1' is not allowed (the end of a range is not below its start)");
        const std::string steps =
            "' is not allowed (steps are xFACTOR above 1, +STEP from 1 or nPOINTS from 2, as in 10:1e6:x2)";
        for (const char* text : {"1:9:+0", "1:9:x1", "1:9:x0", "1:9:x-2", "10:1e6:n1", "10:1e6:n1.5", "1:9:", "1:9:2",
                                 "1:9:+", "1:9:xinf", "1:9:+1.5", "1:9:+1:3"}) {
            QTest::newRow(text) << text << QString::fromStdString("sizes: '" + std::string(text) + steps);
        }
        row("1:1e12:+1", "sizes: '1:1e12:+1' is not allowed (at most 10 000 values)");
        row("1:1e12:x1.0001", "sizes: '1:1e12:x1.0001' is not allowed (at most 10 000 values)");
        row("1:1e12:n10001", "sizes: '1:1e12:n10001' is not allowed (at most 10 000 values)");
        row("1:6000:+1,1:6000:+1", "sizes: '1:6000:+1,1:6000:+1' is not allowed (at most 10 000 values)");
        row("a\nb", "sizes: 'a b' is not allowed (whole numbers from 1 to 1e12)");
    }

    void sizeErrors() {
        QFETCH(QString, text);
        const auto sizes = parseSizes(text.toStdString());
        QTEST(shown(sizes), "expected");
        QVERIFY(!sizes);
        QCOMPARE(sizes.error().code, ErrorCode::InvalidInput);
    }

    void longValuesAreClipped() {
        const auto sizes = parseSizes(std::string(100'000, '9'));
        QVERIFY(!sizes);
        QVERIFY(sizes.error().detail.size() < 200);
    }

    void tenThousandSizesAreAllowed() {
        const auto sizes = parseSizes("1:10000:+1");
        QVERIFY(sizes);
        QCOMPARE(sizes->size(), std::size_t{10'000});
    }

    void workers_data() {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char* text, const char* expected) { QTest::newRow(text) << text << expected; };
        row("1,2,4", "1 2 4");
        row("1:8:x2", "1 2 4 8");
        row("1:4", "1 2 3 4");
        row("-1", "8");
        row("-2", "7");
        row("-8", "1");
        row("-100", "1");
        row("1.5x", "12");
        row("0.01x", "1");
        row("all", "8");
        row("physical", "4");
        row("all,physical,-1", "4 8");
        row("1:all:x2", "1 2 4 8");
        row("1024", "1024");
    }

    void workers() {
        QFETCH(QString, text);
        QTEST(shown(parseWorkers(text.toStdString(), {8, 4})), "expected");
    }

    void workerErrors_data() {
        QTest::addColumn<QString>("text");
        for (const char* text : {"0", "1025", "200x", "-1.5", "1.5", "x", "-x", "0x", "ALL", "", "1e9", "-1x"}) {
            QTest::newRow(text) << text;
        }
    }

    void workerErrors() {
        QFETCH(QString, text);
        QCOMPARE(shown(parseWorkers(text.toStdString(), {8, 4})),
                 "workers: '" + text +
                     "' is not allowed (whole numbers from 1 to 1024, -1 for all CPUs, -2 for all but one, 1.5x, all "
                     "or physical)");
    }
};

QTEST_GUILESS_MAIN(TestRanges)
#include "tst_ranges.moc"
