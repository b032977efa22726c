// How verdicts are chosen, ranked and numbered; most of their sentences are in tst_findings.
#include "core/analysis/findings.h"
#include "core/analysis/trial_verdict.h"
#include "core/analysis/verdict.h"
#include "tests/support/sample_results.h"

#include <QtTest>

#include <algorithm>
#include <cmath>
#include <string>
#include <vector>

using namespace breakeven;

namespace {

using Kind = Verdict::Kind;

/// What serial takes over what the backend takes, at 10, 100, 1000 … items.
void addRatios(SampleResults& sample, const std::string& backend, const std::vector<double>& ratios, std::size_t rounds,
               WorkerCount workers = 2) {
    ItemCount size = 10;
    for (const double ratio : ratios) {
        const Trial added = sample.measured(backend, size, std::vector<double>(rounds, 1 / ratio), workers);
        if (sample.results.baseOf(*sample.results.find(added.id)) == nullptr)
            sample.measured("serial", size, std::vector<double>(rounds, 1.0));
        size *= 10;
    }
}

Verdict verdictOn(const std::vector<double>& ratios, std::size_t rounds, WorkerCount workers = 2) {
    SampleResults sample;
    addRatios(sample, "tbb", ratios, rounds, workers);
    const auto all = verdicts(sample.results);
    return all.size() == 1 ? all.front() : Verdict{};
}

/// Two rounds around each of the middles, five times, so that the ratio at such a size is open.
std::vector<double> around(double middle) {
    std::vector<double> ratios;
    for (int i = 1; i <= 5; ++i) {
        ratios.push_back(middle * (1 + 0.02 * i));
        ratios.push_back(middle / (1 + 0.02 * i));
    }
    return ratios;
}

/// A verdict on sizes 10, 100, … whose rounds have these ratios.
Verdict verdictOnRounds(const std::vector<std::vector<double>>& ratiosOfSizes) {
    SampleResults sample;
    ItemCount size = 10;
    for (const auto& ratios : ratiosOfSizes) {
        std::vector<double> times;
        for (const double ratio : ratios)
            times.push_back(1 / ratio);
        sample.measured("serial", size, std::vector<double>(ratios.size(), 1.0));
        sample.measured("tbb", size, times);
        size *= 10;
    }
    return verdicts(sample.results).at(0);
}

std::vector<std::string> seriesOf(const std::vector<Verdict>& all) {
    std::vector<std::string> labels;
    for (const auto& verdict : all)
        labels.push_back(verdict.finding.words.at("series"));
    return labels;
}

bool isNear(double value, double expected) {
    return std::abs(value - expected) < 1e-9 * expected;
}

}  // namespace

