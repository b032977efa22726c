#include "core/plots/guides.h"

#include "core/analysis/ceilings.h"

#include <cmath>
#include <string>

namespace breakeven {

namespace {

constexpr double SameSize = 0.05;  ///< share by which the bytes per item of two lists may differ: ends of chunks

void addUpright(Plot& plot, const std::string& label, double at) {
    if (plot.x.range.low <= at && at <= plot.x.range.high) plot.guides.push_back({label, false, at});
}

std::string counted(int count, const std::string& what) {
    return std::to_string(count) + " " + what + (count == 1 ? "" : "s");
}

}  // namespace

void addCpuGuides(Plot& plot, const Environment& environment) {
    const WorkerCount usable = environment.usableCpus;
    const WorkerCount cores = environment.physicalCores;
    if (usable >= 1) addUpright(plot, counted(usable, "usable CPU"), usable);
    if (cores > 1 && cores != usable) addUpright(plot, counted(cores, "core"), cores);
}

std::optional<double> bytesPerItem(const Results& results) {
    std::optional<double> found;
    ItemCount largest = 0;
    for (const TrialResult& result : results.trials()) {
        for (const TrialProfiled& pass : result.profiles) {
            const ItemCount size = result.trial.size;
            if (pass.listBytes == 0 || size < largest) continue;
            const double bytes = static_cast<double>(pass.listBytes) / static_cast<double>(size);
            if (size == largest && std::fabs(bytes - *found) > SameSize * *found) return std::nullopt;
            if (size > largest) found = bytes;
            largest = size;
        }
    }
    return found;
}

void addCacheGuides(Plot& plot, const Results& results) {
    const auto bytes = bytesPerItem(results);
    if (!bytes) return;
    for (const Cache& cache : cachesOf(results.run().environment))
        addUpright(plot, cache.text, std::floor(static_cast<double>(cache.bytes) / *bytes));
}

}  // namespace breakeven
