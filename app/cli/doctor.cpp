/// doctor: what is known of this machine, what it does not show, and what may spoil measurements on it.
#include "app/cli/self_test.h"
#include "app/cli/subcommands.h"
#include "app/experiment_run.h"
#include "core/analysis/machine_advice.h"
#include "core/engine/make_pool.h"
#include "core/experiment/codec.h"
#include "core/io/self_test_file.h"
#include "core/measure/hiccups.h"
#include "core/measure/machine.h"
#include "core/peers/peers.h"
#include "core/workloads/compiler.h"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <iomanip>
#include <iostream>
#include <memory>

namespace breakeven {
namespace {

struct DoctorOptions {
    bool json = false;
    bool selfTest = false;
    bool quick = false;
    int repeats = SelfTestOptions{}.repeats;
};

/// What else runs, as spinning threads see it for a second.
Fact loadFact(WorkerCount cpus) {
    constexpr Seconds Listening{1};
    return hiccupsFact(measureHiccups(probeThreads(cpus - 1) ? cpus : 1, Listening));
}

/// What the backends python-… find here.
Fact pythonFact() {
    const auto python = findPython();
    Fact fact{"python.version", "Python", "not usable"};
    if (python)
        fact.value = python->version + " (" + python->program + "), " +
                     (python->joblib ? "joblib " + *python->joblib : "no joblib: python3-joblib brings it");
    else
        *fact.value += ": " + python.error().detail;
    return fact;
}

/// What the workload snippet is compiled with.
Fact compilerFact() {
    const auto compiler = findCompiler();
    return {"compiler.version", "C++ compiler",
            compiler ? compiler->version + " (" + compiler->program + ")" : compiler.error().detail};
}

void printMachine(const Environment& machine) {
    std::size_t width = 0;
    for (const Fact& fact : machine.facts)
        width = std::max(width, fact.title.size());
    for (const Fact& fact : machine.facts) {
        std::cout << std::left << std::setw(static_cast<int>(width)) << fact.title << "  "
                  << fact.value.value_or("not observable") << '\n';
    }
    const auto advice = machineAdvice(machine);
    std::cout << "\nAdvice\n";
    if (advice.empty()) std::cout << "  Nothing that would spoil measurements was seen.\n";
    for (const std::string& sentence : advice)
        std::cout << "  " << sentence << '\n';
}

Result<int> examine(const DoctorOptions& options) {
    if (options.selfTest) return runSelfTest({.json = options.json, .repeats = options.repeats});
    Environment machine = describeMachine(findRunner().value_or(""));
    if (!options.quick) machine.facts.push_back(loadFact(machine.usableCpus));
    machine.facts.push_back(pythonFact());
    machine.facts.push_back(compilerFact());
    machine.facts.push_back(selfTestFact(machine, selfTestFile()));
    if (options.json) {
        std::cout << writeEnvironment(machine, machineAdvice(machine));
    } else {
        printMachine(machine);
    }
    return 0;
}

}  // namespace

Subcommand addDoctor(CLI::App& app) {
    auto options = std::make_shared<DoctorOptions>();
    CLI::App* parser = app.add_subcommand("doctor", "Facts about this machine, and what may spoil measurements");
    parser->add_flag("--json", options->json, "Print JSON");
    parser->add_flag("--quick", options->quick, "Do not listen for a second for what else runs");
    auto* const selfTest = parser->add_flag("--self-test", options->selfTest,
                                            "Measure trials against themselves: how far to trust this machine");
    parser->add_option("--repeats", options->repeats, "Of the self-test's 20 comparisons")
        ->type_name("N")
        ->check(CLI::Range(1, 100))
        ->needs(selfTest)
        ->capture_default_str();
    return {parser, [options] { return examine(*options); }};
}

}  // namespace breakeven
