/// Small runs for tests of the history.
#pragma once

#include "core/base/random.h"
#include "core/experiment/event.h"
#include "core/io/run_file.h"

#include <string>
#include <utility>
#include <vector>

namespace breakeven {

/// One trial of serial and one of tbb with so many rounds, and its end.
inline std::vector<Event> eventsOfRun(const std::string& runId, const std::string& startedAt = "2026-11-21T10:00:00Z",
                                      int rounds = 6, const std::string& name = "small") {
    RunStarted started{runId, startedAt, "0.1.0", {}, {}};
    started.spec.name = name;
    started.spec.cases.resize(1);
    started.spec.cases[0].workload = "square";
    started.environment.usableCpus = 2;
    started.environment.facts = {{"cpu.model", "Processor", "Some CPU"}};
    std::vector<Event> events{started};
    for (int id = 0; id < 2; ++id) {
        Trial trial;
        trial.id = id;
        trial.workload = "square";
        trial.backend = id == 0 ? "serial" : "tbb";
        trial.size = 1000;
        trial.workers = 1 + id;
        events.push_back(TrialStarted{0, trial});
    }
    RandomStream random(7, 0);
    for (int round = 0; round < rounds; ++round) {
        for (int id = 0; id < 2; ++id) {
            Sample sample;
            sample.trial = id;
            sample.round = round;
            sample.order = id;
            sample.seconds = Seconds((2 - id) * 1e-3 * (1 + 1e-4 * static_cast<double>(randomBelow(random(), 0, 100))));
            sample.verified = true;
            events.push_back(sample);
        }
    }
    events.push_back(RunFinished{"completed", Seconds(1.5)});
    return events;
}

inline LoadedRun loadedRun(std::vector<Event> events) {
    return {std::move(events), {}};
}

}  // namespace breakeven
