/// Lists of the workbench's workloads. A program that uses them loads the libraries of all of them.
#pragma once

#include "tests/benchmarks/lists.h"

#include <string>

namespace breakeven::benchmarks {

/// Generated, all pages touched. Silent parameters take their initial value.
Result<BoundList> makeList(const std::string& workload, ItemCount size, Sharing sharing, Params params = {});

}  // namespace breakeven::benchmarks
