#include "core/experiment/results.h"

#include <array>
#include <cstddef>
#include <utility>

namespace breakeven {

namespace {

constexpr std::array<std::pair<TrialStatus, std::string_view>, 8> StatusWords{{
    {TrialStatus::Ok, "ok"},
    {TrialStatus::Failed, "failed"},
    {TrialStatus::WrongResult, "wrong-result"},
    {TrialStatus::TimedOut, "timed-out"},
    {TrialStatus::Crashed, "crashed"},
    {TrialStatus::Refused, "refused"},
    {TrialStatus::Interrupted, "interrupted"},
    {TrialStatus::Skipped, "skipped"},
}};

void verify(TrialResult& result, std::optional<bool> verified) {
    if (!verified) return;
    result.verified = result.verified.value_or(true) && *verified;
    if (!*verified && result.status == TrialStatus::Ok) result.status = TrialStatus::WrongResult;
}

/// The first failure stands; what comes later is often its consequence.
void fail(TrialResult& result, const TrialFailed& event) {
    if (result.status == TrialStatus::Ok) result.status = event.status;
    if (event.status == TrialStatus::WrongResult) result.verified = false;
    if (result.status == event.status && result.detail.empty()) result.detail = event.detail;
    result.finished = true;
}

template <class... Handlers>
struct Overloaded : Handlers... {
    using Handlers::operator()...;
};

}  // namespace

void Results::apply(const Event& event) {
    m_memo.forget();
    const auto withTrial = [this](int id, auto change) {
        if (TrialResult* result = findMutable(id)) change(*result);
    };
    std::visit(Overloaded{
                   [&](const RunStarted& started) { m_run = started; },
                   [&](const TrialStarted& started) {
                       if (!m_positions.try_emplace(started.trial.id, m_trials.size()).second) return;
                       const Trial& trial = started.trial;
                       m_lists[{trial.workload, trial.params, trial.size}].push_back(m_trials.size());
                       m_trials.emplace_back().trial = trial;
                   },
                   [&](const Sample& sample) {
                       withTrial(sample.trial, [&](TrialResult& result) {
                           result.samples.push_back(sample);
                           for (const std::string& flag : sample.flags)
                               ++result.flags[flag];
                           verify(result, sample.verified);
                       });
                   },
                   [&](const TrialFinished& finished) {
                       withTrial(finished.trial, [](TrialResult& result) { result.finished = true; });
                   },
                   [&](const TrialFailed& failed) {
                       withTrial(failed.trial, [&](TrialResult& result) { fail(result, failed); });
                   },
                   [&](const TrialProfiled& profiled) {
                       withTrial(profiled.trial, [&](TrialResult& result) { result.profiles.push_back(profiled); });
                   },
                   [&](const PoolReference& reference) { m_poolReferences.push_back(reference); },
                   [&](const LaunchReference& reference) { m_launchReferences.push_back(reference); },
                   [&](const TraceWritten& trace) { m_spansFile = trace.file; },
                   [&](const SummaryRead& read) {
                       withTrial(read.trial, [&](TrialResult& result) {
                           result.imported = read.summary;
                           verify(result, read.verified);
                       });
                   },
                   [&](const Note& note) {
                       if (!note.text.empty()) m_notes.push_back(note.text);
                   },
                   [&](const BlockFinished& finished) { m_blocks.push_back(finished); },
                   [&](const RunFinished& finished) { m_finished = finished; },
               },
               event);
}

const TrialResult* Results::find(int trialId) const {
    const auto found = m_positions.find(trialId);
    return found == m_positions.end() ? nullptr : &m_trials[found->second];
}

TrialResult* Results::findMutable(int trialId) {
    const auto found = m_positions.find(trialId);
    return found == m_positions.end() ? nullptr : &m_trials[found->second];
}

template <class Matches>
const TrialResult* Results::findOnSameList(const Trial& trial, Matches matches) const {
    const auto list = m_lists.find(std::tie(trial.workload, trial.params, trial.size));
    if (list == m_lists.end()) return nullptr;
    for (const std::size_t position : list->second) {
        if (matches(m_trials[position].trial)) return &m_trials[position];
    }
    return nullptr;
}

const TrialResult* Results::baseOf(const TrialResult& result) const {
    return findOnSameList(result.trial, [&](const Trial& other) { return isBaseOf(other, result.trial); });
}

const TrialResult* Results::oneWorkerOf(const TrialResult& result) const {
    Trial wanted = result.trial;
    wanted.workers = 1;
    return findOnSameList(wanted, [&](const Trial& other) { return sameSeries(other, wanted); });
}

std::string_view statusWord(TrialStatus status) {
    for (const auto& [value, word] : StatusWords) {
        if (value == status) return word;
    }
    return "failed";
}

std::optional<TrialStatus> statusFromWord(std::string_view word) {
    for (const auto& [value, text] : StatusWords) {
        if (text == word) return value;
    }
    return std::nullopt;
}

}  // namespace breakeven
