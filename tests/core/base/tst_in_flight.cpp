// The expected values are those of Python's own arithmetic, truncated by int().
#include "core/base/in_flight.h"

#include <QtTest>

using namespace breakeven;

class TestInFlight : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void comesToACount_data() {
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("workers");
        QTest::addColumn<quint64>("expected");
        const auto row = [](const char* text, int workers, std::uint64_t expected) {
            QTest::addRow("%s with %d", text, workers) << text << workers << quint64{expected};
        };
        row("all", 4, NoLimit);
        row("1", 4, 1);
        row("1000000000000", 4, 1'000'000'000'000);
        row("1e3", 4, 1000);
        row("n_jobs", 4, 4);
        row("2*n_jobs", 4, 8);
        row("2 * n_jobs", 4, 8);
        row("  2*n_jobs  ", 4, 8);
        row("1.5*n_jobs", 3, 4);
        row(".5*n_jobs", 4, 2);
        row("n_jobs+1", 4, 5);
        row("n_jobs-1", 4, 3);
        row("10-4-3", 4, 3);
        row("2+3*4", 4, 14);
        row("(2+3)*4", 4, 20);
        row("((7))", 4, 7);
        row("100/8/2", 4, 6);
        row("17//5", 4, 3);
        row("7/2", 4, 3);
        row("17%5", 4, 2);
        row("-17//5+9", 4, 5);
        row("-17%5", 4, 3);
        row("20+17%-5", 4, 17);
        row("2*7%4", 4, 2);
        row("2**3**2", 4, 512);
        row("2*3**2", 4, 18);
        row("-2**2+9", 4, 5);
        row("(-2)**2", 4, 4);
        row("2**-1*8", 4, 4);
        row("4**.5", 4, 2);
        row("--3", 4, 3);
        row("2*-3+9", 4, 3);
        row("n_jobs**2", 4, 16);
        row("1000000", 1, 1'000'000);
        row("1000*1000", 1, 1'000'000);
        row("1+1+1+1+1+1+1+1+1+1+1+1+1+1+10", 1, 24);  // 30 characters
    }
    void comesToACount() {
        QFETCH(QString, text);
        QFETCH(int, workers);
        QFETCH(quint64, expected);
        const auto limit = parseInFlight(text.toStdString(), workers);
        QVERIFY2(limit, limit ? "" : limit.error().detail.c_str());
        QCOMPARE(quint64{*limit}, expected);
    }

    void isRefused_data() {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("allowed");
        const auto row = [](const char* text, const char* allowed) { QTest::addRow("'%s'", text) << text << allowed; };
        const char* grammar = "numbers, n_jobs, + - * / // % ** and parentheses";
        const char* length = "all, a count from 1 to 1e12, or up to 30 characters such as 2*n_jobs";
        const char* small = "results from 1; this is less with 4 workers";
        const char* large = "no intermediate result beyond 1e6";
        const char* zero = "no division by zero";
        row("", length);
        row("1+1+1+1+1+1+1+1+1+1+1+1+1+1+1+1", length);
        for (const char* text :
             {" ",     "two",   "2*",        "*2",    "2n_jobs", "n_jobs 2", "2 3",    "2,3",   "+2",
              "2*+3",  "1..2",  "1.2.3",     "1.5e0", "0x10",    "n_job",    "N_JOBS", "all+1", "ALL",
              "2***3", "2///3", "2*n_jobs)", "()",    "abs(2)",  "1;2",      "nan",    "inf"})
            row(text, grammar);
        row("(2*n_jobs", "every parenthesis closed");
        for (const char* text : {"0", "0*n_jobs", "n_jobs-4", "1/2", "n_jobs//5", "-1", "-n_jobs", "0.99"})
            row(text, small);
        for (const char* text :
             {"1000001*1", "1000*1001", "10**7", "10**6*10/10", "1-10**7", "10**1000", "(-8)**.5", "9999999-9999998"})
            row(text, large);
        for (const char* text : {"1/0", "1//0", "1%0", "1/(n_jobs-4)", "0**-1"})
            row(text, zero);
    }
    void isRefused() {
        QFETCH(QString, text);
        QFETCH(QString, allowed);
        const auto limit = parseInFlight(text.toStdString(), 4);
        QVERIFY(!limit);
        QCOMPARE(limit.error().code, ErrorCode::InvalidInput);
        QCOMPARE(QString::fromStdString(limit.error().detail),
                 QString("in_flight: '%1' is not allowed (%2)").arg(text, allowed));
    }

    void countsBeyondAllReasonAreRefused() {
        QVERIFY(!parseInFlight("1000000000001", 4));
        QVERIFY(!parseInFlight("99999999999999999999999", 4));
    }
};

QTEST_GUILESS_MAIN(TestInFlight)
#include "tst_in_flight.moc"
