/// Builds Results from given times, through the events that a run would write. For tests.
#pragma once

#include "core/experiment/results.h"

#include <functional>
#include <string>
#include <vector>

namespace breakeven {

class SampleResults {
public:
    explicit SampleResults(WorkerCount usableCpus = 2) {
        m_started.runId = "sample";
        m_started.spec.name = "sample";
        m_started.spec.cases.push_back({});
        m_started.environment.usableCpus = usableCpus;
        apply(m_started);
    }

    Results results;

    void apply(const Event& event) { results.apply(event); }

    RunStarted& run() { return m_started; }
    void updateRun() { apply(m_started); }

    /// A serial trial when the backend is "serial"; ids count up.
    Trial trial(const std::string& backend, ItemCount size, WorkerCount workers = 2) {
        Trial trial;
        trial.workload = "square";
        trial.backend = backend;
        trial.size = size;
        trial.workers = backend == "serial" ? 1 : workers;
        if (backend != "serial") {
            trial.call = "map";
            trial.chunk = "auto";
            trial.pool = "warm";
        }
        return add(trial);
    }

    /// A trial like this one, under an id of its own.
    Trial add(Trial trial) {
        trial.id = m_nextId++;
        trial.oversubscribed = trial.workers > m_started.environment.usableCpus;
        apply(TrialStarted{0, trial});
        return trial;
    }

    /// What the charts put on x.
    void setX(const std::string& x) {
        m_started.spec.x = x;
        updateRun();
    }

    /// One sample per time, rounds counting up from firstRound.
    void times(const Trial& trial, const std::vector<double>& seconds, int launch = 0, int firstRound = 0,
               const std::vector<std::string>& flags = {}) {
        for (std::size_t i = 0; i < seconds.size(); ++i) {
            Sample sample;
            sample.trial = trial.id;
            sample.launch = launch;
            sample.round = firstRound + static_cast<int>(i);
            sample.seconds = Seconds(seconds[i]);
            sample.verified = true;
            sample.flags = flags;
            apply(sample);
        }
    }

    /// The same of one whose thread waited for a CPU for that part of the time.
    void delayedTimes(const Trial& trial, const std::vector<double>& seconds, double share) {
        for (std::size_t i = 0; i < seconds.size(); ++i) {
            Sample sample;
            sample.trial = trial.id;
            sample.round = static_cast<int>(i);
            sample.seconds = Seconds(seconds[i]);
            sample.delayed = Seconds(seconds[i] * share);
            apply(sample);
        }
    }

    Trial measured(const std::string& backend, ItemCount size, const std::vector<double>& seconds,
                   WorkerCount workers = 2) {
        const Trial added = trial(backend, size, workers);
        times(added, seconds);
        return added;
    }

    /// A trial known by its median and the ends of its interval only; no interval when low is above high.
    Trial imported(const std::string& backend, ItemCount size, double low, double median, double high) {
        const Trial added = trial(backend, size);
        SummaryRead read;
        read.trial = added.id;
        read.summary.count = 10;
        read.summary.median = Seconds(median);
        if (low <= high) read.summary.interval = {Seconds(low), Seconds(high)};
        apply(read);
        return added;
    }

    void fail(const Trial& trial, TrialStatus status, const std::string& detail = {}) {
        apply(TrialFailed{trial.id, 0, status, detail});
    }

    void finish() { apply(RunFinished{"completed", Seconds(1)}); }

private:
    RunStarted m_started;
    int m_nextId = 0;
};

using Spoil = std::function<void(SampleResults&)>;

/// Eight times within 1 % of s seconds, in no order.
inline std::vector<double> steadyTimes(double s) {
    return {s, 1.01 * s, 0.99 * s, 1.005 * s, 0.995 * s, 1.002 * s, 0.998 * s, 1.001 * s};
}

}  // namespace breakeven
