/// doctor --self-test: measures every trial against itself and keeps the outcome for the runs that follow.
#pragma once

#include "core/base/result.h"

namespace breakeven {

struct SelfTestOptions {
    bool json = false;
    int repeats = 2;  ///< of the 20 comparisons, >= 1
};

/// The exit status: 1 when more equals came out different than chance explains.
/// Errors: those of the run; Interrupted; Internal when no comparison could be made.
Result<int> runSelfTest(const SelfTestOptions& options);

}  // namespace breakeven
