#include "core/experiment/results.h"

#include <QtTest>

using namespace breakeven;

namespace {

Trial trialOf(int id, const char* backend, WorkerCount workers, ItemCount size = 10) {
    Trial trial;
    trial.id = id;
    trial.workload = "square";
    trial.backend = backend;
    trial.workers = workers;
    trial.size = size;
    return trial;
}

Sample sampleOf(int trial, std::optional<bool> verified = {}) {
    Sample sample;
    sample.trial = trial;
    sample.seconds = Seconds(1);
    sample.verified = verified;
    return sample;
}

}  // namespace

class TestResults : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void foldsARun() {
        Results results;
        RunStarted started;
        started.runId = "r1";
        results.apply(started);
        results.apply(TrialStarted{0, trialOf(7, "serial", 1)});
        results.apply(TrialStarted{0, trialOf(3, "tbb", 2)});
        results.apply(sampleOf(3));
        results.apply(TrialStarted{1, trialOf(3, "tbb", 2)});
        results.apply(sampleOf(3));
        results.apply(sampleOf(99));
        results.apply(TrialFinished{7});
        results.apply(Note{"hello"});
        results.apply(Note{});
        results.apply(BlockFinished{1, 0, 2, Seconds(0), Seconds(0), Seconds(3)});
        results.apply(RunFinished{"completed", Seconds(4)});
        QCOMPARE(results.run().runId, std::string("r1"));
        QCOMPARE(results.trials().size(), std::size_t{2});
        QCOMPARE(results.trials()[1].samples.size(), std::size_t{2});
        QCOMPARE(results.find(3), &results.trials()[1]);
        QCOMPARE(results.find(99), nullptr);
        QVERIFY(results.find(7)->finished);
        QVERIFY(!results.find(3)->finished);
        QCOMPARE(results.notes(), std::vector<std::string>{"hello"});
        QCOMPARE(results.blocks().size(), std::size_t{1});
        QCOMPARE(results.finished()->reason, std::string("completed"));
    }

    void oneFailedCheckSpoilsTheTrial() {
        Results results;
        results.apply(TrialStarted{0, trialOf(0, "tbb", 2)});
        QVERIFY(!results.find(0)->verified);
        results.apply(sampleOf(0));
        QVERIFY(!results.find(0)->verified);
        results.apply(sampleOf(0, true));
        QCOMPARE(results.find(0)->verified, std::optional(true));
        QCOMPARE(results.find(0)->status, TrialStatus::Ok);
        results.apply(sampleOf(0, false));
        results.apply(sampleOf(0, true));
        QCOMPARE(results.find(0)->verified, std::optional(false));
        QCOMPARE(results.find(0)->status, TrialStatus::WrongResult);
        results.apply(TrialFailed{0, 0, TrialStatus::WrongResult, "item 3 differs"});
        QCOMPARE(results.find(0)->detail, std::string("item 3 differs"));
    }

    void aFailureForAWrongResultIsNotVerified() {
        Results results;
        results.apply(TrialStarted{0, trialOf(0, "tbb", 2)});
        results.apply(sampleOf(0, true));
        results.apply(TrialFailed{0, 0, TrialStatus::WrongResult, "item 3 differs"});
        QCOMPARE(results.find(0)->verified, std::optional(false));
    }

    void theFirstFailureStands() {
        Results results;
        results.apply(TrialStarted{0, trialOf(0, "tbb", 2)});
        results.apply(TrialFailed{0, 0, TrialStatus::Crashed, "signal 11"});
        results.apply(TrialFailed{0, 1, TrialStatus::Interrupted, "stopped"});
        QCOMPARE(results.find(0)->status, TrialStatus::Crashed);
        QCOMPARE(results.find(0)->detail, std::string("signal 11"));
        QVERIFY(results.find(0)->finished);
    }

    void findsBothBases() {
        Results results;
        int id = 0;
        for (const ItemCount size : {10U, 20U}) {
            results.apply(TrialStarted{0, trialOf(id++, "serial", 1, size)});
            results.apply(TrialStarted{0, trialOf(id++, "tbb", 1, size)});
            results.apply(TrialStarted{0, trialOf(id++, "tbb", 4, size)});
        }
        results.apply(TrialStarted{0, trialOf(id, "threads", 4, 30)});
        const auto& four = *results.find(5);
        QCOMPARE(results.baseOf(four), results.find(3));
        QCOMPARE(results.oneWorkerOf(four), results.find(4));
        QCOMPARE(results.baseOf(*results.find(id)), nullptr);
        QCOMPARE(results.oneWorkerOf(*results.find(id)), nullptr);
    }

    void summariesStandInForSamples() {
        Results results;
        results.apply(TrialStarted{0, trialOf(0, "tbb", 1)});
        Summary summary;
        summary.count = 12;
        results.apply(SummaryRead{0, summary, false});
        QCOMPARE(results.find(0)->imported->count, std::size_t{12});
        QCOMPARE(results.find(0)->verified, std::optional(false));
    }

    void flagsAreCounted() {
        Results results;
        results.apply(TrialStarted{0, trialOf(0, "tbb", 1)});
        for (const std::vector<std::string>& flags :
             {std::vector<std::string>{"steal"}, std::vector<std::string>{}, {"migrated", "steal"}}) {
            Sample sample = sampleOf(0);
            sample.flags = flags;
            results.apply(sample);
        }
        using Counts = std::map<std::string, std::size_t, std::less<>>;
        QCOMPARE(results.find(0)->flags, (Counts{{"migrated", 1}, {"steal", 2}}));
    }

    void whatIsKnownOfItIsForgottenWithTheNextEvent() {
        Results results;
        results.apply(TrialStarted{0, trialOf(0, "tbb", 1)});
        const auto count = [](const Results& of) {
            return *of.recall<std::size_t>([&] { return of.trials()[0].samples.size(); });
        };
        QCOMPARE(count(results), std::size_t(0));
        const Results before = results;
        results.apply(sampleOf(0));
        QCOMPARE(count(results), std::size_t(1));
        QCOMPARE(count(before), std::size_t(0));
    }

    void statusWordsAreOneToOne() {
        for (const auto status :
             {TrialStatus::Ok, TrialStatus::Failed, TrialStatus::WrongResult, TrialStatus::TimedOut,
              TrialStatus::Crashed, TrialStatus::Refused, TrialStatus::Interrupted, TrialStatus::Skipped}) {
            QCOMPARE(statusFromWord(statusWord(status)), std::optional(status));
        }
        QVERIFY(!statusFromWord("fine"));
        QCOMPARE(statusWord(TrialStatus::WrongResult), std::string_view("wrong-result"));
        QCOMPARE(statusWord(TrialStatus::TimedOut), std::string_view("timed-out"));
    }
};

QTEST_GUILESS_MAIN(TestResults)
#include "tst_results.moc"
