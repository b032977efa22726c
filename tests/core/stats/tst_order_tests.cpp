#include "core/stats/order_tests.h"
#include "core/stats/quantiles.h"

#include <QtTest/QTest>

#include <algorithm>
#include <cmath>
#include <random>
#include <vector>

using namespace breakeven;

namespace {

std::vector<Observation> ofOneLaunch(const std::vector<double>& values) {
    std::vector<Observation> observations;
    for (const double value : values)
        observations.push_back({value, 0});
    return observations;
}

/// An autoregressive series of order 1; independent at 0.
std::vector<Observation> series(std::mt19937_64& generator, int count, double correlation) {
    std::normal_distribution<double> normal;
    std::vector<double> values;
    double state = normal(generator);
    for (int i = 0; i < count; ++i) {
        values.push_back(std::exp(state));
        state = correlation * state + std::sqrt(1 - correlation * correlation) * normal(generator);
    }
    return ofOneLaunch(values);
}

/// Share of 2000 series for which the answer is yes.
template <class Answer>
double share(int count, double correlation, Answer answer) {
    constexpr int Replications = 2000;
    std::mt19937_64 generator(20261121);
    int yes = 0;
    for (int replication = 0; replication < Replications; ++replication)
        yes += answer(series(generator, count, correlation));
    return static_cast<double>(yes) / Replications;
}

constexpr double FourErrors = 0.02;  ///< of a share near 5 % of 2000

}  // namespace

class TestOrderTests : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void serialCorrelationHasTheMeanAndVarianceOfAllOrders() {
        std::vector<double> values{1, 2, 4, 8, 16, 32};
        double sum = 0;
        double squares = 0;
        double lags = 0;
        int orders = 0;
        do {
            const auto serial = serialCorrelation(ofOneLaunch(values));
            const double z = -normalQuantile(serial->pValue);
            sum += z;
            squares += z * z;
            lags += serial->lag1;
            ++orders;
        } while (std::ranges::next_permutation(values).found);
        QCOMPARE(orders, 720);
        QVERIFY(std::fabs(sum / orders) < 1e-9);
        QVERIFY(std::fabs(squares / orders - 1) < 1e-9);
        // Some are cut off at 0.9.
        QVERIFY(std::fabs(lags / orders) < 0.01);
    }

    void serialCorrelationIsFoundAsOftenAsIsSaid() {
        const auto isSuspected = [](const auto& values) { return serialCorrelation(values)->isSuspected(); };
        const auto isCertain = [](const auto& values) { return serialCorrelation(values)->pValue < 0.05; };
        for (const int count : {10, 20, 50}) {
            const double falsely = share(count, 0, isCertain);
            QVERIFY2(std::fabs(falsely - 0.05) < FourErrors, qPrintable(QString::number(falsely)));
            const double suspected = share(count, 0, isSuspected);
            QVERIFY2(std::fabs(suspected - SerialSuspicion) < 0.04, qPrintable(QString::number(suspected)));
        }
        const std::vector<std::pair<int, double>> powers{{10, 0.565}, {20, 0.73}, {50, 0.92}};
        for (const auto& [count, power] : powers) {
            const double found = share(count, 0.3, isSuspected);
            QVERIFY2(std::fabs(found - power) < 0.03, qPrintable(QString::number(found)));
        }
    }

    void theDesignEffectIsThatOfTheSignsOfTheSeries() {
        // 1 + 2 * sum over k of (2 / pi) asin(0.5^k) is 2.31; the estimate of the correlation varies around 0.5.
        std::mt19937_64 generator(7);
        const auto serial = serialCorrelation(series(generator, 20'000, 0.5));
        QVERIFY(std::fabs(serial->lag1 - 0.5) < 0.03);
        QVERIFY2(std::fabs(serial->designEffect - 2.31) < 0.2, qPrintable(QString::number(serial->designEffect)));
        const auto alternating = serialCorrelation(ofOneLaunch({1, 9, 2, 8, 3, 7, 4, 6}));
        QVERIFY(alternating->lag1 < 0);
        QCOMPARE(alternating->designEffect, 1.0);
    }

    void theLuckOfLaunchesIsNoOrder() {
        std::mt19937_64 generator(11);
        std::vector<Observation> plain = series(generator, 30, 0);
        for (std::size_t i = 0; i < plain.size(); ++i)
            plain[i].launch = static_cast<int>(i / 10);
        std::vector<Observation> lucky = plain;
        for (Observation& observation : lucky)
            observation.value += 100 * observation.launch;
        QCOMPARE(serialCorrelation(lucky)->pValue, serialCorrelation(plain)->pValue);
        QCOMPARE(drift(lucky)->pValue, drift(plain)->pValue);
        QCOMPARE(levelShift(lucky)->pValue, levelShift(plain)->pValue);
        for (Observation& observation : lucky)
            observation.launch = 0;
        QVERIFY(drift(lucky)->pValue < 1e-6);
    }

    void driftIsSpearmans() {
        const auto found = drift(ofOneLaunch({1, 2, 3, 4, 6, 5, 7, 8}));
        QVERIFY(std::fabs(found->correlation - (1 - 6.0 * 2 / (8 * 63))) < 1e-12);
        QVERIFY(found->pValue < 0.02);
        QVERIFY(drift(ofOneLaunch({8, 7, 6, 5, 4, 3, 2, 1}))->correlation < -0.999);
        for (const int count : {10, 50}) {
            const double falsely = share(count, 0, [](const auto& values) { return drift(values)->pValue < 0.05; });
            QVERIFY2(std::fabs(falsely - 0.05) < FourErrors, qPrintable(QString::number(falsely)));
        }
    }

    void aShiftOfLevelIsFoundWhereItIs() {
        std::vector<Observation> values;
        for (int i = 0; i < 12; ++i)
            values.push_back({10 + 0.1 * (i % 3), 0});
        for (int i = 0; i < 20; ++i)
            values.push_back({(i < 7 ? 20 : 10) + 0.1 * ((i + 1) % 4), 1});
        const auto shift = levelShift(values);
        QCOMPARE(shift->launch, 1);
        QCOMPARE(shift->at, std::size_t{7});
        QVERIFY(std::fabs(shift->before - 20.2) < 1e-9);
        QVERIFY(std::fabs(shift->after - 10.1) < 0.11);
        QVERIFY(shift->pValue < 0.02);
    }

    void aSteadySeriesHasNoShiftNineteenTimesOfTwenty() {
        // In short series the p-value errs on the safe side.
        for (const int count : {10, 50}) {
            const double falsely =
                share(count, 0, [](const auto& values) { return levelShift(values)->pValue < 0.05; });
            QVERIFY2(falsely > 0.001 && falsely < 0.05 + FourErrors, qPrintable(QString::number(falsely)));
        }
    }

    void tooFewOrEqualValuesSayNothing() {
        const auto five = ofOneLaunch({1, 2, 3, 4, 5});
        QVERIFY(!serialCorrelation(five) && !drift(five) && !levelShift(five));
        const auto equal = ofOneLaunch(std::vector<double>(10, 2.0));
        QVERIFY(!serialCorrelation(equal) && !drift(equal));
        QCOMPARE(levelShift(equal)->pValue, 1.0);
        std::vector<Observation> scattered;
        for (int i = 0; i < 10; ++i)
            scattered.push_back({static_cast<double>(i), i});
        QVERIFY(!serialCorrelation(scattered) && !drift(scattered) && !levelShift(scattered));
    }
};

QTEST_GUILESS_MAIN(TestOrderTests)
#include "tst_order_tests.moc"
