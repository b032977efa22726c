#include "tests/benchmarks/blocks.h"

#include "core/engine/call.h"
#include "core/peers/peers.h"
#include "core/workloads/workload.h"

#include <algorithm>
#include <deque>
#include <memory>
#include <utility>

namespace breakeven::benchmarks {

namespace {

struct FunctionBackend {
    Backend backend;
    TimedFunction function;
};

/// A backend starts its pools by a plain function, so what they run is found by the name in the trial. A deque does not
/// move what it holds.
std::deque<FunctionBackend>& functionBackends() {
    static std::deque<FunctionBackend> backends;
    return backends;
}

FunctionBackend* findFunction(std::string_view id) {
    auto& known = functionBackends();
    const auto found = std::ranges::find(known, id, [](const FunctionBackend& each) { return each.backend.info.id; });
    return found == known.end() ? nullptr : &*found;
}

/// Carries a sample's iterations out as one loop, so that the call itself costs nothing that would have to be told
/// apart from the work.
class FunctionPool final : public WorkerPool, public WholeCalls {
public:
    Result<void> map(const ListJob&) override {
        return Error{ErrorCode::Internal, "function: it is called with its iterations"};
    }

    WholeCalls* wholeCalls() override { return this; }

    Result<CallReport> carryOut(const ListJob&, const CallOptions& options, const CallSpan& span) override {
        findFunction(options.backend)->function(span.iterations);
        return CallReport{};
    }
};

Result<std::unique_ptr<WorkerPool>> startFunctionPool(const PoolOptions&) {
    return std::unique_ptr<WorkerPool>(std::make_unique<FunctionPool>());
}

const Backend* findAnyBackend(std::string_view id) {
    if (const FunctionBackend* const function = findFunction(id)) return &function->backend;
    return findBackendOrPeer(id);
}

BlockRequest requestOf(const std::vector<Trial>& trials, std::uint64_t seed) {
    BlockRequest request;
    request.seed = seed;
    request.trials = trials;
    return request;
}

}  // namespace

std::vector<Trial> functionTrials(const std::vector<TimedFunction>& functions) {
    std::vector<Trial> trials;
    for (const auto& function : functions) {
        const std::string id = "function-" + std::to_string(functionBackends().size());
        // Family serial: functions share no runtime that others would have to wait for.
        const BackendInfo info{.id = id, .title = id, .family = "serial", .description = {}, .usesWorkers = false};
        functionBackends().push_back({{.info = info, .start = startFunctionPool}, function});
        Trial trial;
        trial.id = static_cast<int>(trials.size());
        trial.workload = "identity";
        trial.backend = id;
        trials.push_back(std::move(trial));
    }
    return trials;
}

Result<Trial> warmTrial(int id, const std::string& workload, ItemCount size, const std::string& backend,
                        WorkerCount workers) {
    const WorkloadEntry* const entry = findWorkload(workload);
    if (entry == nullptr) return Error{ErrorCode::InvalidInput, "workload: '" + workload + "' is not known"};
    Trial trial;
    trial.id = id;
    trial.workload = workload;
    for (const auto& param : entry->info.params)
        trial.params.emplace(param.name, param.initial);
    trial.backend = backend;
    trial.size = size;
    trial.workers = workers;
    if (backend == baseBackendOf(trial)) return trial;
    trial.call = "map";
    trial.chunk = "auto";
    trial.pool = "warm";
    return trial;
}

ProofBlock::ProofBlock(std::vector<Trial> trials, std::uint64_t seed)
    : m_trials(std::move(trials)), m_run(requestOf(m_trials, seed), findAnyBackend) {
    for (const auto& trial : m_trials)
        m_all.push_back(trial.id);
}

Result<std::vector<Sample>> ProofBlock::runRound(std::span<const int> trials) {
    std::vector<Trial> chosen;
    for (const auto& trial : m_trials)
        if (std::ranges::find(trials, trial.id) != trials.end()) chosen.push_back(trial);
    std::vector<Sample> samples;
    for (auto& event : m_run.runRound(chosen, m_round++, false)) {
        if (const auto* const failed = std::get_if<TrialFailed>(&event))
            return Error{ErrorCode::WorkFailed, failed->detail};
        if (auto* const sample = std::get_if<Sample>(&event)) samples.push_back(std::move(*sample));
    }
    if (samples.size() != chosen.size()) return Error{ErrorCode::WorkFailed, "block: a trial has failed before"};
    return samples;
}

TimePair pairOf(const std::vector<Sample>& round, int base, int other) {
    const auto secondsOf = [&](int trial) { return std::ranges::find(round, trial, &Sample::trial)->seconds; };
    return {.base = secondsOf(base), .other = secondsOf(other)};
}

}  // namespace breakeven::benchmarks
