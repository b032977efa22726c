/// How a series grows with workers: efficiency, serial fraction, and the laws that its points can carry.
#pragma once

#include "core/analysis/findings.h"
#include "core/analysis/scaling_laws.h"
#include "core/analysis/speedup.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace breakeven {

struct ScalingPoint {
    int trial = 0;
    WorkerCount workers = 1;
    Speedup speedup;  ///< over the trial's base
    Ratio efficiency = 1;
    std::optional<Interval<Ratio>> efficiencyInterval;
    std::optional<double> karpFlatt;  ///< serial fraction; absent for one worker
    std::optional<Interval<double>> karpFlattInterval;
};

struct FittedCoefficient {
    std::string_view id;  ///< see coefficientNames
    double value = 0;
    Interval<double> interval;  ///< 95 %
};

/// Where the law of Gunther turns down.
struct ScalingPeak {
    double workers = 1;         ///< infinity: it does not turn
    Interval<double> interval;  ///< 95 %, an open end is infinity
    bool extrapolated = false;  ///< beyond the largest worker count measured
};

struct ScalingModel {
    ScalingLaw law = ScalingLaw::Amdahl;
    std::string refusal;                          ///< one sentence; empty when the law was fitted
    std::vector<FittedCoefficient> coefficients;  ///< empty when refused
    std::optional<double> crossError;             ///< leave-one-out, relative; absent when refused
    std::optional<ScalingPeak> peak;              ///< of Usl
};

/// One series on one list, over its workers.
struct Scaling {
    Trial series;                      ///< its workers are meaningless
    std::string label;                 ///< unique among those of one size
    std::vector<ScalingPoint> points;  ///< ascending workers, none above the usable CPUs; never empty
    std::vector<ScalingModel> models;  ///< one per law, in the order of ScalingLaw
    std::optional<ScalingLaw> best;    ///< the least cross-validated error; absent when every law was refused
};

/// One per parallel series and size that was measured beside its base with at least one worker count within the usable
/// CPUs. Worker counts beyond them scale by another law and are left out.
///
/// A law is fitted when its points can refute it: Amdahl's and Gustafson's, with one coefficient, from 2 worker counts
/// above 1 (one alone fixes it, and is told as Karp–Flatt), Gunther's, with three, from 5. Each point needs
/// FewestForInterval paired rounds. All laws see the same points, so that their errors compare; Gustafson's law is
/// about lists that grow with the workers and is here a shape beside the others. Intervals: bootstrap of whole rounds,
/// the same for all worker counts, since they share serial's times, and of the luck of the launches as for break-evens
/// (ratio_resamples.h); 400 resamples, fixed seed, percentiles. Sources: scaling_laws.h; Efron and Tibshirani, An
/// Introduction to the Bootstrap, chapter 13.
std::vector<Scaling> scalings(const Results& results);

/// The series that is the fastest on its most workers at that size, as scalings() has it; absent when there is none.
std::optional<Scaling> fastestScaling(const Results& results, ItemCount size);

/// One sentence: the law with the least cross-validated error, as it fits. Empty when every law was refused.
std::string bestLawText(const Scaling& scaling);

/// What the best series of each workload shows at its largest size: one sentence each.
std::vector<Finding> scalingFindings(const Results& results);

}  // namespace breakeven
