#include "core/peers/peer_pool.h"

#include "core/os/memory.h"

#include <utility>

#include <unistd.h>

namespace breakeven {

namespace {

/// Absent: as the runtime does when it is told nothing.
nlohmann::json chunkJson(const ListJob& job, WorkerCount workers) {
    if (job.chunk.kind == ChunkPolicy::Kind::Auto) return nullptr;
    return chunkItems(job.chunk, job.size, workers);
}

nlohmann::json requestFor(const ListJob& job, const CallOptions& options, const CallSpan& span) {
    const SharedKernel& shared = *job.shared;
    return {{"list",
             {{"recipe", shared.recipe},
              {"pid", getpid()},
              {"fd", shared.memoryFd},
              {"bytes", shared.bytes},
              {"memory", availableMemory().bytes / 2},
              {"id", shared.id}}},
            {"call", entryOf(options.call).info.id},
            {"chunk", chunkJson(job, options.workers)},
            {"in_flight", options.inFlight == NoLimit ? nlohmann::json() : nlohmann::json(options.inFlight)},
            {"iterations", span.iterations},
            {"cold", span.makesPool}};
}

}  // namespace

Result<std::unique_ptr<WorkerPool>> PeerPool::start(const std::string& kind, const PoolOptions& options) {
    BREAKEVEN_TRY(auto python, PythonProcess::start({kind, std::to_string(options.workers)}));
    return std::unique_ptr<WorkerPool>(new PeerPool(std::move(python)));
}

Result<CallReport> PeerPool::carryOut(const ListJob& job, const CallOptions& options, const CallSpan& span) {
    if (job.shared == nullptr || job.shared->memoryFd < 0)
        return Error{ErrorCode::Internal, "peer: the list is not shared with other processes"};
    BREAKEVEN_TRY(const auto answer, m_python.ask(requestFor(job, options, span)));
    try {
        CallReport report;
        report.own = OwnClock{.wall = Seconds(answer.at("seconds").get<double>()),
                              .cpu = Seconds(answer.at("cpu").get<double>()),
                              .startup = m_python.startup()};
        if (const auto& first = answer.at("first_result"); !first.is_null())
            report.firstResult = Seconds(first.get<double>());
        m_pids = answer.at("pids").get<std::vector<pid_t>>();
        return report;
    } catch (const nlohmann::json::exception& problem) {
        return Error{ErrorCode::ChildCrashed, std::string("Python's answer was not understood: ") + problem.what()};
    }
}

Result<void> PeerPool::map(const ListJob& job) {
    const auto report = carryOut(job, {}, {});
    return report ? Result<void>() : report.error();
}

void PeerPool::submit(const ListJob&, Chunk chunk, Completion& completion) {
    completion.chunkEnded(chunk, Error{ErrorCode::Refused, "peer: Python takes whole calls, no single chunks"});
}

}  // namespace breakeven
