/// Made-up runs of a class, with known break-evens: what thirty learners might have handed in. For tests.
#pragma once

#include "core/analysis/class_summary.h"
#include "core/io/run_file.h"
#include "tests/support/known_curves.h"

#include <cmath>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace breakeven {

struct Learner {
    std::string name;      ///< the run's id follows from it
    double pays = 20'000;  ///< items from which parallel is faster
    WorkerCount cpus = 4;  ///< as many workers
    std::string processor = "Intel(R) Core(TM) i5-8250U";
    std::vector<std::pair<std::string, std::string>> facts = {};  ///< instead of the usual ones, by id
    double throttled = 0;                                         ///< share of the samples that are flagged
    double noise = 0.02;                                          ///< sigma of each time, lognormal
};

/// A third of a decade apart, so that what lies between two sizes is known within a few percent.
inline std::vector<ItemCount> classSizes() {
    std::vector<ItemCount> sizes;
    for (int step = 6; step <= 18; ++step)
        sizes.push_back(static_cast<ItemCount>(std::llround(std::pow(10.0, step / 3.0))));
    return sizes;
}

inline RunStarted startOf(const Learner& learner) {
    RunStarted started;
    started.runId = "20261101T0900-" + learner.name;
    started.startedAt = "2026-11-01T09:00:00Z";
    started.version = "1.0.0";
    started.spec.name = "overhead-vs-size";
    started.spec.title = "Overhead versus size";
    Case& only = started.spec.cases.emplace_back();
    only.workload = "square";
    only.sizes = "100:1e6:n13";
    started.environment.usableCpus = learner.cpus;
    started.environment.facts = {{"cpu.model", "Processor", learner.processor},
                                 {"cpu.governor", "Frequency governor", "performance"},
                                 {"cgroup.quota", "CPU quota", "none"},
                                 {"load.average", "Load average (1, 5, 15 min)", "0.20 0.10 0.05"},
                                 {"compiler", "Compiler", "GCC 12.2.0"},
                                 {"program.hash", "Hash of the measured program", "hash of " + learner.name}};
    for (const auto& [id, value] : learner.facts)
        for (Fact& fact : started.environment.facts)
            if (fact.id == id) fact.value = value;
    return started;
}

/// Serial and tbb on as many workers as there are CPUs, in three launches of eight rounds.
inline std::vector<Event> eventsOf(const Learner& learner) {
    constexpr int Rounds = 24;
    constexpr int RoundsOfLaunch = 8;
    KnownCurves curves;
    curves.workers = learner.cpus;
    curves.noise = learner.noise;
    curves.overhead = learner.pays * curves.perItem * (learner.cpus - 1) / learner.cpus;
    std::uint64_t seed = 7;
    for (const char letter : learner.name)
        seed = seed * 31 + static_cast<unsigned char>(letter);
    std::mt19937_64 generator(seed);
    std::vector<Event> events{startOf(learner)};
    int id = 0;
    for (const ItemCount size : classSizes()) {
        const auto [serial, parallel] = curves.rounds(size, Rounds, generator);
        for (const bool isSerial : {true, false}) {
            Trial trial;
            trial.id = id;
            trial.workload = "square";
            trial.size = size;
            trial.backend = isSerial ? "serial" : "tbb";
            if (!isSerial) {
                trial.call = "map";
                trial.chunk = "auto";
                trial.pool = "warm";
                trial.workers = learner.cpus;
            }
            events.emplace_back(TrialStarted{0, trial});
            for (int round = 0; round < Rounds; ++round) {
                Sample sample;
                sample.trial = id;
                sample.launch = round / RoundsOfLaunch;
                sample.round = round % RoundsOfLaunch;
                sample.seconds = Seconds((isSerial ? serial : parallel)[static_cast<std::size_t>(round)]);
                sample.verified = true;
                if (round < Rounds * learner.throttled) sample.flags = {"throttled"};
                events.emplace_back(sample);
            }
            ++id;
        }
    }
    events.emplace_back(RunFinished{"completed", Seconds(1)});
    return events;
}

inline ClassRun classRunOf(const Learner& learner) {
    return classRunOf(learner.name, foldEvents(eventsOf(learner)));
}

inline std::vector<ClassRun> classRunsOf(const std::vector<Learner>& learners) {
    std::vector<ClassRun> runs;
    for (const Learner& learner : learners)
        runs.push_back(classRunOf(learner));
    return runs;
}

/// Twenty-four on one kind of machine that pays from about 20 000 items, five on another from about 60 000, and one of
/// the first kind with a governor and a load of its own, from 300 000.
inline std::vector<Learner> thirtyLearners() {
    std::vector<Learner> learners;
    for (int i = 0; i < 24; ++i)
        learners.push_back({"anna" + std::to_string(i), 20'000 * std::pow(1.02, i % 8 - 4)});
    for (int i = 0; i < 5; ++i)
        learners.push_back({"ben" + std::to_string(i), 60'000 * std::pow(1.03, i - 2), 8, "AMD Ryzen 7 5800X"});
    learners.push_back({"zoe", 300'000});
    learners.back().facts = {{"cpu.governor", "powersave"}, {"load.average", "7.90 6.10 2.00"}};
    return learners;
}

}  // namespace breakeven
