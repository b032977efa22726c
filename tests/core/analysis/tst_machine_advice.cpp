#include "core/analysis/machine_advice.h"

#include <QtTest>

#include <algorithm>

using namespace breakeven;

namespace {

/// Shows everything, and has nothing to say against it.
Environment calm() {
    Environment machine;
    machine.usableCpus = 8;
    machine.physicalCores = 8;
    machine.usableCpusReason = "all online CPUs";
    machine.facts = {{"cpu.smt", "", "off"},
                     {"cpu.kinds", "", "all alike"},
                     {"cpu.numa_nodes", "", "1"},
                     {"cpu.governor", "", "performance"},
                     {"cpu.throttled", "", "0 since the machine started"},
                     {"cpu.steal", "", "0.03 % since the machine started"},
                     {"cgroup.quota", "", "none"},
                     {"clock.source", "", "tsc"},
                     {"memory.pressure", "", "0.00 % of the last 10 s"},
                     {"load.average", "", "0.10 0.20 0.30"},
                     {"load.hiccups", "", "0.31 % of 1.00 s, at most 1.20 ms at once"},
                     {"build.sanitizers", "", "none"}};
    return machine;
}

}  // namespace

class TestMachineAdvice : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aCalmMachineNeedsNone() { QCOMPARE(machineAdvice(calm()), std::vector<std::string>()); }

    void whatIsNotShownIsNotJudged() {
        Environment machine = calm();
        for (Fact& fact : machine.facts)
            fact.value.reset();
        QCOMPARE(machineAdvice(machine), (std::vector<std::string>{"The load of this machine is not observable."}));
    }

    void eachFactHasItsAdvice_data() {
        QTest::addColumn<QString>("id");
        QTest::addColumn<QString>("value");
        QTest::addColumn<QString>("said");
        const auto row = [](const char* id, const char* value, const char* said) {
            QTest::newRow(id) << id << value << said;
        };
        row("load.average", "4.00 0.20 0.30", "Programs wanted 0.50 times the usable CPUs");
        row("load.hiccups", "12.34 % of 1.00 s, at most 4.00 ms at once",
            "was kept off its CPU for 12.34 % of the time");
        row("cgroup.quota", "1.50 CPUs", "A quota allows 1.50 CPUs");
        row("cpu.smt", "2.0 threads per core", "against the 8 cores, too.");
        row("cpu.kinds", "4 of kind 0, 8 of kind 1", "Cores differ (4 of kind 0, 8 of kind 1)");
        row("cpu.numa_nodes", "2", "Memory is in 2 nodes");
        row("cpu.governor", "powersave", "The governor powersave lets the clock follow the load");
        row("cpu.throttled", "3 since the machine started", "The CPU was too hot 3 times");
        row("cpu.steal", "2.50 % since the machine started", "Other guests had 2.50 % of the CPU time");
        row("memory.pressure", "4.20 % of the last 10 s", "Programs waited for memory");
        row("clock.source", "hpet", "The clock source hpet is slow to read");
        row("build.sanitizers", "address", "This build has sanitizers (address)");
    }
    void eachFactHasItsAdvice() {
        QFETCH(QString, id);
        QFETCH(QString, value);
        QFETCH(QString, said);
        Environment machine = calm();
        std::ranges::find(machine.facts, id.toStdString(), &Fact::id)->value = value.toStdString();
        const auto advice = machineAdvice(machine);
        QCOMPARE(advice.size(), std::size_t{1});
        QVERIFY2(QString::fromStdString(advice.front()).contains(said), advice.front().c_str());
        QVERIFY(advice.front().ends_with('.'));
    }

    void aSelfTestThatWasNotRunIsAdvised() {
        Environment machine = calm();
        for (const std::optional<std::string>& value :
             {std::optional<std::string>(), std::optional(std::string("not run"))}) {
            machine.facts.push_back({"self_test", "", value});
            QCOMPARE(machineAdvice(machine),
                     (std::vector<std::string>{"The self-test has not been run here: it tells which "
                                               "differences this machine can show."}));
            machine.facts.pop_back();
        }
        machine.facts.push_back({"self_test", "", std::nullopt});
        machine.facts.back().value = "1 of 20 comparisons of equals came out different";
        QCOMPARE(machineAdvice(machine), std::vector<std::string>());
    }

    void fewCpusAndADebugBuildAreTold() {
        Environment machine = calm();
        machine.usableCpus = 2;
        machine.debugBuild = true;
        QCOMPARE(machineAdvice(machine),
                 (std::vector<std::string>{"Only 2 usable CPUs (all online CPUs): speed-ups end early, and any other "
                                           "program competes with the workers.",
                                           "This is a debug build: its numbers are not for publication."}));
    }
};

QTEST_GUILESS_MAIN(TestMachineAdvice)
#include "tst_machine_advice.moc"
