/// Options of the parallel functions. Every field has a default; name those that differ:
/// map(items, f, {.workers = 4, .backend = "threads"}).
#pragma once

#include "core/base/units.h"
#include "core/engine/chunk.h"
#include "core/engine/job_control.h"
#include "core/parallel/progress_option.h"

#include <concepts>
#include <cstdint>
#include <stop_token>
#include <string>
#include <string_view>

namespace breakeven {

/// Items handed over together: "auto", "pool" (the formula of Python's Pool.map) or a count from 1 to 1e12. Throws
/// ParallelError (InvalidInput).
class ChunkOption {
public:
    ChunkOption(const char* text);
    template <std::integral Count>
    ChunkOption(Count count) : ChunkOption(std::to_string(count).c_str()) {}

    ChunkPolicy policy() const { return m_policy; }

private:
    ChunkPolicy m_policy;
};

/// A number or joblib's little language: "2*n_jobs", "all".
class InFlightOption {
public:
    InFlightOption(const char* text) : m_text(text) {}
    template <std::integral Count>
    InFlightOption(Count count) : m_text(std::to_string(count)) {}

    /// >= 1. Throws ParallelError (InvalidInput).
    std::uint64_t limit(WorkerCount workers) const;

private:
    std::string m_text;
};

/// Any backend. For callables and data that can travel to another process.
class AnyBackend {
public:
    AnyBackend(const char* id) : m_id(id) {}
    AnyBackend(std::string id) : m_id(std::move(id)) {}
    const std::string& id() const { return m_id; }

private:
    std::string m_id;
};

/// Not constexpr, so that naming a process backend for what cannot travel there is an error of the compiler.
void thisCallableOrItsDataCannotTravelToAnotherProcess();

/// A backend within this process. For callables with captures, which cannot travel.
class LocalBackend {
public:
    consteval LocalBackend(const char* id) : m_id(id) {
        if (isOfProcesses(id)) thisCallableOrItsDataCannotTravelToAnotherProcess();
    }

    /// For ids known at run time only; throws ParallelError (InvalidInput) for process backends. `id` must outlive it.
    static LocalBackend named(std::string_view id);

    std::string id() const { return std::string(m_id); }

private:
    constexpr LocalBackend(std::string_view id, int) : m_id(id) {}
    /// The compiler has the name alone: backends that are not BackendInfo::isLocal are named so, and no others.
    static constexpr bool isOfProcesses(std::string_view id) { return id.starts_with("processes"); }

    std::string_view m_id;
};

/// Throws ParallelError (InvalidInput) unless an error may end the job and a deadline is 0 or up to 1e9 seconds.
JobRules checked(JobRules rules);

/// Throws ParallelError (InvalidInput) unless it is fork or spawn, whether or not the backend has processes.
std::string checkedStart(const char* start);

template <class BackendName>
struct BasicOptions {
    int workers = -1;             ///< >= 1, may exceed the CPUs; -1 all usable CPUs, -2 all but one, …; 0 is an error
    BackendName backend = "tbb";  ///< as `breakeven-cli list backends` names them
    ChunkOption chunk = "auto";
    std::uint64_t stopAfterErrors = 1;  ///< failed items, >= 1, after which nothing more is started; see JobRules
    Seconds deadline{0};                ///< longest time of one item from its own start, up to 1e9 s; 0: none
    std::stop_token stop = {};          ///< no further item is started once a stop is requested
    std::uint64_t seed = 0;             ///< of the items' random streams
    ProgressOption progress = false;    ///< true, or a label: a bar on standard error
    const char* start = "fork";         ///< process backends: fork or spawn

    /// Throws as checked().
    JobRules rules() const { return checked({.stopAfterErrors = stopAfterErrors, .itemDeadline = deadline}); }
};

using Options = BasicOptions<AnyBackend>;
using LocalOptions = BasicOptions<LocalBackend>;

/// Of streams, which show no bar, since the length of their input need not be known, and go on after failed items. The
/// fields are those of BasicOptions.
template <class BackendName>
struct BasicStreamOptions {
    int workers = -1;
    BackendName backend = "tbb";
    ChunkOption chunk = 1;                 ///< a count; anything else is 1
    InFlightOption inFlight = "2*n_jobs";  ///< chunks handed over whose results have not been taken
    Seconds deadline{0};
    std::stop_token stop = {};
    std::uint64_t seed = 0;
    const char* start = "fork";
};

/// Of reduce, whose workers fold several items at a time, so that none has a deadline; it ends at the first that fails.
/// The fields are those of BasicOptions.
template <class BackendName>
struct BasicReduceOptions {
    int workers = -1;
    BackendName backend = "tbb";
    ChunkOption chunk = "auto";
    std::stop_token stop = {};
    ProgressOption progress = false;
    const char* start = "fork";
};

/// joblib's rule for n_jobs; see BasicOptions::workers. Throws ParallelError (InvalidInput).
WorkerCount resolvedWorkers(int workers);

}  // namespace breakeven
