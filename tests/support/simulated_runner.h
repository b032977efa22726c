/// Plans, and a runner on a virtual clock that carries out what nextBlock asks for. For tests.
#pragma once

#include "core/analysis/next_block.h"
#include "core/analysis/refinement.h"

#include <QTest>

#include <algorithm>
#include <map>
#include <random>
#include <set>
#include <string>
#include <vector>

namespace breakeven {

/// One serial and the given parallel trials per size.
inline Plan planOf(const std::vector<ItemCount>& sizes, const Stopping& stopping,
                   const std::vector<std::string>& backends = {"tbb"}) {
    Plan plan;
    plan.spec.stopping = stopping;
    plan.spec.seed = 42;
    for (const ItemCount size : sizes) {
        Block block;
        block.id = static_cast<int>(plan.blocks.size());
        std::vector<std::string> all = {"serial"};
        all.insert(all.end(), backends.begin(), backends.end());
        for (const std::string& backend : all) {
            Trial trial;
            trial.id = static_cast<int>(plan.trials.size());
            trial.workload = "square";
            trial.backend = backend;
            trial.size = size;
            trial.workers = backend == "serial" ? 1 : 2;
            block.trials.push_back(trial.id);
            plan.trials.push_back(trial);
        }
        plan.blocks.push_back(block);
    }
    return plan;
}

/// Executes requests on a virtual clock.
struct SimulatedRunner {
    double perItem = 1e-6;   // seconds of the serial trial; parallel takes half plus overhead
    double overhead = 1e-4;  // seconds
    double noise = 0.01;     // sigma of the lognormal factor
    double setup = 0.01;     // seconds per request
    double sampling = 0;     // seconds that a sample takes at least, whatever its time
    double luck = 0;         // sigma of the lognormal factor that a launch has on all times of a backend
    std::set<int> crashing;  // trials that crash when asked for
    int mostRequests = 100'000;

    Results results;
    std::vector<BlockRequest> requests;
    double elapsed = 0;
    std::string reason;
    std::mt19937_64 generator{5};
    std::map<std::pair<std::string, int>, double> lucks;  // by backend and launch

    double timeOf(const Trial& trial, int launch) {
        const double work = perItem * static_cast<double>(trial.size);
        std::lognormal_distribution<double> factor(0, noise);
        const auto [own, isNew] = lucks.try_emplace({trial.backend, launch}, 1.0);
        if (isNew && luck > 0) own->second = std::lognormal_distribution<double>(0, luck)(generator);
        return (trial.backend == "serial" ? work : overhead + work / 2) * own->second * factor(generator);
    }

    void execute(const BlockRequest& request) {
        requests.push_back(request);
        double measured = 0;
        for (const Trial& trial : request.trials)
            results.apply(TrialStarted{request.launch, trial});
        for (const Trial& trial : request.trials) {
            if (!crashing.contains(trial.id)) continue;
            elapsed += setup;
            results.apply(TrialFailed{trial.id, request.launch, TrialStatus::Crashed, "signal 11"});
            return;  // the runner died: the request is not answered
        }
        for (int round = 0; round < request.rounds; ++round) {
            for (const Trial& trial : request.trials) {
                Sample sample;
                sample.trial = trial.id;
                sample.launch = request.launch;
                sample.round = request.firstRound + round;
                sample.seconds = Seconds(timeOf(trial, request.launch));
                measured += std::max(sampling, sample.seconds.count());
                results.apply(sample);
            }
        }
        for (int pass = 0; pass < request.profiles; ++pass) {
            for (const Trial& trial : request.trials) {
                if (isLoop(trial)) continue;
                TrialProfiled profiled;
                profiled.trial = trial.id;
                profiled.launch = request.launch;
                profiled.wall = Seconds(timeOf(trial, request.launch));
                elapsed += profiled.wall.count();
                results.apply(profiled);
            }
        }
        elapsed += setup + measured;
        results.apply(BlockFinished{request.block, request.launch, request.rounds, Seconds(setup), Seconds(measured),
                                    Seconds(setup + measured)});
    }

    /// Until the experiment is over; where it may be refined, the plan grows.
    void run(Plan plan) { run(plan, false); }
    void run(Plan& plan, bool refines) {
        double fraction = 0;
        while (static_cast<int>(requests.size()) < mostRequests) {
            if (const auto finer = refines ? refinement(plan, results, Seconds(elapsed)) : std::nullopt) {
                refine(plan, *finer);
                fraction = 0;  // there is more to do than before
            }
            const NextBlock next = nextBlock(plan, results, Seconds(elapsed));
            const Progress progress = progressOf(plan, results, Seconds(elapsed));
            QVERIFY2(progress.fraction >= fraction, "progress went back");
            QVERIFY(progress.fraction <= 1 && progress.remaining.count() >= 0);
            fraction = progress.fraction;
            if (!next.request) {
                reason = next.reason;
                return;
            }
            execute(*next.request);
        }
        QFAIL("the experiment does not end");
    }

    std::map<int, int> samplesPerLaunch(int trial) const {
        std::map<int, int> counts;
        if (const TrialResult* result = results.find(trial)) {
            for (const Sample& sample : result->samples)
                ++counts[sample.launch];
        }
        return counts;
    }
    int samples(int trial) const {
        const TrialResult* result = results.find(trial);
        return result == nullptr ? 0 : static_cast<int>(result->samples.size());
    }
};

inline Stopping stoppingOf(double precision, int minimum, int maximum, double seconds, int launches) {
    return {precision, minimum, maximum, Seconds(seconds), launches};
}

}  // namespace breakeven
