// What the findings say of regimes: how they change over the sizes, and of which curve.
#include "core/analysis/regimes.h"
#include "tests/support/sample_results.h"

#include <QTest>

#include <tuple>

using namespace breakeven;

class TestRegimeFindings : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void whatIsOpenBetweenTwoOfOneRegimeIsBridged() {
        SampleResults sample;
        for (const auto& [size, serial, parallel] :
             {std::tuple(ItemCount{10}, 1e-6, 5e-6), std::tuple(ItemCount{100}, 1.0, 0.8),
              std::tuple(ItemCount{1000}, 1e-4, 2e-4), std::tuple(ItemCount{10'000}, 1.0, 0.51)}) {
            sample.measured("serial", size, std::vector<double>(8, serial));
            sample.measured("tbb", size, std::vector<double>(8, parallel));
        }
        const std::string text = regimeFindings(sample.results).at(0).text;
        QVERIFY2(text.starts_with("tbb is overhead-bound up to 1\u202fk items, then compute-bound. "), text.c_str());
    }

    void theBestWorkerCountIsToldOf() {
        SampleResults sample(8);
        sample.setX("workers");
        sample.measured("serial", 10'000, std::vector<double>(8, 1.0));
        for (const WorkerCount workers : {2, 4, 8})
            sample.measured("tbb", 10'000, std::vector<double>(8, 0.1 + 0.9 / workers), workers);
        const auto of = [&] { return QString::fromStdString(regimeFindings(sample.results).at(0).text); };
        QVERIFY2(of().startsWith("What limits tbb ×8 is not resolved. At 10\u202f000 items each worker gives 59"),
                 qPrintable(of()));
        sample.measured("openmp-static", 10'000, std::vector<double>(8, 1.0));
        sample.measured("serial", 10, std::vector<double>(8, 1e-5));
        sample.measured("threads", 10, std::vector<double>(8, 2e-5), 8);
        sample.measured("threads", 10'000, std::vector<double>(8, 0.25), 8);
        QVERIFY2(of().startsWith("threads ×8 is overhead-bound up to 10 items, then not resolved."), qPrintable(of()));
    }

    void whatIsResolvedNowhereIsNoFinding() {
        SampleResults sample;
        sample.measured("serial", 10'000, std::vector<double>(8, 1.0));
        sample.measured("tbb", 10'000, std::vector<double>(8, 0.8));
        QVERIFY(regimeFindings(sample.results).empty());
    }
};

QTEST_GUILESS_MAIN(TestRegimeFindings)
#include "tst_regime_findings.moc"
