#include "core/analysis/findings.h"
#include "tests/support/sample_results.h"

#include <QTest>

#include <algorithm>

using namespace breakeven;

namespace {

/// Serial takes 1, 20, 400 … s, the backend what makes the ratios, at 10, 1000, 100 000 … items: between ratios of 0.5
/// and 2, both ways to interpolate agree on the middle.
void addRatios(SampleResults& sample, const std::string& backend, const std::vector<double>& ratios, int rounds,
               WorkerCount workers = 2) {
    ItemCount size = 10;
    double seconds = 1;
    for (const double ratio : ratios) {
        Trial serial;
        serial.workload = "square";
        serial.backend = "serial";
        serial.size = size;
        const auto& trials = sample.results.trials();
        const bool known = std::ranges::any_of(trials, [&](const TrialResult& result) {
            return result.trial.backend == "serial" && result.trial.size == size;
        });
        const auto count = static_cast<std::size_t>(rounds);
        if (!known) sample.measured("serial", size, std::vector<double>(count, seconds));
        sample.measured(backend, size, std::vector<double>(count, seconds / ratio), workers);
        size *= 100;
        seconds *= 20;
    }
}

/// Ratios around a middle, 1 % apart from each other.
std::vector<double> timesAround(double ratio, double serial) {
    std::vector<double> times;
    for (int i = 0; i < 11; ++i)
        times.push_back(serial / (ratio * (1 + 0.01 * (i - 5))));
    return times;
}

std::string headlineOf(const SampleResults& sample) {
    return headline(sample.results).text;
}

const Finding* find(const std::vector<Finding>& all, const std::string& id) {
    const auto found = std::ranges::find(all, id, &Finding::id);
    return found == all.end() ? nullptr : &*found;
}

}  // namespace

