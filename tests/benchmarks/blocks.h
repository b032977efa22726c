/// Blocks of the runner, asked for as the command line asks for them, and trials whose work is a function of the
/// program's own: what a sample should say is then known beforehand.
#pragma once

#include "core/experiment/event.h"
#include "core/run/block_run.h"
#include "core/stats/ratio.h"

#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <vector>

namespace breakeven::benchmarks {

/// Runs the work so many times. Timed, heated and repeated by the runner like a pool's call.
using TimedFunction = std::function<void(std::uint64_t iterations)>;

/// Trials of one worker that run these, with ids from 0; they belong to one block. A function can be named in more than
/// one trial. The functions live as long as the program.
std::vector<Trial> functionTrials(const std::vector<TimedFunction>& functions);

/// A workload's trial with a warm pool. Silent parameters take their initial value. Errors: InvalidInput when the
/// workload is not known.
Result<Trial> warmTrial(int id, const std::string& workload, ItemCount size, const std::string& backend,
                        WorkerCount workers);

/// One block in one launch.
class ProofBlock {
public:
    ProofBlock(std::vector<Trial> trials, std::uint64_t seed);

    /// The runner's next round, of these trials alone, in its random order. Errors: what a trial failed with.
    Result<std::vector<Sample>> runRound(std::span<const int> trials);
    Result<std::vector<Sample>> runRound() { return runRound(m_all); }

private:
    std::vector<Trial> m_trials;
    std::vector<int> m_all;
    BlockRun m_run;
    int m_round = 0;
};

/// Of one round. Precondition: both trials are in it.
TimePair pairOf(const std::vector<Sample>& round, int base, int other);

}  // namespace breakeven::benchmarks
