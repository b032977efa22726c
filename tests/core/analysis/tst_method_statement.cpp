#include "core/analysis/method_statement.h"
#include "tests/support/sample_results.h"

#include <QtTest>

#include <string>

using namespace breakeven;

namespace {

/// In three launches.
Trial measure(SampleResults& sample, const std::string& backend, ItemCount size, double seconds,
              WorkerCount workers = 2) {
    const Trial trial = sample.trial(backend, size, workers);
    for (int launch = 0; launch < 3; ++launch)
        sample.times(trial, steadyTimes(seconds), launch);
    return trial;
}

/// Three sizes, serial and tbb on one worker and two, on a machine that is fully recorded.
SampleResults exemplary() {
    SampleResults sample;
    sample.run().version = "1.0";
    for (const char* id : {"cpu.model", "cpu.governor", "cpu.caches", "memory.total", "kernel", "compiler",
                           "build.flags", "program.hash", "program.libraries", "clock.source"})
        sample.run().environment.facts.push_back({id, id, "known"});
    sample.updateRun();
    for (const ItemCount size : {1000U, 10'000U, 100'000U}) {
        const double scale = static_cast<double>(size) * 1e-6;
        measure(sample, "serial", size, scale);
        measure(sample, "tbb", size, scale * 1.02, 1);
        measure(sample, "tbb", size, scale / 1.95);
    }
    sample.finish();
    return sample;
}

const MethodRule& ruleOf(const std::vector<MethodRule>& rules, int number) {
    return rules[static_cast<std::size_t>(number) - 1];
}

bool says(const MethodRule& rule, RuleState state, const std::string& text) {
    const bool isSo = rule.state == state && rule.text.find(text) != std::string::npos;
    if (!isSo) qWarning("rule %d: %s: %s", rule.number, stateWord(rule.state).data(), rule.text.c_str());
    return isSo;
}

}  // namespace

