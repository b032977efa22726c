#include "core/stats/distribution.h"

#include <QtTest/QTest>

#include <cmath>
#include <random>
#include <vector>

using namespace breakeven;

namespace {

/// Share of 1000 samples whose modes are more than one at 5 %.
template <class Draw>
double foundShare(int count, Draw draw) {
    constexpr int Replications = 1000;
    std::mt19937_64 generator(20261121);
    int found = 0;
    for (int replication = 0; replication < Replications; ++replication) {
        std::vector<double> values;
        for (int i = 0; i < count; ++i)
            values.push_back(draw(generator));
        found += modality(values)->pValue < 0.05;
    }
    return static_cast<double>(found) / Replications;
}

/// One of two modes 15 standard deviations apart.
auto mixture(double share) {
    return [share](std::mt19937_64& generator) {
        const bool isUpper = std::uniform_real_distribution<double>()(generator) < share;
        return std::normal_distribution<double>(isUpper ? 115 : 100, 1)(generator);
    };
}

}  // namespace

class TestDistribution : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void outliersAreThoseBeyondTukeysFences() {
        // Quartiles 3.25 and 7.75: fences at 6.75 and 13.5 beyond them.
        const std::vector<double> values{0, 2, 3, 4, 5, 6, 7, 8, 15, 40};
        const Outliers found = outliers(values);
        QCOMPARE(found.mild, std::vector<std::size_t>{8});
        QCOMPARE(found.severe, std::vector<std::size_t>{9});
        const Outliers low = outliers(std::vector<double>{-40, 2, 3, 4, 5, 6, 7, 8, 9, 10});
        QCOMPARE(low.severe, std::vector<std::size_t>{0});
        QVERIFY(outliers(std::vector<double>{1, 1, 1, 1, 100}).severe.empty());
    }

    void theDipOfKnownSamples() {
        // Evenly spread values are as near to a single mode as 1 / (2 n).
        QCOMPARE(modality(std::vector<double>{1, 2, 3, 4, 5, 6, 7, 8, 9, 10})->dip, 0.05);
        QCOMPARE(modality(std::vector<double>{10, 1, 9, 2, 8, 3, 7, 4, 6, 5})->dip, 0.05);
        // Two halves far apart come near to a quarter; here from 5.4 - 5 = 0.4 against 5 - 1.4 = 3.6.
        const auto halves = modality(std::vector<double>{1, 1.1, 1.2, 1.3, 1.4, 5, 5.1, 5.2, 5.3, 5.4});
        QVERIFY(std::fabs(halves->dip - 0.225) < 1e-9);
        QVERIFY(halves->pValue < 0.001);
    }

    void oneModeIsFoundToBeOne() {
        const double uniform = foundShare(20, std::uniform_real_distribution<double>(1, 2));
        QVERIFY2(std::fabs(uniform - 0.05) < 0.028, qPrintable(QString::number(uniform)));  // 4 standard errors
        for (const int count : {12, 70, 150}) {
            const double between = foundShare(count, std::uniform_real_distribution<double>(1, 2));
            QVERIFY2(std::fabs(between - 0.05) < 0.028, qPrintable(QString::number(between)));
        }
        QVERIFY(foundShare(50, std::lognormal_distribution<double>(0, 0.5)) < 0.01);
        QVERIFY(foundShare(50, std::exponential_distribution<double>()) < 0.01);
    }

    void twoModesAreFoundWhereBothHaveEnough() {
        const double halves = foundShare(20, mixture(0.5));
        QVERIFY2(halves > 0.95, qPrintable(QString::number(halves)));
        const double quarter = foundShare(50, mixture(0.25));
        QVERIFY2(quarter > 0.83, qPrintable(QString::number(quarter)));
        const double tenth = foundShare(50, mixture(0.1));
        QVERIFY2(tenth < 0.08, qPrintable(QString::number(tenth)));
    }

    void ticksOfAClockAreNoModes() {
        const auto ticks = [](std::mt19937_64& generator) {
            return std::round(std::normal_distribution<double>(100, 2)(generator));
        };
        QVERIFY(foundShare(50, ticks) < 0.05);
    }

    void tooFewOrEqualValuesSayNothing() {
        QVERIFY(!modality(std::vector<double>{1, 2, 3, 4, 5, 6, 7, 8, 9}));
        QVERIFY(!modality(std::vector<double>(20, 1.0)));
        QVERIFY(!modality({}));
    }
};

QTEST_GUILESS_MAIN(TestDistribution)
#include "tst_distribution.moc"
