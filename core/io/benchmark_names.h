/// How other programs' names of benchmarks become trials. A name is a family with values behind it, as in
/// BM_sort/1000/threads:4.
///
/// - A value under size, n, items, length, count or elements is the size of the list; without one, the last number that
///   stands alone is. The other numbers that stand alone are parameters "argument 1", "argument 2", …
/// - A value under workers, threads, jobs, n_jobs, processes or procs is the number of workers; else it is not told.
/// - Any other value is a parameter of its name.
/// - The family is the backend, and the workload "imported". But where a name says serial, sequential or seq as a word
///   of its own, it is the base of all names that are equal but for that word: what they have in common is the
///   workload, and the rest is the backend. BM_sort_serial and BM_sort_OpenMP become serial and openmp, which compute
///   BM_sort.
#pragma once

#include "core/base/result.h"
#include "core/experiment/plan.h"

#include <string>
#include <vector>

namespace breakeven {

struct NamedValue {
    std::string key;  ///< empty: it stands alone
    std::string text;
};

/// A size that is not named is 1. Errors: InvalidInput naming a size or a number of workers that cannot be.
Result<Trial> trialNamed(const std::string& family, const std::vector<NamedValue>& values);

/// Tells the bases by their names, once all trials of a file are known.
void findSerialBases(std::vector<Trial>& trials);

}  // namespace breakeven
