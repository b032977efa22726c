#include "core/experiment/plan.h"

#include "core/base/calls.h"
#include "core/base/command_line.h"
#include "core/base/in_flight.h"
#include "core/experiment/spec_check.h"
#include "core/experiment/wording.h"

#include <algorithm>
#include <compare>
#include <cstddef>
#include <iterator>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>

namespace breakeven {

namespace {

constexpr std::size_t MostTrials = 100'000;
constexpr std::string_view Serial = "serial";
constexpr std::string_view Unlimited = "all";  ///< what a trial that says nothing has in flight

/// What trials share with their serial base. Ascending: cases of one workload in the order of the spec, then sizes.
struct BaseKey {
    std::size_t workload = 0;  ///< index of the first case with this workload
    ItemCount size = 1;
    bool isReduction = false;
    Params params;
    auto operator<=>(const BaseKey&) const = default;
};

/// Groups of trials by their base; the base comes first.
using Groups = std::map<BaseKey, std::vector<Trial>>;

const BackendInfo* findInfo(const Catalog& catalog, const std::string& id) {
    const auto found = std::find_if(catalog.backends.begin(), catalog.backends.end(),
                                    [&](const BackendInfo& info) { return info.id == id; });
    return found == catalog.backends.end() ? nullptr : &*found;
}

/// Every combination of the parameters' values, the last name changing fastest; silent ones take their initial value.
Result<std::vector<Params>> bindParams(const std::string& field, const Case& row, const WorkloadInfo& workload) {
    std::vector<Params> bound{Params{}};
    for (const auto& info : workload.params) {
        const auto given = row.params.find(info.name);
        const auto values = given == row.params.end() ? std::vector{info.initial} : given->second;
        if (bound.size() * values.size() > MostTrials) {
            return Error{ErrorCode::InvalidInput,
                         field + ": the combinations of values are too many (at most 100 000)"};
        }
        std::vector<Params> wider;
        for (const auto& params : bound) {
            for (const auto& value : values) {
                BREAKEVEN_TRY(auto checked, checkedParam(field + "." + info.name, info, value));
                wider.push_back(params);
                wider.back().insert_or_assign(info.name, std::move(checked));
            }
        }
        bound = std::move(wider);
    }
    return bound;
}

/// Every trial once per value of the field; the values of the field vary fastest.
template <class Field, class Value>
std::vector<Trial> vary(const std::vector<Trial>& trials, Field Trial::*field, const std::vector<Value>& values) {
    std::vector<Trial> varied;
    for (const auto& trial : trials) {
        for (const auto& value : values) {
            varied.push_back(trial);
            varied.back().*field = value;
        }
    }
    return varied;
}

/// What a program of the user's is not told makes no difference to it: with nothing told it is its base.
void forgetWhatIsNotTold(Trial& trial) {
    const auto& command = std::get<std::string>(trial.params.at(std::string(CommandId)));
    const bool tellsWorkers = mentions(command, WorkersWord);
    const bool tellsBackend = mentions(command, BackendWord);
    if (!tellsWorkers) trial.workers = 1;
    if (tellsBackend) return;
    trial.backend = tellsWorkers ? CommandId : Serial;
    if (isLoop(trial)) trial.call.clear();
}

/// Trials that would do the same get the same fields: serial's plain loop and one reduction per size are all that can
/// be told apart without workers, apply has one item in flight whatever the limit, and a call that has no use for a
/// chunk says so.
void normalise(Trial& trial) {
    if (trial.workload == CommandId && !isLoop(trial)) return forgetWhatIsNotTold(trial);
    const auto call = parseCall(trial.call);
    if (call) trial.chunk = chunkInUse(*call, trial.chunk);
    if (trial.inFlight == Unlimited || (call && *call == Call::Apply)) trial.inFlight.clear();
}

std::vector<Trial> varyHandOver(const Trial& trial, const Case& row, const std::vector<std::string>& calls,
                                const BackendInfo& backend) {
    std::vector<Trial> trials{trial};
    if (backend.family == "processes") trials = vary(trials, &Trial::start, row.starts);
    trials = vary(trials, &Trial::inFlight, row.inFlights);
    trials = vary(trials, &Trial::cache, row.caches);
    trials = vary(trials, &Trial::call, calls);
    trials = vary(trials, &Trial::chunk, row.chunks);
    return vary(trials, &Trial::pool, row.pools);
}

/// The trials of one size and one set of parameters, each after its base.
std::vector<Trial> bindTrials(const Case& row, const std::vector<std::string>& calls, const Trial& base,
                              const std::vector<WorkerCount>& workers, const Catalog& catalog, CpuCounts cpus) {
    std::vector<Trial> bound;
    for (const auto& id : row.backends) {
        const BackendInfo& backend = *findInfo(catalog, id);
        Trial trial = base;
        trial.backend = id;
        bound.push_back(base);
        bound.back().backend = baseBackendOf(trial);
        if (isLoop(trial)) {
            bound.push_back(trial);
            continue;
        }
        // A program of the user's takes the whole list: there is nothing to hand over in one way or another.
        auto trials = carrierOf(trial) == CommandId ? vary(std::vector{trial}, &Trial::call, calls)
                                                    : varyHandOver(trial, row, calls, backend);
        if (backend.usesWorkers) trials = vary(trials, &Trial::workers, workers);
        std::move(trials.begin(), trials.end(), std::back_inserter(bound));
    }
    for (auto& trial : bound) {
        trial.oversubscribed = trial.workers > cpus.usable;
        normalise(trial);
    }
    return bound;
}

/// Upper bound of the number of trials, before repeats are removed.
double combinations(const Case& row, std::size_t params, std::size_t sizes, std::size_t workers) {
    double product = static_cast<double>(workers);
    for (const auto* words :
         {&row.backends, &row.starts, &row.inFlights, &row.caches, &row.calls, &row.chunks, &row.pools}) {
        product *= static_cast<double>(words->size());
    }
    const bool reduces = std::find(row.calls.begin(), row.calls.end(), ReduceCall) != row.calls.end();
    const int bases = reduces && row.calls.size() > 1 ? 2 : 1;  // the plain loop, the fold
    return (product + bases) * static_cast<double>(params) * static_cast<double>(sizes);
}

/// Errors: InvalidInput for an expression that is none, or comes to less than 1 with one of the worker counts.
Result<void> checkInFlights(const Case& row, const std::vector<WorkerCount>& workers) {
    for (const auto& text : row.inFlights) {
        for (const WorkerCount count : workers) {
            const auto limit = parseInFlight(text, count);
            if (!limit) return limit.error();
        }
    }
    return {};
}

Result<void> bindCase(const ExperimentSpec& spec, std::size_t index, const Catalog& catalog, CpuCounts cpus,
                      double& total, Groups& groups) {
    const Case& row = spec.cases[index];
    const auto prefixed = [&](Error error) {
        error.detail = caseField(spec, index, error.detail);
        return error;
    };
    const auto sizes = parseSizes(row.sizes);
    if (!sizes) return prefixed(sizes.error());
    const auto workers = parseWorkers(row.workers, cpus);
    if (!workers) return prefixed(workers.error());
    if (const auto limits = checkInFlights(row, *workers); !limits) return prefixed(limits.error());

    const auto workload = std::find_if(catalog.workloads.begin(), catalog.workloads.end(),
                                       [&](const WorkloadInfo& info) { return info.id == row.workload; });
    const auto firstCase = std::find_if(spec.cases.begin(), spec.cases.end(),
                                        [&](const Case& other) { return other.workload == row.workload; });
    BREAKEVEN_TRY(const auto bound, bindParams(caseField(spec, index, "params"), row, *workload));
    total += combinations(row, bound.size(), sizes->size(), workers->size());
    if (total > static_cast<double>(MostTrials)) {
        return Error{ErrorCode::InvalidInput, "cases: " + numberText(total) + " trials are too many (at most 100 000)"};
    }
    for (const ItemCount size : *sizes) {
        for (const auto& params : bound) {
            Trial base;
            base.workload = row.workload;
            base.params = params;
            base.backend = Serial;
            base.backend = baseBackendOf(base);
            base.size = size;
            const auto workloadIndex = static_cast<std::size_t>(firstCase - spec.cases.begin());
            for (const bool isReduction : {false, true}) {
                auto calls = row.calls;
                std::erase_if(calls, [&](const std::string& call) { return (call == ReduceCall) != isReduction; });
                if (calls.empty()) continue;
                base.call = isReduction ? ReduceCall : "";
                const BaseKey key{workloadIndex, size, isReduction, params};
                auto& group = groups.try_emplace(key, std::vector{base}).first->second;
                auto trials = bindTrials(row, calls, base, *workers, catalog, cpus);
                std::move(trials.begin(), trials.end(), std::back_inserter(group));
            }
        }
    }
    return {};
}

/// Keeps the first of equal trials.
void removeRepeats(std::vector<Trial>& trials) {
    using Key = std::tuple<std::string, std::string, std::string, std::string, std::string, std::string, std::string,
                           WorkerCount>;
    std::set<Key> seen;
    std::erase_if(trials, [&](const Trial& trial) {
        return !seen.insert({trial.backend, trial.call, trial.chunk, trial.pool, trial.start, trial.inFlight,
                             trial.cache, trial.workers})
                    .second;
    });
}

}  // namespace

Result<Plan> makePlan(const ExperimentSpec& spec, const Catalog& catalog, CpuCounts cpus) {
    BREAKEVEN_CHECK(checkSpec(spec, catalog));
    Groups groups;
    double total = 0;
    for (std::size_t i = 0; i < spec.cases.size(); ++i) {
        BREAKEVEN_CHECK(bindCase(spec, i, catalog, cpus, total, groups));
    }
    Plan plan;
    plan.spec = spec;
    for (auto& [key, trials] : groups) {
        removeRepeats(trials);
        Block block;
        block.id = static_cast<int>(plan.blocks.size());
        for (auto& trial : trials) {
            trial.id = static_cast<int>(plan.trials.size());
            block.trials.push_back(trial.id);
            plan.trials.push_back(std::move(trial));
        }
        plan.blocks.push_back(std::move(block));
    }
    return plan;
}

}  // namespace breakeven
