/// Event: what happened. The stream of events, one JSON object per line, is the run file; live view, replay and
/// recovery fold the same stream.
#pragma once

#include "core/base/environment.h"
#include "core/base/summary.h"
#include "core/experiment/plan.h"
#include "core/experiment/reference.h"
#include "core/experiment/spec.h"

#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace breakeven {

struct RunStarted {
    std::string runId;      ///< unique per run
    std::string startedAt;  ///< ISO 8601, UTC
    std::string version;    ///< of the program that measured
    ExperimentSpec spec;
    Environment environment;
};

struct TrialStarted {
    int launch = 0;
    Trial trial;
};

/// Flag of a sample that computed and stored items which the disk cache did not have; the others only looked up.
inline constexpr std::string_view CacheStoresFlag = "cache-stores";

/// Begins the flag of a sample whose pool decided by itself how to run it: "chose-serial".
inline constexpr std::string_view ChoiceFlagPrefix = "chose-";

/// One timed execution. `seconds` is the time of one list: the sample's wall time divided by its iterations.
struct Sample {
    int trial = 0;
    int launch = 0;
    int round = 0;                   ///< within the launch, >= 0
    int order = 0;                   ///< position within the round, >= 0
    std::uint64_t iterations = 1;    ///< executions the sample averages over, >= 1
    Seconds seconds{0};              ///< per execution, making a cold pool included; a peer's by its own clock
    std::optional<Seconds> startup;  ///< making the pool, of cold pools; starting Python, which is not in seconds
    std::optional<Seconds> firstResult;
    std::optional<Seconds> cpu;        ///< user + system time of all workers, per execution
    std::optional<Seconds> delayed;    ///< the calling thread was runnable and had no CPU, per execution
    std::optional<double> waits;       ///< times a worker gave its CPU up, to sleep or for a lock, per execution
    std::optional<ByteCount> peakRss;  ///< of the runner and its workers
    std::optional<bool> verified;      ///< the output equalled serial's; absent when this sample was not checked
    std::vector<std::string> flags;  ///< what may have spoilt it, such as migrated, or sets it apart: cache-stores, …
};

/// Measuring of a trial is over for good.
struct TrialFinished {
    int trial = 0;
};

enum class TrialStatus { Ok, Failed, WrongResult, TimedOut, Crashed, Refused, Interrupted, Skipped };

struct TrialFailed {
    int trial = 0;
    int launch = 0;
    TrialStatus status = TrialStatus::Failed;
    std::string detail;  ///< one line
};

/// Names the side file with recorded spans.
struct TraceWritten {
    std::string file;
};

/// A trial known only by its summary: read from a file without samples.
struct SummaryRead {
    int trial = 0;
    Summary summary;
    std::optional<bool> verified;  ///< as in Sample
};

struct Note {
    std::string text;  ///< one line for people
};

/// The rounds that a block was asked for are over. Marks a consistent point of the file.
struct BlockFinished {
    int block = 0;
    int launch = 0;
    int rounds = 0;       ///< executed by this request
    Seconds setup{0};     ///< generating input, starting pools, verifying
    Seconds measured{0};  ///< inside samples
    Seconds elapsed{0};   ///< wall time of the whole request
    Seconds quiesced{0};  ///< waiting, before samples, for other threads to be idle
};

struct RunFinished {
    std::string reason;  ///< completed, budget, interrupted, failed
    Seconds elapsed{0};
};

using Event = std::variant<RunStarted, TrialStarted, Sample, TrialFinished, TrialFailed, TrialProfiled, PoolReference,
                           LaunchReference, TraceWritten, SummaryRead, Note, BlockFinished, RunFinished>;

/// What the runner is asked for, on its standard input: `rounds` more rounds of one block.
struct BlockRequest {
    int block = 0;
    int launch = 0;
    int rounds = 1;                    ///< >= 1
    int firstRound = 0;                ///< rounds of this block already done in this launch
    std::uint64_t seed = 1;            ///< orders the rounds and generates the input
    std::vector<Trial> trials;         ///< the serial base first
    int profiles = 0;                  ///< profiled passes of each parallel trial after the rounds, >= 0
    std::string spansFile;             ///< where the chunks of the profiled passes are added; empty: nowhere
    WorkerCount referenceThreads = 0;  ///< LaunchReference with 1 and so many threads, PoolReferences first; 0: none
};

}  // namespace breakeven
