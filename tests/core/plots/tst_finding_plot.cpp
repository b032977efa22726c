#include "core/plots/finding_plot.h"
#include "core/plots/plots.h"
#include "tests/core/analysis/overhead_samples.h"
#include "tests/support/sample_results.h"

#include <QTest>

#include <optional>
#include <set>
#include <utility>

using namespace breakeven;

class TestFindingPlot : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void everyConclusionOfARunHasItsChart() {
        KnownParts known;
        known.pool = "cold";
        SampleResults sample(2);
        for (const ItemCount size : {300, 1000, 3000, 10'000, 100'000})
            known.profile(sample, known.add(sample, "tbb", size));
        known.references(sample, "tbb");
        sample.finish();
        std::set<std::string> seen;
        for (const Finding& finding : findings(sample.results)) {
            seen.insert(finding.id);
            if (finding.id == "single-launch") continue;
            QVERIFY2(findPlot(plotOf(finding)) != nullptr, finding.id.c_str());
        }
        QVERIFY(seen.contains("recommendation") && seen.contains("loss-waterfall") && seen.contains("what-if-start"));
        QVERIFY(findPlot(plotOf(headline(sample.results))) != nullptr);
    }

    void everyChartNamedExists_data() {
        QTest::addColumn<QByteArray>("finding");
        for (const char* id : {"always-pays",
                               "pays-in-part",
                               "never-pays",
                               "pays-from",
                               "not-resolved",
                               "speedup-at",
                               "several-crossings",
                               "trial-verdicts",
                               "cross-check",
                               "cross-check-refused",
                               "recommendation",
                               "what-if-dispatch",
                               "what-if-start",
                               "what-if-balance",
                               "loss-waterfall",
                               "regime",
                               "scaling-law",
                               "serial-fraction",
                               "oversubscribed",
                               "n-too-small",
                               "noisy",
                               "outliers",
                               "no-steady-state",
                               "drift",
                               "several-modes",
                               "serial-correlation"})
            QTest::newRow(id) << QByteArray(id);
    }

    void everyChartNamedExists() {
        QFETCH(QByteArray, finding);
        QVERIFY(findPlot(plotOf({finding.toStdString(), {}, {}, {}})) != nullptr);
    }

    void aFindingSpeaksOfATrialOfItsCurve() {
        SampleResults sample;
        const Trial small = sample.measured("tbb", 10, {1});
        const Trial large = sample.measured("tbb", 1000, {1});
        const Trial other = sample.measured("threads", 1000, {1});
        const auto spokenOf = [&](const char* series, std::map<std::string, double> numbers) {
            return trialOf(sample.results, {"regime", {}, std::move(numbers), {{"series", series}}});
        };
        QCOMPARE(spokenOf("tbb", {}), std::optional(large.id));
        QCOMPARE(spokenOf("tbb", {{"size", 10}}), std::optional(small.id));
        QCOMPARE(spokenOf("threads", {{"size", 10}}), std::optional(other.id));
        QCOMPARE(spokenOf("tbb, threads", {}), std::optional<int>());
        QCOMPARE(trialOf(sample.results, {"regime", {}, {}, {}}), std::optional<int>());
    }

    void whatNoChartShowsHasNone() {
        for (const char* id : {"debug-build", "crashed", "wrong-result", "single-launch", "of a later version"})
            QVERIFY2(plotOf({id, {}, {}, {}}).empty(), id);
    }
};

QTEST_GUILESS_MAIN(TestFindingPlot)
#include "tst_finding_plot.moc"
