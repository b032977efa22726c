/// Plan: a spec with every combination bound, grouped into blocks. Pure data; same spec, catalogue and CPU counts give
/// the same plan.
#pragma once

#include "core/base/catalog.h"
#include "core/base/result.h"
#include "core/experiment/ranges.h"
#include "core/experiment/spec.h"

#include <string>
#include <string_view>
#include <vector>

namespace breakeven {

/// Trial::cache of a folder that is there for this run alone.
inline constexpr std::string_view TemporaryCache = "temporary";

/// Trial::workers of results that do not tell them. No plan has it.
inline constexpr WorkerCount UnknownWorkers = 0;

/// One fully bound combination. Fields that a backend has no use for are empty: serial loops have no chunk, pool or
/// start, and no call but reduce, since a fold of the whole list is the base of a reduction.
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

/// One workload, set of parameters and size with all its trials; the first is always the serial base (isReference).
/// Cases that meet in these share the block, since they share its base; reductions are a block of their own, having
/// another one.
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

/// What all trials of one curve have in common when charts put x, a word of ExperimentSpec::x, below: the trial without
/// that and without its id. Words that are not known stand for the size.
Trial withoutX(Trial trial, std::string_view x);

/// A trial's curve: everything but x, as a label that is unique within the plan, for example "tbb ×2 cold". Parts that
/// all trials share are left out, and so is the size where the rest tells the curves apart. Order: as plan.trials.
std::vector<std::string> seriesLabels(const std::vector<Trial>& trials, std::string_view x = "size");

/// True when the two trials differ at most in size: they lie on one curve over the sizes.
bool sameSeries(const Trial& a, const Trial& b);

/// The backend whose time a trial's is compared with: the serial loop in the same language where that is the question,
/// and serial for that loop itself. A workload that only Python can run has its loop in Python, compared with nothing.
std::string_view baseBackendOf(const Trial& trial);

/// The id of the backend that carries the trial out. A program of the user's is its own: whatever backend the trial
/// names is a word that the program is told.
std::string_view carrierOf(const Trial& trial);

/// True for serial loops, whatever the language: other trials of their block are compared with them.
bool isLoop(const Trial& trial);

/// False for loops, which have no workers, and where nobody told how many there were.
bool tellsWorkers(const Trial& trial);

/// True for a block's first trial, whose output the others' is checked against: it is its own base.
bool isReference(const Trial& trial);

/// True when the two are on the same list, both or neither a reduction, and base runs on the trial's base backend.
bool isBaseOf(const Trial& base, const Trial& trial);

}  // namespace breakeven
