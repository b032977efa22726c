#include "core/analysis/quality.h"
#include "tests/support/sample_results.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <functional>
#include <random>

using namespace breakeven;

namespace {

/// Serial takes about 1 second; the other one half of that, times what the function says for its n-th round.
SampleResults measured(int rounds, const std::function<double(int)>& factor, int launches = 1, int trials = 1) {
    SampleResults sample;
    std::mt19937_64 generator(20261121);
    std::normal_distribution<double> noise(0, 0.01);
    for (int size = 1; size <= trials; ++size) {
        const Trial serial = sample.trial("serial", static_cast<ItemCount>(size));
        const Trial tbb = sample.trial("tbb", static_cast<ItemCount>(size));
        for (int launch = 0; launch < launches; ++launch) {
            std::vector<double> base;
            std::vector<double> other;
            for (int round = 0; round < rounds; ++round) {
                base.push_back(std::exp(noise(generator)));
                other.push_back(factor(round) * std::exp(noise(generator)) / 2);
            }
            sample.times(serial, base, launch);
            sample.times(tbb, other, launch);
        }
    }
    return sample;
}

const Finding* finding(const std::vector<Finding>& findings, const std::string& id) {
    const auto found = std::ranges::find(findings, id, &Finding::id);
    return found == findings.end() ? nullptr : &*found;
}

}  // namespace

class TestQuality : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void timesAndRatiosOfEachTrialAreLookedAt() {
        const SampleResults sample = measured(20, [](int) { return 1; });
        const auto all = quality(sample.results);
        QCOMPARE(all.size(), std::size_t(2));
        QVERIFY(!all[0].ratios);  // serial is its own base
        QVERIFY(all[1].ratios);
        QCOMPARE(all[1].times.count, std::size_t(20));
        QCOMPARE(all[1].ratios->count, std::size_t(20));
        QVERIFY(all[1].times.modality && all[1].times.serial && all[1].times.drift && all[1].times.shift);
    }

    void steadyTrialsHaveNoFindings() {
        const SampleResults sample = measured(
            12, [](int) { return 1; }, 3, 12);
        QVERIFY(qualityFindings(sample.results).empty());
    }

    void aDriftIsTold() {
        const SampleResults sample = measured(20, [](int round) { return 1 + 0.01 * round; });
        const auto findings = qualityFindings(sample.results);
        const Finding* drift = finding(findings, "drift");
        QVERIFY(drift != nullptr);
        QVERIFY2(drift->text.starts_with(
                     "In 1 of 2 trials with enough samples the times drifted within a launch, most clearly upwards"),
                 drift->text.c_str());
        QVERIFY(drift->numbers.at("correlation") > 0.8);
    }

    void aLevelThatChangesIsNoSteadyState() {
        const SampleResults sample = measured(20, [](int round) { return round < 8 ? 1.5 : 1; });
        const auto findings = qualityFindings(sample.results);
        const Finding* shift = finding(findings, "no-steady-state");
        QVERIFY(shift != nullptr);
        QVERIFY(std::fabs(shift->numbers.at("change") + 1.0 / 3) < 0.05);
        QCOMPARE(quality(sample.results)[1].times.shift->at, std::size_t(8));
    }

    void severalModesAreTold() {
        // 0 and 1 in an order without any pattern.
        const SampleResults sample = measured(40, [](int round) { return (round * round + round / 3) % 2 + 1; });
        const auto findings = qualityFindings(sample.results);
        QVERIFY(finding(findings, "several-modes") != nullptr);
        QCOMPARE(finding(findings, "several-modes")->numbers.at("trials"), 1.0);
    }

    void ratiosThatFollowEachOtherAreTold() {
        const SampleResults sample = measured(60, [](int round) { return 1 + 0.1 * std::sin(round / 2.0); });
        const auto findings = qualityFindings(sample.results);
        const Finding* serial = finding(findings, "serial-correlation");
        QVERIFY(serial != nullptr);
        QVERIFY(serial->numbers.at("design_effect") > 2);
    }

    void outliersAreToldWhenTheyAreMany() {
        const SampleResults some = measured(40, [](int round) { return round == 7 ? 9 : 1; });
        QCOMPARE(quality(some.results)[1].times.outliers.severe, std::vector<std::size_t>{7});
        QVERIFY(finding(qualityFindings(some.results), "outliers") == nullptr);
        const SampleResults many = measured(40, [](int round) { return round % 4 == 2 ? 9 + round : 1; });
        QVERIFY(finding(qualityFindings(many.results), "outliers") != nullptr);
    }

    void importedAndFailedTrialsAreLeftOut() {
        SampleResults sample;
        sample.imported("serial", 100, 7, 8, 9);
        sample.fail(sample.measured("tbb", 100, {1, 2, 3, 4, 5, 6, 7}), TrialStatus::Failed);
        QVERIFY(quality(sample.results).empty());
        QVERIFY(qualityFindings(sample.results).empty());
    }
};

QTEST_GUILESS_MAIN(TestQuality)
#include "tst_quality.moc"
