/// Observation: one measured number and the launch it comes from. The rounds of one launch share its luck (addresses,
/// layout), so a launch is a cluster.
#pragma once

namespace breakeven {

struct Observation {
    double value = 0;  ///< finite
    int launch = 0;
};

}  // namespace breakeven
