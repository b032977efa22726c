#include "core/base/parse.h"
#include "core/experiment/wording.h"

#include <QtTest>

#include <cmath>
#include <limits>
#include <string>

using namespace breakeven;

class TestWording : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aTextStaysOnOneLine_data() {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("line");
        const auto row = [](const char* name, const QByteArray& text, const QByteArray& line) {
            QTest::newRow(name) << text << line;
        };
        row("empty", "", "");
        row("plain", "10:1e6", "10:1e6");
        row("line ends", "a\nb\r\nc", "a b  c");
        row("control characters", QByteArray("a\0b\t\x1b[1m\x7f", 9), "a b  [1m ");
        row("umlauts", "Grüße …", "Grüße …");
        row("longest", QByteArray(60, 'x'), QByteArray(60, 'x'));
        row("too long", QByteArray(61, 'x'), QByteArray(60, 'x') + "…");
        row("a character across the limit", QByteArray(59, 'x') + "üb", QByteArray(59, 'x') + "…");
        row("a character up to the limit", QByteArray(58, 'x') + "üb", QByteArray(58, 'x') + "ü…");
        row("no characters at all", QByteArray(100, '\x80'), "…");
    }

    void aTextStaysOnOneLine() {
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, line);
        QCOMPARE(QByteArray::fromStdString(oneLine(text.toStdString())), line);
        QCOMPARE(QByteArray::fromStdString(inQuotes(text.toStdString())), "'" + line + "'");
    }

    void anErrorNamesFieldValueAndWhatIsAllowed() {
        const Error error = notAllowed("sizes", "'-5'", "whole numbers from 1 to 1e12");
        QCOMPARE(error.detail, std::string("sizes: '-5' is not allowed (whole numbers from 1 to 1e12)"));
        QCOMPARE(error.code, ErrorCode::InvalidInput);
    }

    void choicesSuggestOnlyWhatIsNear_data() {
        QTest::addColumn<QString>("wrong");
        QTest::addColumn<QString>("suggestion");
        QTest::newRow("nothing typed") << ""
                                       << "";
        QTest::newRow("one letter too few") << "squar"
                                            << "square";
        QTest::newRow("one letter too many") << "squaree"
                                             << "square";
        QTest::newRow("another letter") << "sqbare"
                                        << "square";
        QTest::newRow("two letters swapped") << "sqaure"
                                             << "square";
        QTest::newRow("half the word") << "squ"
                                       << "";
        QTest::newRow("a short word by one letter") << "tbc"
                                                    << "tbb";
        QTest::newRow("a short word by two letters") << "tcc"
                                                     << "";
        QTest::newRow("something else") << "mandelbrot"
                                        << "";
        QTest::newRow("a whole page") << QString(100'000, 's') << "";
    }

    void choicesSuggestOnlyWhatIsNear() {
        QFETCH(QString, wrong);
        QFETCH(QString, suggestion);
        const QString expected =
            "square, sleep-square, tbb" + (suggestion.isEmpty() ? "" : "; did you mean '" + suggestion + "'?");
        QCOMPARE(QString::fromStdString(choices({"square", "sleep-square", "tbb"}, wrong.toStdString())), expected);
    }

    void ofTwoEquallyNearTheFirstIsSuggested() {
        QCOMPARE(choices({"cold", "bold"}, "gold"), std::string("cold, bold; did you mean 'cold'?"));
    }

    void noChoicesAreNoText() { QCOMPARE(choices({}, "square"), std::string()); }

    void numbersReadAsTheyWereTyped_data() {
        QTest::addColumn<double>("number");
        QTest::addColumn<QString>("text");
        const auto row = [](double number, const char* text) { QTest::newRow(text) << number << text; };
        row(0, "0");
        row(-1024, "-1024");
        row(1e6, "1000000");
        row(0.02, "0.02");
        row(3600.5, "3600.5");
        row(1.0 / 3, "0.3333333333333333");
        row(999'999'999'999'999, "999999999999999");
        row(1e15, "1e+15");
        row(1e300, "1e+300");
        row(5e-324, "5e-324");
        row(std::numeric_limits<double>::max(), "1.7976931348623157e+308");
        row(HUGE_VAL, "inf");
    }

    void numbersReadAsTheyWereTyped() {
        QFETCH(double, number);
        QFETCH(QString, text);
        QCOMPARE(QString::fromStdString(numberText(number)), text);
        QVERIFY(parseWhole<double>(text.toStdString()) == number);
    }

    void oddNumbersHaveATextToo() {
        QCOMPARE(numberText(std::nan("")), std::string("nan"));
        QCOMPARE(numberText(-0.0), std::string("0"));
    }
};

QTEST_GUILESS_MAIN(TestWording)
#include "tst_wording.moc"
