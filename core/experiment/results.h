/// Results: what we know, the fold of a run's events. Nothing else changes it, so live view, replay and import agree.
/// A copy is cheap, since it shares the samples.
#pragma once

#include "core/experiment/event.h"
#include "core/experiment/memo.h"
#include "core/experiment/samples.h"

#include <cstddef>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <unordered_map>
#include <vector>

namespace breakeven {

struct TrialResult {
    Trial trial;
    Samples samples;
    std::map<std::string, std::size_t, std::less<>> flags;  ///< of the samples: how many have each
    std::vector<TrialProfiled> profiles;
    std::optional<Summary> imported;  ///< stands in for samples when a file had none
    TrialStatus status = TrialStatus::Ok;
    std::string detail;            ///< why the status is not Ok
    std::optional<bool> verified;  ///< false when any check failed, true when one passed, absent when none was made
    bool finished = false;
};

class Results {
public:
    /// Folds one event in. Events of unknown trials are ignored; a repeated TrialStarted is harmless.
    void apply(const Event& event);

    const RunStarted& run() const { return m_run; }
    const std::vector<TrialResult>& trials() const { return m_trials; }  ///< in order of first appearance
    const TrialResult* find(int trialId) const;                          ///< nullptr when unknown
    const std::vector<std::string>& notes() const { return m_notes; }
    const std::vector<BlockFinished>& blocks() const { return m_blocks; }
    const std::vector<PoolReference>& poolReferences() const { return m_poolReferences; }
    const std::vector<LaunchReference>& launchReferences() const { return m_launchReferences; }
    const std::string& spansFile() const { return m_spansFile; }  ///< as the run names it; empty when there is none
    const std::optional<RunFinished>& finished() const { return m_finished; }

    /// What make() gives, which follows from all of it; called when it is not known since the last event.
    template <class Value, class Make>
    std::shared_ptr<const Value> recall(Make make) const {
        return m_memo.of<Value>(make);
    }

    /// The serial trial of the same workload, parameters and size; nullptr when it was not measured.
    const TrialResult* baseOf(const TrialResult& result) const;

    /// The same series at one worker; nullptr when it was not measured.
    const TrialResult* oneWorkerOf(const TrialResult& result) const;

private:
    TrialResult* findMutable(int trialId);

    RunStarted m_run;
    std::vector<TrialResult> m_trials;
    /// Workload, parameters, size: what trials have in common that are compared with each other.
    using ListKey = std::tuple<std::string, Params, ItemCount>;
    /// The first trial on the same list that matches; nullptr when none does.
    template <class Matches>
    const TrialResult* findOnSameList(const Trial& trial, Matches matches) const;

    std::unordered_map<int, std::size_t> m_positions;                  ///< trial id → index in m_trials
    std::map<ListKey, std::vector<std::size_t>, std::less<>> m_lists;  ///< indices in m_trials
    std::vector<std::string> m_notes;
    std::vector<BlockFinished> m_blocks;
    std::vector<PoolReference> m_poolReferences;
    std::vector<LaunchReference> m_launchReferences;
    std::string m_spansFile;
    std::optional<RunFinished> m_finished;
    Memo m_memo;
};

/// Contract words: ok, failed, wrong-result, timed-out, crashed, refused, interrupted, skipped.
std::string_view statusWord(TrialStatus status);
std::optional<TrialStatus> statusFromWord(std::string_view word);

}  // namespace breakeven
