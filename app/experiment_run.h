/// ExperimentRun: the arrow from a Plan to its events. Decides with nextBlock what to ask a runner for, starts a fresh
/// runner per launch, and finds the trial that is to blame when one crashes.
#pragma once

#include "core/base/result.h"
#include "core/experiment/event.h"
#include "core/experiment/plan.h"
#include "core/experiment/results.h"
#include "core/os/child.h"
#include "core/os/clock.h"
#include "core/os/temporary_folder.h"

#include <filesystem>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace breakeven {

/// Takes the events of a round. A sink that fails is not called again, and the run stops.
using EventSink = std::function<Result<void>(const std::vector<Event>&)>;

struct RunSettings {
    std::filesystem::path runner;          ///< the program to measure with
    Environment environment;               ///< goes into the first event
    ByteCount largestList = 0;             ///< trials whose list needs more are skipped
    int wakeFd = -1;                       ///< readable: stop at once
    std::filesystem::path spansFile = {};  ///< absolute: where the first launch's timelines go; empty: nowhere
    std::string spansName = {};            ///< how the run names that file
    bool needsTimeline = false;            ///< a profiled pass of each trial comes first, whatever time it takes
};

/// A size whose list does not fit; detail says need and limit.
struct OversizeBlock {
    int block = 0;
    std::string detail;
};

std::vector<OversizeBlock> oversizeBlocks(const Plan& plan, ByteCount largestList);

/// BREAKEVEN_RUNNER, or breakeven-runner beside this program. Errors: Internal when it cannot be executed.
Result<std::filesystem::path> findRunner();

class ExperimentRun {
public:
    ExperimentRun(Plan plan, RunSettings settings, std::vector<EventSink> sinks);

    /// Blocks until the run is over; call once. Whatever the result, events() end with run-finished and every sink that
    /// works has been given all of them. A run in which trials were refused and none but serial was measured has
    /// failed. Errors: Interrupted (wakeFd); Internal (the runner cannot be started or breaks the protocol; a sink
    /// failed).
    Result<void> execute();

    const Plan& plan() const { return m_plan; }
    const std::vector<Event>& events() const { return m_events; }
    const Results& results() const { return m_results; }
    Seconds elapsed() const { return Clock::now() - m_started; }

private:
    /// Why trials have no result, such as the end of the runner that was asked for them.
    struct Death {
        TrialStatus status;
        std::string detail;
    };
    /// How a request ended: absent when answered in full.
    using RunnerDeath = std::optional<Death>;

    Result<std::string> measure();
    Result<void> makeTemporaryCache();
    BlockRequest withFolders(BlockRequest request) const;
    bool isUnprofiled(const BlockRequest& request) const;
    Result<void> nameSpans();
    Result<std::vector<Event>> asPlanned(std::vector<Event> events) const;
    Result<void> startRunner(int launch);
    Result<RunnerDeath> ask(const BlockRequest& request);
    Result<std::vector<Event>> readEvents();
    Result<std::optional<std::string>> awaitLine();
    std::optional<Seconds> patienceWith(const BlockRequest& request) const;
    Result<void> blame(const BlockRequest& request, const Death& death);
    Result<void> markFailed(const std::vector<Trial>& trials, int launch, const Death& death);
    Result<void> skipOversize();
    bool hasRefusedAll() const;
    Result<void> finish(const std::string& reason);
    Result<void> emit(const std::vector<Event>& events);
    int nextRound(const BlockRequest& request) const;
    std::size_t outcomeCount() const;

    Plan m_plan;
    RunSettings m_settings;
    std::vector<EventSink> m_sinks;
    std::vector<Event> m_events;
    Results m_results;
    Clock::time_point m_started = Clock::now();
    std::optional<Child> m_runner;
    int m_launch = -1;                       ///< of the running runner
    std::map<int, int> m_unexplainedDeaths;  ///< per block: a runner died, and no trial kills one alone
    bool m_answered = false;                 ///< some runner has sent an event
    bool m_wasStopped = false;               ///< a runner stayed stopped beyond the budget, and was ended
    std::optional<TemporaryFolder> m_temporaryCache;
    std::optional<Seconds> m_patience;  ///< with a runner that says nothing; absent: without end
    bool m_wasSilent = false;           ///< it had an end, and so had the runner
};

}  // namespace breakeven
