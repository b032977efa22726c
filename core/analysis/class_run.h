/// ClassRun: what is asked of one run when those of many learners are laid side by side. Samples are not kept, so that
/// hundreds of runs fit into memory.
#pragma once

#include "core/analysis/break_even.h"
#include "core/experiment/results.h"

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace breakeven {

struct SizedSpeedup {
    ItemCount size = 1;
    Ratio value = 1;                          ///< against its serial base
    std::optional<Interval<Ratio>> interval;  ///< 95 %; absent: n too small
};

/// A parallel curve over the sizes, as one run measured it.
struct RunCurve {
    Trial series;                        ///< its size is meaningless, its id is 0
    std::optional<BreakEven> breakEven;  ///< absent: measured at fewer than two sizes beside serial
    std::vector<SizedSpeedup> speedups;  ///< ascending sizes
};

struct ClassRun {
    std::string learner;  ///< who handed it in: the name of the file, less what all have in common
    std::string file;     ///< its name with suffix, by which the teacher finds it; empty: none, or taken away
    RunStarted run;       ///< with its environment; a table has none
    std::vector<RunCurve> curves;
    std::size_t samples = 0;                   ///< of all trials; a file that was cut has fewer
    std::map<std::string, double> flagShares;  ///< of all samples, by the flag that says what disturbed them; in (0, 1]

    /// False for tables and results of other programs, which tell neither machine nor version.
    bool tellsEnvironment() const { return !run.environment.facts.empty(); }
    /// Tables do not tell how they were measured, either.
    bool isTable() const { return run.version.empty(); }
};

ClassRun classRunOf(std::string learner, const Results& results);

/// A file that took no part, and why.
struct LeftOut {
    std::string name;       ///< of the file; "Learner 31" where names are taken away
    std::string why;        ///< one line
    std::string twin = {};  ///< id of the run that is counted in its place; empty: none is
};

/// Takes the names away. First it is settled which runs count (see sameExperiment), as it is with names; the others are
/// added to those left out. Learners become "Learner 1" … in an order that follows neither names nor times, but is the
/// same whenever the same files are given: first those that count. Run ids become numbers, times and paths go, and so
/// do names of experiments that one run alone has.
void anonymise(std::vector<ClassRun>& runs, std::vector<LeftOut>& leftOut);

}  // namespace breakeven
