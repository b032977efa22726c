/// One trial within a block: how it is called, checked, and measured again and again.
#pragma once

#include "core/experiment/event.h"
#include "core/run/block_list.h"
#include "core/run/cached_list.h"
#include "core/run/execution.h"
#include "core/run/profile_pass.h"
#include "core/run/warm_pools.h"

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace breakeven {

using BackendLookup = std::function<const Backend*(std::string_view id)>;

/// What the trials of a block share.
struct BlockShared {
    BlockList list;
    WarmPools pools;
    bool runtimesAlternate = false;  ///< more than one parallel runtime takes turns
    Seconds setup{0};                ///< starting warm pools, first calls, checks; so far
    Seconds measured{0};             ///< inside samples; so far
    Seconds quiesced{0};             ///< waiting, before samples, for other threads to be idle; so far
};

class TrialRun {
public:
    /// Errors: Refused, naming the field that this version cannot measure, or that does not belong to the block.
    static Result<TrialRun> create(const Trial& trial, const ListRecipe& list, const BackendLookup& findBackend);

    /// Takes one sample; the first one of a trial follows a call whose output is checked against serial's, or is that
    /// call when it is long. The output that the last one of a request leaves is checked too, so that a map that stops
    /// working is found, unless that would take longer than 10 ms and than a tenth of what was measured since the last
    /// check; a short one of a cold pool is followed by a call for it. The first call of a trial with a cache is a
    /// sample too when it had to store something, and says so in its flags; all later ones look up. `random` varies the
    /// number of iterations. Trial, launch, round and order of the sample are the caller's to fill in. A failed trial
    /// must not be measured again. Errors: those of the execution.
    Result<Sample> measure(BlockShared& shared, std::uint64_t random, bool isLast);

    /// Makes that first call now, where the trial was not measured yet. Errors: as measure().
    Result<void> callFirst(BlockShared& shared);
    /// Whether that call has become the next sample.
    bool hasSample() const { return m_kept.has_value(); }

    /// Whether profile() can be asked for: it runs kernels of ours, in parallel, and looks nothing up.
    bool canBeProfiled() const;
    /// The trial's own call, as often as that; keepsSpans: of the last pass. Errors: those of profileList;
    /// Refused when the workers' copies of the list do not fit the memory.
    Result<std::vector<ProfiledPass>> profile(BlockShared& shared, int passes, bool keepsSpans);

    /// Pages of the list that its workers compute on, by memory node; empty on machines with one node, where workers
    /// have copies of their own, and where the kernel does not tell.
    std::vector<std::uint64_t> nodePages(const BlockShared& shared) const;

    bool outputWasWrong() const { return m_outputWasWrong; }
    const std::string& decision() const { return m_decision; }  ///< the pool's own, of the last sample; or empty

private:
    Result<void> bindCall();
    void makeRoom(BlockShared& shared) const;
    void forgetPool(BlockShared& shared, const Error& error) const;
    Result<Sample> sampleOf(BlockShared& shared, std::uint64_t random, bool isLast);
    Result<void> firstCall(BlockShared& shared);
    Result<Sample> nextSample(BlockShared& shared, std::uint64_t random, bool isLast, bool isHot);
    Result<Execution> execute(BlockShared& shared, std::uint64_t iterations);
    Result<Execution> executePool(BlockShared& shared, std::uint64_t iterations);
    void remember(const Execution& execution, std::uint64_t iterations);
    Result<Execution> checkedCall(BlockShared& shared);
    Result<void> checkOutput(BlockShared& shared);
    Sample toSample(BlockShared& shared, const Execution& execution, std::uint64_t iterations);
    bool needsHeating() const;
    std::uint64_t iterationsOf(bool runtimesAlternate, std::uint64_t random) const;
    ListCall callOf(const BlockShared& shared) const;
    PoolOptions poolOptions() const;
    bool isCold() const { return m_trial.pool == "cold"; }
    bool restsFirst() const { return m_trial.pool == "after-idle"; }

    Trial m_trial;
    const Backend* m_backend = nullptr;
    ChunkPolicy m_chunk;
    CallOptions m_options;
    std::optional<CachedList> m_cached;  ///< from the first sample on, of a trial with a cache
    bool m_called = false;
    std::optional<Execution> m_kept;  ///< the first call, until it is told as a sample
    bool m_outputWasWrong = false;
    std::string m_decision;
    Seconds m_once{0};               ///< one execution, as last seen; 0: of no use for the next one
    Seconds m_checking{0};           ///< clearing the output and comparing it, as last seen
    Seconds m_unchecked{0};          ///< inside samples since the output was checked
    std::optional<bool> m_verified;  ///< outcome of the check, until a sample has carried it
};

}  // namespace breakeven
