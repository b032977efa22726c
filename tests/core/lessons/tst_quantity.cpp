#include "core/base/numbers.h"
#include "core/lessons/quantity.h"
#include "tests/core/lessons/sample_lesson.h"

#include <QTest>

#include <cmath>

using namespace breakeven;

namespace {

LessonValue valueOf(const SampleResults& before, const char* text) {
    const auto quantity = parseQuantity(text);
    if (!quantity) qFatal("%s", quantity.error().detail.c_str());
    const auto value = evaluate(*quantity, {&before.results, nullptr});
    if (!value) qFatal("%s", value.error().detail.c_str());
    return *value;
}

}  // namespace

class TestQuantity : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void whatIsWrittenIsReadAgain_data() {
        QTest::addColumn<QString>("text");
        for (const char* text :
             {"median(before)", "time-per-item(after, size=10)", "throughput(before, backend=tbb)", "speedup(after)",
              "efficiency(before, workers=most)", "break-even(after, backend=tbb)", "first-result(before)",
              "startup(before, pool=cold)", "cpu-time(after)", "peak-memory(before, in-flight=all)"})
            QTest::newRow(text) << text;
    }

    void whatIsWrittenIsReadAgain() {
        QFETCH(QString, text);
        const auto quantity = parseQuantity(text.toStdString());
        QVERIFY2(quantity, quantity ? "" : quantity.error().detail.c_str());
        QCOMPARE(QString::fromStdString(quantityText(*quantity)), text);
        QVERIFY(*parseQuantity("  " + text.replace(", ", " ,\n ").toStdString()) == *quantity);
    }

    void faultsAreNamed_data() {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("fault");
        QTest::newRow("no parentheses") << "median"
                                        << "quantity: 'median' is not allowed (NAME(before, FIELD=VALUE";
        QTest::newRow("unknown") << "medians(before)"
                                 << "did you mean 'median'?";
        QTest::newRow("no run") << "median()"
                                << "median: '' is not allowed (before or after)";
        QTest::newRow("another run") << "median(then)"
                                     << "median: 'then' is not allowed (before or after)";
        QTest::newRow("a filter") << "median(after, size=x)"
                                  << "size: 'x' is not allowed";
        QTest::newRow("a size of all sizes") << "break-even(after, size=10)"
                                             << "break-even: a filter for size";
    }

    void faultsAreNamed() {
        QFETCH(QString, text);
        QFETCH(QString, fault);
        const auto quantity = parseQuantity(text.toStdString());
        QVERIFY(!quantity);
        QVERIFY2(QString::fromStdString(quantity.error().detail).contains(fault), quantity.error().detail.c_str());
    }

    void eachIsReadOffTheRun_data() {
        QTest::addColumn<QString>("text");
        QTest::addColumn<double>("value");
        QTest::newRow("median") << "median(before, backend=tbb, size=100)" << 6.5e-6;
        QTest::newRow("per item") << "time-per-item(before, backend=serial, size=100)" << 1e-8;
        QTest::newRow("throughput") << "throughput(before, backend=serial, size=100)" << 1e8;
        QTest::newRow("speed-up skips serial") << "speedup(before, size=10000)" << 1e-4 / 5.6e-5;
        QTest::newRow("efficiency") << "efficiency(before, size=10000)" << 1e-4 / 5.6e-5 / 2;
    }

    void eachIsReadOffTheRun() {
        QFETCH(QString, text);
        QFETCH(double, value);
        const LessonValue read = valueOf(runWithOverhead(6e-6), text.toUtf8().constData());
        QVERIFY(read.isKnown());
        QVERIFY2(std::fabs(read.value / value - 1) < 1e-6, qPrintable(QString::number(read.value)));
        QVERIFY(read.interval && read.interval->low < read.value && read.value < read.interval->high);
    }

    void partsOfSamplesAreMedians() {
        SampleResults sample;
        const Trial trial = sample.trial("tbb", 10);
        for (int round = 0; round < 12; ++round) {
            Sample each;
            each.trial = trial.id;
            each.round = round;
            each.seconds = Seconds(1);
            each.startup = Seconds(0.01 + round * 1e-5);
            each.firstResult = Seconds(0.02);
            each.cpu = Seconds(0.5);
            each.peakRss = ByteCount{3'000'000};
            sample.apply(each);
        }
        const LessonValue startup = valueOf(sample, "startup(before)");
        QVERIFY(std::fabs(startup.value - 0.010055) < 1e-9 && startup.interval);
        QCOMPARE(valueOf(sample, "first-result(before)").value, 0.02);
        QCOMPARE(valueOf(sample, "cpu-time(before)").value, 0.5);
        const LessonValue memory = valueOf(sample, "peak-memory(before)");
        QCOMPARE(memory.value, 3e6);
        QCOMPARE(valueText(memory, sampleWords()), std::string("3.00\u202fMB (3.00–3.00)"));
    }

    void tooFewSamplesAreSaidInTheLessonsLanguage() {
        LessonWords words = sampleWords();
        words.tooFew = "n zu klein";
        QCOMPARE(valueText({LessonValue::Kind::Known, LessonUnit::Time, 0.0123}, words),
                 std::string("12.3\u202fms (n zu klein)"));
        QCOMPARE(valueText({LessonValue::Kind::Known, LessonUnit::Factor, 1.84}, words),
                 std::string("1.84× (n zu klein)"));
    }

    void memoryTellsItsUnitOnce() {
        LessonValue value{LessonValue::Kind::Known, LessonUnit::Memory, 12.6e6, Interval<double>{12.1e6, 12.64e6}};
        QCOMPARE(valueText(value, sampleWords()), std::string("12.6\u202fMB (12.1–12.6)"));
        value.interval = {0.9e6, 12.64e6};
        QCOMPARE(valueText(value, sampleWords()), std::string("12.6\u202fMB (900\u202fkB–12.6\u202fMB)"));
    }

    void aBreakEvenIsFoundOrSaysWhyNot() {
        const LessonValue found = valueOf(runWithOverhead(2e-6), "break-even(before)");
        QVERIFY(found.isKnown() && found.interval);
        QVERIFY2(found.value > 300 && found.value < 700, qPrintable(QString::number(found.value)));
        const LessonValue always = valueOf(runWithOverhead(1e-9), "break-even(before)");
        QCOMPARE(always.kind, LessonValue::Kind::Always);
        QCOMPARE(valueText(always, sampleWords()), std::string("always from 10"));
        const LessonValue nowhere = valueOf(runWithOverhead(1e-3), "break-even(before)");
        QCOMPARE(nowhere.kind, LessonValue::Kind::Nowhere);
        QCOMPARE(valueText(nowhere, sampleWords()), std::string("nowhere to 10\u202f000"));
        QVERIFY(std::isinf(nowhere.interval->high));
        const LessonValue open = valueOf(runWithOverhead(5e-5, {10, 10000}), "break-even(before)");
        QCOMPARE(open.kind, LessonValue::Kind::NotResolved);
        QVERIFY(open.interval && open.interval->low > 0 && std::isinf(open.interval->high));
        LessonWords words = sampleWords();
        words.atLeast = "at least {size}";
        QCOMPARE(valueText(open, words), "at least " + formatItems(open.interval->low));
        LessonValue bounded = open;
        bounded.interval = {0, 500};
        words.atMost = "at most {size}";
        QCOMPARE(valueText(bounded, words), std::string("at most 500"));
        bounded.interval.reset();
        QCOMPARE(valueText(bounded, words), std::string("not_resolved"));
    }

    void whatTheRunLacksIsNotMeasured() {
        const auto later = parseQuantity("median(after, backend=tbb, size=10)");
        const SampleResults sample = runWithOverhead(2e-6);
        QCOMPARE(evaluate(*later, {&sample.results, nullptr})->kind, LessonValue::Kind::NotMeasured);
        SampleResults failed;
        const Trial trial = failed.trial("tbb", 10);
        failed.apply(TrialFailed{trial.id, 0, TrialStatus::Crashed, "it crashed"});
        QCOMPARE(valueOf(failed, "median(before)").kind, LessonValue::Kind::NotMeasured);
        QCOMPARE(valueOf(failed, "startup(before)").kind, LessonValue::Kind::NotMeasured);
        QCOMPARE(valueText(valueOf(failed, "median(before)"), sampleWords()), std::string("not_measured"));
    }

    void severalOrNoneAreFaultsOfTheLesson() {
        const SampleResults sample = runWithOverhead(2e-6);
        const auto several = evaluate(*parseQuantity("median(before, size=10)"), {&sample.results, nullptr});
        QVERIFY(!several);
        QVERIFY2(several.error().detail.find("median(before, size=10): 2 match (add a filter for backend") == 0,
                 several.error().detail.c_str());
        const auto none = evaluate(*parseQuantity("median(before, backend=async)"), {&sample.results, nullptr});
        QVERIFY(!none);
        QCOMPARE(none.error().detail, std::string("median(before, backend=async): nothing in the run matches"));
    }

    void ratiosAreKnownFromBoth() {
        const LessonValue a{LessonValue::Kind::Known, LessonUnit::Time, 2, Interval<double>{1.8, 2.2}};
        const LessonValue b{LessonValue::Kind::Known, LessonUnit::Time, 1, Interval<double>{0.95, 1.05}};
        const LessonValue ratio = ratioOf(a, b);
        QVERIFY(ratio.isKnown() && ratio.unit == LessonUnit::Factor);
        QCOMPARE(ratio.value, 2.0);
        QVERIFY(ratio.interval->low > 1.7 && ratio.interval->low < 1.8 && ratio.interval->high > 2.2);
        QCOMPARE(ratioOf(a, LessonValue{}).kind, LessonValue::Kind::NotMeasured);
        QCOMPARE(ratioOf(a, LessonValue{.kind = LessonValue::Kind::NotResolved}).kind, LessonValue::Kind::NotResolved);
    }

    void typedNumbersAreRead_data() {
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("unit");
        QTest::addColumn<double>("value");
        const auto add = [](const char* text, LessonUnit unit, double value) {
            QTest::newRow(text) << text << static_cast<int>(unit) << value;
        };
        add("3000", LessonUnit::Size, 3000);
        add("3 000", LessonUnit::Size, 3000);
        add("3\u202f000", LessonUnit::Size, 3000);
        add("30k", LessonUnit::Size, 30000);
        add("1e6", LessonUnit::Size, 1e6);
        add("0.5", LessonUnit::Time, 0.5);
        add("12 ms", LessonUnit::Time, 0.012);
        add("30us", LessonUnit::Time, 3e-5);
        add("30 µs", LessonUnit::Time, 3e-5);
        add("2 min", LessonUnit::Time, 120);
        add("2.5x", LessonUnit::Factor, 2.5);
        add("2,5x", LessonUnit::Factor, 2.5);
        add("0,125", LessonUnit::Factor, 0.125);
        add("40 %", LessonUnit::Factor, 0.4);
        add("1.2 GB", LessonUnit::Memory, 1.2e9);
        add("1M", LessonUnit::Rate, 1e6);
    }

    void typedNumbersAreRead() {
        QFETCH(QString, text);
        QFETCH(int, unit);
        QFETCH(double, value);
        const auto number = parseNumber(text.toStdString(), static_cast<LessonUnit>(unit));
        QVERIFY2(number, number ? "" : number.error().detail.c_str());
        QVERIFY(std::fabs(*number / value - 1) < 1e-12);
    }

    void noUnitIsBoundless() {
        for (const LessonUnit unit :
             {LessonUnit::Time, LessonUnit::Factor, LessonUnit::Memory, LessonUnit::Size, LessonUnit::Rate}) {
            const auto number = parseNumber("1e300", unit);
            QVERIFY(!number);
            QVERIFY2(number.error().detail.starts_with("prediction: '1e300' is not allowed ("),
                     number.error().detail.c_str());
        }
        QVERIFY(parseNumber("1e12", LessonUnit::Size) && parseNumber("1", LessonUnit::Size));
        QVERIFY(parseNumber("1 ns", LessonUnit::Time) && !parseNumber("0.5", LessonUnit::Size));
    }

    void anythingElseIsRefused() {
        for (const char* text : {"", "many", "-3", "0", "nan", "inf", "3 apples", "ms", "1e300", "1e-300", "0.1 ns",
                                 "1,500", "1,5,0", "1.5,0"}) {
            const auto number = parseNumber(text, LessonUnit::Time);
            QVERIFY2(!number, text);
            QVERIFY(number.error().detail.find("a time from 1 ns to 1e6 s, such as 0.5, 12 ms or 30 us") !=
                    std::string::npos);
        }
    }
};

QTEST_GUILESS_MAIN(TestQuantity)
#include "tst_quantity.moc"
