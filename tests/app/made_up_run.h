/// Runs of a plan whose times nobody measured: every way to execute a list has a speed and an overhead by chance. For
/// tests of what is said about runs.
#pragma once

#include "core/experiment/plan.h"
#include "core/experiment/results.h"

#include <array>
#include <cmath>
#include <map>
#include <random>
#include <string>

namespace breakeven {

class MadeUpRun {
public:
    explicit MadeUpRun(unsigned seed) : m_random(seed) {}

    /// samples: of each trial, within one percent of each other.
    Results of(const Plan& plan, int samples) {
        m_traits.clear();
        Results results;
        RunStarted started;
        started.runId = "made up";
        started.spec = plan.spec;
        started.environment.usableCpus = 4;
        results.apply(started);
        for (const Trial& trial : plan.trials) {
            results.apply(TrialStarted{0, trial});
            for (int round = 0; round < samples; ++round)
                results.apply(sampleOf(trial, round, samples));
        }
        return results;
    }

private:
    struct Traits {
        double overhead = 0;  // seconds
        double perItem = 0;
        double share = 0;  // of the time, what is no work
        double bytes = 0;
    };

    /// Everything but the size: what lies on one curve has one speed.
    static std::string curveOf(const Trial& trial) {
        std::string key = trial.workload + '|' + trial.backend + '|' + trial.call + '|' + trial.chunk + '|' +
                          trial.pool + '|' + trial.start + '|' + trial.inFlight + '|' + trial.cache + '|' +
                          std::to_string(trial.workers);
        for (const auto& [name, value] : trial.params) {
            const auto* text = std::get_if<std::string>(&value);
            key += '|' + (text ? *text : std::to_string(std::get<double>(value)));
        }
        return key;
    }

    /// Between the two, as often within one decade as within another.
    double anywhere(double low, double high) {
        return low * std::pow(high / low, std::uniform_real_distribution<double>()(m_random));
    }

    const Traits& traitsOf(const Trial& trial) {
        const auto [place, isNew] = m_traits.try_emplace(curveOf(trial));
        if (isNew) {
            const double overhead = isLoop(trial) ? 1e-9 : anywhere(1e-9, 1e-1);
            place->second = {overhead, anywhere(1e-8, 1e-5), anywhere(1e-3, 0.5), anywhere(1e6, 1e9)};
        }
        return place->second;
    }

    Sample sampleOf(const Trial& trial, int round, int samples) {
        const Traits& traits = traitsOf(trial);
        const double spread = 1 + 0.01 * (static_cast<double>(round) / samples - 0.5);
        const double seconds = (traits.overhead + traits.perItem * static_cast<double>(trial.size)) * spread;
        Sample sample;
        sample.trial = trial.id;
        sample.round = round;
        sample.seconds = Seconds(seconds);
        sample.startup = Seconds(seconds * traits.share);
        sample.firstResult = Seconds(seconds * traits.share);
        sample.cpu = Seconds(seconds * (1 + traits.share));
        sample.peakRss = static_cast<ByteCount>(traits.bytes * spread);
        sample.verified = true;
        return sample;
    }

    std::mt19937 m_random;
    std::map<std::string, Traits> m_traits;
};

}  // namespace breakeven