class TestMethodStatement : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aRunInOrderKeepsAllTwelve() {
        const auto rules = methodStatement(exemplary().results);
        QCOMPARE(rules.size(), std::size_t{12});
        for (int number = 1; number <= 12; ++number) {
            const MethodRule& rule = ruleOf(rules, number);
            QCOMPARE(rule.number, number);
            QVERIFY(!rule.title.empty());
            QVERIFY(rule.text.ends_with('.'));
            QVERIFY(says(rule, RuleState::Kept, ""));
        }
        QVERIFY(says(ruleOf(rules, 1), RuleState::Kept, "6 speed-ups over serial, "));
        QVERIFY(says(ruleOf(rules, 4), RuleState::Kept, "6 speed-ups are the median over paired rounds, 0 "));
        QVERIFY(says(ruleOf(rules, 7), RuleState::Kept, "6 verdicts from paired rounds in random order"));
        QVERIFY(says(ruleOf(rules, 9), RuleState::Kept, "10 facts"));
    }

    void eachRuleCanBeBroken_data() {
        QTest::addColumn<int>("number");
        QTest::addColumn<QString>("text");
        QTest::addColumn<Spoil>("spoil");
        const auto add = [](const char* name, int number, const char* text, Spoil spoil) {
            QTest::newRow(name) << number << QString::fromUtf8(text) << std::move(spoil);
        };
        add("no base", 1, "1 of 7 trials lack a base", [](SampleResults& s) { measure(s, "tbb", 77, 1); });
        add("left out", 2, "1 of 10 trials have no times", [](SampleResults& s) { s.trial("tbb", 77); });
        add("too few rounds", 5, "1 of 10 medians", [](SampleResults& s) { s.measured("serial", 77, {1, 1.1, 1.2}); });
        add("no interval of a ratio", 5, "1 of 7 speed-ups", [](SampleResults& s) {
            measure(s, "serial", 77, 1);
            s.measured("tbb", 77, {0.5, 0.6, 0.55});
        });
        add("medians alone", 7, "1 of 7 verdicts", [](SampleResults& s) {
            s.imported("serial", 77, 0.9, 1, 1.1);
            s.imported("tbb", 77, 0.4, 0.5, 0.6);
        });
        add("another level", 8, "changed their level", [](SampleResults& s) {
            std::vector<double> seconds;
            for (int i = 0; i < 60; ++i)
                seconds.push_back((i < 30 ? 1.0 : 2.0) + 0.001 * (i * 7 % 11));
            s.measured("serial", 77, seconds);
        });
        add("a fact missing", 9, "lacks clock.source", [](SampleResults& s) {
            s.run().environment.facts.pop_back();
            s.updateRun();
        });
        add("no facts", 9, "nothing of the machine", [](SampleResults& s) {
            s.run().environment.facts.clear();
            s.updateRun();
        });
        add("two points", 12, "1 of 4 curves", [](SampleResults& s) {
            measure(s, "threads", 1000, 0.0006);
            measure(s, "threads", 10'000, 0.006);
        });
    }

    void eachRuleCanBeBroken() {
        QFETCH(int, number);
        QFETCH(QString, text);
        QFETCH(Spoil, spoil);
        SampleResults sample = exemplary();
        spoil(sample);
        QVERIFY(says(ruleOf(methodStatement(sample.results), number), RuleState::NotKept, text.toStdString()));
    }

    void oneLaunchIsNotEnoughToCompare() {
        SampleResults sample;
        sample.measured("serial", 1000, steadyTimes(1));
        sample.measured("tbb", 1000, steadyTimes(0.5));
        QVERIFY(says(ruleOf(methodStatement(sample.results), 7), RuleState::NotKept,
                     "1 of 1 verdict rest on fewer than 3 launches"));
    }

    void fewSamplesDoNotTellModes() {
        SampleResults sample;
        sample.measured("serial", 1000, steadyTimes(1));
        QVERIFY(says(ruleOf(methodStatement(sample.results), 8), RuleState::NotObservable, "telling its modes"));
    }

    void whatAMachineHidesIsNamedAndNoFault() {
        SampleResults sample = exemplary();
        sample.run().environment.facts[1] = {"cpu.governor", "Frequency governor", {}};
        sample.updateRun();
        QVERIFY(says(ruleOf(methodStatement(sample.results), 9), RuleState::Kept, "not show: Frequency governor."));
    }

    void aFailureWithAReasonIsNoOmission() {
        SampleResults sample = exemplary();
        sample.fail(sample.trial("tbb", 77), TrialStatus::Crashed, "signal 11");
        QVERIFY(says(ruleOf(methodStatement(sample.results), 2), RuleState::Kept, "1 of 10 trials"));
    }

    void eachVerdictNeedsItsLaunches() {
        SampleResults sample = exemplary();
        sample.measured("serial", 77, steadyTimes(1));
        sample.measured("tbb", 77, steadyTimes(0.5));
        QVERIFY(says(ruleOf(methodStatement(sample.results), 7), RuleState::NotKept, "1 of 7 verdicts rest on"));
    }

    void everyBaseIsNamed() {
        SampleResults sample = exemplary();
        measure(sample, "python-serial", 1000, 0.5);
        measure(sample, "python-threads", 1000, 0.4);
        QVERIFY(says(ruleOf(methodStatement(sample.results), 1), RuleState::Kept, " over python-serial or serial, "));
    }

    void aTableDoesNotTellHowItWasMeasured() {
        SampleResults sample = exemplary();
        sample.run().version.clear();
        sample.updateRun();
        const auto rules = methodStatement(sample.results);
        QVERIFY(says(ruleOf(rules, 7), RuleState::Kept, "paired rounds, corrected"));
        QVERIFY(says(ruleOf(rules, 10), RuleState::NotObservable, "how its times were taken"));
    }

    void aFileThatBreaksOffDoesNotTellWhatIsMissing() {
        SampleResults sample;
        sample.measured("serial", 1000, steadyTimes(1));
        QVERIFY(says(ruleOf(methodStatement(sample.results), 2), RuleState::NotObservable, "breaks off"));
    }

    void nothingMeasuredIsNotObservable() {
        const auto rules = methodStatement(Results());
        QCOMPARE(rules.size(), std::size_t{12});
        for (const MethodRule& rule : rules)
            QVERIFY(says(rule, rule.number == 9 ? RuleState::NotKept : RuleState::NotObservable, ""));
    }

    void summariesWithoutSamplesSaySo() {
        SampleResults sample;
        sample.imported("serial", 77, 0.9, 1, 1.1);
        const auto rules = methodStatement(sample.results);
        for (const int number : {3, 6, 8, 10})
            QVERIFY(says(ruleOf(rules, number), RuleState::NotObservable, "without their samples"));
    }

    void wordsAreStable() {
        QCOMPARE(stateWord(RuleState::Kept), std::string_view("kept"));
        QCOMPARE(stateWord(RuleState::NotKept), std::string_view("not-kept"));
        QCOMPARE(stateWord(RuleState::NotObservable), std::string_view("not-observable"));
    }
};

QTEST_GUILESS_MAIN(TestMethodStatement)
#include "tst_method_statement.moc"
