/// One event of every kind, bare and with every optional field.
#pragma once

#include "core/experiment/event.h"

#include <limits>
#include <vector>

namespace breakeven {

inline ExperimentSpec fullSpec() {
    ExperimentSpec spec;
    spec.name = "my experiment";
    spec.title = "Title, with \"quotes\"";
    spec.question = "Does it pay?\nGrüße";
    Case row;
    row.workload = "not-known-yet";
    row.params["seconds"] = {0.1, 2.0};
    row.params["folder"] = {std::string("/tmp/a b")};
    row.backends = {"serial", "tbb", "quantum"};
    row.calls = {"map", "imap"};
    row.chunks = {"auto", "16"};
    row.pools = {"cold", "warm"};
    row.sizes = "10:1e8:x2,7";
    row.workers = "1:8:x2,-1";
    row.inFlights = {"2*n_jobs", "all"};
    row.starts = {"fork", "spawn"};
    row.caches = {"cache folder", ""};
    spec.cases = {row, Case{}};
    spec.cases[1].workload = "square";
    spec.stopping = {0.1, 3, 7, Seconds(0.25), 5};
    spec.seed = std::numeric_limits<std::uint64_t>::max();
    spec.x = "param:seconds";
    return spec;
}

inline Trial fullTrial() {
    Trial trial;
    trial.id = 4;
    trial.workload = "sleep-square";
    trial.params = {{"seconds", 0.1}, {"folder", std::string("=x;y")}};
    trial.backend = "processes";
    trial.call = "map";
    trial.chunk = "16";
    trial.pool = "cold";
    trial.start = "spawn";
    trial.inFlight = "2*n_jobs";
    trial.cache = "folder";
    trial.size = 1'000'000'000'000;
    trial.workers = 16;
    trial.oversubscribed = true;
    return trial;
}

inline std::vector<Event> eventsOfEveryKind() {
    RunStarted bareRun;
    bareRun.spec.cases.resize(1);
    bareRun.spec.cases[0].workload = "square";
    RunStarted fullRun{"r-1", "2026-11-21T14:03:07Z", "0.1.0", fullSpec(), {}};
    fullRun.environment = {8, "affinity mask", 4, true, {{"cpu.model", "CPU", "Some CPU"}, {"cpu.cap", "Cap", {}}}};
    Trial bareTrial;
    bareTrial.workload = "square";
    bareTrial.backend = "serial";
    Sample bareSample;
    Sample fullSample{4,
                      1,
                      2,
                      3,
                      1'000'000'000'000,
                      Seconds(0.1),
                      Seconds(1e-9),
                      Seconds(1.0 / 3),
                      Seconds(1e9),
                      Seconds(0.25),
                      12.5,
                      ByteCount{1} << 62U,
                      false,
                      {"migrated", "steal"}};
    Summary bareSummary;
    bareSummary.count = 1;
    const Summary fullSummary{
        12,           Seconds(0.2), Interval<Seconds>{Seconds(0.1), Seconds(0.3)}, Seconds(0.05), Seconds(1),
        Seconds(0.2), Seconds(0.01)};
    return {bareRun,
            fullRun,
            TrialStarted{0, bareTrial},
            TrialStarted{2, fullTrial()},
            bareSample,
            fullSample,
            TrialFinished{5},
            TrialFailed{0, 0, TrialStatus::Failed, ""},
            TrialFailed{4, 2, TrialStatus::TimedOut, "no answer after 5 s"},
            TraceWritten{"RUN.spans"},
            SummaryRead{0, bareSummary, {}},
            SummaryRead{4, fullSummary, true},
            Note{"a note"},
            BlockFinished{},
            BlockFinished{3, 1, 8, Seconds(0.1), Seconds(0.2), Seconds(0.3)},
            RunFinished{"budget", Seconds(60.5)},
            TrialProfiled{0, 0, Seconds(0.1), 0, {WorkerProfile{}}},
            TrialProfiled{4,
                          1,
                          Seconds(0.5),
                          ByteCount{1} << 40U,
                          {{Seconds(0.25), Seconds(0.125), Seconds(1e-6), Seconds(0.375), 12},
                           {Seconds(0.5), Seconds(0), Seconds(0), Seconds(0.5), 1, 1}},
                          {5000, 859}},
            PoolReference{},
            PoolReference{1, "processes-pipe", "spawn", 4, Seconds(0.5), Seconds(2e-6), Seconds(5e-5), Seconds(1e-7),
                          1e-9, 2e-9},
            LaunchReference{},
            LaunchReference{2,
                            4095,
                            1024,
                            Seconds(2e-8),
                            {{1, 1e10, Seconds(0.001)}, {2, 1.5e10, Seconds(0.0011)}},
                            Hiccups{2, Seconds(0.1), Seconds(0.004), 0.125}}};
}

}  // namespace breakeven
