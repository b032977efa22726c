/// A run with known parts: serial takes 10 ns per item, a pool of two workers wakes in 10 us, hands 100 chunks over at
/// 50 ns each, and loses what the test says to imbalance. For tests.
#pragma once

#include "tests/support/sample_results.h"

#include <vector>

namespace breakeven {

struct KnownParts {
    double perItem = 1e-8;
    double wake = 1e-5;
    double perChunk = 5e-8;
    double startup = 2e-4;
    double parked = 6e-5;
    std::size_t chunks = 100;
    double imbalance = 0;  ///< share of the pass for which the second worker waits for the first
    std::string pool = "warm";
    int launches = 3;

    double work(ItemCount size) const { return perItem * static_cast<double>(size) / 2; }

    double parallel(ItemCount size) const {
        const double start = pool == "cold" ? startup : pool == "after-idle" ? parked - wake : 0;
        return start + wake + static_cast<double>(chunks - 2) * perChunk + work(size);
    }

    Trial add(SampleResults& sample, const std::string& backend, ItemCount size) const {
        const double serial = perItem * static_cast<double>(size);
        sample.measured("serial", size, spread(serial));
        Trial trial;
        trial.workload = "square";
        trial.backend = backend;
        trial.call = "map";
        trial.chunk = "auto";
        trial.pool = pool;
        trial.size = size;
        trial.workers = 2;
        trial = sample.add(trial);
        sample.times(trial, spread(parallel(size)));
        return trial;
    }

    /// Two passes that both say the same.
    void profile(SampleResults& sample, const Trial& trial) const {
        const Seconds wall(parallel(trial.size));
        TrialProfiled pass{.trial = trial.id, .launch = 0, .wall = wall, .listBytes = 16 * trial.size, .workers = {}};
        pass.workers.push_back({.compute = wall, .end = wall, .chunks = chunks / 2});
        pass.workers.push_back({.compute = wall * (1 - imbalance), .end = wall, .chunks = chunks - chunks / 2});
        sample.apply(pass);
        pass.launch = 1;
        sample.apply(pass);
    }

    void references(SampleResults& sample, const std::string& backend) const {
        for (int launch = 0; launch < launches; ++launch) {
            PoolReference reference;
            reference.launch = launch;
            reference.backend = backend;
            reference.workers = 2;
            const double factor = 1 + 0.01 * (launch - 1);
            reference.startup = Seconds(startup * factor);
            reference.hotCall = Seconds(wake * factor);
            reference.parkedCall = Seconds(parked * factor);
            reference.perChunk = Seconds(perChunk * factor);
            sample.apply(reference);
        }
    }

private:
    /// Ten rounds around the time, which is their median.
    static std::vector<double> spread(double seconds) {
        std::vector<double> times;
        for (const double percent : {-2, -1, -1, 0, 0, 0, 0, 1, 1, 2})
            times.push_back(seconds * (1 + percent / 100));
        return times;
    }
};

}  // namespace breakeven
