#include "core/analysis/break_even_findings.h"
#include "tests/support/known_curves.h"
#include "tests/support/sample_results.h"

#include <QTest>

#include <algorithm>

using namespace breakeven;

namespace {

const Finding* find(const std::vector<Finding>& all, const std::string& id) {
    const auto found = std::ranges::find(all, id, &Finding::id);
    return found == all.end() ? nullptr : &*found;
}

}  // namespace

class TestBreakEvenFindings : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void theLinearModelAgrees() {
        SampleResults sample;
        KnownCurves{}.measure(sample, "tbb", {5000, 10'000, 17'000, 23'000, 40'000}, 20, 1);
        const auto all = breakEvenFindings(sample.results);
        const Finding* const found = find(all, "cross-check");
        QVERIFY(found != nullptr);
        QVERIFY2(found->text.starts_with("tbb: the linear model puts the break-even at ") &&
                     found->text.ends_with("), which agrees."),
                 found->text.c_str());
        QCOMPARE(found->numbers.at("agrees"), 1.0);
        QVERIFY(found->numbers.at("low") < 20'000 && found->numbers.at("high") > 20'000);
        QCOMPARE(found->words.at("series"), std::string("tbb"));
    }

    void aRefusalSaysWhy() {
        SampleResults sample;
        KnownCurves{}.measure(sample, "tbb", {10'000, 40'000}, 20, 1);
        const auto all = breakEvenFindings(sample.results);
        QVERIFY(find(all, "cross-check-refused") != nullptr);
        QCOMPARE(find(all, "cross-check-refused")->text,
                 std::string("tbb: no second opinion on the break-even. The linear model needs 3 sizes near the "
                             "break-even, there are 2."));
    }

    void severalCrossingsAreTold() {
        SampleResults sample;
        for (const auto& [size, ratio] :
             std::vector<std::pair<ItemCount, double>>{{10, 0.5}, {100, 2}, {1000, 0.5}, {10'000, 2}}) {
            sample.measured("serial", size, std::vector<double>(8, 1));
            sample.measured("tbb", size, std::vector<double>(8, 1 / ratio));
        }
        const auto all = breakEvenFindings(sample.results);
        QVERIFY(find(all, "several-crossings") != nullptr);
        QCOMPARE(find(all, "several-crossings")->numbers.at("count"), 3.0);
    }

    void nothingFoundNothingSaid() { QVERIFY(breakEvenFindings(Results()).empty()); }
};

QTEST_GUILESS_MAIN(TestBreakEvenFindings)
#include "tst_break_even_findings.moc"
