#include "core/lessons/check.h"
#include "tests/core/lessons/sample_lesson.h"

#include <QTest>

using namespace breakeven;

namespace {

CheckAnswer answerTo(const char* text, const SampleResults* before, const SampleResults* after) {
    const auto check = parseCheck(text);
    if (!check) qFatal("%s", check.error().detail.c_str());
    const LessonRuns runs{before ? &before->results : nullptr, after ? &after->results : nullptr};
    const auto answered = answer(*check, runs);
    if (!answered) qFatal("%s", answered.error().detail.c_str());
    return *answered;
}

}  // namespace

class TestLessonCheck : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void partsAreRead() {
        const auto check = parseCheck(
            "median(after) < 0.5 * median(before) and speedup(after, workers=most) in 0.9..1.5 and break-even(after) > "
            "10");
        QVERIFY2(check, check ? "" : check.error().detail.c_str());
        QCOMPARE(check->comparisons.size(), std::size_t{3});
        QCOMPARE(check->comparisons[0].text, std::string("median(after) < 0.5 * median(before)"));
        QCOMPARE(check->comparisons[0].factor, 0.5);
        QVERIFY(check->comparisons[0].right && check->comparisons[0].right->run == LessonRun::Before);
        QCOMPARE(check->comparisons[1].kind, LessonComparison::Kind::Within);
        QVERIFY((check->comparisons[1].range == Interval<double>{0.9, 1.5}));
        QCOMPARE(check->comparisons[2].kind, LessonComparison::Kind::Above);
        QVERIFY(!check->comparisons[2].right);
        QCOMPARE(check->comparisons[2].factor, 10.0);
    }

    void faultsAreNamed_data() {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("fault");
        QTest::newRow("nothing") << ""
                                 << "comparison: '' is not allowed";
        QTest::newRow("no sign") << "median(after)"
                                 << "comparison: 'median(after)' is not allowed (QUANTITY <";
        QTest::newRow("no right side") << "median(after) <"
                                       << "comparison: '' is not allowed (a number)";
        QTest::newRow("a word") << "median(after) < fast"
                                << "comparison: 'fast' is not allowed (a number)";
        QTest::newRow("a bad factor") << "median(after) < -1 * median(before)"
                                      << "factor: -1 is not allowed";
        QTest::newRow("no range") << "median(after) in 3"
                                  << "in: '3' is not allowed (A..B, two numbers)";
        QTest::newRow("a range of nothing") << "median(after) in 3..2"
                                            << "the smaller number first";
        QTest::newRow("two units") << "median(after) < speedup(before)"
                                   << "two quantities of one unit";
        QTest::newRow("the second") << "median(after) < 1 and x"
                                    << "comparison: 'x' is not allowed";
        QTest::newRow("a quantity") << "medium(after) < 1"
                                    << "did you mean 'median'?";
    }

    void faultsAreNamed() {
        QFETCH(QString, text);
        QFETCH(QString, fault);
        const auto check = parseCheck(text.toStdString());
        QVERIFY(!check);
        QVERIFY2(QString::fromStdString(check.error().detail).contains(fault), check.error().detail.c_str());
    }

    void intervalsDecide_data() {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("outcome");
        // tbb at 1000 items: 7 µs before, 107 µs after; break-even 400 before, nowhere after.
        QTest::newRow("faster")
            << "median(before, backend=tbb, size=1000) < 0.5 * median(after, backend=tbb, size=1000)"
            << "holds";
        QTest::newRow("the other way round")
            << "median(after, backend=tbb, size=1000) < median(before, backend=tbb, size=1000)"
            << "does-not-hold";
        QTest::newRow("above") << "median(after, backend=tbb, size=1000) > 2 * median(before, backend=tbb, size=1000)"
                               << "holds";
        QTest::newRow("the same") << "median(before, backend=serial, size=10) < median(after, backend=serial, size=10)"
                                  << "not-resolved";
        QTest::newRow("a number") << "speedup(before, size=10000) > 1.5"
                                  << "holds";
        QTest::newRow("not the number") << "speedup(before, size=10000) < 1.5"
                                        << "does-not-hold";
        QTest::newRow("in a range") << "speedup(before, size=10000) in 1.5..2"
                                    << "holds";
        QTest::newRow("out of a range") << "speedup(before, size=10000) in 2.5..3"
                                        << "does-not-hold";
        QTest::newRow("across the end of a range") << "speedup(before, size=10000) in 1.9231..3"
                                                   << "not-resolved";
        QTest::newRow("from somewhere to nowhere") << "break-even(before) < break-even(after)"
                                                   << "holds";
        QTest::newRow("not back") << "break-even(after) < break-even(before)"
                                  << "does-not-hold";
        QTest::newRow("nowhere is above all sizes") << "break-even(after) > 9000"
                                                    << "holds";
        QTest::newRow("how far above nobody knows") << "break-even(after) > 20000"
                                                    << "not-resolved";
        QTest::newRow("one that fails decides")
            << "speedup(before, size=10) > 1 and median(before, backend=serial, size=10) < "
               "median(after, backend=serial, size=10)"
            << "does-not-hold";
        QTest::newRow("one that is open decides over what holds")
            << "speedup(before, size=10000) > 1 and median(before, backend=serial, size=10) < "
               "median(after, backend=serial, size=10)"
            << "not-resolved";
    }

    void intervalsDecide() {
        QFETCH(QString, text);
        QFETCH(QString, outcome);
        const SampleResults before = runWithOverhead(2e-6);
        const SampleResults after = runWithOverhead(1.02e-4);
        const CheckAnswer answered = answerTo(text.toUtf8().constData(), &before, &after);
        QCOMPARE(QString::fromUtf8(outcomeWord(answered.outcome)), outcome);
    }

    void withoutIntervalsNothingIsResolved() {
        SampleResults few;
        few.measured("serial", 10, {1, 1, 1});
        few.measured("tbb", 10, {0.1, 0.1, 0.1});
        QCOMPARE(answerTo("speedup(before) > 2", &few, nullptr).outcome, CheckOutcome::NotResolved);
        QCOMPARE(answerTo("median(before, backend=tbb) < 0.5", &few, nullptr).outcome, CheckOutcome::NotResolved);
        QCOMPARE(answerTo("median(after) < 0.5 * median(after)", &few, nullptr).outcome, CheckOutcome::NotResolved);
    }

    void aNoCountsOnlyWhereThePremiseHolds() {
        const SampleResults before = runWithOverhead(2e-6);
        const SampleResults slow = runWithOverhead(1.02e-4);
        const auto answerWith = [&](const char* check, const char* premise) {
            auto read = *parseCheck(check);
            read.premises = parseCheck(premise)->comparisons;
            return *answer(read, {&before.results, &slow.results});
        };
        constexpr const char* No = "speedup(after, size=10000) > 2";
        constexpr const char* Faster = "speedup(before, size=10000) > 1";
        constexpr const char* Slower = "speedup(after, size=10) > 1";
        QCOMPARE(answerWith(No, Faster).outcome, CheckOutcome::DoesNotHold);
        const CheckAnswer open = answerWith(No, Slower);
        QCOMPARE(open.outcome, CheckOutcome::NotResolved);
        QCOMPARE(open.parts.size(), std::size_t{2});
        QVERIFY(open.parts[0].outcome == CheckOutcome::DoesNotHold && !open.parts[0].isPremise);
        QVERIFY(open.parts[1].outcome == CheckOutcome::DoesNotHold && open.parts[1].isPremise);
        QCOMPARE(answerWith("speedup(before, size=10000) > 1.5", Slower).outcome, CheckOutcome::Holds);
    }

    void whatWasNotMeasuredWasNotAnswered() {
        const SampleResults before = runWithOverhead(2e-6);
        constexpr const char* Both = "median(before, backend=tbb, size=10) < median(after, backend=tbb, size=10)";
        QVERIFY(!answerTo(Both, &before, nullptr).isMeasured());
        QVERIFY(answerTo(Both, &before, &before).isMeasured());  // and not resolved, which is an answer
        QVERIFY(!CheckAnswer().isMeasured());
    }

    void theNumbersAreKept() {
        const SampleResults before = runWithOverhead(2e-6);
        const CheckAnswer answered = answerTo("break-even(before) < 1000", &before, nullptr);
        QCOMPARE(answered.parts.size(), std::size_t{1});
        QVERIFY(answered.parts[0].left.isKnown() && !answered.parts[0].right);
        QCOMPARE(answered.parts[0].text, std::string("break-even(before) < 1000"));
    }

    void wordsOfFilesComeBack() {
        for (const CheckOutcome outcome : {CheckOutcome::Holds, CheckOutcome::DoesNotHold, CheckOutcome::NotResolved})
            QVERIFY(outcomeFromWord(outcomeWord(outcome)) == outcome);
        QVERIFY(!outcomeFromWord("perhaps"));
    }
};

QTEST_GUILESS_MAIN(TestLessonCheck)
#include "tst_lesson_check.moc"
