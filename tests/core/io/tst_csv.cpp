#include "core/io/csv.h"

#include <QtTest>

#include <array>

using namespace breakeven;

namespace {

constexpr std::array<std::string_view, 2> Two{"a", "b"};

}  // namespace

class TestCsv : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void cellsSurvive_data() {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("cell");
        const auto row = [](const char* text, const char* cell) {
            QTest::newRow(cell) << QByteArray(text) << QByteArray(cell);
        };
        row("plain", "plain");
        row("", "");
        row("a,b", "\"a,b\"");
        row("say \"hi\"", "\"say \"\"hi\"\"\"");
        row("\"", "\"\"\"\"");
        row("two\nlines", "\"two\nlines\"");
        row("carriage\rreturn", "\"carriage\rreturn\"");
        row("Grüße", "Grüße");
        row("=1+1", "'=1+1");
        row("+1", "'+1");
        row("-1", "'-1");
        row("@x", "'@x");
        row("\tx", "'\tx");
        row("\rx", "\"'\rx\"");
        row("=a,b", "\"'=a,b\"");
        row("'=x", "''=x");
        row("''-x", "'''-x");
        row("'quoted'", "'quoted'");
        row("'", "'");
        row("a=b", "a=b");
    }

    void cellsSurvive() {
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, cell);
        const auto line = CsvRow().text(text.toStdString()).text("end").line();
        QCOMPARE(QByteArray::fromStdString(line), cell + ",end\n");
        for (const char* end : {"\n", "\r\n", ""}) {
            const auto table = readCsv("a,b\n" + line.substr(0, line.size() - 1) + end, "t.csv", Two);
            QVERIFY(table);
            QCOMPARE(table->rows.size(), std::size_t{1});
            QCOMPARE(QByteArray::fromStdString(table->rows[0].text("a")), text);
            QCOMPARE(table->rows[0].text("b"), std::string("end"));
        }
    }

    void numbersStayNumbers() {
        QCOMPARE(CsvRow().number(-5.0).number(0.1).number(1e-9).number(1e8).line(),
                 std::string("-5,0.1,1e-09,100000000\n"));
        QCOMPARE(CsvRow().number(1.0 / 0.0).number(std::optional<double>()).blank(2).line(), std::string(",,,\n"));
        QCOMPARE(CsvRow().blank().count(std::uint64_t{7}).line(), std::string(",7\n"));
        const auto table = readCsv("a,b\n-1.5,18446744073709551615\n1e999,-1\n", "t.csv", Two);
        QVERIFY(table);
        QCOMPARE(table->rows[0].number("a"), std::optional(-1.5));
        QVERIFY(!table->rows[0].seconds("a"));
        QCOMPARE(table->rows[0].count("b"), std::optional(18'446'744'073'709'551'615U));
        QVERIFY(!table->rows[0].integer("b"));
        QVERIFY(!table->rows[1].number("a"));
        QVERIFY(!table->rows[1].count("b"));
    }

    void headers() {
        QCOMPARE(headerLine(Two), std::string("a,b\n"));
        QVERIFY(isHeader("a,b", Two));
        QVERIFY(isHeader("\"a\",\"b\"", Two));
        QVERIFY(!isHeader("a,b,c", Two));
        QVERIFY(!isHeader("a", Two));
        QVERIFY(!isHeader("", Two));
    }

    void tablesWithSemicolonsHaveDecimalCommas() {
        QVERIFY(isHeader("a;b\r\n1,5;2\r\n", Two));
        QVERIFY(isHeader("\"a\";\"b\"", Two));
        QVERIFY(!isHeader("a;b;c", Two));
        QVERIFY(!isHeader("a;b,c", Two));
        const auto table = readCsv("a;b\r\n-1,5;x,y\r\n2E-05;\"p=1;q=2\"\r\n1.234;7\r\n1.234,5;8\r\n", "t.csv", Two);
        QVERIFY(table);
        QCOMPARE(table->warnings, std::vector<std::string>());
        QCOMPARE(table->rows.size(), std::size_t{4});
        QCOMPARE(table->rows[0].number("a"), std::optional(-1.5));
        QCOMPARE(table->rows[0].text("b"), std::string("x,y"));
        QCOMPARE(table->rows[1].number("a"), std::optional(2e-5));
        QCOMPARE(table->rows[1].text("b"), std::string("p=1;q=2"));
        QVERIFY(!table->rows[2].number("a"));  // it may be a thousand
        QCOMPARE(table->rows[2].count("b"), std::optional(std::uint64_t{7}));
        QVERIFY(!table->rows[3].number("a"));
    }

    void tablesWithSemicolonsMayHaveDecimalPoints() {
        const auto table = readCsv("a;b\n1.5;x,y\n2;3\n", "t.csv", Two);
        QVERIFY(table);
        QCOMPARE(table->rows[0].number("a"), std::optional(1.5));
        const auto ours = readCsv("a,b\n\"1,5\",2\n", "t.csv", Two);
        QVERIFY(ours);
        QVERIFY(!ours->rows[0].number("a"));
    }

    void oddRowsAreSkippedWithTheirLine() {
        const auto table = readCsv("a,b\n\"x\ny\",1\n\n1,2,3\nonly\n3,4\n", "t.csv", Two);
        QVERIFY(table);
        QCOMPARE(table->rows.size(), std::size_t{2});
        QCOMPARE(table->rows[0].line(), std::size_t{2});
        QCOMPARE(table->rows[1].line(), std::size_t{7});
        QCOMPARE(table->warnings, (std::vector<std::string>{"t.csv: line 5 is skipped: 3 cells instead of 2",
                                                            "t.csv: line 6 is skipped: 1 cells instead of 2"}));
    }

    void manyWarningsAreCounted() {
        std::string text = "a,b\n";
        for (int i = 0; i < 1000; ++i)
            text += "x\n";
        const auto table = readCsv(text, "t.csv", Two);
        QVERIFY(table);
        QCOMPARE(table->warnings.size(), std::size_t{21});
        QCOMPARE(table->warnings.back(), std::string("t.csv: 980 more lines are skipped"));
    }

    void anOpenQuoteIsAnError() {
        const auto table = readCsv("a,b\n1,2\n\"x,1\n", "t.csv", Two);
        QVERIFY(!table);
        QCOMPARE(table.error().code, ErrorCode::Unreadable);
        QCOMPARE(table.error().detail, std::string("t.csv: line 3: a quote is never closed"));
    }

    void paramsSurvive() {
        const Params params{{"seconds", 0.1},
                            {"count", 3.0},
                            {"folder", std::string("a;b\\c=d")},
                            {"code", std::string("007")},
                            {"none", std::string()}};
        QCOMPARE(paramsText(params), std::string("code=007;count=3;folder=a\\;b\\\\c=d;none=;seconds=0.1"));
        QVERIFY(paramsFromText(paramsText(params)) == params);
        QCOMPARE(paramsText({}), std::string());
        QVERIFY(paramsFromText("").empty());
    }

    void wordsSurvive() {
        const std::vector<std::string> words{"migrated", "steal"};
        QCOMPARE(wordsText(words), std::string("migrated steal"));
        QCOMPARE(wordsFromText("migrated  steal "), words);
        QVERIFY(wordsFromText("").empty());
    }
};

QTEST_GUILESS_MAIN(TestCsv)
#include "tst_csv.moc"
