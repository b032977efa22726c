/// Plan: a spec with every combination bound, grouped into blocks. Pure data; same spec, catalogue and CPU counts give
/// the same plan.
#pragma once

#include "core/base/catalog.h"
#include "core/base/result.h"
#include "core/experiment/ranges.h"
#include "core/experiment/spec.h"

#include <string>
#include <vector>

namespace breakeven {

/// One fully bound combination. Fields that a backend has no use for are empty: serial has no call, chunk, pool or
/// start.
struct Trial {
    int id = 0;  ///< position in Plan::trials
    std::string workload;
    Params params;  ///< every parameter of the workload, initial values filled in
    std::string backend;
    std::string call;
    std::string chunk;
    std::string pool;
    std::string start;
    std::string inFlight;
    std::string cache;
    ItemCount size = 1;
    WorkerCount workers = 1;
    bool oversubscribed = false;  ///< more workers than usable CPUs
    bool operator==(const Trial&) const = default;
};

/// One workload, set of parameters and size with all its trials; the first is always the serial base. Cases that meet
/// in these share the block, since they share its base.
struct Block {
    int id = 0;               ///< position in Plan::blocks
    std::vector<int> trials;  ///< ids
    bool operator==(const Block&) const = default;
};

struct Plan {
    ExperimentSpec spec;
    std::vector<Trial> trials;
    std::vector<Block> blocks;  ///< ascending sizes within a case
};

/// Binds every combination. A serial trial is added to each block that lacks one, since every ratio needs its base.
/// Errors: InvalidInput naming the field, its value and what is allowed; ids are checked against the catalogue.
Result<Plan> makePlan(const ExperimentSpec& spec, const Catalog& catalog, CpuCounts cpus);

/// A trial's curve: everything but its size, as a label that is unique within the plan, for example "tbb ×2 cold".
/// Parts that all trials share are left out. Order: as plan.trials.
std::vector<std::string> seriesLabels(const std::vector<Trial>& trials);

/// True when the two trials differ at most in size: they lie on one curve.
bool sameSeries(const Trial& a, const Trial& b);

/// True when base is the serial base of trial: same workload, parameters and size, backend serial.
bool isBaseOf(const Trial& base, const Trial& trial);

}  // namespace breakeven
