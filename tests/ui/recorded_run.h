/// RecordedRun: a run put together by hand, for what the window shows of one.
#pragma once

#include "core/io/formats.h"
#include "ui/session.h"

#include <QString>
#include <QtGlobal>

#include <string>
#include <vector>

namespace breakeven {

class RecordedRun {
public:
    explicit RecordedRun(const std::string& id) {
        m_started.runId = id;
        m_started.spec.name = id;
        m_started.spec.cases.emplace_back().workload = "square";
    }

    /// Before the first trial.
    RunStarted& started() { return m_started; }

    /// One sample per time; the workload is square, in parallel at two workers.
    int trial(const std::string& backend, ItemCount size, const std::vector<double>& seconds) {
        Trial trial;
        trial.id = m_nextId++;
        trial.workload = "square";
        trial.backend = backend;
        trial.size = size;
        trial.workers = backend == "serial" ? 1 : 2;
        add(TrialStarted{0, trial});
        for (std::size_t round = 0; round < seconds.size(); ++round) {
            Sample sample;
            sample.trial = trial.id;
            sample.round = static_cast<int>(round);
            sample.seconds = Seconds(seconds[round]);
            sample.verified = true;
            add(sample);
        }
        return trial.id;
    }

    void add(Event event) { m_events.push_back(std::move(event)); }

    std::vector<Event> events() const {
        std::vector<Event> all = {m_started};
        all.insert(all.end(), m_events.begin(), m_events.end());
        return all;
    }

    Results results() const { return foldEvents(events()); }

    void openIn(Session& session, const QString& file) const {
        if (!writeResults(events(), file.toStdString())) qFatal("the run could not be written");
        session.open(file);
        if (!session.failure().isEmpty()) qFatal("%s", qPrintable(session.failure()));
    }

private:
    RunStarted m_started;
    std::vector<Event> m_events;
    int m_nextId = 0;
};

/// The same time again and again: enough rounds for an interval.
inline std::vector<double> nineTimes(double seconds) {
    return std::vector<double>(9, seconds);
}

}  // namespace breakeven
