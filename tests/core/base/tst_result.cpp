#include "core/base/result.h"
#include "core/base/units.h"

#include <QtTest/QTest>

#include <memory>

using namespace breakeven;

namespace {

Result<int> half(int number) {
    if (number % 2 != 0) return Error{ErrorCode::InvalidInput, "number: is odd"};
    return number / 2;
}

Result<int> quarter(int number) {
    BREAKEVEN_TRY(const int once, half(number));
    BREAKEVEN_TRY(const int twice, half(once));
    return twice;
}

Result<void> requireEven(int number) {
    BREAKEVEN_CHECK(half(number));
    return {};
}

Result<std::unique_ptr<int>> boxed(int number) {
    return std::make_unique<int>(number);
}

Result<int> unboxed(int number) {
    BREAKEVEN_TRY(const std::unique_ptr<int> box, boxed(number));
    return *box;
}

}  // namespace

class TestResult : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void holdsAValueOrAnError() {
        QVERIFY(half(4).has_value());
        QCOMPARE(*half(4), 2);
        QVERIFY(!half(3));
        QVERIFY(half(3).error().code == ErrorCode::InvalidInput);
        QCOMPARE(half(3).error().detail, std::string("number: is odd"));
        QCOMPARE(half(3).value_or(7), 7);
        QCOMPARE(half(6).value_or(7), 3);
    }

    void tryBindsOrReturnsTheFirstError() {
        QCOMPARE(*quarter(8), 2);
        QVERIFY(!quarter(6));
        QVERIFY(!quarter(5));
    }

    void tryMovesValuesThatCannotBeCopied() { QCOMPARE(*unboxed(5), 5); }

    void checkReturnsTheErrorOfACallWithoutValue() {
        QVERIFY(requireEven(2).has_value());
        QCOMPARE(requireEven(1).error().detail, std::string("number: is odd"));
    }

    void aFailureIsNotTakenForAValueOfTheSameType() {
        const Result<void> failed = Error{ErrorCode::Refused, ""};
        QVERIFY(!failed);
        QVERIFY(Result<void>().has_value());
    }

    void intervalsCompareByBothEnds() {
        QVERIFY((Interval<int>{1, 2} == Interval<int>{1, 2}));
        QVERIFY((Interval<int>{1, 2} != Interval<int>{1, 3}));
    }
};

QTEST_GUILESS_MAIN(TestResult)
#include "tst_result.moc"