class TestFindings : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void nothingMeasured() {
        QCOMPARE(headline(Results{}).text, std::string("Nothing has been measured yet"));
        QCOMPARE(headline(Results{}).id, std::string("no-data"));
        QVERIFY(findings(Results{}).empty());
    }

    void serialAloneHasNoAnswerYet() {
        SampleResults sample;
        sample.measured("serial", 10, {1, 1, 1});
        QCOMPARE(headlineOf(sample), std::string("Measuring: no parallel trial can be compared with serial yet"));
        sample.finish();
        QCOMPARE(headlineOf(sample), std::string("No parallel trial could be compared with serial"));
    }

    void paysFrom() {
        SampleResults sample;
        addRatios(sample, "tbb", {0.5, 2}, 10);
        QCOMPARE(headlineOf(sample), std::string("tbb pays off from 100 items (100–100) on 2 workers"));
        const Finding found = headline(sample.results);
        QCOMPARE(found.id, std::string("pays-from"));
        QVERIFY(std::abs(found.numbers.at("size") - 100) < 1e-6);
        QCOMPARE(found.numbers.at("workers"), 2.0);
        QCOMPARE(found.words.at("series"), std::string("tbb"));
    }

    void theIntervalIsToldInBrackets() {
        SampleResults sample;
        for (const auto& [size, ratio] : {std::pair(ItemCount(10'000), 0.7), std::pair(ItemCount(100'000), 1.4)}) {
            const double serial = size == 10'000 ? 1 : 4.446;  // so that both ways to interpolate agree
            sample.measured("serial", size, std::vector<double>(11, serial));
            const auto ascending = timesAround(ratio, serial);
            std::vector<double> mixed;  // neighbours must not resemble each other
            for (const std::size_t i : {5U, 0U, 8U, 3U, 10U, 1U, 6U, 9U, 2U, 7U, 4U})
                mixed.push_back(ascending.at(i));
            sample.measured("tbb", size, mixed);
        }
        // 10 000 · 10^(log(1/0.7) / log(1.4/0.7)) = 32 704; drawing 40 000 resamples one by one, half of them for
        // either way to interpolate, gives 30 620–34 972.
        QCOMPARE(QString::fromStdString(headlineOf(sample)),
                 QString("tbb pays off from 32\u202f700 items (30\u202f800–34\u202f700) on 2 workers"));
    }

    void summariesAreNotCalledFewSamples() {
        SampleResults sample;
        for (const auto& [size, ratio] : {std::pair(ItemCount(10), 0.5), std::pair(ItemCount(1000), 2.0)}) {
            const double serial = size == 10 ? 1 : 20;
            sample.imported("serial", size, 0.999 * serial, serial, 1.001 * serial);
            sample.imported("tbb", size, 0.999 * serial / ratio, serial / ratio, 1.001 * serial / ratio);
        }
        sample.finish();
        QVERIFY2(headlineOf(sample).starts_with("tbb pays off from 100 items (100–101)"), headlineOf(sample).c_str());
        SampleResults oneSize;
        oneSize.imported("serial", 10, 1.9, 2, 2.1);
        oneSize.imported("tbb", 10, 0.9, 1, 1.1);
        QVERIFY2(headlineOf(oneSize).starts_with("tbb reaches 2.00× ("), headlineOf(oneSize).c_str());
    }

    void theWorkersNameTheCurveWhenTheyDiffer() {
        SampleResults sample(4);
        addRatios(sample, "tbb", {0.5, 2}, 10, 2);
        addRatios(sample, "tbb", {0.25, 4}, 10, 4);
        QVERIFY2(headlineOf(sample).starts_with("tbb ×4 pays off from 100 items ("), headlineOf(sample).c_str());
    }

    void fasterEverywhere() {
        SampleResults sample;
        addRatios(sample, "tbb", {1.5, 2}, 10);
        QCOMPARE(headlineOf(sample), std::string("tbb is faster at every size measured (from 10 to 1\u202f000 items)"));
        QCOMPARE(headline(sample.results).id, std::string("always-pays"));
    }

    void neverPays() {
        SampleResults sample;
        addRatios(sample, "tbb", {0.1, 0.5, 0.9, 0.92}, 10);
        addRatios(sample, "threads", {0.1, 0.5, 0.6, 0.7}, 10);
        QCOMPARE(headlineOf(sample),
                 std::string("Parallel never pays off up to 10\u202fM items: at best tbb reaches 0.92× (0.92–0.92)"));
        const auto all = findings(sample.results);
        QCOMPARE(find(all, "never-pays")->text,
                 std::string("threads never pays off up to 10\u202fM items: at best it reaches 0.70× (0.70–0.70)."));
    }

    void theSmallestBreakEvenSpeaks() {
        SampleResults sample;
        addRatios(sample, "threads", {0.1, 0.5, 2}, 10);
        addRatios(sample, "tbb", {0.5, 2, 2}, 10);
        QVERIFY(headlineOf(sample).starts_with("tbb pays off from 100 items"));
        const auto all = findings(sample.results);
        QCOMPARE(find(all, "pays-from")->text,
                 std::string("threads pays off from 10\u202f000 items (10\u202f000–10\u202f000) on 2 workers."));
    }

    void provisionalUntilSixRounds() {
        SampleResults sample;
        addRatios(sample, "tbb", {0.5, 2}, 5);
        QCOMPARE(headlineOf(sample), std::string("So far: tbb pays off from about 100 items on 2 workers"));
        sample.finish();
        QCOMPARE(headlineOf(sample), std::string("From few samples: tbb pays off from about 100 items on 2 workers"));
        SampleResults slower;
        addRatios(slower, "tbb", {0.5, 0.9}, 2);
        QCOMPARE(headlineOf(slower), std::string("So far: parallel never pays off up to 1\u202fk items: at best tbb "
                                                 "reaches 0.90× (n too small)"));
        SampleResults faster;
        addRatios(faster, "tbb", {1.5, 2}, 2);
        QVERIFY(headlineOf(faster).starts_with("So far: tbb is faster at every size"));
    }

    void notResolved() {
        SampleResults sample;
        addRatios(sample, "tbb", {0.5}, 10);
        const std::vector<double> around = {0.94, 0.95, 0.96, 0.97, 0.98, 0.99, 1.01, 1.02, 1.03, 1.04};
        sample.measured("serial", 1000, std::vector<double>(10, 1.0));
        sample.measured("tbb", 1000, around);
        QCOMPARE(headlineOf(sample), std::string("Not resolved yet: tbb is slower up to 10 items, then too close to "
                                                 "serial to tell (up to 1\u202f000 items)"));
        sample.finish();
        QVERIFY(headlineOf(sample).starts_with("Not resolved: tbb"));
    }

    void aSingleSizeIsAnsweredByItsSpeedup() {
        SampleResults sample;
        addRatios(sample, "tbb", {1.84}, 10);
        QCOMPARE(headlineOf(sample),
                 std::string("tbb reaches 1.84× (1.84–1.84) at 10 items on 2 workers, vs serial 1.00\u202fs"));
    }

    void failuresAreToldWithWhatIsKept() {
        SampleResults sample;
        addRatios(sample, "tbb", {0.5, 2}, 10);
        const Trial crashed = sample.trial("openmp-static", 1'000'000);
        sample.fail(crashed, TrialStatus::Crashed, "signal 11");
        const auto all = findings(sample.results);
        QCOMPARE(find(all, "crashed")->text,
                 std::string("openmp-static crashed at 1\u202fM items (signal 11). The other 4 trials are kept."));
        QCOMPARE(find(all, "crashed")->numbers.at("kept"), 4.0);
    }

    void sizesThatFailAlikeMakeOneFindingAndWrongResultsComeFirst() {
        SampleResults sample;
        for (const ItemCount size : {1000, 10'000}) {
            sample.fail(sample.trial("async", size), TrialStatus::Skipped, "needs more memory");
        }
        sample.fail(sample.trial("tbb", 1000), TrialStatus::WrongResult, "digest differs");
        const auto all = findings(sample.results);
        QCOMPARE(all.size(), std::size_t(2));
        QCOMPARE(all[0].text,
                 std::string("tbb gave a wrong result at 1\u202fk items (digest differs). No trial is left."));
        QCOMPARE(all[1].text,
                 std::string("async was skipped at 2 sizes from 1\u202fk to 10\u202fk items (needs more memory). "
                             "No trial is left."));
    }

    void whatNeverBeganIsOneFindingAfterTheOthers() {
        SampleResults sample;
        addRatios(sample, "tbb", {0.5, 2}, 10);
        for (const char* backend : {"async", "threads"})
            sample.fail(sample.trial(backend, 1000), TrialStatus::Skipped, "the time was used");
        sample.fail(sample.trial("async", 10), TrialStatus::Skipped, "the time was used");
        sample.fail(sample.trial("openmp-static", 1000), TrialStatus::Crashed, "signal 11");
        sample.finish();
        const auto all = findings(sample.results);
        const auto isSkip = [](const Finding& finding) { return finding.id == "skipped"; };
        QCOMPARE(std::ranges::count_if(all, isSkip), 1);
        const auto skip = std::ranges::find_if(all, isSkip);
        QCOMPARE(
            skip->text,
            std::string("3 trials of 2 curves were skipped (the time was used): async, threads. The other 4 trials "
                        "are kept."));
        QCOMPARE(skip->numbers.at("sizes"), 3.0);
        QCOMPARE(all.front().id, std::string("crashed"));
        QVERIFY(skip > std::ranges::find(all, "trial-verdicts", &Finding::id));
    }

    void whatAStopCutOffIsOneFindingAfterTheOthers() {
        SampleResults sample;
        addRatios(sample, "tbb", {0.5, 2}, 10);
        for (const char* backend : {"async", "threads"})
            sample.fail(sample.trial(backend, 1000), TrialStatus::Interrupted, "stopped before it was measured");
        sample.finish();
        const auto all = findings(sample.results);
        const auto isCutOff = [](const Finding& finding) { return finding.id == "interrupted"; };
        QCOMPARE(std::ranges::count_if(all, isCutOff), 1);
        const auto cutOff = std::ranges::find_if(all, isCutOff);
        QCOMPARE(
            cutOff->text,
            std::string("2 trials of 2 curves were interrupted (stopped before it was measured): async, threads."));
        QVERIFY(cutOff > std::ranges::find(all, "trial-verdicts", &Finding::id));
    }

    void withoutASampleNoLaunchIsToldOf() {
        SampleResults sample;
        sample.fail(sample.trial("tbb", 1000), TrialStatus::Failed, "no");
        sample.apply(BlockFinished{0, 0, 1, Seconds(0), Seconds(1), Seconds(1)});
        sample.finish();
        QVERIFY(!find(findings(sample.results), "single-launch"));
    }

    void caveatsOfMachineAndBuild() {
        SampleResults sample(2);
        sample.run().environment.debugBuild = true;
        sample.updateRun();
        addRatios(sample, "tbb", {0.5, 2}, 4, 8);
        sample.apply(BlockFinished{0, 0, 4, Seconds(0), Seconds(1), Seconds(1)});
        auto all = findings(sample.results);
        QVERIFY(find(all, "debug-build"));
        QVERIFY(find(all, "oversubscribed"));
        QVERIFY(find(all, "oversubscribed")->text.starts_with("tbb has more workers than the 2 usable CPUs"));
        QVERIFY(!find(all, "single-launch"));
        QVERIFY(!find(all, "n-too-small"));
        sample.finish();
        all = findings(sample.results);
        QVERIFY(find(all, "single-launch"));
        QCOMPARE(find(all, "n-too-small")->text,
                 std::string("An interval needs 6 samples: 4 of 4 trials have fewer (n too small)."));
        QVERIFY(!find(all, "noisy"));
    }

    void disturbedSamplesMakeARunNoisy() {
        SampleResults sample;
        const Trial tbb = sample.trial("tbb", 10);
        sample.times(tbb, std::vector<double>(8, 1.0), 0, 0, {"debug-build", "cache-stores", "chose-tbb"});
        QVERIFY(!find(findings(sample.results), "noisy"));
        sample.times(tbb, {1, 1}, 0, 8, {"migrated", "debug-build", "chose-serial"});
        const auto all = findings(sample.results);
        QVERIFY(find(all, "noisy"));
        QVERIFY(find(all, "noisy")->text.starts_with("20\u202f% of the samples were disturbed (migrated)"));
    }

    void everyFindingIsComplete() {
        SampleResults sample;
        addRatios(sample, "tbb", {0.5, 2}, 10);
        addRatios(sample, "threads", {0.5, 0.7}, 10);
        sample.fail(sample.trial("async", 10), TrialStatus::Refused, "no memory");
        sample.finish();
        const std::vector<Finding> all = findings(sample.results);
        QVERIFY(all.size() > 2);
        for (const Finding& finding : all) {
            QVERIFY(!finding.id.empty());
            QVERIFY2(finding.text.ends_with('.'), finding.text.c_str());
            QVERIFY(!finding.text.ends_with(".."));
            QVERIFY(finding.text.find('\n') == std::string::npos && finding.text.find('!') == std::string::npos);
        }
    }
};

QTEST_GUILESS_MAIN(TestFindings)
#include "tst_findings.moc"
