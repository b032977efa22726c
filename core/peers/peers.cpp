#include "core/peers/peers.h"

#include "core/base/command_line.h"
#include "core/peers/command_pool.h"
#include "core/peers/peer_pool.h"
#include "core/peers/python_process.h"

#include <algorithm>
#include <array>
#include <utility>

namespace breakeven {

namespace {

/// kind: a word of peer.py.
BackendInfo infoOf(const std::string& kind, std::string title, std::string description,
                   std::vector<std::string> calls) {
    return {.id = "python-" + kind,
            .title = std::move(title),
            .family = "python",
            .description = std::move(description),
            .needsSharedMemory = true,
            .calls = std::move(calls)};
}

Backend serialPeer() {
    auto info =
        infoOf("serial", "Python, serial",
               "A list comprehension in Python: what Python's own ways to run in parallel are compared with.", {"map"});
    info.usesWorkers = false;
    return {.info = std::move(info),
            .start = [](const PoolOptions& options) { return PeerPool::start("serial", options); }};
}

Backend multiprocessingPeer() {
    return {.info = infoOf(
                "multiprocessing", "Python, multiprocessing.Pool",
                "Python's own pool of worker processes, forked, with all its calls. Chunk auto is its own "
                "rule, four chunks per worker.",
                {"apply", "map", "starmap", "apply-async", "map-async", "starmap-async", "imap", "imap-unordered"}),
            .start = [](const PoolOptions& options) { return PeerPool::start("multiprocessing", options); }};
}

Backend joblibPeer() {
    return {.info = infoOf("joblib", "Python, joblib processes",
                           "joblib.Parallel with delayed on loky's worker processes. Chunk auto is joblib's own rule, "
                           "and so is what is in flight unless the case limits it: 2*n_jobs.",
                           {"map", "starmap"}),
            .start = [](const PoolOptions& options) { return PeerPool::start("joblib", options); }};
}

Backend joblibThreadsPeer() {
    return {.info = infoOf("joblib-threads", "Python, joblib threads",
                           "joblib.Parallel on threads of one interpreter, of which one at a time computes: for items "
                           "that wait.",
                           {"map", "starmap"}),
            .start = [](const PoolOptions& options) { return PeerPool::start("joblib-threads", options); }};
}

Backend futuresPeer() {
    return {.info = infoOf("futures", "Python, concurrent.futures",
                           "ProcessPoolExecutor with forked workers: map, submit and as_completed. Chunk auto is "
                           "Python's own default, one item.",
                           {"map", "apply", "apply-async", "imap", "imap-unordered"}),
            .start = [](const PoolOptions& options) { return PeerPool::start("futures", options); }};
}

/// One run is long beside the clock's step, and what it costs to start is not in its time.
Backend commandPeer() {
    return {.info = {.id = std::string(CommandId),
                     .title = "Your program",
                     .family = std::string(CommandId),
                     .description = "A program of your own, which the workload command names, with the workers that it "
                                    "is told.",
                     .copiesItems = true,
                     .calls = {"map"}},
            .start = &CommandPool::start,
            .repeats = false};
}

}  // namespace

std::span<const Backend> peers() {
    static const std::array table = {serialPeer(),        multiprocessingPeer(), joblibPeer(),
                                     joblibThreadsPeer(), futuresPeer(),         commandPeer()};
    return table;
}

const Backend* findBackendOrPeer(std::string_view id) {
    if (const Backend* backend = findBackend(id)) return backend;
    const auto all = peers();
    const auto found = std::ranges::find(all, id, [](const Backend& peer) { return peer.info.id; });
    return found == all.end() ? nullptr : &*found;
}

Result<PythonFacts> findPython() {
    BREAKEVEN_TRY(const auto process, PythonProcess::start({"describe"}));
    const auto& facts = process.greeting();
    const auto joblib = facts.find("joblib");
    const bool hasJoblib = joblib != facts.end() && joblib->is_string();
    return PythonFacts{.program = PythonProcess::program(),
                       .version = facts.value("python", "unknown"),
                       .joblib = hasJoblib ? std::optional(joblib->get<std::string>()) : std::nullopt};
}

}  // namespace breakeven
