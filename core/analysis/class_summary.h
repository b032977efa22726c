/// ClassSummary: what many learners found with one experiment, each on a machine of their own. Break-even and speed-up
/// of every run, by curve and by machine, their spread over the runs, and who is far from the others and why.
#pragma once

#include "core/analysis/class_run.h"
#include "core/analysis/environment_difference.h"

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace breakeven {

/// Of one number over runs. A break-even that lies below the measured sizes counts as 0, one above them as infinity;
/// an end may be either.
struct ClassSpread {
    std::size_t count = 0;
    double median = 0;
    Interval<double> quartiles;
    Interval<double> range;
};

/// Runs on machines of the same processor with as many usable CPUs.
struct ClassMachine {
    std::string processor;          ///< "not told" where the files have no facts
    WorkerCount usableCpus = 0;     ///< 0: not told
    std::vector<std::size_t> runs;  ///< positions in ClassSummary::runs

    std::string name() const;   ///< the processor less marks of trade and clock: "Intel Core i5-8250U"
    std::string label() const;  ///< "Intel Core i5-8250U, 8 CPUs"
};

/// What one run adds to a curve.
struct ClassPlace {
    std::size_t run = 0;  ///< position in ClassSummary::runs
    WorkerCount workers = 1;
    std::optional<BreakEven> breakEven;  ///< absent: too few sizes
    std::vector<SizedSpeedup> speedups;  ///< ascending sizes
};

struct MachineSpread {
    std::size_t machine = 0;  ///< position in ClassSummary::machines
    std::size_t runs = 0;     ///< that have the curve
    std::optional<ClassSpread> breakEven;
    std::optional<ClassSpread> speedup;
};

/// The same workload, parameters, backend, call, chunk and pool in all runs.
struct ClassCurve {
    Trial series;                          ///< its size is meaningless, and its workers where the runs differ in them
    std::string label;                     ///< unique within the summary: "tbb ×4", "tbb ×2–16"
    std::vector<ClassPlace> places;        ///< ascending runs
    std::optional<ClassSpread> breakEven;  ///< over the runs where it is known; absent: there are none
    std::optional<ItemCount> largest;      ///< the largest size that nine of ten runs of the curve or more have
    std::optional<ClassSpread> speedup;    ///< at that size
    std::vector<MachineSpread> machines;   ///< those with runs of the curve

    std::size_t count(BreakEvenStatus status) const;
};

enum class ClassMeasure { BreakEven, Speedup };

/// A fact that the outlier does not share with most of the runs that it is compared with.
struct TellingFact {
    FactDifference fact;    ///< a: of most, b: of the outlier
    std::size_t most = 0;   ///< runs with a
    std::size_t alike = 0;  ///< runs with b that are no outliers themselves
};

/// A run far from the others of its machine, where there are at least FewestPeers, or of the class.
struct ClassOutlier {
    std::size_t run = 0;
    std::size_t curve = 0;  ///< position in ClassSummary::curves
    ClassMeasure measure = ClassMeasure::BreakEven;
    double value = 0;                    ///< items, or a ratio; 0 or infinity for a break-even beyond the sizes
    double median = 0;                   ///< of the peers
    double score = 0;                    ///< modified z-score on logarithms
    std::optional<std::size_t> machine;  ///< the peers are the runs on it; absent: all of the class
    std::size_t peers = 0;               ///< with a number, itself included
    bool tellsEnvironment = true;        ///< false: nothing is known of its machine
    std::vector<TellingFact> facts;      ///< the likeliest reasons first; empty: unexplained
};

/// Runs with which one can be far from the others.
inline constexpr std::size_t FewestPeers = 5;
/// Factor from the median below which nobody is far, however near to each other the others are.
inline constexpr double LeastFactor = 1.25;

struct ClassSummary {
    ExperimentSpec spec;  ///< of the first run that has one
    std::vector<ClassRun> runs;
    std::vector<ClassMachine> machines;  ///< most runs first
    std::vector<ClassCurve> curves;      ///< in plan order
    std::vector<ClassOutlier> outliers;  ///< by run, then curve
    std::vector<LeftOut> leftOut;
};

/// Summarises the largest group of runs that measured the same: equal cases and the same quantity on x, whatever they
/// are called and however long they were measured. A table does not tell its spec: it belongs to them when they have
/// all of its curves. Of runs with one id the fullest is counted. Runs of other experiments are left out, behind
/// `unread`.
///
/// Workers belong to a curve where all runs that have its backend ran with that count; where each run has one more,
/// as many as its CPUs, say, these are one curve.
ClassSummary summariseClass(std::vector<ClassRun> runs, std::vector<LeftOut> unread = {});

/// Far from the others: beyond OutlyingScore by the logarithm of the number, at least LeastFactor from their median,
/// and with an interval that does not hold it. A break-even beyond the measured sizes is as far as the size it is
/// beyond. Source: robust_scale.h. A fact tells when more than half of the peers share another value; numbers such as
/// the load tell when they are themselves far from the peers'.
std::vector<ClassOutlier> classOutliers(const ClassSummary& summary);

/// The curve that says most: with the most known break-evens, then the most runs; nullptr when there are no curves.
const ClassCurve* mainCurve(const ClassSummary& summary);

/// Of a run. Range: run is a position in summary.runs.
const ClassMachine& machineOf(const ClassSummary& summary, std::size_t run);

/// 0 for always faster, infinity for never in range; absent where it is not resolved.
std::optional<double> knownBreakEven(const ClassPlace& place);

/// The place's speed-up at the size; nullptr when it has none there.
const SizedSpeedup* speedupAt(const ClassPlace& place, const std::optional<ItemCount>& size);

/// Absent where there are no values. Values may be infinite.
std::optional<ClassSpread> classSpread(std::vector<double> values);

}  // namespace breakeven
