/// One block in one launch: its list, its warm pools, and what is known of each trial. Kept between requests, so that
/// more rounds of the same block need no new set-up.
#pragma once

#include "core/run/trial_run.h"

#include <map>
#include <optional>
#include <vector>

namespace breakeven {

class BlockRun {
public:
    /// The request's first trial decides the list. When it cannot be had, every trial fails in the first round.
    BlockRun(const BlockRequest& request, BackendLookup findBackend);

    bool holds(const BlockRequest& request) const { return request.block == m_block && request.launch == m_launch; }

    /// Takes each trial that has not failed once, in random order. Serial is called before, untimed, while
    /// its output is not known yet; where that call is dear, it is serial's sample, which then is the round's first.
    /// Answers with one Sample or TrialFailed per trial taken; the first round of all also notes what pools decided.
    /// In the last round of a request the outputs are checked once more.
    std::vector<Event> runRound(const std::vector<Trial>& trials, int round, bool isLast);

    /// Profiles, in random order, each of the request's trials that has a sample and can be profiled. Answers with one
    /// TrialProfiled per pass, and a Note for what could not be had. The last pass' spans go to the request's file.
    std::vector<Event> profile(const BlockRequest& request);

    Seconds setup() const { return m_setup + (m_shared ? m_shared->setup : Seconds(0)); }  ///< so far
    Seconds measured() const { return m_shared ? m_shared->measured : Seconds(0); }        ///< so far
    Seconds quiesced() const { return m_shared ? m_shared->quiesced : Seconds(0); }        ///< so far

private:
    struct TrialState {
        std::optional<TrialRun> run;  ///< absent: refused
        bool failed = false;
    };

    struct Turn {
        int round = 0;
        int order = 0;
        bool isLast = false;  ///< round of the request
    };

    void prepare(const BlockRequest& request);
    /// A first call that is a sample already comes first.
    std::vector<const Trial*> inRandomOrder(const std::vector<Trial>& trials, std::uint64_t random) const;
    /// Calls the base for the output that the others are checked against: else it would have to be the first of a
    /// round.
    void expectOutput(const std::vector<Trial>& trials, std::vector<Event>& events);
    TrialState& stateOf(const Trial& trial, std::vector<Event>& events);  ///< tells once why it failed
    void take(const Trial& trial, std::uint64_t random, Turn turn, std::vector<Event>& events);
    Result<void> addProfiles(const Trial& trial, TrialRun& run, const BlockRequest& request,
                             std::vector<Event>& events);
    void addDecisions(const std::vector<Trial>& trials, std::vector<Event>& events) const;
    Event fail(const Trial& trial, TrialState& state, const Error& error) const;

    int m_block;
    int m_launch;
    std::uint64_t m_seed;
    BackendLookup m_findBackend;
    std::optional<BlockShared> m_shared;
    std::optional<Error> m_unprepared;  ///< why there is no list
    std::map<int, TrialState> m_states;
    Seconds m_setup{0};
};

}  // namespace breakeven
