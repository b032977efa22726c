/// Blocks of trials for tests of the peers, and interpreters that are not what they should be.
#pragma once

#include "core/peers/peers.h"
#include "core/run/block_run.h"
#include "core/workloads/workload.h"

#include <QByteArray>
#include <QFile>
#include <QString>

#include <map>
#include <string>
#include <utility>
#include <vector>

namespace breakeven::test {

/// Puts another value in place for the rest of a scope.
class WithPython {
public:
    explicit WithPython(const QString& program) : m_before(qgetenv("BREAKEVEN_PYTHON")) {
        qputenv("BREAKEVEN_PYTHON", program.toUtf8());
    }
    ~WithPython() { qputenv("BREAKEVEN_PYTHON", m_before); }
    WithPython(const WithPython&) = delete;
    WithPython& operator=(const WithPython&) = delete;

private:
    QByteArray m_before;
};

/// A program that can be started in place of Python.
inline QString shellScript(const QString& path, const QByteArray& text) {
    QFile file(path);
    if (file.open(QIODevice::WriteOnly)) file.write("#!/bin/sh\n" + text);
    file.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    return path;
}

/// Those that have twins of workloads.
inline std::vector<Backend> pythonPeers() {
    std::vector<Backend> python(peers().begin(), peers().end());
    std::erase_if(python, [](const Backend& peer) { return peer.info.family != "python"; });
    return python;
}

inline Trial peerTrial(const std::string& workload, const std::string& backend, const std::string& call = "") {
    Trial trial;
    trial.workload = workload;
    trial.backend = backend;
    trial.call = call;
    trial.size = 20;
    if (!isLoop(trial)) {
        trial.pool = "warm";
        trial.chunk = "auto";
        trial.workers = 2;
        if (call.empty()) trial.call = "map";
    }
    for (const auto& param : findWorkload(workload)->info.params)
        trial.params[param.name] = param.name == "seconds" ? ParamValue(0.0) : param.initial;
    return trial;
}

/// What became of each trial, in their order.
struct Outcome {
    TrialStatus status = TrialStatus::Ok;
    std::string detail;
    std::optional<bool> verified;
    Sample sample;
};

inline std::vector<Outcome> outcomesOf(std::vector<Trial> trials) {
    for (std::size_t i = 0; i < trials.size(); ++i)
        trials[i].id = static_cast<int>(i);
    BlockRequest request;
    request.trials = trials;
    BlockRun block(request, findBackendOrPeer);
    std::vector<Outcome> outcomes(trials.size());
    for (const auto& event : block.runRound(trials, 0, true)) {
        if (const auto* failed = std::get_if<TrialFailed>(&event)) {
            auto& outcome = outcomes[static_cast<std::size_t>(failed->trial)];
            outcome.status = failed->status;
            outcome.detail = failed->detail;
        } else if (const auto* sample = std::get_if<Sample>(&event)) {
            auto& outcome = outcomes[static_cast<std::size_t>(sample->trial)];
            outcome.verified = sample->verified;
            outcome.sample = *sample;
        }
    }
    return outcomes;
}

}  // namespace breakeven::test
