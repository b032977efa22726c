#include "core/analysis/break_even.h"
#include "tests/support/sample_results.h"

#include <QTest>

#include <cmath>
#include <functional>
#include <random>

using namespace breakeven;

namespace {

/// The break-even of curves that take so many seconds for n items, with noise of 2 %.
BreakEven found(const std::vector<ItemCount>& sizes, const std::function<double(double)>& serial,
                const std::function<double(double)>& parallel) {
    SampleResults sample;
    std::mt19937_64 generator(11);
    std::lognormal_distribution<double> noise(0, 0.02);
    for (const ItemCount size : sizes) {
        std::vector<double> serialTimes;
        std::vector<double> parallelTimes;
        for (int round = 0; round < 20; ++round) {
            serialTimes.push_back(serial(static_cast<double>(size)) * noise(generator));
            parallelTimes.push_back(parallel(static_cast<double>(size)) * noise(generator));
        }
        sample.measured("serial", size, serialTimes);
        sample.measured("tbb", size, parallelTimes);
    }
    return breakEvens(sample.results).front();
}

double straight(double n) {
    return 1e-8 * n;
}

double halved(double n) {
    return 1e-4 + 0.5e-8 * n;
}

}  // namespace

class TestCrossCheck : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void straightTimesAgree() {
        const BreakEven one = found({3000, 10'000, 17'000, 23'000, 40'000, 100'000}, straight, halved);
        QVERIFY(one.crossCheck);
        QVERIFY2(one.crossCheck->size, one.crossCheck->refusal.c_str());
        QVERIFY(std::fabs(*one.crossCheck->size / 20'000 - 1) < 0.05);
        QVERIFY(one.crossCheck->interval->low < 20'000 && 20'000 < one.crossCheck->interval->high);
        QVERIFY(one.crossCheck->agrees);
        QVERIFY(one.crossCheck->refusal.empty());
    }

    void aCacheThatEndsIsRefused() {
        const auto cached = [](double n) { return 1e-8 * n * (n > 18'000 ? 2.5 : 1); };
        const BreakEven one = found({5000, 10'000, 15'000, 22'000, 40'000, 80'000}, cached, halved);
        QVERIFY(one.crossCheck && !one.crossCheck->size && !one.crossCheck->agrees);
        QVERIFY2(one.crossCheck->refusal.starts_with("The times are not straight in the size near the break-even: at "),
                 one.crossCheck->refusal.c_str());
    }

    void twoSizesAreTooFew() {
        const BreakEven one = found({10'000, 40'000}, straight, halved);
        QVERIFY(one.crossCheck && !one.crossCheck->size);
        QCOMPARE(one.crossCheck->refusal,
                 std::string("The linear model needs 3 sizes near the break-even, there are 2"));
    }

    void sizesFarAwayDoNotCount() {
        const BreakEven one = found({100, 10'000, 40'000, 10'000'000}, straight, halved);
        QCOMPARE(one.crossCheck->refusal,
                 std::string("The linear model needs 3 sizes near the break-even, there are 2"));
    }

    void onlyWhatIsResolvedIsChecked() { QVERIFY(!found({1000, 3000}, straight, halved).crossCheck); }
};

QTEST_GUILESS_MAIN(TestCrossCheck)
#include "tst_cross_check.moc"
