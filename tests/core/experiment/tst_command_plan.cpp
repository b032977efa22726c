// Programs of the user's in plans: what they are not told is not varied, and their base is serial.
#include "core/experiment/plan.h"
#include "core/experiment/spec_check.h"
#include "tests/core/experiment/sample_catalog.h"

#include <QtTest>

using namespace breakeven;

namespace {

Catalog catalogWithCommand() {
    Catalog catalog = sampleCatalog();
    WorkloadInfo command;
    command.id = "command";
    command.params = {{"command", "Command", "", "", ParamKind::Command, 0, 0, std::string()}};
    catalog.workloads.push_back(command);
    BackendInfo program{.id = "command", .title = "Your program", .family = "command", .description = ""};
    program.calls = {"map"};
    BackendInfo python{
        .id = "python-serial", .title = "Loop", .family = "python", .description = "", .usesWorkers = false};
    python.calls = {"map"};
    catalog.backends.insert(catalog.backends.end(), {program, python});
    catalog.calls.push_back({"apply", "apply", ""});
    return catalog;
}

ExperimentSpec specOf(const std::string& command, const std::vector<std::string>& backends = {"serial", "tbb"}) {
    ExperimentSpec spec;
    Case& row = spec.cases.emplace_back();
    row.workload = "command";
    row.params["command"] = {command};
    row.sizes = "10";
    row.workers = "1,2";
    row.backends = backends;
    return spec;
}

/// "serial×1 tbb×2", or what is wrong.
std::string trialsOf(const ExperimentSpec& spec) {
    const auto plan = makePlan(spec, catalogWithCommand(), {.usable = 4, .physical = 4});
    if (!plan) return plan.error().detail;
    std::string text;
    for (const Trial& trial : plan->trials)
        text += (text.empty() ? "" : " ") + trial.backend + "×" + std::to_string(trial.workers);
    return text;
}

}  // namespace

class TestCommandPlan : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void whatIsNotToldIsNotVaried() {
        const std::vector<std::string> three{"serial", "tbb", "threads"};
        QCOMPARE(trialsOf(specOf("x {workers} {backend}", three)),
                 std::string("serial×1 tbb×1 tbb×2 threads×1 threads×2"));
        QCOMPARE(trialsOf(specOf("x {workers}", three)), std::string("serial×1 command×1 command×2"));
        QCOMPARE(trialsOf(specOf("x {backend}", three)), std::string("serial×1 tbb×1 threads×1"));
        QCOMPARE(trialsOf(specOf("x {size}", three)), std::string("serial×1"));
    }

    void theBaseIsSerialWhateverTheWord() {
        QCOMPARE(trialsOf(specOf("x {backend}", {"command"})), std::string("serial×1 command×1"));
        QCOMPARE(trialsOf(specOf("x {backend} {workers}", {"python-serial"})), std::string("serial×1 python-serial×1"));
        Trial trial;
        trial.workload = "command";
        trial.backend = "python-joblib";
        QCOMPARE(baseBackendOf(trial), std::string_view("serial"));
        trial.backend = "python-serial";
        QVERIFY(!isLoop(trial));
        trial.backend = "serial";
        QVERIFY(isReference(trial) && isLoop(trial));
    }

    void theProgramCarriesOutWhateverTheWord() {
        Trial trial;
        trial.workload = "command";
        trial.backend = "tbb";
        QCOMPARE(carrierOf(trial), std::string_view("command"));
        trial.workload = "square";
        QCOMPARE(carrierOf(trial), std::string_view("tbb"));
    }

    /// A field that means nothing to a program is empty.
    void nothingIsHandedOver() {
        auto spec = specOf("x {workers}");
        spec.cases[0].chunks = {"1", "2"};
        spec.cases[0].pools = {"cold", "warm"};
        spec.cases[0].inFlights = {"4"};
        QCOMPARE(trialsOf(spec), std::string("serial×1 command×1 command×2"));
        const auto plan = makePlan(spec, catalogWithCommand(), {.usable = 4, .physical = 4});
        const Trial& trial = plan->trials.back();
        QCOMPARE(trial.call, std::string("map"));
        QCOMPARE(trial.chunk + trial.pool + trial.start + trial.inFlight + trial.cache, std::string());
    }

    void twoProgramsHaveABaseEach() {
        auto spec = specOf("x {workers}");
        spec.cases[0].params["command"] = {std::string("x {workers}"), std::string("y {workers}")};
        QCOMPARE(trialsOf(spec), std::string("serial×1 command×1 command×2 serial×1 command×1 command×2"));
    }

    void onlyMapAndNoCache() {
        auto spec = specOf("x {workers}");
        spec.cases[0].calls = {"apply"};
        QCOMPARE(trialsOf(spec), std::string("calls: 'apply' is not allowed (with command: map)"));
        spec = specOf("x {workers}");
        spec.cases[0].caches = {"here"};
        QVERIFY2(trialsOf(spec).starts_with("cache: 'here' is not allowed (none with command"), trialsOf(spec).c_str());
    }

    void aLineThatIsNoCommandIsAnError() {
        QVERIFY(trialsOf(specOf("")).starts_with("params.command: '' is not allowed (a program and its arguments"));
        QCOMPARE(trialsOf(specOf("x 'y")),
                 std::string("params.command: 'x 'y' is not allowed (a second ' to close the quote)"));
        auto silent = specOf("");
        silent.cases[0].params.clear();
        QVERIFY(trialsOf(silent).starts_with("params.command: '' is not allowed"));
    }
};

QTEST_GUILESS_MAIN(TestCommandPlan)
#include "tst_command_plan.moc"
