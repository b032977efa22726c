/// ExperimentSpec: what to measure. A plain value; reading and writing is codec.h's business. Any field of a case may
/// list several values; makePlan binds every combination.
#pragma once

#include "core/base/catalog.h"
#include "core/base/units.h"

#include <cstdint>
#include <map>
#include <string>
#include <vector>

namespace breakeven {

/// One row of the spec: the combinations to measure for one workload.
struct Case {
    std::string workload;
    std::map<std::string, std::vector<ParamValue>> params;  ///< silent parameters take their initial value
    std::vector<std::string> backends = {"serial", "tbb"};
    std::vector<std::string> calls = {"map"};
    std::vector<std::string> chunks = {"auto"};    ///< a count >= 1, "auto" or "pool"
    std::vector<std::string> pools = {"warm"};     ///< cold, warm, after-idle
    std::string sizes = "10:1e6";                  ///< grammar in ranges.h
    std::string workers = "-1";                    ///< grammar in ranges.h
    std::vector<std::string> inFlights = {"all"};  ///< joblib's pre_dispatch expressions
    std::vector<std::string> starts = {"fork"};    ///< fork or spawn, for process backends
    std::vector<std::string> caches = {""};        ///< folders of the disk cache; empty: none
    bool operator==(const Case&) const = default;
};

/// When a trial has been measured enough.
struct Stopping {
    Ratio precision = 0.02;  ///< half-width of the median's interval over the median, in (0, 1]
    int minSamples = 10;     ///< per trial over all launches, >= 1
    int maxSamples = 200;    ///< >= minSamples
    Seconds maxTime{60};     ///< whole experiment, > 0
    int launches = 3;        ///< fresh runners, in [1, 100]
    bool operator==(const Stopping&) const = default;
};

struct ExperimentSpec {
    std::string name;         ///< id of a shipped experiment, or what the user calls it
    std::string title;        ///< one line for menus; may be empty
    std::string question;     ///< what the experiment answers; may be empty
    std::vector<Case> cases;  ///< at least one
    Stopping stopping;
    std::uint64_t seed = 1;  ///< orders rounds and generates input
    std::string x = "size";  ///< what the charts put on x: size, workers, chunk or param:NAME
    bool operator==(const ExperimentSpec&) const = default;
};

}  // namespace breakeven