class TestVerdict : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void withoutAComparisonThereIsNone() {
        QVERIFY(verdicts(Results{}).empty());
        SampleResults serial;
        serial.measured("serial", 10, {1, 1, 1});
        QVERIFY(verdicts(serial.results).empty());
        SampleResults parallel;
        parallel.measured("tbb", 10, {1, 1, 1});
        QVERIFY(verdicts(parallel.results).empty());
        SampleResults wrong;
        wrong.measured("serial", 10, {1, 1, 1});
        wrong.fail(wrong.measured("tbb", 10, {1, 1, 1}), TrialStatus::WrongResult);
        QVERIFY(verdicts(wrong.results).empty());
    }

    void kindAndFindingFollowTheRatios_data() {
        QTest::addColumn<std::vector<double>>("ratios");
        QTest::addColumn<int>("rounds");
        QTest::addColumn<int>("kind");
        QTest::addColumn<bool>("isProvisional");
        QTest::addColumn<QString>("id");
        const auto row = [](const char* name, const std::vector<double>& ratios, int rounds, Kind kind,
                            bool isProvisional, const char* id) {
            QTest::newRow(name) << ratios << rounds << static_cast<int>(kind) << isProvisional << id;
        };
        row("pays", {0.5, 2}, 6, Kind::Pays, false, "pays-from");
        row("pays so far", {0.5, 2}, 5, Kind::PaysSoFar, true, "pays-from");
        row("always", {1.5, 2}, 6, Kind::Pays, false, "always-pays");
        row("always so far", {1.5, 2}, 5, Kind::PaysSoFar, true, "always-pays");
        row("never", {0.5, 0.9}, 6, Kind::NeverPays, false, "never-pays");
        row("never so far", {0.5, 0.9}, 5, Kind::NeverPays, true, "never-pays");
        row("as fast as serial", {0.5, 1}, 6, Kind::NeverPays, false, "never-pays");
        row("at first only", {2, 0.5}, 6, Kind::PaysInPart, false, "pays-in-part");
        row("one size faster", {1.5}, 6, Kind::FasterAtOneSize, false, "speedup-at");
        row("one size faster, so far", {1.5}, 5, Kind::FasterAtOneSize, true, "speedup-at");
        row("one size slower", {0.5}, 6, Kind::SlowerAtOneSize, false, "speedup-at");
        row("one size alike", {1}, 6, Kind::SlowerAtOneSize, false, "speedup-at");
        row("one round", {0.5}, 1, Kind::SlowerAtOneSize, true, "speedup-at");
    }

    void kindAndFindingFollowTheRatios() {
        QFETCH(std::vector<double>, ratios);
        QFETCH(int, rounds);
        QFETCH(int, kind);
        QFETCH(bool, isProvisional);
        QFETCH(QString, id);
        const Verdict verdict = verdictOn(ratios, static_cast<std::size_t>(rounds));
        QCOMPARE(static_cast<int>(verdict.kind), kind);
        QCOMPARE(verdict.provisional, isProvisional);
        QCOMPARE(QString::fromStdString(verdict.finding.id), id);
        QVERIFY(!verdict.finding.text.starts_with("So far"));
    }

    void theBestNewsComesFirst() {
        SampleResults sample;
        addRatios(sample, "slower", {0.5}, 6);
        addRatios(sample, "never", {0.5, 0.9}, 6);
        addRatios(sample, "open", {2, 0.5}, 6);
        addRatios(sample, "faster", {1.5}, 6);
        addRatios(sample, "so-far", {0.5, 4}, 5);
        addRatios(sample, "late", {0.5, 0.9, 2}, 6);
        addRatios(sample, "early", {0.5, 2}, 6);
        addRatios(sample, "always", {1.1, 1.2}, 6);
        const std::vector<std::string> expected{"always", "early", "late",   "so-far",
                                                "faster", "open",  "slower", "never"};
        QCOMPARE(seriesOf(verdicts(sample.results)), expected);
    }

    void ofTwoAlikeTheFasterComesFirst() {
        SampleResults sample;
        addRatios(sample, "good", {1.5, 2}, 6);
        addRatios(sample, "better", {1.5, 3}, 6);
        addRatios(sample, "hopeless", {0.1, 0.2}, 6);
        addRatios(sample, "poor", {0.1, 0.9, 0.5}, 6);
        QCOMPARE(seriesOf(verdicts(sample.results)), (std::vector<std::string>{"better", "good", "poor", "hopeless"}));
    }

    void theSpeedupIsThatOfTheLargestSizeOrTheBest() {
        QVERIFY(isNear(verdictOn({0.5, 2, 1.5}, 6).speedup, 1.5));
        const Verdict never = verdictOn({0.5, 0.9, 0.7}, 6);
        QVERIFY(isNear(never.speedup, 0.9));
        QVERIFY(isNear(never.finding.numbers.at("speedup"), 0.9));
        QCOMPARE(never.finding.numbers.at("best_size"), 100.0);
    }

    void findingsCarryTheirNumbers() {
        const auto pays = verdictOn({0.5, 2, 3}, 6, 4).finding;
        QCOMPARE(pays.numbers.at("workers"), 4.0);
        QCOMPARE(pays.numbers.at("smallest"), 10.0);
        QCOMPARE(pays.numbers.at("largest"), 1000.0);
        QVERIFY(std::abs(pays.numbers.at("size") - std::sqrt(1000)) < 1e-6);
        QVERIFY(pays.numbers.at("low") <= pays.numbers.at("size"));
        QVERIFY(pays.numbers.at("high") >= pays.numbers.at("size"));
        QCOMPARE(pays.words.at("series"), std::string("tbb"));
        QCOMPARE(pays.words.at("workload"), std::string("square"));
        const auto oneSize = verdictOn({1.5}, 6).finding;
        QCOMPARE(oneSize.numbers.at("size"), 10.0);
        QVERIFY(isNear(oneSize.numbers.at("speedup"), 1.5));
        const auto thin = verdictOn({0.5, 2}, 5).finding;
        QVERIFY(!thin.numbers.contains("low") && !thin.numbers.contains("high"));
    }

    void anOpenEndHasNoNumber() {
        const auto atTheLatest = verdictOnRounds({around(1), std::vector<double>(10, 2)});
        QCOMPARE(atTheLatest.kind, Kind::NotResolved);
        QVERIFY(!atTheLatest.finding.numbers.contains("low") && atTheLatest.finding.numbers.contains("high"));
        QVERIFY(atTheLatest.finding.text.starts_with("tbb pays off from "));
        QVERIFY(atTheLatest.finding.text.ends_with(" items at the latest"));
        const auto atTheEarliest =
            verdictOnRounds({std::vector<double>(10, 0.5), std::vector<double>(10, 2), around(1.02)});
        QCOMPARE(atTheEarliest.kind, Kind::NotResolved);
        QVERIFY(atTheEarliest.finding.numbers.contains("low") && !atTheEarliest.finding.numbers.contains("high"));
        QVERIFY(atTheEarliest.finding.text.ends_with(" items at the earliest, if at all"));
    }

    void whatIsKnownOfAnOpenCurveIsSaid() {
        const std::vector<double> slower(10, 0.5);
        const std::vector<double> faster(10, 2);
        QCOMPARE(
            verdictOnRounds({slower, slower, around(1), around(1)}).finding.text,
            std::string("tbb is slower up to 100 items, then too close to serial to tell (up to 10\u202f000 items)"));
        QCOMPARE(verdictOnRounds({faster, around(1)}).finding.text,
                 std::string("tbb is faster up to 10 items, then too close to serial to tell (up to 100 items)"));
        QCOMPARE(verdictOnRounds({faster, {0.5, 0.5}}).finding.text,
                 std::string("tbb is faster up to 10 items, then the rounds are too few to tell (up to 100 items)"));
        const Verdict thin = verdictOn({2, 0.5}, 5);
        QVERIFY(thin.provisional);
        QCOMPARE(thin.finding.text, std::string("tbb is faster at small sizes only"));
    }

    void whatCannotBeToldIsSaid() {
        QCOMPARE(verdictOn({2, 1.5, 0.5}, 6).finding.text, std::string("tbb is faster at small sizes only"));
        QCOMPARE(verdictOn({0.5, 2, 0.5}, 6).finding.text,
                 std::string("tbb is faster at some sizes, but not at the largest, 1\u202f000 items"));
        const std::vector<double> slower(10, 0.5);
        const std::vector<double> faster(10, 2);
        QCOMPARE(verdictOnRounds({around(1.02), slower}).finding.text,
                 std::string("tbb is slower at 1 of 2 sizes, faster at none (from 10 to 100 items)"));
        QCOMPARE(verdictOnRounds({slower, slower, around(1.02), slower}).finding.text,
                 std::string("tbb is slower at 3 of 4 sizes, faster at none (from 10 to 10\u202f000 items)"));
        QCOMPARE(verdictOnRounds({around(1), around(1)}).finding.text,
                 std::string("tbb and serial are too close to tell at the sizes measured (from 10 to 100 items)"));
    }

    /// Nothing is left to resolve where every size is clear, whatever has no break-even.
    void whatIsClearAtEverySizeIsResolved() {
        const auto told = [](const std::vector<double>& ratios, std::size_t rounds = 10) {
            SampleResults sample;
            addRatios(sample, "tbb", ratios, rounds);
            sample.finish();
            const auto judged = trialVerdicts(sample.results);
            const bool isOpen = std::ranges::any_of(
                judged, [](const TrialVerdict& each) { return each.kind == TrialVerdict::Kind::NotResolved; });
            return (isOpen ? "open: " : "clear: ") + QString::fromStdString(headline(sample.results).text);
        };
        QCOMPARE(told({2, 1.5, 0.5}), QString("clear: tbb is faster at small sizes only"));
        QCOMPARE(told({0.5, 2, 0.5}),
                 QString("clear: tbb is faster at some sizes, but not at the largest, 1\u202f000 items"));
        QCOMPARE(told({2, 1.002}), QString("clear: tbb is faster at every size measured (from 10 to 100 items), at 1 "
                                           "of 2 sizes by less than 1\u202f%"));
        QCOMPARE(told({2, 0.998}), QString("clear: tbb is faster at small sizes only"));
        QCOMPARE(told({1.002, 1.003}), QString("clear: tbb is faster at every size measured (from 10 to 100 items), by "
                                               "less than 1\u202f%"));
        QVERIFY(told({0.5, 1.002}).startsWith("clear: tbb pays off from "));
        QVERIFY(told({0.5, 1.002}).endsWith(" on 2 workers, by less than 1\u202f%"));
        QVERIFY(told({0.5, 1.002, 2}).endsWith(" on 2 workers"));
        const std::vector<double> same = {1.003, 0.997, 1.002, 0.998, 1.001, 0.999, 1.003, 0.997, 1.002, 0.998};
        const Verdict never = verdictOnRounds({std::vector<double>(10, 0.5), same, same});
        QCOMPARE(never.kind, Kind::NeverPays);
        QVERIFY2(never.finding.text.starts_with("tbb never pays off up to 1\u202fk items: at best it reaches 1.00×"),
                 never.finding.text.c_str());
        QVERIFY(told({2, 0.5}, 5).startsWith("open: From few samples: "));
    }

    void ofWhatIsOpenTheFasterComesFirst() {
        SampleResults sample;
        const auto add = [&](const std::string& backend, const std::vector<std::vector<double>>& sizes) {
            ItemCount size = 10;
            for (const auto& times : sizes) {
                sample.measured(backend, size, times);
                size *= 10;
            }
        };
        const std::vector<double> one(10, 1.0);
        add("serial", {one, one, one, one});
        add("threads", {around(0.98), around(0.98), around(0.98), around(0.98)});
        add("tbb", {std::vector<double>(10, 2.0), std::vector<double>(10, 0.5), around(1), around(1.01)});
        const auto all = verdicts(sample.results);
        QCOMPARE(all[0].kind, Kind::NotResolved);
        QCOMPARE(all[1].kind, Kind::NotResolved);
        QVERIFY(all[0].speedup < all[1].speedup);
        QCOMPARE(seriesOf(all), (std::vector<std::string>{"tbb", "threads"}));
    }

    /// An interval that only just excludes 1 tells of a size alone, not of one of twelve that are judged together.
    void sizesAreCountedAsTheirTrialsAreJudged() {
        std::vector<std::vector<double>> sizes(12, around(1.02));
        sizes[3] = around(0.925);
        sizes.back() = std::vector<double>(10, 0.5);
        QCOMPARE(verdictOnRounds(sizes).finding.text,
                 std::string("tbb is slower at 1 of 12 sizes, faster at none (from 10 to "
                             "1\u202f000\u202f000\u202f000\u202f000 items)"));
    }

    void workersAreToldWhereTheLabelDoesNot() {
        QVERIFY(verdictOn({1.5}, 6, 1).finding.text.ends_with(" at 10 items on 1 worker, vs serial 1.00\u202fs"));
        QVERIFY(verdictOn({0.5, 2}, 6, 8).finding.text.ends_with(" on 8 workers"));
        SampleResults sample(8);
        addRatios(sample, "tbb", {1.5}, 6, 2);
        addRatios(sample, "tbb", {3}, 6, 4);
        for (const auto& verdict : verdicts(sample.results))
            QVERIFY2(verdict.finding.text.find(" on ") == std::string::npos, verdict.finding.text.c_str());
    }

    void aTrialThatFailedLeavesTheOtherSizes() {
        SampleResults sample;
        addRatios(sample, "tbb", {0.5, 2}, 6);
        sample.measured("serial", 1000, std::vector<double>(6, 1.0));
        sample.fail(sample.measured("tbb", 1000, std::vector<double>(6, 0.1)), TrialStatus::Crashed);
        const auto all = verdicts(sample.results);
        QCOMPARE(all.size(), std::size_t{1});
        QCOMPARE(all[0].finding.numbers.at("largest"), 100.0);
        QVERIFY(isNear(all[0].speedup, 2));
    }
};

QTEST_GUILESS_MAIN(TestVerdict)
#include "tst_verdict.moc"
